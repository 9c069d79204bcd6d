"""NAT gateways and internet gateways: that they lead somewhere, and that something leads to them."""

from collections import defaultdict
from collections.abc import Iterator

from infraspec.analysis.routing import ANYWHERE, Routing, has_internet_route, once, routing
from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, SpecPath, fix
from infraspec.graph.graph import Graph
from infraspec.graph.nat import RegionalNatGateway
from infraspec.graph.resource import Ref
from infraspec.graph.routes import Route
from infraspec.graph.vpc import ElasticIp, InternetGateway, NatGateway, RouteTable, Vpc
from infraspec.rules.network.nat_routes import route_out, routed_to
from infraspec.rules.rule import Rule

_HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\nvpcs:\n"
_NAT_PAGE = "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html"


def _network(nat: str, public: str, private: str, edge: str = "") -> str:
    """A VPC with a public and a private tier, a NAT gateway, and these routes."""
    return (
        _HEAD
        + f"""  main:
    cidr: 10.0.0.0/16
    internet_gateway: igw
    nat_gateways:
      nat: {{subnet: edge-a}}{nat}
    route_tables:
      public:
        routes: {{{public}}}
      private:
        routes:{private}
    tiers:
      edge: {{route_table: public, subnets: {{edge-a: {{zone: a, cidr: 10.0.0.0/24}}}}}}{edge}
      app: {{route_table: private, subnets: {{app-a: {{zone: a, cidr: 10.0.1.0/24}}}}}}
"""
    )


GATEWAY_TWICE = Problem(
    code="NET301",
    name="internet-gateway-of-two-vpcs",
    level=Level.ERROR,
    title="One internet gateway for two VPCs",
    explanation="An internet gateway is attached to one VPC, so one that exists already can serve only the VPC that it is attached to.",
    bad=_HEAD
    + """  blue: {existing: vpc-0a1b2c3d, cidr: 10.0.0.0/16, internet_gateway: {name: igw-blue, existing: igw-0a1b2c3d}}
  green: {existing: vpc-4e5f6a7b, cidr: 10.1.0.0/16, internet_gateway: {name: igw-green, existing: igw-0a1b2c3d}}  # <- NET301
  own: {cidr: 10.2.0.0/16}
""",
    good=_HEAD
    + """  blue: {existing: vpc-0a1b2c3d, cidr: 10.0.0.0/16, internet_gateway: {name: igw-blue, existing: igw-0a1b2c3d}}
  green: {existing: vpc-4e5f6a7b, cidr: 10.1.0.0/16, internet_gateway: {name: igw-green, existing: igw-4e5f6a7b}}
  own: {cidr: 10.2.0.0/16}
""",
    source="https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html",
)


def gateway_twice(graph: Graph) -> Iterator[Finding]:
    """Gather the internet gateways that exist already by their identifier."""
    first: dict[str, InternetGateway] = {}
    for gateway in graph.of(InternetGateway):
        if gateway.existing is None:
            continue
        other = first.setdefault(gateway.existing, gateway)
        if other is not gateway:
            yield Finding(
                problem=GATEWAY_TWICE,
                at=(*gateway.origin, "existing"),
                message=f"{gateway.existing} is attached to VPC `{other.vpc.key}`, and cannot be to `{gateway.vpc.key}` too",
                related=(Related(at=(*other.origin, "existing"), label="named here first"),),
                help="give each VPC its own internet gateway",
            )


UNUSED_NAT = Problem(
    code="NET304",
    name="nat-gateway-without-route",
    level=Level.WARNING,
    title="A NAT gateway that no route leads to",
    explanation="A NAT gateway does nothing until the route table of a private subnet leads to it, and it is billed by the hour.",
    bad=_network("  # <- NET304", "0.0.0.0/0: igw", " {}"),
    good=_network("", "0.0.0.0/0: igw", " {0.0.0.0/0: nat}"),
    source=_NAT_PAGE,
)


def unused_nat(graph: Graph) -> Iterator[Finding]:
    """Look for a route to each NAT gateway that is made here; one for each zone counts as one entry."""
    ways = ((one.nat_gateway or one.regional_nat_gateway) for one in graph.of(Route))
    used = {way.key for way in ways if way is not None}
    entries = defaultdict(list)
    for gateway in (*graph.of(NatGateway), *graph.of(RegionalNatGateway)):
        if gateway.existing is None:
            entries[gateway.origin].append(gateway.key)
    for origin, names in entries.items():
        if used.isdisjoint(names):
            fixes = routed_to(graph, origin)
            help_ = f"write `{ANYWHERE}: {origin[-1]}` in the route table of the private subnets"
            yield Finding(
                problem=UNUSED_NAT,
                at=origin,
                message=f"nothing is routed to NAT gateway `{origin[-1]}`, which is billed by the hour",
                label="no route table names it",
                help=fixes[0].title if len(fixes) == 1 else help_,
                fixes=fixes,
                on_key=True,
            )


SHARED_ADDRESS = Problem(
    code="NET329",
    name="elastic-ip-of-two-things",
    level=Level.ERROR,
    title="One Elastic IP address for two things",
    explanation="An Elastic IP address belongs to one NAT gateway, one instance or one subnet of a network load balancer at a time.",
    bad=_network("", "0.0.0.0/0: igw", " {0.0.0.0/0: nat, 198.51.100.0/24: other}").replace(
        "      nat: {subnet: edge-a}",
        "      nat: {subnet: edge-a, elastic_ip: eipalloc-0a1b2c3d}\n"
        "      other: {subnet: edge-a, elastic_ip: eipalloc-0a1b2c3d}  # <- NET329",
    ),
    good=_network("", "0.0.0.0/0: igw", " {0.0.0.0/0: nat, 198.51.100.0/24: other}").replace(
        "      nat: {subnet: edge-a}",
        "      nat: {subnet: edge-a, elastic_ip: eipalloc-0a1b2c3d}\n      other: {subnet: edge-a}",
    ),
    source="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNatGateway.html",
)


def shared_address(graph: Graph) -> Iterator[Finding]:
    """Gather the addresses that exist already by their allocation."""
    first: dict[str, ElasticIp] = {}
    told = set()
    for address in graph.of(ElasticIp):
        if address.existing is None:
            continue
        other = first.setdefault(address.existing, address)
        if other is address or address.origin in told:
            continue
        told.add(address.origin)
        related = (Related(at=_written(other), label="has it already"),)
        yield Finding(
            problem=SHARED_ADDRESS,
            at=_written(address),
            message=f"{address.existing} cannot be the address of two things",
            related=related if other.origin != address.origin else (),
            help="remove `elastic_ip`, and one is allocated; or give each its own",
            fixes=fix("remove `elastic_ip`", Edit(_written(address), how=How.REMOVE)),
        )


def _written(address: ElasticIp) -> SpecPath:
    """Where an address is written: its node stands for a gateway, for a subnet of a balancer, or for the key itself."""
    return address.origin if address.origin[-1] == "elastic_ip" else (*address.origin, "elastic_ip")


NO_WAY_OUT = Problem(
    code="NET306",
    name="nat-gateway-without-internet",
    level=Level.ERROR,
    title="A public NAT gateway in a subnet that does not reach the internet",
    explanation="A public NAT gateway sends by the route table of its own subnet. Without a default route from there to an internet "
    "gateway it is made all the same, and every packet is dropped.",
    bad=_network("  # <- NET306", "", " {0.0.0.0/0: nat}"),
    good=_network("", "0.0.0.0/0: igw", " {0.0.0.0/0: nat}"),
    source=_NAT_PAGE,
)
LOOP = Problem(
    code="NET307",
    name="nat-gateway-routes-to-itself",
    level=Level.ERROR,
    title="A NAT gateway in a subnet whose own routes lead to it",
    explanation="What the gateway sends would come back to it. It stands in a subnet of another route table than those that it serves.",
    bad=_network("", "0.0.0.0/0: igw", "\n          0.0.0.0/0: nat  # <- NET307").replace(
        "subnet: edge-a", "subnet: app-a"
    ),
    good=_network("", "0.0.0.0/0: igw", "\n          0.0.0.0/0: nat"),
    source=_NAT_PAGE,
)


def no_way_out(graph: Graph) -> Iterator[Finding]:
    """Look for the default route of each public NAT gateway's own subnet."""
    found = routing(graph)
    for gateway in once(one for one in graph.of(NatGateway) if _is_closed(graph, found, one)):
        subnet = graph.get(gateway.subnet)
        table = found.table.get(subnet.key)
        yield Finding(
            problem=NO_WAY_OUT,
            at=gateway.origin,
            message=f"NAT gateway `{gateway.origin[-1]}` stands in `{subnet.key}`, which has no way to the internet",
            related=(Related(at=subnet.origin, label=_routes(table), on_key=True),),
            help=_mend(graph, graph.get(subnet.vpc), table.key if table else None),
            fixes=route_out(graph, found, table),
            on_key=True,
        )


def _is_closed(graph: Graph, found: Routing, gateway: NatGateway) -> bool:
    """Whether a public gateway's packets go nowhere. One whose routes lead back to it is another matter."""
    if gateway.connectivity_type != "public" or gateway.existing is not None or _own_route(found, gateway):
        return False
    return has_internet_route(graph, found, graph.get(gateway.subnet)) is False


def _routes(table: Ref[RouteTable] | None) -> str:
    return f"its routes are `{table.key}`" if table else "has no route table"


def _mend(graph: Graph, vpc: Vpc, table: str | None) -> str:
    """The line that gives a subnet its way out."""
    gateway = next((one.key for one in graph.of(InternetGateway) if one.vpc.key == vpc.key), None)
    if gateway is None:
        return f"give VPC `{vpc.key}` an `internet_gateway` and a route to it"
    where = f"in `{table}`" if table else "in a route table that the subnet uses"
    return f"write `{ANYWHERE}: {gateway}` {where}"


def _own_route(found: Routing, gateway: NatGateway) -> Route | None:
    """A route of the gateway's own subnet that leads back to it."""
    table = found.table.get(gateway.subnet.key)
    routes = found.routes[table.key] if table else []
    return next((route for route in routes if route.nat_gateway == gateway.address), None)


def loop(graph: Graph) -> Iterator[Finding]:
    """Look for each NAT gateway among the targets of its own subnet's routes."""
    found = routing(graph)
    for gateway in once(graph.of(NatGateway)):
        route = _own_route(found, gateway)
        if route is not None:
            yield Finding(
                problem=LOOP,
                at=route.origin,
                message=f"NAT gateway `{gateway.origin[-1]}` stands in `{gateway.subnet.key}`, which this route sends to it",
                related=(Related(at=(*gateway.origin, "subnet"), label="placed here"),),
                help=f"put `{gateway.origin[-1]}` in a subnet of another route table",
            )


RULES = (
    Rule(GATEWAY_TWICE, gateway_twice),
    Rule(UNUSED_NAT, unused_nat, needs_whole=True),
    Rule(SHARED_ADDRESS, shared_address),
    Rule(NO_WAY_OUT, no_way_out, needs_whole=True),
    Rule(LOOP, loop),
)
