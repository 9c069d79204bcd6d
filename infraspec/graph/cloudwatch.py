"""Amazon CloudWatch: alarms and dashboards."""

from typing import NamedTuple

from infraspec.graph.resource import Ref, Resource, Tags, node
from infraspec.graph.sns import Topic
from infraspec.graph.values import Document, Joined

Action = Ref[Topic] | str
"""A topic of this spec, or an ARN."""


class Dimension(NamedTuple):
    """A name and what it is; the latter may be a value of a node."""

    name: str
    value: Joined


class MetricStat(NamedTuple):
    """A metric and how it is read."""

    namespace: str
    metric_name: str
    dimensions: tuple[Dimension, ...]
    """By name."""
    stat: str
    period: int
    """Seconds."""
    unit: str | None


class MetricQuery(NamedTuple):
    """One of the metrics that an alarm computes with: a metric, or an expression over others."""

    id: str
    metric_stat: MetricStat | None
    expression: str | None
    label: str | None
    return_data: bool


@node
class Alarm(Resource):
    """AWS::CloudWatch::Alarm on one metric, or on what is computed from several."""

    alarm_name: str
    alarm_description: str | None
    actions_enabled: bool
    alarm_actions: tuple[Action, ...]
    ok_actions: tuple[Action, ...]
    insufficient_data_actions: tuple[Action, ...]
    metric: MetricStat | None
    metrics: tuple[MetricQuery, ...]
    """Where `metric` is None."""
    comparison_operator: str
    threshold: float | None
    threshold_metric_id: str | None
    """The band of what is expected, in place of a threshold."""
    evaluation_periods: int
    datapoints_to_alarm: int
    treat_missing_data: str
    evaluate_low_sample_count_percentile: str | None
    tags: Tags


@node
class CompositeAlarm(Resource):
    """AWS::CloudWatch::CompositeAlarm."""

    alarm_name: str
    alarm_description: str | None
    actions_enabled: bool
    alarm_actions: tuple[Action, ...]
    ok_actions: tuple[Action, ...]
    insufficient_data_actions: tuple[Action, ...]
    alarm_rule: Joined
    """In CloudWatch's words, with the names of alarms."""
    actions_suppressor: Ref[Alarm] | None
    actions_suppressor_wait_period: int | None
    """Seconds."""
    actions_suppressor_extension_period: int | None
    """Seconds."""
    tags: Tags


@node
class Dashboard(Resource):
    """AWS::CloudWatch::Dashboard. Older providers of Terraform cannot tag one, so neither backend does."""

    dashboard_name: str
    dashboard_body: Document
