"""Readers of what `infraspec.spec.target_groups` takes. Written by tools/ready_readers.py: do not edit."""

from infraspec.deploy_time import Later as deploy_time_Later
from infraspec.spec.doubt import Doubt, whole as doubt_whole
from infraspec.spec.forms.alarm_sets import alarm_set as alarm_sets_alarm_set
from infraspec.spec.forms.target_groups import arn as target_groups_arn, cookie_fits_type as target_groups_cookie_fits_type, function as target_groups_function, function_has_no_targets as target_groups_function_has_no_targets, has_one_port as target_groups_has_one_port, is_one_target as target_groups_is_one_target, stickiness as target_groups_stickiness, target as target_groups_target, text as target_groups_text
from infraspec.spec.forms.values import check_tags as values_check_tags, one_or_many as values_one_or_many, parse_address_v4 as values_parse_address_v4
from infraspec.spec.ready.alarm_sets import AlarmSet as alarm_sets_AlarmSet


class Target:
    """What `infraspec.spec.target_groups.Target` is made of."""

    __slots__ = ('instance', 'ip', 'load_balancer', 'zone', 'port',)
    KEYS = ('instance', 'ip', 'load_balancer', 'zone', 'port',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 0
        v = get('instance')
        if v is None:
            self.instance = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.instance = v
        v = get('ip')
        if v is None:
            self.ip = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = values_parse_address_v4(v)
            self.ip = v
        v = get('load_balancer')
        if v is None:
            self.load_balancer = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.load_balancer = v
        v = get('zone')
        if v is None:
            self.zone = None
        else:
            known += 1
            if type(v) is not str or v not in ('all',):
                raise Doubt
            self.zone = v
        v = get('port')
        if v is None:
            self.port = None
        else:
            known += 1
            if type(v) is not int or not v >= 1 or not v <= 65535:
                raise Doubt
            self.port = v
        if known != len(data):
            raise Doubt
        target_groups_is_one_target(self)


class HealthCheck:
    """What `infraspec.spec.target_groups.HealthCheck` is made of."""

    __slots__ = ('protocol', 'port', 'path', 'interval', 'timeout', 'healthy_threshold', 'unhealthy_threshold', 'matcher', 'enabled',)
    KEYS = ('protocol', 'port', 'path', 'interval', 'timeout', 'healthy_threshold', 'unhealthy_threshold', 'matcher', 'enabled',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 0
        v = get('protocol')
        if v is None:
            self.protocol = None
        else:
            known += 1
            if type(v) is not str or v not in ('http', 'https', 'tcp',):
                raise Doubt
            self.protocol = v
        v = get('port')
        if v is None:
            self.port = None
        else:
            known += 1
            if type(v) is not int:
                raise Doubt
            self.port = v
        v = get('path')
        if v is None:
            self.path = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.path = v
        v = get('interval')
        if v is None:
            self.interval = None
        else:
            known += 1
            if type(v) is not int:
                raise Doubt
            self.interval = v
        v = get('timeout')
        if v is None:
            self.timeout = None
        else:
            known += 1
            if type(v) is not int:
                raise Doubt
            self.timeout = v
        v = get('healthy_threshold')
        if v is None:
            self.healthy_threshold = 5
        else:
            known += 1
            if type(v) is not int:
                raise Doubt
            self.healthy_threshold = v
        v = get('unhealthy_threshold')
        if v is None:
            self.unhealthy_threshold = 2
        else:
            known += 1
            if type(v) is not int:
                raise Doubt
            self.unhealthy_threshold = v
        v = get('matcher')
        if v is None:
            self.matcher = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = target_groups_text(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            self.matcher = v
        v = get('enabled')
        if v is None:
            self.enabled = None
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.enabled = v
        if known != len(data):
            raise Doubt


class Stickiness:
    """What `infraspec.spec.target_groups.Stickiness` is made of."""

    __slots__ = ('type', 'duration', 'cookie',)
    KEYS = ('type', 'duration', 'cookie',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 1
        v = get('type')
        if v is None:
            raise Doubt
        if type(v) is not str or v not in ('lb_cookie', 'app_cookie', 'source_ip', 'source_ip_dest_ip', 'source_ip_dest_ip_proto',):
            raise Doubt
        self.type = v
        v = get('duration')
        if v is None:
            self.duration = None
        else:
            known += 1
            if type(v) is not int:
                raise Doubt
            self.duration = v
        v = get('cookie')
        if v is None:
            self.cookie = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.cookie = v
        if known != len(data):
            raise Doubt
        target_groups_cookie_fits_type(self)


class TargetGroup:
    """What `infraspec.spec.target_groups.TargetGroup` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'http', 'https', 'tcp', 'tls', 'udp', 'tcp_udp', 'geneve', 'function', 'name', 'targets', 'health_check', 'deregistration_delay', 'protocol_version', 'stickiness', 'slow_start', 'algorithm', 'anomaly_mitigation', 'cross_zone', 'preserve_client_ip', 'proxy_protocol', 'connection_termination', 'multi_value_headers', 'failover', 'vpc', 'existing', 'alarms', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'http', 'https', 'tcp', 'tls', 'udp', 'tcp_udp', 'geneve', 'function', 'name', 'targets', 'health_check', 'deregistration_delay', 'protocol_version', 'stickiness', 'slow_start', 'algorithm', 'anomaly_mitigation', 'cross_zone', 'preserve_client_ip', 'proxy_protocol', 'connection_termination', 'multi_value_headers', 'failover', 'vpc', 'existing', 'alarms', 'tags',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 0
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
        v = get('http')
        if v is None:
            self.http = None
        else:
            known += 1
            if type(v) is not int or not v >= 1 or not v <= 65535:
                raise Doubt
            self.http = v
        v = get('https')
        if v is None:
            self.https = None
        else:
            known += 1
            if type(v) is not int or not v >= 1 or not v <= 65535:
                raise Doubt
            self.https = v
        v = get('tcp')
        if v is None:
            self.tcp = None
        else:
            known += 1
            if type(v) is not int or not v >= 1 or not v <= 65535:
                raise Doubt
            self.tcp = v
        v = get('tls')
        if v is None:
            self.tls = None
        else:
            known += 1
            if type(v) is not int or not v >= 1 or not v <= 65535:
                raise Doubt
            self.tls = v
        v = get('udp')
        if v is None:
            self.udp = None
        else:
            known += 1
            if type(v) is not int or not v >= 1 or not v <= 65535:
                raise Doubt
            self.udp = v
        v = get('tcp_udp')
        if v is None:
            self.tcp_udp = None
        else:
            known += 1
            if type(v) is not int or not v >= 1 or not v <= 65535:
                raise Doubt
            self.tcp_udp = v
        v = get('geneve')
        if v is None:
            self.geneve = None
        else:
            known += 1
            if type(v) is not int or not v >= 1 or not v <= 65535:
                raise Doubt
            self.geneve = v
        v = get('function')
        if v is None:
            self.function = None
        else:
            known += 1
            vwhole = v
            if type(v) is deploy_time_Later:
                v = str(v)
            if type(v) is not str:
                doubt_whole(v)
            v = target_groups_function(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
            self.function = v
        v = get('name')
        if v is None:
            self.name = None
        else:
            known += 1
            if type(v) is not str or v not in ('generated',):
                raise Doubt
            self.name = v
        v = get('targets')
        if v is None:
            self.targets = []
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = values_one_or_many(v)
            if type(v) is not list:
                raise Doubt
            vnew = []
            for v_ in v:
                v_ = target_groups_target(v_)
                v_ = Target(v_)
                vnew.append(v_)
            v = vnew
            self.targets = v
        v = get('health_check')
        if v is None:
            self.health_check = HealthCheck({})
        else:
            known += 1
            v = HealthCheck(v)
            self.health_check = v
        v = get('deregistration_delay')
        if v is None:
            self.deregistration_delay = None
        else:
            known += 1
            if type(v) is not int:
                raise Doubt
            self.deregistration_delay = v
        v = get('protocol_version')
        if v is None:
            self.protocol_version = None
        else:
            known += 1
            if type(v) is not str or v not in ('http1', 'http2', 'grpc',):
                raise Doubt
            self.protocol_version = v
        v = get('stickiness')
        if v is None:
            self.stickiness = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = target_groups_stickiness(v)
            if v is not None:
                v = Stickiness(v)
            self.stickiness = v
        v = get('slow_start')
        if v is None:
            self.slow_start = None
        else:
            known += 1
            if type(v) is not int:
                raise Doubt
            self.slow_start = v
        v = get('algorithm')
        if v is None:
            self.algorithm = None
        else:
            known += 1
            if type(v) is not str or v not in ('round_robin', 'least_outstanding_requests', 'weighted_random',):
                raise Doubt
            self.algorithm = v
        v = get('anomaly_mitigation')
        if v is None:
            self.anomaly_mitigation = None
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.anomaly_mitigation = v
        v = get('cross_zone')
        if v is None:
            self.cross_zone = None
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.cross_zone = v
        v = get('preserve_client_ip')
        if v is None:
            self.preserve_client_ip = None
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.preserve_client_ip = v
        v = get('proxy_protocol')
        if v is None:
            self.proxy_protocol = None
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.proxy_protocol = v
        v = get('connection_termination')
        if v is None:
            self.connection_termination = None
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.connection_termination = v
        v = get('multi_value_headers')
        if v is None:
            self.multi_value_headers = None
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.multi_value_headers = v
        v = get('failover')
        if v is None:
            self.failover = None
        else:
            known += 1
            if type(v) is not str or v not in ('rebalance', 'no_rebalance',):
                raise Doubt
            self.failover = v
        v = get('vpc')
        if v is None:
            self.vpc = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.vpc = v
        v = get('existing')
        if v is None:
            self.existing = None
        else:
            known += 1
            vwhole = v
            if type(v) is deploy_time_Later:
                v = str(v)
            if type(v) is not str:
                doubt_whole(v)
            v = target_groups_arn(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
            self.existing = v
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
        target_groups_has_one_port(self)
        target_groups_function_has_no_targets(self)
