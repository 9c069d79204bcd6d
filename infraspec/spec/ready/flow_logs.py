"""Readers of what `infraspec.spec.flow_logs` takes. Written by tools/ready_readers.py: do not edit."""

from infraspec.deploy_time import Later as deploy_time_Later
from infraspec.spec.doubt import Doubt, whole as doubt_whole
from infraspec.spec.forms.flow_logs import fields as flow_logs_fields, has_only_its_own as flow_logs_has_only_its_own
from infraspec.spec.forms.values import check_tags as values_check_tags, one_or_many as values_one_or_many


class FlowLog:
    """What `infraspec.spec.flow_logs.FlowLog` is made of."""

    __slots__ = ('to', 'traffic', 'fields', 'interval', 'path', 'file_format', 'hive_compatible', 'hourly', 'role', 'tags',)
    KEYS = ('to', 'traffic', 'fields', 'interval', 'path', 'file_format', 'hive_compatible', 'hourly', 'role', 'tags',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 1
        v = get('to')
        if v is None:
            raise Doubt
        if type(v) is not str:
            raise Doubt
        self.to = v
        v = get('traffic')
        if v is None:
            self.traffic = 'all'
        else:
            known += 1
            if type(v) is not str or v not in ('all', 'accept', 'reject',):
                raise Doubt
            self.traffic = v
        v = get('fields')
        if v is None:
            self.fields = []
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = flow_logs_fields(v)
            v = values_one_or_many(v)
            if type(v) is not list:
                raise Doubt
            for v_ in v:
                if type(v_) is not str:
                    raise Doubt
            self.fields = v
        v = get('interval')
        if v is None:
            self.interval = 600
        else:
            known += 1
            if type(v) is not int or v not in (60, 600,):
                raise Doubt
            self.interval = v
        v = get('path')
        if v is None:
            self.path = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.path = v
        v = get('file_format')
        if v is None:
            self.file_format = None
        else:
            known += 1
            if type(v) is not str or v not in ('plain-text', 'parquet',):
                raise Doubt
            self.file_format = v
        v = get('hive_compatible')
        if v is None:
            self.hive_compatible = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.hive_compatible = v
        v = get('hourly')
        if v is None:
            self.hourly = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.hourly = v
        v = get('role')
        if v is None:
            self.role = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.role = v
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
        flow_logs_has_only_its_own(self)
