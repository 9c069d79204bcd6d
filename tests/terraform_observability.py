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


READERS = {
    "aws_cloudwatch_log_group": log_group,
    "aws_cloudwatch_log_metric_filter": metric_filter,
    "aws_sns_topic": topic,
    "aws_sns_topic_policy": topic_policy,
    "aws_sns_topic_subscription": subscription,
}
IDENTIFIER = {"aws_cloudwatch_log_group": "name", "aws_sns_topic": "arn"}
