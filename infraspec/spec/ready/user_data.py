"""Readers of what `infraspec.spec.user_data` takes. Written by tools/ready_readers.py: do not edit."""

from infraspec.spec.doubt import Doubt, whole as doubt_whole
from infraspec.spec.forms.user_data import two_ports as user_data_two_ports


class UserData:
    """What `infraspec.spec.user_data.UserData` is made of."""

    __slots__ = ('text', 'file', 'template', 'parameters',)
    KEYS = ('text', 'file', 'template', 'parameters',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 0
        v = get('text')
        if v is None:
            self.text = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.text = v
        v = get('file')
        if v is None:
            self.file = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.file = v
        v = get('template')
        if v is None:
            self.template = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.template = v
        v = get('parameters')
        if v is None:
            self.parameters = {}
        else:
            known += 1
            if type(v) is not dict:
                raise Doubt
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                doubt_whole(v_)
            self.parameters = v
        if known != len(data):
            raise Doubt


class FlaskBehindNginx:
    """What `infraspec.spec.user_data.FlaskBehindNginx` is made of."""

    __slots__ = ('port', 'app_port', 'message',)
    KEYS = ('port', 'app_port', 'message',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 1
        v = get('port')
        if v is None:
            raise Doubt
        if type(v) is not int or not v >= 1 or not v <= 65535:
            raise Doubt
        self.port = v
        v = get('app_port')
        if v is None:
            self.app_port = 8000
        else:
            known += 1
            if type(v) is not int or not v >= 1024 or not v <= 65535:
                raise Doubt
            self.app_port = v
        v = get('message')
        if v is None:
            self.message = 'Hello from Flask'
        else:
            known += 1
            if type(v) is not str or len(v) > 1000:
                raise Doubt
            self.message = v
        if known != len(data):
            raise Doubt
        user_data_two_ports(self)
