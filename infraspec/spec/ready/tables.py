"""Readers of what `infraspec.spec.tables` takes. Written by tools/ready_readers.py: do not edit."""

from infraspec.deploy_time import Later as deploy_time_Later
from infraspec.spec.doubt import Doubt, whole as doubt_whole
from infraspec.spec.forms.alarm_sets import alarm_set as alarm_sets_alarm_set
from infraspec.spec.forms.tables import capacity as tables_capacity, carries_one_way as tables_carries_one_way, key as tables_key, kms_key as tables_kms_key
from infraspec.spec.forms.values import check_tags as values_check_tags, one_or_many as values_one_or_many
from infraspec.spec.ready.alarm_sets import AlarmSet as alarm_sets_AlarmSet


class LocalIndex:
    """What `infraspec.spec.tables.LocalIndex` is made of."""

    __slots__ = ('sort_key', 'projection', 'include',)
    KEYS = ('sort_key', 'projection', 'include',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 1
        v = get('sort_key')
        if v is None:
            raise Doubt
        if type(v) is not str:
            doubt_whole(v)
        v = tables_key(v)
        if type(v) is not dict:
            raise Doubt
        for vkey, v_ in v.items():
            if type(vkey) is not str:
                raise Doubt
            if type(v_) is not str or v_ not in ('string', 'number', 'binary',):
                raise Doubt
        self.sort_key = v
        v = get('projection')
        if v is None:
            self.projection = None
        else:
            known += 1
            if type(v) is not str or v not in ('all', 'keys',):
                raise Doubt
            self.projection = v
        v = get('include')
        if v is None:
            self.include = []
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
            self.include = v
        if known != len(data):
            raise Doubt
        tables_carries_one_way(self)


class Capacity:
    """What `infraspec.spec.tables.Capacity` is made of."""

    __slots__ = ('min', 'max', 'target',)
    KEYS = ('min', 'max', 'target',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 2
        v = get('min')
        if v is None:
            raise Doubt
        if type(v) is not int or not v >= 1 or not v <= 2147483647:
            raise Doubt
        self.min = v
        v = get('max')
        if v is None:
            raise Doubt
        if type(v) is not int or not v >= 1 or not v <= 2147483647:
            raise Doubt
        self.max = v
        v = get('target')
        if v is None:
            self.target = 70
        else:
            known += 1
            if type(v) is not int or not v >= 20 or not v <= 90:
                raise Doubt
            self.target = v
        if known != len(data):
            raise Doubt


class GlobalIndex:
    """What `infraspec.spec.tables.GlobalIndex` is made of."""

    __slots__ = ('partition_key', 'sort_key', 'projection', 'include', 'read_capacity', 'write_capacity', 'max_reads', 'max_writes',)
    KEYS = ('partition_key', 'sort_key', 'projection', 'include', 'read_capacity', 'write_capacity', 'max_reads', 'max_writes',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 1
        v = get('partition_key')
        if v is None:
            raise Doubt
        if type(v) is not str:
            doubt_whole(v)
        v = tables_key(v)
        if type(v) is not dict:
            raise Doubt
        for vkey, v_ in v.items():
            if type(vkey) is not str:
                raise Doubt
            if type(v_) is not str or v_ not in ('string', 'number', 'binary',):
                raise Doubt
        self.partition_key = v
        v = get('sort_key')
        if v is None:
            self.sort_key = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = tables_key(v)
            if type(v) is not dict:
                raise Doubt
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                if type(v_) is not str or v_ not in ('string', 'number', 'binary',):
                    raise Doubt
            self.sort_key = v
        v = get('projection')
        if v is None:
            self.projection = None
        else:
            known += 1
            if type(v) is not str or v not in ('all', 'keys',):
                raise Doubt
            self.projection = v
        v = get('include')
        if v is None:
            self.include = []
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
            self.include = v
        v = get('read_capacity')
        if v is None:
            self.read_capacity = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = tables_capacity(v)
            if v is not None:
                v = Capacity(v)
            self.read_capacity = v
        v = get('write_capacity')
        if v is None:
            self.write_capacity = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = tables_capacity(v)
            if v is not None:
                v = Capacity(v)
            self.write_capacity = v
        v = get('max_reads')
        if v is None:
            self.max_reads = None
        else:
            known += 1
            if type(v) is not int or not v >= 1 or not v <= 2147483647:
                raise Doubt
            self.max_reads = v
        v = get('max_writes')
        if v is None:
            self.max_writes = None
        else:
            known += 1
            if type(v) is not int or not v >= 1 or not v <= 2147483647:
                raise Doubt
            self.max_writes = v
        if known != len(data):
            raise Doubt
        tables_carries_one_way(self)


class Table:
    """What `infraspec.spec.tables.Table` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'partition_key', 'sort_key', 'local_indexes', 'global_indexes', 'read_capacity', 'write_capacity', 'max_reads', 'max_writes', 'table_class', 'ttl', 'recovery_days', 'stream', 'contributor_insights', 'kms_key', 'deletion_protection', 'on_delete', 'alarms', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'partition_key', 'sort_key', 'local_indexes', 'global_indexes', 'read_capacity', 'write_capacity', 'max_reads', 'max_writes', 'table_class', 'ttl', 'recovery_days', 'stream', 'contributor_insights', 'kms_key', 'deletion_protection', 'on_delete', 'alarms', 'tags',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 1
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
        v = get('partition_key')
        if v is None:
            raise Doubt
        if type(v) is not str:
            doubt_whole(v)
        v = tables_key(v)
        if type(v) is not dict:
            raise Doubt
        for vkey, v_ in v.items():
            if type(vkey) is not str:
                raise Doubt
            if type(v_) is not str or v_ not in ('string', 'number', 'binary',):
                raise Doubt
        self.partition_key = v
        v = get('sort_key')
        if v is None:
            self.sort_key = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = tables_key(v)
            if type(v) is not dict:
                raise Doubt
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                if type(v_) is not str or v_ not in ('string', 'number', 'binary',):
                    raise Doubt
            self.sort_key = v
        v = get('local_indexes')
        if v is None:
            self.local_indexes = {}
        else:
            known += 1
            if type(v) is not dict:
                raise Doubt
            vnew = {}
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                v_ = LocalIndex(v_)
                vnew[vkey] = v_
            v = vnew
            self.local_indexes = v
        v = get('global_indexes')
        if v is None:
            self.global_indexes = {}
        else:
            known += 1
            if type(v) is not dict:
                raise Doubt
            vnew = {}
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                v_ = GlobalIndex(v_)
                vnew[vkey] = v_
            v = vnew
            self.global_indexes = v
        v = get('read_capacity')
        if v is None:
            self.read_capacity = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = tables_capacity(v)
            if v is not None:
                v = Capacity(v)
            self.read_capacity = v
        v = get('write_capacity')
        if v is None:
            self.write_capacity = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = tables_capacity(v)
            if v is not None:
                v = Capacity(v)
            self.write_capacity = v
        v = get('max_reads')
        if v is None:
            self.max_reads = None
        else:
            known += 1
            if type(v) is not int or not v >= 1 or not v <= 2147483647:
                raise Doubt
            self.max_reads = v
        v = get('max_writes')
        if v is None:
            self.max_writes = None
        else:
            known += 1
            if type(v) is not int or not v >= 1 or not v <= 2147483647:
                raise Doubt
            self.max_writes = v
        v = get('table_class')
        if v is None:
            self.table_class = 'standard'
        else:
            known += 1
            if type(v) is not str or v not in ('standard', 'infrequent-access',):
                raise Doubt
            self.table_class = v
        v = get('ttl')
        if v is None:
            self.ttl = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.ttl = v
        v = get('recovery_days')
        if v is None:
            self.recovery_days = 35
        else:
            known += 1
            if type(v) is not int or not v >= 0 or not v <= 35:
                raise Doubt
            self.recovery_days = v
        v = get('stream')
        if v is None:
            self.stream = None
        else:
            known += 1
            if type(v) is not str or v not in ('keys', 'new-image', 'old-image', 'new-and-old-images',):
                raise Doubt
            self.stream = v
        v = get('contributor_insights')
        if v is None:
            self.contributor_insights = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.contributor_insights = v
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
            v = tables_kms_key(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
            self.kms_key = v
        v = get('deletion_protection')
        if v is None:
            self.deletion_protection = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.deletion_protection = v
        v = get('on_delete')
        if v is None:
            self.on_delete = 'retain'
        else:
            known += 1
            if type(v) is not str or v not in ('retain', 'delete',):
                raise Doubt
            self.on_delete = v
        v = get('alarms')
        if v is None:
            self.alarms = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = alarm_sets_alarm_set(v)
            if v is not None:
                v = alarm_sets_AlarmSet(v)
            self.alarms = v
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
