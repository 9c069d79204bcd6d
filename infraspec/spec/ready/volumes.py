"""Readers of what `infraspec.spec.volumes` takes. Written by tools/ready_readers.py: do not edit."""

from infraspec.deploy_time import Later as deploy_time_Later
from infraspec.spec.doubt import Doubt, whole as doubt_whole
from infraspec.spec.forms.instances import device as instances_device, no_key_without_encryption as instances_no_key_without_encryption
from infraspec.spec.forms.kms_keys import key as kms_keys_key
from infraspec.spec.forms.values import Identifier as values_Identifier, check_tags as values_check_tags

_IDENTIFIER_VOL = values_Identifier('vol')


class StandaloneVolume:
    """What `infraspec.spec.volumes.StandaloneVolume` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'zone', 'size_gib', 'type', 'iops', 'throughput', 'encrypted', 'kms_key', 'multi_attach', 'attach', 'on_delete', 'existing', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'zone', 'size_gib', 'type', 'iops', 'throughput', 'encrypted', 'kms_key', 'multi_attach', 'attach', 'on_delete', 'existing', 'tags',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 2
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
        v = get('zone')
        if v is None:
            raise Doubt
        vwhole = v
        if type(v) is deploy_time_Later:
            v = str(v)
        if type(v) is not str:
            raise Doubt
        if type(vwhole) is deploy_time_Later and v == str(vwhole):
            v = vwhole
        self.zone = v
        v = get('size_gib')
        if v is None:
            raise Doubt
        if type(v) is not int or not v >= 1:
            raise Doubt
        self.size_gib = v
        v = get('type')
        if v is None:
            self.type = 'gp3'
        else:
            known += 1
            if type(v) is not str or v not in ('gp3', 'gp2', 'io2', 'io1', 'st1', 'sc1', 'standard',):
                raise Doubt
            self.type = v
        v = get('iops')
        if v is None:
            self.iops = None
        else:
            known += 1
            if type(v) is not int or not v >= 1:
                raise Doubt
            self.iops = v
        v = get('throughput')
        if v is None:
            self.throughput = None
        else:
            known += 1
            if type(v) is not int or not v >= 1:
                raise Doubt
            self.throughput = v
        v = get('encrypted')
        if v is None:
            self.encrypted = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.encrypted = v
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
        v = get('multi_attach')
        if v is None:
            self.multi_attach = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.multi_attach = v
        v = get('attach')
        if v is None:
            self.attach = {}
        else:
            known += 1
            if type(v) is not dict:
                raise Doubt
            vnew = {}
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                if type(v_) is not str:
                    doubt_whole(v_)
                v_ = instances_device(v_)
                if type(v_) is not str:
                    raise Doubt
                vnew[vkey] = v_
            v = vnew
            self.attach = v
        v = get('on_delete')
        if v is None:
            self.on_delete = 'snapshot'
        else:
            known += 1
            if type(v) is not str or v not in ('snapshot', 'retain', 'delete',):
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
            v = _IDENTIFIER_VOL(v)
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
        instances_no_key_without_encryption(self)
