"""Transit gateways: what is attached, and where it leads."""

from collections import defaultdict
from collections.abc import Iterator

from infraspec.data.zones import canonical
from infraspec.diagnostic import Edit, Finding, Level, Problem, Related, fix
from infraspec.graph.graph import Graph
from infraspec.graph.routes import Route
from infraspec.graph.transit_gateway import (
    TransitGateway,
    TransitGatewayAttachment,
    TransitGatewayRoute,
    TransitGatewayRouteTableAssociation,
)
from infraspec.graph.vpc import VpcCidrBlock
from infraspec.rules.rule import Rule

_PAGE = "https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html"
_HEAD = """version: 1
name: demo
region: ap-northeast-2
vpcs:
  main:
    cidr: 10.0.0.0/16
    route_tables:
      app: {routes: {10.0.0.0/8: hub}}
    tiers:
      app:
        route_table: app
        subnets:
          app-a: {zone: a, cidr: 10.0.1.0/24}
          app-c: {zone: c, cidr: 10.0.2.0/24}
"""

TWO_TABLES = Problem(
    code="TGW101",
    name="attachment-in-two-tables",
    level=Level.ERROR,
    title="An attachment with a route table beside the default one",
    explanation="An attachment follows one route table. While the transit gateway associates attachments with its default "
    "table by itself, an association with another one is refused.",
    bad=_HEAD
    + "transit_gateways:\n  hub:\n    attachments:\n      main: {subnets: tier:app, route_table: apps}  # <- TGW101\n"
    + "    route_tables:\n      apps: {}\n",
    good=_HEAD
    + "transit_gateways:\n  hub:\n    default_association: false\n    attachments:\n"
    + "      main: {subnets: tier:app, route_table: apps}\n    route_tables:\n      apps: {}\n",
    source=_PAGE,
)


def two_tables(graph: Graph) -> Iterator[Finding]:
    """Compare each association with what the gateway does by itself."""
    for association in graph.of(TransitGatewayRouteTableAssociation):
        hub = graph.get(graph.get(association.attachment).transit_gateway)
        if hub.existing is None and hub.default_route_table_association:
            yield Finding(
                problem=TWO_TABLES,
                at=association.origin,
                message=f"`{hub.key}` gives `{association.attachment.key}` its default table, and it follows one only",
                related=(Related(at=hub.origin, label="associates by itself", on_key=True),),
                help=f"write `default_association: false` in `{hub.key}`, or remove `route_table`",
                fixes=fix("add `default_association: false`", Edit((*hub.origin, "default_association"), "false")),
            )


ONE_PER_ZONE = Problem(
    code="TGW102",
    name="attachment-twice-in-zone",
    level=Level.ERROR,
    title="Two subnets of one zone in an attachment",
    explanation="A transit gateway has one network interface of an attachment in each zone, so it takes one subnet of each.",
    bad=_HEAD.replace("zone: c", "zone: a")
    + "transit_gateways:\n  hub:\n    attachments:\n      main:\n        subnets: tier:app  # <- TGW102\n",
    good=_HEAD + "transit_gateways:\n  hub:\n    attachments:\n      main:\n        subnets: tier:app\n",
    source="https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html",
)


def one_per_zone(graph: Graph) -> Iterator[Finding]:
    """Look for a second subnet of each zone."""
    for attachment in graph.of(TransitGatewayAttachment):
        seen: dict[str, str] = {}
        for one in attachment.subnets:
            zone = canonical(graph.get(one).zone)
            first = seen.setdefault(zone, one.key)
            if first != one.key:
                yield Finding(
                    problem=ONE_PER_ZONE,
                    at=(*attachment.origin, "subnets"),
                    message=f"`{first}` and `{one.key}` are both in {zone}",
                    help="name one subnet of each zone",
                )
                break


NOT_ATTACHED = Problem(
    code="TGW103",
    name="route-without-attachment",
    level=Level.ERROR,
    title="A route to a transit gateway that the VPC is not attached to",
    explanation="AWS takes a route to a transit gateway only in a VPC that has an attachment to it.",
    bad=_HEAD.replace("10.0.0.0/8: hub}", "10.0.0.0/8: hub}  # <- TGW103").replace(
        "{routes: {10.0.0.0/8: hub}  # <- TGW103}", "\n        routes:\n          10.0.0.0/8: hub  # <- TGW103"
    )
    + "transit_gateways:\n  hub: {}\n",
    good=_HEAD + "transit_gateways:\n  hub:\n    attachments:\n      main: {subnets: tier:app}\n",
    source="https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html",
)


def not_attached(graph: Graph) -> Iterator[Finding]:
    """Look for an attachment of the VPC of each route."""
    attached = {(one.transit_gateway.key, one.vpc.key) for one in graph.of(TransitGatewayAttachment)}
    for route in graph.of(Route):
        hub = route.transit_gateway
        if hub is None or graph.get(hub).existing is not None:
            continue
        vpc = graph.get(route.route_table).vpc.key
        if (hub.key, vpc) not in attached:
            yield Finding(
                problem=NOT_ATTACHED,
                at=route.origin,
                message=f"VPC `{vpc}` is not attached to `{hub.key}`",
                related=(Related(at=graph.get(hub).origin, label="this transit gateway", on_key=True),),
                help=f"add an attachment with subnets of `{vpc}` to `{hub.key}`",
            )


OVERLAP = Problem(
    code="TGW104",
    name="attached-blocks-overlap",
    level=Level.ERROR,
    title="Two VPCs at one transit gateway with the same addresses",
    explanation="A transit gateway sends a packet where its address belongs. Of two attached VPCs with a block in common, the "
    "second does not get into the route table, and is not reached.",
    bad=_HEAD
    + "  other:\n    cidr: 10.0.0.0/17\n    tiers: {other: {subnets: {other-a: {zone: a, cidr: 10.0.1.0/24}}}}\n"
    + "transit_gateways:\n  hub:\n    attachments:\n      main: {subnets: tier:app}\n"
    + "      other: {subnets: tier:other}  # <- TGW104\n",
    good=_HEAD
    + "  other:\n    cidr: 10.1.0.0/17\n    tiers: {other: {subnets: {other-a: {zone: a, cidr: 10.1.1.0/24}}}}\n"
    + "transit_gateways:\n  hub:\n    attachments:\n      main: {subnets: tier:app}\n"
    + "      other: {subnets: tier:other}\n",
    source=_PAGE,
)


def overlap(graph: Graph) -> Iterator[Finding]:
    """Compare the blocks of the VPCs of each gateway."""
    more: dict[str, list[VpcCidrBlock]] = defaultdict(list)
    for block in graph.of(VpcCidrBlock):
        more[block.vpc.key].append(block)
    by_hub: dict[str, list[TransitGatewayAttachment]] = defaultdict(list)
    for attachment in graph.of(TransitGatewayAttachment):
        vpc = graph.get(attachment.vpc)
        blocks = [vpc.cidr, *(one.cidr for one in more[vpc.key])]
        for other in by_hub[attachment.transit_gateway.key]:
            peer = graph.get(other.vpc)
            theirs = [peer.cidr, *(one.cidr for one in more[peer.key])]
            shared = next((one for one in blocks if any(one.overlaps(their) for their in theirs)), None)
            if shared is not None and peer.key != vpc.key:
                yield Finding(
                    problem=OVERLAP,
                    at=attachment.origin,
                    on_key=True,
                    message=f"`{vpc.key}` and `{peer.key}` are both attached, and share addresses of {shared}",
                    related=(Related(at=other.origin, label=f"attaches `{peer.key}`", on_key=True),),
                    help="give each VPC blocks of its own",
                )
                break
        by_hub[attachment.transit_gateway.key].append(attachment)


LEADS_NOWHERE = Problem(
    code="TGW105",
    name="attachment-twice",
    level=Level.ERROR,
    title="A VPC that is attached twice to one transit gateway",
    explanation="A VPC has one attachment to a transit gateway, with one subnet of each zone that is to be reached.",
    bad=_HEAD
    + "transit_gateways:\n  hub:\n    attachments:\n      main: {subnets: app-a}\n      again: {subnets: app-c}  # <- TGW105\n",
    good=_HEAD + "transit_gateways:\n  hub:\n    attachments:\n      main: {subnets: tier:app}\n",
    source="https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html",
)


def twice(graph: Graph) -> Iterator[Finding]:
    """Look for a second attachment of each VPC, in the order in which they are written."""
    first: dict[tuple[str, str], TransitGatewayAttachment] = {}
    for attachment in sorted(graph.of(TransitGatewayAttachment), key=lambda one: one.key, reverse=True):
        other = first.setdefault((attachment.transit_gateway.key, attachment.vpc.key), attachment)
        if other is not attachment:
            yield Finding(
                problem=LEADS_NOWHERE,
                at=attachment.origin,
                on_key=True,
                message=f"VPC `{attachment.vpc.key}` is attached to `{attachment.transit_gateway.key}` already",
                related=(Related(at=other.origin, label="here", on_key=True),),
                help="write one attachment with the subnets of both",
            )


UNUSED = Problem(
    code="TGW106",
    name="transit-route-to-other-table",
    level=Level.WARNING,
    title="A route table of a transit gateway that nothing follows",
    explanation="A route table of a transit gateway is of use to the attachments that are associated with it.",
    bad=_HEAD
    + "transit_gateways:\n  hub:\n    attachments:\n      main: {subnets: tier:app}\n"
    + "    route_tables:\n      apps:\n        routes:\n          10.9.0.0/16: blackhole  # <- TGW106\n",
    good=_HEAD
    + "transit_gateways:\n  hub:\n    default_association: false\n    attachments:\n"
    + "      main: {subnets: tier:app, route_table: apps}\n"
    + "    route_tables:\n      apps:\n        routes:\n          10.9.0.0/16: blackhole\n",
    source=_PAGE,
)


def unused(graph: Graph) -> Iterator[Finding]:
    """Look for an association of the table of each route."""
    followed = {one.route_table.key for one in graph.of(TransitGatewayRouteTableAssociation)}
    told: set[str] = set()
    for route in graph.of(TransitGatewayRoute):
        table = graph.get(route.route_table)
        hub: TransitGateway = graph.get(table.transit_gateway)
        if table.key not in followed and table.existing is None and hub.existing is None and table.key not in told:
            told.add(table.key)
            yield Finding(
                problem=UNUSED,
                at=route.origin,
                on_key=True,
                message=f"no attachment follows the table `{table.key}`",
                help=f"write `route_table: {table.key}` in an attachment of `{hub.key}`",
            )


RULES = (
    Rule(TWO_TABLES, two_tables),
    Rule(ONE_PER_ZONE, one_per_zone),
    Rule(NOT_ATTACHED, not_attached, needs_whole=True),
    Rule(OVERLAP, overlap),
    Rule(LEADS_NOWHERE, twice),
    Rule(UNUSED, unused, needs_whole=True),
)
