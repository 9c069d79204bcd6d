"""Readers of what `infraspec.spec.network_acls` takes. Written by tools/ready_readers.py: do not edit."""

from infraspec.deploy_time import Later as deploy_time_Later
from infraspec.spec.doubt import Doubt, whole as doubt_whole
from infraspec.spec.forms.network_acls import is_one_entry as network_acls_is_one_entry
from infraspec.spec.forms.traffic import all_ as traffic_all_, icmp as traffic_icmp, icmpv6 as traffic_icmpv6, listed as traffic_listed, ports as traffic_ports, protocol as traffic_protocol, speaks_of_something as traffic_speaks_of_something
from infraspec.spec.forms.values import Identifier as values_Identifier, check_tags as values_check_tags

_IDENTIFIER_ACL = values_Identifier('acl')


class IngressEntry:
    """What `infraspec.spec.network_acls.IngressEntry` is made of."""

    __slots__ = ('tcp', 'udp', 'icmp', 'icmpv6', 'protocol', 'all', 'number', 'action', 'ipv6', 'peer',)
    KEYS = ('tcp', 'udp', 'icmp', 'icmpv6', 'protocol', 'all', 'number', 'action', 'ipv6', 'from',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 3
        v = get('tcp')
        if v is None:
            self.tcp = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = traffic_listed(v)
            if type(v) is not list:
                raise Doubt
            vnew = []
            for v_ in v:
                v_ = traffic_ports(v_)
                vnew.append(v_)
            v = vnew
            if len(v) < 1:
                raise Doubt
            self.tcp = v
        v = get('udp')
        if v is None:
            self.udp = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = traffic_listed(v)
            if type(v) is not list:
                raise Doubt
            vnew = []
            for v_ in v:
                v_ = traffic_ports(v_)
                vnew.append(v_)
            v = vnew
            if len(v) < 1:
                raise Doubt
            self.udp = v
        v = get('icmp')
        if v is None:
            self.icmp = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = traffic_listed(v)
            if type(v) is not list:
                raise Doubt
            vnew = []
            for v_ in v:
                v_ = traffic_icmp(v_)
                vnew.append(v_)
            v = vnew
            if len(v) < 1:
                raise Doubt
            self.icmp = v
        v = get('icmpv6')
        if v is None:
            self.icmpv6 = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = traffic_listed(v)
            if type(v) is not list:
                raise Doubt
            vnew = []
            for v_ in v:
                v_ = traffic_icmpv6(v_)
                vnew.append(v_)
            v = vnew
            if len(v) < 1:
                raise Doubt
            self.icmpv6 = v
        v = get('protocol')
        if v is None:
            self.protocol = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = traffic_protocol(v)
            self.protocol = v
        v = get('all')
        if v is None:
            self.all = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = traffic_all_(v)
            self.all = v
        v = get('number')
        if v is None:
            raise Doubt
        if type(v) is not int:
            raise Doubt
        self.number = v
        v = get('action')
        if v is None:
            raise Doubt
        if type(v) is not str or v not in ('allow', 'deny',):
            raise Doubt
        self.action = v
        v = get('ipv6')
        if v is None:
            self.ipv6 = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.ipv6 = v
        v = get('from')
        if v is None:
            raise Doubt
        if type(v) is not str:
            raise Doubt
        self.peer = v
        if known != len(data):
            raise Doubt
        traffic_speaks_of_something(self)
        network_acls_is_one_entry(self)


class EgressEntry:
    """What `infraspec.spec.network_acls.EgressEntry` is made of."""

    __slots__ = ('tcp', 'udp', 'icmp', 'icmpv6', 'protocol', 'all', 'number', 'action', 'ipv6', 'peer',)
    KEYS = ('tcp', 'udp', 'icmp', 'icmpv6', 'protocol', 'all', 'number', 'action', 'ipv6', 'to',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 3
        v = get('tcp')
        if v is None:
            self.tcp = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = traffic_listed(v)
            if type(v) is not list:
                raise Doubt
            vnew = []
            for v_ in v:
                v_ = traffic_ports(v_)
                vnew.append(v_)
            v = vnew
            if len(v) < 1:
                raise Doubt
            self.tcp = v
        v = get('udp')
        if v is None:
            self.udp = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = traffic_listed(v)
            if type(v) is not list:
                raise Doubt
            vnew = []
            for v_ in v:
                v_ = traffic_ports(v_)
                vnew.append(v_)
            v = vnew
            if len(v) < 1:
                raise Doubt
            self.udp = v
        v = get('icmp')
        if v is None:
            self.icmp = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = traffic_listed(v)
            if type(v) is not list:
                raise Doubt
            vnew = []
            for v_ in v:
                v_ = traffic_icmp(v_)
                vnew.append(v_)
            v = vnew
            if len(v) < 1:
                raise Doubt
            self.icmp = v
        v = get('icmpv6')
        if v is None:
            self.icmpv6 = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = traffic_listed(v)
            if type(v) is not list:
                raise Doubt
            vnew = []
            for v_ in v:
                v_ = traffic_icmpv6(v_)
                vnew.append(v_)
            v = vnew
            if len(v) < 1:
                raise Doubt
            self.icmpv6 = v
        v = get('protocol')
        if v is None:
            self.protocol = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = traffic_protocol(v)
            self.protocol = v
        v = get('all')
        if v is None:
            self.all = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = traffic_all_(v)
            self.all = v
        v = get('number')
        if v is None:
            raise Doubt
        if type(v) is not int:
            raise Doubt
        self.number = v
        v = get('action')
        if v is None:
            raise Doubt
        if type(v) is not str or v not in ('allow', 'deny',):
            raise Doubt
        self.action = v
        v = get('ipv6')
        if v is None:
            self.ipv6 = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.ipv6 = v
        v = get('to')
        if v is None:
            raise Doubt
        if type(v) is not str:
            raise Doubt
        self.peer = v
        if known != len(data):
            raise Doubt
        traffic_speaks_of_something(self)
        network_acls_is_one_entry(self)


class NetworkAcl:
    """What `infraspec.spec.network_acls.NetworkAcl` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'ingress', 'egress', 'existing', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'ingress', 'egress', 'existing', 'tags',)

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
        v = get('ingress')
        if v is None:
            self.ingress = None
        else:
            known += 1
            if type(v) is not list:
                raise Doubt
            vnew = []
            for v_ in v:
                v_ = IngressEntry(v_)
                vnew.append(v_)
            v = vnew
            self.ingress = v
        v = get('egress')
        if v is None:
            self.egress = None
        else:
            known += 1
            if type(v) is not list:
                raise Doubt
            vnew = []
            for v_ in v:
                v_ = EgressEntry(v_)
                vnew.append(v_)
            v = vnew
            self.egress = v
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
            v = _IDENTIFIER_ACL(v)
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
