"""Amazon CloudWatch Logs in CloudFormation."""

from troposphere import logs

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given, number, on_delete, tags
from infraspec.cloudformation.values import key_of
from infraspec.graph.logs import LogGroup, MetricFilter


def log_group(group: LogGroup, ids: LogicalIds) -> logs.LogGroup:
    """AWS::Logs::LogGroup, whose logs never expire where nothing is said of it."""
    return logs.LogGroup(
        ids.of(group),
        LogGroupName=group.log_group_name,
        LogGroupClass=group.log_group_class,
        **given(RetentionInDays=group.retention_in_days, KmsKeyId=key_of(ids, group.kms_key_id)),
        **on_delete(group.on_delete),
        Tags=tags(group.tags),
    )


def metric_filter(found: MetricFilter, ids: LogicalIds) -> logs.MetricFilter:
    """AWS::Logs::MetricFilter."""
    one = found.transformation
    return logs.MetricFilter(
        ids.of(found),
        LogGroupName=ids.ref(found.log_group),
        FilterName=found.filter_name,
        FilterPattern=found.filter_pattern,
        MetricTransformations=[
            logs.MetricTransformation(
                MetricName=one.metric_name,
                MetricNamespace=one.metric_namespace,
                MetricValue=one.metric_value,
                Unit=one.unit,
                **given(
                    DefaultValue=number(one.default_value),
                    Dimensions=[logs.Dimension(Key=key, Value=value) for key, value in one.dimensions] or None,
                ),
            )
        ],
    )
