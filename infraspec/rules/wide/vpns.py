"""Site-to-site VPN connections."""

from collections.abc import Iterator
from ipaddress import ip_network

from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, fix
from infraspec.graph.graph import Graph
from infraspec.graph.routes import Route
from infraspec.graph.vpc import Vpc
from infraspec.graph.vpn import (
    VpnConnection,
    VpnConnectionRoute,
    VpnGatewayAttachment,
    VpnGatewayRoutePropagation,
)
from infraspec.rules.rule import Rule

_PAGE = "https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html"
_HEAD = """version: 1
name: demo
region: ap-northeast-2
vpcs:
  main:
    cidr: 10.0.0.0/16
    route_tables: {app: {}}
    tiers: {app: {route_table: app, subnets: {app-a: {zone: a, cidr: 10.0.1.0/24}}}}
customer_gateways:
  office: {ip: 203.0.113.12}
vpn_gateways:
  vgw: {vpc: main, propagate_to: app}
"""
_VPN = "vpn_connections:\n  office:\n    customer_gateway: office\n    vpn_gateway: vgw\n"
_WEAK_GROUPS = frozenset({2, 5})
_GROUPS = {1: frozenset({2, *range(14, 25)}), 2: frozenset({2, 5, *range(14, 25)})}

GROUP = Problem(
    code="VPN101",
    name="vpn-dh-group",
    level=Level.ERROR,
    title="A Diffie-Hellman group that a tunnel does not take",
    explanation="Phase 1 takes the groups 2 and 14 to 24, phase 2 the group 5 beside them.",
    bad=_HEAD + _VPN + "    tunnels:\n      - phase1:\n          dh_groups: [5]  # <- VPN101\n",
    good=_HEAD + _VPN + "    tunnels:\n      - phase1:\n          dh_groups: [20]\n",
    source=_PAGE,
)


def group(graph: Graph) -> Iterator[Finding]:
    """Compare the numbers of each phase of each tunnel."""
    for connection in graph.of(VpnConnection):
        for position, tunnel in enumerate(connection.tunnels):
            for phase, offered in ((1, tunnel.phase1), (2, tunnel.phase2)):
                wrong = [one for one in offered.dh_group_numbers if one not in _GROUPS[phase]]
                if wrong:
                    at = (*connection.origin, "tunnels", position, f"phase{phase}", "dh_groups")
                    message = f"phase {phase} has no Diffie-Hellman group {wrong[0]}"
                    yield Finding(problem=GROUP, at=at, message=message, help="write some of 14 to 24")


SAME_INSIDE = Problem(
    code="VPN102",
    name="vpn-inside-block-twice",
    level=Level.ERROR,
    title="Two tunnels at one gateway with one inner block",
    explanation="The inner blocks of all tunnels of a virtual private gateway differ.",
    bad=_HEAD
    + _VPN
    + "    tunnels:\n      - {inside_cidr: 169.254.10.0/30}\n      - {inside_cidr: 169.254.10.0/30}  # <- VPN102\n",
    good=_HEAD
    + _VPN
    + "    tunnels:\n      - {inside_cidr: 169.254.10.0/30}\n      - {inside_cidr: 169.254.10.4/30}\n",
    source=_PAGE,
)


def same_inside(graph: Graph) -> Iterator[Finding]:
    """Collect the inner blocks of each gateway."""
    seen: dict[tuple[object, str], tuple[int | str, ...]] = {}
    for connection in graph.of(VpnConnection):
        end = connection.vpn_gateway or connection.transit_gateway
        for position, tunnel in enumerate(connection.tunnels):
            if tunnel.inside_cidr is None:
                continue
            at = (*connection.origin, "tunnels", position, "inside_cidr")
            first = seen.setdefault((end, tunnel.inside_cidr), at)
            if first != at:
                related = (Related(at=first, label="and here"),)
                message = f"{tunnel.inside_cidr} is the inner block of another tunnel of this gateway"
                fixes = fix("let AWS choose", Edit(at, how=How.REMOVE))
                help_ = "write another /30, or remove it"
                yield Finding(problem=SAME_INSIDE, at=at, message=message, related=related, help=help_, fixes=fixes)


WEAK = Problem(
    code="VPN103",
    name="vpn-weak-offer",
    level=Level.WARNING,
    title="A tunnel that offers what is broken",
    explanation="SHA-1 and the Diffie-Hellman groups 2 and 5 no longer keep what is sent secret for long. A tunnel takes the "
    "strongest that both ends offer, and an attacker may choose the weakest.",
    bad=_HEAD + _VPN + "    tunnels:\n      - phase1:\n          integrity: [SHA1]  # <- VPN103\n",
    good=_HEAD + _VPN + "    tunnels:\n      - phase1:\n          integrity: [SHA2-256]\n",
    source=_PAGE,
)


def weak(graph: Graph) -> Iterator[Finding]:
    """Read what each phase of each tunnel offers."""
    for connection in graph.of(VpnConnection):
        for position, tunnel in enumerate(connection.tunnels):
            for phase, offered in ((1, tunnel.phase1), (2, tunnel.phase2)):
                at = (*connection.origin, "tunnels", position, f"phase{phase}")
                if "SHA1" in offered.integrity_algorithms:
                    message = "SHA-1 is broken"
                    help_ = "write SHA2-256, SHA2-384 or SHA2-512"
                    yield Finding(problem=WEAK, at=(*at, "integrity"), message=message, help=help_)
                weakest = sorted(_WEAK_GROUPS & {*offered.dh_group_numbers} & _GROUPS[phase])
                if weakest:
                    message = f"the Diffie-Hellman group {weakest[0]} is too short"
                    yield Finding(problem=WEAK, at=(*at, "dh_groups"), message=message, help="write some of 14 to 24")


OVERLAP = Problem(
    code="VPN104",
    name="vpn-route-inside-vpc",
    level=Level.ERROR,
    title="A static route of a VPN connection for addresses of its VPC",
    explanation="What lies behind the other end cannot have the addresses of the VPC: the local route keeps them.",
    bad=_HEAD + _VPN + "    static_routes: [10.0.0.0/16]  # <- VPN104\n",
    good=_HEAD + _VPN + "    static_routes: [192.168.0.0/16]\n",
    source="https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNRoutingTypes.html",
)


def overlap(graph: Graph) -> Iterator[Finding]:
    """Compare each static route with the block of the VPC."""
    vpcs: dict[str, Vpc] = {one.vpn_gateway.key: graph.get(one.vpc) for one in graph.of(VpnGatewayAttachment)}
    for route in graph.of(VpnConnectionRoute):
        end = graph.get(route.vpn_connection).vpn_gateway
        vpc = vpcs.get(end.key) if end else None
        if vpc is not None and vpc.existing is None and ip_network(route.destination_cidr_block).overlaps(vpc.cidr):
            message = f"{route.destination_cidr_block} is in VPC `{vpc.key}` itself"
            related = (Related(at=(*vpc.origin, "cidr"), label="its block"),)
            help_ = "write the blocks behind the other end"
            yield Finding(problem=OVERLAP, at=route.origin, message=message, related=related, help=help_)


NO_WAY = Problem(
    code="VPN105",
    name="vpn-without-route",
    level=Level.WARNING,
    title="A VPN gateway that no route table knows",
    explanation="Machines of a VPC reach what lies behind a VPN connection by a route: written, or propagated by the gateway.",
    bad=_HEAD.replace(", propagate_to: app}", "}  # <- VPN105") + _VPN,
    good=_HEAD + _VPN,
    source="https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNRoutingTypes.html",
)


def no_way(graph: Graph) -> Iterator[Finding]:
    """Look for a route to each gateway that has connections."""
    known = {one.vpn_gateway.key for one in graph.of(VpnGatewayRoutePropagation)}
    known |= {route.vpn_gateway.key for route in graph.of(Route) if route.vpn_gateway}
    for gateway in {one.vpn_gateway for one in graph.of(VpnConnection) if one.vpn_gateway}:
        node = graph.get(gateway)
        if gateway.key not in known and node.existing is None:
            message = f"no route table leads to `{gateway.key}`"
            help_ = "name route tables in `propagate_to:`"
            yield Finding(problem=NO_WAY, at=node.origin, on_key=True, message=message, help=help_)


_HUB = """version: 1
name: demo
region: ap-northeast-2
customer_gateways:
  office: {ip: 203.0.113.12}
transit_gateways:
  hub: {default_association: FOLLOWS}
vpn_connections:
  office:
    customer_gateway: office
    transit_gateway: hub
"""
NO_TABLE = Problem(
    code="VPN106",
    name="vpn-without-transit-table",
    level=Level.WARNING,
    title="A VPN connection that follows no table of its transit gateway",
    explanation="What comes from the office is dropped where the attachment of the connection has no route table. A transit gateway that "
    "associates by itself gives it the default one. The attachment of a connection has no name in CloudFormation, so no spec can say which "
    "table it follows: `aws ec2 associate-transit-gateway-route-table` does.",
    bad=_HUB.replace("FOLLOWS", "false").replace("transit_gateway: hub", "transit_gateway: hub  # <- VPN106"),
    good=_HUB.replace("FOLLOWS", "true"),
    source="https://docs.aws.amazon.com/vpc/latest/tgw/associate-tgw-route-table.html",
)


def no_table(graph: Graph) -> Iterator[Finding]:
    """Look for transit gateways that do not associate by themselves."""
    for connection in graph.of(VpnConnection):
        hub = graph.get(connection.transit_gateway) if connection.transit_gateway is not None else None
        if hub is not None and hub.existing is None and not hub.default_route_table_association:
            yield Finding(
                problem=NO_TABLE,
                at=(*connection.origin, "transit_gateway"),
                message=f"`{connection.key}` follows no route table of `{hub.key}`",
                related=(Related(at=(*hub.origin, "default_association"), label="associates nothing by itself"),),
                help=f"let `{hub.key}` associate by itself, or run: aws ec2 associate-transit-gateway-route-table",
            )


RULES = (
    Rule(GROUP, group),
    Rule(SAME_INSIDE, same_inside),
    Rule(WEAK, weak),
    Rule(OVERLAP, overlap),
    Rule(NO_WAY, no_way, needs_whole=True),
    Rule(NO_TABLE, no_table),
)
