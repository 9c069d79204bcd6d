"""`auto_scaling_groups:` to nodes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from infraspec.graph.autoscaling import (
    AutoScalingGroup,
    Distribution,
    Override,
    Rollout,
    ScheduledAction,
    WarmPool,
)
from infraspec.graph.elbv2 import TargetGroup
from infraspec.graph.launch_templates import LaunchTemplate, PlacementGroup
from infraspec.graph.resource import Ref, Resource, ref
from infraspec.resolve.machines import price
from infraspec.resolve.network import Network
from infraspec.resolve.scaling import scaling_policies
from infraspec.spec.document import Entry
from infraspec.spec.kinds import AUTO_SCALING_GROUP, LAUNCH_TEMPLATE

if TYPE_CHECKING:
    from infraspec.spec.auto_scaling import AutoScalingGroup as GroupModel
    from infraspec.spec.auto_scaling import SpotShare

_PAUSE_MAX = 3600
"""Seconds that CloudFormation waits for a machine at most.
https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-updatepolicy.html"""
_METRICS = ("GroupDesiredCapacity", "GroupInServiceInstances")
"""What tells whether a group has the instances that it wants; they cost nothing."""


def auto_scaling_groups(scope: Network) -> Iterator[Resource]:
    """Every group, with its policies and scheduled sizes."""
    for name, entry in scope.of(AUTO_SCALING_GROUP).items():
        model, at = entry.model, entry.path
        template = scope.ref(LaunchTemplate, "launch_template", model.launch_template, (*at, "launch_template"))
        subnets = scope.subnets(model.subnets, (*at, "subnets"))
        targets = _target_groups(scope, entry)
        placed = None
        if model.placement_group is not None:
            placed = scope.ref(PlacementGroup, "placement_group", model.placement_group, (*at, "placement_group"))
        if template is None or subnets is None or targets is None or (placed is None and model.placement_group):
            continue
        yield _group(scope, entry, template, subnets, targets, placed)
        yield from scaling_policies(scope, entry, targets)
        yield from _schedules(name, entry)


def _target_groups(scope: Network, entry: Entry[GroupModel]) -> tuple[Ref[TargetGroup], ...] | None:
    """The target groups that a group names; None if one is unknown."""
    listed = scope.each(entry.model.target_groups, (*entry.path, "target_groups"))
    found = [scope.ref(TargetGroup, "target_group", value, at) for value, at in listed]
    return None if None in found else tuple(sorted({one for one in found if one is not None}))


def _group(
    scope: Network,
    entry: Entry[GroupModel],
    template: Ref[LaunchTemplate],
    subnets: tuple[Any, ...],
    targets: tuple[Ref[TargetGroup], ...],
    placed: Ref[PlacementGroup] | None,
) -> AutoScalingGroup:
    model = entry.model
    checked = model.health_check or ("elb" if targets else "ec2")
    pool = model.warm_pool
    return AutoScalingGroup(
        key=entry.name,
        origin=entry.path,
        depends_on=_waits(scope, template, subnets),
        name=entry.name,
        launch_template=template,
        distribution=_distribution(model),
        subnets=subnets,
        min_size=model.min,
        max_size=model.max,
        desired_capacity=model.desired,
        capacity_rebalance=model.spot is not None if model.capacity_rebalance is None else model.capacity_rebalance,
        target_groups=targets,
        health_check_type=checked.upper(),
        health_check_grace_period=model.grace_period,
        default_instance_warmup=model.warmup,
        default_cooldown=model.cooldown,
        termination_policies=tuple(model.termination_policies) or ("Default",),
        max_instance_lifetime=model.max_instance_lifetime or 0,
        protect_from_scale_in=model.protect_from_scale_in,
        enabled_metrics=_METRICS,
        placement_group=placed,
        rollout=_rollout(model),
        warm_pool=WarmPool(pool.min, pool.max_prepared, pool.state.capitalize(), pool.reuse) if pool else None,
        tags=scope.tags(entry.name, model.tags),
    )


def _rollout(model: GroupModel) -> Rollout | None:
    """How a new version is taken; None where it is not."""
    rollout = model.rollout
    if rollout.strategy == "none":
        return None
    warmup = model.grace_period if rollout.warmup is None else rollout.warmup
    return Rollout(rollout.min_healthy, rollout.max_healthy, min(warmup, _PAUSE_MAX))


def _waits(scope: Network, template: Ref[LaunchTemplate], subnets: tuple[Any, ...]) -> tuple[Ref[Any], ...]:
    """What runs at the first boot needs its way out, and a public address its gateway."""
    found: dict[Ref[Any], None] = {}
    model = scope.of(LAUNCH_TEMPLATE)[template.key].model
    for subnet in subnets:
        if model.user_data is not None:
            found.update(dict.fromkeys(scope.routes_out(subnet.key)))
        found.update(dict.fromkeys(scope.gateway_of(subnet.key, public_ip=model.public_ip)))
    return tuple(found)


def _distribution(model: GroupModel) -> Distribution | None:
    """How a group is mixed; None where every machine is as its template says."""
    if not model.types and model.spot is None:
        return None
    share: SpotShare | None = model.spot
    return Distribution(
        overrides=tuple(Override(one.type, one.weight) for one in model.types),
        on_demand_base_capacity=share.on_demand_base if share else 0,
        on_demand_percentage_above_base_capacity=share.on_demand_percentage if share else 100,
        spot_allocation_strategy=share.allocation if share else "price-capacity-optimized",
        spot_instance_pools=share.pools if share else None,
        spot_max_price=price(share.max_price) if share else None,
    )


def _schedules(name: str, entry: Entry[GroupModel]) -> Iterator[Resource]:
    """Sizes that are set at certain times."""
    for key, model in entry.model.schedules.items():
        yield ScheduledAction(
            key=f"{name}/{key}",
            origin=(*entry.path, "schedules", key),
            group=ref(AutoScalingGroup, name),
            recurrence=model.cron,
            time_zone=model.time_zone or ("Etc/UTC" if model.cron else None),
            start_time=model.start,
            end_time=model.end,
            min_size=model.min,
            max_size=model.max,
            desired_capacity=model.desired,
        )
