"""Readers of what `infraspec.spec.alarm_sets` takes. Written by tools/ready_readers.py: do not edit."""

from infraspec.spec.doubt import Doubt, whole as doubt_whole
from infraspec.spec.forms.values import one_or_many as values_one_or_many


class AlarmSet:
    """What `infraspec.spec.alarm_sets.AlarmSet` is made of."""

    __slots__ = ('set', 'to', 'without', 'thresholds',)
    KEYS = ('set', 'to', 'without', 'thresholds',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 0
        v = get('set')
        if v is None:
            self.set = 'default'
        else:
            known += 1
            if type(v) is not str or v not in ('default',):
                raise Doubt
            self.set = v
        v = get('to')
        if v is None:
            self.to = None
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
            self.to = v
        v = get('without')
        if v is None:
            self.without = []
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
            self.without = v
        v = get('thresholds')
        if v is None:
            self.thresholds = {}
        else:
            known += 1
            if type(v) is not dict:
                raise Doubt
            vnew = {}
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                if isinstance(v_, float) or type(v_) is int and abs(v_) < 1e15:
                    v_ = float(v_)
                if type(v_) is not float:
                    raise Doubt
                vnew[vkey] = v_
            v = vnew
            self.thresholds = v
        if known != len(data):
            raise Doubt
