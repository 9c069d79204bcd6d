"""Amazon CloudWatch in Terraform."""

from typing import TypedDict

from infraspec.graph.cloudwatch import Action, Alarm, CompositeAlarm, Dashboard, Dimension, MetricQuery
from infraspec.graph.resource import Ref
from infraspec.terraform.block import Block, escaped, number, tags
from infraspec.terraform.names import Labels
from infraspec.terraform.values import document, joined

_PLAIN = ("Average", "Sum", "Minimum", "Maximum", "SampleCount")


def _actions(actions: tuple[Action, ...], labels: Labels) -> list[str] | None:
    return [labels.ref(one, "arn") if isinstance(one, Ref) else one for one in actions] or None


def _dimensions(dimensions: tuple[Dimension, ...], labels: Labels) -> dict[str, str] | None:
    return {escaped(name): joined(value, labels) for name, value in dimensions} or None


class MetricBlock(TypedDict):
    """The `metric` block of a query."""

    namespace: str
    metric_name: str
    dimensions: dict[str, str] | None
    period: int
    stat: str
    unit: str | None


class MetricQueryBlock(TypedDict):
    """One `metric_query` block."""

    id: str
    metric: MetricBlock | None
    expression: str | None
    label: str | None
    return_data: bool


class AnyAlarm(TypedDict):
    """What an alarm is called, and what it does."""

    alarm_name: str
    alarm_description: str | None
    actions_enabled: bool
    alarm_actions: list[str] | None
    ok_actions: list[str] | None
    insufficient_data_actions: list[str] | None


def _called(alarm: Alarm | CompositeAlarm, labels: Labels) -> AnyAlarm:
    return AnyAlarm(
        alarm_name=alarm.alarm_name,
        alarm_description=alarm.alarm_description,
        actions_enabled=alarm.actions_enabled,
        alarm_actions=_actions(alarm.alarm_actions, labels),
        ok_actions=_actions(alarm.ok_actions, labels),
        insufficient_data_actions=_actions(alarm.insufficient_data_actions, labels),
    )


class AwsCloudwatchMetricAlarm(AnyAlarm):
    """The arguments of aws_cloudwatch_metric_alarm that we write."""

    namespace: str | None
    metric_name: str | None
    dimensions: dict[str, str] | None
    statistic: str | None
    extended_statistic: str | None
    period: int | None
    unit: str | None
    metric_query: list[MetricQueryBlock] | None
    comparison_operator: str
    threshold: float | None
    threshold_metric_id: str | None
    evaluation_periods: int
    datapoints_to_alarm: int
    treat_missing_data: str
    evaluate_low_sample_count_percentiles: str | None
    tags: dict[str, str]


def alarm(alarm: Alarm, labels: Labels) -> Block:
    """aws_cloudwatch_metric_alarm."""
    metric = alarm.metric
    return labels.block(
        alarm,
        AwsCloudwatchMetricAlarm(
            **_called(alarm, labels),
            namespace=metric.namespace if metric else None,
            metric_name=metric.metric_name if metric else None,
            dimensions=_dimensions(metric.dimensions, labels) if metric else None,
            statistic=metric.stat if metric and metric.stat in _PLAIN else None,
            extended_statistic=metric.stat if metric and metric.stat not in _PLAIN else None,
            period=metric.period if metric else None,
            unit=metric.unit if metric else None,
            metric_query=[_query(one, labels) for one in alarm.metrics] or None,
            comparison_operator=alarm.comparison_operator,
            threshold=number(alarm.threshold),
            threshold_metric_id=alarm.threshold_metric_id,
            evaluation_periods=alarm.evaluation_periods,
            datapoints_to_alarm=alarm.datapoints_to_alarm,
            treat_missing_data=alarm.treat_missing_data,
            evaluate_low_sample_count_percentiles=alarm.evaluate_low_sample_count_percentile,
            tags=tags(alarm.tags),
        ),
    )


def _query(query: MetricQuery, labels: Labels) -> MetricQueryBlock:
    """One of the metrics that an alarm computes with."""
    found = query.metric_stat
    return MetricQueryBlock(
        id=query.id,
        metric=MetricBlock(
            namespace=found.namespace,
            metric_name=found.metric_name,
            dimensions=_dimensions(found.dimensions, labels),
            period=found.period,
            stat=found.stat,
            unit=found.unit,
        )
        if found
        else None,
        expression=query.expression,
        label=query.label,
        return_data=query.return_data,
    )


class Suppressor(TypedDict):
    """The `actions_suppressor` block."""

    alarm: str
    wait_period: int
    extension_period: int


class AwsCloudwatchCompositeAlarm(AnyAlarm):
    """The arguments of aws_cloudwatch_composite_alarm that we write."""

    alarm_rule: str
    actions_suppressor: list[Suppressor] | None
    tags: dict[str, str]


def composite_alarm(alarm: CompositeAlarm, labels: Labels) -> Block:
    """aws_cloudwatch_composite_alarm."""
    suppressor = alarm.actions_suppressor and Suppressor(
        alarm=labels.ref(alarm.actions_suppressor, "arn"),
        wait_period=alarm.actions_suppressor_wait_period or 0,
        extension_period=alarm.actions_suppressor_extension_period or 0,
    )
    return labels.block(
        alarm,
        AwsCloudwatchCompositeAlarm(
            **_called(alarm, labels),
            alarm_rule=joined(alarm.alarm_rule, labels),
            actions_suppressor=[suppressor] if suppressor else None,
            tags=tags(alarm.tags),
        ),
    )


class AwsCloudwatchDashboard(TypedDict):
    """The arguments of aws_cloudwatch_dashboard that we write."""

    dashboard_name: str
    dashboard_body: str


def dashboard(dashboard: Dashboard, labels: Labels) -> Block:
    """aws_cloudwatch_dashboard."""
    return labels.block(
        dashboard,
        AwsCloudwatchDashboard(
            dashboard_name=dashboard.dashboard_name, dashboard_body=document(dashboard.dashboard_body, labels)
        ),
    )
