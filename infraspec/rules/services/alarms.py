"""Alarms: their times, what they compute, and whom they tell."""

import re
from collections.abc import Iterator

from infraspec.diagnostic import Edit, Finding, Level, Problem, fix
from infraspec.graph.cloudwatch import Alarm, CompositeAlarm, Dashboard, MetricStat
from infraspec.graph.graph import Graph
from infraspec.graph.logs import MetricFilter
from infraspec.rules.rule import Rule

_OPS = "arn:aws:sns:ap-northeast-2:123456789012:{}"
_TOP = f"version: 1\nname: demo\nregion: ap-northeast-2\nalarm_topics: {_OPS.format('ops')}\n"
_HEAD = _TOP + "alarms:\n  slow:\n    namespace: web\n    metric: seconds\n    above: 2\n"
_API = "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html"
_SHORT = (10, 20, 30)
_DAY, _WEEK, _HOUR = 86400, 604800, 3600

PERIOD = Problem(
    code="OBS101",
    name="alarm-period",
    level=Level.ERROR,
    title="A time over which no alarm can look",
    explanation="A period is 10, 20 or 30 seconds, or a multiple of 60. All periods together are at most a day; where each is an hour or "
    "more, a week.",
    bad=_HEAD + "    period: 90  # <- OBS101\n",
    good=_HEAD + "    period: 120\n",
    source=_API,
)


def period(graph: Graph) -> Iterator[Finding]:
    """Measure the periods of each alarm."""
    for alarm in graph.of(Alarm):
        for seconds in {one.period for one in _stats(alarm)}:
            if seconds not in _SHORT and (seconds < 60 or seconds % 60) and seconds <= _WEEK:
                near = max(60, (seconds + 59) // 60 * 60)
                at = (*alarm.origin, "period")
                yield Finding(
                    problem=PERIOD,
                    at=at,
                    message=f"a period of {seconds} seconds is none that CloudWatch knows",
                    help=f"write {near}",
                    fixes=fix(f"write {near}", Edit(at, str(near))),
                )
        longest = max((one.period for one in _stats(alarm)), default=0)
        most = _WEEK if longest >= _HOUR else _DAY
        if longest * alarm.evaluation_periods > most:
            message = f"{alarm.evaluation_periods} periods of {longest} seconds are more than a {'week' if most == _WEEK else 'day'}"
            at = (*alarm.origin, "evaluation_periods")
            yield Finding(problem=PERIOD, at=at, message=message, help=f"write at most {most // longest}")


DATAPOINTS = Problem(
    code="OBS102",
    name="alarm-datapoints",
    level=Level.ERROR,
    title="An alarm that waits for more data points than it looks at",
    explanation="`datapoints` of the last `evaluation_periods` must be beyond the threshold, so there are at least as many of the latter.",
    bad=_HEAD + "    evaluation_periods: 3\n    datapoints: 5  # <- OBS102\n",
    good=_HEAD + "    evaluation_periods: 5\n    datapoints: 3\n",
    source=_API,
)


def datapoints(graph: Graph) -> Iterator[Finding]:
    """Compare the two numbers."""
    for alarm in graph.of(Alarm):
        if alarm.datapoints_to_alarm > alarm.evaluation_periods:
            at = (*alarm.origin, "datapoints")
            message = (
                f"`{alarm.key}` looks at {alarm.evaluation_periods} data points, not at {alarm.datapoints_to_alarm}"
            )
            help_ = f"write {alarm.evaluation_periods}, or more `evaluation_periods`"
            fixes = fix(f"write {alarm.evaluation_periods}", Edit(at, str(alarm.evaluation_periods)))
            yield Finding(problem=DATAPOINTS, at=at, message=message, help=help_, fixes=fixes)


UNITS = frozenset(
    [
        *[
            "Seconds",
            "Microseconds",
            "Milliseconds",
            "Bytes",
            "Kilobytes",
            "Megabytes",
            "Gigabytes",
            "Terabytes",
            "Bits",
            "Kilobits",
            "Megabits",
        ],
        *["Gigabits", "Terabits", "Percent", "Count", "None", "Count/Second"],
        *(
            f"{size}{what}/Second"
            for size in ("", "Kilo", "Mega", "Giga", "Tera")
            for what in ("bytes", "bits")
            if size
        ),
        *("Bytes/Second", "Bits/Second"),
    ]
)
UNIT = Problem(
    code="OBS103",
    name="alarm-unit",
    level=Level.ERROR,
    title="A unit that CloudWatch does not know",
    explanation="A unit is one of CloudWatch's 27, such as `Seconds`, `Percent`, `Count`, `Bytes` or `Count/Second`. Without one, all data of the "
    "metric are looked at, which is nearly always what is meant.",
    bad=_HEAD + "    unit: seconds  # <- OBS103\n",
    good=_HEAD + "    unit: Seconds\n",
    source="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDatum.html",
)


def unit(graph: Graph) -> Iterator[Finding]:
    """Look each unit up."""
    written = [(alarm.origin, stat.unit) for alarm in graph.of(Alarm) for stat in _stats(alarm)]
    written += [(node.origin, node.transformation.unit) for node in graph.of(MetricFilter)]
    for origin, found in written:
        if found is not None and found not in {"None", *UNITS}:
            near = next((one for one in sorted(UNITS) if one.lower() == found.lower()), None)
            at = (*origin, "unit")
            yield Finding(
                problem=UNIT,
                at=at,
                message=f"`{found}` is no unit of CloudWatch",
                help=f"write `{near}`" if near else "remove it, or write one such as `Count`",
                fixes=fix(f"write `{near}`", Edit(at, near)) if near else (),
            )


BOUNDS = Problem(
    code="OBS104",
    name="alarm-bounds",
    level=Level.ERROR,
    title="An alarm that tells or measures more than CloudWatch takes",
    explanation="An alarm does at most five things at each change of its state, a metric has at most 30 dimensions, a description 1,024 "
    "characters and a name 255.",
    bad=_HEAD + f"    to: [{', '.join(_OPS.format(one) for one in 'abcdef')}]  # <- OBS104\n",
    good=_HEAD + f"    to: [{', '.join(_OPS.format(one) for one in 'abcde')}]\n",
    source=_API,
)


def bounds(graph: Graph) -> Iterator[Finding]:
    """Count."""
    alarms: list[Alarm | CompositeAlarm] = [*graph.of(Alarm), *graph.of(CompositeAlarm)]
    for alarm in alarms:
        lists = {"to": alarm.alarm_actions, "ok_to": alarm.ok_actions, "no_data_to": alarm.insufficient_data_actions}
        for field, actions in lists.items():
            if len(actions) > 5:
                message = f"{len(actions)} things are done at once, and five are the most"
                yield Finding(
                    problem=BOUNDS,
                    at=(*alarm.origin, field),
                    message=message,
                    help="tell one topic that tells the others",
                )
        if len(alarm.alarm_description or "") > 1024:
            at, message = (*alarm.origin, "description"), "the description is too long"
            yield Finding(problem=BOUNDS, at=at, message=message, help="write at most 1,024 characters")
    for alarm in graph.of(Alarm):
        for stat in _stats(alarm):
            if len(stat.dimensions) > 30:
                message = f"a metric has {len(stat.dimensions)} dimensions, and 30 are the most"
                yield Finding(problem=BOUNDS, at=(*alarm.origin, "dimensions"), message=message)


MATH = Problem(
    code="OBS126",
    name="metric-names",
    level=Level.ERROR,
    title="Metrics of an alarm that cannot be computed with",
    explanation="A metric's name begins with a lower-case letter and goes on with letters, digits and underscores, so that expressions can speak "
    "of it. What is watched beside another metric is an expression, or has a band of what is expected; ten metrics are the most.",
    bad=_TOP + "alarms:\n  share:\n    above: 5\n    metrics:\n"
    "      Errors: {namespace: web, metric: errors}  # <- OBS126\n      share: {expression: Errors * 100}\n",
    good=_TOP + "alarms:\n  share:\n    above: 5\n    metrics:\n"
    "      errors: {namespace: web, metric: errors}\n      share: {expression: errors * 100}\n",
    source=_API,
)


def math(graph: Graph) -> Iterator[Finding]:
    """Read the names of metrics."""
    for alarm in graph.of(Alarm):
        for one in alarm.metrics:
            if not re.match(r"[a-z][A-Za-z0-9_]{0,254}\Z", one.id):
                message = f"expressions cannot speak of `{one.id}`"
                help_ = "begin with a lower-case letter, and go on with letters, digits and underscores"
                at = (*alarm.origin, "metrics", one.id)
                yield Finding(problem=MATH, at=at, message=message, help=help_, on_key=True)


DASHBOARD = Problem(
    code="OBS127",
    name="dashboard-name",
    level=Level.ERROR,
    title="A name that a dashboard cannot have",
    explanation="A dashboard has 1 to 255 letters, digits, hyphens and underscores.",
    bad=_TOP + "dashboards:\n  my shop: {set: default}  # <- OBS127\n",
    good=_TOP + "dashboards:\n  my-shop: {set: default}\n",
    source="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutDashboard.html",
)


def dashboard(graph: Graph) -> Iterator[Finding]:
    """Compare each name with the form."""
    for found in graph.of(Dashboard):
        if not re.match(r"[A-Za-z0-9_-]{1,255}\Z", found.dashboard_name):
            message = f"a dashboard cannot be called `{found.dashboard_name}`"
            help_ = "write letters, digits, hyphens and underscores"
            yield Finding(problem=DASHBOARD, at=found.origin, message=message, help=help_, on_key=True)


def _stats(alarm: Alarm) -> list[MetricStat]:
    """The metrics that an alarm reads."""
    several = [one.metric_stat for one in alarm.metrics if one.metric_stat]
    return [alarm.metric] if alarm.metric else several


RULES = (
    Rule(PERIOD, period),
    Rule(DATAPOINTS, datapoints),
    Rule(UNIT, unit),
    Rule(BOUNDS, bounds),
    Rule(MATH, math),
    Rule(DASHBOARD, dashboard),
)
