"""Readers of what `infraspec.spec.secrets` takes. Written by tools/ready_readers.py: do not edit."""

from infraspec.deploy_time import Later as deploy_time_Later
from infraspec.spec.doubt import Doubt, whole as doubt_whole
from infraspec.spec.forms.kms_keys import key as kms_keys_key
from infraspec.spec.forms.secrets import arn as secrets_arn, existing_is_not_made as secrets_existing_is_not_made, generate as secrets_generate, no_value as secrets_no_value, stands_under_a_key as secrets_stands_under_a_key
from infraspec.spec.forms.values import check_tags as values_check_tags


class Generate:
    """What `infraspec.spec.secrets.Generate` is made of."""

    __slots__ = ('length', 'exclude', 'punctuation', 'key', 'fields',)
    KEYS = ('length', 'exclude', 'punctuation', 'key', 'fields',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 0
        v = get('length')
        if v is None:
            self.length = 32
        else:
            known += 1
            if type(v) is not int or not v >= 8 or not v <= 4096:
                raise Doubt
            self.length = v
        v = get('exclude')
        if v is None:
            self.exclude = ''
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.exclude = v
        v = get('punctuation')
        if v is None:
            self.punctuation = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.punctuation = v
        v = get('key')
        if v is None:
            self.key = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.key = v
        v = get('fields')
        if v is None:
            self.fields = {}
        else:
            known += 1
            if type(v) is not dict:
                raise Doubt
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                if type(v_) is not str:
                    raise Doubt
            self.fields = v
        if known != len(data):
            raise Doubt
        secrets_stands_under_a_key(self)


class Secret:
    """What `infraspec.spec.secrets.Secret` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'description', 'generate', 'value', 'kms_key', 'existing', 'on_delete', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'description', 'generate', 'value', 'kms_key', 'existing', 'on_delete', 'tags',)

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
        v = get('generate')
        if v is None:
            self.generate = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = secrets_generate(v)
            if v is not None:
                v = Generate(v)
            self.generate = v
        v = get('value')
        if v is None:
            self.value = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = secrets_no_value(v)
            if v is not None:
                raise Doubt
            self.value = v
        v = get('kms_key')
        if v is None:
            self.kms_key = None
        else:
            known += 1
            vwhole = v
            if type(v) is deploy_time_Later:
                v = str(v)
            if type(v) is not str:
                doubt_whole(v)
            v = kms_keys_key(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
            self.kms_key = v
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
            v = secrets_arn(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
            self.existing = v
        v = get('on_delete')
        if v is None:
            self.on_delete = 'retain'
        else:
            known += 1
            if type(v) is not str or v not in ('retain', 'delete',):
                raise Doubt
            self.on_delete = v
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
        secrets_existing_is_not_made(self)
