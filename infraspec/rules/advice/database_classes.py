"""Advice about the classes of databases."""

from collections.abc import Iterator
from difflib import get_close_matches
from functools import lru_cache

from infraspec.analysis.databases import Classed, classed
from infraspec.data.database_classes import PREVIOUS, classes, date
from infraspec.data.instance_types import types
from infraspec.diagnostic import Finding, Level, Problem, Related, choices
from infraspec.graph.graph import Graph
from infraspec.rules.rule import Rule
from infraspec.rules.services.database_examples import a_database

PREVIOUS_CLASS = Problem(
    code="RDS135",
    name="previous-generation-class",
    level=Level.NOTE,
    title="A database class of a previous generation",
    explanation="Newer classes do more for the same money, and RDS ends the old ones one after another.",
    bad=a_database("", **{"class": "db.m4.large  # <- RDS135"}),
    good=a_database("", **{"class": "db.m7g.large"}),
    source="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.Types.html",
)


def _family(one: Classed) -> str:
    return one.instance_class.removeprefix("db.").partition(".")[0]


def previous_class(graph: Graph) -> Iterator[Finding]:
    """Look each family up."""
    for one in classed(graph):
        if _family(one) in PREVIOUS and one.instance_class.removeprefix("db.") in types():
            yield Finding(
                problem=PREVIOUS_CLASS,
                at=one.at,
                message=f"`{one.instance_class}` is of a previous generation",
                help="choose a class such as db.t4g, db.m7g or db.r7g, or for Oracle and SQL Server db.t3, db.m7i or db.r7i",
            )


OTHER_ENGINE = Problem(
    code="RDS138",
    name="class-not-for-engine",
    level=Level.WARNING,
    title="A class that RDS is not known to offer for the engine",
    explanation="Oracle and SQL Server do not run on Graviton, SQL Server Express runs on the smallest classes alone, and so "
    "on. What is offered is known as of a date; `aws rds describe-orderable-db-instance-options` says what holds today.",
    bad=a_database("", engine="sqlserver-se", version='"16.00"', **{"class": "db.m7g.large  # <- RDS138"}),
    good=a_database("", engine="sqlserver-se", version='"16.00"', **{"class": "db.m7i.large"}),
    source="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.html",
)


@lru_cache(maxsize=16)
def _families(engine: str) -> frozenset[str]:
    return frozenset(name.split(".")[1] for name in classes(engine))


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    """The families of some engine, each with a name for all its sizes."""
    engines = (
        "aurora-mysql",
        "aurora-postgresql",
        "mariadb",
        "mysql",
        "mysql-cluster",
        "oracle-ee",
        "oracle-se2",
        "postgres",
        "sqlserver-ee",
        "sqlserver-ex",
        "sqlserver-se",
    )
    return frozenset(family for engine in engines for family in _families(engine))


def other_engine(graph: Graph) -> Iterator[Finding]:
    """Look each class up among those of its engine; what is no class at all is reported as such."""
    for one in classed(graph):
        name, offered = one.instance_class, classes(one.engine)
        if name in offered or not offered or _family(one) not in _known() or name.removeprefix("db.") not in types():
            continue
        close = get_close_matches(name, sorted(offered), n=1, cutoff=0.6)
        yield Finding(
            problem=OTHER_ENGINE,
            at=one.at,
            message=f"RDS had no `{name}` for {one.engine.removesuffix('-cluster')} in {date()}",
            related=(Related(at=one.engine_at, label="this engine"),),
            help=f"write one such as {close[0]}" if close else "choose another class",
            fixes=choices(one.at, close),
        )


RULES = (
    Rule(PREVIOUS_CLASS, previous_class),
    Rule(OTHER_ENGINE, other_engine),
)
