"""Readers of what `infraspec.spec.variables` takes. Written by tools/ready_readers.py: do not edit."""

from infraspec.spec.doubt import Doubt, whole as doubt_whole


class Variable:
    """What `infraspec.spec.variables.Variable` is made of."""

    __slots__ = ('type', 'default', 'description', 'allowed', 'deploy_time', 'sensitive',)
    KEYS = ('type', 'default', 'description', 'allowed', 'deploy_time', 'sensitive',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 0
        v = get('type')
        if v is None:
            self.type = 'string'
        else:
            known += 1
            if type(v) is not str or v not in ('string', 'number', 'boolean', 'list', 'cidr', 'address',):
                raise Doubt
            self.type = v
        v = get('default')
        if v is None:
            self.default = None
        else:
            known += 1
            doubt_whole(v)
            self.default = v
        v = get('description')
        if v is None:
            self.description = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.description = v
        v = get('allowed')
        if v is None:
            self.allowed = []
        else:
            known += 1
            if type(v) is not list:
                raise Doubt
            for v_ in v:
                doubt_whole(v_)
            self.allowed = v
        v = get('deploy_time')
        if v is None:
            self.deploy_time = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.deploy_time = v
        v = get('sensitive')
        if v is None:
            self.sensitive = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.sensitive = v
        if known != len(data):
            raise Doubt
