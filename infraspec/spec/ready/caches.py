"""Readers of what `infraspec.spec.caches` takes. Written by tools/ready_readers.py: do not edit."""

from infraspec.deploy_time import Later as deploy_time_Later
from infraspec.spec.doubt import Doubt, whole as doubt_whole
from infraspec.spec.forms.alarm_sets import alarm_set as alarm_sets_alarm_set
from infraspec.spec.forms.caches import fits_engine as caches_fits_engine, no_password as caches_no_password, node_class as caches_node_class, one_way_in as caches_one_way_in, secret as caches_secret, topic as caches_topic
from infraspec.spec.forms.databases import parameters as databases_parameters, version as databases_version
from infraspec.spec.forms.kms_keys import key as kms_keys_key
from infraspec.spec.forms.values import check_tags as values_check_tags, one_or_many as values_one_or_many
from infraspec.spec.ready.alarm_sets import AlarmSet as alarm_sets_AlarmSet


class Cache:
    """What `infraspec.spec.caches.Cache` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'engine', 'version', 'class_', 'description', 'replicas', 'shards', 'nodes', 'zones', 'failover', 'multi_az', 'encrypted', 'kms_key', 'transit_encryption', 'users', 'auth_token', 'password', 'subnets', 'security_groups', 'port', 'parameters', 'snapshot_days', 'snapshot_window', 'maintenance_window', 'auto_minor_version_upgrade', 'slow_log', 'engine_log', 'log_format', 'notifications', 'on_delete', 'alarms', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'engine', 'version', 'class', 'description', 'replicas', 'shards', 'nodes', 'zones', 'failover', 'multi_az', 'encrypted', 'kms_key', 'transit_encryption', 'users', 'auth_token', 'password', 'subnets', 'security_groups', 'port', 'parameters', 'snapshot_days', 'snapshot_window', 'maintenance_window', 'auto_minor_version_upgrade', 'slow_log', 'engine_log', 'log_format', 'notifications', 'on_delete', 'alarms', 'tags',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 5
        v = get('cloudformation')
        if v is None:
            self.cloudformation = {}
        else:
            known += 1
            if type(v) is not dict:
                raise Doubt
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                doubt_whole(v_)
            self.cloudformation = v
        v = get('terraform')
        if v is None:
            self.terraform = {}
        else:
            known += 1
            if type(v) is not dict:
                raise Doubt
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                doubt_whole(v_)
            self.terraform = v
        v = get('engine')
        if v is None:
            raise Doubt
        if type(v) is not str or v not in ('valkey', 'redis', 'memcached',):
            raise Doubt
        self.engine = v
        v = get('version')
        if v is None:
            raise Doubt
        if type(v) is not str:
            doubt_whole(v)
        v = databases_version(v)
        if type(v) is not str:
            raise Doubt
        self.version = v
        v = get('class')
        if v is None:
            raise Doubt
        vwhole = v
        if type(v) is deploy_time_Later:
            v = str(v)
        if type(v) is not str:
            doubt_whole(v)
        v = caches_node_class(v)
        if type(v) is not str:
            raise Doubt
        if type(vwhole) is deploy_time_Later and v == str(vwhole):
            v = vwhole
        self.class_ = v
        v = get('description')
        if v is None:
            self.description = None
        else:
            known += 1
            vwhole = v
            if type(v) is deploy_time_Later:
                v = str(v)
            if type(v) is not str:
                raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
            self.description = v
        v = get('replicas')
        if v is None:
            self.replicas = None
        else:
            known += 1
            if type(v) is not int or not v >= 0 or not v <= 5:
                raise Doubt
            self.replicas = v
        v = get('shards')
        if v is None:
            self.shards = None
        else:
            known += 1
            if type(v) is not int or not v >= 1 or not v <= 500:
                raise Doubt
            self.shards = v
        v = get('nodes')
        if v is None:
            self.nodes = None
        else:
            known += 1
            if type(v) is not int or not v >= 1 or not v <= 40:
                raise Doubt
            self.nodes = v
        v = get('zones')
        if v is None:
            self.zones = []
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = values_one_or_many(v)
            if type(v) is not list:
                raise Doubt
            for v_ in v:
                if type(v_) is not str:
                    raise Doubt
            self.zones = v
        v = get('failover')
        if v is None:
            self.failover = None
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.failover = v
        v = get('multi_az')
        if v is None:
            self.multi_az = None
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.multi_az = v
        v = get('encrypted')
        if v is None:
            self.encrypted = None
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.encrypted = v
        v = get('kms_key')
        if v is None:
            self.kms_key = None
        else:
            known += 1
            vwhole = v
            if type(v) is deploy_time_Later:
                v = str(v)
            if type(v) is not str:
                doubt_whole(v)
            v = kms_keys_key(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
            self.kms_key = v
        v = get('transit_encryption')
        if v is None:
            self.transit_encryption = 'required'
        else:
            known += 1
            if type(v) is not str or v not in ('required', 'preferred', 'none',):
                raise Doubt
            self.transit_encryption = v
        v = get('users')
        if v is None:
            self.users = {}
        else:
            known += 1
            if type(v) is not dict:
                raise Doubt
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                if type(v_) is not str:
                    raise Doubt
            self.users = v
        v = get('auth_token')
        if v is None:
            self.auth_token = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = caches_secret(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            self.auth_token = v
        v = get('password')
        if v is None:
            self.password = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = caches_no_password(v)
            if v is not None:
                raise Doubt
            self.password = v
        v = get('subnets')
        if v is None:
            raise Doubt
        if type(v) is not str:
            doubt_whole(v)
        v = values_one_or_many(v)
        if type(v) is not list:
            raise Doubt
        for v_ in v:
            if type(v_) is not str:
                raise Doubt
        self.subnets = v
        v = get('security_groups')
        if v is None:
            raise Doubt
        if type(v) is not str:
            doubt_whole(v)
        v = values_one_or_many(v)
        if type(v) is not list:
            raise Doubt
        for v_ in v:
            if type(v_) is not str:
                raise Doubt
        self.security_groups = v
        v = get('port')
        if v is None:
            self.port = None
        else:
            known += 1
            if type(v) is not int or not v >= 1 or not v <= 65535:
                raise Doubt
            self.port = v
        v = get('parameters')
        if v is None:
            self.parameters = {}
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = databases_parameters(v)
            if type(v) is not dict:
                raise Doubt
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                if type(v_) is not str:
                    raise Doubt
            self.parameters = v
        v = get('snapshot_days')
        if v is None:
            self.snapshot_days = None
        else:
            known += 1
            if type(v) is not int or not v >= 0:
                raise Doubt
            self.snapshot_days = v
        v = get('snapshot_window')
        if v is None:
            self.snapshot_window = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.snapshot_window = v
        v = get('maintenance_window')
        if v is None:
            self.maintenance_window = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.maintenance_window = v
        v = get('auto_minor_version_upgrade')
        if v is None:
            self.auto_minor_version_upgrade = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.auto_minor_version_upgrade = v
        v = get('slow_log')
        if v is None:
            self.slow_log = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.slow_log = v
        v = get('engine_log')
        if v is None:
            self.engine_log = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.engine_log = v
        v = get('log_format')
        if v is None:
            self.log_format = 'json'
        else:
            known += 1
            if type(v) is not str or v not in ('json', 'text',):
                raise Doubt
            self.log_format = v
        v = get('notifications')
        if v is None:
            self.notifications = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = caches_topic(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            self.notifications = v
        v = get('on_delete')
        if v is None:
            self.on_delete = None
        else:
            known += 1
            if type(v) is not str or v not in ('snapshot', 'retain', 'delete',):
                raise Doubt
            self.on_delete = v
        v = get('alarms')
        if v is None:
            self.alarms = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = alarm_sets_alarm_set(v)
            if v is not None:
                v = alarm_sets_AlarmSet(v)
            self.alarms = v
        v = get('tags')
        if v is None:
            self.tags = {}
        else:
            known += 1
            if type(v) is not dict:
                raise Doubt
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                v_whole = v_
                if type(v_) is deploy_time_Later:
                    v_ = str(v_)
                if type(v_) is not str:
                    raise Doubt
                if type(v_whole) is deploy_time_Later and v_ == str(v_whole):
                    v_ = v_whole
            v = values_check_tags(v)
            self.tags = v
        if known != len(data):
            raise Doubt
        caches_fits_engine(self)
        caches_one_way_in(self)
