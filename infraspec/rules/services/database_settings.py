"""Settings of databases that depend on the engine and the class: monitoring, logs, and who may sign in."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from infraspec.analysis.databases import Database, databases, members, what
from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, SpecPath, choices, fix
from infraspec.graph.graph import Graph
from infraspec.graph.rds import DbInstance, Monitoring, PerformanceInsights
from infraspec.rules.rule import Rule
from infraspec.rules.services.database_examples import API, a_database

_GUIDE = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/"

INTERVAL = Problem(
    code="RDS118",
    name="monitoring-interval",
    level=Level.ERROR,
    title="Enhanced monitoring as RDS does not do it",
    explanation="It measures every 1, 5, 10, 15, 30 or 60 seconds, or not at all, with 0; and only with an interval has it a role.",
    bad=a_database("    monitoring: 20  # <- RDS118\n"),
    good=a_database("    monitoring: 30\n"),
    source=_GUIDE + "USER_Monitoring.OS.Enabling.html",
)
RETENTION = Problem(
    code="RDS119",
    name="performance-insights-days",
    level=Level.ERROR,
    title="Performance Insights as RDS does not keep them",
    explanation="The record is kept for 7 days, for 1 to 23 months of 31 days, or for 731 days, and the smallest classes of MySQL and "
    "MariaDB have none.",
    bad=a_database("    performance_insights: {days: 30}  # <- RDS119\n"),
    good=a_database("    performance_insights: {days: 31}\n"),
    source=_GUIDE + "USER_PerfInsights.Overview.cost.html",
)
LOGS = Problem(
    code="RDS124",
    name="log-export",
    level=Level.ERROR,
    title="A log that the engine does not have",
    explanation="MySQL has `audit`, `error`, `general` and `slowquery`, Aurora MySQL `instance` too, PostgreSQL `postgresql` and "
    "`upgrade`, Aurora PostgreSQL `instance` in place of `upgrade`; all of these `iam-db-auth-error`. MariaDB has `audit`, `error`, "
    "`general` and `slowquery`, Oracle `alert`, `audit`, `listener`, `oemagent` and `trace`, SQL Server `agent` and `error`.",
    bad=a_database("    log_exports: [error, slow]  # <- RDS124\n"),
    good=a_database("    log_exports: [error, slowquery]\n"),
    source=API,
)
OTHER_ENGINE = Problem(
    code="RDS143",
    name="setting-of-another-engine",
    level=Level.ERROR,
    title="A setting that the engine does not have",
    explanation="IAM signs in users of MySQL, MariaDB and PostgreSQL alone; extended support is for MySQL and PostgreSQL, also of Aurora; a "
    "log volume of its own has a database of these three on io1 or io2.",
    bad=a_database(
        "    iam_authentication: true  # <- RDS143\n",
        engine="sqlserver-se",
        version='"16.00"',
        **{"class": "db.m7i.large"},
    ),
    good=a_database("    iam_authentication: true\n"),
    source=API,
)


class _Watched(NamedTuple):
    """How something is watched while it runs, and where that is written."""

    name: str
    engine: str
    instance_class: str
    origin: SpecPath
    monitoring: Monitoring | None
    insights: PerformanceInsights | None


def _watched(graph: Graph) -> Iterator[_Watched]:
    for one in databases(graph):
        size = one.instance_class or ""
        yield _Watched(one.key, one.engine, size, one.origin, one.monitoring, one.performance_insights)
        for member in [] if isinstance(one, DbInstance) else members(graph, one):
            size = member.instance_class
            yield _Watched(one.key, one.engine, size, one.origin, member.monitoring, member.performance_insights)


_INTERVALS = (0, 1, 5, 10, 15, 30, 60)


def interval(graph: Graph) -> Iterator[Finding]:
    """Compare each interval with those that there are."""
    for one in _watched(graph):
        found = one.monitoring
        if found is None:
            continue
        at = (*one.origin, "monitoring")
        if found.interval not in _INTERVALS:
            message = f"`{one.name}` cannot be measured every {found.interval} seconds"
            nearest = min(_INTERVALS[1:], key=lambda seconds: abs(seconds - found.interval))
            help_ = "write 1, 5, 10, 15, 30 or 60"
            fixes = choices(at, [f"{nearest}"])
            yield Finding(problem=INTERVAL, at=at, message=message, help=help_, fixes=fixes)
        elif found.interval == 0 and found.role_arn is not None:
            message = f"`{one.name}` is not monitored, and has a role for it"
            yield Finding(problem=INTERVAL, at=at, message=message, help="write `monitoring: 0`, or an interval")


_DAYS = frozenset({7, 731, *(31 * months for months in range(1, 24))})
_TOO_SMALL = r"db\.(?:t2\.(?:micro|small)|t3\.(?:micro|small)|t4g\.(?:micro|small))\Z"


def retention(graph: Graph) -> Iterator[Finding]:
    """Compare how long each record is kept, and by which class."""
    for one in _watched(graph):
        if one.insights is None or not one.insights.enabled:
            continue
        at = (*one.origin, "performance_insights")
        kept = one.insights.retention_period or 0
        if kept not in _DAYS:
            message = f"Performance Insights of `{one.name}` cannot be kept for {kept} days"
            nearest = min(_DAYS, key=lambda days: (abs(days - kept), days))
            yield Finding(
                problem=RETENTION,
                at=(*at, "days"),
                message=message,
                help="write 7, a multiple of 31 up to 713, or 731",
                fixes=choices((*at, "days"), [f"{nearest}"]),
            )
        if re.match(_TOO_SMALL, one.instance_class) and one.engine in ("mysql", "mariadb"):
            yield Finding(
                problem=RETENTION,
                at=at,
                message=f"{one.instance_class} of {one.engine} has no Performance Insights",
                related=(Related(at=(*one.origin, "class"), label="this class"),),
                help="remove `performance_insights`, or write `class: db.t4g.medium`",
                fixes=fix("remove `performance_insights`", Edit(at, how=How.REMOVE)),
            )


_MYSQL = ("audit", "error", "general", "slowquery")
_LOGS = {
    "mysql": (*_MYSQL, "iam-db-auth-error"),
    "mariadb": _MYSQL,
    "postgres": ("postgresql", "upgrade", "iam-db-auth-error"),
    "oracle": ("alert", "audit", "listener", "oemagent", "trace"),
    "sqlserver": ("agent", "error"),
    "aurora-mysql": (*_MYSQL, "instance", "iam-db-auth-error"),
    "aurora-postgresql": ("postgresql", "instance", "iam-db-auth-error"),
}


def logs(graph: Graph) -> Iterator[Finding]:
    """Look each log up among its engine's."""
    for database in databases(graph):
        known = _LOGS.get(database.engine) or _LOGS[database.engine.partition("-")[0]]
        unknown = [name for name in database.enabled_cloudwatch_logs_exports if name not in known]
        if unknown:
            yield Finding(
                problem=LOGS,
                at=(*database.origin, "log_exports"),
                message=f"{database.engine}, the engine of `{database.key}`, has no log called `{unknown[0]}`",
                related=(Related(at=(*database.origin, "engine"), label="this engine"),),
                help=f"write some of {', '.join(known)}",
            )


_OPEN = ("mysql", "mariadb", "postgres", "aurora-mysql", "aurora-postgresql")


def other_engine(graph: Graph) -> Iterator[Finding]:
    """Compare what is set with what the engine has."""
    for database in databases(graph):
        has_no_support = database.engine not in _OPEN or database.engine == "mariadb"
        if database.iam_database_authentication is not None and database.engine not in _OPEN:
            yield _not_had(database, "iam_authentication", f"{database.engine} does not sign in users by IAM")
        if database.engine_lifecycle_support is not None and has_no_support:
            yield _not_had(database, "extended_support", f"{database.engine} has no extended support")
        if not isinstance(database, DbInstance) or not database.dedicated_log_volume:
            continue
        if database.engine not in _OPEN or database.storage_type not in ("io1", "io2"):
            message = f"{database.engine} on {database.storage_type} has no log volume of its own"
            yield _not_had(database, "dedicated_log_volume", message)


def _not_had(database: Database, key: str, message: str) -> Finding:
    return Finding(
        problem=OTHER_ENGINE,
        at=(*database.origin, key),
        message=message,
        related=(Related(at=(*database.origin, "engine"), label=f"the engine of this {what(database)}"),),
        help=f"remove `{key}`",
        fixes=fix(f"remove `{key}`", Edit((*database.origin, key), how=How.REMOVE)),
    )


RULES = (
    Rule(INTERVAL, interval),
    Rule(RETENTION, retention),
    Rule(LOGS, logs),
    Rule(OTHER_ENGINE, other_engine),
)
