"""Readers of what `infraspec.spec.dhcp_options` takes. Written by tools/ready_readers.py: do not edit."""

from infraspec.deploy_time import Later as deploy_time_Later
from infraspec.spec.doubt import Doubt, whole as doubt_whole
from infraspec.spec.forms.dhcp_options import dns_servers as dhcp_options_dns_servers, says_something as dhcp_options_says_something, servers as dhcp_options_servers
from infraspec.spec.forms.values import Identifier as values_Identifier, check_tags as values_check_tags, one_or_many as values_one_or_many

_IDENTIFIER_DOPT = values_Identifier('dopt')


class DhcpOptions:
    """What `infraspec.spec.dhcp_options.DhcpOptions` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'domain_name', 'domain_name_servers', 'ntp_servers', 'netbios_name_servers', 'netbios_node_type', 'ipv6_preferred_lease_seconds', 'existing', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'domain_name', 'domain_name_servers', 'ntp_servers', 'netbios_name_servers', 'netbios_node_type', 'ipv6_preferred_lease_seconds', 'existing', 'tags',)

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
        v = get('domain_name')
        if v is None:
            self.domain_name = None
        else:
            known += 1
            vwhole = v
            if type(v) is deploy_time_Later:
                v = str(v)
            if type(v) is not str:
                raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
            self.domain_name = v
        v = get('domain_name_servers')
        if v is None:
            self.domain_name_servers = []
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
            v = dhcp_options_dns_servers(v)
            self.domain_name_servers = v
        v = get('ntp_servers')
        if v is None:
            self.ntp_servers = []
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
            v = dhcp_options_servers(v)
            self.ntp_servers = v
        v = get('netbios_name_servers')
        if v is None:
            self.netbios_name_servers = []
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
            v = dhcp_options_servers(v)
            self.netbios_name_servers = v
        v = get('netbios_node_type')
        if v is None:
            self.netbios_node_type = None
        else:
            known += 1
            if type(v) is not int or v not in (1, 2, 4, 8,):
                raise Doubt
            self.netbios_node_type = v
        v = get('ipv6_preferred_lease_seconds')
        if v is None:
            self.ipv6_preferred_lease_seconds = None
        else:
            known += 1
            if type(v) is not int or not v >= 140 or not v <= 2147483647:
                raise Doubt
            self.ipv6_preferred_lease_seconds = v
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
            v = _IDENTIFIER_DOPT(v)
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
        dhcp_options_says_something(self)
