"""Readers of what `infraspec.spec.dashboards` takes. Written by tools/ready_readers.py: do not edit."""

from infraspec.deploy_time import Later as deploy_time_Later
from infraspec.spec.doubt import Doubt, whole as doubt_whole
from infraspec.spec.forms.alarms import is_one_query as alarms_is_one_query, statistic as alarms_statistic
from infraspec.spec.forms.dashboards import is_one_widget as dashboards_is_one_widget, named_set as dashboards_named_set
from infraspec.spec.forms.values import one_or_many as values_one_or_many


class Line:
    """What `infraspec.spec.dashboards.Line` is made of."""

    __slots__ = ('of', 'metric', 'namespace', 'dimensions', 'statistic', 'period', 'unit', 'expression', 'label', 'id', 'axis', 'color', 'visible',)
    KEYS = ('of', 'metric', 'namespace', 'dimensions', 'statistic', 'period', 'unit', 'expression', 'label', 'id', 'axis', 'color', 'visible',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 0
        v = get('of')
        if v is None:
            self.of = []
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
            self.of = v
        v = get('metric')
        if v is None:
            self.metric = None
        else:
            known += 1
            if type(v) is not str or len(v) < 1 or len(v) > 255:
                raise Doubt
            self.metric = v
        v = get('namespace')
        if v is None:
            self.namespace = None
        else:
            known += 1
            if type(v) is not str or len(v) < 1 or len(v) > 255:
                raise Doubt
            self.namespace = v
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
                v_whole = v_
                if type(v_) is deploy_time_Later:
                    v_ = str(v_)
                if type(v_) is not str:
                    raise Doubt
                if type(v_whole) is deploy_time_Later and v_ == str(v_whole):
                    v_ = v_whole
            self.dimensions = v
        v = get('statistic')
        if v is None:
            self.statistic = 'average'
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = alarms_statistic(v)
            if type(v) is not str:
                raise Doubt
            self.statistic = v
        v = get('period')
        if v is None:
            self.period = None
        else:
            known += 1
            if type(v) is not int:
                raise Doubt
            self.period = v
        v = get('unit')
        if v is None:
            self.unit = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.unit = v
        v = get('expression')
        if v is None:
            self.expression = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.expression = v
        v = get('label')
        if v is None:
            self.label = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.label = v
        v = get('id')
        if v is None:
            self.id = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.id = v
        v = get('axis')
        if v is None:
            self.axis = 'left'
        else:
            known += 1
            if type(v) is not str or v not in ('left', 'right',):
                raise Doubt
            self.axis = v
        v = get('color')
        if v is None:
            self.color = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.color = v
        v = get('visible')
        if v is None:
            self.visible = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.visible = v
        if known != len(data):
            raise Doubt
        alarms_is_one_query(self)


class Widget:
    """What `infraspec.spec.dashboards.Widget` is made of."""

    __slots__ = ('text', 'metrics', 'alarm', 'alarms', 'logs', 'query', 'title', 'view', 'period', 'minimum', 'maximum', 'width', 'height',)
    KEYS = ('text', 'metrics', 'alarm', 'alarms', 'logs', 'query', 'title', 'view', 'period', 'minimum', 'maximum', 'width', 'height',)

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
        v = get('metrics')
        if v is None:
            self.metrics = []
        else:
            known += 1
            if type(v) is not list:
                raise Doubt
            vnew = []
            for v_ in v:
                v_ = Line(v_)
                vnew.append(v_)
            v = vnew
            self.metrics = v
        v = get('alarm')
        if v is None:
            self.alarm = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.alarm = v
        v = get('alarms')
        if v is None:
            self.alarms = []
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
            self.alarms = v
        v = get('logs')
        if v is None:
            self.logs = []
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
            self.logs = v
        v = get('query')
        if v is None:
            self.query = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.query = v
        v = get('title')
        if v is None:
            self.title = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.title = v
        v = get('view')
        if v is None:
            self.view = 'lines'
        else:
            known += 1
            if type(v) is not str or v not in ('lines', 'stacked', 'number', 'bar', 'pie', 'gauge', 'table',):
                raise Doubt
            self.view = v
        v = get('period')
        if v is None:
            self.period = None
        else:
            known += 1
            if type(v) is not int:
                raise Doubt
            self.period = v
        v = get('minimum')
        if v is None:
            self.minimum = None
        else:
            known += 1
            if isinstance(v, float) or type(v) is int and abs(v) < 1e15:
                v = float(v)
            if type(v) is not float:
                raise Doubt
            self.minimum = v
        v = get('maximum')
        if v is None:
            self.maximum = None
        else:
            known += 1
            if isinstance(v, float) or type(v) is int and abs(v) < 1e15:
                v = float(v)
            if type(v) is not float:
                raise Doubt
            self.maximum = v
        v = get('width')
        if v is None:
            self.width = 12
        else:
            known += 1
            if type(v) is not int or not v >= 1 or not v <= 24:
                raise Doubt
            self.width = v
        v = get('height')
        if v is None:
            self.height = 6
        else:
            known += 1
            if type(v) is not int or not v >= 1 or not v <= 1000:
                raise Doubt
            self.height = v
        if known != len(data):
            raise Doubt
        dashboards_is_one_widget(self)


class Dashboard:
    """What `infraspec.spec.dashboards.Dashboard` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'set', 'widgets',)
    KEYS = ('cloudformation', 'terraform', 'set', 'widgets',)

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
        v = get('set')
        if v is None:
            self.set = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = dashboards_named_set(v)
            if v is not None:
                if type(v) is not str or v not in ('default',):
                    raise Doubt
            self.set = v
        v = get('widgets')
        if v is None:
            self.widgets = []
        else:
            known += 1
            if type(v) is not list:
                raise Doubt
            vnew = []
            for v_ in v:
                v_ = Widget(v_)
                vnew.append(v_)
            v = vnew
            self.widgets = v
        if known != len(data):
            raise Doubt
