"""`auto_scaling_groups:` to nodes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from infraspec.diagnostic import Finding, SpecPath, choices
from infraspec.graph.autoscaling import (
    AutoScalingGroup,
    CustomMetric,
    Dimension,
    Distribution,
    Override,
    Rollout,
    ScalingPolicy,
    ScheduledAction,
    WarmPool,
)
from infraspec.graph.elbv2 import LoadBalancer, TargetGroup
from infraspec.graph.launch_templates import LaunchTemplate, PlacementGroup
from infraspec.graph.listeners import Listener, ListenerRule
from infraspec.graph.resource import Ref, Resource, ref
from infraspec.graph.values import Joined, Value
from infraspec.resolve.machines import price
from infraspec.resolve.network import Network
from infraspec.resolve.problems import NOT_BALANCED
from infraspec.resolve.scope import bare
from infraspec.spec.document import Entry
from infraspec.spec.forms.listeners import ports_of
from infraspec.spec.kinds import AUTO_SCALING_GROUP, LAUNCH_TEMPLATE, LOAD_BALANCER

if TYPE_CHECKING:
    from infraspec.spec.auto_scaling import AutoScalingGroup as GroupModel
    from infraspec.spec.auto_scaling import Metric, Scaling, SpotShare
    from infraspec.spec.listeners import Listener as ListenerModel

_PREDEFINED = {
    "cpu": "ASGAverageCPUUtilization",
    "requests": "ALBRequestCountPerTarget",
    "network_in": "ASGAverageNetworkIn",
    "network_out": "ASGAverageNetworkOut",
}
"""https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_PredefinedMetricSpecification.html"""
_PAUSE_MAX = 3600
"""Seconds that CloudFormation waits for a machine at most.
https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-updatepolicy.html"""
_STATISTICS = {
    "average": "Average",
    "minimum": "Minimum",
    "maximum": "Maximum",
    "sample_count": "SampleCount",
    "sum": "Sum",
}


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
        yield from _policies(scope, entry, targets)
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
        placement_group=placed,
        rollout=_rollout(model),
        warm_pool=WarmPool(pool.min, pool.max_prepared, pool.state.capitalize(), pool.reuse) if pool else None,
        tags=scope.tags(entry.name, model.tags),
    )


def _rollout(model: GroupModel) -> Rollout | None:
    """How a new version is taken; None where it is not."""
    rollout = model.rollout
    if rollout is None:
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
        if model.public_ip:
            found.update(dict.fromkeys(scope.attachment_of(scope.vpc_of("subnet", subnet.key))))
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


def _policies(scope: Network, entry: Entry[GroupModel], targets: tuple[Ref[TargetGroup], ...]) -> Iterator[Resource]:
    """What a group grows and shrinks with."""
    group = ref(AutoScalingGroup, entry.name)
    for name, model in entry.model.scaling.items():
        at = (*entry.path, "scaling", name)
        followed = next((key for key in _PREDEFINED if getattr(model, key) is not None), None)
        balanced: _Balanced | None = None
        if followed == "requests":
            balanced = _balanced(scope, model, targets, at)
            if balanced is None:
                continue
        yield ScalingPolicy(
            key=f"{entry.name}/{name}",
            origin=at,
            depends_on=balanced.senders if balanced else (),
            group=group,
            predefined_metric_type=_PREDEFINED[followed] if followed else None,
            resource_label=balanced.label if balanced else None,
            custom_metric=_custom(model.metric, group) if model.metric else None,
            target_value=getattr(model, followed) if followed else cast("float", model.target),
            disable_scale_in=not model.scale_in,
            estimated_instance_warmup=model.warmup,
        )


def _custom(metric: Metric, group: Ref[AutoScalingGroup]) -> CustomMetric:
    """A metric of one's own, of which a dimension may be the group."""
    dimensions = tuple(
        Dimension(key, Joined((Value(group, "name"),)) if (key, value) == ("AutoScalingGroupName", "self") else value)
        for key, value in sorted(metric.dimensions.items())
    )
    return CustomMetric(metric.namespace, metric.name, _STATISTICS[metric.statistic], metric.unit, dimensions)


class _Balanced(NamedTuple):
    """The balancer that sends requests to a target group, and what sends them."""

    label: Joined
    senders: tuple[Ref[Any], ...]


def _balanced(scope: Network, model: Scaling, targets: tuple[Ref[TargetGroup], ...], at: SpecPath) -> _Balanced | None:
    """The balancer whose requests are counted; None, with a finding, where there is none."""
    names = [one.key for one in targets]
    if model.target_group is None and len(names) != 1:
        message = "requests come through a target group, and the group has " + (f"{len(names)}" if names else "none")
        help_ = "write `target_group:`" if names else "add `target_groups:` to the group"
        fixes = choices((*at, "target_group"), names)
        scope.report(Finding(problem=NOT_BALANCED, at=(*at, "requests"), message=message, help=help_, fixes=fixes))
        return None
    group = targets[0]
    if model.target_group is not None:
        found = scope.ref(TargetGroup, "target_group", model.target_group, (*at, "target_group"))
        if found is None:
            return None
        group = found
    where = (*at, "requests") if model.target_group is None else (*at, "target_group")
    if group not in targets:
        message = f"`{group.key}` is not among the target groups of the group"
        fixes = choices(where, names)
        scope.report(Finding(problem=NOT_BALANCED, at=where, message=message, help="name one of them", fixes=fixes))
        return None
    senders = _senders(scope, group.key)
    if senders:
        balancer = ref(LoadBalancer, senders[0].key.partition(":")[0])
        return _Balanced(Joined((Value(balancer, "full_name"), "/", Value(group, "full_name"))), senders)
    if not any(word == LOAD_BALANCER.word for word, _ in scope.broken):
        message = f"no application load balancer sends requests to `{group.key}`"
        help_ = "forward a listener of an application load balancer to it, or follow `cpu`"
        scope.report(Finding(problem=NOT_BALANCED, at=where, message=message, help=help_))
    return None


def _senders(scope: Network, group: str) -> tuple[Ref[Any], ...]:
    """The listeners and rules of the first application balancer that forwards to a target group."""
    for name, entry in scope.of(LOAD_BALANCER).items():
        found: list[Ref[Any]] = []
        for _, item in entry.items("listeners") if entry.model.type == "application" else ():
            listener = cast("ListenerModel", item)
            key = f"{name}:{next(iter(ports_of(listener).values()))}"
            if _forwards(listener.forward, group):
                found.append(ref(Listener, key))
            found += [
                ref(ListenerRule, f"{key} {rule.priority}") for rule in listener.rules if _forwards(rule.forward, group)
            ]
        if found:
            return tuple(found)
    return ()


def _forwards(forward: dict[str, int | None] | None, group: str) -> bool:
    return any(bare(one, "target_group") == group for one in forward or ())


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
