"""Readers of what `infraspec.spec.iam` takes. Written by tools/ready_readers.py: do not edit."""

from infraspec.deploy_time import Later as deploy_time_Later
from infraspec.spec.doubt import Doubt, whole as doubt_whole
from infraspec.spec.forms.iam import group_name as iam_group_name, no_access_keys as iam_no_access_keys, no_devices as iam_no_devices, no_members as iam_no_members, no_password as iam_no_password, policy_arn as iam_policy_arn, role_name as iam_role_name, someone as iam_someone, trust as iam_trust, user_name as iam_user_name
from infraspec.spec.forms.values import check_tags as values_check_tags, one_or_many as values_one_or_many


class Oidc:
    """What `infraspec.spec.iam.Oidc` is made of."""

    __slots__ = ('provider', 'subjects', 'audience',)
    KEYS = ('provider', 'subjects', 'audience',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 2
        v = get('provider')
        if v is None:
            raise Doubt
        if type(v) is not str:
            raise Doubt
        self.provider = v
        v = get('subjects')
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
        self.subjects = v
        v = get('audience')
        if v is None:
            self.audience = ['sts.amazonaws.com']
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
            self.audience = v
        if known != len(data):
            raise Doubt


class Trust:
    """What `infraspec.spec.iam.Trust` is made of."""

    __slots__ = ('services', 'accounts', 'principals', 'oidc', 'saml', 'external_id', 'require_mfa', 'session_tags', 'conditions', 'document',)
    KEYS = ('services', 'accounts', 'principals', 'oidc', 'saml', 'external_id', 'require_mfa', 'session_tags', 'conditions', 'document',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 0
        v = get('services')
        if v is None:
            self.services = []
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
            self.services = v
        v = get('accounts')
        if v is None:
            self.accounts = []
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
            self.accounts = v
        v = get('principals')
        if v is None:
            self.principals = []
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
            self.principals = v
        v = get('oidc')
        if v is None:
            self.oidc = None
        else:
            known += 1
            v = Oidc(v)
            self.oidc = v
        v = get('saml')
        if v is None:
            self.saml = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.saml = v
        v = get('external_id')
        if v is None:
            self.external_id = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.external_id = v
        v = get('require_mfa')
        if v is None:
            self.require_mfa = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.require_mfa = v
        v = get('session_tags')
        if v is None:
            self.session_tags = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.session_tags = v
        v = get('conditions')
        if v is None:
            self.conditions = {}
        else:
            known += 1
            if type(v) is not dict:
                raise Doubt
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                if type(v_) is not dict:
                    raise Doubt
                for v_key, v__ in v_.items():
                    if type(v_key) is not str:
                        raise Doubt
                    doubt_whole(v__)
            self.conditions = v
        v = get('document')
        if v is None:
            self.document = None
        else:
            known += 1
            if type(v) is not dict:
                raise Doubt
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                doubt_whole(v_)
            self.document = v
        if known != len(data):
            raise Doubt
        iam_someone(self)


class Role:
    """What `infraspec.spec.iam.Role` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'description', 'trust', 'managed_policies', 'inline_policies', 'permissions_boundary', 'path', 'max_session_duration', 'max_session_hours', 'instance_profile', 'existing', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'description', 'trust', 'managed_policies', 'inline_policies', 'permissions_boundary', 'path', 'max_session_duration', 'max_session_hours', 'instance_profile', 'existing', 'tags',)

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
        v = get('trust')
        if v is None:
            self.trust = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = iam_trust(v)
            if v is not None:
                v = Trust(v)
            self.trust = v
        v = get('managed_policies')
        if v is None:
            self.managed_policies = []
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
            self.managed_policies = v
        v = get('inline_policies')
        if v is None:
            self.inline_policies = {}
        else:
            known += 1
            if type(v) is not dict:
                raise Doubt
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                if type(v_) is not dict:
                    raise Doubt
                for v_key, v__ in v_.items():
                    if type(v_key) is not str:
                        raise Doubt
                    doubt_whole(v__)
            self.inline_policies = v
        v = get('permissions_boundary')
        if v is None:
            self.permissions_boundary = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.permissions_boundary = v
        v = get('path')
        if v is None:
            self.path = '/'
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.path = v
        v = get('max_session_duration')
        if v is None:
            self.max_session_duration = None
        else:
            known += 1
            if type(v) is not int or not v >= 3600 or not v <= 43200:
                raise Doubt
            self.max_session_duration = v
        v = get('max_session_hours')
        if v is None:
            self.max_session_hours = None
        else:
            known += 1
            if type(v) is not int or not v >= 1 or not v <= 12:
                raise Doubt
            self.max_session_hours = v
        v = get('instance_profile')
        if v is None:
            self.instance_profile = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.instance_profile = v
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
            v = iam_role_name(v)
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


class Policy:
    """What `infraspec.spec.iam.Policy` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'description', 'document', 'path', 'existing',)
    KEYS = ('cloudformation', 'terraform', 'description', 'document', 'path', 'existing',)

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
        v = get('document')
        if v is None:
            self.document = {}
        else:
            known += 1
            if type(v) is not dict:
                raise Doubt
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                doubt_whole(v_)
            self.document = v
        v = get('path')
        if v is None:
            self.path = '/'
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.path = v
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
            v = iam_policy_arn(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
            self.existing = v
        if known != len(data):
            raise Doubt


class User:
    """What `infraspec.spec.iam.User` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'groups', 'managed_policies', 'inline_policies', 'permissions_boundary', 'path', 'existing', 'tags', 'password', 'login_profile', 'access_keys', 'mfa_devices',)
    KEYS = ('cloudformation', 'terraform', 'groups', 'managed_policies', 'inline_policies', 'permissions_boundary', 'path', 'existing', 'tags', 'password', 'login_profile', 'access_keys', 'mfa_devices',)

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
        v = get('groups')
        if v is None:
            self.groups = []
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
            self.groups = v
        v = get('managed_policies')
        if v is None:
            self.managed_policies = []
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
            self.managed_policies = v
        v = get('inline_policies')
        if v is None:
            self.inline_policies = {}
        else:
            known += 1
            if type(v) is not dict:
                raise Doubt
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                if type(v_) is not dict:
                    raise Doubt
                for v_key, v__ in v_.items():
                    if type(v_key) is not str:
                        raise Doubt
                    doubt_whole(v__)
            self.inline_policies = v
        v = get('permissions_boundary')
        if v is None:
            self.permissions_boundary = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.permissions_boundary = v
        v = get('path')
        if v is None:
            self.path = '/'
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.path = v
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
            v = iam_user_name(v)
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
        v = get('password')
        if v is None:
            self.password = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = iam_no_password(v)
            if v is not None:
                raise Doubt
            self.password = v
        v = get('login_profile')
        if v is None:
            self.login_profile = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = iam_no_password(v)
            if v is not None:
                raise Doubt
            self.login_profile = v
        v = get('access_keys')
        if v is None:
            self.access_keys = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = iam_no_access_keys(v)
            if v is not None:
                raise Doubt
            self.access_keys = v
        v = get('mfa_devices')
        if v is None:
            self.mfa_devices = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = iam_no_devices(v)
            if v is not None:
                raise Doubt
            self.mfa_devices = v
        if known != len(data):
            raise Doubt


class Group:
    """What `infraspec.spec.iam.Group` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'require_mfa', 'managed_policies', 'inline_policies', 'path', 'existing', 'users',)
    KEYS = ('cloudformation', 'terraform', 'require_mfa', 'managed_policies', 'inline_policies', 'path', 'existing', 'users',)

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
        v = get('require_mfa')
        if v is None:
            self.require_mfa = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.require_mfa = v
        v = get('managed_policies')
        if v is None:
            self.managed_policies = []
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
            self.managed_policies = v
        v = get('inline_policies')
        if v is None:
            self.inline_policies = {}
        else:
            known += 1
            if type(v) is not dict:
                raise Doubt
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                if type(v_) is not dict:
                    raise Doubt
                for v_key, v__ in v_.items():
                    if type(v_key) is not str:
                        raise Doubt
                    doubt_whole(v__)
            self.inline_policies = v
        v = get('path')
        if v is None:
            self.path = '/'
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.path = v
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
            v = iam_group_name(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
            self.existing = v
        v = get('users')
        if v is None:
            self.users = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = iam_no_members(v)
            if v is not None:
                raise Doubt
            self.users = v
        if known != len(data):
            raise Doubt
