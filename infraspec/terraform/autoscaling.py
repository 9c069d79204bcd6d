"""Amazon EC2 Auto Scaling in Terraform."""

from typing import Any, TypedDict

from infraspec.graph.autoscaling import (
    AutoScalingGroup,
    CustomMetric,
    Distribution,
    Rollout,
    ScalingPolicy,
    ScheduledAction,
    WarmPool,
)
from infraspec.terraform.block import Block, Expression
from infraspec.terraform.names import Labels
from infraspec.terraform.values import joined

_ON_DEMAND = "prioritized"
"""On-demand machines are of the first type that can be had, which is what a list of types has by default."""
_NO_WAIT = "0"
"""CloudFormation takes a group for made when AWS has taken it; Terraform would wait ten minutes for its machines."""
_UNCHANGED = -1
"""What leaves a size as it is; the provider sends 0 where nothing is written."""


class Template(TypedDict):
    """What machines are made from: one of the two."""

    launch_template: dict[str, Any] | None
    mixed_instances_policy: dict[str, Any] | None


class AwsAutoscalingGroup(Template):
    """The arguments of aws_autoscaling_group that we write."""

    name: str
    vpc_zone_identifier: list[Expression | str]
    min_size: int
    max_size: int
    desired_capacity: int | None
    capacity_rebalance: bool
    target_group_arns: list[Expression | str]
    health_check_type: str
    health_check_grace_period: int
    default_instance_warmup: int | None
    default_cooldown: int
    termination_policies: list[str]
    max_instance_lifetime: int
    protect_from_scale_in: bool
    metrics_granularity: str
    enabled_metrics: list[str]
    placement_group: Expression | str | None
    instance_maintenance_policy: dict[str, Any] | None
    instance_refresh: dict[str, Any] | None
    warm_pool: dict[str, Any] | None
    wait_for_capacity_timeout: str
    tag: list[dict[str, Any]]


def auto_scaling_group(group: AutoScalingGroup, labels: Labels) -> Block:
    """aws_autoscaling_group. How many machines there are, scaling says once they stand."""
    return labels.block(
        group,
        AwsAutoscalingGroup(
            name=group.name,
            **_template(group, labels),
            vpc_zone_identifier=labels.refs(group.subnets),
            min_size=group.min_size,
            max_size=group.max_size,
            desired_capacity=group.desired_capacity,
            capacity_rebalance=group.capacity_rebalance,
            target_group_arns=labels.refs(group.target_groups, "arn"),  # the provider keeps those that are left out
            health_check_type=group.health_check_type,
            health_check_grace_period=group.health_check_grace_period,
            default_instance_warmup=group.default_instance_warmup,
            default_cooldown=group.default_cooldown,
            termination_policies=[*group.termination_policies],
            max_instance_lifetime=group.max_instance_lifetime,
            protect_from_scale_in=group.protect_from_scale_in,
            metrics_granularity="1Minute",
            enabled_metrics=[*group.enabled_metrics],
            placement_group=labels.ref(group.placement_group, "name") if group.placement_group else None,
            instance_maintenance_policy=_healthy(group.rollout) if group.rollout else None,
            instance_refresh=_refresh(group.rollout) if group.rollout else None,
            warm_pool=_warm_pool(group.warm_pool) if group.warm_pool else None,
            wait_for_capacity_timeout=_NO_WAIT,
            tag=[{"key": key, "value": value, "propagate_at_launch": True} for key, value in group.tags],
        ),
        lifecycle={"ignore_changes": [Expression("desired_capacity")]} if group.desired_capacity is not None else None,
    )


def _template(group: AutoScalingGroup, labels: Labels) -> Template:
    template, latest = labels.ref(group.launch_template), labels.ref(group.launch_template, "latest_version")
    if group.distribution is None:
        return Template(launch_template={"id": template, "version": latest}, mixed_instances_policy=None)
    return Template(launch_template=None, mixed_instances_policy=_mixed(group.distribution, template, latest))


def _mixed(mixed: Distribution, template: Expression | str, version: Expression | str) -> dict[str, Any]:
    """Several types, and Spot."""
    return {
        "instances_distribution": {
            "on_demand_allocation_strategy": _ON_DEMAND,
            "on_demand_base_capacity": mixed.on_demand_base_capacity,
            "on_demand_percentage_above_base_capacity": mixed.on_demand_percentage_above_base_capacity,
            "spot_allocation_strategy": mixed.spot_allocation_strategy,
            "spot_instance_pools": mixed.spot_instance_pools,
            "spot_max_price": mixed.spot_max_price,
        },
        "launch_template": {
            "launch_template_specification": {"launch_template_id": template, "version": version},
            "override": [
                {
                    "instance_type": one.instance_type,
                    "weighted_capacity": None if one.weighted_capacity is None else str(one.weighted_capacity),
                }
                for one in mixed.overrides
            ]
            or None,
        },
    }


def _healthy(rollout: Rollout) -> dict[str, Any]:
    return {
        "min_healthy_percentage": rollout.min_healthy_percentage,
        "max_healthy_percentage": rollout.max_healthy_percentage,
    }


def _refresh(rollout: Rollout) -> dict[str, Any]:
    """A new version of the template starts one, and so does all else that CloudFormation replaces machines for.

    https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-updatepolicy.html
    """
    return {
        "strategy": "Rolling",
        "triggers": ["placement_group", "vpc_zone_identifier"],
        "preferences": {**_healthy(rollout), "instance_warmup": str(rollout.instance_warmup)},
    }


def _warm_pool(pool: WarmPool) -> dict[str, Any]:
    return {
        "min_size": pool.min_size,
        "max_group_prepared_capacity": pool.max_group_prepared_capacity,
        "pool_state": pool.pool_state,
        "instance_reuse_policy": {"reuse_on_scale_in": pool.reuse_on_scale_in},
    }


class AwsAutoscalingPolicy(TypedDict):
    """The arguments of aws_autoscaling_policy that we write."""

    name: str
    autoscaling_group_name: Expression | str
    policy_type: str
    target_tracking_configuration: dict[str, Any]
    estimated_instance_warmup: int | None


def scaling_policy(policy: ScalingPolicy, labels: Labels) -> Block:
    """aws_autoscaling_policy."""
    predefined = policy.predefined_metric_type and {
        "predefined_metric_type": policy.predefined_metric_type,
        "resource_label": joined(policy.resource_label, labels) if policy.resource_label else None,
    }
    return labels.block(
        policy,
        AwsAutoscalingPolicy(
            name=policy.key.rpartition("/")[2],
            autoscaling_group_name=labels.ref(policy.group, "name"),
            policy_type="TargetTrackingScaling",
            target_tracking_configuration={
                "predefined_metric_specification": predefined,
                "customized_metric_specification": _custom(policy.custom_metric, labels)
                if policy.custom_metric
                else None,
                "target_value": policy.target_value,
                "disable_scale_in": policy.disable_scale_in,
            },
            estimated_instance_warmup=policy.estimated_instance_warmup,
        ),
    )


def _custom(metric: CustomMetric, labels: Labels) -> dict[str, Any]:
    """A metric of CloudWatch."""
    return {
        "namespace": metric.namespace,
        "metric_name": metric.metric_name,
        "statistic": metric.statistic,
        "unit": metric.unit,
        "metric_dimension": [{"name": one.name, "value": joined(one.value, labels)} for one in metric.dimensions]
        or None,
    }


class AwsAutoscalingSchedule(TypedDict):
    """The arguments of aws_autoscaling_schedule that we write."""

    scheduled_action_name: str
    autoscaling_group_name: Expression | str
    recurrence: str | None
    time_zone: str | None
    start_time: str | None
    end_time: str | None
    min_size: int
    max_size: int
    desired_capacity: int


def scheduled_action(action: ScheduledAction, labels: Labels) -> Block:
    """aws_autoscaling_schedule."""
    return labels.block(
        action,
        AwsAutoscalingSchedule(
            scheduled_action_name=action.key.rpartition("/")[2],
            autoscaling_group_name=labels.ref(action.group, "name"),
            recurrence=action.recurrence,
            time_zone=action.time_zone,
            start_time=action.start_time,
            end_time=action.end_time,
            min_size=_UNCHANGED if action.min_size is None else action.min_size,
            max_size=_UNCHANGED if action.max_size is None else action.max_size,
            desired_capacity=_UNCHANGED if action.desired_capacity is None else action.desired_capacity,
        ),
    )
