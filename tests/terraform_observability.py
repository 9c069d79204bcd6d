"""A Terraform document's logs, topics, alarms and dashboards, read back into plain facts.

https://registry.terraform.io/providers/hashicorp/aws/latest/docs
"""

from collections.abc import Iterator

from facts import Body, Fact, given, owner
from terraform_network import tags_of


def log_group(body: Body) -> Iterator[tuple[str, Fact]]:
    yield (
        f"log_group/{body('name')}",
        {
            "days": body.number("retention_in_days", 0) or None,
            "class": body("log_group_class", "STANDARD"),
            "key": body("kms_key_id"),
            "on_delete": "retain" if body.flag("skip_destroy", default=False) else "delete",
            "tags": tags_of(body),
        },
    )


def metric_filter(body: Body) -> Iterator[tuple[str, Fact]]:
    one = body.block("metric_transformation")
    yield (
        f"metric_filter/{owner(body('log_group_name'))} {body('name')}",
        {
            "pattern": body("pattern"),
            "metric": [one("namespace"), one("name")],
            "value": one("value"),
            "default": one.number("default_value"),
            "unit": one("unit", "None"),
            "dimensions": one("dimensions", {}),
        },
    )
    one.done()


def topic(body: Body) -> Iterator[tuple[str, Fact]]:
    yield (
        f"topic/{body('name')}",
        {
            "display": body("display_name"),
            "key": body("kms_master_key_id"),
            "fifo": body.flag("fifo_topic", default=False),
            "deduplicates": body.flag("content_based_deduplication", default=False),
            "tracing": body("tracing_config", "PassThrough"),
            "tags": tags_of(body),
        },
    )


def topic_policy(body: Body) -> Iterator[tuple[str, Fact]]:
    yield f"topic_policy/{owner(body('arn'))}", {"document": body.document("policy")}


def subscription(body: Body) -> Iterator[tuple[str, Fact]]:
    yield (
        f"subscription/{owner(body('topic_arn'))} {body('protocol')} {body('endpoint')}",
        given(
            raw=body.flag("raw_message_delivery", default=False),
            filter=body.document("filter_policy"),
            filter_on=body("filter_policy_scope"),
            role=body("subscription_role_arn"),
        ),
    )


def _stat(body: Body) -> Fact:
    """A metric and how it is read."""
    return given(metric=[body("namespace"), body("metric_name")], dimensions=body("dimensions", {}))


def _told(body: Body) -> Fact:
    return {
        "name": body("alarm_name"),
        "description": body("alarm_description"),
        "acts": body.flag("actions_enabled", default=True),
        "told": [body.set_of(name) for name in ("alarm_actions", "ok_actions", "insufficient_data_actions")],
        "tags": tags_of(body),
    }


def _query(body: Body) -> Fact:
    metric = body.block("metric")
    fact = given(
        id=body("id"),
        expression=body("expression"),
        label=body("label"),
        watched=body.flag("return_data", default=False),
        period=metric.number("period"),
        stat=metric("stat"),
        unit=metric("unit"),
        **(_stat(metric) if metric.has("metric_name") else {}),
    )
    for one in (metric, body):
        one.done()
    return fact


def alarm(body: Body) -> Iterator[tuple[str, Fact]]:
    told = _told(body)
    one = _stat(body) if body.has("metric_name") else {}
    yield (
        f"alarm/{told['name']}",
        {
            **told,
            **one,
            "period": body.number("period"),
            "stat": body("statistic") or body("extended_statistic"),
            "unit": body("unit"),
            "queries": sorted((_query(each) for each in body.blocks("metric_query")), key=lambda each: each["id"]),
            "comparison": body("comparison_operator"),
            "threshold": body.number("threshold"),
            "band": body("threshold_metric_id"),
            "periods": [body.number("evaluation_periods"), body.number("datapoints_to_alarm")],
            "missing": body("treat_missing_data", "missing"),
            "few": body("evaluate_low_sample_count_percentiles"),
        },
    )


def composite_alarm(body: Body) -> Iterator[tuple[str, Fact]]:
    told = _told(body)
    suppressor = body.block("actions_suppressor")
    waits = [suppressor.number(f"{name}_period") for name in ("wait", "extension")]
    suppressed = {"suppressor": suppressor("alarm"), "waits": waits if waits != [None, None] else None}
    suppressor.done()
    yield f"composite_alarm/{told['name']}", {**told, "rule": body("alarm_rule"), **suppressed}


def dashboard(body: Body) -> Iterator[tuple[str, Fact]]:
    yield f"dashboard/{body('dashboard_name')}", {"body": body.document("dashboard_body")}


def flow_log(body: Body) -> Iterator[tuple[str, Fact]]:
    options = body.block("destination_options")
    tags = tags_of(body)
    yield (
        f"flow_log/{tags['Name']}",
        {
            "on": body("vpc_id") or body("subnet_id") or body("eni_id"),
            "traffic": body("traffic_type"),
            "to": [body("log_destination_type"), body("log_destination")],
            "role": body("iam_role_arn"),
            "format": body("log_format"),
            "seconds": body.number("max_aggregation_interval", 600),
            "files": [options(name) for name in ("file_format", "hive_compatible_partitions", "per_hour_partition")],
            "tags": tags,
        },
    )
    options.done()


READERS = {
    "aws_flow_log": flow_log,
    "aws_cloudwatch_metric_alarm": alarm,
    "aws_cloudwatch_composite_alarm": composite_alarm,
    "aws_cloudwatch_dashboard": dashboard,
    "aws_cloudwatch_log_group": log_group,
    "aws_cloudwatch_log_metric_filter": metric_filter,
    "aws_sns_topic": topic,
    "aws_sns_topic_policy": topic_policy,
    "aws_sns_topic_subscription": subscription,
}
IDENTIFIER = {"aws_cloudwatch_log_group": "name", "aws_sns_topic": "arn"}
ATTRIBUTES = {"arn_suffix": "full_name", "alarm_name": "name"}
