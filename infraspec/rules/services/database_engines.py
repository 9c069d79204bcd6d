"""What databases run and listen on."""

import re
from collections.abc import Iterator

from infraspec.diagnostic import Finding, Level, Problem, Related
from infraspec.graph.graph import Graph
from infraspec.graph.rds import DbInstance
from infraspec.rules.rule import Rule

_API = "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html"

_NETWORK = """version: 1
name: demo
region: ap-northeast-2
vpcs:
  main:
    cidr: 10.0.0.0/16
    tiers:
      data: {subnets: {data-a: {zone: a, cidr: 10.0.0.0/24}, data-c: {zone: c, cidr: 10.0.1.0/24}}}
    security_groups: {db: {egress: []}}
"""
_DATABASE = """databases:
  orders:
    engine: mysql
    version: "8.4"
    class: db.t4g.medium
    storage_gib: 20
    security_groups: [db]
"""


def _example(lines: str) -> str:
    """A database in two zones with these lines."""
    return _NETWORK + _DATABASE + "    subnets: tier:data\n" + lines


_SQL_SERVER_PORTS = frozenset({1234, 1434, 3260, 3343, 3389, 47001, *range(49152, 49157)})

PORT = Problem(
    code="RDS110",
    name="database-port",
    level=Level.ERROR,
    title="A port that RDS does not let a database listen on",
    explanation="RDS takes ports 1150 to 65535, and for SQL Server not 1234, 1434, 3260, 3343, 3389, 47001 or 49152 to 49156.",
    bad=_example("    port: 80  # <- RDS110\n"),
    good=_example("    port: 3307\n"),
    source=_API,
)


def port_of_database(graph: Graph) -> Iterator[Finding]:
    """Compare each port with RDS's bounds."""
    for database in graph.of(DbInstance):
        taken = database.engine.startswith("sqlserver") and database.port in _SQL_SERVER_PORTS
        if taken or not 1150 <= database.port <= 65535:
            yield Finding(
                problem=PORT,
                at=(*database.origin, "port"),
                message=f"database `{database.key}` cannot listen on port {database.port}",
                label="kept for SQL Server itself" if taken else "not of 1150 to 65535",
                help="leave `port` out for the engine's own, or write another of 1150 to 65535",
            )


_ENDED = {"mysql": (5, 7), "postgres": (11,)}

OLD_VERSION = Problem(
    code="RDS116",
    name="engine-version-past-support",
    level=Level.WARNING,
    title="An engine version whose standard support has ended",
    explanation="RDS makes no new databases of some of these, and bills extended support for the others by the hour and processor. "
    "Ended by 2026-05: MySQL 5.7 and older, PostgreSQL 11 and older.",
    bad=_example("").replace('"8.4"', '"5.7"  # <- RDS116'),
    good=_example(""),
    source="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/extended-support.html",
)


def old_version(graph: Graph) -> Iterator[Finding]:
    """Compare each version with the last whose support has ended."""
    for database in graph.of(DbInstance):
        last = _ENDED.get(database.engine)
        numbers = tuple(int(part) for part in re.findall(r"[0-9]+", database.engine_version)[: len(last or ())])
        if last is not None and numbers <= last:
            yield Finding(
                problem=OLD_VERSION,
                at=(*database.origin, "version"),
                message=f"standard support for {database.engine} {database.engine_version} has ended",
                related=(Related(at=(*database.origin, "engine"), label="this engine"),),
                help="write a newer version",
            )


RULES = (Rule(PORT, port_of_database), Rule(OLD_VERSION, old_version))
