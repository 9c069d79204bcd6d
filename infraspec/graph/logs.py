"""Amazon CloudWatch Logs: log groups and metric filters."""

from typing import NamedTuple

from infraspec.graph.kms import Key
from infraspec.graph.resource import Ref, Resource, Tags, node


@node
class LogGroup(Resource):
    """AWS::Logs::LogGroup. One that exists is known by its name."""

    log_group_name: str
    retention_in_days: int | None
    """None never expires; in the class `DELIVERY`, AWS's own days."""
    log_group_class: str
    """`STANDARD`, `INFREQUENT_ACCESS` or `DELIVERY`."""
    kms_key_id: Ref[Key] | str | None
    on_delete: str
    """`retain` or `delete`."""
    tags: Tags


class MetricTransformation(NamedTuple):
    """What a line that matches adds to which metric."""

    metric_name: str
    metric_namespace: str
    metric_value: str
    default_value: float | None
    unit: str
    dimensions: tuple[tuple[str, str], ...]
    """Name and field of the line, by name."""


@node
class MetricFilter(Resource):
    """AWS::Logs::MetricFilter."""

    log_group: Ref[LogGroup]
    filter_name: str
    filter_pattern: str
    transformation: MetricTransformation
