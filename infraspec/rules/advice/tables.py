"""Advice about tables."""

from collections.abc import Iterator

from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, fix
from infraspec.graph.dynamodb import Table
from infraspec.graph.graph import Graph
from infraspec.rules.rule import Rule
from infraspec.rules.services.store_examples import TABLES, a_table

LOST = Problem(
    code="DDB105",
    name="table-lost-by-one-call",
    level=Level.WARNING,
    title="A table that one call deletes for good",
    explanation="Nothing keeps AWS from deleting it, it goes with its entry, and no backups are made of it. What can be made anew is the "
    "exception.",
    bad=a_table("    recovery_days: 0\n    deletion_protection: false\n    on_delete: delete  # <- DDB105\n"),
    good=a_table("    recovery_days: 0\n    on_delete: delete\n"),
    source=TABLES,
)
NO_RECOVERY = Problem(
    code="DDB112",
    name="table-without-recovery",
    level=Level.NOTE,
    title="A table that is kept, and of which no backups are made",
    explanation="With `recovery_days: 0` what a mistake writes over is gone. Backups to any second cost by the size of the table.",
    bad=a_table("    recovery_days: 0  # <- DDB112\n"),
    good=a_table("    recovery_days: 7\n"),
    source="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery.html",
)
INDEX = Problem(
    code="DDB110",
    name="index-capacity-set-back",
    level=Level.NOTE,
    title="An index whose capacity Terraform sets back",
    explanation="Terraform leaves a capacity of the table as the load has made it, but it cannot do so for one index of a table: each `terraform "
    "apply` sets it to `min`, from where it follows the load again. CloudFormation leaves it. A table on demand has nothing to follow.",
    bad=a_table(
        "    read_capacity: 5\n    write_capacity: 5\n    global_indexes:\n"
        "      by-day: {partition_key: day, read_capacity: {min: 5, max: 50}}  # <- DDB110\n"
    ),
    good=a_table(
        "    read_capacity: 5\n    write_capacity: 5\n    global_indexes:\n"
        "      by-day: {partition_key: day, read_capacity: 50}\n"
    ),
    source="https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle",
)


def lost(graph: Graph) -> Iterator[Finding]:
    """Look for tables without any protection."""
    for table in graph.of(Table):
        if table.on_delete == "delete" and not table.deletion_protection and not table.recovery_days:
            at = (*table.origin, "on_delete")
            yield Finding(
                problem=LOST,
                at=at,
                message=f"one call deletes table `{table.key}` and all of its items",
                related=(Related(at=(*table.origin, "deletion_protection"), label="and nothing refuses it"),),
                help="remove one of `deletion_protection: false` and `on_delete: delete`",
                fixes=fix("remove `on_delete: delete`", Edit(at, how=How.REMOVE)),
            )


def no_recovery(graph: Graph) -> Iterator[Finding]:
    """Look for tables that are kept, without backups."""
    for table in graph.of(Table):
        if not table.recovery_days and table.on_delete == "retain":
            at = (*table.origin, "recovery_days")
            message = f"what is written over in table `{table.key}` is gone"
            help_ = "remove `recovery_days: 0`"
            fixes = fix(help_, Edit(at, how=How.REMOVE))
            yield Finding(problem=NO_RECOVERY, at=at, message=message, help=help_, fixes=fixes)


def index(graph: Graph) -> Iterator[Finding]:
    """Look for indexes whose capacity follows the load."""
    for table in graph.of(Table):
        for one in table.global_indexes:
            both = (one.throughput.reads, one.throughput.writes)
            if any(units is not None and units.maximum is not None for units in both):
                yield Finding(
                    problem=INDEX,
                    at=(*table.origin, "global_indexes", one.name),
                    message=f"each `terraform apply` sets the capacity of index `{one.name}` back to its least",
                    help="write one number as its capacity, or have the table on demand",
                    on_key=True,
                )


RULES = (Rule(LOST, lost), Rule(NO_RECOVERY, no_recovery), Rule(INDEX, index))
