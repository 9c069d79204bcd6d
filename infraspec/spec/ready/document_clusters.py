"""Readers of what `infraspec.spec.document_clusters` takes. Written by tools/ready_readers.py: do not edit."""

from infraspec.deploy_time import Later as deploy_time_Later
from infraspec.spec.doubt import Doubt, whole as doubt_whole
from infraspec.spec.forms.alarm_sets import alarm_set as alarm_sets_alarm_set
from infraspec.spec.forms.databases import no_password as databases_no_password, version as databases_version
from infraspec.spec.forms.document_clusters import credentials as document_clusters_credentials, instance_class as document_clusters_instance_class, instances as document_clusters_instances, parameters as document_clusters_parameters
from infraspec.spec.forms.kms_keys import key as kms_keys_key
from infraspec.spec.forms.values import check_tags as values_check_tags, one_or_many as values_one_or_many
from infraspec.spec.ready.alarm_sets import AlarmSet as alarm_sets_AlarmSet


class DocumentInstance:
    """What `infraspec.spec.document_clusters.DocumentInstance` is made of."""

    __slots__ = ('class_', 'zone', 'maintenance_window',)
    KEYS = ('class', 'zone', 'maintenance_window',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 0
        v = get('class')
        if v is None:
            self.class_ = None
        else:
            known += 1
            vwhole = v
            if type(v) is deploy_time_Later:
                v = str(v)
            if type(v) is not str:
                doubt_whole(v)
            v = document_clusters_instance_class(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
            self.class_ = v
        v = get('zone')
        if v is None:
            self.zone = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.zone = v
        v = get('maintenance_window')
        if v is None:
            self.maintenance_window = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.maintenance_window = v
        if known != len(data):
            raise Doubt


class DocumentCluster:
    """What `infraspec.spec.document_clusters.DocumentCluster` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'version', 'class_', 'instances', 'storage_type', 'encrypted', 'kms_key', 'tls', 'subnets', 'security_groups', 'credentials', 'password', 'username', 'port', 'parameters', 'log_exports', 'backup_days', 'backup_window', 'maintenance_window', 'auto_minor_version_upgrade', 'deletion_protection', 'on_delete', 'alarms', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'version', 'class', 'instances', 'storage_type', 'encrypted', 'kms_key', 'tls', 'subnets', 'security_groups', 'credentials', 'password', 'username', 'port', 'parameters', 'log_exports', 'backup_days', 'backup_window', 'maintenance_window', 'auto_minor_version_upgrade', 'deletion_protection', 'on_delete', 'alarms', 'tags',)

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
        v = document_clusters_instance_class(v)
        if type(v) is not str:
            raise Doubt
        if type(vwhole) is deploy_time_Later and v == str(vwhole):
            v = vwhole
        self.class_ = v
        v = get('instances')
        if v is None:
            raise Doubt
        if type(v) is not str:
            doubt_whole(v)
        v = document_clusters_instances(v)
        if type(v) is not dict:
            raise Doubt
        vnew = {}
        for vkey, v_ in v.items():
            if type(vkey) is not str:
                raise Doubt
            if v_ is not None:
                v_ = DocumentInstance(v_)
            vnew[vkey] = v_
        v = vnew
        self.instances = v
        v = get('storage_type')
        if v is None:
            self.storage_type = 'standard'
        else:
            known += 1
            if type(v) is not str or v not in ('standard', 'iopt1',):
                raise Doubt
            self.storage_type = v
        v = get('encrypted')
        if v is None:
            self.encrypted = True
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
        v = get('tls')
        if v is None:
            self.tls = 'enabled'
        else:
            known += 1
            if type(v) is not str or v not in ('enabled', 'disabled', 'tls1.2+', 'tls1.3+', 'fips-140-3',):
                raise Doubt
            self.tls = v
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
        v = get('credentials')
        if v is None:
            self.credentials = 'managed'
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = document_clusters_credentials(v)
            if type(v) is not str or v not in ('managed',):
                raise Doubt
            self.credentials = v
        v = get('password')
        if v is None:
            self.password = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = databases_no_password(v)
            if v is not None:
                raise Doubt
            self.password = v
        v = get('username')
        if v is None:
            self.username = 'dbadmin'
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.username = v
        v = get('port')
        if v is None:
            self.port = 27017
        else:
            known += 1
            if type(v) is not int:
                raise Doubt
            self.port = v
        v = get('parameters')
        if v is None:
            self.parameters = {}
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = document_clusters_parameters(v)
            if type(v) is not dict:
                raise Doubt
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                if type(v_) is not str:
                    raise Doubt
            self.parameters = v
        v = get('log_exports')
        if v is None:
            self.log_exports = []
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = values_one_or_many(v)
            if type(v) is not list:
                raise Doubt
            for v_ in v:
                if type(v_) is not str or v_ not in ('audit', 'profiler',):
                    raise Doubt
            self.log_exports = v
        v = get('backup_days')
        if v is None:
            self.backup_days = 7
        else:
            known += 1
            if type(v) is not int:
                raise Doubt
            self.backup_days = v
        v = get('backup_window')
        if v is None:
            self.backup_window = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.backup_window = v
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
        v = get('deletion_protection')
        if v is None:
            self.deletion_protection = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.deletion_protection = v
        v = get('on_delete')
        if v is None:
            self.on_delete = 'snapshot'
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
