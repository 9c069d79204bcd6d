"""Peerings: two VPCs whose addresses differ, and routes on both sides."""

from collections import defaultdict
from collections.abc import Iterator
from ipaddress import IPv4Network

from infraspec.analysis.blocks import Block, blocks_of, span
from infraspec.analysis.routing import once, table_as_written
from infraspec.diagnostic import Edit, Finding, Fix, How, Level, Problem, Related, choices, fix
from infraspec.graph.graph import Graph
from infraspec.graph.resource import Ref
from infraspec.graph.routes import Route
from infraspec.graph.vpc import RouteTable, RouteTableAssociation, Vpc, VpcPeeringConnection
from infraspec.rules.rule import Rule

_HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\n"
_PAGE = "https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html"


def _example(blue: str, green: str) -> str:
    """Two peered VPCs, and one beside them, with a route each."""
    return (
        _HEAD
        + f"""vpcs:
  blue:
    cidr: 10.0.0.0/16
    route_tables:
      blue-app:
        routes:{blue}
    tiers: {{blue-app: {{route_table: blue-app, subnets: {{blue-a: {{zone: a, cidr: 10.0.0.0/24}}}}}}}}
  green:
    cidr: 10.1.0.0/16
    route_tables:
      green-app:
        routes:{green}
    tiers: {{green-app: {{route_table: green-app, subnets: {{green-a: {{zone: a, cidr: 10.1.0.0/24}}}}}}}}
peerings:
  blue-green: {{requester: blue, accepter: green}}
"""
    )


_BLUE, _GREEN = "\n          10.1.0.0/16: blue-green", "\n          10.0.0.0/16: blue-green"

PEERS_OVERLAP = Problem(
    code="NET115",
    name="peered-vpcs-overlap",
    level=Level.ERROR,
    title="Two peered VPCs share addresses",
    explanation="AWS does not peer VPCs of which any two blocks overlap, secondary blocks among them: an address must mean one machine.",
    bad=_HEAD
    + """vpcs:
  blue: {cidr: 10.0.0.0/16}
  green: {cidr: 10.0.128.0/20}
peerings:
  blue-green: {requester: blue, accepter: green}  # <- NET115
""",
    good=_HEAD
    + """vpcs:
  blue: {cidr: 10.0.0.0/16}
  green: {cidr: 10.1.128.0/20}
peerings:
  blue-green: {requester: blue, accepter: green}
""",
    source="https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html",
)


def peers_overlap(graph: Graph) -> Iterator[Finding]:
    """Compare the few blocks of the two VPCs of each peering."""
    blocks = blocks_of(graph)
    for peering in graph.of(VpcPeeringConnection):
        if peering.vpc == peering.peer_vpc:
            continue
        pairs = ((one, other) for one in blocks[peering.vpc.key] for other in blocks[peering.peer_vpc.key])
        found = next(((one, other) for one, other in pairs if one.cidr.overlaps(other.cidr)), None)
        if found is not None:
            yield Finding(
                problem=PEERS_OVERLAP,
                at=peering.origin,
                message=f"`{peering.key}` joins two VPCs that share addresses",
                related=tuple(Related(at=one.at, label=f"`{one.vpc}` is {span(one.cidr)}") for one in found),
                help="give one of the two another block",
                on_key=True,
            )


SELF = Problem(
    code="NET323",
    name="vpc-peered-with-itself",
    level=Level.ERROR,
    title="A peering of a VPC with itself",
    explanation="A peering joins two VPCs. Within one, the local routes already lead everywhere.",
    bad=_HEAD
    + "vpcs:\n  blue: {cidr: 10.0.0.0/16}\npeerings:\n  loop: {requester: blue, accepter: blue}  # <- NET323\n",
    good=_HEAD
    + "vpcs:\n  blue: {cidr: 10.0.0.0/16}\n  green: {cidr: 10.1.0.0/16}\npeerings:\n  loop: {requester: blue, accepter: green}\n",
    source="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcPeeringConnection.html",
)


def peered_with_itself(graph: Graph) -> Iterator[Finding]:
    """Compare the two sides of each peering."""
    for peering in graph.of(VpcPeeringConnection):
        if peering.vpc == peering.peer_vpc:
            yield Finding(
                problem=SELF,
                at=(*peering.origin, "accepter"),
                message=f"`{peering.key}` joins VPC `{peering.vpc.key}` to itself",
                related=(Related(at=(*peering.origin, "requester"), label="the same VPC"),),
                help="name another VPC",
            )


NOT_REACHED = Problem(
    code="NET322",
    name="route-beyond-peering",
    level=Level.ERROR,
    title="A route through a peering to what is not on its other side",
    explanation="A peering leads from one of its two VPCs to the addresses of the other, and no further: not to a third VPC that the "
    "other is peered with. A table of a VPC that is not one of the two cannot lead to it at all.",
    bad=_example(_BLUE + "\n          10.2.0.0/16: blue-green  # <- NET322", _GREEN),
    good=_example(_BLUE, _GREEN),
    source=_PAGE,
)


def not_reached(graph: Graph) -> Iterator[Finding]:
    """Compare each route through a peering with the blocks of the other side."""
    blocks = blocks_of(graph)
    for route in once(graph.of(Route)):
        if route.peering is None or _leads_over(graph, blocks, route, graph.get(route.peering)):
            continue
        peering = graph.get(route.peering)
        vpc = graph.get(route.route_table).vpc
        peer = _other_side(peering, vpc)
        if peer is None:
            message = f"table `{table_as_written(route)}` is of VPC `{vpc.key}`, which `{peering.key}` does not join"
            help_ = f"lead it through a peering of `{vpc.key}`"
        else:
            destination = route.destination_cidr_block
            message = f"`{peering.key}` does not lead to {destination}, since VPC `{peer.key}` has no such address"
            help_ = f"write {' or '.join(str(block.cidr) for block in blocks[peer.key])}, or a part of it"
        joins = f"joins `{peering.vpc.key}` and `{peering.peer_vpc.key}`"
        yield Finding(
            problem=NOT_REACHED,
            at=route.origin,
            message=message,
            related=(Related(at=peering.origin, label=joins, on_key=True),),
            help=help_,
            fixes=_led(graph, blocks[peer.key], route) if peer is not None else (),
            on_key=peer is not None,
        )


def _led(graph: Graph, blocks: list[Block], route: Route) -> tuple[Fix, ...]:
    """A block of the other side in place of the destination, unless the table has a route to it."""
    known = {one.destination_cidr_block for one in graph.of(Route) if one.route_table == route.route_table}
    free = [str(block.cidr) for block in blocks if str(block.cidr) not in known]
    if not free:
        return fix("remove it", Edit(route.origin, how=How.REMOVE))
    if len(free) == 1 and len(blocks) == 1:
        return fix(f"write {free[0]}", Edit(route.origin, free[0], How.RENAME))
    return choices(route.origin, free, How.RENAME)


def _leads_over(graph: Graph, blocks: dict[str, list[Block]], route: Route, peering: VpcPeeringConnection) -> bool:
    """Whether a route through a peering leads to addresses of the other side, as far as they are known."""
    peer = _other_side(peering, graph.get(route.route_table).vpc)
    if peer is None:
        return False
    if route.destination_cidr_block is None or graph.get(peer).existing is not None:
        return True
    destination = IPv4Network(route.destination_cidr_block)
    return any(destination.overlaps(block.cidr) for block in blocks[peer.key])


def _other_side(peering: VpcPeeringConnection, vpc: Ref[Vpc]) -> Ref[Vpc] | None:
    """The VPC that a peering leads to from this one; None if it does not join this one."""
    sides = {peering.vpc: peering.peer_vpc, peering.peer_vpc: peering.vpc}
    return sides.get(vpc)


ONE_SIDED = Problem(
    code="NET328",
    name="one-sided-peering",
    level=Level.WARNING,
    title="A peering that only one side has a route through",
    explanation="What is sent through a peering is answered only if the other side's tables lead back through it.",
    bad=_example(_BLUE + "  # <- NET328", " {}"),
    good=_example(_BLUE, _GREEN),
    source=_PAGE,
)


def _way_back(graph: Graph, peer: Ref[Vpc], route: str) -> tuple[Fix, ...]:
    """The route in every table of the other side that is written here and that subnets have."""
    used = {one.route_table for one in graph.of(RouteTableAssociation)}
    tables = [one for one in graph.of(RouteTable) if one.vpc == peer and one.existing is None and one.address in used]
    origins = sorted({table.origin for table in tables}, key=str)
    edits = [Edit((*origin, "routes"), route, How.ADD) for origin in origins]
    return fix(f"write `{route}` in the route tables of `{peer.key}`", *edits) if edits else ()


def one_sided(graph: Graph) -> Iterator[Finding]:
    """Gather the VPCs whose tables lead through each peering."""
    blocks = blocks_of(graph)
    sides: dict[str, set[Ref[Vpc]]] = defaultdict(set)
    sound: dict[str, dict[Ref[Vpc], Route]] = defaultdict(dict)
    for route in graph.of(Route):
        if route.peering is not None:
            vpc = graph.get(route.route_table).vpc
            sides[route.peering.key].add(vpc)
            if _leads_over(graph, blocks, route, graph.get(route.peering)):
                sound[route.peering.key].setdefault(vpc, route)
    for peering in graph.of(VpcPeeringConnection):
        for vpc, route in sound[peering.key].items():
            peer = _other_side(peering, vpc)
            if peer is None or peer in sides[peering.key] or graph.get(peer).existing is not None:
                continue
            yield Finding(
                problem=ONE_SIDED,
                at=route.origin,
                message=f"nothing leads from VPC `{peer.key}` back through `{peering.key}`",
                related=(Related(at=peering.origin, label="joins the two", on_key=True),),
                help=f"write `{graph.get(vpc).cidr}: {peering.key}` in the route tables of `{peer.key}`",
                fixes=_way_back(graph, peer, f"{graph.get(vpc).cidr}: {peering.key}"),
                on_key=True,
            )


RULES = (
    Rule(PEERS_OVERLAP, peers_overlap),
    Rule(NOT_REACHED, not_reached),
    Rule(SELF, peered_with_itself),
    Rule(ONE_SIDED, one_sided, needs_whole=True),
)
