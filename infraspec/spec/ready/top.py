"""Readers of what `infraspec.spec.top` takes. Written by tools/ready_readers.py: do not edit."""

from infraspec.spec.doubt import Doubt
from infraspec.spec.forms.values import check_tags as values_check_tags


class Top:
    """What `infraspec.spec.top.Top` is made of."""

    __slots__ = ('version', 'name', 'region', 'description', 'tags',)
    KEYS = ('version', 'name', 'region', 'description', 'tags',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 3
        v = get('version')
        if v is None:
            raise Doubt
        if type(v) is not int:
            raise Doubt
        self.version = v
        v = get('name')
        if v is None:
            raise Doubt
        if type(v) is not str:
            raise Doubt
        self.name = v
        v = get('region')
        if v is None:
            raise Doubt
        if type(v) is not str:
            raise Doubt
        self.region = v
        v = get('description')
        if v is None:
            self.description = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.description = v
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
                if type(v_) is not str:
                    raise Doubt
            v = values_check_tags(v)
            self.tags = v
        if known != len(data):
            raise Doubt
