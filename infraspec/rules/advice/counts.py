"""More of a kind than an account has by default, whatever else stands in it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from infraspec.data.zones import canonical
from infraspec.diagnostic import Finding, Level, Problem
from infraspec.graph.graph import Graph
from infraspec.graph.iam import Group, ManagedPolicy, Role, User
from infraspec.graph.network_acls import NetworkAcl
from infraspec.graph.rds import DbInstance
from infraspec.graph.rds_cluster import DbClusterInstance
from infraspec.graph.resource import Resource
from infraspec.graph.route53 import HostedZone, RecordSet
from infraspec.graph.security_groups import SecurityGroup
from infraspec.graph.vpc import EgressOnlyGateway, ElasticIp, NatGateway, RouteTable, Vpc, VpcPeeringConnection
from infraspec.rules.rule import Rule

T = TypeVar("T")
K = TypeVar("K")

_VPC_PAGE = "https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html"
_HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\nvpcs:\n"
_NAMES = "abcdef"


def _problem(
    code: str, name: str, title: str, explanation: str, source: str, shown: tuple[str, str] = ("", "")
) -> Problem:
    """A page. What only hundreds of entries exceed has no example."""
    added = " What the account has beside this spec counts too. Quotas are raised on request."
    return Problem(
        code=code,
        name=name,
        level=Level.WARNING,
        title=title,
        explanation=explanation + added,
        bad=shown[0],
        good=shown[1],
        source=source,
    )


def _vpcs(count: int, mark: str = "") -> str:
    """So many VPCs; the last is marked."""
    entries = [f"  vpc-{name}: {{cidr: 10.{position}.0.0/16}}" for position, name in enumerate(_NAMES[:count])]
    return _HEAD + "\n".join(entries) + mark + "\n"


def _addresses(zones: str, gateways: int, mark: str = "") -> str:
    """So many NAT gateways with an Elastic IP address each."""
    nats = ", ".join(
        f"nat-{name}: {{subnet: edge-{zones[at % len(zones)]}}}" for at, name in enumerate(_NAMES[:gateways])
    )
    routes = ", ".join(f"10.{9 + at}.0.0/16: nat-{name}" for at, name in enumerate(_NAMES[:gateways]))
    return (
        _HEAD
        + f"""  main:
    cidr: 10.0.0.0/16
    internet_gateway: igw
    nat_gateways: {{{nats}}}{mark}
    route_tables: {{edge: {{routes: {{0.0.0.0/0: igw}}}}, app: {{routes: {{{routes}}}}}}}
    tiers:
      edge:
        route_table: edge
        subnets: {{edge-a: {{zone: a, cidr: 10.0.0.0/24}}, edge-c: {{zone: c, cidr: 10.0.1.0/24}}}}
      app: {{route_table: app, subnets: {{app-a: {{zone: a, cidr: 10.0.2.0/24}}}}}}
"""
    )


VPCS = _problem(
    "QUO101",
    "too-many-vpcs",
    "More VPCs than a region has by default",
    "A region has five VPCs, and as many internet gateways and egress-only gateways.",
    _VPC_PAGE,
    (_vpcs(6, "  # <- QUO101"), _vpcs(5)),
)
TABLES = _problem(
    "QUO102",
    "too-many-tables",
    "More route tables or network ACLs than a VPC has by default",
    "A VPC has 200 route tables and 200 network ACLs.",
    _VPC_PAGE,
)
ADDRESSES = _problem(
    "QUO104",
    "too-many-addresses",
    "More Elastic IP addresses, or NAT gateways in a zone, than there are by default",
    "A region has five Elastic IP addresses, a zone five NAT gateways, and a NAT gateway two addresses.",
    _VPC_PAGE,
    (_addresses("ac", 6, "  # <- QUO104"), _addresses("ac", 5)),
)
GROUPS = _problem(
    "QUO105",
    "too-many-security-groups",
    "More security groups than a region has by default",
    "A region has 2,500 security groups.",
    _VPC_PAGE,
)
PEERINGS = _problem(
    "QUO110",
    "too-many-peerings",
    "More peerings than a VPC has by default",
    "A VPC has 50 peerings, and never more than 125.",
    _VPC_PAGE,
)
IDENTITIES = _problem(
    "QUO114",
    "too-many-roles",
    "More roles, users or policies than an account has by default",
    "An account has 1,000 roles, as many instance profiles, 5,000 users, 300 groups, and 1,500 policies of its own.",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html",
)
RECORDS = _problem(
    "QUO115",
    "too-many-records",
    "More zones in an account, or records in a zone, than there are by default",
    "An account has 500 hosted zones, and a zone 10,000 records.",
    "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html",
)
DATABASES = _problem(
    "QUO119",
    "too-many-databases",
    "More databases than a region has by default",
    "A region has 40 database instances.",
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html",
)


def _over(problem: Problem, made: Sequence[Resource], most: int, what: str, where: str) -> Iterator[Finding]:
    """Say it at the first that is one too many. What exists already is counted by who made it."""
    ours = [one for one in made if one.existing is None]
    if len(ours) > most:
        yield Finding(
            problem=problem,
            at=ours[most].origin,
            message=f"{where} has {len(ours):,} {what}, and {most:,} by default",
            help="have the quota raised before it is deployed, or make fewer",
            on_key=True,
        )


def _by(made: Iterable[T], holder: Callable[[T], K]) -> dict[K, list[T]]:
    """Resources by what holds them."""
    found: dict[K, list[T]] = defaultdict(list)
    for one in made:
        found[holder(one)].append(one)
    return found


def vpcs(graph: Graph) -> Iterator[Finding]:
    """Count the VPCs."""
    yield from _over(VPCS, graph.of(Vpc), 5, "VPCs", "the region")
    yield from _over(VPCS, graph.of(EgressOnlyGateway), 5, "egress-only gateways", "the region")


def tables(graph: Graph) -> Iterator[Finding]:
    """Count the route tables and network ACLs of each VPC."""
    for vpc, made in _by(graph.of(RouteTable), lambda one: one.vpc.key).items():
        yield from _over(TABLES, made, 200, "route tables", f"VPC `{vpc}`")
    for vpc, lists in _by(graph.of(NetworkAcl), lambda one: one.vpc.key).items():
        yield from _over(TABLES, lists, 200, "network ACLs", f"VPC `{vpc}`")


def addresses(graph: Graph) -> Iterator[Finding]:
    """Count the Elastic IP addresses, and the NAT gateways of each zone."""
    yield from _over(ADDRESSES, graph.of(ElasticIp), 5, "Elastic IP addresses", "the region")
    for zone, made in _by(graph.of(NatGateway), lambda one: canonical(graph.get(one.subnet).zone)).items():
        yield from _over(ADDRESSES, made, 5, "NAT gateways", zone)
    for origin, alike in _by(graph.of(NatGateway), lambda one: one.origin).items():
        count = 1 + len(alike[0].secondary_allocations)
        if count > 2:
            yield Finding(
                problem=ADDRESSES,
                at=(*origin, "addresses"),
                message=f"NAT gateway `{origin[-1]}` has {count} addresses, and two by default",
                help="have the quota raised before it is deployed, or write `addresses: 2`",
                on_key=True,
            )


def groups(graph: Graph) -> Iterator[Finding]:
    """Count the security groups."""
    yield from _over(GROUPS, graph.of(SecurityGroup), 2_500, "security groups", "the region")


def peerings(graph: Graph) -> Iterator[Finding]:
    """Count the peerings of each VPC, on either side."""
    sides = [(vpc.key, one) for one in graph.of(VpcPeeringConnection) for vpc in {one.vpc, one.peer_vpc}]
    for vpc, made in _by(sides, lambda one: one[0]).items():
        yield from _over(PEERINGS, [one for _, one in made], 50, "peerings", f"VPC `{vpc}`")


def identities(graph: Graph) -> Iterator[Finding]:
    """Count roles, users and groups, and the policies of the account's own."""
    yield from _over(IDENTITIES, graph.of(Role), 1_000, "roles", "the account")
    yield from _over(IDENTITIES, graph.of(ManagedPolicy), 1_500, "policies", "the account")
    yield from _over(IDENTITIES, graph.of(User), 5_000, "users", "the account")
    yield from _over(IDENTITIES, graph.of(Group), 300, "groups", "the account")


def records(graph: Graph) -> Iterator[Finding]:
    """Count the zones, and the records of each."""
    yield from _over(RECORDS, graph.of(HostedZone), 500, "hosted zones", "the account")
    for zone, made in _by(graph.of(RecordSet), lambda one: one.zone.key).items():
        yield from _over(RECORDS, made, 10_000, "records", f"zone `{zone}`")


def databases(graph: Graph) -> Iterator[Finding]:
    """Count the databases."""
    yield from _over(
        DATABASES, [*graph.of(DbInstance), *graph.of(DbClusterInstance)], 40, "database instances", "the region"
    )


RULES = (
    Rule(VPCS, vpcs),
    Rule(TABLES, tables),
    Rule(ADDRESSES, addresses),
    Rule(GROUPS, groups),
    Rule(PEERINGS, peerings),
    Rule(IDENTITIES, identities),
    Rule(RECORDS, records),
    Rule(DATABASES, databases),
)
