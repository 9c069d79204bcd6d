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


def _stat(body: Body) -> Fact:
    """A metric and how it is read."""
    return given(
        metric=[body("Namespace"), body("MetricName")],
        dimensions={one("Name"): one("Value") for one in body.blocks("Dimensions")},
    )


def _told(body: Body) -> Fact:
    return {
        "name": body("AlarmName"),
        "description": body("AlarmDescription"),
        "acts": body.flag("ActionsEnabled", default=True),
        "told": [body.set_of(name) for name in ("AlarmActions", "OKActions", "InsufficientDataActions")],
        "tags": tags_of(body),
    }


def _query(body: Body) -> Fact:
    stat = body.block("MetricStat")
    metric = stat.block("Metric")
    fact = given(
        id=body("Id"),
        expression=body("Expression"),
        label=body("Label"),
        watched=body.flag("ReturnData", default=True),
        period=stat.number("Period"),
        stat=stat("Stat"),
        unit=stat("Unit"),
        **(_stat(metric) if metric.has("MetricName") else {}),
    )
    for one in (metric, stat, body):
        one.done()
    return fact


def alarm(body: Body) -> Iterator[tuple[str, Fact]]:
    told = _told(body)
    one = _stat(body) if body.has("MetricName") else {}
    yield (
        f"alarm/{told['name']}",
        {
            **told,
            **one,
            "period": body.number("Period"),
            "stat": body("Statistic") or body("ExtendedStatistic"),
            "unit": body("Unit"),
            "queries": sorted((_query(each) for each in body.blocks("Metrics")), key=lambda each: each["id"]),
            "comparison": body("ComparisonOperator"),
            "threshold": body.number("Threshold"),
            "band": body("ThresholdMetricId"),
            "periods": [body.number("EvaluationPeriods"), body.number("DatapointsToAlarm")],
            "missing": body("TreatMissingData", "missing"),
            "few": body("EvaluateLowSampleCountPercentile"),
        },
    )


def composite_alarm(body: Body) -> Iterator[tuple[str, Fact]]:
    told = _told(body)
    waits = [body.number(f"ActionsSuppressor{name}Period") for name in ("Wait", "Extension")]
    suppressed = {"suppressor": body("ActionsSuppressor"), "waits": waits if waits != [None, None] else None}
    yield f"composite_alarm/{told['name']}", {**told, "rule": body("AlarmRule"), **suppressed}


def dashboard(body: Body) -> Iterator[tuple[str, Fact]]:
    yield f"dashboard/{body('DashboardName')}", {"body": body.document("DashboardBody")}


def flow_log(body: Body) -> Iterator[tuple[str, Fact]]:
    options = body.block("DestinationOptions")
    on = body("ResourceId")
    assert on.startswith(
        {"VPC": "vpc/", "Subnet": "subnet/", "NetworkInterface": "network_interface/"}[body("ResourceType")]
    )
    tags = tags_of(body)
    yield (
        f"flow_log/{tags['Name']}",
        {
            "on": on,
            "traffic": body("TrafficType"),
            "to": [body("LogDestinationType"), body("LogDestination")],
            "role": body("DeliverLogsPermissionArn"),
            "format": body("LogFormat"),
            "seconds": body.number("MaxAggregationInterval", 600),
            "files": [options(name) for name in ("FileFormat", "HiveCompatiblePartitions", "PerHourPartition")],
            "tags": tags,
        },
    )
    options.done()


READERS = {
    "AWS::EC2::FlowLog": flow_log,
    "AWS::CloudWatch::Alarm": alarm,
    "AWS::CloudWatch::CompositeAlarm": composite_alarm,
    "AWS::CloudWatch::Dashboard": dashboard,
    "AWS::Logs::LogGroup": log_group,
    "AWS::Logs::MetricFilter": metric_filter,
    "AWS::SNS::Topic": topic,
    "AWS::SNS::TopicPolicy": topic_policy,
    "AWS::SNS::Subscription": subscription,
}
REF = {
    "AWS::CloudWatch::Alarm": "name",
    "AWS::CloudWatch::CompositeAlarm": "name",
    "AWS::Logs::LogGroup": "name",
    "AWS::SNS::Topic": "arn",
}
ATTRIBUTES = {"LoadBalancerFullName": "full_name", "TargetGroupFullName": "full_name", "TopicName": "name"}
KEEPS = {"AWS::Logs::LogGroup"}
