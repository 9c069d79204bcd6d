"""Alarms on metrics that nothing reports."""

from collections.abc import Iterator
from difflib import get_close_matches

from infraspec.data.metric_names import METRIC_NAMES, METRIC_NAMES_DATE
from infraspec.diagnostic import Edit, Finding, Level, Problem, fix
from infraspec.graph.cloudwatch import Alarm
from infraspec.graph.graph import Graph
from infraspec.rules.advice.statistics import HEAD, read_by
from infraspec.rules.rule import Rule

_ALARM = (
    f"{HEAD}alarm_topics: arn:aws:sns:ap-northeast-2:123456789012:ops\nalarms:\n  slow:\n    namespace: AWS/ApplicationELB\n"
    "    dimensions: {LoadBalancer: app/web/50dc6c495c0c9188}\n    metric: TargetResponseTime\n    above: 2\n"
)

_MOST = 5
"""Metrics that are shown where several may be meant."""

UNKNOWN = Problem(
    code="OBS129",
    name="unknown-metric",
    level=Level.WARNING,
    title="An alarm on a metric that AWS does not report",
    explanation="CloudWatch takes any name of a metric and waits for its values. Those of AWS are written with their capitals, and an "
    "alarm on one that is spelt otherwise has no data for ever. What AWS reports is known as of a date, and a name is told of where one "
    "that is known is near.",
    bad=_ALARM.replace("TargetResponseTime\n", "TargetResponsetime  # <- OBS129\n"),
    good=_ALARM,
    source="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/aws-services-cloudwatch-metrics.html",
)


def unknown(graph: Graph) -> Iterator[Finding]:
    """Look up each metric of a namespace that is known."""
    for alarm in graph.of(Alarm):
        for read, at in read_by(alarm):
            names = METRIC_NAMES.get(read.namespace, ())
            if not names or read.metric_name in names:
                continue
            meant = _meant(read.metric_name, names)
            if not meant and read.metric_name[:1].isupper():
                continue  # it may be younger than the table
            where, one = (*at, "metric"), meant[0] if len(meant) == 1 else None
            yield Finding(
                problem=UNKNOWN,
                at=where,
                message=f"{read.namespace} is not known to report `{read.metric_name}`",
                label=f"did you mean `{one}`?" if one else f"none of those of {METRIC_NAMES_DATE}",
                help=f"write {' or '.join(f'`{name}`' for name in meant or names[:1])}",
                fixes=fix(f"write `{one}`", Edit(where, one)) if one else (),
            )


def _meant(name: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """The metric that is meant, whatever its capitals and its marks; or some that begin so."""
    plain = {one.lower().replace("_", ""): one for one in names}
    written = name.lower().replace("_", "").replace("-", "")
    near = get_close_matches(written, plain, n=1, cutoff=0.85)
    if near:
        return (plain[near[0]],)
    begun = tuple(one for key, one in plain.items() if len(written) > 2 and key.startswith(written))
    return begun[:_MOST]


RULES = (Rule(UNKNOWN, unknown),)
