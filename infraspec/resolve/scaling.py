"""What a group of machines grows and shrinks with, to nodes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from infraspec.diagnostic import Finding, SpecPath, choices
from infraspec.graph.autoscaling import AutoScalingGroup, CustomMetric, Dimension, ScalingPolicy
from infraspec.graph.elbv2 import LoadBalancer, TargetGroup
from infraspec.graph.listeners import Listener, ListenerRule
from infraspec.graph.resource import Ref, Resource, ref
from infraspec.graph.values import Joined, Value
from infraspec.resolve.lost import is_listener_lost
from infraspec.resolve.network import Network
from infraspec.resolve.problems import NOT_BALANCED
from infraspec.resolve.scope import bare
from infraspec.spec.document import Entry
from infraspec.spec.forms.listeners import ports_of
from infraspec.spec.kinds import LOAD_BALANCER

if TYPE_CHECKING:
    from infraspec.spec.auto_scaling import AutoScalingGroup as GroupModel
    from infraspec.spec.auto_scaling import Metric, Scaling
    from infraspec.spec.listeners import Listener as ListenerModel

_PREDEFINED = {
    "cpu": "ASGAverageCPUUtilization",
    "requests": "ALBRequestCountPerTarget",
    "network_in": "ASGAverageNetworkIn",
    "network_out": "ASGAverageNetworkOut",
}
"""https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_PredefinedMetricSpecification.html"""
_STATISTICS = {
    "average": "Average",
    "minimum": "Minimum",
    "maximum": "Maximum",
    "sample_count": "SampleCount",
    "sum": "Sum",
}


def scaling_policies(
    scope: Network, entry: Entry[GroupModel], targets: tuple[Ref[TargetGroup], ...]
) -> Iterator[Resource]:
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
    if not is_listener_lost(scope):
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
