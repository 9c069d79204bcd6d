"""A template's launch templates, groups of machines and snapshot policies, read back into plain facts.

https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html
"""

from base64 import b64decode
from collections.abc import Iterator
from typing import Any

from cloudformation_network import named
from cloudformation_services import _disks, _tagged
from facts import Body, Fact, UnreadError, given, owner


def placement_group(body: Body) -> Iterator[tuple[str, Fact]]:
    facts = {"strategy": body("Strategy"), "partitions": body.number("PartitionCount"), "level": body("SpreadLevel")}
    yield from named("placement_group", body, **facts)


def launch_template(body: Body) -> Iterator[tuple[str, Fact]]:
    data = body.block("LaunchTemplateData")
    names = ("InstanceMarketOptions", "Placement", "Monitoring", "MetadataOptions", "CreditSpecification")
    market, placed, watched, metadata, credit = (data.block(name) for name in names)
    spot, plugged, profile = (
        market.block("SpotOptions"),
        data.block("NetworkInterfaces"),
        data.block("IamInstanceProfile"),
    )
    place = (plugged.number("DeviceIndex", 0), plugged.number("NetworkCardIndex", 0))
    if place != (0, 0) or not plugged.flag("DeleteOnTermination", default=True):
        raise UnreadError(f"{body.where}: an interface of another kind")
    yield (
        f"launch_template/{body('LaunchTemplateName')}",
        {
            "image": data("ImageId"),
            "type": data("InstanceType"),
            "groups": plugged.set_of("Groups") or data.set_of("SecurityGroupIds"),
            "public_ip": plugged.flag("AssociatePublicIpAddress"),
            "key": data("KeyName"),
            "profile": profile("Name"),
            "placed": [placed(name) for name in ("Tenancy", "HostId", "GroupName")],
            "monitoring": watched.flag("Enabled"),
            "credits": credit("CpuCredits"),
            "metadata": [metadata("HttpEndpoint"), metadata("HttpTokens"), metadata.number("HttpPutResponseHopLimit")],
            "market": market("MarketType"),
            "spot": [spot(key) for key in ("MaxPrice", "SpotInstanceType", "InstanceInterruptionBehavior")],
            "disks": _disks(data),
            "user_data": b64decode(data("UserData")).decode(),
            "tags_given": _tagged(data),
            "tags": _tagged(body).get("launch-template"),
        },
    )
    for one in (market, spot, plugged, profile, placed, watched, metadata, credit, data):
        one.done()


def _template(body: Body) -> list[Any]:
    found = body.block("LaunchTemplateSpecification") if body.has("LaunchTemplateSpecification") else body
    return [found("LaunchTemplateId"), found("Version")]


def _mixed(body: Body) -> Fact:
    share, launch = body.block("InstancesDistribution"), body.block("LaunchTemplate")
    fact = given(
        template=_template(launch),
        types=[[one("InstanceType"), one.number("WeightedCapacity")] for one in launch.blocks("Overrides")],
        on_demand=share("OnDemandAllocationStrategy"),
        base=share.number("OnDemandBaseCapacity"),
        percentage=share.number("OnDemandPercentageAboveBaseCapacity"),
        spot=share("SpotAllocationStrategy"),
        pools=share.number("SpotInstancePools"),
        price=share("SpotMaxPrice"),
    )
    share.done()
    return fact


def auto_scaling_group(body: Body) -> Iterator[tuple[str, Fact]]:
    mixed, healthy = body.block("MixedInstancesPolicy"), body.block("InstanceMaintenancePolicy")
    tags = {one("Key"): [one("Value"), one.flag("PropagateAtLaunch")] for one in body.blocks("Tags")}
    yield (
        f"auto_scaling_group/{body('AutoScalingGroupName')}",
        {
            "template": _template(body.block("LaunchTemplate")) if body.has("LaunchTemplate") else None,
            "mixed": _mixed(mixed) if mixed.has("LaunchTemplate") else None,
            "subnets": body.set_of("VPCZoneIdentifier"),
            "sizes": [body.number(name) for name in ("MinSize", "MaxSize", "DesiredCapacity")],
            "rebalances": body.flag("CapacityRebalance"),
            "target_groups": body.set_of("TargetGroupARNs"),
            "check": body("HealthCheckType"),
            "grace": body.number("HealthCheckGracePeriod", 0),
            "warmup": body.number("DefaultInstanceWarmup"),
            "cooldown": body.number("Cooldown", 300),
            "termination": body("TerminationPolicies"),
            "lifetime": body.number("MaxInstanceLifetime"),
            "protected": body.flag("NewInstancesProtectedFromScaleIn"),
            "placement_group": body("PlacementGroup"),
            "measured": [[one("Granularity"), one.set_of("Metrics")] for one in body.blocks("MetricsCollection")],
            "healthy": [healthy.number("MinHealthyPercentage"), healthy.number("MaxHealthyPercentage")],
            "tags": tags,
        },
    )
    healthy.done()


def warm_pool(body: Body) -> Iterator[tuple[str, Fact]]:
    reuse = body.block("InstanceReusePolicy")
    yield (
        f"warm_pool/{owner(body('AutoScalingGroupName'))}",
        {
            "min": body.number("MinSize"),
            "prepared": body.number("MaxGroupPreparedCapacity"),
            "state": body("PoolState"),
            "reuse": reuse.flag("ReuseOnScaleIn"),
        },
    )
    reuse.done()


def update_policy(policy: dict[str, Any]) -> Fact:
    """What a rollout waits for; how many machines it leaves is counted here and a percentage there."""
    if policy == {"UseOnlineResharding": True}:
        return {}  # as Terraform's provider does, which has no word for it
    if policy.get("AutoScalingScheduledAction") != {"IgnoreUnmodifiedGroupSizeProperties": True}:
        raise UnreadError(f"{policy}")
    rolling = policy.get("AutoScalingRollingUpdate")
    if rolling is None:
        return {}
    if rolling["MaxBatchSize"] < 1 or not rolling["SuspendProcesses"]:
        raise UnreadError(f"{rolling}")
    return {"rollout": int(rolling["PauseTime"].removeprefix("PT").removesuffix("S"))}


def scaling_policy(body: Body) -> Iterator[tuple[str, Fact]]:
    tracking = body.block("TargetTrackingConfiguration")
    known, custom = (tracking.block(f"{name}MetricSpecification") for name in ("Predefined", "Customized"))
    followed = known("PredefinedMetricType") or [custom("Namespace"), custom("MetricName")]
    yield (
        f"scaling_policy/{owner(body('AutoScalingGroupName'))} {followed}",
        {
            "type": body("PolicyType"),
            "label": known("ResourceLabel"),
            "statistic": custom("Statistic"),
            "unit": custom("Unit"),
            "dimensions": {one("Name"): one("Value") for one in custom.blocks("Dimensions")},
            "target": float(tracking("TargetValue")),
            "only_out": tracking.flag("DisableScaleIn"),
            "warmup": body.number("EstimatedInstanceWarmup"),
        },
    )
    for one in (known, custom, tracking):
        one.done()


def scheduled_action(body: Body) -> Iterator[tuple[str, Fact]]:
    when = {"zone": body("TimeZone"), "end": body("EndTime")}
    again, first = body("Recurrence"), body("StartTime")
    sizes = [body.number(name) for name in ("MinSize", "MaxSize", "DesiredCapacity")]
    yield f"scheduled_action/{owner(body('AutoScalingGroupName'))} {again} {first}", {**when, "sizes": sizes}


def _copy(body: Body) -> Fact:
    kept = body.block("RetainRule")
    fact = given(
        region=body("Target"),
        encrypted=body.flag("Encrypted"),
        key=body("CmkArn"),
        tags=body.flag("CopyTags"),
        kept=[kept.number("Interval"), kept("IntervalUnit")],
    )
    body.done()
    return fact


def _schedule(body: Body) -> Fact:
    made, kept = body.block("CreateRule"), body.block("RetainRule")
    fact = given(
        name=body("Name"),
        cron=made("CronExpression"),
        every=[made.number("Interval"), made("IntervalUnit"), made("Times")],
        kept=[kept.number("Count"), kept.number("Interval"), kept("IntervalUnit")],
        copies_tags=body.flag("CopyTags"),
        adds={one("Key"): one("Value") for one in body.blocks("TagsToAdd")},
        copies=[_copy(one) for one in body.blocks("CrossRegionCopyRules")],
    )
    for one in (made, kept, body):
        one.done()
    return fact


def snapshot_policy(body: Body) -> Iterator[tuple[str, Fact]]:
    details = body.block("PolicyDetails")
    yield from named(
        "snapshot_policy",
        body,
        description=body("Description"),
        role=body("ExecutionRoleArn"),
        state=body("State"),
        type=details("PolicyType"),
        of=details("ResourceTypes"),
        targets={one("Key"): one("Value") for one in details.blocks("TargetTags")},
        schedules=[_schedule(one) for one in details.blocks("Schedules")],
    )
    details.done()


READERS = {
    "AWS::EC2::PlacementGroup": placement_group,
    "AWS::EC2::LaunchTemplate": launch_template,
    "AWS::AutoScaling::AutoScalingGroup": auto_scaling_group,
    "AWS::AutoScaling::WarmPool": warm_pool,
    "AWS::AutoScaling::ScalingPolicy": scaling_policy,
    "AWS::AutoScaling::ScheduledAction": scheduled_action,
    "AWS::DLM::LifecyclePolicy": snapshot_policy,
}
REF = {"AWS::EC2::PlacementGroup": "name", "AWS::AutoScaling::AutoScalingGroup": "name"}
ATTRIBUTES = {
    "LatestVersionNumber": "latest_version",
    "LoadBalancerFullName": "full_name",
    "TargetGroupFullName": "full_name",
    "AutoScalingGroupARN": "arn",
}
KEEPS = {"AWS::EC2::NetworkInterface"}
ASIDE = {"UpdatePolicy": update_policy}
