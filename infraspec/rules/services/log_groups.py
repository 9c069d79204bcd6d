"""Log groups and metric filters: names, how long logs are kept, and what a class does not have."""

import re
from collections.abc import Iterator

from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, fix
from infraspec.graph.graph import Graph
from infraspec.graph.logs import LogGroup, MetricFilter
from infraspec.rules.rule import Rule

_HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\nlog_groups:\n"
_API = "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/"

DAYS = (1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653)
"""Days that CloudWatch Logs knows."""

NAME = Problem(
    code="NAM137",
    name="log-group-name",
    level=Level.ERROR,
    title="A name that a log group cannot have",
    explanation="A log group has 1 to 512 letters, digits and `. - _ / #`, and none begins with `aws/`, which is AWS's own.",
    bad=_HEAD + "  my app: {}  # <- NAM137\n",
    good=_HEAD + "  /my-app/web: {}\n",
    source=f"{_API}API_CreateLogGroup.html",
)
_NAME = r"[A-Za-z0-9._/#-]{1,512}\Z"


def name(graph: Graph) -> Iterator[Finding]:
    """Compare each name with the form."""
    for group in graph.of(LogGroup):
        text = group.log_group_name
        if group.existing is None and (not re.match(_NAME, text) or text.startswith("aws/")):
            meant = f"/{text}" if text.startswith("aws/") else re.sub(r"[^A-Za-z0-9._/#-]+", "-", text).strip("-")
            yield Finding(
                problem=NAME,
                at=group.origin,
                message=f"a log group cannot be called `{text}`",
                help=f"write `{meant}`" if meant else "write one such as /my-app/web",
                fixes=fix(f"write `{meant}`", Edit(group.origin, meant, How.RENAME)) if meant else (),
                on_key=True,
            )


RETENTION = Problem(
    code="OBS106",
    name="log-retention",
    level=Level.ERROR,
    title="A number of days that CloudWatch Logs does not know",
    explanation=f"Logs are kept for one of {', '.join(str(one) for one in DAYS)} days, or for ever.",
    bad=_HEAD + "  web: {retention_days: 100}  # <- OBS106\n",
    good=_HEAD + "  web: {retention_days: 120}\n",
    source=f"{_API}API_PutRetentionPolicy.html",
)


def retention(graph: Graph) -> Iterator[Finding]:
    """Look each number up."""
    for group in graph.of(LogGroup):
        days = group.retention_in_days
        if days is not None and days not in DAYS:
            near = next((one for one in DAYS if one > days), DAYS[-1])
            at = (*group.origin, "retention_days")
            yield Finding(
                problem=RETENTION,
                at=at,
                message=f"logs cannot be kept for {days} days",
                help=f"write {near}",
                fixes=fix(f"write {near}", Edit(at, str(near))),
            )


FILTER = Problem(
    code="OBS123",
    name="metric-filter",
    level=Level.ERROR,
    title="A metric filter that CloudWatch Logs refuses",
    explanation="Only groups of the class `standard` have metric filters. A filter has a pattern of at most 1,024 characters, at most three "
    "dimensions, and a namespace of one's own: `AWS/` begins those of AWS.",
    bad=_HEAD
    + "  web:\n    metric_filters:\n      errors: {pattern: ERROR, metric: errors, namespace: AWS/Web}  # <- OBS123\n",
    good=_HEAD + "  web:\n    metric_filters:\n      errors: {pattern: ERROR, metric: errors, namespace: web}\n",
    source=f"{_API}API_PutMetricFilter.html",
)


def metric_filter(graph: Graph) -> Iterator[Finding]:
    """Measure each filter, and ask for the class of its group."""
    for found in graph.of(MetricFilter):
        group, one = graph.get(found.log_group), found.transformation
        if group.log_group_class != "STANDARD" and group.existing is None:
            yield Finding(
                problem=FILTER,
                at=found.origin,
                message=f"`{group.key}` is of a class that has no metric filters",
                related=(Related(at=(*group.origin, "class"), label="this class"),),
                help="remove `class`, or the filter",
                on_key=True,
            )
        if one.metric_namespace.startswith("AWS/"):
            yield _finding(
                found, "namespace", f"`{one.metric_namespace}` is a namespace of AWS", "write one of your own"
            )
        if len(found.filter_pattern) > 1024:
            yield _finding(found, "pattern", "the pattern is too long", "write at most 1,024 characters")
        if len(one.dimensions) > 3:
            yield _finding(found, "dimensions", f"{len(one.dimensions)} dimensions are too many", "keep three")


def _finding(found: MetricFilter, field: str, message: str, help_: str) -> Finding:
    return Finding(problem=FILTER, at=(*found.origin, field), message=message, help=help_)


RULES = (Rule(NAME, name), Rule(RETENTION, retention), Rule(FILTER, metric_filter))
