"""The rules of the groups of databases."""

from collections import defaultdict
from collections.abc import Iterator
from ipaddress import IPv4Network
from typing import NamedTuple

from infraspec.analysis.admission import Admission, Party
from infraspec.analysis.blocks import runs
from infraspec.analysis.coverage import Flow, flow, overlaps
from infraspec.analysis.databases import Database, databases, is_public, what
from infraspec.analysis.internet import is_world
from infraspec.analysis.stores import Cache, stores
from infraspec.diagnostic import Edit, Finding, Fix, Level, Problem, Related, fix
from infraspec.graph.docdb import DocDbCluster
from infraspec.graph.elasticache import ReplicationGroup
from infraspec.graph.graph import Graph
from infraspec.graph.security_groups import IngressRule, Permission, SecurityGroup
from infraspec.rules.advice.database_examples import PAGE, a_database
from infraspec.rules.rule import Rule

WRONG_PORT = Problem(
    code="SEC210",
    name="database-port-not-let-in",
    level=Level.WARNING,
    title="A database or a cache whose groups let other ports in than its own",
    explanation="It listens on one port, and no rule of its groups is for it: MySQL and MariaDB listen on 3306, PostgreSQL on 5432, SQL Server "
    "on 1433, Oracle on 1521, DocumentDB on 27017, Valkey and Redis on 6379, Memcached on 11211, unless `port` says otherwise.",
    bad=a_database("tcp: 5432, from: 10.0.0.0/16", mark="  # <- SEC210"),
    good=a_database(),
    source=PAGE,
)
FROM_OUTSIDE = Problem(
    code="SEC304",
    name="database-open-to-public-addresses",
    level=Level.NOTE,
    title="A database's group lets in public addresses",
    explanation="A database without a public address is never reached from there, so the rule does nothing; one with a public address is "
    "reached across the internet. Machines of the VPC come from private addresses.",
    bad=a_database("tcp: 3306, from: 203.0.114.0/24", mark="  # <- SEC304"),
    good=a_database(),
    source=PAGE,
)


class _Listening(NamedTuple):
    """What listens on one port."""

    node: Database | DocDbCluster | Cache
    what: str
    engine: str


def _listening(graph: Graph) -> Iterator[_Listening]:
    for database in databases(graph):
        yield _Listening(database, what(database), database.engine)
    for store in stores(graph):
        engine = "DocumentDB" if isinstance(store.node, DocDbCluster) else "memcached"
        yield _Listening(
            store.node, store.what, store.node.engine if isinstance(store.node, ReplicationGroup) else engine
        )


def wrong_port(graph: Graph) -> Iterator[Finding]:
    """Ask the groups of each database about its port, where each port that they let in is no database's."""
    admission = Admission(graph)
    anyone = Party(frozenset(one.key for one in graph.of(SecurityGroup)), runs([IPv4Network("0.0.0.0/0")]))
    ports: dict[str, set[int]] = defaultdict(set)
    for database, _, _ in _listening(graph):
        for group in database.security_groups:
            ports[group.key].add(database.port)
    for database, kind, engine in _listening(graph):
        party = Party(frozenset(one.key for one in database.security_groups), runs([]))
        if admission.allows("ingress", party, anyone, _tcp(database.port)):
            continue
        others = {port for group in database.security_groups for port in ports[group.key]}
        any_tcp = admission.allows("ingress", party, anyone, Flow("tcp", 0, 65535, ""))
        if not any_tcp or any(admission.allows("ingress", party, anyone, _tcp(port)) for port in others):
            continue
        first = graph.get(database.security_groups[0])
        yield Finding(
            problem=WRONG_PORT,
            at=(*first.origin, "ingress"),
            message=f"{kind} `{database.key}` listens on {database.port}, which `{first.key}` lets nobody in on",
            related=(Related(at=database.origin, label=f"{engine}, port {database.port}", on_key=True),),
            help=f"write `tcp: {database.port}` in the rule",
            fixes=_rewritten(graph, first, database.port),
        )


def _rewritten(graph: Graph, group: SecurityGroup, port: int) -> tuple[Fix, ...]:
    """The port in the one rule of a group, where there is one alone and it is about TCP."""
    lines: list[Permission | IngressRule] = [*group.ingress]
    lines += [one for one in graph.of(IngressRule) if one.group == group.address]
    origins = {(one.origin, one.protocol) for one in lines}
    if len(origins) != 1 or next(iter(origins))[1] != "tcp":
        return ()
    return fix(f"write `tcp: {port}` in the rule", Edit((*lines[0].origin, "tcp"), str(port)))


def _tcp(port: int) -> Flow:
    return Flow("tcp", port, port, "")


def from_outside(graph: Graph) -> Iterator[Finding]:
    """Look for public blocks, short of the whole internet, in the groups of databases."""
    owners = {group.key: one for one in databases(graph) for group in one.security_groups}
    for group in graph.of(SecurityGroup):
        database = owners.get(group.key)
        for permission in group.ingress if database else ():
            block = permission.cidr_ipv4
            asked = flow(permission.protocol, permission.from_port, permission.to_port, permission.peer)
            if database is None or block is None or is_world(block) or not overlaps(asked, _tcp(database.port)):
                continue
            if IPv4Network(block).is_private:
                continue
            seen = "has a public address" if is_public(graph, database) else "has no public address"
            yield Finding(
                problem=FROM_OUTSIDE,
                at=permission.origin,
                message=f"`{group.key}` lets the public addresses {block} in to {what(database)} `{database.key}`",
                related=(Related(at=database.origin, label=seen, on_key=True),),
                help="write a group of the VPC, or the private block that they come from",
            )


RULES = (Rule(WRONG_PORT, wrong_port, needs_whole=True), Rule(FROM_OUTSIDE, from_outside))
