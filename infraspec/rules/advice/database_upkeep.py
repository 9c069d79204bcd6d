"""Advice about databases: their classes, storage and versions."""

from collections.abc import Iterator
from difflib import get_close_matches
from functools import lru_cache

from infraspec.analysis.databases import Classed, Database, classed, members, originals
from infraspec.data.database_classes import PREVIOUS, classes, date
from infraspec.data.engine_versions import VERSIONS_DATE
from infraspec.data.instance_types import types
from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, choices, fix
from infraspec.graph.graph import Graph
from infraspec.graph.rds import DbInstance
from infraspec.rules.rule import Rule
from infraspec.rules.services.database_engines import engine_of
from infraspec.rules.services.database_examples import a_database

_STORAGE = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html"
_CLASSES = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.html"
_UPGRADES = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html"

NO_GROWTH = Problem(
    code="RDS133",
    name="storage-does-not-grow",
    level=Level.NOTE,
    title="A database whose storage does not grow by itself",
    explanation="A database whose storage is full stops. With `max_storage_gib` RDS adds storage before that, up to there; "
    "nothing is billed until it does.",
    bad=a_database("").replace("storage_gib: 20", "storage_gib: 20  # <- RDS133"),
    good=a_database("    max_storage_gib: 100\n"),
    source="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.Autoscaling.html",
)


def no_growth(graph: Graph) -> Iterator[Finding]:
    """Look for a limit of growth."""
    for database in graph.of(DbInstance):
        if database.source is None and database.max_allocated_storage is None:
            yield Finding(
                problem=NO_GROWTH,
                at=(*database.origin, "storage_gib"),
                message=f"the storage of database `{database.key}` does not grow when it is full",
                help="add `max_storage_gib:`",
            )


OLDER = Problem(
    code="RDS134",
    name="older-database-storage",
    level=Level.NOTE,
    title="Storage of a kind that has an heir",
    explanation="gp3 costs what gp2 does or less, and has 3,000 IOPS at any size. io2 costs what io1 does and fails less. "
    "`standard` is a disk, slow and of at most 3 TiB.",
    bad=a_database("    storage_type: gp2  # <- RDS134\n"),
    good=a_database("    storage_type: gp3\n"),
    source=_STORAGE,
)
_HEIRS = {"gp2": "gp3", "io1": "io2", "standard": "gp3"}


def older(graph: Graph) -> Iterator[Finding]:
    """Look each kind up."""
    for database in originals(graph):
        heir = _HEIRS.get(database.storage_type)
        if heir is not None:
            message = f"the storage of database `{database.key}` is {database.storage_type}, which {heir} has replaced"
            at = (*database.origin, "storage_type")
            fixes = fix(f"write {heir}", Edit(at, heir))
            yield Finding(problem=OLDER, at=at, message=message, help=f"write {heir}", fixes=fixes)


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
    source=_CLASSES,
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


NO_UPGRADES = Problem(
    code="RDS136",
    name="no-minor-upgrades",
    level=Level.NOTE,
    title="A database that gets no minor upgrades",
    explanation="Minor versions mend security and data loss. Without them somebody has to remember; RDS upgrades by itself "
    "only when a version is about to end.",
    bad=a_database("    auto_minor_version_upgrade: false  # <- RDS136\n"),
    good=a_database("    auto_minor_version_upgrade: true\n"),
    source=_UPGRADES,
)
PINNED = Problem(
    code="RDS137",
    name="pinned-version-that-upgrades",
    level=Level.NOTE,
    title="An exact version of a database that upgrades itself",
    explanation="RDS installs the next minor version in the maintenance window, and from then on the spec names an older one "
    "than there is. Terraform then asks for the way back, which RDS refuses, and a stack made anew gets the old version. "
    'The major version alone holds for all of them: `"8.4"`.',
    bad=a_database("", version='"8.4.8"  # <- RDS137'),
    good=a_database("", version='"8.4"'),
    source=_UPGRADES,
)


def no_upgrades(graph: Graph) -> Iterator[Finding]:
    """Look for the setting."""
    for database in graph.of(DbInstance):
        if not database.auto_minor_version_upgrade:
            at = (*database.origin, "auto_minor_version_upgrade")
            message = f"database `{database.key}` gets no minor upgrades"
            help_ = "remove it, and choose a `maintenance_window`"
            fixes = fix("remove it", Edit(at, how=How.REMOVE))
            yield Finding(problem=NO_UPGRADES, at=at, message=message, help=help_, fixes=fixes)


def _upgrades(graph: Graph, database: Database) -> bool:
    """Whether minor versions are installed: of a Multi-AZ cluster always, of Aurora by what its instances say."""
    if isinstance(database, DbInstance):
        return database.auto_minor_version_upgrade
    return all(one.auto_minor_version_upgrade for one in members(graph, database))


def pinned(graph: Graph) -> Iterator[Finding]:
    """Look for versions of more numbers than a major one has, where RDS may raise the last and still does."""
    for database in originals(graph):
        engine, major = engine_of(database)
        short = ".".join(str(number) for number in major)
        is_exact = engine.ends.get(major, "") >= VERSIONS_DATE and database.engine_version.startswith(f"{short}.")
        if _upgrades(graph, database) and is_exact:
            yield Finding(
                problem=PINNED,
                at=(*database.origin, "version"),
                message=f"database `{database.key}` is to be {database.engine_version}, and upgrades itself",
                help=f'write "{short}", or `auto_minor_version_upgrade: false`',
                fixes=fix(f'write "{short}"', Edit((*database.origin, "version"), f'"{short}"')),
            )


ENDING = Problem(
    code="RDS139",
    name="engine-version-ends-soon",
    level=Level.NOTE,
    title="An engine version whose standard support ends within a year",
    explanation="From that day RDS bills extended support by the hour and processor. A new database begins with a newer "
    f"version; one that exists is upgraded in time. The dates are known as of {VERSIONS_DATE}.",
    bad=a_database("", version='"8.0"  # <- RDS139'),
    good=a_database("", version='"8.4"'),
    source="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/extended-support.html",
)
_YEAR_ON = f"{int(VERSIONS_DATE[:4]) + 1}{VERSIONS_DATE[4:]}"


def ending(graph: Graph) -> Iterator[Finding]:
    """Compare the end of each version's support with a year after the date of the table."""
    for database in originals(graph):
        engine, major = engine_of(database)
        end = engine.ends.get(major, "")
        if VERSIONS_DATE <= end < _YEAR_ON:
            yield Finding(
                problem=ENDING,
                at=(*database.origin, "version"),
                message=f"standard support for {database.engine} {database.engine_version} ends on {end}",
                label=f"as known in {VERSIONS_DATE}",
                help=f'write "{engine.example}"',
                fixes=fix(f'write "{engine.example}"', Edit((*database.origin, "version"), f'"{engine.example}"')),
            )


RULES = (
    Rule(NO_GROWTH, no_growth),
    Rule(OLDER, older),
    Rule(PREVIOUS_CLASS, previous_class),
    Rule(OTHER_ENGINE, other_engine),
    Rule(NO_UPGRADES, no_upgrades),
    Rule(PINNED, pinned),
    Rule(ENDING, ending),
)
