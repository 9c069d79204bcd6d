"""Alarms, dashboards, topics, logs and flow logs: what may be written, and what it comes to."""

import json

import pytest
import yaml
from examples import SOUND, beside, emitted, text_of
from weighed import check

from infraspec.cloudformation.emit import emit as cloudformation
from infraspec.compiler import Checked
from infraspec.data.alarm_sets import SETS
from infraspec.data.metric_names import METRIC_NAMES
from infraspec.data.metrics import MEASURED
from infraspec.graph.cloudwatch import Alarm, CompositeAlarm, Dashboard
from infraspec.graph.flow_logs import FlowLog
from infraspec.graph.graph import Graph
from infraspec.graph.iam import Role
from infraspec.graph.logs import LogGroup, MetricFilter
from infraspec.graph.resource import Ref
from infraspec.graph.sns import Subscription, Topic, TopicPolicy
from infraspec.graph.values import Joined, Value
from infraspec.terraform.emit import emit as terraform

HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\n"
TOLD = HEAD + "alarm_topics: ops\ntopics: {ops: {subscriptions: [ops@example.com]}}\n"
NETWORK = """vpcs:
  main:
    cidr: 10.0.0.0/16
    internet_gateway: igw
    nat_gateways: {nat: {subnets: tier:out%s}}
    route_tables:
      public: {routes: {0.0.0.0/0: igw}}
      private: {routes: {0.0.0.0/0: nat}}
    tiers:
      out: {route_table: public, subnets: {out-a: {zone: a, cidr: 10.0.0.0/24}, out-c: {zone: c, cidr: 10.0.1.0/24}}}
      app: {route_table: private, subnets: {app-a: {zone: a, cidr: 10.0.2.0/24}, app-c: {zone: c, cidr: 10.0.3.0/24}}}
    security_groups:
      guard: {ingress: [{tcp: 80, from: vpc}], egress: [{tcp: 80, to: vpc}]}
"""
BALANCER = """load_balancers:
  front:
    type: %s
    scheme: internal
    subnets: tier:app
    security_groups: [guard]
    listeners: [{%s: 80, forward: web}]
    alarms: %s
target_groups: {web: {%s: 80, targets: [10.0.2.9]}}
"""


def judged(text: str) -> Checked:
    return check(text.encode(), "spec.yaml")


def codes(text: str) -> list[str]:
    return [one.problem.code for one in judged(text).diagnostics]


def graph(text: str) -> Graph:
    found = judged(text)
    assert [one.message for one in found.diagnostics if one.is_error] == []
    assert found.graph is not None
    return found.graph


def alarm(text: str) -> Alarm:
    (found,) = [one for one in graph(text).of(Alarm) if one.origin[0] == "alarms"]
    return found


def of(ref: Ref[object], name: str) -> Joined:
    return Joined((Value(ref, name),))


def test_a_database_has_its_usual_alarms() -> None:
    text = (
        TOLD
        + NETWORK % ""
        + "databases:\n  orders:\n    engine: mysql\n    version: '8.4.8'\n    class: db.t4g.medium\n"
    )
    text += "    storage_gib: 100\n    subnets: tier:app\n    security_groups: [guard]\n    alarms: default\n"
    alarms = {one.alarm_name: one for one in graph(text).of(Alarm)}
    assert set(alarms) == {"orders-cpu", "orders-free-storage", "orders-memory", "orders-connections"}
    assert alarms["orders-free-storage"].threshold == 10 * 2**30
    assert alarms["orders-connections"].threshold_metric_id == "band"
    assert {one.alarm_actions for one in alarms.values()} == {(Ref("Topic", "ops"),)}


def test_a_gateway_of_each_zone_has_alarms_in_each() -> None:
    names = {one.alarm_name for one in graph(TOLD + NETWORK % ", alarms: default").of(Alarm)}
    assert names == {f"nat-{zone}-{what}" for zone in "ac" for what in ("port-errors", "dropped-packets")}


@pytest.mark.parametrize(
    ("kind", "protocol", "names"),
    [
        ("application", "http", {"5xx", "target-5xx", "latency", "rejected", "web-unhealthy-hosts"}),
        ("network", "tcp", {"ports", "web-unhealthy-hosts"}),
    ],
)
def test_a_balancer_has_the_alarms_of_its_type_and_one_for_each_group(
    kind: str, protocol: str, names: set[str]
) -> None:
    found = graph(TOLD + NETWORK % "" + BALANCER % (kind, protocol, "default", protocol)).of(Alarm)
    assert {one.alarm_name.removeprefix("front-") for one in found} == names
    (hosts,) = [one for one in found if "unhealthy" in one.alarm_name]
    assert hosts.metric is not None
    assert [one.name for one in hosts.metric.dimensions] == ["LoadBalancer", "TargetGroup"]
    assert hosts.metric.namespace == ("AWS/ApplicationELB" if kind == "application" else "AWS/NetworkELB")


def test_alarms_of_a_set_are_left_out_and_changed() -> None:
    chosen = "{set: default, to: [], without: [rejected, 5xx], thresholds: {latency: 1.5}}"
    found = {
        one.alarm_name: one
        for one in graph(TOLD + NETWORK % "" + BALANCER % ("application", "http", chosen, "http")).of(Alarm)
    }
    assert set(found) == {"front-target-5xx", "front-latency", "front-web-unhealthy-hosts"}
    assert found["front-latency"].threshold == 1.5
    assert found["front-latency"].alarm_actions == ()


@pytest.mark.parametrize(
    ("chosen", "code"),
    [
        ("usual", "SPC003"),
        ("true", "SPC003"),
        ("{without: [lost]}", "OBS122"),
        ("{thresholds: {lost: 3}}", "OBS122"),
        ("{to: [nobody]}", "SPC004"),
    ],
)
def test_a_set_that_cannot_be(chosen: str, code: str) -> None:
    assert code in codes(TOLD.replace("topics: {", f"topics: {{news: {{alarms: {chosen}}}, "))


@pytest.mark.parametrize(
    ("lines", "operator", "threshold"),
    [
        ("above: 2", "GreaterThanThreshold", 2),
        ("at_least: 2.5", "GreaterThanOrEqualToThreshold", 2.5),
        ("below: 0", "LessThanThreshold", 0),
        ("at_most: -1", "LessThanOrEqualToThreshold", -1),
    ],
)
def test_a_threshold_is_written_as_people_say_it(lines: str, operator: str, threshold: float) -> None:
    found = alarm(TOLD + f"alarms:\n  a: {{namespace: web, metric: seconds, {lines}}}\n")
    assert (found.comparison_operator, found.threshold) == (operator, threshold)
    assert (found.evaluation_periods, found.datapoints_to_alarm, found.treat_missing_data) == (1, 1, "missing")


@pytest.mark.parametrize(
    ("statistic", "more", "said"),
    [("p99", "", "evaluate"), ("p99.9", ", low_samples: ignore", "ignore"), ("average", "", None), ("tm95", "", None)],
)
def test_a_percentile_of_few_samples_is_evaluated_and_said_to_be(statistic: str, more: str, said: str | None) -> None:
    text = f"alarms:\n  a: {{namespace: web, metric: hits, statistic: {statistic}, above: 1{more}}}\n"
    assert alarm(TOLD + text).evaluate_low_sample_count_percentile == said


def test_an_anomaly_is_a_band_beside_the_metric() -> None:
    found = alarm(TOLD + "alarms:\n  a: {namespace: web, metric: hits, statistic: sum, anomaly: below, band: 3}\n")
    assert [one.expression for one in found.metrics] == [None, "ANOMALY_DETECTION_BAND(m1, 3)"]
    assert (found.comparison_operator, found.threshold) == ("LessThanLowerThreshold", None)


def test_the_last_metric_is_watched_unless_another_is_named() -> None:
    text = (
        TOLD
        + "alarms:\n  a:\n    above: 1\n    metrics:\n      m: {namespace: web, metric: hits}\n"
        + "      z: {expression: m * 2}\n"
    )
    assert [one.id for one in alarm(text).metrics if one.return_data] == ["z"]
    assert [one.id for one in alarm(text + "    watch: m\n").metrics if one.return_data] == ["m"]


@pytest.mark.parametrize(
    "lines",
    [
        "{namespace: web, metric: a}",
        "{namespace: web, metric: a, above: 1, below: 2}",
        "{metric: a, above: 1}",
        "{above: 1}",
        "{any: [b], above: 1}",
        "{namespace: web, metric: a, above: 1, suppressed_by: {alarm: b}}",
        "{namespace: web, metric: a, above: 1, statistic: median}",
        "{namespace: web, metric: a, above: 1, statistic: p101}",
        "{namespace: web, metric: a, above: 1, watch: m}",
        "{namespace: web, metric: a, any: [b], above: 1}",
        "{namespace: web, metric: a, above: 1, ec2_action: reboot}",
        "{namespace: web, metric: a, above: 1, to: [nobody]}",
        "{rule: everything is lost}",
        "{any: [nobody]}",
    ],
)
def test_an_alarm_that_cannot_be(lines: str) -> None:
    assert codes(TOLD + f"alarms:\n  a: {lines}\n") != []


def test_a_composite_alarm_speaks_of_alarms_of_sets_and_of_others() -> None:
    text = TOLD + NETWORK % ", alarms: default" + "alarms:\n  one: {namespace: web, metric: a, above: 1}\n"
    text += "  both: {all: [one, nat-a-port-errors]}\n  worse: {rule: ALARM(both) AND NOT OK('one')}\n"
    found = {one.key: one for one in graph(text).of(CompositeAlarm)}
    assert found["both"].alarm_rule.parts == (
        'ALARM("',
        Value(Ref("Alarm", "one"), "name"),
        '")',
        ' AND ALARM("',
        Value(Ref("Alarm", "nat-a-port-errors"), "name"),
        '")',
    )
    assert found["worse"].alarm_rule.parts[1] == Value(Ref("CompositeAlarm", "both"), "name")


def test_a_target_group_without_a_balancer_is_not_measured() -> None:
    text = TOLD + NETWORK % "" + "target_groups: {lost: {http: 80, targets: [10.0.2.9], vpc: main}}\n"
    assert "OBS121" in codes(text + "alarms:\n  a: {of: lost, metric: UnHealthyHostCount, above: 0}\n")


def test_what_exists_is_measured_by_the_end_of_its_arn() -> None:
    arn = "arn:aws:elasticloadbalancing:ap-northeast-2:123456789012:targetgroup/old/0123456789abcdef"
    text = TOLD + NETWORK % "" + BALANCER % ("application", "http", "default", "http")
    text = text.replace("{web: {http: 80, targets: [10.0.2.9]}}", f'{{web: {{http: 80, existing: "{arn}"}}}}')
    (hosts,) = [one for one in graph(text).of(Alarm) if "unhealthy" in one.alarm_name]
    assert hosts.metric is not None
    assert hosts.metric.dimensions[1].value == Joined(("targetgroup/old/0123456789abcdef",))


def test_the_default_dashboard_shows_alarms_and_what_is_watched() -> None:
    text = TOLD + NETWORK % ", alarms: default" + "dashboards: {shop: {set: default}}\n"
    (found,) = graph(text).of(Dashboard)
    widgets = json.loads(found.dashboard_body.text)["widgets"]
    assert [one["type"] for one in widgets] == ["alarm", "metric", "metric", "metric"]
    assert [(one["x"], one["y"]) for one in widgets] == [(0, 0), (0, 3), (12, 3), (0, 9)]


@pytest.mark.parametrize(
    "widget",
    [
        "{}",
        "{text: a, alarm: b}",
        "{logs: [web]}",
        "{text: a, query: fields @message}",
        "{alarms: [nobody]}",
        "{metrics: [{metric: a, of: nobody}]}",
    ],
)
def test_a_widget_that_cannot_be(widget: str) -> None:
    assert codes(TOLD + f"log_groups: {{web: {{}}}}\ndashboards:\n  a:\n    widgets:\n      - {widget}\n") != []


def test_a_topic_lets_its_account_and_the_named_services_in() -> None:
    found = graph(HEAD + "topics: {a: {publishers: [events, cloudwatch]}, b: {publishers: []}, c: {}}\n")
    services = {
        one.key: [each["Principal"].get("Service") for each in json.loads(one.policy_document.text)["Statement"]]
        for one in found.of(TopicPolicy)
    }
    assert services == {
        "a": [None, ["cloudwatch.amazonaws.com", "events.amazonaws.com"]],
        "b": [None],
        "c": [None, ["cloudwatch.amazonaws.com"]],
    }


def test_a_topic_that_exists_keeps_its_policy() -> None:
    arn = "arn:aws:sns:ap-northeast-2:123456789012:theirs"
    found = graph(HEAD + f'topics: {{theirs: {{existing: "{arn}", subscriptions: [a@example.com]}}}}\n')
    assert (len(found.of(Topic)), found.of(TopicPolicy), len(found.of(Subscription))) == (1, [], 1)


@pytest.mark.parametrize(
    "one",
    [
        "{}",
        "{email: a@b.c, sms: '+1'}",
        "{https: 'http://a.b'}",
        "{sqs: queue}",
        "{email: a@b.c, raw: true}",
        "{firehose: 'arn:aws:firehose:ap-northeast-2:123456789012:deliverystream/a'}",
    ],
)
def test_a_subscription_that_cannot_be(one: str) -> None:
    assert codes(HEAD + f"topics:\n  a:\n    subscriptions:\n      - {one}\n") != []


def test_logs_are_kept_for_a_year_and_outlive_their_entry() -> None:
    (found,) = graph(HEAD + "log_groups: {/my-app/web: {}}\n").of(LogGroup)
    assert (found.retention_in_days, found.on_delete, found.log_group_class) == (365, "retain", "STANDARD")
    (forever,) = graph(HEAD + "log_groups: {web: {retention_days: never}}\n").of(LogGroup)
    assert forever.retention_in_days is None


def test_aws_says_how_long_logs_of_delivery_are_kept() -> None:
    spec = HEAD + "log_groups: {web: {class: delivery}}\n"
    (found,) = graph(spec).of(LogGroup)
    assert (found.retention_in_days, found.log_group_class) == (None, "DELIVERY")
    assert codes(spec) == []
    assert codes(spec.replace("delivery", "delivery, retention_days: 30")) == ["SPC003"]


@pytest.mark.parametrize("written", ["1234567", "0.00001", "-100", "0.5"])
def test_a_line_adds_the_exact_number(written: str) -> None:
    filters = f"{{e: {{pattern: E, metric: m, namespace: n, value: {written}}}}}"
    (found,) = graph(HEAD + f"log_groups: {{a: {{metric_filters: {filters}}}}}\n").of(MetricFilter)
    assert found.transformation.metric_value == written


def test_a_filter_counts_lines() -> None:
    (found,) = graph(HEAD + "log_groups: {a: {metric_filters: {e: {pattern: E, metric: m, namespace: n}}}}\n").of(
        MetricFilter
    )
    assert (found.transformation.metric_value, found.transformation.default_value) == ("1", None)


@pytest.mark.parametrize("written", ["0", "0.1", "1234567", "0.12345678"])
def test_what_a_filter_counts_by_default_is_the_same_number_in_both(written: str) -> None:
    line = f"metric_filters: {{e: {{pattern: E, metric: m, namespace: n, default: {written}}}}}"
    made = graph(HEAD + f"log_groups: {{a: {{{line}}}}}\n")
    (said,) = [one for one in cloudformation(made)["Resources"].values() if one["Type"] == "AWS::Logs::MetricFilter"]
    (block,) = terraform(made)["resource"]["aws_cloudwatch_log_metric_filter"].values()
    assert str(said["Properties"]["MetricTransformations"][0]["DefaultValue"]) == written
    assert block["metric_transformation"][0]["default_value"] == written


FLOWS = HEAD + "vpcs:\n  main:\n    cidr: 10.0.0.0/16\n    flow_logs: %s\n"


def test_flows_reach_a_log_group_by_a_role_of_their_own() -> None:
    found = graph(FLOWS % "flows" + "log_groups: {flows: {}}\n")
    (log,), (role,) = found.of(FlowLog), found.of(Role)
    assert log.deliver_logs_role_arn == Joined((Value(role.address, "arn"),))
    assert (log.key, log.max_aggregation_interval) == ("main-flow-logs", 600)
    assert json.loads(role.assume_role_policy.text)["Statement"][0]["Principal"] == {
        "Service": "vpc-flow-logs.amazonaws.com"
    }
    assert log.log_destination.parts[-1] == Value(Ref("LogGroup", "flows"), "name")


def test_a_role_that_exists_is_known_by_its_arn_to_who_acts_by_it() -> None:
    told = "iam: {roles: {writer: {existing: old}}}\nlog_groups: {flows: {}}\ntopics: {a: {subscriptions: [%s]}}\n"
    stream = "{firehose: 'arn:aws:firehose:ap-northeast-2:123456789012:deliverystream/a', role: writer}"
    found = emitted(graph(FLOWS % "{to: flows, role: writer}" + told % stream))
    resources, blocks = found.template["Resources"], found.terraform["resource"]
    joined = {"Fn::Join": ["", ["arn:aws:iam::", {"Ref": "AWS::AccountId"}, ":role/old"]]}
    arn = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:role/old"
    assert resources["FlowLogMainFlowLogs"]["Properties"]["DeliverLogsPermissionArn"] == joined
    assert blocks["aws_flow_log"]["main-flow-logs"]["iam_role_arn"] == arn
    (subscribed,) = [one for one in resources.values() if one["Type"] == "AWS::SNS::Subscription"]
    assert subscribed["Properties"]["SubscriptionRoleArn"] == joined
    assert [one["subscription_role_arn"] for one in blocks["aws_sns_topic_subscription"].values()] == [arn]


def test_messages_are_said_to_have_their_envelope_and_to_come_twice() -> None:
    topics = "topics: {orders.fifo: {fifo: true, subscriptions: [{sqs: '%s'}]}, news: {subscriptions: [a@b.c]}}\n"
    found = emitted(graph(HEAD + topics % "arn:aws:sqs:ap-northeast-2:123456789012:orders.fifo"))
    said = [one["Properties"] for one in found.template["Resources"].values()]
    named = {one["TopicName"]: one.get("ContentBasedDeduplication") for one in said if "TopicName" in one}
    assert named == {"orders.fifo": False, "news": None}
    raw = {one["Protocol"]: one.get("RawMessageDelivery") for one in said if "Protocol" in one}
    assert raw == {"sqs": False, "email": None}
    blocks = found.terraform["resource"]["aws_sns_topic_subscription"].values()
    assert {one["protocol"]: one.get("raw_message_delivery") for one in blocks} == raw


def test_flows_reach_a_bucket_by_its_policy() -> None:
    found = graph(FLOWS % "{to: flows, path: a/b, file_format: parquet}" + "buckets: {flows: {}}\n")
    (log,) = found.of(FlowLog)
    assert log.destination_options is not None
    assert (log.destination_options.file_format, log.deliver_logs_role_arn) == ("parquet", None)
    assert log.depends_on == (Ref("BucketPolicy", "flows"),)
    assert "/a/b/AWSLogs/*" in found.get(log.depends_on[0]).policy_document.text


def test_a_log_without_fields_says_those_of_aws() -> None:
    text = FLOWS % "{to: flows%s}" + "buckets: {flows: {}}\n"
    usual, other = (graph(text % more).of(FlowLog)[0].log_format or "" for more in ("", ", fields: srcaddr"))
    assert (usual.split()[0], usual.split()[-1], other) == ("${version}", "${log-status}", "${srcaddr}")


def test_a_tier_has_a_log_of_each_subnet() -> None:
    text = TOLD + NETWORK % "" + "log_groups: {flows: {}}\n"
    text = text.replace("out: {route_table", "out: {flow_logs: {to: flows, fields: 'srcaddr ${dstaddr}'}, route_table")
    found = graph(text)
    assert [(one.key, one.log_format) for one in found.of(FlowLog)] == [
        ("out-a-out-flow-logs", "${srcaddr} ${dstaddr}"),
        ("out-c-out-flow-logs", "${srcaddr} ${dstaddr}"),
    ]
    assert len(found.of(Role)) == 1


@pytest.mark.parametrize(
    "log",
    [
        "nowhere",
        "{to: flows, fields: [sender]}",
        "{to: flows, interval: 30}",
        "{to: 'arn:aws:firehose:ap-northeast-2:123456789012:deliverystream/a', hourly: true}",
    ],
)
def test_a_flow_log_that_cannot_be(log: str) -> None:
    assert codes(FLOWS % log + "log_groups: {flows: {}}\n") != []


USUAL = {
    "database_clusters": {"cpu", "connections", "memory"},
    "document_clusters": {"cpu", "connections", "memory", "reader-lag"},
    "tables": {"throttled-reads", "throttled-writes", "errors"},
    "caches": {"cpu", "memory", "evictions"},
    "auto_scaling_groups": {"missing-instances"},
    "vpn_connections": {"down"},
}


@pytest.mark.parametrize(("section", "expected"), USUAL.items())
def test_what_a_spec_has_is_watched_by_its_usual_alarms(section: str, expected: set[str]) -> None:
    found = 0
    for name in (one for one in SOUND if f"\n{section}:" in text_of(one)):
        data = yaml.safe_load(text_of(name))
        for entry in data[section].values():
            entry["alarms"] = {"set": "default", "to": ["arn:aws:sns:ap-northeast-2:123456789012:ops"]}
        checked = check(yaml.safe_dump(data, sort_keys=False).encode(), f"{name}.yaml", beside)
        assert checked.graph is not None
        alarms = [one for one in checked.graph.of(Alarm) if one.origin[0] == section]
        for entry in data[section]:
            names = [one.alarm_name for one in alarms if one.origin[1] == entry]
            assert all(any(one.endswith(f"-{what}") for one in names) for what in expected)
            found += 1
        assert emitted(checked.graph)
    assert found


@pytest.mark.parametrize(
    ("metric", "meant"),
    [
        ("CPUUtilization", None),
        ("netw", "NetworkIn` or `NetworkOut` or `NetworkPacketsIn` or `NetworkPacketsOut"),
        ("heat", "CPUCreditBalance"),
        ("cpuutilization", "CPUUtilization"),
        ("CpuUtilisation", "CPUUtilization"),
        ("Status_Check_Failed", "StatusCheckFailed"),
        ("CPUTemperature", None),  # AWS may report it by now
    ],
)
def test_a_metric_that_is_spelt_otherwise_is_told_of(metric: str, meant: str | None) -> None:
    lines = f"{{namespace: AWS/EC2, dimensions: {{InstanceId: i-0a1b2c3d4e5f67890}}, metric: {metric}, above: 80}}"
    found = [one for one in judged(TOLD + f"alarms:\n  a: {lines}\n").diagnostics if one.problem.code == "OBS129"]
    assert [one.help for one in found] == ([] if meant is None else [f"write `{meant}`"])


def test_every_usual_alarm_is_on_a_metric_that_is_known() -> None:
    for kind, watches in SETS.items():
        measured = MEASURED[kind]
        namespaces = [measured.namespace, *(one for _, one in (measured.other or ("", ()))[1])]
        names = {name for one in namespaces for name in METRIC_NAMES[one]}
        assert {one.metric for one in watches} | {one.less for one in watches if one.less} <= names


def test_what_an_alarm_watches_and_nobody_has_is_no_target_of_a_route() -> None:
    found = judged(TOLD + "alarms: {busy: {of: nope, metric: CPUUtilization, above: 1}}\n").diagnostics
    assert [one.message for one in found] == ["nothing that has metrics is called `nope`"]


@pytest.mark.parametrize(
    ("one", "said"),
    [
        ("{email: ops}", "`ops` is not an address of e-mail"),
        ("{email_json: a b@example.com}", "`a b@example.com` is not an address of e-mail"),
        ("{sms: '010-1234-5678'}", "`010-1234-5678` is not a telephone number with its country"),
        ("{sms: '+821012345678'}", None),
        ("{email: ops@example.co.kr}", None),
    ],
)
def test_who_gets_messages_is_one_that_can(one: str, said: str | None) -> None:
    found = check((HEAD + f"topics: {{a: {{subscriptions: [{one}]}}}}\n").encode(), "spec.yaml").diagnostics
    assert [entry.message for entry in found if entry.is_error] == ([said] if said else [])
