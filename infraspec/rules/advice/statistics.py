"""Alarms on metrics whose values are all one, and groups of rules that AWS is not known to have."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from infraspec.data.managed_rules import CAPACITY, CAPACITY_DATE
from infraspec.diagnostic import Edit, Finding, Level, Problem, SpecPath, fix
from infraspec.graph.cloudwatch import Alarm, MetricStat
from infraspec.graph.graph import Graph
from infraspec.graph.wafv2 import WebAcl
from infraspec.graph.wafv2_statements import ManagedGroup
from infraspec.rules.rule import Rule

HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\n"
_ALARM = (
    f"{HEAD}alarm_topics: arn:aws:sns:ap-northeast-2:123456789012:ops\nalarms:\n  errors:\n    namespace: AWS/ApplicationELB\n"
    "    dimensions: {LoadBalancer: app/web/50dc6c495c0c9188}\n    metric: HTTPCode_ELB_5XX_Count\n    above: 10\n"
)

ONES = Problem(
    code="OBS128",
    name="alarm-on-average-of-ones",
    level=Level.WARNING,
    title="An alarm on the average of ones",
    explanation="A balancer reports 1 for each request and for each answer with an error, so their average, least and most are 1 however many "
    "there are, and an alarm on them goes off never or always. Their sum is the number. Without `statistic` an alarm looks at the average.",
    bad=_ALARM.replace("metric: HTTPCode_ELB_5XX_Count\n", "metric: HTTPCode_ELB_5XX_Count  # <- OBS128\n"),
    good=_ALARM + "    statistic: sum\n",
    source="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html",
)
_ONES = r"(?:HTTPCode_\w+_Count|RequestCount)\Z"
_OF_ONES = ("Average", "Minimum", "Maximum")


def ones(graph: Graph) -> Iterator[Finding]:
    """Look at the statistic of each metric that counts."""
    for alarm in graph.of(Alarm):
        for read, at in read_by(alarm):
            if read.namespace != "AWS/ApplicationELB" or not re.match(_ONES, read.metric_name):
                continue
            if read.stat in _OF_ONES:
                yield Finding(
                    problem=ONES,
                    at=(*at, "metric"),
                    message=f"the {read.stat.lower()} of `{read.metric_name}` is always 1",
                    help="write `statistic: sum`",
                    fixes=fix("write `statistic: sum`", Edit((*at, "statistic"), "sum")),
                )


def read_by(alarm: Alarm) -> Iterator[tuple[MetricStat, SpecPath]]:
    """The metrics that an alarm reads, and where each is written."""
    if alarm.metric is not None:
        yield alarm.metric, alarm.origin
    for query in alarm.metrics:
        if query.metric_stat is not None:
            yield query.metric_stat, (*alarm.origin, "metrics", query.id)


UNKNOWN_GROUP = Problem(
    code="WAF112",
    name="unknown-managed-rules",
    level=Level.WARNING,
    title="A group of rules that AWS is not known to have",
    explanation="AWS refuses a web ACL that names a group which is not there. Its groups are known as of a date; "
    "`aws wafv2 list-available-managed-rule-groups --scope REGIONAL` lists those of today.",
    bad=HEAD
    + "web_acls:\n  shop:\n    default: block\n    rules:\n      common: {managed: AWSManagedCommonRules}  # <- WAF112\n",
    good=HEAD
    + "web_acls:\n  shop:\n    default: block\n    rules:\n      common: {managed: AWSManagedRulesCommonRuleSet}\n",
    source="https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html",
)


def unknown_group(graph: Graph) -> Iterator[Finding]:
    """Look each group of AWS up."""
    for acl in graph.of(WebAcl):
        for rule in acl.rules:
            group = rule.statement
            if not isinstance(group, ManagedGroup) or group.vendor_name != "AWS" or group.group_name in CAPACITY:
                continue
            meant = next(iter(get_close_matches(group.group_name, CAPACITY, n=1, cutoff=0.7)), None)
            yield Finding(
                problem=UNKNOWN_GROUP,
                at=(*acl.origin, "rules", rule.name, "managed"),
                message=f"AWS is not known to have a group of rules `{group.group_name}`",
                label=f"did you mean `{meant}`?" if meant else f"not among those of {CAPACITY_DATE}",
                help=f"write `{meant}`" if meant else "write one such as AWSManagedRulesCommonRuleSet",
            )


RULES = (Rule(ONES, ones), Rule(UNKNOWN_GROUP, unknown_group))
