"""Storage of databases: sizes, speeds and encryption."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from infraspec.analysis.databases import databases, originals, what
from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, choices, fix, nearest_bound
from infraspec.graph.graph import Graph
from infraspec.graph.rds import DbInstance
from infraspec.rules.rule import Rule
from infraspec.rules.services.database_examples import API, a_database

_STORAGE = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html"


def _example(lines: str) -> str:
    return a_database(lines, storage_gib=None, **{"class": "db.m6g.large"})


SIZE = Problem(
    code="RDS106",
    name="database-storage-size",
    level=Level.ERROR,
    title="More or less storage than RDS gives a database",
    explanation="gp2 and gp3 volumes have 20 to 65,536 GiB (SQL Server to 16,384), io1 and io2 100 to 65,536, and `standard` 5 to 3,072.",
    bad=_example("    storage_gib: 10  # <- RDS106\n"),
    good=_example("    storage_gib: 20\n"),
    source=API,
)
_SIZES = {"gp2": (20, 65536), "gp3": (20, 65536), "io1": (100, 65536), "io2": (100, 65536), "standard": (5, 3072)}


def _instances(graph: Graph) -> Iterator[DbInstance]:
    """Those with storage of their own to speak of."""
    return (one for one in graph.of(DbInstance) if one.source is None)


def size(graph: Graph) -> Iterator[Finding]:
    """Compare each size with the bounds of its kind of volume."""
    for database in _instances(graph):
        smallest, largest = _SIZES[database.storage_type]
        if database.engine.startswith("sqlserver"):
            smallest, largest = 20, min(largest, 16384)
        for field, value in (
            ("storage_gib", database.allocated_storage),
            ("max_storage_gib", database.max_allocated_storage),
        ):
            if value is not None and not smallest <= value <= largest:
                yield Finding(
                    problem=SIZE,
                    at=(*database.origin, field),
                    message=f"a {database.storage_type} volume of {database.engine} cannot have {value:,} GiB",
                    help=f"write {smallest} to {largest}",
                    fixes=nearest_bound((*database.origin, field), value, smallest, largest),
                )


SPEED = Problem(
    code="RDS107",
    name="database-storage-speed",
    level=Level.ERROR,
    title="An I/O rate that the volume of a database cannot have",
    explanation="io1 and io2 volumes need `iops`, 1,000 or more and from half of to fifty times their GiB. A gp3 volume has 3,000 and 125 "
    "MiB/s; only from 400 GiB on (Oracle 200, SQL Server any size) can it be given more: 12,000 to 64,000 and 500 to 4,000 MiB/s "
    "(SQL Server 3,000 to 16,000, from half of to five hundred times its GiB, and 125 to 1,000). Other volumes take "
    "neither.",
    bad=_example("    storage_gib: 20\n    iops: 6000  # <- RDS107\n"),
    good=_example("    storage_gib: 400\n    iops: 12000\n"),
    source=_STORAGE,
)


class _Gp3(NamedTuple):
    """From which size on a gp3 volume can be made faster, and how much."""

    gib: int
    iops: tuple[int, int]
    throughput: tuple[int, int]


_GP3 = {
    "oracle": _Gp3(200, (12000, 64000), (500, 4000)),
    "sqlserver": _Gp3(20, (3000, 16000), (125, 1000)),
}
_GP3_OTHERS = _Gp3(400, (12000, 64000), (500, 4000))


def speed(graph: Graph) -> Iterator[Finding]:
    """Compare each rate with what the kind and the size of the volume allow."""
    for database in _instances(graph):
        if database.storage_type == "gp3":
            yield from _gp3(database)
        else:
            yield from _other(database)


def _gp3(database: DbInstance) -> Iterator[Finding]:
    kind, gib = database.engine.partition("-")[0], database.allocated_storage
    bounds = _GP3.get(kind, _GP3_OTHERS)
    lowest, highest = bounds.iops
    if kind == "sqlserver":
        lowest, highest = max(lowest, gib // 2 + 1), min(highest, 500 * gib - 1)
    given = (("iops", database.iops, (lowest, highest)), ("throughput", database.storage_throughput, bounds.throughput))
    for field, value, (least, most) in given:
        if value is None:
            continue
        if gib < bounds.gib:
            message = f"a gp3 volume of {kind} below {bounds.gib} GiB has 3,000 IOPS and 125 MiB/s, and no others"
            yield _speed(database, field, message, f"remove `{field}`, or write `storage_gib: {bounds.gib}` or more")
        elif not least <= value <= most:
            message = f"a gp3 volume of {gib:,} GiB of {kind} cannot have {field} of {value:,}"
            yield _speed(database, field, message, f"write {least} to {most}")


def _other(database: DbInstance) -> Iterator[Finding]:
    kind, size = database.storage_type, database.allocated_storage
    if database.storage_throughput is not None:
        yield _speed(
            database,
            "throughput",
            f"a {kind} volume takes no throughput",
            "remove `throughput`, or write `storage_type: gp3`",
        )
    if kind not in ("io1", "io2"):
        if database.iops is not None:
            yield _speed(
                database, "iops", f"a {kind} volume takes no IOPS", "remove `iops`, or write `storage_type: io2`"
            )
        return
    least = 1 if database.engine.startswith("sqlserver") else 0.5
    lowest, highest = max(1000, int(least * size)), 50 * size
    if database.iops is None or not lowest <= database.iops <= highest:
        found = "has none" if database.iops is None else f"has {database.iops:,}"
        yield _speed(
            database, "iops", f"a {kind} volume of {size:,} GiB needs IOPS, and {found}", f"write {lowest} to {highest}"
        )


def _speed(database: DbInstance, field: str, message: str, help_: str) -> Finding:
    at = (*database.origin, field)
    related = (Related(at=(*database.origin, "storage_gib"), label="its size"),)
    is_surplus = help_.startswith("remove")
    fixes = fix(f"remove `{field}`", Edit(at, how=How.REMOVE)) if is_surplus else ()
    return Finding(problem=SPEED, at=at, message=message, related=related, help=help_, fixes=fixes)


GROWTH = Problem(
    code="RDS108",
    name="database-storage-growth",
    level=Level.ERROR,
    title="A limit of growth that leaves no room to grow",
    explanation="Storage grows by itself in steps of at least a tenth, up to `max_storage_gib`, which is therefore at least a tenth above "
    "`storage_gib`. It never shrinks.",
    bad=_example("    storage_gib: 100\n    max_storage_gib: 100  # <- RDS108\n"),
    good=_example("    storage_gib: 100\n    max_storage_gib: 200\n"),
    source="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.StorageTypes.html",
)


def growth(graph: Graph) -> Iterator[Finding]:
    """Compare each limit with the size at first."""
    for database in graph.of(DbInstance):
        limit, now = database.max_allocated_storage, database.allocated_storage
        if limit is not None and limit * 10 < now * 11:
            least = -(-now * 11 // 10)
            yield Finding(
                problem=GROWTH,
                at=(*database.origin, "max_storage_gib"),
                message=f"the storage of `{database.key}` cannot grow from {now:,} to {limit:,} GiB",
                related=(Related(at=(*database.origin, "storage_gib"), label="its size at first"),),
                help=f"write {least} or more, or remove `max_storage_gib`",
                fixes=fix(f"write {least}", Edit((*database.origin, "max_storage_gib"), str(least)))
                if least <= _SIZES[database.storage_type][1]
                else (),
            )


NOT_ENCRYPTED = Problem(
    code="RDS113",
    name="database-not-encrypted",
    level=Level.WARNING,
    title="A database whose storage is not encrypted",
    explanation="Encryption costs nothing and cannot be switched on later: the database would have to be copied. It is on unless the "
    "spec says otherwise.",
    bad=_example("    storage_gib: 20\n    encrypted: false  # <- RDS113\n"),
    good=_example("    storage_gib: 20\n"),
    source="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html",
)
NO_ENCRYPTION = Problem(
    code="RDS114",
    name="database-encryption-conflict",
    level=Level.ERROR,
    title="Encryption that contradicts the rest of a database",
    explanation="A key makes sense only for storage that is encrypted, and the oldest classes (db.m1, db.m2, db.t2.micro) cannot encrypt.",
    bad=_example("    storage_gib: 20\n").replace("db.m6g.large", "db.t2.micro  # <- RDS114"),
    good=_example("    storage_gib: 20\n").replace("db.m6g.large", "db.t3.micro"),
    source="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html",
)
_CANNOT_ENCRYPT = r"db\.(?:m1|m2)\.|db\.t2\.micro\Z|db\.t1\."


def not_encrypted(graph: Graph) -> Iterator[Finding]:
    """Look for storage in the clear."""
    for database in originals(graph):
        if not database.storage_encrypted and database.kms_key_id is None:
            yield Finding(
                problem=NOT_ENCRYPTED,
                at=(*database.origin, "encrypted"),
                message=f"the storage of `{database.key}` is not encrypted, and cannot be later",
                help="remove `encrypted: false`",
                fixes=fix("remove `encrypted: false`", Edit((*database.origin, "encrypted"), how=How.REMOVE)),
            )


def no_encryption(graph: Graph) -> Iterator[Finding]:
    """Compare each key and class with whether the storage is encrypted."""
    for database in databases(graph):
        if database.kms_key_id is not None and not database.storage_encrypted:
            yield Finding(
                problem=NO_ENCRYPTION,
                at=(*database.origin, "kms_key"),
                message=f"{what(database)} `{database.key}` has a key, but is not encrypted",
                related=(Related(at=(*database.origin, "encrypted"), label="not encrypted"),),
                help="remove `encrypted: false`, or `kms_key`",
                fixes=fix("remove `encrypted: false`", Edit((*database.origin, "encrypted"), how=How.REMOVE)),
            )
        if database.storage_encrypted and re.match(_CANNOT_ENCRYPT, database.instance_class or ""):
            yield Finding(
                problem=NO_ENCRYPTION,
                at=(*database.origin, "class"),
                message=f"`{database.instance_class}` cannot encrypt its storage",
                label=f"database `{database.key}` is encrypted",
                help="write a newer class such as `db.t3.micro`",
                fixes=choices((*database.origin, "class"), ["db.t3.micro"]),
            )


RULES = (
    Rule(SIZE, size),
    Rule(SPEED, speed),
    Rule(GROWTH, growth),
    Rule(NOT_ENCRYPTED, not_encrypted),
    Rule(NO_ENCRYPTION, no_encryption),
)
