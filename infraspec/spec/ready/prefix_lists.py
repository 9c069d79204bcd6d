"""Readers of what `infraspec.spec.prefix_lists` takes. Written by tools/ready_readers.py: do not edit."""

from infraspec.deploy_time import Later as deploy_time_Later
from infraspec.spec.doubt import Doubt, whole as doubt_whole
from infraspec.spec.forms.prefix_lists import entries as prefix_lists_entries, is_of_one_family as prefix_lists_is_of_one_family
from infraspec.spec.forms.values import Identifier as values_Identifier, check_tags as values_check_tags

_IDENTIFIER_PL = values_Identifier('pl')


class PrefixList:
    """What `infraspec.spec.prefix_lists.PrefixList` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'entries', 'family', 'max_entries', 'existing', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'entries', 'family', 'max_entries', 'existing', 'tags',)

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
        v = get('entries')
        if v is None:
            self.entries = {}
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = prefix_lists_entries(v)
            self.entries = v
        v = get('family')
        if v is None:
            self.family = None
        else:
            known += 1
            if type(v) is not str or v not in ('ipv4', 'ipv6',):
                raise Doubt
            self.family = v
        v = get('max_entries')
        if v is None:
            self.max_entries = None
        else:
            known += 1
            if type(v) is not int or not v >= 1 or not v <= 1000:
                raise Doubt
            self.max_entries = v
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
            v = _IDENTIFIER_PL(v)
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
        prefix_lists_is_of_one_family(self)
