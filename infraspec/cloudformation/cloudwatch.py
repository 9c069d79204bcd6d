"""Amazon CloudWatch in CloudFormation."""

from typing import Any

from troposphere import cloudwatch

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given, number, tags
from infraspec.cloudformation.values import document_text, joined
from infraspec.graph.cloudwatch import Action, Alarm, CompositeAlarm, Dashboard, Dimension, MetricQuery, MetricStat
from infraspec.graph.resource import Ref

_PLAIN = ("Average", "Sum", "Minimum", "Maximum", "SampleCount")


def _actions(actions: tuple[Action, ...], ids: LogicalIds) -> list[Any] | None:
    return [ids.ref(one) if isinstance(one, Ref) else one for one in actions] or None


def _dimensions(dimensions: tuple[Dimension, ...], ids: LogicalIds) -> list[cloudwatch.MetricDimension] | None:
    return [cloudwatch.MetricDimension(Name=name, Value=joined(value, ids)) for name, value in dimensions] or None


def alarm(alarm: Alarm, ids: LogicalIds) -> cloudwatch.Alarm:
    """AWS::CloudWatch::Alarm."""
    return cloudwatch.Alarm(
        ids.of(alarm),
        AlarmName=alarm.alarm_name,
        ActionsEnabled=alarm.actions_enabled,
        **given(
            AlarmDescription=alarm.alarm_description,
            AlarmActions=_actions(alarm.alarm_actions, ids),
            OKActions=_actions(alarm.ok_actions, ids),
            InsufficientDataActions=_actions(alarm.insufficient_data_actions, ids),
            **_metric(alarm.metric, ids),
            Metrics=[_query(one, ids) for one in alarm.metrics] or None,
            Threshold=number(alarm.threshold),
            ThresholdMetricId=alarm.threshold_metric_id,
            EvaluateLowSampleCountPercentile=alarm.evaluate_low_sample_count_percentile,
        ),
        ComparisonOperator=alarm.comparison_operator,
        EvaluationPeriods=alarm.evaluation_periods,
        DatapointsToAlarm=alarm.datapoints_to_alarm,
        TreatMissingData=alarm.treat_missing_data,
        Tags=tags(alarm.tags),
    )


def _metric(metric: MetricStat | None, ids: LogicalIds) -> dict[str, Any]:
    """The one metric of an alarm."""
    if metric is None:
        return {}
    statistic = "Statistic" if metric.stat in _PLAIN else "ExtendedStatistic"
    return {
        "Namespace": metric.namespace,
        "MetricName": metric.metric_name,
        "Dimensions": _dimensions(metric.dimensions, ids),
        statistic: metric.stat,
        "Period": metric.period,
        "Unit": metric.unit,
    }


def _query(query: MetricQuery, ids: LogicalIds) -> cloudwatch.MetricDataQuery:
    """One of the metrics that an alarm computes with."""
    found = query.metric_stat
    stat = found and cloudwatch.MetricStat(
        Metric=cloudwatch.Metric(
            Namespace=found.namespace,
            MetricName=found.metric_name,
            **given(Dimensions=_dimensions(found.dimensions, ids)),
        ),
        Period=found.period,
        Stat=found.stat,
        **given(Unit=found.unit),
    )
    return cloudwatch.MetricDataQuery(
        Id=query.id,
        **given(MetricStat=stat, Expression=query.expression, Label=query.label),
        ReturnData=query.return_data,
    )


def composite_alarm(alarm: CompositeAlarm, ids: LogicalIds) -> cloudwatch.CompositeAlarm:
    """AWS::CloudWatch::CompositeAlarm."""
    suppressor = ids.attribute(alarm.actions_suppressor, "Arn") if alarm.actions_suppressor else None
    return cloudwatch.CompositeAlarm(
        ids.of(alarm),
        AlarmName=alarm.alarm_name,
        ActionsEnabled=alarm.actions_enabled,
        AlarmRule=joined(alarm.alarm_rule, ids),
        **given(
            AlarmDescription=alarm.alarm_description,
            AlarmActions=_actions(alarm.alarm_actions, ids),
            OKActions=_actions(alarm.ok_actions, ids),
            InsufficientDataActions=_actions(alarm.insufficient_data_actions, ids),
            ActionsSuppressor=suppressor,
            ActionsSuppressorWaitPeriod=alarm.actions_suppressor_wait_period,
            ActionsSuppressorExtensionPeriod=alarm.actions_suppressor_extension_period,
        ),
        Tags=tags(alarm.tags),
    )


def dashboard(dashboard: Dashboard, ids: LogicalIds) -> cloudwatch.Dashboard:
    """AWS::CloudWatch::Dashboard."""
    return cloudwatch.Dashboard(
        ids.of(dashboard),
        DashboardName=dashboard.dashboard_name,
        DashboardBody=document_text(dashboard.dashboard_body, ids),
    )
