"""Amazon CloudWatch Logs in Terraform."""

from typing import TypedDict

from infraspec.graph.logs import LogGroup, MetricFilter
from infraspec.terraform.block import Block, number, tags
from infraspec.terraform.names import Labels
from infraspec.terraform.values import key_of


class AwsCloudwatchLogGroup(TypedDict):
    """The arguments of aws_cloudwatch_log_group that we write."""

    name: str
    log_group_class: str
    retention_in_days: int
    kms_key_id: str | None
    skip_destroy: bool
    tags: dict[str, str]


def log_group(group: LogGroup, labels: Labels) -> Block:
    """aws_cloudwatch_log_group, in which 0 days are for ever. A group that is kept is only forgotten."""
    return labels.block(
        group,
        AwsCloudwatchLogGroup(
            name=group.log_group_name,
            log_group_class=group.log_group_class,
            retention_in_days=group.retention_in_days or 0,
            kms_key_id=key_of(labels, group.kms_key_id),
            skip_destroy=group.on_delete == "retain",
            tags=tags(group.tags),
        ),
    )


class MetricTransformation(TypedDict):
    """The `metric_transformation` block."""

    name: str
    namespace: str
    value: str
    default_value: str | None
    unit: str
    dimensions: dict[str, str] | None


class AwsCloudwatchLogMetricFilter(TypedDict):
    """The arguments of aws_cloudwatch_log_metric_filter that we write."""

    name: str
    log_group_name: str
    pattern: str
    metric_transformation: list[MetricTransformation]


def metric_filter(found: MetricFilter, labels: Labels) -> Block:
    """aws_cloudwatch_log_metric_filter."""
    one = found.transformation
    return labels.block(
        found,
        AwsCloudwatchLogMetricFilter(
            name=found.filter_name,
            log_group_name=labels.ref(found.log_group, "name"),
            pattern=found.filter_pattern,
            metric_transformation=[
                MetricTransformation(
                    name=one.metric_name,
                    namespace=one.metric_namespace,
                    value=one.metric_value,
                    default_value=None if one.default_value is None else str(number(one.default_value)),
                    unit=one.unit,
                    dimensions=tags(one.dimensions) or None,
                )
            ],
        ),
    )
