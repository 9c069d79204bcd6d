"""Advice about alarms, topics, logs and web ACLs."""

from collections.abc import Iterator

from infraspec.analysis.firewall import units_of
from infraspec.diagnostic import Finding, Level, Problem, Related
from infraspec.graph.cloudwatch import Alarm, CompositeAlarm
from infraspec.graph.graph import Graph
from infraspec.graph.logs import LogGroup
from infraspec.graph.resource import Ref
from infraspec.graph.sns import Subscription
from infraspec.graph.values import Value
from infraspec.graph.wafv2 import WebAcl
from infraspec.graph.wafv2_statements import ManagedGroup, Rate
from infraspec.rules.rule import Rule

_HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\n"
_ALARM = "alarms:\n  slow:\n    namespace: web\n    metric: seconds\n    above: 2\n"
_BEST = (
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html"
)

SILENT = Problem(
    code="OBS105",
    name="alarm-tells-nobody",
    level=Level.WARNING,
    title="An alarm that tells nobody",
    explanation="An alarm without an action, or one that sends to a topic to which nobody has subscribed, is seen by who looks at the console alone.",
    bad=_HEAD + _ALARM.replace("slow:", "slow:  # <- OBS105"),
    good=_HEAD + _ALARM + "    to: [ops]\ntopics: {ops: {subscriptions: [ops@example.com]}}\n",
    source=_BEST,
)


def silent(graph: Graph) -> Iterator[Finding]:
    """Look for alarms that send nowhere, and for topics that nobody reads."""
    heard = {one.topic for one in graph.of(Subscription)}
    used = _used(graph)
    alarms: list[Alarm | CompositeAlarm] = [*graph.of(Alarm), *graph.of(CompositeAlarm)]
    for alarm in alarms:
        told = (*alarm.alarm_actions, *alarm.ok_actions, *alarm.insufficient_data_actions)
        if not told and alarm.address not in used:
            message, help_ = f"nobody is told when `{alarm.alarm_name}` goes off", "add `to:` with a topic"
            yield Finding(problem=SILENT, at=alarm.origin, message=message, help=help_, on_key=True)
        for one in sorted({one for one in told if isinstance(one, Ref)}):
            if one not in heard and graph.get(one).existing is None and told:
                topic = graph.get(one)
                heard.add(one)
                related = (Related(at=alarm.origin, label="sends to it", on_key=True),)
                message = f"nobody has subscribed to `{topic.key}`, which alarms send to"
                help_ = "add `subscriptions: [{email: …}]`"
                yield Finding(
                    problem=SILENT, at=topic.origin, message=message, related=related, help=help_, on_key=True
                )


def _used(graph: Graph) -> set[object]:
    """Alarms that others are made of."""
    found: set[object] = set()
    for alarm in graph.of(CompositeAlarm):
        found |= {one.node for one in alarm.alarm_rule.parts if isinstance(one, Value)}
        found.add(alarm.actions_suppressor)
    return found


KEPT = Problem(
    code="OBS107",
    name="logs-for-ever",
    level=Level.NOTE,
    title="Logs that never expire",
    explanation="Each gigabyte that is kept is billed each month. `retention_days` says after how many days logs go.",
    bad=_HEAD + "log_groups: {web: {retention_days: never}}  # <- OBS107\n",
    good=_HEAD + "log_groups: {web: {retention_days: 365}}\n",
    source="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html",
)


def kept(graph: Graph) -> Iterator[Finding]:
    """Look for groups whose logs stay."""
    for group in graph.of(LogGroup):
        if group.existing is None and group.retention_in_days is None and group.log_group_class != "DELIVERY":
            at = (*group.origin, "retention_days")
            message = f"the logs of `{group.key}` are kept and paid for ever"
            yield Finding(problem=KEPT, at=at, message=message, help="write days, such as 365")


_ACL = _HEAD + "web_acls:\n  shop:\n"
_USUAL = "      common: {managed: AWSManagedRulesCommonRuleSet}\n      all: {rate: 2000, action: block}\n"
OPEN = Problem(
    code="WAF108",
    name="web-acl-lets-through",
    level=Level.WARNING,
    title="A web ACL that lets nearly all requests through",
    explanation="An ACL that allows by default protects by its rules. AWS's own groups (AWSManagedRulesCommonRuleSet, "
    "AWSManagedRulesKnownBadInputsRuleSet, AWSManagedRulesAmazonIpReputationList) find what everyone is attacked with, and a limit for each "
    "sender what one sender does too often.",
    bad=_ACL.replace("shop:", "shop:  # <- WAF108") + "    rules:\n      north: {countries: [KP], action: block}\n",
    good=_ACL + "    rules:\n" + _USUAL,
    source="https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html",
)


def lets_through(graph: Graph) -> Iterator[Finding]:
    """Look for ACLs that allow by default, without managed groups or limits."""
    for acl in graph.of(WebAcl):
        if acl.existing is not None or acl.default_action.type != "allow":
            continue
        managed = any(isinstance(rule.statement, ManagedGroup) for rule in acl.rules)
        limited = any(isinstance(rule.statement, Rate) for rule in acl.rules)
        missing = [word for word, there in (("managed rules", managed), ("a limit", limited)) if not there]
        if missing:
            message = f"`{acl.key}` allows by default, without {' and without '.join(missing)}"
            help_ = (
                "add a rule `{managed: AWSManagedRulesCommonRuleSet}`"
                if not managed
                else "add a rule `{rate: 2000, action: block}`"
            )
            yield Finding(problem=OPEN, at=acl.origin, message=message, help=help_, on_key=True)


DEAR = Problem(
    code="WAF111",
    name="web-acl-beyond-price",
    level=Level.NOTE,
    title="A web ACL that costs more for each request",
    explanation="The price of a request holds 1,500 capacity units; each 500 more cost more. WAF reckons them from the rules.",
    bad=_ACL.replace("shop:", "shop:")
    + "    rules:  # <- WAF111\n"
    + "".join(
        f"      {word}: {{managed: AWSManagedRules{group}}}\n"
        for word, group in (
            ("common", "CommonRuleSet"),
            ("inputs", "KnownBadInputsRuleSet"),
            ("sql", "SQLiRuleSet"),
            ("linux", "LinuxRuleSet"),
            ("windows", "WindowsRuleSet"),
            ("php", "PHPRuleSet"),
        )
    )
    + "      all: {rate: 2000, action: block}\n",
    good=_ACL + "    rules:\n" + _USUAL,
    source="https://aws.amazon.com/waf/pricing/",
)


def dear(graph: Graph) -> Iterator[Finding]:
    """Add up the units of each ACL."""
    for acl in graph.of(WebAcl):
        if (units := units_of(acl)) > 1500:
            message = f"the rules of `{acl.key}` take {units:,} capacity units, and 1,500 are in the price"
            yield Finding(problem=DEAR, at=(*acl.origin, "rules"), message=message, on_key=True)


RULES = (Rule(SILENT, silent), Rule(KEPT, kept), Rule(OPEN, lets_through), Rule(DEAR, dear))
