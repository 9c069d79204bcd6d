"""Readers of what `infraspec.spec.transit_gateways` takes. Written by tools/ready_readers.py: do not edit."""

from infraspec.deploy_time import Later as deploy_time_Later
from infraspec.spec.doubt import Doubt, whole as doubt_whole
from infraspec.spec.forms.alarm_sets import alarm_set as alarm_sets_alarm_set
from infraspec.spec.forms.transit_gateways import dpd as transit_gateways_dpd, encryption as transit_gateways_encryption, ends_somewhere as transit_gateways_ends_somewhere, has_an_address as transit_gateways_has_an_address, ike as transit_gateways_ike, inside as transit_gateways_inside, integrity as transit_gateways_integrity, private_asn as transit_gateways_private_asn, public_address as transit_gateways_public_address, startup as transit_gateways_startup
from infraspec.spec.forms.values import Identifier as values_Identifier, check_tags as values_check_tags, one_or_many as values_one_or_many, parse_network_v4 as values_parse_network_v4
from infraspec.spec.ready.alarm_sets import AlarmSet as alarm_sets_AlarmSet

_IDENTIFIER_CGW = values_Identifier('cgw')
_IDENTIFIER_TGW = values_Identifier('tgw')
_IDENTIFIER_TGW_ATTACH = values_Identifier('tgw-attach')
_IDENTIFIER_TGW_RTB = values_Identifier('tgw-rtb')
_IDENTIFIER_VGW = values_Identifier('vgw')


class TransitGateway:
    """What `infraspec.spec.transit_gateways.TransitGateway` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'description', 'asn', 'default_association', 'default_propagation', 'auto_accept', 'dns_support', 'vpn_ecmp', 'multicast', 'security_group_references', 'cidrs', 'existing', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'description', 'asn', 'default_association', 'default_propagation', 'auto_accept', 'dns_support', 'vpn_ecmp', 'multicast', 'security_group_references', 'cidrs', 'existing', 'tags',)

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
            self.description = ''
        else:
            known += 1
            vwhole = v
            if type(v) is deploy_time_Later:
                v = str(v)
            if type(v) is not str or len(v) > 255:
                raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
            self.description = v
        v = get('asn')
        if v is None:
            self.asn = 64512
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = transit_gateways_private_asn(v)
            if type(v) is not int:
                raise Doubt
            self.asn = v
        v = get('default_association')
        if v is None:
            self.default_association = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.default_association = v
        v = get('default_propagation')
        if v is None:
            self.default_propagation = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.default_propagation = v
        v = get('auto_accept')
        if v is None:
            self.auto_accept = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.auto_accept = v
        v = get('dns_support')
        if v is None:
            self.dns_support = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.dns_support = v
        v = get('vpn_ecmp')
        if v is None:
            self.vpn_ecmp = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.vpn_ecmp = v
        v = get('multicast')
        if v is None:
            self.multicast = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.multicast = v
        v = get('security_group_references')
        if v is None:
            self.security_group_references = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.security_group_references = v
        v = get('cidrs')
        if v is None:
            self.cidrs = []
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
            self.cidrs = v
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
            v = _IDENTIFIER_TGW(v)
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


class Attachment:
    """What `infraspec.spec.transit_gateways.Attachment` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'subnets', 'appliance_mode', 'dns_support', 'ipv6', 'security_group_references', 'route_table', 'propagate_to', 'existing', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'subnets', 'appliance_mode', 'dns_support', 'ipv6', 'security_group_references', 'route_table', 'propagate_to', 'existing', 'tags',)

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
        v = get('appliance_mode')
        if v is None:
            self.appliance_mode = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.appliance_mode = v
        v = get('dns_support')
        if v is None:
            self.dns_support = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.dns_support = v
        v = get('ipv6')
        if v is None:
            self.ipv6 = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.ipv6 = v
        v = get('security_group_references')
        if v is None:
            self.security_group_references = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.security_group_references = v
        v = get('route_table')
        if v is None:
            self.route_table = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.route_table = v
        v = get('propagate_to')
        if v is None:
            self.propagate_to = []
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
            self.propagate_to = v
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
            v = _IDENTIFIER_TGW_ATTACH(v)
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


class TransitRouteTable:
    """What `infraspec.spec.transit_gateways.TransitRouteTable` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'routes', 'existing', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'routes', 'existing', 'tags',)

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
            v = _IDENTIFIER_TGW_RTB(v)
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


class CustomerGateway:
    """What `infraspec.spec.transit_gateways.CustomerGateway` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'ip', 'asn', 'device', 'existing', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'ip', 'asn', 'device', 'existing', 'tags',)

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
        v = get('ip')
        if v is None:
            self.ip = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = transit_gateways_public_address(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            self.ip = v
        v = get('asn')
        if v is None:
            self.asn = 65000
        else:
            known += 1
            if type(v) is not int or not v >= 1 or not v <= 4294967294:
                raise Doubt
            self.asn = v
        v = get('device')
        if v is None:
            self.device = None
        else:
            known += 1
            vwhole = v
            if type(v) is deploy_time_Later:
                v = str(v)
            if type(v) is not str:
                raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
            self.device = v
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
            v = _IDENTIFIER_CGW(v)
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
        transit_gateways_has_an_address(self)


class VpnGateway:
    """What `infraspec.spec.transit_gateways.VpnGateway` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'vpc', 'asn', 'propagate_to', 'existing', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'vpc', 'asn', 'propagate_to', 'existing', 'tags',)

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
        v = get('vpc')
        if v is None:
            raise Doubt
        if type(v) is not str:
            raise Doubt
        self.vpc = v
        v = get('asn')
        if v is None:
            self.asn = 64512
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = transit_gateways_private_asn(v)
            if type(v) is not int:
                raise Doubt
            self.asn = v
        v = get('propagate_to')
        if v is None:
            self.propagate_to = []
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
            self.propagate_to = v
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
            v = _IDENTIFIER_VGW(v)
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


class Phase:
    """What `infraspec.spec.transit_gateways.Phase` is made of."""

    __slots__ = ('encryption', 'integrity', 'dh_groups', 'lifetime_seconds',)
    KEYS = ('encryption', 'integrity', 'dh_groups', 'lifetime_seconds',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 0
        v = get('encryption')
        if v is None:
            self.encryption = []
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = transit_gateways_encryption(v)
            v = values_one_or_many(v)
            if type(v) is not list:
                raise Doubt
            for v_ in v:
                if type(v_) is not str:
                    raise Doubt
            self.encryption = v
        v = get('integrity')
        if v is None:
            self.integrity = []
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = transit_gateways_integrity(v)
            v = values_one_or_many(v)
            if type(v) is not list:
                raise Doubt
            for v_ in v:
                if type(v_) is not str:
                    raise Doubt
            self.integrity = v
        v = get('dh_groups')
        if v is None:
            self.dh_groups = []
        else:
            known += 1
            if type(v) is not list:
                raise Doubt
            for v_ in v:
                if type(v_) is not int:
                    raise Doubt
            self.dh_groups = v
        v = get('lifetime_seconds')
        if v is None:
            self.lifetime_seconds = None
        else:
            known += 1
            if type(v) is not int or not v >= 900 or not v <= 28800:
                raise Doubt
            self.lifetime_seconds = v
        if known != len(data):
            raise Doubt


class Tunnel:
    """What `infraspec.spec.transit_gateways.Tunnel` is made of."""

    __slots__ = ('inside_cidr', 'ike_versions', 'startup', 'dpd', 'lifecycle_control', 'phase1', 'phase2',)
    KEYS = ('inside_cidr', 'ike_versions', 'startup', 'dpd', 'lifecycle_control', 'phase1', 'phase2',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 0
        v = get('inside_cidr')
        if v is None:
            self.inside_cidr = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = transit_gateways_inside(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            self.inside_cidr = v
        v = get('ike_versions')
        if v is None:
            self.ike_versions = ['ikev2']
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = transit_gateways_ike(v)
            v = values_one_or_many(v)
            if type(v) is not list:
                raise Doubt
            for v_ in v:
                if type(v_) is not str:
                    raise Doubt
            self.ike_versions = v
        v = get('startup')
        if v is None:
            self.startup = 'add'
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = transit_gateways_startup(v)
            if type(v) is not str:
                raise Doubt
            self.startup = v
        v = get('dpd')
        if v is None:
            self.dpd = 'clear'
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = transit_gateways_dpd(v)
            if type(v) is not str:
                raise Doubt
            self.dpd = v
        v = get('lifecycle_control')
        if v is None:
            self.lifecycle_control = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.lifecycle_control = v
        v = get('phase1')
        if v is None:
            self.phase1 = None
        else:
            known += 1
            v = Phase(v)
            self.phase1 = v
        v = get('phase2')
        if v is None:
            self.phase2 = None
        else:
            known += 1
            v = Phase(v)
            self.phase2 = v
        if known != len(data):
            raise Doubt


class VpnConnection:
    """What `infraspec.spec.transit_gateways.VpnConnection` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'customer_gateway', 'vpn_gateway', 'transit_gateway', 'static_routes', 'acceleration', 'local_cidr', 'remote_cidr', 'tunnels', 'alarms', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'customer_gateway', 'vpn_gateway', 'transit_gateway', 'static_routes', 'acceleration', 'local_cidr', 'remote_cidr', 'tunnels', 'alarms', 'tags',)

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
        v = get('customer_gateway')
        if v is None:
            raise Doubt
        if type(v) is not str:
            raise Doubt
        self.customer_gateway = v
        v = get('vpn_gateway')
        if v is None:
            self.vpn_gateway = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.vpn_gateway = v
        v = get('transit_gateway')
        if v is None:
            self.transit_gateway = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.transit_gateway = v
        v = get('static_routes')
        if v is None:
            self.static_routes = []
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
            self.static_routes = v
        v = get('acceleration')
        if v is None:
            self.acceleration = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.acceleration = v
        v = get('local_cidr')
        if v is None:
            self.local_cidr = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = values_parse_network_v4(v)
            self.local_cidr = v
        v = get('remote_cidr')
        if v is None:
            self.remote_cidr = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = values_parse_network_v4(v)
            self.remote_cidr = v
        v = get('tunnels')
        if v is None:
            self.tunnels = []
        else:
            known += 1
            if type(v) is not list or len(v) > 2:
                raise Doubt
            vnew = []
            for v_ in v:
                v_ = Tunnel(v_)
                vnew.append(v_)
            v = vnew
            self.tunnels = v
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
        transit_gateways_ends_somewhere(self)
