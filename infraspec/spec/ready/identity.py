"""Readers of what `infraspec.spec.identity` takes. Written by tools/ready_readers.py: do not edit."""

from infraspec.deploy_time import Later as deploy_time_Later
from infraspec.spec.doubt import Doubt, whole as doubt_whole
from infraspec.spec.forms.identity import oidc_arn as identity_oidc_arn, saml_arn as identity_saml_arn, url as identity_url
from infraspec.spec.forms.values import check_tags as values_check_tags, one_or_many as values_one_or_many


class OidcProvider:
    """What `infraspec.spec.identity.OidcProvider` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'url', 'client_ids', 'thumbprints', 'existing', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'url', 'client_ids', 'thumbprints', 'existing', 'tags',)

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
        v = get('url')
        if v is None:
            self.url = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = identity_url(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            self.url = v
        v = get('client_ids')
        if v is None:
            self.client_ids = ['sts.amazonaws.com']
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
            self.client_ids = v
        v = get('thumbprints')
        if v is None:
            self.thumbprints = []
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
            self.thumbprints = v
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
            v = identity_oidc_arn(v)
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


class SamlProvider:
    """What `infraspec.spec.identity.SamlProvider` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'metadata_file', 'existing', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'metadata_file', 'existing', 'tags',)

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
        v = get('metadata_file')
        if v is None:
            self.metadata_file = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.metadata_file = v
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
            v = identity_saml_arn(v)
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


class ServiceLinkedRole:
    """What `infraspec.spec.identity.ServiceLinkedRole` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'service', 'suffix', 'description',)
    KEYS = ('cloudformation', 'terraform', 'service', 'suffix', 'description',)

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
        v = get('service')
        if v is None:
            self.service = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.service = v
        v = get('suffix')
        if v is None:
            self.suffix = None
        else:
            known += 1
            vwhole = v
            if type(v) is deploy_time_Later:
                v = str(v)
            if type(v) is not str:
                raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
            self.suffix = v
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
        if known != len(data):
            raise Doubt


class PasswordPolicy:
    """What `infraspec.spec.identity.PasswordPolicy` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'minimum_length', 'require_uppercase', 'require_lowercase', 'require_numbers', 'require_symbols', 'users_may_change', 'max_age_days', 'reuse_prevention', 'hard_expiry',)
    KEYS = ('cloudformation', 'terraform', 'minimum_length', 'require_uppercase', 'require_lowercase', 'require_numbers', 'require_symbols', 'users_may_change', 'max_age_days', 'reuse_prevention', 'hard_expiry',)

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
        v = get('minimum_length')
        if v is None:
            self.minimum_length = 14
        else:
            known += 1
            if type(v) is not int:
                raise Doubt
            self.minimum_length = v
        v = get('require_uppercase')
        if v is None:
            self.require_uppercase = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.require_uppercase = v
        v = get('require_lowercase')
        if v is None:
            self.require_lowercase = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.require_lowercase = v
        v = get('require_numbers')
        if v is None:
            self.require_numbers = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.require_numbers = v
        v = get('require_symbols')
        if v is None:
            self.require_symbols = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.require_symbols = v
        v = get('users_may_change')
        if v is None:
            self.users_may_change = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.users_may_change = v
        v = get('max_age_days')
        if v is None:
            self.max_age_days = None
        else:
            known += 1
            if type(v) is not int:
                raise Doubt
            self.max_age_days = v
        v = get('reuse_prevention')
        if v is None:
            self.reuse_prevention = 24
        else:
            known += 1
            if type(v) is not int:
                raise Doubt
            self.reuse_prevention = v
        v = get('hard_expiry')
        if v is None:
            self.hard_expiry = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.hard_expiry = v
        if known != len(data):
            raise Doubt
