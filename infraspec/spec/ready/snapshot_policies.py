"""Readers of what `infraspec.spec.snapshot_policies` takes. Written by tools/ready_readers.py: do not edit."""

from infraspec.deploy_time import Later as deploy_time_Later
from infraspec.spec.doubt import Doubt, whole as doubt_whole
from infraspec.spec.forms.snapshot_policies import cron as snapshot_policies_cron, has_one_time as snapshot_policies_has_one_time, has_tags_and_schedules as snapshot_policies_has_tags_and_schedules, keeps_by_one as snapshot_policies_keeps_by_one, key_arn as snapshot_policies_key_arn, time_of_day as snapshot_policies_time_of_day
from infraspec.spec.forms.values import check_tags as values_check_tags


class SnapshotCopy:
    """What `infraspec.spec.snapshot_policies.SnapshotCopy` is made of."""

    __slots__ = ('region', 'keep_days', 'encrypted', 'kms_key', 'copy_tags',)
    KEYS = ('region', 'keep_days', 'encrypted', 'kms_key', 'copy_tags',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 2
        v = get('region')
        if v is None:
            raise Doubt
        if type(v) is not str:
            raise Doubt
        self.region = v
        v = get('keep_days')
        if v is None:
            raise Doubt
        if type(v) is not int or not v >= 1 or not v <= 36500:
            raise Doubt
        self.keep_days = v
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
            if type(v) is not str:
                doubt_whole(v)
            v = snapshot_policies_key_arn(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            self.kms_key = v
        v = get('copy_tags')
        if v is None:
            self.copy_tags = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.copy_tags = v
        if known != len(data):
            raise Doubt


class SnapshotSchedule:
    """What `infraspec.spec.snapshot_policies.SnapshotSchedule` is made of."""

    __slots__ = ('every_hours', 'at', 'cron', 'keep', 'keep_days', 'copy_tags', 'tags', 'copies',)
    KEYS = ('every_hours', 'at', 'cron', 'keep', 'keep_days', 'copy_tags', 'tags', 'copies',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 0
        v = get('every_hours')
        if v is None:
            self.every_hours = None
        else:
            known += 1
            if type(v) is not int or v not in (1, 2, 3, 4, 6, 8, 12, 24,):
                raise Doubt
            self.every_hours = v
        v = get('at')
        if v is None:
            self.at = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = snapshot_policies_time_of_day(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            self.at = v
        v = get('cron')
        if v is None:
            self.cron = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = snapshot_policies_cron(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            self.cron = v
        v = get('keep')
        if v is None:
            self.keep = None
        else:
            known += 1
            if type(v) is not int or not v >= 1 or not v <= 1000:
                raise Doubt
            self.keep = v
        v = get('keep_days')
        if v is None:
            self.keep_days = None
        else:
            known += 1
            if type(v) is not int or not v >= 1 or not v <= 36500:
                raise Doubt
            self.keep_days = v
        v = get('copy_tags')
        if v is None:
            self.copy_tags = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.copy_tags = v
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
        v = get('copies')
        if v is None:
            self.copies = []
        else:
            known += 1
            if type(v) is not list:
                raise Doubt
            vnew = []
            for v_ in v:
                v_ = SnapshotCopy(v_)
                vnew.append(v_)
            v = vnew
            self.copies = v
        if known != len(data):
            raise Doubt
        snapshot_policies_has_one_time(self)
        snapshot_policies_keeps_by_one(self)


class SnapshotPolicy:
    """What `infraspec.spec.snapshot_policies.SnapshotPolicy` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'description', 'target', 'target_tags', 'schedules', 'role', 'enabled', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'description', 'target', 'target_tags', 'schedules', 'role', 'enabled', 'tags',)

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
        v = get('target')
        if v is None:
            self.target = 'volume'
        else:
            known += 1
            if type(v) is not str or v not in ('volume', 'instance',):
                raise Doubt
            self.target = v
        v = get('target_tags')
        if v is None:
            raise Doubt
        if type(v) is not dict:
            raise Doubt
        for vkey, v_ in v.items():
            if type(vkey) is not str:
                raise Doubt
            if type(v_) is not str:
                raise Doubt
        self.target_tags = v
        v = get('schedules')
        if v is None:
            raise Doubt
        if type(v) is not dict:
            raise Doubt
        vnew = {}
        for vkey, v_ in v.items():
            if type(vkey) is not str:
                raise Doubt
            v_ = SnapshotSchedule(v_)
            vnew[vkey] = v_
        v = vnew
        self.schedules = v
        v = get('role')
        if v is None:
            self.role = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.role = v
        v = get('enabled')
        if v is None:
            self.enabled = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.enabled = v
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
        snapshot_policies_has_tags_and_schedules(self)
