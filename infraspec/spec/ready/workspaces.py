"""Readers of what `infraspec.spec.workspaces` takes. Written by tools/ready_readers.py: do not edit."""

from infraspec.deploy_time import Later as deploy_time_Later
from infraspec.spec.doubt import Doubt, whole as doubt_whole
from infraspec.spec.forms.kms_keys import key as kms_keys_key
from infraspec.spec.forms.values import check_tags as values_check_tags
from infraspec.spec.forms.workspaces import compute as workspaces_compute


class Workspace:
    """What `infraspec.spec.workspaces.Workspace` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'directory', 'user', 'bundle', 'running', 'auto_stop_minutes', 'compute', 'root_volume_gib', 'user_volume_gib', 'encrypt_root', 'encrypt_user', 'kms_key', 'on_delete', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'directory', 'user', 'bundle', 'running', 'auto_stop_minutes', 'compute', 'root_volume_gib', 'user_volume_gib', 'encrypt_root', 'encrypt_user', 'kms_key', 'on_delete', 'tags',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 3
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
        v = get('directory')
        if v is None:
            raise Doubt
        if type(v) is not str:
            raise Doubt
        self.directory = v
        v = get('user')
        if v is None:
            raise Doubt
        if type(v) is not str:
            raise Doubt
        self.user = v
        v = get('bundle')
        if v is None:
            raise Doubt
        if type(v) is not str:
            raise Doubt
        self.bundle = v
        v = get('running')
        if v is None:
            self.running = 'auto_stop'
        else:
            known += 1
            if type(v) is not str or v not in ('auto_stop', 'always_on',):
                raise Doubt
            self.running = v
        v = get('auto_stop_minutes')
        if v is None:
            self.auto_stop_minutes = None
        else:
            known += 1
            if type(v) is not int:
                raise Doubt
            self.auto_stop_minutes = v
        v = get('compute')
        if v is None:
            self.compute = 'standard'
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = workspaces_compute(v)
            if type(v) is not str or v not in ('value', 'standard', 'performance', 'power', 'powerpro', 'graphics_g4dn', 'graphicspro_g4dn', 'generalpurpose_4xlarge', 'generalpurpose_8xlarge',):
                raise Doubt
            self.compute = v
        v = get('root_volume_gib')
        if v is None:
            self.root_volume_gib = 80
        else:
            known += 1
            if type(v) is not int:
                raise Doubt
            self.root_volume_gib = v
        v = get('user_volume_gib')
        if v is None:
            self.user_volume_gib = 50
        else:
            known += 1
            if type(v) is not int:
                raise Doubt
            self.user_volume_gib = v
        v = get('encrypt_root')
        if v is None:
            self.encrypt_root = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.encrypt_root = v
        v = get('encrypt_user')
        if v is None:
            self.encrypt_user = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.encrypt_user = v
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
