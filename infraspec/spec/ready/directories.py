"""Readers of what `infraspec.spec.directories` takes. Written by tools/ready_readers.py: do not edit."""

from infraspec.deploy_time import Later as deploy_time_Later
from infraspec.spec.doubt import Doubt, whole as doubt_whole
from infraspec.spec.forms.directories import identifier as directories_identifier, of_its_type as directories_of_its_type, password as directories_password, secret as directories_secret
from infraspec.spec.forms.values import check_tags as values_check_tags, one_or_many as values_one_or_many


class Password:
    """What `infraspec.spec.directories.Password` is made of."""

    __slots__ = ('secret', 'key',)
    KEYS = ('secret', 'key',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 1
        v = get('secret')
        if v is None:
            raise Doubt
        if type(v) is not str:
            doubt_whole(v)
        v = directories_secret(v)
        if type(v) is not str:
            raise Doubt
        self.secret = v
        v = get('key')
        if v is None:
            self.key = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.key = v
        if known != len(data):
            raise Doubt


class Registration:
    """What `infraspec.spec.directories.Registration` is made of."""

    __slots__ = ('subnets', 'devices', 'self_service', 'internet_access', 'local_administrators', 'maintenance', 'security_group', 'organizational_unit', 'tags',)
    KEYS = ('subnets', 'devices', 'self_service', 'internet_access', 'local_administrators', 'maintenance', 'security_group', 'organizational_unit', 'tags',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 0
        v = get('subnets')
        if v is None:
            self.subnets = []
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
        v = get('devices')
        if v is None:
            self.devices = ['android', 'chromeos', 'ios', 'macos', 'windows', 'zero_client']
        else:
            known += 1
            if type(v) is not list:
                raise Doubt
            for v_ in v:
                if type(v_) is not str or v_ not in ('android', 'chromeos', 'ios', 'linux', 'macos', 'web', 'windows', 'zero_client',):
                    raise Doubt
            self.devices = v
        v = get('self_service')
        if v is None:
            self.self_service = ['restart']
        else:
            known += 1
            if type(v) is not list:
                raise Doubt
            for v_ in v:
                if type(v_) is not str or v_ not in ('restart', 'grow_volumes', 'change_compute', 'switch_running', 'rebuild',):
                    raise Doubt
            self.self_service = v
        v = get('internet_access')
        if v is None:
            self.internet_access = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.internet_access = v
        v = get('local_administrators')
        if v is None:
            self.local_administrators = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.local_administrators = v
        v = get('maintenance')
        if v is None:
            self.maintenance = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.maintenance = v
        v = get('security_group')
        if v is None:
            self.security_group = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.security_group = v
        v = get('organizational_unit')
        if v is None:
            self.organizational_unit = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.organizational_unit = v
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


class Directory:
    """What `infraspec.spec.directories.Directory` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'type', 'domain', 'short_name', 'size', 'edition', 'description', 'subnets', 'password', 'registration', 'on_delete', 'existing',)
    KEYS = ('cloudformation', 'terraform', 'type', 'domain', 'short_name', 'size', 'edition', 'description', 'subnets', 'password', 'registration', 'on_delete', 'existing',)

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
        v = get('type')
        if v is None:
            self.type = 'simple'
        else:
            known += 1
            if type(v) is not str or v not in ('simple', 'microsoft',):
                raise Doubt
            self.type = v
        v = get('domain')
        if v is None:
            self.domain = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.domain = v
        v = get('short_name')
        if v is None:
            self.short_name = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.short_name = v
        v = get('size')
        if v is None:
            self.size = None
        else:
            known += 1
            if type(v) is not str or v not in ('small', 'large',):
                raise Doubt
            self.size = v
        v = get('edition')
        if v is None:
            self.edition = None
        else:
            known += 1
            if type(v) is not str or v not in ('standard', 'enterprise',):
                raise Doubt
            self.edition = v
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
        v = get('subnets')
        if v is None:
            self.subnets = []
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
        v = get('password')
        if v is None:
            self.password = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = directories_password(v)
            if v is not None:
                v = Password(v)
            self.password = v
        v = get('registration')
        if v is None:
            self.registration = None
        else:
            known += 1
            v = Registration(v)
            self.registration = v
        v = get('on_delete')
        if v is None:
            self.on_delete = 'retain'
        else:
            known += 1
            if type(v) is not str or v not in ('retain', 'delete',):
                raise Doubt
            self.on_delete = v
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
            v = directories_identifier(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
            self.existing = v
        if known != len(data):
            raise Doubt
        directories_of_its_type(self)
