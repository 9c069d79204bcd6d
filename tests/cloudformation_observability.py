"""A CloudFormation template's logs, topics, alarms and dashboards, read back into plain facts.

https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html
"""

from collections.abc import Iterator

from cloudformation_network import tags_of
from facts import Body, Fact, given, owner


def log_group(body: Body) -> Iterator[tuple[str, Fact]]:
    yield (
        f"log_group/{body('LogGroupName')}",
        {
            "days": body.number("RetentionInDays"),
            "class": body("LogGroupClass", "STANDARD"),
            "key": body("KmsKeyId"),
            "tags": tags_of(body),
        },
    )


def metric_filter(body: Body) -> Iterator[tuple[str, Fact]]:
    one = body.block("MetricTransformations")
    yield (
        f"metric_filter/{owner(body('LogGroupName'))} {body('FilterName')}",
        {
            "pattern": body("FilterPattern"),
            "metric": [one("MetricNamespace"), one("MetricName")],
            "value": str(one("MetricValue")),
            "default": one.number("DefaultValue"),
            "unit": one("Unit", "None"),
            "dimensions": {each("Key"): each("Value") for each in one.blocks("Dimensions")},
        },
    )
    one.done()


def topic(body: Body) -> Iterator[tuple[str, Fact]]:
    yield (
        f"topic/{body('TopicName')}",
        {
            "display": body("DisplayName"),
            "key": body("KmsMasterKeyId"),
            "fifo": body.flag("FifoTopic", default=False),
            "deduplicates": body.flag("ContentBasedDeduplication", default=False),
            "tracing": body("TracingConfig", "PassThrough"),
            "tags": tags_of(body),
        },
    )


def topic_policy(body: Body) -> Iterator[tuple[str, Fact]]:
    (topic,) = body("Topics")
    yield f"topic_policy/{owner(topic)}", {"document": body.document("PolicyDocument")}


def subscription(body: Body) -> Iterator[tuple[str, Fact]]:
    yield (
        f"subscription/{owner(body('TopicArn'))} {body('Protocol')} {body('Endpoint')}",
        given(
            raw=body.flag("RawMessageDelivery", default=False),
            filter=body.document("FilterPolicy"),
            filter_on=body("FilterPolicyScope"),
            role=body("SubscriptionRoleArn"),
        ),
    )


READERS = {
    "AWS::Logs::LogGroup": log_group,
    "AWS::Logs::MetricFilter": metric_filter,
    "AWS::SNS::Topic": topic,
    "AWS::SNS::TopicPolicy": topic_policy,
    "AWS::SNS::Subscription": subscription,
}
REF = {"AWS::Logs::LogGroup": "name", "AWS::SNS::Topic": "arn"}
KEEPS = {"AWS::Logs::LogGroup"}
