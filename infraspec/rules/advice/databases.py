"""Advice about databases: what is lost, what is down, and who gets in."""

from collections.abc import Iterator

from infraspec.diagnostic import Finding, Level, Problem, Related
from infraspec.graph.graph import Graph
from infraspec.graph.rds import DbInstance
from infraspec.graph.security_groups import Permission
from infraspec.rules.rule import Rule
from infraspec.rules.services.database_examples import NETWORK, a_database

_DELETION = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html"
_PUBLIC_PAGE = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html"

ONE_CALL = Problem(
    code="RDS121",
    name="database-lost-by-one-call",
    level=Level.WARNING,
    title="A database that one call deletes for good",
    explanation="Nothing keeps AWS from deleting it, and no last snapshot is made: the data is gone with it. Copies that "
    "can be made anew are the exception.",
    bad=a_database("    deletion_protection: false\n    on_delete: delete  # <- RDS121\n"),
    good=a_database("    deletion_protection: false\n    on_delete: snapshot\n"),
    source=_DELETION,
)
LOSS = Problem(
    code="RDS128",
    name="database-protection-off",
    level=Level.NOTE,
    title="A database without one of its two protections",
    explanation="`deletion_protection: false` lets one call delete a database, and `on_delete: delete` makes no last "
    "snapshot. Both are needed for one that comes and goes.",
    bad=a_database("    deletion_protection: false  # <- RDS128\n"),
    good=a_database("    deletion_protection: true\n"),
    source=_DELETION,
)


def one_call(graph: Graph) -> Iterator[Finding]:
    """Look for databases without either protection."""
    for database in graph.of(DbInstance):
        if database.on_delete == "delete" and not database.deletion_protection:
            yield Finding(
                problem=ONE_CALL,
                at=(*database.origin, "on_delete"),
                message=f"one call deletes database `{database.key}` and all of its data",
                related=(Related(at=(*database.origin, "deletion_protection"), label="and nothing refuses it"),),
                help="write `on_delete: snapshot`",
            )


def loss(graph: Graph) -> Iterator[Finding]:
    """Look for databases with one protection of two."""
    for database in graph.of(DbInstance):
        if database.on_delete == "delete" and database.deletion_protection:
            message = f"no last snapshot is made of database `{database.key}`"
            at = (*database.origin, "on_delete")
            yield Finding(problem=LOSS, at=at, message=message, help="write `on_delete: snapshot`")
        elif database.on_delete != "delete" and not database.deletion_protection:
            message = f"one call deletes database `{database.key}`"
            at = (*database.origin, "deletion_protection")
            yield Finding(problem=LOSS, at=at, message=message, help="write `deletion_protection: true`")


ONE_ZONE = Problem(
    code="RDS129",
    name="database-without-standby",
    level=Level.NOTE,
    title="A database without a standby",
    explanation="With `multi_az: true` a copy in another zone takes over in a minute or two, also during upgrades; it costs "
    "as much again. Without, a failure of the machine or its zone lasts until RDS has made another.",
    bad=a_database("    multi_az: false  # <- RDS129\n"),
    good=a_database("    multi_az: true\n"),
    source="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html",
)
_NO_STANDBY = ("sqlserver-ex", "sqlserver-web")


def one_zone(graph: Graph) -> Iterator[Finding]:
    """Look for databases that stand in one zone, and could have a standby."""
    for database in graph.of(DbInstance):
        if not database.multi_az and database.engine not in _NO_STANDBY:
            yield Finding(
                problem=ONE_ZONE,
                at=(*database.origin, "multi_az"),
                message=f"database `{database.key}` has no standby in another zone",
                help="write `multi_az: true` where an outage costs more than the standby",
            )


SHORT = Problem(
    code="RDS130",
    name="short-backups",
    level=Level.NOTE,
    title="Backups that are kept for less than a week",
    explanation="A mistake that nobody notices over a few days off is in every backup that is left. A week is the usual "
    "least, and up to the size of the database backups cost nothing.",
    bad=a_database("    backup_days: 2  # <- RDS130\n"),
    good=a_database("    backup_days: 7\n"),
    source="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.BackupRetention.html",
)
_WEEK = 7


def short(graph: Graph) -> Iterator[Finding]:
    """Compare the days with a week; none at all is reported as such."""
    for database in graph.of(DbInstance):
        days = database.backup_retention_period
        if 0 < days < _WEEK:
            yield Finding(
                problem=SHORT,
                at=(*database.origin, "backup_days"),
                message=f"backups of database `{database.key}` are kept for {days} day{'s' if days > 1 else ''}",
                help="write `backup_days: 7` or more",
            )


_REACHED = NETWORK.replace(
    "    tiers:\n", "    internet_gateway: igw\n    route_tables: {edge: {routes: {0.0.0.0/0: igw}}}\n    tiers:\n"
).replace("data: {", "data: {route_table: edge, ")
_OPEN = _REACHED.replace("db: {egress", "db: {ingress: [{tcp: 3306, from: 0.0.0.0/0}], egress")

OPEN = Problem(
    code="RDS131",
    name="database-open-to-everyone",
    level=Level.WARNING,
    title="A public database whose security group lets everyone in",
    explanation="It has a public address, and a rule lets any address reach its port: passwords are tried within the hour. "
    "Keep it private, and reach it from inside, by a VPN or by Session Manager.",
    bad=a_database("    public: true  # <- RDS131\n", network=_OPEN),
    good=a_database("", network=_OPEN),
    source=_PUBLIC_PAGE,
)
PUBLIC = Problem(
    code="RDS132",
    name="public-database",
    level=Level.NOTE,
    title="A database with a public address",
    explanation="Its address is billed, and only its security groups stand between it and the internet. Applications in the "
    "VPC reach it without one.",
    bad=a_database("    public: true  # <- RDS132\n", network=_REACHED),
    good=a_database("    public: false\n", network=_REACHED),
    source=_PUBLIC_PAGE,
)
_EVERYONE = ("0.0.0.0/0", "::/0")


def _opening(graph: Graph, database: DbInstance) -> Permission | None:
    """The rule that lets everyone reach a database's port, if there is one."""
    for group in database.security_groups:
        for rule in graph.get(group).ingress:
            all_ports = rule.protocol == "-1"
            its_port = rule.protocol == "tcp" and (rule.from_port or 0) <= database.port <= (rule.to_port or 0)
            if rule.peer in _EVERYONE and (all_ports or its_port):
                return rule
    return None


def opened(graph: Graph) -> Iterator[Finding]:
    """Look for public databases that everyone may reach."""
    for database in graph.of(DbInstance):
        rule = _opening(graph, database) if database.publicly_accessible else None
        if rule is not None:
            yield Finding(
                problem=OPEN,
                at=(*database.origin, "public"),
                message=f"everyone on the internet reaches database `{database.key}`",
                related=(Related(at=(*rule.origin, "from"), label="lets everyone in"),),
                help="remove `public`, or name in the rule who may come in",
            )


def public(graph: Graph) -> Iterator[Finding]:
    """Look for other public databases."""
    for database in graph.of(DbInstance):
        if database.publicly_accessible and _opening(graph, database) is None:
            message = f"database `{database.key}` has a public address"
            yield Finding(problem=PUBLIC, at=(*database.origin, "public"), message=message, help="remove `public`")


RULES = (
    Rule(ONE_CALL, one_call),
    Rule(LOSS, loss),
    Rule(ONE_ZONE, one_zone),
    Rule(SHORT, short),
    Rule(OPEN, opened),
    Rule(PUBLIC, public),
)
