"""Capacity of DynamoDB that follows the load, in CloudFormation."""

from collections.abc import Iterator

from troposphere import AWSObject, Join, Ref, applicationautoscaling

from infraspec.cloudformation.names import LogicalIds, logical_id
from infraspec.graph.dynamodb import Capacity, Table


def scaling(table: Table, ids: LogicalIds) -> Iterator[AWSObject]:
    """What follows the load: of the table, and of each index."""
    for index, throughput in ((None, table.throughput), *((one.name, one.throughput) for one in table.global_indexes)):
        for word, capacity in (("Read", throughput.reads), ("Write", throughput.writes)):
            if capacity is not None and capacity.maximum is not None:
                yield from _scaled(table, index, word, capacity, ids)


def _scaled(table: Table, index: str | None, word: str, capacity: Capacity, ids: LogicalIds) -> Iterator[AWSObject]:
    """AWS::ApplicationAutoScaling::ScalableTarget, and the policy that moves it."""
    key = " ".join(part for part in (table.key, index, word.lower()) if part)
    target = logical_id("ScalableTarget", key)
    name, resource = ids.ref(table.address), "table" if index is None else "index"
    yield applicationautoscaling.ScalableTarget(
        target,
        ServiceNamespace="dynamodb",
        ResourceId=Join("", ["table/", name] if index is None else ["table/", name, f"/index/{index}"]),
        ScalableDimension=f"dynamodb:{resource}:{word}CapacityUnits",
        MinCapacity=capacity.minimum,
        MaxCapacity=capacity.maximum,
    )
    yield applicationautoscaling.ScalingPolicy(
        logical_id("ScalableTargetPolicy", key),
        PolicyName=f"{table.name}{f'/{index}' if index else ''} {word.lower()}",
        PolicyType="TargetTrackingScaling",
        ScalingTargetId=Ref(target),
        TargetTrackingScalingPolicyConfiguration=applicationautoscaling.TargetTrackingScalingPolicyConfiguration(
            TargetValue=capacity.target,
            PredefinedMetricSpecification=applicationautoscaling.PredefinedMetricSpecification(
                PredefinedMetricType=f"DynamoDB{word}CapacityUtilization"
            ),
        ),
    )
