"""Readers of what `infraspec.spec.target_groups` takes. Written by tools/ready_readers.py: do not edit."""

from infraspec.deploy_time import Later as deploy_time_Later
from infraspec.spec.doubt import Doubt, whole as doubt_whole
from infraspec.spec.forms.alarm_sets import alarm_set as alarm_sets_alarm_set
from infraspec.spec.forms.target_groups import arn as target_groups_arn, has_one_port as target_groups_has_one_port, is_one_target as target_groups_is_one_target, target as target_groups_target, text as target_groups_text
from infraspec.spec.forms.values import check_tags as values_check_tags, one_or_many as values_one_or_many, parse_address_v4 as values_parse_address_v4
from infraspec.spec.ready.alarm_sets import AlarmSet as alarm_sets_AlarmSet


class Target:
    """What `infraspec.spec.target_groups.Target` is made of."""

    __slots__ = ('instance', 'ip', 'port',)
    KEYS = ('instance', 'ip', 'port',)

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

    __slots__ = ('protocol', 'port', 'path', 'interval', 'timeout', 'healthy_threshold', 'unhealthy_threshold', 'matcher',)
    KEYS = ('protocol', 'port', 'path', 'interval', 'timeout', 'healthy_threshold', 'unhealthy_threshold', 'matcher',)

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
            self.interval = 30
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
        if known != len(data):
            raise Doubt


class TargetGroup:
    """What `infraspec.spec.target_groups.TargetGroup` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'http', 'https', 'tcp', 'tls', 'udp', 'tcp_udp', 'targets', 'health_check', 'deregistration_delay', 'vpc', 'existing', 'alarms', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'http', 'https', 'tcp', 'tls', 'udp', 'tcp_udp', 'targets', 'health_check', 'deregistration_delay', 'vpc', 'existing', 'alarms', 'tags',)

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
            self.deregistration_delay = 300
        else:
            known += 1
            if type(v) is not int or not v >= 0 or not v <= 3600:
                raise Doubt
            self.deregistration_delay = v
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
