"""Amazon EC2 Auto Scaling in CloudFormation."""

from collections.abc import Iterator
from typing import Any

from troposphere import AWSObject, autoscaling
from troposphere.policies import AutoScalingRollingUpdate, AutoScalingScheduledAction, UpdatePolicy

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given
from infraspec.cloudformation.values import joined
from infraspec.graph.autoscaling import (
    AutoScalingGroup,
    CustomMetric,
    Distribution,
    ScalingPolicy,
    ScheduledAction,
    WarmPool,
)

SUSPENDED = ["AZRebalance", "AlarmNotification", "HealthCheck", "ReplaceUnhealthy", "ScheduledActions"]
"""What would work against a rolling update while it lasts.
https://repost.aws/knowledge-center/auto-scaling-group-rolling-updates"""
_ON_DEMAND = "prioritized"
"""On-demand machines are of the first type that can be had, which is what a list of types has by default."""


def auto_scaling_group(group: AutoScalingGroup, ids: LogicalIds) -> Iterator[AWSObject]:
    """AWS::AutoScaling::AutoScalingGroup, and AWS::AutoScaling::WarmPool where machines wait."""
    yield autoscaling.AutoScalingGroup(
        ids.of(group),
        AutoScalingGroupName=group.name,
        **_launch(group, ids),
        VPCZoneIdentifier=ids.refs(group.subnets),
        MinSize=str(group.min_size),
        MaxSize=str(group.max_size),
        **given(DesiredCapacity=None if group.desired_capacity is None else str(group.desired_capacity)),
        CapacityRebalance=group.capacity_rebalance,
        **given(TargetGroupARNs=ids.refs(group.target_groups) or None),
        HealthCheckType=group.health_check_type,
        HealthCheckGracePeriod=group.health_check_grace_period,
        **given(DefaultInstanceWarmup=group.default_instance_warmup),
        Cooldown=str(group.default_cooldown),
        TerminationPolicies=[*group.termination_policies],
        MaxInstanceLifetime=group.max_instance_lifetime,
        NewInstancesProtectedFromScaleIn=group.protect_from_scale_in,
        MetricsCollection=[autoscaling.MetricsCollection(Granularity="1Minute", Metrics=[*group.enabled_metrics])],
        **given(PlacementGroup=ids.ref(group.placement_group) if group.placement_group else None),
        **_replacing(group),
        Tags=[{"Key": key, "Value": value, "PropagateAtLaunch": True} for key, value in group.tags],
    )
    if group.warm_pool is not None:
        yield _warm_pool(group, group.warm_pool, ids)


def _launch(group: AutoScalingGroup, ids: LogicalIds) -> dict[str, Any]:
    """The template and its version: `$Latest` would be the same text after every change, and is not taken."""
    template = autoscaling.LaunchTemplateSpecification(
        LaunchTemplateId=ids.ref(group.launch_template),
        Version=ids.attribute(group.launch_template, "LatestVersionNumber"),
    )
    if group.distribution is None:
        return {"LaunchTemplate": template}
    return {"MixedInstancesPolicy": _mixed(group.distribution, template)}


def _mixed(mixed: Distribution, template: autoscaling.LaunchTemplateSpecification) -> autoscaling.MixedInstancesPolicy:
    """Several types, and Spot."""
    return autoscaling.MixedInstancesPolicy(
        InstancesDistribution=autoscaling.InstancesDistribution(
            OnDemandAllocationStrategy=_ON_DEMAND,
            OnDemandBaseCapacity=mixed.on_demand_base_capacity,
            OnDemandPercentageAboveBaseCapacity=mixed.on_demand_percentage_above_base_capacity,
            SpotAllocationStrategy=mixed.spot_allocation_strategy,
            **given(SpotInstancePools=mixed.spot_instance_pools, SpotMaxPrice=mixed.spot_max_price),
        ),
        LaunchTemplate=autoscaling.LaunchTemplate(
            LaunchTemplateSpecification=template,
            **given(
                Overrides=[
                    autoscaling.LaunchTemplateOverrides(
                        InstanceType=one.instance_type,
                        **given(WeightedCapacity=None if one.weighted_capacity is None else str(one.weighted_capacity)),
                    )
                    for one in mixed.overrides
                ]
                or None
            ),
        ),
    )


def _replacing(group: AutoScalingGroup) -> dict[str, Any]:
    """How machines are replaced. Sizes that a schedule or a policy has set stay until the template says others."""
    rollout, sizes = group.rollout, AutoScalingScheduledAction(IgnoreUnmodifiedGroupSizeProperties=True)
    if rollout is None:
        return {"UpdatePolicy": UpdatePolicy(AutoScalingScheduledAction=sizes)}
    serving = min(-(-group.min_size * rollout.min_healthy_percentage // 100), max(group.max_size - 1, 0))
    rolling = AutoScalingRollingUpdate(
        MinInstancesInService=serving,
        MaxBatchSize=max(group.min_size - serving, 1),
        PauseTime=f"PT{rollout.instance_warmup}S",
        SuspendProcesses=SUSPENDED,
    )
    return {
        "InstanceMaintenancePolicy": autoscaling.InstanceMaintenancePolicy(
            MinHealthyPercentage=rollout.min_healthy_percentage,
            MaxHealthyPercentage=rollout.max_healthy_percentage,
        ),
        "UpdatePolicy": UpdatePolicy(AutoScalingRollingUpdate=rolling, AutoScalingScheduledAction=sizes),
    }


def _warm_pool(group: AutoScalingGroup, pool: WarmPool, ids: LogicalIds) -> autoscaling.WarmPool:
    """AWS::AutoScaling::WarmPool."""
    return autoscaling.WarmPool(
        f"WarmPool{ids.of(group)}",
        AutoScalingGroupName=ids.ref(group.address),
        MinSize=pool.min_size,
        **given(MaxGroupPreparedCapacity=pool.max_group_prepared_capacity),
        PoolState=pool.pool_state,
        InstanceReusePolicy=autoscaling.InstanceReusePolicy(ReuseOnScaleIn=pool.reuse_on_scale_in),
    )


def scaling_policy(policy: ScalingPolicy, ids: LogicalIds) -> autoscaling.ScalingPolicy:
    """AWS::AutoScaling::ScalingPolicy."""
    predefined = policy.predefined_metric_type and autoscaling.PredefinedMetricSpecification(
        PredefinedMetricType=policy.predefined_metric_type,
        **given(ResourceLabel=joined(policy.resource_label, ids) if policy.resource_label else None),
    )
    return autoscaling.ScalingPolicy(
        ids.of(policy),
        AutoScalingGroupName=ids.ref(policy.group),
        PolicyType="TargetTrackingScaling",
        TargetTrackingConfiguration=autoscaling.TargetTrackingConfiguration(
            **given(
                PredefinedMetricSpecification=predefined,
                CustomizedMetricSpecification=_custom(policy.custom_metric, ids) if policy.custom_metric else None,
            ),
            TargetValue=policy.target_value,
            DisableScaleIn=policy.disable_scale_in,
        ),
        **given(EstimatedInstanceWarmup=policy.estimated_instance_warmup),
    )


def _custom(metric: CustomMetric, ids: LogicalIds) -> autoscaling.CustomizedMetricSpecification:
    """A metric of CloudWatch."""
    return autoscaling.CustomizedMetricSpecification(
        Namespace=metric.namespace,
        MetricName=metric.metric_name,
        Statistic=metric.statistic,
        **given(
            Unit=metric.unit,
            Dimensions=[
                autoscaling.MetricDimension(Name=one.name, Value=joined(one.value, ids)) for one in metric.dimensions
            ]
            or None,
        ),
    )


def scheduled_action(action: ScheduledAction, ids: LogicalIds) -> autoscaling.ScheduledAction:
    """AWS::AutoScaling::ScheduledAction."""
    return autoscaling.ScheduledAction(
        ids.of(action),
        AutoScalingGroupName=ids.ref(action.group),
        **given(
            Recurrence=action.recurrence,
            TimeZone=action.time_zone,
            StartTime=action.start_time,
            EndTime=action.end_time,
            MinSize=action.min_size,
            MaxSize=action.max_size,
            DesiredCapacity=action.desired_capacity,
        ),
    )
