"""Readers of what `infraspec.spec.firewalls` takes. Written by tools/ready_readers.py: do not edit."""

from infraspec.deploy_time import Later as deploy_time_Later
from infraspec.spec.doubt import Doubt, whole as doubt_whole
from infraspec.spec.forms.firewalls import address as firewalls_address, goes_somewhere as firewalls_goes_somewhere, one_kind_of_rules as firewalls_one_kind_of_rules, one_list as firewalls_one_list, otherwise as firewalls_otherwise, port as firewalls_port, port_list as firewalls_port_list, protocol as firewalls_protocol, protocols as firewalls_protocols, rule_group_arn as firewalls_rule_group_arn
from infraspec.spec.forms.values import check_tags as values_check_tags, one_or_many as values_one_or_many, parse_network_v4 as values_parse_network_v4


class Logs:
    """What `infraspec.spec.firewalls.Logs` is made of."""

    __slots__ = ('log_group', 'bucket', 'prefix',)
    KEYS = ('log_group', 'bucket', 'prefix',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 0
        v = get('log_group')
        if v is None:
            self.log_group = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.log_group = v
        v = get('bucket')
        if v is None:
            self.bucket = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.bucket = v
        v = get('prefix')
        if v is None:
            self.prefix = ''
        else:
            known += 1
            if type(v) is not str or len(v) > 1024:
                raise Doubt
            self.prefix = v
        if known != len(data):
            raise Doubt
        firewalls_goes_somewhere(self)


class Firewall:
    """What `infraspec.spec.firewalls.Firewall` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'subnets', 'description', 'rule_groups', 'order', 'otherwise', 'stateless_otherwise', 'on_broken_flow', 'flow_logs', 'alert_logs', 'deletion_protection', 'subnet_change_protection', 'policy_change_protection', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'subnets', 'description', 'rule_groups', 'order', 'otherwise', 'stateless_otherwise', 'on_broken_flow', 'flow_logs', 'alert_logs', 'deletion_protection', 'subnet_change_protection', 'policy_change_protection', 'tags',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 1
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
        v = get('rule_groups')
        if v is None:
            self.rule_groups = []
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
            self.rule_groups = v
        v = get('order')
        if v is None:
            self.order = 'strict'
        else:
            known += 1
            if type(v) is not str or v not in ('default', 'strict',):
                raise Doubt
            self.order = v
        v = get('otherwise')
        if v is None:
            self.otherwise = ['drop_established', 'alert_established']
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = firewalls_otherwise(v)
            v = values_one_or_many(v)
            if type(v) is not list:
                raise Doubt
            for v_ in v:
                if type(v_) is not str:
                    raise Doubt
            self.otherwise = v
        v = get('stateless_otherwise')
        if v is None:
            self.stateless_otherwise = 'forward'
        else:
            known += 1
            if type(v) is not str or v not in ('forward', 'pass', 'drop',):
                raise Doubt
            self.stateless_otherwise = v
        v = get('on_broken_flow')
        if v is None:
            self.on_broken_flow = 'drop'
        else:
            known += 1
            if type(v) is not str or v not in ('drop', 'continue', 'reject',):
                raise Doubt
            self.on_broken_flow = v
        v = get('flow_logs')
        if v is None:
            self.flow_logs = None
        else:
            known += 1
            v = Logs(v)
            self.flow_logs = v
        v = get('alert_logs')
        if v is None:
            self.alert_logs = None
        else:
            known += 1
            v = Logs(v)
            self.alert_logs = v
        v = get('deletion_protection')
        if v is None:
            self.deletion_protection = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.deletion_protection = v
        v = get('subnet_change_protection')
        if v is None:
            self.subnet_change_protection = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.subnet_change_protection = v
        v = get('policy_change_protection')
        if v is None:
            self.policy_change_protection = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.policy_change_protection = v
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


class Domains:
    """What `infraspec.spec.firewalls.Domains` is made of."""

    __slots__ = ('allow', 'deny', 'protocols',)
    KEYS = ('allow', 'deny', 'protocols',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 0
        v = get('allow')
        if v is None:
            self.allow = []
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
            self.allow = v
        v = get('deny')
        if v is None:
            self.deny = []
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
            self.deny = v
        v = get('protocols')
        if v is None:
            self.protocols = ['http', 'tls']
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = firewalls_protocols(v)
            v = values_one_or_many(v)
            if type(v) is not list:
                raise Doubt
            for v_ in v:
                if type(v_) is not str:
                    raise Doubt
            self.protocols = v
        if known != len(data):
            raise Doubt
        firewalls_one_list(self)


class StatefulRule:
    """What `infraspec.spec.firewalls.StatefulRule` is made of."""

    __slots__ = ('action', 'protocol', 'source', 'source_port', 'destination', 'destination_port', 'direction', 'sid',)
    KEYS = ('action', 'protocol', 'from', 'from_port', 'to', 'to_port', 'direction', 'sid',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 2
        v = get('action')
        if v is None:
            raise Doubt
        if type(v) is not str or v not in ('pass', 'drop', 'reject', 'alert',):
            raise Doubt
        self.action = v
        v = get('protocol')
        if v is None:
            self.protocol = 'ip'
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = firewalls_protocol(v)
            if type(v) is not str:
                raise Doubt
            self.protocol = v
        v = get('from')
        if v is None:
            self.source = 'any'
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = firewalls_address(v)
            if type(v) is not str:
                raise Doubt
            self.source = v
        v = get('from_port')
        if v is None:
            self.source_port = 'any'
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = firewalls_port(v)
            if type(v) is not str:
                raise Doubt
            self.source_port = v
        v = get('to')
        if v is None:
            self.destination = 'any'
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = firewalls_address(v)
            if type(v) is not str:
                raise Doubt
            self.destination = v
        v = get('to_port')
        if v is None:
            self.destination_port = 'any'
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = firewalls_port(v)
            if type(v) is not str:
                raise Doubt
            self.destination_port = v
        v = get('direction')
        if v is None:
            self.direction = 'forward'
        else:
            known += 1
            if type(v) is not str or v not in ('forward', 'any',):
                raise Doubt
            self.direction = v
        v = get('sid')
        if v is None:
            raise Doubt
        if type(v) is not int or not v >= 1 or not v <= 4294967295:
            raise Doubt
        self.sid = v
        if known != len(data):
            raise Doubt


class StatelessRule:
    """What `infraspec.spec.firewalls.StatelessRule` is made of."""

    __slots__ = ('priority', 'action', 'source', 'destination', 'protocols', 'ports',)
    KEYS = ('priority', 'action', 'from', 'to', 'protocols', 'ports',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 2
        v = get('priority')
        if v is None:
            raise Doubt
        if type(v) is not int or not v >= 1 or not v <= 65535:
            raise Doubt
        self.priority = v
        v = get('action')
        if v is None:
            raise Doubt
        if type(v) is not str or v not in ('pass', 'drop', 'forward',):
            raise Doubt
        self.action = v
        v = get('from')
        if v is None:
            self.source = []
        else:
            known += 1
            if type(v) is not list:
                raise Doubt
            vnew = []
            for v_ in v:
                if type(v_) is not str:
                    doubt_whole(v_)
                v_ = values_parse_network_v4(v_)
                vnew.append(v_)
            v = vnew
            self.source = v
        v = get('to')
        if v is None:
            self.destination = []
        else:
            known += 1
            if type(v) is not list:
                raise Doubt
            vnew = []
            for v_ in v:
                if type(v_) is not str:
                    doubt_whole(v_)
                v_ = values_parse_network_v4(v_)
                vnew.append(v_)
            v = vnew
            self.destination = v
        v = get('protocols')
        if v is None:
            self.protocols = []
        else:
            known += 1
            if type(v) is not list:
                raise Doubt
            for v_ in v:
                if type(v_) is not int or not v_ >= 0 or not v_ <= 255:
                    raise Doubt
            self.protocols = v
        v = get('ports')
        if v is None:
            self.ports = []
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = firewalls_port_list(v)
            v = values_one_or_many(v)
            if type(v) is not list:
                raise Doubt
            for v_ in v:
                if type(v_) is not str:
                    raise Doubt
            self.ports = v
        if known != len(data):
            raise Doubt


class RuleGroup:
    """What `infraspec.spec.firewalls.RuleGroup` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'description', 'capacity', 'order', 'domains', 'suricata', 'rules', 'stateless', 'home_net', 'existing', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'description', 'capacity', 'order', 'domains', 'suricata', 'rules', 'stateless', 'home_net', 'existing', 'tags',)

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
        v = get('capacity')
        if v is None:
            self.capacity = None
        else:
            known += 1
            if type(v) is not int or not v >= 1 or not v <= 30000:
                raise Doubt
            self.capacity = v
        v = get('order')
        if v is None:
            self.order = 'strict'
        else:
            known += 1
            if type(v) is not str or v not in ('default', 'strict',):
                raise Doubt
            self.order = v
        v = get('domains')
        if v is None:
            self.domains = None
        else:
            known += 1
            v = Domains(v)
            self.domains = v
        v = get('suricata')
        if v is None:
            self.suricata = None
        else:
            known += 1
            if type(v) is not str or len(v) > 2000000:
                raise Doubt
            self.suricata = v
        v = get('rules')
        if v is None:
            self.rules = []
        else:
            known += 1
            if type(v) is not list:
                raise Doubt
            vnew = []
            for v_ in v:
                v_ = StatefulRule(v_)
                vnew.append(v_)
            v = vnew
            self.rules = v
        v = get('stateless')
        if v is None:
            self.stateless = []
        else:
            known += 1
            if type(v) is not list:
                raise Doubt
            vnew = []
            for v_ in v:
                v_ = StatelessRule(v_)
                vnew.append(v_)
            v = vnew
            self.stateless = v
        v = get('home_net')
        if v is None:
            self.home_net = []
        else:
            known += 1
            if type(v) is not list:
                raise Doubt
            vnew = []
            for v_ in v:
                if type(v_) is not str:
                    doubt_whole(v_)
                v_ = values_parse_network_v4(v_)
                vnew.append(v_)
            v = vnew
            self.home_net = v
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
            v = firewalls_rule_group_arn(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
            self.existing = v
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
        firewalls_one_kind_of_rules(self)
