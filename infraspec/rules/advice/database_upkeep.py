"""Advice about databases: their storage and versions."""

from collections.abc import Iterator

from infraspec.analysis.databases import Database, members, originals
from infraspec.data.engine_versions import VERSIONS_DATE
from infraspec.diagnostic import Edit, Finding, How, Level, Problem, fix
from infraspec.graph.graph import Graph
from infraspec.graph.rds import DbInstance
from infraspec.rules.rule import Rule
from infraspec.rules.services.database_engines import engine_of
from infraspec.rules.services.database_examples import a_database

_STORAGE = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html"
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
    Rule(NO_UPGRADES, no_upgrades),
    Rule(PINNED, pinned),
    Rule(ENDING, ending),
)
