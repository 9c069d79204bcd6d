"""Readers of what `infraspec.spec.parameters` takes. Written by tools/ready_readers.py: do not edit."""

from infraspec.deploy_time import Later as deploy_time_Later
from infraspec.spec.doubt import Doubt, whole as doubt_whole
from infraspec.spec.forms.parameters import has_one_value as parameters_has_one_value, type_ as parameters_type_, value as parameters_value
from infraspec.spec.forms.values import check_tags as values_check_tags


class Parameter:
    """What `infraspec.spec.parameters.Parameter` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'type', 'value', 'of', 'attribute', 'description', 'tier', 'allowed_pattern', 'data_type', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'type', 'value', 'of', 'attribute', 'description', 'tier', 'allowed_pattern', 'data_type', 'tags',)

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
            self.type = 'String'
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = parameters_type_(v)
            if type(v) is not str or v not in ('String', 'StringList',):
                raise Doubt
            self.type = v
        v = get('value')
        if v is None:
            self.value = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = parameters_value(v)
            if v is not None:
                vwhole = v
                if type(v) is deploy_time_Later:
                    v = str(v)
                if type(v) is not str:
                    raise Doubt
                if type(vwhole) is deploy_time_Later and v == str(vwhole):
                    v = vwhole
            self.value = v
        v = get('of')
        if v is None:
            self.of = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.of = v
        v = get('attribute')
        if v is None:
            self.attribute = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.attribute = v
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
        v = get('tier')
        if v is None:
            self.tier = 'Standard'
        else:
            known += 1
            if type(v) is not str or v not in ('Standard', 'Advanced', 'Intelligent-Tiering',):
                raise Doubt
            self.tier = v
        v = get('allowed_pattern')
        if v is None:
            self.allowed_pattern = None
        else:
            known += 1
            vwhole = v
            if type(v) is deploy_time_Later:
                v = str(v)
            if type(v) is not str:
                raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
            self.allowed_pattern = v
        v = get('data_type')
        if v is None:
            self.data_type = 'text'
        else:
            known += 1
            if type(v) is not str or v not in ('text', 'aws:ec2:image',):
                raise Doubt
            self.data_type = v
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
        parameters_has_one_value(self)
