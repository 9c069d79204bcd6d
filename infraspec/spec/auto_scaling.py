"""`auto_scaling_groups:`: machines whose number follows what there is to do."""

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field

from infraspec.spec.alarm_sets import Alarms
from infraspec.spec.base import Checks, EntryModel, Names, SpecModel, Tags, Text
from infraspec.spec.forms import auto_scaling as forms


class MachineType(SpecModel):
    """One of the types that a group may start."""

    type: Annotated[Text, BeforeValidator(forms.a_type)]
    """The type, such as `t3.small`."""
    weight: int | None = Field(default=None, ge=1, le=999)
    """How many units of the group's size one machine of it counts for; all types have one, or none."""


class SpotShare(SpecModel):
    """How much of a group is spare capacity at a lower price, which AWS may take back."""

    checks: ClassVar[Checks] = (forms.pools_of_lowest_price,)

    on_demand_base: int = Field(default=0, ge=0, le=2147483647)
    """How many machines are on demand before any is Spot."""
    on_demand_percentage: int = Field(default=0, ge=0, le=100)
    """The share of all further machines that is on demand."""
    allocation: Literal[
        "price-capacity-optimized", "capacity-optimized", "capacity-optimized-prioritized", "lowest-price"
    ] = "price-capacity-optimized"
    """Which types and zones Spot machines are taken from."""
    pools: int | None = Field(default=None, ge=1, le=20)
    """How many of the cheapest pools are used, 1 to 20, for `lowest-price`."""
    max_price: float | None = Field(default=None, ge=0.001)
    """The most to pay, in US dollars an hour; without it the on-demand price."""


class Rollout(SpecModel):
    """How machines are replaced when their template, subnets or placement group change, and when unwell or too old."""

    checks: ClassVar[Checks] = (forms.room_to_replace,)

    strategy: Literal["rolling", "none"] = "rolling"
    """`rolling` replaces machine after machine; `none` leaves those that stand as they are."""
    min_healthy: int = Field(default=90, ge=0, le=100)
    """The percentage of the group that keeps serving meanwhile."""
    max_healthy: int = Field(default=110, ge=100, le=200)
    """The percentage of the group that may stand meanwhile; at most 100 more than `min_healthy`."""
    warmup: int | None = Field(default=None, ge=0, le=3600)
    """Seconds that a new machine is given before the next one goes; without it the `grace_period`."""


class Metric(SpecModel):
    """A metric of CloudWatch, which falls as the group grows."""

    namespace: Text
    """Its namespace, such as `AWS/SQS` or one of your own."""
    name: Text
    """Its name."""
    statistic: Literal["average", "minimum", "maximum", "sample_count", "sum"] = "average"
    """What is made of the values of a minute."""
    unit: Text | None = None
    """Its unit, such as `Percent`, where it has several."""
    dimensions: dict[str, Text] = {}
    """Its dimensions. `AutoScalingGroupName: self` is the group."""


class Scaling(SpecModel):
    """A value that is kept by adding and removing machines; of `cpu` to `metric` exactly one."""

    checks: ClassVar[Checks] = (forms.follows_one_thing,)

    cpu: float | None = Field(default=None, gt=0, le=100)
    """The processors' use in percent, on average."""
    requests: float | None = Field(default=None, gt=0, le=1e9)
    """Requests that each machine gets in a minute from an application load balancer."""
    target_group: str | None = None
    """The target group whose requests are counted, where the group has several."""
    network_in: float | None = Field(default=None, gt=0)
    """Bytes that each machine receives in a minute, on average."""
    network_out: float | None = Field(default=None, gt=0)
    """Bytes that each machine sends in a minute, on average."""
    metric: Metric | None = None
    """A metric of your own."""
    target: float | None = Field(default=None, gt=0)
    """The value that `metric` is kept at."""
    scale_in: bool = True
    """Whether it removes machines too."""
    warmup: int | None = Field(default=None, ge=0, le=2147483647)
    """Seconds until a new machine counts; without it the group's `warmup`."""


class Schedule(SpecModel):
    """A size that is set at a time."""

    checks: ClassVar[Checks] = (forms.has_time_and_size,)

    cron: Annotated[Text | None, BeforeValidator(forms.cron)] = None
    """When, again and again: minute, hour, day, month and day of the week, such as `0 8 * * 1-5`."""
    time_zone: Annotated[Text | None, BeforeValidator(forms.time_zone)] = None
    """The time zone of `cron`, such as `Asia/Seoul`; without it UTC."""
    start: Annotated[str | None, BeforeValidator(forms.moment)] = None
    """When for the first time, in UTC: `2030-01-31T08:00:00Z`."""
    end: Annotated[str | None, BeforeValidator(forms.moment)] = None
    """When for the last time, in UTC."""
    min: int | None = Field(default=None, ge=0, le=2147483647)
    """The fewest machines from then on; without it they stay."""
    max: int | None = Field(default=None, ge=0, le=2147483647)
    """The most machines from then on; without it they stay."""
    desired: int | None = Field(default=None, ge=0, le=2147483647)
    """The number of machines at that moment."""


class WarmPool(SpecModel):
    """Machines that have booted and wait, to be there sooner when the group grows."""

    min: int = Field(default=0, ge=0, le=2147483647)
    """How many wait at least."""
    max_prepared: int | None = Field(default=None, ge=1, le=2147483647)
    """The most machines that serve or wait together; without it the group's `max`."""
    state: Literal["stopped", "running", "hibernated"] = "stopped"
    """What they wait as; `running` costs what serving costs."""
    reuse: bool = False
    """Whether a machine that is no longer needed goes back to the pool."""


Policy = Literal[
    "Default",
    "AllocationStrategy",
    "OldestInstance",
    "NewestInstance",
    "OldestLaunchTemplate",
    "ClosestToNextInstanceHour",
]


class AutoScalingGroup(EntryModel):
    """Machines that are started from a launch template, and whose number follows what there is to do."""

    launch_template: str
    """What they are started from, in its latest version."""
    subnets: Names
    """Where they stand: `tier:name`, or a list of subnets; the group spreads them over the zones."""
    min: int = Field(ge=0, le=2147483647)
    """The fewest machines."""
    max: int = Field(ge=0, le=2147483647)
    """The most machines."""
    desired: int | None = Field(default=None, ge=0, le=2147483647)
    """How many there are at first, if not the fewest; what scaling makes of it is left alone."""
    types: Annotated[
        list[Annotated[MachineType, BeforeValidator(forms.machine_type, json_schema_input_type=str | MachineType)]],
        BeforeValidator(forms.listed, json_schema_input_type=str | list[str | MachineType]),
    ] = []
    """The types that it may start, the first one first, in place of the template's."""
    spot: Annotated[SpotShare | None, BeforeValidator(forms.spot, json_schema_input_type=bool | SpotShare)] = None
    """`true` for Spot machines alone, or how much of the group is Spot."""
    capacity_rebalance: bool | None = None
    """Whether a Spot machine that AWS may soon take back is replaced before that; as `spot` is, unless it says
    otherwise."""
    target_groups: Names = []
    """The target groups that its machines are registered with; they have no `targets` of their own."""
    health_check: Literal["ec2", "elb"] | None = None
    """Who says that a machine is unwell: `elb` also listens to the target groups, and is taken where there are any."""
    grace_period: int = Field(default=300, ge=0, le=2147483647)
    """Seconds that a new machine has until its health counts."""
    warmup: int | None = Field(default=None, ge=1, le=2147483647)
    """Seconds until a new machine's metrics count; Terraform's provider leaves a 0 out."""
    cooldown: int = Field(default=300, ge=1, le=2147483647)
    """Seconds between two changes of size that a simple policy makes; Terraform's provider leaves a 0 out."""
    termination_policies: Annotated[list[Policy], BeforeValidator(forms.listed)] = []
    """Which machine goes first when the group shrinks; `Default` unless it says otherwise."""
    max_instance_lifetime: int | None = Field(default=None, ge=0, le=31536000)
    """Seconds after which a machine is replaced, a day (86,400) at least; without it, or 0, never."""
    protect_from_scale_in: bool = False
    """Whether a machine is kept when the group shrinks, until somebody lifts it."""
    placement_group: str | None = None
    """The placement group that its machines stand in."""
    rollout: Annotated[
        Rollout,
        BeforeValidator(forms.rollout, json_schema_input_type=Literal["rolling", "none"] | Rollout),
    ] = Field(default_factory=Rollout)
    """How machines take a new version of the launch template: `rolling`, `none`, or a mapping with the settings."""
    scaling: dict[str, Scaling] = {}
    """What it grows and shrinks with, by name."""
    schedules: dict[str, Schedule] = {}
    """Sizes that are set at certain times, by name."""
    warm_pool: WarmPool | None = None
    """Machines that wait ready."""
    alarms: Alarms = None
    """The usual alarms of such a thing: `default`, or `{set: default, to: TOPIC}`."""
    tags: Tags = {}
    """Tags of the group, which its machines get too."""
