"""Readers of what `infraspec.spec.alarms` takes. Written by tools/ready_readers.py: do not edit."""

from infraspec.deploy_time import Later as deploy_time_Later
from infraspec.spec.doubt import Doubt, whole as doubt_whole
from infraspec.spec.forms.alarms import compares_once as alarms_compares_once, is_composite_or_not as alarms_is_composite_or_not, is_one_query as alarms_is_one_query, statistic as alarms_statistic, watches_one as alarms_watches_one
from infraspec.spec.forms.values import check_tags as values_check_tags, one_or_many as values_one_or_many


class Metric:
    """What `infraspec.spec.alarms.Metric` is made of."""

    __slots__ = ('of', 'metric', 'namespace', 'dimensions', 'statistic', 'period', 'unit', 'expression', 'label',)
    KEYS = ('of', 'metric', 'namespace', 'dimensions', 'statistic', 'period', 'unit', 'expression', 'label',)

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
        if known != len(data):
            raise Doubt
        alarms_is_one_query(self)


class Suppressor:
    """What `infraspec.spec.alarms.Suppressor` is made of."""

    __slots__ = ('alarm', 'wait', 'extension',)
    KEYS = ('alarm', 'wait', 'extension',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 1
        v = get('alarm')
        if v is None:
            raise Doubt
        if type(v) is not str:
            raise Doubt
        self.alarm = v
        v = get('wait')
        if v is None:
            self.wait = 60
        else:
            known += 1
            if type(v) is not int or not v >= 0 or not v <= 2147483647:
                raise Doubt
            self.wait = v
        v = get('extension')
        if v is None:
            self.extension = 60
        else:
            known += 1
            if type(v) is not int or not v >= 0 or not v <= 2147483647:
                raise Doubt
            self.extension = v
        if known != len(data):
            raise Doubt


class Alarm:
    """What `infraspec.spec.alarms.Alarm` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'description', 'of', 'metric', 'namespace', 'dimensions', 'statistic', 'unit', 'metrics', 'watch', 'period', 'above', 'at_least', 'below', 'at_most', 'anomaly', 'band', 'evaluation_periods', 'datapoints', 'treat_missing_data', 'low_samples', 'any', 'all', 'rule', 'suppressed_by', 'to', 'ok_to', 'no_data_to', 'ec2_action', 'actions_enabled', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'description', 'of', 'metric', 'namespace', 'dimensions', 'statistic', 'unit', 'metrics', 'watch', 'period', 'above', 'at_least', 'below', 'at_most', 'anomaly', 'band', 'evaluation_periods', 'datapoints', 'treat_missing_data', 'low_samples', 'any', 'all', 'rule', 'suppressed_by', 'to', 'ok_to', 'no_data_to', 'ec2_action', 'actions_enabled', 'tags',)

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
        v = get('unit')
        if v is None:
            self.unit = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.unit = v
        v = get('metrics')
        if v is None:
            self.metrics = {}
        else:
            known += 1
            if type(v) is not dict:
                raise Doubt
            vnew = {}
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                v_ = Metric(v_)
                vnew[vkey] = v_
            v = vnew
            self.metrics = v
        v = get('watch')
        if v is None:
            self.watch = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.watch = v
        v = get('period')
        if v is None:
            self.period = 60
        else:
            known += 1
            if type(v) is not int:
                raise Doubt
            self.period = v
        v = get('above')
        if v is None:
            self.above = None
        else:
            known += 1
            if isinstance(v, float) or type(v) is int and abs(v) < 1e15:
                v = float(v)
            if type(v) is not float:
                raise Doubt
            self.above = v
        v = get('at_least')
        if v is None:
            self.at_least = None
        else:
            known += 1
            if isinstance(v, float) or type(v) is int and abs(v) < 1e15:
                v = float(v)
            if type(v) is not float:
                raise Doubt
            self.at_least = v
        v = get('below')
        if v is None:
            self.below = None
        else:
            known += 1
            if isinstance(v, float) or type(v) is int and abs(v) < 1e15:
                v = float(v)
            if type(v) is not float:
                raise Doubt
            self.below = v
        v = get('at_most')
        if v is None:
            self.at_most = None
        else:
            known += 1
            if isinstance(v, float) or type(v) is int and abs(v) < 1e15:
                v = float(v)
            if type(v) is not float:
                raise Doubt
            self.at_most = v
        v = get('anomaly')
        if v is None:
            self.anomaly = None
        else:
            known += 1
            if type(v) is not str or v not in ('above', 'below', 'outside',):
                raise Doubt
            self.anomaly = v
        v = get('band')
        if v is None:
            self.band = 2
        else:
            known += 1
            if isinstance(v, float) or type(v) is int and abs(v) < 1e15:
                v = float(v)
            if type(v) is not float or not v > 0:
                raise Doubt
            self.band = v
        v = get('evaluation_periods')
        if v is None:
            self.evaluation_periods = 1
        else:
            known += 1
            if type(v) is not int or not v >= 1:
                raise Doubt
            self.evaluation_periods = v
        v = get('datapoints')
        if v is None:
            self.datapoints = None
        else:
            known += 1
            if type(v) is not int or not v >= 1:
                raise Doubt
            self.datapoints = v
        v = get('treat_missing_data')
        if v is None:
            self.treat_missing_data = 'missing'
        else:
            known += 1
            if type(v) is not str or v not in ('missing', 'ignore', 'breaching', 'not-breaching',):
                raise Doubt
            self.treat_missing_data = v
        v = get('low_samples')
        if v is None:
            self.low_samples = None
        else:
            known += 1
            if type(v) is not str or v not in ('evaluate', 'ignore',):
                raise Doubt
            self.low_samples = v
        v = get('any')
        if v is None:
            self.any = []
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
            self.any = v
        v = get('all')
        if v is None:
            self.all = []
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
            self.all = v
        v = get('rule')
        if v is None:
            self.rule = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.rule = v
        v = get('suppressed_by')
        if v is None:
            self.suppressed_by = None
        else:
            known += 1
            v = Suppressor(v)
            self.suppressed_by = v
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
        v = get('ok_to')
        if v is None:
            self.ok_to = []
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
            self.ok_to = v
        v = get('no_data_to')
        if v is None:
            self.no_data_to = []
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
            self.no_data_to = v
        v = get('ec2_action')
        if v is None:
            self.ec2_action = None
        else:
            known += 1
            if type(v) is not str or v not in ('recover', 'reboot', 'stop', 'terminate',):
                raise Doubt
            self.ec2_action = v
        v = get('actions_enabled')
        if v is None:
            self.actions_enabled = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.actions_enabled = v
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
        alarms_watches_one(self)
        alarms_compares_once(self)
        alarms_is_composite_or_not(self)
