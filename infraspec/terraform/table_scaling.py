"""Capacity of DynamoDB that follows the load, in Terraform."""

from collections.abc import Iterator
from typing import NamedTuple, TypedDict

from infraspec.graph.dynamodb import Capacity, Table
from infraspec.terraform.block import Block, Expression
from infraspec.terraform.names import Labels, label


class _Scaled(NamedTuple):
    """One capacity that follows the load: of a table, or of an index."""

    table: Table
    index_name: str | None
    word: str
    """`Read` or `Write`."""
    capacity: Capacity

    @property
    def label(self) -> str:
        """The label of both blocks."""
        return label(" ".join(part for part in (self.table.key, self.index_name, self.word.lower()) if part))

    @property
    def path(self) -> str:
        """The index below its table."""
        return "" if self.index_name is None else f"/index/{self.index_name}"


def scaling(table: Table, labels: Labels) -> Iterator[Block]:
    """What follows the load: of the table, and of each index."""
    for index, throughput in ((None, table.throughput), *((one.name, one.throughput) for one in table.global_indexes)):
        for word, capacity in (("Read", throughput.reads), ("Write", throughput.writes)):
            if capacity is not None and capacity.maximum is not None:
                scaled = _Scaled(table, index, word, capacity)
                yield _target(scaled, labels)
                yield _policy(scaled)


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


def _target(scaled: _Scaled, labels: Labels) -> Block:
    """What is moved, and how far."""
    resource = "table" if scaled.index_name is None else "index"
    return Block(
        "resource",
        "aws_appautoscaling_target",
        scaled.label,
        AwsAppautoscalingTarget(
            service_namespace="dynamodb",
            resource_id=Expression(f"table/{labels.ref(scaled.table.address, 'name')}{scaled.path}"),
            scalable_dimension=f"dynamodb:{resource}:{scaled.word}CapacityUnits",
            min_capacity=scaled.capacity.minimum,
            max_capacity=scaled.capacity.maximum,
        ),
    )


def _policy(scaled: _Scaled) -> Block:
    """What moves it."""
    target = f"aws_appautoscaling_target.{scaled.label}"
    metric = Metric(predefined_metric_type=f"DynamoDB{scaled.word}CapacityUtilization")
    return Block(
        "resource",
        "aws_appautoscaling_policy",
        scaled.label,
        AwsAppautoscalingPolicy(
            name=f"{scaled.table.name}{f'/{scaled.index_name}' if scaled.index_name else ''} {scaled.word.lower()}",
            policy_type="TargetTrackingScaling",
            service_namespace=Expression(f"${{{target}.service_namespace}}"),
            resource_id=Expression(f"${{{target}.resource_id}}"),
            scalable_dimension=Expression(f"${{{target}.scalable_dimension}}"),
            target_tracking_scaling_policy_configuration=Tracking(
                target_value=scaled.capacity.target, predefined_metric_specification=metric
            ),
        ),
    )
