"""Readers of what `infraspec.spec.auto_scaling` takes. Written by tools/ready_readers.py: do not edit."""

from infraspec.deploy_time import Later as deploy_time_Later
from infraspec.spec.doubt import Doubt, whole as doubt_whole
from infraspec.spec.forms.alarm_sets import alarm_set as alarm_sets_alarm_set
from infraspec.spec.forms.auto_scaling import a_type as auto_scaling_a_type, cron as auto_scaling_cron, follows_one_thing as auto_scaling_follows_one_thing, has_time_and_size as auto_scaling_has_time_and_size, listed as auto_scaling_listed, machine_type as auto_scaling_machine_type, moment as auto_scaling_moment, pools_of_lowest_price as auto_scaling_pools_of_lowest_price, rollout as auto_scaling_rollout, room_to_replace as auto_scaling_room_to_replace, spot as auto_scaling_spot, time_zone as auto_scaling_time_zone
from infraspec.spec.forms.values import check_tags as values_check_tags, one_or_many as values_one_or_many
from infraspec.spec.ready.alarm_sets import AlarmSet as alarm_sets_AlarmSet


class MachineType:
    """What `infraspec.spec.auto_scaling.MachineType` is made of."""

    __slots__ = ('type', 'weight',)
    KEYS = ('type', 'weight',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 1
        v = get('type')
        if v is None:
            raise Doubt
        if type(v) is not str:
            doubt_whole(v)
        v = auto_scaling_a_type(v)
        vwhole = v
        if type(v) is deploy_time_Later:
            v = str(v)
        if type(v) is not str:
            raise Doubt
        if type(vwhole) is deploy_time_Later and v == str(vwhole):
            v = vwhole
        self.type = v
        v = get('weight')
        if v is None:
            self.weight = None
        else:
            known += 1
            if type(v) is not int or not v >= 1 or not v <= 999:
                raise Doubt
            self.weight = v
        if known != len(data):
            raise Doubt


class SpotShare:
    """What `infraspec.spec.auto_scaling.SpotShare` is made of."""

    __slots__ = ('on_demand_base', 'on_demand_percentage', 'allocation', 'pools', 'max_price',)
    KEYS = ('on_demand_base', 'on_demand_percentage', 'allocation', 'pools', 'max_price',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 0
        v = get('on_demand_base')
        if v is None:
            self.on_demand_base = 0
        else:
            known += 1
            if type(v) is not int or not v >= 0 or not v <= 2147483647:
                raise Doubt
            self.on_demand_base = v
        v = get('on_demand_percentage')
        if v is None:
            self.on_demand_percentage = 0
        else:
            known += 1
            if type(v) is not int or not v >= 0 or not v <= 100:
                raise Doubt
            self.on_demand_percentage = v
        v = get('allocation')
        if v is None:
            self.allocation = 'price-capacity-optimized'
        else:
            known += 1
            if type(v) is not str or v not in ('price-capacity-optimized', 'capacity-optimized', 'capacity-optimized-prioritized', 'lowest-price',):
                raise Doubt
            self.allocation = v
        v = get('pools')
        if v is None:
            self.pools = None
        else:
            known += 1
            if type(v) is not int or not v >= 1 or not v <= 20:
                raise Doubt
            self.pools = v
        v = get('max_price')
        if v is None:
            self.max_price = None
        else:
            known += 1
            if isinstance(v, float) or type(v) is int and abs(v) < 1e15:
                v = float(v)
            if type(v) is not float or not v >= 0.001:
                raise Doubt
            self.max_price = v
        if known != len(data):
            raise Doubt
        auto_scaling_pools_of_lowest_price(self)


class Rollout:
    """What `infraspec.spec.auto_scaling.Rollout` is made of."""

    __slots__ = ('strategy', 'min_healthy', 'max_healthy', 'warmup',)
    KEYS = ('strategy', 'min_healthy', 'max_healthy', 'warmup',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 0
        v = get('strategy')
        if v is None:
            self.strategy = 'rolling'
        else:
            known += 1
            if type(v) is not str or v not in ('rolling', 'none',):
                raise Doubt
            self.strategy = v
        v = get('min_healthy')
        if v is None:
            self.min_healthy = 90
        else:
            known += 1
            if type(v) is not int or not v >= 0 or not v <= 100:
                raise Doubt
            self.min_healthy = v
        v = get('max_healthy')
        if v is None:
            self.max_healthy = 110
        else:
            known += 1
            if type(v) is not int or not v >= 100 or not v <= 200:
                raise Doubt
            self.max_healthy = v
        v = get('warmup')
        if v is None:
            self.warmup = None
        else:
            known += 1
            if type(v) is not int or not v >= 0 or not v <= 3600:
                raise Doubt
            self.warmup = v
        if known != len(data):
            raise Doubt
        auto_scaling_room_to_replace(self)


class Metric:
    """What `infraspec.spec.auto_scaling.Metric` is made of."""

    __slots__ = ('namespace', 'name', 'statistic', 'unit', 'dimensions',)
    KEYS = ('namespace', 'name', 'statistic', 'unit', 'dimensions',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 2
        v = get('namespace')
        if v is None:
            raise Doubt
        vwhole = v
        if type(v) is deploy_time_Later:
            v = str(v)
        if type(v) is not str:
            raise Doubt
        if type(vwhole) is deploy_time_Later and v == str(vwhole):
            v = vwhole
        self.namespace = v
        v = get('name')
        if v is None:
            raise Doubt
        vwhole = v
        if type(v) is deploy_time_Later:
            v = str(v)
        if type(v) is not str:
            raise Doubt
        if type(vwhole) is deploy_time_Later and v == str(vwhole):
            v = vwhole
        self.name = v
        v = get('statistic')
        if v is None:
            self.statistic = 'average'
        else:
            known += 1
            if type(v) is not str or v not in ('average', 'minimum', 'maximum', 'sample_count', 'sum',):
                raise Doubt
            self.statistic = v
        v = get('unit')
        if v is None:
            self.unit = None
        else:
            known += 1
            vwhole = v
            if type(v) is deploy_time_Later:
                v = str(v)
            if type(v) is not str:
                raise Doubt
            if type(vwhole) is deploy_time_Later and v == str(vwhole):
                v = vwhole
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
                v_whole = v_
                if type(v_) is deploy_time_Later:
                    v_ = str(v_)
                if type(v_) is not str:
                    raise Doubt
                if type(v_whole) is deploy_time_Later and v_ == str(v_whole):
                    v_ = v_whole
            self.dimensions = v
        if known != len(data):
            raise Doubt


class Scaling:
    """What `infraspec.spec.auto_scaling.Scaling` is made of."""

    __slots__ = ('cpu', 'requests', 'target_group', 'network_in', 'network_out', 'metric', 'target', 'scale_in', 'warmup',)
    KEYS = ('cpu', 'requests', 'target_group', 'network_in', 'network_out', 'metric', 'target', 'scale_in', 'warmup',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 0
        v = get('cpu')
        if v is None:
            self.cpu = None
        else:
            known += 1
            if isinstance(v, float) or type(v) is int and abs(v) < 1e15:
                v = float(v)
            if type(v) is not float or not v <= 100 or not v > 0:
                raise Doubt
            self.cpu = v
        v = get('requests')
        if v is None:
            self.requests = None
        else:
            known += 1
            if isinstance(v, float) or type(v) is int and abs(v) < 1e15:
                v = float(v)
            if type(v) is not float or not v <= 1000000000.0 or not v > 0:
                raise Doubt
            self.requests = v
        v = get('target_group')
        if v is None:
            self.target_group = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.target_group = v
        v = get('network_in')
        if v is None:
            self.network_in = None
        else:
            known += 1
            if isinstance(v, float) or type(v) is int and abs(v) < 1e15:
                v = float(v)
            if type(v) is not float or not v > 0:
                raise Doubt
            self.network_in = v
        v = get('network_out')
        if v is None:
            self.network_out = None
        else:
            known += 1
            if isinstance(v, float) or type(v) is int and abs(v) < 1e15:
                v = float(v)
            if type(v) is not float or not v > 0:
                raise Doubt
            self.network_out = v
        v = get('metric')
        if v is None:
            self.metric = None
        else:
            known += 1
            v = Metric(v)
            self.metric = v
        v = get('target')
        if v is None:
            self.target = None
        else:
            known += 1
            if isinstance(v, float) or type(v) is int and abs(v) < 1e15:
                v = float(v)
            if type(v) is not float or not v > 0:
                raise Doubt
            self.target = v
        v = get('scale_in')
        if v is None:
            self.scale_in = True
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.scale_in = v
        v = get('warmup')
        if v is None:
            self.warmup = None
        else:
            known += 1
            if type(v) is not int or not v >= 0 or not v <= 2147483647:
                raise Doubt
            self.warmup = v
        if known != len(data):
            raise Doubt
        auto_scaling_follows_one_thing(self)


class Schedule:
    """What `infraspec.spec.auto_scaling.Schedule` is made of."""

    __slots__ = ('cron', 'time_zone', 'start', 'end', 'min', 'max', 'desired',)
    KEYS = ('cron', 'time_zone', 'start', 'end', 'min', 'max', 'desired',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 0
        v = get('cron')
        if v is None:
            self.cron = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = auto_scaling_cron(v)
            if v is not None:
                vwhole = v
                if type(v) is deploy_time_Later:
                    v = str(v)
                if type(v) is not str:
                    raise Doubt
                if type(vwhole) is deploy_time_Later and v == str(vwhole):
                    v = vwhole
            self.cron = v
        v = get('time_zone')
        if v is None:
            self.time_zone = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = auto_scaling_time_zone(v)
            if v is not None:
                vwhole = v
                if type(v) is deploy_time_Later:
                    v = str(v)
                if type(v) is not str:
                    raise Doubt
                if type(vwhole) is deploy_time_Later and v == str(vwhole):
                    v = vwhole
            self.time_zone = v
        v = get('start')
        if v is None:
            self.start = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = auto_scaling_moment(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            self.start = v
        v = get('end')
        if v is None:
            self.end = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = auto_scaling_moment(v)
            if v is not None:
                if type(v) is not str:
                    raise Doubt
            self.end = v
        v = get('min')
        if v is None:
            self.min = None
        else:
            known += 1
            if type(v) is not int or not v >= 0 or not v <= 2147483647:
                raise Doubt
            self.min = v
        v = get('max')
        if v is None:
            self.max = None
        else:
            known += 1
            if type(v) is not int or not v >= 0 or not v <= 2147483647:
                raise Doubt
            self.max = v
        v = get('desired')
        if v is None:
            self.desired = None
        else:
            known += 1
            if type(v) is not int or not v >= 0 or not v <= 2147483647:
                raise Doubt
            self.desired = v
        if known != len(data):
            raise Doubt
        auto_scaling_has_time_and_size(self)


class WarmPool:
    """What `infraspec.spec.auto_scaling.WarmPool` is made of."""

    __slots__ = ('min', 'max_prepared', 'state', 'reuse',)
    KEYS = ('min', 'max_prepared', 'state', 'reuse',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 0
        v = get('min')
        if v is None:
            self.min = 0
        else:
            known += 1
            if type(v) is not int or not v >= 0 or not v <= 2147483647:
                raise Doubt
            self.min = v
        v = get('max_prepared')
        if v is None:
            self.max_prepared = None
        else:
            known += 1
            if type(v) is not int or not v >= 1 or not v <= 2147483647:
                raise Doubt
            self.max_prepared = v
        v = get('state')
        if v is None:
            self.state = 'stopped'
        else:
            known += 1
            if type(v) is not str or v not in ('stopped', 'running', 'hibernated',):
                raise Doubt
            self.state = v
        v = get('reuse')
        if v is None:
            self.reuse = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.reuse = v
        if known != len(data):
            raise Doubt


class AutoScalingGroup:
    """What `infraspec.spec.auto_scaling.AutoScalingGroup` is made of."""

    __slots__ = ('cloudformation', 'terraform', 'launch_template', 'subnets', 'min', 'max', 'desired', 'types', 'spot', 'capacity_rebalance', 'target_groups', 'health_check', 'grace_period', 'warmup', 'cooldown', 'termination_policies', 'max_instance_lifetime', 'protect_from_scale_in', 'placement_group', 'rollout', 'scaling', 'schedules', 'warm_pool', 'alarms', 'tags',)
    KEYS = ('cloudformation', 'terraform', 'launch_template', 'subnets', 'min', 'max', 'desired', 'types', 'spot', 'capacity_rebalance', 'target_groups', 'health_check', 'grace_period', 'warmup', 'cooldown', 'termination_policies', 'max_instance_lifetime', 'protect_from_scale_in', 'placement_group', 'rollout', 'scaling', 'schedules', 'warm_pool', 'alarms', 'tags',)

    def __init__(self, data):
        if type(data) is not dict:
            raise Doubt
        get = data.get
        known = 4
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
        v = get('launch_template')
        if v is None:
            raise Doubt
        if type(v) is not str:
            raise Doubt
        self.launch_template = v
        v = get('subnets')
        if v is None:
            raise Doubt
        if type(v) is not str:
            doubt_whole(v)
        v = values_one_or_many(v)
        if type(v) is not list:
            raise Doubt
        for v_ in v:
            if type(v_) is not str:
                raise Doubt
        self.subnets = v
        v = get('min')
        if v is None:
            raise Doubt
        if type(v) is not int or not v >= 0 or not v <= 2147483647:
            raise Doubt
        self.min = v
        v = get('max')
        if v is None:
            raise Doubt
        if type(v) is not int or not v >= 0 or not v <= 2147483647:
            raise Doubt
        self.max = v
        v = get('desired')
        if v is None:
            self.desired = None
        else:
            known += 1
            if type(v) is not int or not v >= 0 or not v <= 2147483647:
                raise Doubt
            self.desired = v
        v = get('types')
        if v is None:
            self.types = []
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = auto_scaling_listed(v)
            if type(v) is not list:
                raise Doubt
            vnew = []
            for v_ in v:
                v_ = auto_scaling_machine_type(v_)
                v_ = MachineType(v_)
                vnew.append(v_)
            v = vnew
            self.types = v
        v = get('spot')
        if v is None:
            self.spot = None
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = auto_scaling_spot(v)
            if v is not None:
                v = SpotShare(v)
            self.spot = v
        v = get('capacity_rebalance')
        if v is None:
            self.capacity_rebalance = None
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.capacity_rebalance = v
        v = get('target_groups')
        if v is None:
            self.target_groups = []
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
            self.target_groups = v
        v = get('health_check')
        if v is None:
            self.health_check = None
        else:
            known += 1
            if type(v) is not str or v not in ('ec2', 'elb',):
                raise Doubt
            self.health_check = v
        v = get('grace_period')
        if v is None:
            self.grace_period = 300
        else:
            known += 1
            if type(v) is not int or not v >= 0 or not v <= 2147483647:
                raise Doubt
            self.grace_period = v
        v = get('warmup')
        if v is None:
            self.warmup = None
        else:
            known += 1
            if type(v) is not int or not v >= 1 or not v <= 2147483647:
                raise Doubt
            self.warmup = v
        v = get('cooldown')
        if v is None:
            self.cooldown = 300
        else:
            known += 1
            if type(v) is not int or not v >= 1 or not v <= 2147483647:
                raise Doubt
            self.cooldown = v
        v = get('termination_policies')
        if v is None:
            self.termination_policies = []
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = auto_scaling_listed(v)
            if type(v) is not list:
                raise Doubt
            for v_ in v:
                if type(v_) is not str or v_ not in ('Default', 'AllocationStrategy', 'OldestInstance', 'NewestInstance', 'OldestLaunchTemplate', 'ClosestToNextInstanceHour',):
                    raise Doubt
            self.termination_policies = v
        v = get('max_instance_lifetime')
        if v is None:
            self.max_instance_lifetime = None
        else:
            known += 1
            if type(v) is not int or not v >= 0 or not v <= 31536000:
                raise Doubt
            self.max_instance_lifetime = v
        v = get('protect_from_scale_in')
        if v is None:
            self.protect_from_scale_in = False
        else:
            known += 1
            if type(v) is not bool:
                raise Doubt
            self.protect_from_scale_in = v
        v = get('placement_group')
        if v is None:
            self.placement_group = None
        else:
            known += 1
            if type(v) is not str:
                raise Doubt
            self.placement_group = v
        v = get('rollout')
        if v is None:
            self.rollout = Rollout({})
        else:
            known += 1
            if type(v) is not str:
                doubt_whole(v)
            v = auto_scaling_rollout(v)
            v = Rollout(v)
            self.rollout = v
        v = get('scaling')
        if v is None:
            self.scaling = {}
        else:
            known += 1
            if type(v) is not dict:
                raise Doubt
            vnew = {}
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                v_ = Scaling(v_)
                vnew[vkey] = v_
            v = vnew
            self.scaling = v
        v = get('schedules')
        if v is None:
            self.schedules = {}
        else:
            known += 1
            if type(v) is not dict:
                raise Doubt
            vnew = {}
            for vkey, v_ in v.items():
                if type(vkey) is not str:
                    raise Doubt
                v_ = Schedule(v_)
                vnew[vkey] = v_
            v = vnew
            self.schedules = v
        v = get('warm_pool')
        if v is None:
            self.warm_pool = None
        else:
            known += 1
            v = WarmPool(v)
            self.warm_pool = v
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
