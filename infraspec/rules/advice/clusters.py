"""Advice about clusters of databases, and about options that stay."""

from collections.abc import Iterator

from infraspec.analysis.databases import members
from infraspec.diagnostic import Finding, Level, Problem, Related
from infraspec.graph.graph import Graph
from infraspec.graph.rds import OptionGroup
from infraspec.graph.rds_cluster import DbCluster
from infraspec.rules.rule import Rule
from infraspec.rules.services.cluster_examples import an_aurora
from infraspec.rules.services.database_examples import a_database

ALONE = Problem(
    code="AUR106",
    name="aurora-without-reader",
    level=Level.NOTE,
    title="A cluster of Aurora without an instance that takes over",
    explanation="When its one instance fails, Aurora has to make another before anybody is answered. A reader takes over within half a "
    "minute, and answers reads until then. It is not missed in tests.",
    bad=an_aurora(instances="1  # <- AUR106"),
    good=an_aurora(instances="2"),
    source="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html",
)


def alone(graph: Graph) -> Iterator[Finding]:
    """Count the instances of each cluster."""
    for cluster in graph.of(DbCluster):
        if cluster.is_aurora and len(members(graph, cluster)) == 1:
            at = (*cluster.origin, "instances")
            message = f"cluster `{cluster.key}` has one instance, and none that takes over"
            yield Finding(problem=ALONE, at=at, message=message, help="write `instances: 2`")


STAYS = Problem(
    code="RDS142",
    name="option-that-stays",
    level=Level.NOTE,
    title="An option that a database keeps",
    explanation="A persistent option cannot be taken from an option group while a database uses it, and a permanent one never from a "
    "database: Oracle's `TDE`, `TDE_HSM` and `Timezone`, and SQL Server's `TDE`. Its snapshots are restored with the option alone.",
    bad=a_database(
        "    options: [TDE]  # <- RDS142\n", engine="oracle-ee", version='"19"', **{"class": "db.m7i.large"}
    ),
    good=a_database("", engine="oracle-ee", version='"19"', **{"class": "db.m7i.large"}),
    source="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithOptionGroups.html",
)
_STAYING = {"oracle": ("TDE", "TDE_HSM", "Timezone"), "sqlserver": ("TDE",)}


def stays(graph: Graph) -> Iterator[Finding]:
    """Look for options that cannot be taken away."""
    for group in graph.of(OptionGroup):
        for option in group.options:
            if option.option_name in _STAYING.get(group.engine_name.partition("-")[0], ()):
                yield Finding(
                    problem=STAYS,
                    at=group.origin,
                    message=f"a database that has had the option `{option.option_name}` keeps it",
                    related=(Related(at=(*group.origin[:-1], "engine"), label="of this engine"),),
                    help="choose another kind of encryption or time, or leave it for good",
                )


RULES = (Rule(ALONE, alone), Rule(STAYS, stays))
