"""Readers of what `infraspec.spec.certificates` takes. Written by tools/ready_readers.py: do not edit."""

from infraspec.deploy_time import Later as deploy_time_Later
from infraspec.spec.doubt import Doubt, whole as doubt_whole
from infraspec.spec.forms.certificates import alternative_name as certificates_alternative_name, arn as certificates_arn, has_a_zone as certificates_has_a_zone, validation as certificates_validation
from infraspec.spec.forms.values import check_tags as values_check_tags, one_or_many as values_one_or_many


class AlternativeName:
    """What `infraspec.spec.certificates.AlternativeName` is made of."""

    __slots__ = ('name', 'zone',)
    KEYS = ('name', 'zone',)

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
        v = get('zone')
        if v is None:
            self.zone = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.zone = v
        if known != len(data):
            raise Doubt


class Certificate:
    """What `infraspec.spec.certificates.Certificate` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'validation', 'zone', 'key_algorithm', 'transparency_logging', 'names', 'existing', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'validation', 'zone', 'key_algorithm', 'transparency_logging', 'names', 'existing', 'tags',)

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
        v = get('validation')
        if v is None:
            self.validation = 'dns'
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = certificates_validation(v)
            if type(v) is not str:
                raise Doubt
            self.validation = v
        v = get('zone')
        if v is None:
            self.zone = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.zone = v
        v = get('key_algorithm')
        if v is None:
            self.key_algorithm = 'RSA_2048'
        else:
            known += 1
            if type(v) is not str or v not in ('RSA_2048', 'EC_prime256v1', 'EC_secp384r1',):
                raise Doubt
            self.key_algorithm = v
        v = get('transparency_logging')
        if v is None:
            self.transparency_logging = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.transparency_logging = v
        v = get('names')
        if v is None:
            self.names = []
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = values_one_or_many(v)
            if type(v) is not list:
                raise Doubt
            vnew = []
            for v_ in v:
                v_ = certificates_alternative_name(v_)
                v_ = AlternativeName(v_)
                vnew.append(v_)
            v = vnew
            self.names = v
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
            v = certificates_arn(v)
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
        certificates_has_a_zone(self)
