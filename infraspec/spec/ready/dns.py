"""Readers of what `infraspec.spec.dns` takes. Written by tools/ready_readers.py: do not edit."""

from infraspec.deploy_time import Later as deploy_time_Later
from infraspec.spec.doubt import Doubt, whole as doubt_whole
from infraspec.spec.forms.dns import alias_or_values as dns_alias_or_values, country as dns_country, has_answers as dns_has_answers, location as dns_location, one_place as dns_one_place, one_reason as dns_one_reason, private_zones_have_vpcs as dns_private_zones_have_vpcs, subdivision as dns_subdivision, zone_id as dns_zone_id
from infraspec.spec.forms.health_checks import asks_one_thing as health_checks_asks_one_thing, identifier as health_checks_identifier
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


class Location:
    """What `infraspec.spec.dns.Location` is made of."""

    __slots__ = ('continent', 'country', 'subdivision',)
    KEYS = ('continent', 'country', 'subdivision',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 0
        v = get('continent')
        if v is None:
            self.continent = None
        else:
            known += 1
            if type(v) is not str or v not in ('AF', 'AN', 'AS', 'EU', 'NA', 'OC', 'SA',):
                raise Doubt
            self.continent = v
        v = get('country')
        if v is None:
            self.country = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = dns_country(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            self.country = v
        v = get('subdivision')
        if v is None:
            self.subdivision = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = dns_subdivision(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            self.subdivision = v
        if known != len(data):
            raise Doubt
        dns_one_place(self)


class Answer:
    """What `infraspec.spec.dns.Answer` is made of."""

    __slots__ = ('alias', 'evaluate_target_health', 'ttl', 'A', 'AAAA', 'CAA', 'CNAME', 'DS', 'HTTPS', 'MX', 'NAPTR', 'NS', 'PTR', 'SPF', 'SRV', 'SSHFP', 'SVCB', 'TLSA', 'TXT', 'weight', 'region', 'failover', 'location', 'multivalue', 'health_check',)
    KEYS = ('alias', 'evaluate_target_health', 'ttl', 'A', 'AAAA', 'CAA', 'CNAME', 'DS', 'HTTPS', 'MX', 'NAPTR', 'NS', 'PTR', 'SPF', 'SRV', 'SSHFP', 'SVCB', 'TLSA', 'TXT', 'weight', 'region', 'failover', 'location', 'multivalue', 'health_check',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 0
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
            if type(v) is not int or not v >= 1 or not v <= 2147483647:
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
        v = get('HTTPS')
        if v is None:
            self.HTTPS = None
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
            self.HTTPS = v
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
        v = get('SPF')
        if v is None:
            self.SPF = None
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
            self.SPF = v
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
        v = get('SSHFP')
        if v is None:
            self.SSHFP = None
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
            self.SSHFP = v
        v = get('SVCB')
        if v is None:
            self.SVCB = None
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
            self.SVCB = v
        v = get('TLSA')
        if v is None:
            self.TLSA = None
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
            self.TLSA = v
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
        v = get('weight')
        if v is None:
            self.weight = None
        else:
            known += 1
            if type(v) is not int or not v >= 0 or not v <= 255:
                raise Doubt
            self.weight = v
        v = get('region')
        if v is None:
            self.region = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.region = v
        v = get('failover')
        if v is None:
            self.failover = None
        else:
            known += 1
            if type(v) is not str or v not in ('primary', 'secondary',):
                raise Doubt
            self.failover = v
        v = get('location')
        if v is None:
            self.location = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = dns_location(v)
            v = Location(v)
            self.location = v
        v = get('multivalue')
        if v is None:
            self.multivalue = None
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.multivalue = v
        v = get('health_check')
        if v is None:
            self.health_check = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.health_check = v
        if known != len(data):
            raise Doubt
        dns_alias_or_values(self)
        dns_one_reason(self)


class Record:
    """What `infraspec.spec.dns.Record` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'alias', 'evaluate_target_health', 'ttl', 'A', 'AAAA', 'CAA', 'CNAME', 'DS', 'HTTPS', 'MX', 'NAPTR', 'NS', 'PTR', 'SPF', 'SRV', 'SSHFP', 'SVCB', 'TLSA', 'TXT', 'zone', 'delegate', 'answers',)
    KEYS = ('cloudformation', 'terraform', 'alias', 'evaluate_target_health', 'ttl', 'A', 'AAAA', 'CAA', 'CNAME', 'DS', 'HTTPS', 'MX', 'NAPTR', 'NS', 'PTR', 'SPF', 'SRV', 'SSHFP', 'SVCB', 'TLSA', 'TXT', 'zone', 'delegate', 'answers',)

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
            if type(v) is not int or not v >= 1 or not v <= 2147483647:
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
        v = get('HTTPS')
        if v is None:
            self.HTTPS = None
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
            self.HTTPS = v
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
        v = get('SPF')
        if v is None:
            self.SPF = None
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
            self.SPF = v
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
        v = get('SSHFP')
        if v is None:
            self.SSHFP = None
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
            self.SSHFP = v
        v = get('SVCB')
        if v is None:
            self.SVCB = None
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
            self.SVCB = v
        v = get('TLSA')
        if v is None:
            self.TLSA = None
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
            self.TLSA = v
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
        v = get('zone')
        if v is None:
            raise Doubt
        if type(v) is not str:
            raise Doubt
        self.zone = v
        v = get('delegate')
        if v is None:
            self.delegate = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.delegate = v
        v = get('answers')
        if v is None:
            self.answers = {}
        else:
            known += 1
            if type(v) is not dict:
                raise Doubt
            vnew = {}
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                v_ = Answer(v_)
                vnew[vkey] = v_
            v = vnew
            self.answers = v
        if known != len(data):
            raise Doubt
        dns_alias_or_values(self)
        dns_has_answers(self)


class HealthCheck:
    """What `infraspec.spec.dns.HealthCheck` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'http', 'https', 'tcp', 'all_of', 'any_of', 'at_least', 'alarm', 'without_data', 'port', 'path', 'host', 'search', 'interval', 'failure_threshold', 'sni', 'measure_latency', 'inverted', 'regions', 'existing', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'http', 'https', 'tcp', 'all_of', 'any_of', 'at_least', 'alarm', 'without_data', 'port', 'path', 'host', 'search', 'interval', 'failure_threshold', 'sni', 'measure_latency', 'inverted', 'regions', 'existing', 'tags',)

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
            if type(v) is not str:
                raise Doubt
            self.http = v
        v = get('https')
        if v is None:
            self.https = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.https = v
        v = get('tcp')
        if v is None:
            self.tcp = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.tcp = v
        v = get('all_of')
        if v is None:
            self.all_of = None
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
            self.all_of = v
        v = get('any_of')
        if v is None:
            self.any_of = None
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
            self.any_of = v
        v = get('at_least')
        if v is None:
            self.at_least = None
        else:
            known += 1
            if type(v) is not int or not v >= 1 or not v <= 256:
                raise Doubt
            self.at_least = v
        v = get('alarm')
        if v is None:
            self.alarm = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.alarm = v
        v = get('without_data')
        if v is None:
            self.without_data = None
        else:
            known += 1
            if type(v) is not str or v not in ('healthy', 'unhealthy', 'last_known_status',):
                raise Doubt
            self.without_data = v
        v = get('port')
        if v is None:
            self.port = None
        else:
            known += 1
            if type(v) is not int or not v >= 1 or not v <= 65535:
                raise Doubt
            self.port = v
        v = get('path')
        if v is None:
            self.path = None
        else:
            known += 1
            if type(v) is not str or len(v) > 255:
                raise Doubt
            self.path = v
        v = get('host')
        if v is None:
            self.host = None
        else:
            known += 1
            if type(v) is not str or len(v) > 255:
                raise Doubt
            self.host = v
        v = get('search')
        if v is None:
            self.search = None
        else:
            known += 1
            if type(v) is not str or len(v) < 1 or len(v) > 255:
                raise Doubt
            self.search = v
        v = get('interval')
        if v is None:
            self.interval = 30
        else:
            known += 1
            if type(v) is not int or v not in (10, 30,):
                raise Doubt
            self.interval = v
        v = get('failure_threshold')
        if v is None:
            self.failure_threshold = 3
        else:
            known += 1
            if type(v) is not int or not v >= 1 or not v <= 10:
                raise Doubt
            self.failure_threshold = v
        v = get('sni')
        if v is None:
            self.sni = None
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.sni = v
        v = get('measure_latency')
        if v is None:
            self.measure_latency = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.measure_latency = v
        v = get('inverted')
        if v is None:
            self.inverted = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.inverted = v
        v = get('regions')
        if v is None:
            self.regions = []
        else:
            known += 1
            if type(v) is not list:
                raise Doubt
            for v_ in v:
                if type(v_) is not str:
                    raise Doubt
            self.regions = v
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
            v = health_checks_identifier(v)
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
        health_checks_asks_one_thing(self)
