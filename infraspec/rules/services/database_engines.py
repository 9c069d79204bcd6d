"""What databases run and listen on."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import lru_cache

from infraspec.analysis.databases import Database, classed, databases, originals, what
from infraspec.data.engine_versions import ENGINES, VERSIONS_DATE, Engine
from infraspec.data.instance_types import date, types
from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, choices, fix
from infraspec.graph.graph import Graph
from infraspec.graph.rds import DbInstance
from infraspec.rules.rule import Rule
from infraspec.rules.services.database_examples import API, a_database

_SQL_SERVER_PORTS = frozenset({1234, 1434, 3260, 3343, 3389, 47001, *range(49152, 49157)})

PORT = Problem(
    code="RDS110",
    name="database-port",
    level=Level.ERROR,
    title="A port that RDS does not let a database listen on",
    explanation="RDS takes ports 1150 to 65535, and for SQL Server not 1234, 1434, 3260, 3343, 3389, 47001 or 49152 to 49156.",
    bad=a_database("    port: 80  # <- RDS110\n"),
    good=a_database("    port: 3307\n"),
    source=API,
)


def port_of_database(graph: Graph) -> Iterator[Finding]:
    """Compare each port with RDS's bounds."""
    for database in databases(graph):
        taken = database.engine.startswith("sqlserver") and database.port in _SQL_SERVER_PORTS
        if taken or not 1150 <= database.port <= 65535:
            yield Finding(
                problem=PORT,
                at=(*database.origin, "port"),
                message=f"{what(database)} `{database.key}` cannot listen on port {database.port}",
                label="kept for SQL Server itself" if taken else "not of 1150 to 65535",
                help="remove `port` for the engine's own, or write 1150 to 65535",
                fixes=fix("remove `port`", Edit((*database.origin, "port"), how=How.REMOVE)),
            )


OLD_VERSION = Problem(
    code="RDS116",
    name="engine-version-past-support",
    level=Level.WARNING,
    title="An engine version whose standard support has ended",
    explanation="RDS makes no new databases of some of these, and bills extended support for the others by the hour and processor. "
    f"Ended by {VERSIONS_DATE}: MySQL 5.7, MariaDB 10.5 and PostgreSQL 13, and all that are older.",
    bad=a_database("").replace('"8.4"', '"5.7"  # <- RDS116'),
    good=a_database(""),
    source="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/extended-support.html",
)


def engine_of(database: Database) -> tuple[Engine, tuple[int, ...]]:
    """What is known of a database's engine, and its major version."""
    engine = ENGINES.get(database.engine) or ENGINES[database.engine.partition("-")[0]]
    return engine, tuple(int(part) for part in re.findall(r"[0-9]+", database.engine_version)[: engine.length])


def old_version(graph: Graph) -> Iterator[Finding]:
    """Compare the end of each version's support with the date of the table, so that a spec means the same every day."""
    for database in originals(graph):
        engine, major = engine_of(database)
        ended = engine.ends.get(major, "")
        if not engine.ends or (major > min(engine.ends) and not ended) or ended >= VERSIONS_DATE:
            continue
        yield Finding(
            problem=OLD_VERSION,
            at=(*database.origin, "version"),
            message=f"standard support for {database.engine} {database.engine_version} has ended",
            label=f"on {ended}, as known in {VERSIONS_DATE}" if ended else f"as known in {VERSIONS_DATE}",
            related=(Related(at=(*database.origin, "engine"), label="this engine"),),
            help=f'write a newer version, such as "{engine.example}"',
            fixes=choices((*database.origin, "version"), [f'"{engine.example}"']),
        )


UNKNOWN_VERSION = Problem(
    code="RDS127",
    name="unknown-engine-version",
    level=Level.WARNING,
    title="An engine version that RDS is not known to have",
    explanation=f"Major versions are compared with a list of {VERSIONS_DATE}; one that is younger can be used all the same. "
    "`aws rds describe-db-engine-versions` says what there is today.",
    bad=a_database("").replace('"8.4"', '"8.5"  # <- RDS127'),
    good=a_database(""),
    source="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html",
)


def unknown_version(graph: Graph) -> Iterator[Finding]:
    """Look each major version up."""
    for database in originals(graph):
        engine, major = engine_of(database)
        if major not in engine.known:
            yield Finding(
                problem=UNKNOWN_VERSION,
                at=(*database.origin, "version"),
                message=f"no version {database.engine_version} of {database.engine} is in the list of {VERSIONS_DATE}",
                related=(Related(at=(*database.origin, "engine"), label="this engine"),),
                help=f'write one such as "{engine.example}"',
                fixes=choices((*database.origin, "version"), [f'"{engine.example}"']),
            )


UNKNOWN_CLASS = Problem(
    code="RDS115",
    name="unknown-database-class",
    level=Level.ERROR,
    title="A class that databases do not have",
    explanation="A class is `db.` and a family and size of EC2, such as `db.t4g.medium`. Families and sizes are known as of a date; "
    "of a family that is newer nothing is said.",
    bad=a_database("").replace("db.t4g.medium", "db.t4g.mediun  # <- RDS115"),
    good=a_database(""),
    source="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.html",
)
_OPTIMIZED = r"\.tpc[0-9]+(?:\.mem[0-9]+x)?\Z"


def unknown_class(graph: Graph) -> Iterator[Finding]:
    """Look each class up among EC2's types; those with processors or memory of their own have more words."""
    for one in classed(graph):
        written = one.instance_class
        name = re.sub(_OPTIMIZED, "", written.removeprefix("db."))
        family = name.partition(".")[0]
        if (
            name in types()
            or name == "serverless"
            or (family not in _families() and re.match(r"[a-z]+[0-9]+[a-z0-9-]*\Z", family))
        ):
            continue
        close = get_close_matches(name, types(), n=1, cutoff=0.7)
        yield Finding(
            problem=UNKNOWN_CLASS,
            at=one.at,
            message=f"RDS has no class `{written}`",
            label=f"did you mean `db.{close[0]}`?" if close else f"not among the sizes of {date()}",
            help=f"write `db.{close[0]}`" if close else "write one such as db.t4g.medium",
            fixes=fix(f"write `db.{close[0]}`", Edit(one.at, f"db.{close[0]}")) if close else (),
        )


@lru_cache(maxsize=1)
def _families() -> frozenset[str]:
    """The families of EC2 whose sizes are known."""
    return frozenset(name.partition(".")[0] for name in types())


NO_STANDBY = Problem(
    code="RDS126",
    name="standby-not-supported",
    level=Level.ERROR,
    title="A standby for an edition that has none",
    explanation="SQL Server Express and Web have no standby in a second zone; Standard and Enterprise have.",
    bad=a_database("    multi_az: true  # <- RDS126\n")
    .replace("mysql", "sqlserver-ex")
    .replace('"8.4"', '"16.00"')
    .replace("t4g.medium", "t3.small"),
    good=a_database("").replace("mysql", "sqlserver-ex").replace('"8.4"', '"16.00"').replace("t4g.medium", "t3.small"),
    source="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_SQLServerMultiAZ.html",
)


def no_standby(graph: Graph) -> Iterator[Finding]:
    """Look for a standby of the two editions."""
    for database in graph.of(DbInstance):
        if database.multi_az and database.engine in ("sqlserver-ex", "sqlserver-web"):
            yield Finding(
                problem=NO_STANDBY,
                at=(*database.origin, "multi_az"),
                message=f"{database.engine}, the engine of `{database.key}`, has no standby",
                related=(Related(at=(*database.origin, "engine"), label="this edition"),),
                help="remove `multi_az`, or write `sqlserver-se`",
                fixes=fix("remove `multi_az`", Edit((*database.origin, "multi_az"), how=How.REMOVE)),
            )


RULES = (
    Rule(PORT, port_of_database),
    Rule(OLD_VERSION, old_version),
    Rule(UNKNOWN_VERSION, unknown_version),
    Rule(UNKNOWN_CLASS, unknown_class),
    Rule(NO_STANDBY, no_standby),
)
