"""Advice about databases: what is lost, and when."""

from collections.abc import Iterator

from infraspec.analysis.databases import Database, originals, what
from infraspec.diagnostic import Edit, Finding, Fix, Level, Problem, Related, fix
from infraspec.graph.graph import Graph
from infraspec.rules.rule import Rule
from infraspec.rules.services.database_examples import a_database

_DELETION = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html"

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
    for database in originals(graph):
        if database.on_delete == "delete" and not database.deletion_protection:
            yield Finding(
                problem=ONE_CALL,
                at=(*database.origin, "on_delete"),
                message=f"one call deletes {what(database)} `{database.key}` and all of its data",
                related=(Related(at=(*database.origin, "deletion_protection"), label="and nothing refuses it"),),
                help="write `on_delete: snapshot`",
                fixes=_kept(database),
            )


def loss(graph: Graph) -> Iterator[Finding]:
    """Look for databases with one protection of two."""
    for database in originals(graph):
        if database.on_delete == "delete" and database.deletion_protection:
            message = f"no last snapshot is made of {what(database)} `{database.key}`"
            at = (*database.origin, "on_delete")
            help_ = "write `on_delete: snapshot`"
            yield Finding(problem=LOSS, at=at, message=message, help=help_, fixes=_kept(database))
        elif database.on_delete != "delete" and not database.deletion_protection:
            message = f"one call deletes {what(database)} `{database.key}`"
            at = (*database.origin, "deletion_protection")
            help_ = "write `deletion_protection: true`"
            yield Finding(problem=LOSS, at=at, message=message, help=help_, fixes=fix(help_, Edit(at, "true")))


def _kept(database: Database) -> tuple[Fix, ...]:
    return fix("write `on_delete: snapshot`", Edit((*database.origin, "on_delete"), "snapshot"))


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
    for database in originals(graph):
        days = database.backup_retention_period
        if days is not None and 0 < days < _WEEK:
            yield Finding(
                problem=SHORT,
                at=(*database.origin, "backup_days"),
                message=f"backups of {what(database)} `{database.key}` are kept for {days} day{'s' if days > 1 else ''}",
                help="write `backup_days: 7`",
                fixes=fix("write `backup_days: 7`", Edit((*database.origin, "backup_days"), "7")),
            )


RULES = (
    Rule(ONE_CALL, one_call),
    Rule(LOSS, loss),
    Rule(SHORT, short),
)
