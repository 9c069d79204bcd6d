"""Readers of what `infraspec.spec.load_balancers` takes. Written by tools/ready_readers.py: do not edit."""

from infraspec.deploy_time import Later as deploy_time_Later
from infraspec.spec.doubt import Doubt, whole as doubt_whole
from infraspec.spec.forms.alarm_sets import alarm_set as alarm_sets_alarm_set
from infraspec.spec.forms.load_balancers import elastic_ip as load_balancers_elastic_ip, logs as load_balancers_logs, subnets as load_balancers_subnets
from infraspec.spec.forms.values import check_tags as values_check_tags, one_or_many as values_one_or_many, parse_address_v4 as values_parse_address_v4
from infraspec.spec.ready.alarm_sets import AlarmSet as alarm_sets_AlarmSet
from infraspec.spec.ready.listeners import Listener as listeners_Listener


class SubnetAddress:
    """What `infraspec.spec.load_balancers.SubnetAddress` is made of."""

    __slots__ = ('elastic_ip', 'private_ip',)
    KEYS = ('elastic_ip', 'private_ip',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 0
        v = get('elastic_ip')
        if v is None:
            self.elastic_ip = None
        else:
            known += 1
            vwhole = v
            if type(v) is deploy_time_Later:
                v = str(v)
            if type(v) is not str:
                doubt_whole(v)
            v = load_balancers_elastic_ip(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
            self.elastic_ip = v
        v = get('private_ip')
        if v is None:
            self.private_ip = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = values_parse_address_v4(v)
            self.private_ip = v
        if known != len(data):
            raise Doubt


class Logs:
    """What `infraspec.spec.load_balancers.Logs` is made of."""

    __slots__ = ('bucket', 'prefix',)
    KEYS = ('bucket', 'prefix',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 1
        v = get('bucket')
        if v is None:
            raise Doubt
        if type(v) is not str:
            raise Doubt
        self.bucket = v
        v = get('prefix')
        if v is None:
            self.prefix = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.prefix = v
        if known != len(data):
            raise Doubt


class LoadBalancer:
    """What `infraspec.spec.load_balancers.LoadBalancer` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'type', 'name', 'scheme', 'subnets', 'security_groups', 'listeners', 'deletion_protection', 'cross_zone', 'idle_timeout', 'http2', 'drop_invalid_header_fields', 'ip_address_type', 'client_keep_alive', 'desync_mode', 'xff_mode', 'xff_client_port', 'preserve_host_header', 'tls_headers', 'waf_fail_open', 'zonal_shift', 'client_routing', 'private_link_rules', 'access_logs', 'connection_logs', 'alarms', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'type', 'name', 'scheme', 'subnets', 'security_groups', 'listeners', 'deletion_protection', 'cross_zone', 'idle_timeout', 'http2', 'drop_invalid_header_fields', 'ip_address_type', 'client_keep_alive', 'desync_mode', 'xff_mode', 'xff_client_port', 'preserve_host_header', 'tls_headers', 'waf_fail_open', 'zonal_shift', 'client_routing', 'private_link_rules', 'access_logs', 'connection_logs', 'alarms', 'tags',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 2
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
        v = get('type')
        if v is None:
            raise Doubt
        if type(v) is not str or v not in ('application', 'network', 'gateway',):
            raise Doubt
        self.type = v
        v = get('name')
        if v is None:
            self.name = None
        else:
            known += 1
            if type(v) is not str or v not in ('generated',):
                raise Doubt
            self.name = v
        v = get('scheme')
        if v is None:
            self.scheme = 'internal'
        else:
            known += 1
            if type(v) is not str or v not in ('internet-facing', 'internal',):
                raise Doubt
            self.scheme = v
        v = get('subnets')
        if v is None:
            raise Doubt
        if type(v) is not str:
            doubt_whole(v)
        v = load_balancers_subnets(v)
        if type(v) is not dict:
            raise Doubt
        vnew = {}
        for vkey, v_ in v.items():
            if type(vkey) is not str:
                raise Doubt
            if v_ is not None:
                v_ = SubnetAddress(v_)
            vnew[vkey] = v_
        v = vnew
        self.subnets = v
        v = get('security_groups')
        if v is None:
            self.security_groups = []
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
            self.security_groups = v
        v = get('listeners')
        if v is None:
            self.listeners = []
        else:
            known += 1
            if type(v) is not list:
                raise Doubt
            vnew = []
            for v_ in v:
                v_ = listeners_Listener(v_)
                vnew.append(v_)
            v = vnew
            self.listeners = v
        v = get('deletion_protection')
        if v is None:
            self.deletion_protection = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.deletion_protection = v
        v = get('cross_zone')
        if v is None:
            self.cross_zone = None
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.cross_zone = v
        v = get('idle_timeout')
        if v is None:
            self.idle_timeout = None
        else:
            known += 1
            if type(v) is not int:
                raise Doubt
            self.idle_timeout = v
        v = get('http2')
        if v is None:
            self.http2 = None
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.http2 = v
        v = get('drop_invalid_header_fields')
        if v is None:
            self.drop_invalid_header_fields = None
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.drop_invalid_header_fields = v
        v = get('ip_address_type')
        if v is None:
            self.ip_address_type = None
        else:
            known += 1
            if type(v) is not str or v not in ('ipv4', 'dualstack', 'dualstack-without-public-ipv4',):
                raise Doubt
            self.ip_address_type = v
        v = get('client_keep_alive')
        if v is None:
            self.client_keep_alive = None
        else:
            known += 1
            if type(v) is not int:
                raise Doubt
            self.client_keep_alive = v
        v = get('desync_mode')
        if v is None:
            self.desync_mode = None
        else:
            known += 1
            if type(v) is not str or v not in ('defensive', 'strictest', 'monitor',):
                raise Doubt
            self.desync_mode = v
        v = get('xff_mode')
        if v is None:
            self.xff_mode = None
        else:
            known += 1
            if type(v) is not str or v not in ('append', 'preserve', 'remove',):
                raise Doubt
            self.xff_mode = v
        v = get('xff_client_port')
        if v is None:
            self.xff_client_port = None
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.xff_client_port = v
        v = get('preserve_host_header')
        if v is None:
            self.preserve_host_header = None
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.preserve_host_header = v
        v = get('tls_headers')
        if v is None:
            self.tls_headers = None
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.tls_headers = v
        v = get('waf_fail_open')
        if v is None:
            self.waf_fail_open = None
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.waf_fail_open = v
        v = get('zonal_shift')
        if v is None:
            self.zonal_shift = None
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.zonal_shift = v
        v = get('client_routing')
        if v is None:
            self.client_routing = None
        else:
            known += 1
            if type(v) is not str or v not in ('any_availability_zone', 'availability_zone_affinity', 'partial_availability_zone_affinity',):
                raise Doubt
            self.client_routing = v
        v = get('private_link_rules')
        if v is None:
            self.private_link_rules = None
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.private_link_rules = v
        v = get('access_logs')
        if v is None:
            self.access_logs = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = load_balancers_logs(v)
            if v is not None:
                v = Logs(v)
            self.access_logs = v
        v = get('connection_logs')
        if v is None:
            self.connection_logs = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = load_balancers_logs(v)
            if v is not None:
                v = Logs(v)
            self.connection_logs = v
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
