"""Readers of what `infraspec.spec.dns` takes. Written by tools/ready_readers.py: do not edit."""

from infraspec.deploy_time import Later as deploy_time_Later
from infraspec.spec.doubt import Doubt, whole as doubt_whole
from infraspec.spec.forms.dns import alias_or_values as dns_alias_or_values, private_zones_have_vpcs as dns_private_zones_have_vpcs, zone_id as dns_zone_id
from infraspec.spec.forms.values import check_tags as values_check_tags, one_or_many as values_one_or_many


class Zone:
    """What `infraspec.spec.dns.Zone` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'comment', 'vpcs', 'existing', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'comment', 'vpcs', 'existing', 'tags',)

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
        v = get('comment')
        if v is None:
            self.comment = ''
        else:
            known += 1
            vwhole = v
            if type(v) is deploy_time_Later:
                v = str(v)
            if type(v) is not str or len(v) > 256:
                raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
            self.comment = v
        v = get('vpcs')
        if v is None:
            self.vpcs = None
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
            self.vpcs = v
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
            v = dns_zone_id(v)
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
        dns_private_zones_have_vpcs(self)


class Record:
    """What `infraspec.spec.dns.Record` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'zone', 'alias', 'evaluate_target_health', 'ttl', 'A', 'AAAA', 'CAA', 'CNAME', 'DS', 'MX', 'NAPTR', 'NS', 'PTR', 'SRV', 'TXT',)
    KEYS = ('cloudformation', 'terraform', 'zone', 'alias', 'evaluate_target_health', 'ttl', 'A', 'AAAA', 'CAA', 'CNAME', 'DS', 'MX', 'NAPTR', 'NS', 'PTR', 'SRV', 'TXT',)

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
        v = get('zone')
        if v is None:
            raise Doubt
        if type(v) is not str:
            raise Doubt
        self.zone = v
        v = get('alias')
        if v is None:
            self.alias = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.alias = v
        v = get('evaluate_target_health')
        if v is None:
            self.evaluate_target_health = None
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.evaluate_target_health = v
        v = get('ttl')
        if v is None:
            self.ttl = None
        else:
            known += 1
            if type(v) is not int or not v >= 0 or not v <= 2147483647:
                raise Doubt
            self.ttl = v
        v = get('A')
        if v is None:
            self.A = None
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
            self.A = v
        v = get('AAAA')
        if v is None:
            self.AAAA = None
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
            self.AAAA = v
        v = get('CAA')
        if v is None:
            self.CAA = None
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
            self.CAA = v
        v = get('CNAME')
        if v is None:
            self.CNAME = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.CNAME = v
        v = get('DS')
        if v is None:
            self.DS = None
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
            self.DS = v
        v = get('MX')
        if v is None:
            self.MX = None
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
            self.MX = v
        v = get('NAPTR')
        if v is None:
            self.NAPTR = None
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
            self.NAPTR = v
        v = get('NS')
        if v is None:
            self.NS = None
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
            self.NS = v
        v = get('PTR')
        if v is None:
            self.PTR = None
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
            self.PTR = v
        v = get('SRV')
        if v is None:
            self.SRV = None
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
            self.SRV = v
        v = get('TXT')
        if v is None:
            self.TXT = None
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
            self.TXT = v
        if known != len(data):
            raise Doubt
        dns_alias_or_values(self)
