"""Routes: destinations that may stand in a table, and targets that can take what is sent."""

from collections import defaultdict
from collections.abc import Iterator
from ipaddress import IPv4Network, IPv6Network

from infraspec.analysis.routing import once, table_as_written
from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, Safety, fix
from infraspec.graph.graph import Graph
from infraspec.graph.routes import Route
from infraspec.graph.vpc import Subnet, Vpc, VpcCidrBlock
from infraspec.rules.rule import Rule

_PAGE = "https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html"


def _example(routes: str) -> str:
    return f"""version: 1
name: demo
region: ap-northeast-2
vpcs:
  main:
    cidr: 10.0.0.0/16
    internet_gateway: igw
    nat_gateways:
      nat: {{subnet: edge-a}}
    route_tables:
      public: {{routes: {{0.0.0.0/0: igw}}}}
      private:
        routes:
          0.0.0.0/0: nat
{routes}    tiers:
      edge: {{route_table: public, subnets: {{edge-a: {{zone: a, cidr: 10.0.0.0/24}}}}}}
      app: {{route_table: private, subnets: {{app-a: {{zone: a, cidr: 10.0.1.0/24}}}}}}
"""


SAME_DESTINATION = Problem(
    code="NET311",
    name="destination-twice",
    level=Level.ERROR,
    title="Two routes of one table with the same destination",
    explanation="A destination is written once in a table. IPv6 blocks can be spelled in several ways, and mean the same.",
    bad=_example('          "2001:db8::/32": igw\n          "2001:0db8::/32": igw  # <- NET311\n'),
    good=_example('          "2001:db8::/32": igw\n'),
    source="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateRoute.html",
)


def same_destination(graph: Graph) -> Iterator[Finding]:
    """Gather the routes of each table by destination, in the order of the text."""
    first: dict[tuple[str, str], Route] = {}
    for route in once(graph.of(Route)):
        if route.destination_ipv6_cidr_block is None:
            continue
        key = (table_as_written(route), route.destination_ipv6_cidr_block)
        other = first.setdefault(key, route)
        if other is not route:
            later, earlier = (
                (route, other) if len(str(route.origin[-1])) > len(str(other.origin[-1])) else (other, route)
            )
            yield Finding(
                problem=SAME_DESTINATION,
                at=later.origin,
                message=f"table `{table_as_written(route)}` has two routes to {key[1]}",
                related=(Related(at=earlier.origin, label="the same block", on_key=True),),
                help="remove this one",
                fixes=fix("remove this one", Edit(later.origin, how=How.REMOVE), safety=Safety.UNSAFE),
                on_key=True,
            )


LOCAL = Problem(
    code="NET312",
    name="route-inside-vpc",
    level=Level.ERROR,
    title="A route for addresses of the VPC itself",
    explanation="Every table has the local route for each block of its VPC, and it cannot be written again. A route for a part of a "
    "block can only be for one whole subnet, and lead to a NAT gateway, a network interface, an instance or a gateway "
    "load balancer's endpoint.",
    bad=_example("          10.0.0.0/16: igw  # <- NET312\n"),
    good=_example("          10.1.0.0/16: igw\n"),
    source=_PAGE,
)


def inside_vpc(graph: Graph) -> Iterator[Finding]:
    """Compare each IPv4 destination with the blocks of the table's VPC."""
    blocks: dict[str, list[IPv4Network]] = defaultdict(list)
    for vpc in graph.of(Vpc):
        blocks[vpc.key].append(vpc.cidr)
    for block in graph.of(VpcCidrBlock):
        blocks[block.vpc.key].append(block.cidr)
    whole = {(subnet.vpc.key, subnet.cidr) for subnet in graph.of(Subnet)}
    for route in once(graph.of(Route)):
        if route.destination_cidr_block is None:
            continue
        destination = IPv4Network(route.destination_cidr_block)
        vpc = graph.get(graph.get(route.route_table).vpc)
        local = next((block for block in blocks[vpc.key] if destination.subnet_of(block)), None)
        if local is None:
            continue
        found = _what_is_wrong(route, destination, local, is_subnet=(vpc.key, destination) in whole)
        if found:
            yield Finding(
                problem=LOCAL,
                at=route.origin,
                message=f"table `{table_as_written(route)}` cannot lead {destination} elsewhere: {found[0]}",
                related=(Related(at=(*vpc.origin, "cidr"), label=f"block {local} of VPC `{vpc.key}`"),),
                help=found[1],
                fixes=fix(_NO_ROUTE, Edit(route.origin, how=How.REMOVE)) if destination == local else (),
                on_key=True,
            )


_NO_ROUTE = "remove the route: machines of a VPC reach each other without one"


def _what_is_wrong(
    route: Route, destination: IPv4Network, local: IPv4Network, *, is_subnet: bool
) -> tuple[str, str] | None:
    """Why a destination inside a VPC is refused, and what to do."""
    if destination == local:
        return ("the local route has this destination", _NO_ROUTE)
    if not is_subnet:
        return (
            "it is a part of the VPC, but not one whole subnet",
            "write the block of a subnet, or one outside the VPC",
        )
    fits = route.nat_gateway or route.instance or route.network_interface or route.firewall or route.vpc_endpoint
    if fits or (route.target_id or "").startswith(("nat-", "eni-", "vpce-")):
        return None
    return "such a target takes nothing that is sent inside the VPC", "lead it to a network interface or an instance"


DEAD = Problem(
    code="NET313",
    name="route-never-used",
    level=Level.WARNING,
    title="A route that can never win",
    explanation="Of the routes that hold an address, the one with the longest prefix wins. A route whose whole destination is held by "
    "longer ones of the same table, the local routes among them, is never used.",
    bad=_example(
        "          198.51.100.0/24: nat  # <- NET313\n          198.51.100.0/25: igw\n          198.51.100.128/25: igw\n"
    ),
    good=_example("          198.51.100.0/24: nat\n          198.51.100.0/25: igw\n"),
    source=_PAGE,
)


def dead(graph: Graph) -> Iterator[Finding]:
    """Add up what the longer routes inside each route hold."""
    tables: dict[str, list[tuple[IPv4Network, Route | None]]] = defaultdict(list)
    for route in once(graph.of(Route)):
        if route.destination_cidr_block is not None:
            tables[route.route_table.key].append((IPv4Network(route.destination_cidr_block), route))
    locals_of: dict[str, list[IPv4Network]] = defaultdict(list)
    for vpc in graph.of(Vpc):
        locals_of[vpc.key].append(vpc.cidr)
    for block in graph.of(VpcCidrBlock):
        locals_of[block.vpc.key].append(block.cidr)
    for routes in tables.values():
        vpc_name = graph.get(routes[0][1].route_table).vpc.key if routes[0][1] else ""
        given = {network for network, _ in routes}
        local = [(block, None) for block in locals_of[vpc_name] if block not in given]
        for route in _covered([*routes, *local]):
            yield Finding(
                problem=DEAD,
                at=route.origin,
                message=f"the route of `{table_as_written(route)}` to {route.destination_cidr_block} is never used",
                label="longer routes of the table hold all of it",
                help="remove it, or one of the longer ones",
                fixes=fix("remove it", Edit(route.origin, how=How.REMOVE)),
                on_key=True,
            )


def _covered(routes: list[tuple[IPv4Network, Route | None]]) -> Iterator[Route]:
    """The routes whose destination is wholly held by longer ones. Blocks are nested or apart, so a stack is enough."""
    held: dict[IPv4Network, int] = defaultdict(int)
    stack: list[IPv4Network] = []
    for network, _ in sorted(routes, key=lambda one: (int(one[0].network_address), one[0].prefixlen)):
        while stack and not network.subnet_of(stack[-1]):
            stack.pop()
        if stack and stack[-1] != network:
            held[stack[-1]] += network.num_addresses
        stack.append(network)
    for network, route in routes:
        if route is not None and held[network] == network.num_addresses:
            yield route


WRONG_FAMILY = Problem(
    code="NET318",
    name="ipv6-to-nat-gateway",
    level=Level.ERROR,
    title="An IPv6 destination that leads to a NAT gateway",
    explanation="NAT gateways translate IPv4. Of IPv6 they take 64:ff9b::/96 alone, which stands for IPv4 addresses (NAT64).",
    bad=_example('          "::/0": nat  # <- NET318\n'),
    good=_example('          "64:ff9b::/96": nat\n'),
    source="https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html",
)
_NAT64 = IPv6Network("64:ff9b::/96")


def wrong_family(graph: Graph) -> Iterator[Finding]:
    """Look for IPv6 destinations beside NAT gateways."""
    for route in once(graph.of(Route)):
        destination = route.destination_ipv6_cidr_block
        to_nat = (route.nat_gateway or route.regional_nat_gateway) is not None or (route.target_id or "").startswith(
            "nat-"
        )
        if destination is not None and to_nat and not IPv6Network(destination).subnet_of(_NAT64):
            yield Finding(
                problem=WRONG_FAMILY,
                at=route.origin,
                message=f"a NAT gateway cannot take what is sent to {destination}",
                label="translates IPv4 alone",
                help="write `64:ff9b::/96` for IPv4 servers, or remove the route",
                fixes=fix("write `64:ff9b::/96`", Edit(route.origin, '"64:ff9b::/96"', How.RENAME)),
            )


RULES = (
    Rule(SAME_DESTINATION, same_destination),
    Rule(LOCAL, inside_vpc, needs_whole=True),
    Rule(DEAD, dead),
    Rule(WRONG_FAMILY, wrong_family),
)
