"""Readers of what `infraspec.spec.log_groups` takes. Written by tools/ready_readers.py: do not edit."""

from infraspec.deploy_time import Later as deploy_time_Later
from infraspec.spec.doubt import Doubt, whole as doubt_whole
from infraspec.spec.forms.kms_keys import key as kms_keys_key
from infraspec.spec.forms.log_groups import group_name as log_groups_group_name, metric as log_groups_metric, namespace as log_groups_namespace, no_days_of_delivery as log_groups_no_days_of_delivery, no_default_with_dimensions as log_groups_no_default_with_dimensions, number_as_text as log_groups_number_as_text, retention as log_groups_retention
from infraspec.spec.forms.values import check_tags as values_check_tags


class MetricFilter:
    """What `infraspec.spec.log_groups.MetricFilter` is made of."""

    __slots__ = ('pattern', 'metric', 'namespace', 'value', 'default', 'unit', 'dimensions',)
    KEYS = ('pattern', 'metric', 'namespace', 'value', 'default', 'unit', 'dimensions',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 3
        v = get('pattern')
        if v is None:
            raise Doubt
        if type(v) is not str:
            raise Doubt
        self.pattern = v
        v = get('metric')
        if v is None:
            raise Doubt
        if type(v) is not str:
            doubt_whole(v)
        v = log_groups_metric(v)
        if type(v) is not str:
            raise Doubt
        self.metric = v
        v = get('namespace')
        if v is None:
            raise Doubt
        if type(v) is not str:
            doubt_whole(v)
        v = log_groups_namespace(v)
        if type(v) is not str:
            raise Doubt
        self.namespace = v
        v = get('value')
        if v is None:
            self.value = '1'
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = log_groups_number_as_text(v)
            if type(v) is not str:
                raise Doubt
            self.value = v
        v = get('default')
        if v is None:
            self.default = None
        else:
            known += 1
            if isinstance(v, float) or type(v) is int and abs(v) < 1e15:
                v = float(v)
            if type(v) is not float:
                raise Doubt
            self.default = v
        v = get('unit')
        if v is None:
            self.unit = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.unit = v
        v = get('dimensions')
        if v is None:
            self.dimensions = {}
        else:
            known += 1
            if type(v) is not dict:
                raise Doubt
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                if type(v_) is not str:
                    raise Doubt
            self.dimensions = v
        if known != len(data):
            raise Doubt
        log_groups_no_default_with_dimensions(self)


class LogGroup:
    """What `infraspec.spec.log_groups.LogGroup` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'retention_days', 'class_', 'kms_key', 'metric_filters', 'on_delete', 'existing', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'retention_days', 'class', 'kms_key', 'metric_filters', 'on_delete', 'existing', 'tags',)

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
        v = get('retention_days')
        if v is None:
            self.retention_days = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = log_groups_retention(v)
            if type(v) is not int:
                raise Doubt
            self.retention_days = v
        v = get('class')
        if v is None:
            self.class_ = 'standard'
        else:
            known += 1
            if type(v) is not str or v not in ('standard', 'infrequent-access', 'delivery',):
                raise Doubt
            self.class_ = v
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
        v = get('metric_filters')
        if v is None:
            self.metric_filters = {}
        else:
            known += 1
            if type(v) is not dict:
                raise Doubt
            vnew = {}
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                v_ = MetricFilter(v_)
                vnew[vkey] = v_
            v = vnew
            self.metric_filters = v
        v = get('on_delete')
        if v is None:
            self.on_delete = 'retain'
        else:
            known += 1
            if type(v) is not str or v not in ('retain', 'delete',):
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
            v = log_groups_group_name(v)
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
        log_groups_no_days_of_delivery(self)
