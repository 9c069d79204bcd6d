"""Amazon EC2 Auto Scaling: groups, and what changes their size."""

from typing import NamedTuple

from infraspec.graph.elbv2 import TargetGroup
from infraspec.graph.launch_templates import LaunchTemplate, PlacementGroup
from infraspec.graph.resource import Ref, Resource, Tags, node
from infraspec.graph.values import Joined
from infraspec.graph.vpc import Subnet


class Override(NamedTuple):
    """A type that a group may start in place of its template's."""

    instance_type: str
    weighted_capacity: int | None


class Distribution(NamedTuple):
    """How a group is made up of several types, and of Spot."""

    overrides: tuple[Override, ...]
    on_demand_base_capacity: int
    on_demand_percentage_above_base_capacity: int
    spot_allocation_strategy: str
    spot_instance_pools: int | None
    spot_max_price: str | None
    """US dollars an hour; None is the on-demand price."""


class Rollout(NamedTuple):
    """How machines are replaced by those of a new version."""

    min_healthy_percentage: int
    max_healthy_percentage: int
    instance_warmup: int
    """Seconds."""


class WarmPool(NamedTuple):
    """Machines that have booted and wait."""

    min_size: int
    max_group_prepared_capacity: int | None
    pool_state: str
    reuse_on_scale_in: bool


@node
class AutoScalingGroup(Resource):
    """AWS::AutoScaling::AutoScalingGroup."""

    name: str
    launch_template: Ref[LaunchTemplate]
    distribution: Distribution | None
    """None where every machine is as the template says."""
    subnets: tuple[Ref[Subnet], ...]
    min_size: int
    max_size: int
    desired_capacity: int | None
    """At first; what scaling makes of it stays."""
    capacity_rebalance: bool
    target_groups: tuple[Ref[TargetGroup], ...]
    health_check_type: str
    """`EC2` or `ELB`."""
    health_check_grace_period: int
    """Seconds."""
    default_instance_warmup: int | None
    """Seconds."""
    default_cooldown: int
    """Seconds."""
    termination_policies: tuple[str, ...]
    max_instance_lifetime: int
    """Seconds; 0 is for ever."""
    protect_from_scale_in: bool
    enabled_metrics: tuple[str, ...]
    """Metrics of the group that CloudWatch has each minute."""
    placement_group: Ref[PlacementGroup] | None
    rollout: Rollout | None
    warm_pool: WarmPool | None
    tags: Tags
    """Those of its machines too."""


class Dimension(NamedTuple):
    """A dimension of a metric, whose value may be the group's name."""

    name: str
    value: Joined | str


class CustomMetric(NamedTuple):
    """A metric of CloudWatch."""

    namespace: str
    metric_name: str
    statistic: str
    unit: str | None
    dimensions: tuple[Dimension, ...]


@node
class ScalingPolicy(Resource):
    """AWS::AutoScaling::ScalingPolicy that keeps a metric at a value. CloudFormation names it itself."""

    group: Ref[AutoScalingGroup]
    predefined_metric_type: str | None
    resource_label: Joined | None
    """The balancer and the target group whose requests are counted."""
    custom_metric: CustomMetric | None
    target_value: float
    disable_scale_in: bool
    estimated_instance_warmup: int | None
    """Seconds."""


@node
class ScheduledAction(Resource):
    """AWS::AutoScaling::ScheduledAction. CloudFormation names it itself, Terraform by its key."""

    group: Ref[AutoScalingGroup]
    recurrence: str | None
    time_zone: str | None
    start_time: str | None
    end_time: str | None
    min_size: int | None
    """None leaves it as it is, as do the others."""
    max_size: int | None
    desired_capacity: int | None
