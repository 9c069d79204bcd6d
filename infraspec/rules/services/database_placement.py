"""Where databases stand: subnets, zones and ways to the internet."""

from collections.abc import Iterator

from infraspec.analysis.databases import databases, is_public, originals, subnets_of, what
from infraspec.analysis.routing import gateway_of, has_internet_route, routing
from infraspec.data.zones import canonical, may_be_one
from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, choices, fix
from infraspec.graph.graph import Graph
from infraspec.graph.rds import DbInstance
from infraspec.rules.mends import elsewhere
from infraspec.rules.rule import Rule
from infraspec.rules.services.database_examples import API, NETWORK, a_database

_VPC_PAGE = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html"


TWO_ZONES = Problem(
    code="RDS101",
    name="database-in-one-zone",
    level=Level.ERROR,
    title="A database whose subnets are all in one zone",
    explanation="RDS asks for subnets of at least two zones, even for a database without standby, so that one can be added.",
    bad=a_database(subnets="[data-a]  # <- RDS101"),
    good=a_database(subnets="[data-a, data-c]"),
    source="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBSubnetGroup.html",
)
_TWO_NETWORKS = (
    NETWORK + "  other:\n    cidr: 10.1.0.0/16\n    tiers: {far: {subnets: {far-c: {zone: c, cidr: 10.1.0.0/24}}}}\n"
)
TWO_VPCS = Problem(
    code="RDS102",
    name="database-in-two-vpcs",
    level=Level.ERROR,
    title="A database whose subnets are of two VPCs",
    explanation="All subnets that a database may stand in are of one VPC.",
    bad=a_database(network=_TWO_NETWORKS, subnets="[data-a, far-c]  # <- RDS102"),
    good=a_database(network=_TWO_NETWORKS, subnets="[data-a, data-c]"),
    source=_VPC_PAGE,
)


def subnets_of_database(graph: Graph) -> Iterator[Finding]:
    """Count the zones of each database's subnets."""
    for database in originals(graph):
        subnets = subnets_of(graph, database)
        zones = sorted({canonical(subnet.zone) for subnet in subnets})
        if len(zones) < 2:
            yield Finding(
                problem=TWO_ZONES,
                at=(*database.origin, "subnets"),
                message=f"{what(database)} `{database.key}` needs subnets of two zones",
                label=f"all in {zones[0]}" if zones else "there is none",
                related=tuple(Related(at=(*one.origin, "zone"), label=f"`{one.key}` is here") for one in subnets[:2]),
                help="add a subnet of another zone",
                fixes=choices((*database.origin, "subnets"), elsewhere(graph, subnets), How.ADD),
            )


def vpcs_of_database(graph: Graph) -> Iterator[Finding]:
    """Compare the VPCs of each database's subnets."""
    for database in originals(graph):
        first_of = {subnet.vpc.key: subnet for subnet in reversed(subnets_of(graph, database))}
        if len(first_of) > 1:
            yield Finding(
                problem=TWO_VPCS,
                at=(*database.origin, "subnets"),
                message=f"{what(database)} `{database.key}` has subnets of the VPCs "
                + " and ".join(f"`{name}`" for name in sorted(first_of)),
                related=tuple(
                    Related(at=one.origin, label=f"of `{vpc}`", on_key=True) for vpc, one in sorted(first_of.items())
                ),
                help="name subnets of one VPC",
            )


ZONE_WITH_STANDBY = Problem(
    code="RDS109",
    name="zone-with-standby",
    level=Level.ERROR,
    title="A zone for a database with a standby",
    explanation="A database with `multi_az: true` moves between zones, so RDS refuses a zone for it.",
    bad=a_database("    multi_az: true\n    zone: a  # <- RDS109\n"),
    good=a_database("    multi_az: true\n"),
    source=API,
)
ZONE_WITHOUT_SUBNET = Problem(
    code="RDS122",
    name="database-zone-without-subnet",
    level=Level.ERROR,
    title="A database's zone in which none of its subnets is",
    explanation="A database stands in one of its subnets, and so in one of their zones. RDS takes the zone's letter or name, not its "
    "identifier.",
    bad=a_database("    zone: b  # <- RDS122\n"),
    good=a_database("    zone: c\n"),
    source=API,
)


def zone_of_database(graph: Graph) -> Iterator[Finding]:
    """Look for a database with both a zone and a standby."""
    for database in graph.of(DbInstance):
        if database.availability_zone is not None and database.multi_az:
            yield Finding(
                problem=ZONE_WITH_STANDBY,
                at=(*database.origin, "zone"),
                message=f"database `{database.key}` has a standby, so no zone can be given for it",
                related=(Related(at=(*database.origin, "multi_az"), label="moves between zones"),),
                help="remove `zone`",
                fixes=fix("remove `zone`", Edit((*database.origin, "zone"), how=How.REMOVE)),
            )


def zone_without_subnet(graph: Graph) -> Iterator[Finding]:
    """Look up each database's zone among those of its subnets."""
    for database in graph.of(DbInstance):
        zones = sorted({canonical(subnet.zone) for subnet in subnets_of(graph, database)})
        if database.availability_zone is None or database.multi_az:
            continue
        by_id = "-az" in database.availability_zone
        if not by_id and any(may_be_one(database.availability_zone, zone) for zone in zones):
            continue
        yield Finding(
            problem=ZONE_WITHOUT_SUBNET,
            at=(*database.origin, "zone"),
            message=f"database `{database.key}` has no subnet in {database.availability_zone}",
            related=(Related(at=(*database.origin, "subnets"), label="in " + " and ".join(zones)),),
            help=f"write one of {', '.join(zone for zone in zones if '-az' not in zone) or 'the names of their zones'}",
            fixes=choices((*database.origin, "zone"), (zone for zone in zones if "-az" not in zone)),
        )


_PUBLIC = NETWORK.replace(
    "    tiers:\n", "    internet_gateway: igw\n    route_tables: {edge: {routes: {0.0.0.0/0: igw}}}\n    tiers:\n"
)

NOT_REACHED = Problem(
    code="RDS117",
    name="public-database-without-internet",
    level=Level.ERROR,
    title="A public database in subnets without a way to the internet",
    explanation="RDS refuses a public address in a VPC without an internet gateway, and one in a subnet without a route to it is reached "
    "by nobody.",
    bad=a_database("    public: true  # <- RDS117\n", network=_PUBLIC),
    good=a_database("    public: true\n", network=_PUBLIC.replace("data: {", "data: {route_table: edge, ")),
    source=API,
)


def public_without_internet(graph: Graph) -> Iterator[Finding]:
    """Look for the ways out of each public database's subnets."""
    found, gateways = routing(graph), gateway_of(graph)
    for database in databases(graph):
        subnets = subnets_of(graph, database)
        ways = [has_internet_route(graph, found, subnet) for subnet in subnets]
        if not is_public(graph, database) or not ways or any(way is not False for way in ways):
            continue
        vpc = subnets[0].vpc.key
        gateway = gateways.get(vpc)
        yield Finding(
            problem=NOT_REACHED,
            at=(*database.origin, "public"),
            message=f"{what(database)} `{database.key}` is public, but its subnets have no way to the internet",
            related=(
                Related(at=(*database.origin, "subnets"), label="none of them has a route to an internet gateway"),
            ),
            help=f"remove `public`, or give the subnets a route `0.0.0.0/0: {gateway.key}`"
            if gateway
            else f"remove `public`, or give VPC `{vpc}` an `internet_gateway`, and the subnets a route to it",
            fixes=fix("remove `public`", Edit((*database.origin, "public"), how=How.REMOVE)),
        )


NO_DNS = Problem(
    code="RDS123",
    name="public-database-without-dns",
    level=Level.ERROR,
    title="A public database in a VPC whose DNS is off",
    explanation="RDS makes a public database only in a VPC with both `dns_support` and `dns_hostnames`, since its name leads to its "
    "public address through them.",
    bad=a_database(
        "    public: true  # <- RDS123\n",
        network=_PUBLIC.replace("data: {", "data: {route_table: edge, ").replace(
            "/16\n", "/16\n    dns_hostnames: false\n"
        ),
    ),
    good=a_database("    public: true\n", network=_PUBLIC.replace("data: {", "data: {route_table: edge, ")),
    source=_VPC_PAGE,
)


def public_without_dns(graph: Graph) -> Iterator[Finding]:
    """Read both settings of each public database's VPC. What a VPC that exists has set is not known."""
    for database in databases(graph):
        subnets = subnets_of(graph, database)
        vpc = graph.get(subnets[0].vpc) if subnets else None
        if not is_public(graph, database) or vpc is None or vpc.existing is not None:
            continue
        off = "dns_support" if not vpc.dns_support else "dns_hostnames" if not vpc.dns_hostnames else None
        if off is not None:
            yield Finding(
                problem=NO_DNS,
                at=(*database.origin, "public"),
                message=f"{what(database)} `{database.key}` is public, but VPC `{vpc.key}` has `{off}: false`",
                related=(Related(at=(*vpc.origin, off), label="switched off here"),),
                help=f"write `{off}: true` in `{vpc.key}`",
                fixes=fix(f"write `{off}: true` in `{vpc.key}`", Edit((*vpc.origin, off), "true")),
            )


RULES = (
    Rule(TWO_ZONES, subnets_of_database),
    Rule(TWO_VPCS, vpcs_of_database),
    Rule(ZONE_WITH_STANDBY, zone_of_database),
    Rule(NOT_REACHED, public_without_internet, needs_whole=True),
    Rule(NO_DNS, public_without_dns),
    Rule(ZONE_WITHOUT_SUBNET, zone_without_subnet),
)
