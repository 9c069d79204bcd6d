"""Readers of what `infraspec.spec.vpcs` takes. Written by tools/ready_readers.py: do not edit."""

from infraspec.deploy_time import Later as deploy_time_Later
from infraspec.spec.doubt import Doubt, whole as doubt_whole
from infraspec.spec.forms.alarm_sets import alarm_set as alarm_sets_alarm_set
from infraspec.spec.forms.flow_logs import one_or_several as flow_logs_one_or_several, place as flow_logs_place
from infraspec.spec.forms.values import Identifier as values_Identifier, check_tags as values_check_tags, one_or_many as values_one_or_many, parse_address_v4 as values_parse_address_v4, parse_network_v4 as values_parse_network_v4
from infraspec.spec.forms.vpcs import ipv6_block as vpcs_ipv6_block, one_gateway as vpcs_one_gateway
from infraspec.spec.ready.alarm_sets import AlarmSet as alarm_sets_AlarmSet
from infraspec.spec.ready.flow_logs import FlowLog as flow_logs_FlowLog

_IDENTIFIER_EIGW = values_Identifier('eigw')
_IDENTIFIER_EIPALLOC = values_Identifier('eipalloc')
_IDENTIFIER_IGW = values_Identifier('igw')
_IDENTIFIER_NAT = values_Identifier('nat')
_IDENTIFIER_PCX = values_Identifier('pcx')
_IDENTIFIER_RTB = values_Identifier('rtb')
_IDENTIFIER_SUBNET = values_Identifier('subnet')
_IDENTIFIER_VPC = values_Identifier('vpc')


class InternetGateway:
    """What `infraspec.spec.vpcs.InternetGateway` is made of."""

    __slots__ = ('name', 'existing', 'tags',)
    KEYS = ('name', 'existing', 'tags',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 1
        v = get('name')
        if v is None:
            raise Doubt
        if type(v) is not str:
            raise Doubt
        self.name = v
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
            v = _IDENTIFIER_IGW(v)
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


class EgressOnlyGateway:
    """What `infraspec.spec.vpcs.EgressOnlyGateway` is made of."""

    __slots__ = ('name', 'existing', 'tags',)
    KEYS = ('name', 'existing', 'tags',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 1
        v = get('name')
        if v is None:
            raise Doubt
        if type(v) is not str:
            raise Doubt
        self.name = v
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
            v = _IDENTIFIER_EIGW(v)
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


class Vpc:
    """What `infraspec.spec.vpcs.Vpc` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'cidr', 'secondary_cidrs', 'tenancy', 'dns_support', 'dns_hostnames', 'internet_gateway', 'ipv6', 'egress_only_gateway', 'dhcp_options', 'default_security_group', 'existing', 'flow_logs', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'cidr', 'secondary_cidrs', 'tenancy', 'dns_support', 'dns_hostnames', 'internet_gateway', 'ipv6', 'egress_only_gateway', 'dhcp_options', 'default_security_group', 'existing', 'flow_logs', 'tags',)

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
        v = get('cidr')
        if v is None:
            raise Doubt
        if type(v) is not str:
            doubt_whole(v)
        v = values_parse_network_v4(v)
        self.cidr = v
        v = get('secondary_cidrs')
        if v is None:
            self.secondary_cidrs = []
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
            self.secondary_cidrs = v
        v = get('tenancy')
        if v is None:
            self.tenancy = 'default'
        else:
            known += 1
            if type(v) is not str or v not in ('default', 'dedicated',):
                raise Doubt
            self.tenancy = v
        v = get('dns_support')
        if v is None:
            self.dns_support = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.dns_support = v
        v = get('dns_hostnames')
        if v is None:
            self.dns_hostnames = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.dns_hostnames = v
        v = get('internet_gateway')
        if v is None:
            self.internet_gateway = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = vpcs_one_gateway(v)
            if v is not None:
                v = InternetGateway(v)
            self.internet_gateway = v
        v = get('ipv6')
        if v is None:
            self.ipv6 = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.ipv6 = v
        v = get('egress_only_gateway')
        if v is None:
            self.egress_only_gateway = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = vpcs_one_gateway(v)
            if v is not None:
                v = EgressOnlyGateway(v)
            self.egress_only_gateway = v
        v = get('dhcp_options')
        if v is None:
            self.dhcp_options = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.dhcp_options = v
        v = get('default_security_group')
        if v is None:
            self.default_security_group = None
        else:
            known += 1
            if type(v) is not str or v not in ('locked',):
                raise Doubt
            self.default_security_group = v
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
            v = _IDENTIFIER_VPC(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
            self.existing = v
        v = get('flow_logs')
        if v is None:
            self.flow_logs = []
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = flow_logs_one_or_several(v)
            if type(v) is not list:
                raise Doubt
            vnew = []
            for v_ in v:
                v_ = flow_logs_place(v_)
                v_ = flow_logs_FlowLog(v_)
                vnew.append(v_)
            v = vnew
            self.flow_logs = v
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


class NatGateway:
    """What `infraspec.spec.vpcs.NatGateway` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'subnet', 'subnets', 'connectivity', 'availability', 'addresses', 'elastic_ip', 'private_ip', 'existing', 'alarms', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'subnet', 'subnets', 'connectivity', 'availability', 'addresses', 'elastic_ip', 'private_ip', 'existing', 'alarms', 'tags',)

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
        v = get('subnet')
        if v is None:
            self.subnet = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.subnet = v
        v = get('subnets')
        if v is None:
            self.subnets = None
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
            self.subnets = v
        v = get('connectivity')
        if v is None:
            self.connectivity = 'public'
        else:
            known += 1
            if type(v) is not str or v not in ('public', 'private',):
                raise Doubt
            self.connectivity = v
        v = get('availability')
        if v is None:
            self.availability = 'zonal'
        else:
            known += 1
            if type(v) is not str or v not in ('zonal', 'regional',):
                raise Doubt
            self.availability = v
        v = get('addresses')
        if v is None:
            self.addresses = 1
        else:
            known += 1
            if type(v) is not int or not v >= 1 or not v <= 8:
                raise Doubt
            self.addresses = v
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
            v = _IDENTIFIER_EIPALLOC(v)
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
            v = _IDENTIFIER_NAT(v)
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


class RouteTable:
    """What `infraspec.spec.vpcs.RouteTable` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'routes', 'ipv6', 'gateway', 'existing', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'routes', 'ipv6', 'gateway', 'existing', 'tags',)

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
        v = get('routes')
        if v is None:
            self.routes = {}
        else:
            known += 1
            if type(v) is not dict:
                raise Doubt
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                if type(v_) is not str:
                    raise Doubt
            self.routes = v
        v = get('ipv6')
        if v is None:
            self.ipv6 = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.ipv6 = v
        v = get('gateway')
        if v is None:
            self.gateway = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.gateway = v
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
            v = _IDENTIFIER_RTB(v)
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


class Tier:
    """What `infraspec.spec.vpcs.Tier` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'route_table', 'network_acl', 'public_ip_on_launch', 'ipv6', 'ipv6_on_launch', 'dns64', 'session_manager', 'flow_logs', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'route_table', 'network_acl', 'public_ip_on_launch', 'ipv6', 'ipv6_on_launch', 'dns64', 'session_manager', 'flow_logs', 'tags',)

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
        v = get('route_table')
        if v is None:
            self.route_table = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.route_table = v
        v = get('network_acl')
        if v is None:
            self.network_acl = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.network_acl = v
        v = get('public_ip_on_launch')
        if v is None:
            self.public_ip_on_launch = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.public_ip_on_launch = v
        v = get('ipv6')
        if v is None:
            self.ipv6 = None
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.ipv6 = v
        v = get('ipv6_on_launch')
        if v is None:
            self.ipv6_on_launch = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.ipv6_on_launch = v
        v = get('dns64')
        if v is None:
            self.dns64 = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.dns64 = v
        v = get('session_manager')
        if v is None:
            self.session_manager = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.session_manager = v
        v = get('flow_logs')
        if v is None:
            self.flow_logs = []
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = flow_logs_one_or_several(v)
            if type(v) is not list:
                raise Doubt
            vnew = []
            for v_ in v:
                v_ = flow_logs_place(v_)
                v_ = flow_logs_FlowLog(v_)
                vnew.append(v_)
            v = vnew
            self.flow_logs = v
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


class Subnet:
    """What `infraspec.spec.vpcs.Subnet` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'zone', 'cidr', 'route_table', 'network_acl', 'public_ip_on_launch', 'ipv6', 'ipv6_on_launch', 'dns64', 'existing', 'flow_logs', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'zone', 'cidr', 'route_table', 'network_acl', 'public_ip_on_launch', 'ipv6', 'ipv6_on_launch', 'dns64', 'existing', 'flow_logs', 'tags',)

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
        v = get('zone')
        if v is None:
            raise Doubt
        if type(v) is not str:
            raise Doubt
        self.zone = v
        v = get('cidr')
        if v is None:
            raise Doubt
        if type(v) is not str:
            doubt_whole(v)
        v = values_parse_network_v4(v)
        self.cidr = v
        v = get('route_table')
        if v is None:
            self.route_table = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.route_table = v
        v = get('network_acl')
        if v is None:
            self.network_acl = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.network_acl = v
        v = get('public_ip_on_launch')
        if v is None:
            self.public_ip_on_launch = None
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.public_ip_on_launch = v
        v = get('ipv6')
        if v is None:
            self.ipv6 = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = vpcs_ipv6_block(v)
            self.ipv6 = v
        v = get('ipv6_on_launch')
        if v is None:
            self.ipv6_on_launch = None
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.ipv6_on_launch = v
        v = get('dns64')
        if v is None:
            self.dns64 = None
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.dns64 = v
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
            v = _IDENTIFIER_SUBNET(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
            self.existing = v
        v = get('flow_logs')
        if v is None:
            self.flow_logs = []
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = flow_logs_one_or_several(v)
            if type(v) is not list:
                raise Doubt
            vnew = []
            for v_ in v:
                v_ = flow_logs_place(v_)
                v_ = flow_logs_FlowLog(v_)
                vnew.append(v_)
            v = vnew
            self.flow_logs = v
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


class Peering:
    """What `infraspec.spec.vpcs.Peering` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'requester', 'accepter', 'dns_resolution', 'existing', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'requester', 'accepter', 'dns_resolution', 'existing', 'tags',)

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
        v = get('requester')
        if v is None:
            raise Doubt
        if type(v) is not str:
            raise Doubt
        self.requester = v
        v = get('accepter')
        if v is None:
            raise Doubt
        if type(v) is not str:
            raise Doubt
        self.accepter = v
        v = get('dns_resolution')
        if v is None:
            self.dns_resolution = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.dns_resolution = v
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
            v = _IDENTIFIER_PCX(v)
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
