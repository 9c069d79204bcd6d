"""Readers of what `infraspec.spec.endpoints` takes. Written by tools/ready_readers.py: do not edit."""

from infraspec.deploy_time import Later as deploy_time_Later
from infraspec.spec.doubt import Doubt, whole as doubt_whole
from infraspec.spec.forms.values import Identifier as values_Identifier, check_tags as values_check_tags, one_or_many as values_one_or_many

_IDENTIFIER_VPCE = values_Identifier('vpce')


class Endpoint:
    """What `infraspec.spec.endpoints.Endpoint` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'service', 'type', 'subnets', 'security_groups', 'private_dns', 'route_tables', 'policy', 'existing', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'service', 'type', 'subnets', 'security_groups', 'private_dns', 'route_tables', 'policy', 'existing', 'tags',)

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
        v = get('service')
        if v is None:
            raise Doubt
        if type(v) is not str:
            raise Doubt
        self.service = v
        v = get('type')
        if v is None:
            self.type = None
        else:
            known += 1
            if type(v) is not str or v not in ('interface', 'gateway', 'gateway_load_balancer',):
                raise Doubt
            self.type = v
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
        v = get('security_groups')
        if v is None:
            self.security_groups = None
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
        v = get('private_dns')
        if v is None:
            self.private_dns = None
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.private_dns = v
        v = get('route_tables')
        if v is None:
            self.route_tables = None
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
            self.route_tables = v
        v = get('policy')
        if v is None:
            self.policy = None
        else:
            known += 1
            if type(v) is not dict:
                raise Doubt
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                doubt_whole(v_)
            self.policy = v
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
            v = _IDENTIFIER_VPCE(v)
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


class EndpointService:
    """What `infraspec.spec.endpoints.EndpointService` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'load_balancers', 'acceptance_required', 'allowed_principals', 'ip_address_types', 'regions', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'load_balancers', 'acceptance_required', 'allowed_principals', 'ip_address_types', 'regions', 'tags',)

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
        v = get('load_balancers')
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
        self.load_balancers = v
        v = get('acceptance_required')
        if v is None:
            self.acceptance_required = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.acceptance_required = v
        v = get('allowed_principals')
        if v is None:
            self.allowed_principals = []
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
            self.allowed_principals = v
        v = get('ip_address_types')
        if v is None:
            self.ip_address_types = []
        else:
            known += 1
            if type(v) is not list:
                raise Doubt
            for v_ in v:
                if type(v_) is not str or v_ not in ('ipv4', 'ipv6',):
                    raise Doubt
            self.ip_address_types = v
        v = get('regions')
        if v is None:
            self.regions = []
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
            self.regions = v
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
