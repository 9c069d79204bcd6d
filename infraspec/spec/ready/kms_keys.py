"""Readers of what `infraspec.spec.kms_keys` takes. Written by tools/ready_readers.py: do not edit."""

from infraspec.deploy_time import Later as deploy_time_Later
from infraspec.spec.doubt import Doubt, whole as doubt_whole
from infraspec.spec.forms.kms_keys import arn as kms_keys_arn, says_what_it_is_for as kms_keys_says_what_it_is_for, turns_what_can_turn as kms_keys_turns_what_can_turn
from infraspec.spec.forms.values import check_tags as values_check_tags, one_or_many as values_one_or_many


class KmsKey:
    """What `infraspec.spec.kms_keys.KmsKey` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'description', 'spec', 'usage', 'rotation', 'rotation_days', 'deletion_days', 'multi_region', 'services', 'policy', 'existing', 'on_delete', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'description', 'spec', 'usage', 'rotation', 'rotation_days', 'deletion_days', 'multi_region', 'services', 'policy', 'existing', 'on_delete', 'tags',)

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
        v = get('spec')
        if v is None:
            self.spec = 'SYMMETRIC_DEFAULT'
        else:
            known += 1
            if type(v) is not str or v not in ('SYMMETRIC_DEFAULT', 'RSA_2048', 'RSA_3072', 'RSA_4096', 'ECC_NIST_P256', 'ECC_NIST_P384', 'ECC_NIST_P521', 'ECC_SECG_P256K1', 'HMAC_224', 'HMAC_256', 'HMAC_384', 'HMAC_512',):
                raise Doubt
            self.spec = v
        v = get('usage')
        if v is None:
            self.usage = None
        else:
            known += 1
            if type(v) is not str or v not in ('ENCRYPT_DECRYPT', 'SIGN_VERIFY', 'GENERATE_VERIFY_MAC', 'KEY_AGREEMENT',):
                raise Doubt
            self.usage = v
        v = get('rotation')
        if v is None:
            self.rotation = None
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.rotation = v
        v = get('rotation_days')
        if v is None:
            self.rotation_days = None
        else:
            known += 1
            if type(v) is not int or not v >= 90 or not v <= 2560:
                raise Doubt
            self.rotation_days = v
        v = get('deletion_days')
        if v is None:
            self.deletion_days = 30
        else:
            known += 1
            if type(v) is not int or not v >= 7 or not v <= 30:
                raise Doubt
            self.deletion_days = v
        v = get('multi_region')
        if v is None:
            self.multi_region = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.multi_region = v
        v = get('services')
        if v is None:
            self.services = []
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
            self.services = v
        v = get('policy')
        if v is None:
            self.policy = {}
        else:
            known += 1
            if type(v) is not dict:
                raise Doubt
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                doubt_whole(v_)
            self.policy = v
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
            v = kms_keys_arn(v)
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
        kms_keys_turns_what_can_turn(self)
        kms_keys_says_what_it_is_for(self)
