"""Readers of what `infraspec.spec.session_documents` takes. Written by tools/ready_readers.py: do not edit."""

from infraspec.deploy_time import Later as deploy_time_Later
from infraspec.spec.doubt import Doubt, whole as doubt_whole
from infraspec.spec.forms.kms_keys import key as kms_keys_key
from infraspec.spec.forms.session_documents import logs_or_not as session_documents_logs_or_not
from infraspec.spec.forms.values import check_tags as values_check_tags


class ShellProfile:
    """What `infraspec.spec.session_documents.ShellProfile` is made of."""

    __slots__ = ('linux', 'windows',)
    KEYS = ('linux', 'windows',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 0
        v = get('linux')
        if v is None:
            self.linux = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.linux = v
        v = get('windows')
        if v is None:
            self.windows = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.windows = v
        if known != len(data):
            raise Doubt


class SessionDocument:
    """What `infraspec.spec.session_documents.SessionDocument` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'description', 'bucket', 'prefix', 'log_group', 'encrypted_logs', 'kms_key', 'idle_minutes', 'max_minutes', 'run_as', 'shell_profile', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'description', 'bucket', 'prefix', 'log_group', 'encrypted_logs', 'kms_key', 'idle_minutes', 'max_minutes', 'run_as', 'shell_profile', 'tags',)

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
            if type(v) is not str:
                raise Doubt
            self.description = v
        v = get('bucket')
        if v is None:
            self.bucket = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.bucket = v
        v = get('prefix')
        if v is None:
            self.prefix = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.prefix = v
        v = get('log_group')
        if v is None:
            self.log_group = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.log_group = v
        v = get('encrypted_logs')
        if v is None:
            self.encrypted_logs = None
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.encrypted_logs = v
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
        v = get('idle_minutes')
        if v is None:
            self.idle_minutes = 20
        else:
            known += 1
            if type(v) is not int or not v >= 1 or not v <= 60:
                raise Doubt
            self.idle_minutes = v
        v = get('max_minutes')
        if v is None:
            self.max_minutes = None
        else:
            known += 1
            if type(v) is not int or not v >= 1 or not v <= 1440:
                raise Doubt
            self.max_minutes = v
        v = get('run_as')
        if v is None:
            self.run_as = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.run_as = v
        v = get('shell_profile')
        if v is None:
            self.shell_profile = ShellProfile({})
        else:
            known += 1
            v = ShellProfile(v)
            self.shell_profile = v
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
        session_documents_logs_or_not(self)
