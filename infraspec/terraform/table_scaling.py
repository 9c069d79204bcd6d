"""Capacity of DynamoDB that follows the load, in Terraform."""

from collections.abc import Iterator
from typing import TypedDict

from infraspec.graph.dynamodb import Capacity, Table
from infraspec.terraform.block import Block, Expression
from infraspec.terraform.names import Labels, label


def scaling(table: Table, labels: Labels) -> Iterator[Block]:
    """What follows the load: of the table, and of each index."""
    for index, throughput in ((None, table.throughput), *((one.name, one.throughput) for one in table.global_indexes)):
        for word, capacity in (("Read", throughput.reads), ("Write", throughput.writes)):
            if capacity is not None and capacity.maximum is not None:
                yield from _scaled(table, index, word, capacity, labels)


class AwsAppautoscalingTarget(TypedDict):
    """The arguments of aws_appautoscaling_target that we write."""

    service_namespace: str
    resource_id: str
    scalable_dimension: str
    min_capacity: int
    max_capacity: int | None


class Metric(TypedDict):
    """A `predefined_metric_specification` block."""

    predefined_metric_type: str


class Tracking(TypedDict):
    """A `target_tracking_scaling_policy_configuration` block."""

    target_value: int | None
    predefined_metric_specification: Metric


class AwsAppautoscalingPolicy(TypedDict):
    """The arguments of aws_appautoscaling_policy that we write."""

    name: str
    policy_type: str
    service_namespace: str
    resource_id: str
    scalable_dimension: str
    target_tracking_scaling_policy_configuration: Tracking


def _scaled(table: Table, index: str | None, word: str, capacity: Capacity, labels: Labels) -> Iterator[Block]:
    """aws_appautoscaling_target, and the policy that moves it."""
    name = label(" ".join(part for part in (table.key, index, word.lower()) if part))
    resource = "table" if index is None else "index"
    yield Block(
        "resource",
        "aws_appautoscaling_target",
        name,
        AwsAppautoscalingTarget(
            service_namespace="dynamodb",
            resource_id=Expression(
                f"table/{labels.ref(table.address, 'name')}" + (f"/index/{index}" if index is not None else "")
            ),
            scalable_dimension=f"dynamodb:{resource}:{word}CapacityUnits",
            min_capacity=capacity.minimum,
            max_capacity=capacity.maximum,
        ),
    )
    target = f"aws_appautoscaling_target.{name}"
    yield Block(
        "resource",
        "aws_appautoscaling_policy",
        name,
        AwsAppautoscalingPolicy(
            name=f"{table.name}{f'/{index}' if index else ''} {word.lower()}",
            policy_type="TargetTrackingScaling",
            service_namespace=Expression(f"${{{target}.service_namespace}}"),
            resource_id=Expression(f"${{{target}.resource_id}}"),
            scalable_dimension=Expression(f"${{{target}.scalable_dimension}}"),
            target_tracking_scaling_policy_configuration=Tracking(
                target_value=capacity.target,
                predefined_metric_specification=Metric(predefined_metric_type=f"DynamoDB{word}CapacityUtilization"),
            ),
        ),
    )
