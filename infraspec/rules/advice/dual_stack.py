"""Dual stack that is open or closed for one family alone."""

from collections.abc import Iterator
from typing import Final

from infraspec.analysis.routing import ANYWHERE, once, routing
from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, SpecPath, fix
from infraspec.graph.graph import Graph
from infraspec.graph.network_acls import NetworkAcl, NetworkAclAssociation, NetworkAclEntry
from infraspec.graph.routes import Route
from infraspec.graph.security_groups import Permission, SecurityGroup
from infraspec.graph.vpc import EgressOnlyGateway, RouteTableAssociation, Subnet, Vpc
from infraspec.rules.rule import Rule

ANYWHERE_6: Final = "::/0"
_NAT64: Final = "64:ff9b::/96"
_HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\nvpcs:\n  main:\n    cidr: 10.0.0.0/16\n    ipv6: true\n"


def _group(peer: str, mark: str = "") -> str:
    rule = f"          - {{tcp: 443, from: {peer}}}{mark}\n"
    return _HEAD + "    security_groups:\n      web:\n        ingress:\n" + rule + "        egress: []\n"


HALF_OPEN = Problem(
    code="SEC117",
    name="open-for-one-family",
    level=Level.WARNING,
    title="A rule for every address of one family in a dual-stack VPC",
    explanation="Clients that have both families try IPv6 first, and wait when it is not answered. `anywhere` is both families. It is "
    "right where one family is meant to stay outside.",
    bad=_group("0.0.0.0/0", "  # <- SEC117"),
    good=_group("anywhere"),
    source="https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
)


def half_open(graph: Graph) -> Iterator[Finding]:
    """Look for the other family of each rule that is for everybody."""
    dual = {vpc.key for vpc in graph.of(Vpc) if vpc.ipv6}
    for group in graph.of(SecurityGroup):
        if group.vpc.key in dual:
            yield from _half(group.key, group.ingress, "from")
            yield from _half(group.key, group.egress, "to")


def _half(group: str, permissions: tuple[Permission, ...], word: str) -> Iterator[Finding]:
    open_to = {(one.protocol, one.from_port, one.to_port, one.peer) for one in permissions}
    told: set[SpecPath] = set()
    for one in permissions:
        other = {ANYWHERE: ANYWHERE_6, ANYWHERE_6: ANYWHERE}.get(one.peer)
        spoken = (one.protocol, one.from_port, one.to_port, other)
        if other is None or spoken in open_to or one.protocol in ("icmp", "icmpv6") or one.origin in told:
            continue
        told.add(one.origin)
        written = f'"{other}"' if ":" in other else other
        yield Finding(
            problem=HALF_OPEN,
            at=(*one.origin, word),
            message=f"this rule of `{group}` is for every address of {'IPv4' if ':' in other else 'IPv6'} alone",
            help=f"write `{word}: anywhere`, or add {other}",
            fixes=fix(f"add {other}", Edit((*one.origin, word), written, How.ADD)),
            on_key=True,
        )


def _network(tables: str, tier: str, more: str = "") -> str:
    return (
        _HEAD
        + f"""    internet_gateway: igw
{more}    nat_gateways: {{nat: {{subnet: edge-a}}}}
    route_tables:
      public: {{routes: {{0.0.0.0/0: igw}}}}
{tables}    tiers:
      edge: {{route_table: public, subnets: {{edge-a: {{zone: a, cidr: 10.0.0.0/24}}}}}}
      app: {tier}
"""
    )


_PRIVATE = "      private: {routes: {0.0.0.0/0: nat}}"
_EGRESS = "    egress_only_gateway: eigw\n"
_IN_PRIVATE = "{route_table: private, subnets: {app-a: {zone: a, cidr: 10.0.1.0/24}}}"

NO_WAY_6 = Problem(
    code="NET334",
    name="private-subnets-without-ipv6-way-out",
    level=Level.NOTE,
    title="Private subnets that reach the internet over IPv4 alone",
    explanation="Their table leads IPv4 to a NAT gateway, and IPv6 nowhere, since the VPC has no egress-only gateway. What tries IPv6 "
    "first waits, and what goes by the NAT gateway is billed by the gigabyte; an egress-only gateway costs nothing.",
    bad=_network(_PRIVATE + "  # <- NET334\n", _IN_PRIVATE),
    good=_network(_PRIVATE + "\n", _IN_PRIVATE, _EGRESS),
    source="https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html",
)


def no_way_6(graph: Graph) -> Iterator[Finding]:
    """Look for the IPv6 way out of each table that leads to a NAT gateway and has subnets with IPv6."""
    found = routing(graph)
    used = {
        one.route_table.key for one in graph.of(RouteTableAssociation) if graph.get(one.subnet).ipv6_index is not None
    }
    gateways = {one.vpc for one in graph.of(EgressOnlyGateway)}
    for route in once(one for one in graph.of(Route) if one.nat_gateway or one.regional_nat_gateway):
        table = graph.get(route.route_table)
        known = any(one.destination_ipv6_cidr_block == ANYWHERE_6 for one in found.routes[table.key])
        if known or route.destination_cidr_block != ANYWHERE or table.key not in used or table.vpc in gateways:
            continue
        at = (*graph.get(table.vpc).origin, "egress_only_gateway")
        name = f"{table.vpc.key}-eigw"
        yield Finding(
            problem=NO_WAY_6,
            at=table.origin,
            message=f"the subnets of `{table.origin[-1]}` have IPv6, and no way to the internet over it",
            help=f"write `egress_only_gateway: {name}` in VPC `{table.vpc.key}`",
            fixes=fix(f"write `egress_only_gateway: {name}` in VPC `{table.vpc.key}`", Edit(at, name)),
            on_key=True,
        )


DNS64 = Problem(
    code="NET335",
    name="dns64-without-nat",
    level=Level.WARNING,
    title="DNS64 in a subnet that has no way to a NAT gateway",
    explanation="DNS64 answers with IPv6 addresses of 64:ff9b::/96 for names that have IPv4 addresses alone, and a NAT gateway translates "
    "them. Without a route to one, such names lead nowhere over IPv6.",
    bad=_network(
        "", "{route_table: public, dns64: true, subnets: {app-a: {zone: a, cidr: 10.0.1.0/24}}}  # <- NET335"
    ).replace("    nat_gateways: {nat: {subnet: edge-a}}\n", ""),
    good=_network("", "{route_table: public, subnets: {app-a: {zone: a, cidr: 10.0.1.0/24}}}").replace(
        "    nat_gateways: {nat: {subnet: edge-a}}\n", ""
    ),
    source="https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html",
)


def dns64(graph: Graph) -> Iterator[Finding]:
    """Look for the route of NAT64 in the table of each subnet with DNS64."""
    found = routing(graph)
    told: set[SpecPath] = set()
    for subnet in graph.of(Subnet):
        table = found.table.get(subnet.key)
        routes = found.routes[table.key] if table else []
        is_unknown = table is not None and graph.get(table).existing is not None
        at = subnet.origin[:-2]
        if not subnet.enable_dns64 or is_unknown or at in told:
            continue
        if not any(one.destination_ipv6_cidr_block == _NAT64 for one in routes):
            told.add(at)
            yield Finding(
                problem=DNS64,
                at=at,
                message=f"subnet `{subnet.key}` has DNS64, and no route of {_NAT64} to a NAT gateway",
                help="remove `dns64`, or lead the table to a NAT gateway",
                on_key=True,
            )


_ACL = """      app:
        ingress:
          - {number: 100, action: allow, tcp: all, from: 10.0.0.0/16}
"""
_ACL_TIER = "{network_acl: app, subnets: {app-a: {zone: a, cidr: 10.0.1.0/24}}}"
_ACL_6 = "          - {number: 110, action: allow, tcp: all, from: vpc, ipv6: true}\n"


def _acls(mark: str, entry: str) -> str:
    acl = _ACL.replace("ingress:", f"ingress:{mark}")
    return _HEAD + f"    network_acls:\n{acl}{entry}        egress: []\n    tiers: {{app: {_ACL_TIER}}}\n"


ACL_ONE_FAMILY = Problem(
    code="NET617",
    name="network-acl-without-ipv6",
    level=Level.WARNING,
    title="A network ACL that lets no IPv6 through, of subnets that have it",
    explanation="Each entry is about one family, and what no entry allows is denied. An entry with `ipv6: true` is about the IPv6 block of "
    "the subnet or VPC that it names.",
    bad=_acls("  # <- NET617", ""),
    good=_acls("", _ACL_6),
    source="https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html",
)


def acl_one_family(graph: Graph) -> Iterator[Finding]:
    """Compare the families of what each direction of an ACL allows."""
    guarded = {
        one.acl.key: one for one in graph.of(NetworkAclAssociation) if graph.get(one.subnet).ipv6_index is not None
    }
    allowed: dict[tuple[str, bool], set[bool]] = {}
    for entry in graph.of(NetworkAclEntry):
        if entry.rule_action == "allow":
            is_ipv4 = entry.cidr_block is not None
            allowed.setdefault((entry.acl.key, entry.egress), set()).add(is_ipv4)
    for acl in graph.of(NetworkAcl):
        for egress, word in ((False, "ingress"), (True, "egress")):
            if acl.key in guarded and allowed.get((acl.key, egress)) == {True}:
                subnet = guarded[acl.key].subnet
                yield Finding(
                    problem=ACL_ONE_FAMILY,
                    at=(*acl.origin, word),
                    message=f"the {word} of `{acl.key}` allows IPv4 alone, and subnet `{subnet.key}` has IPv6",
                    related=(Related(at=graph.get(subnet).origin, label="has IPv6", on_key=True),),
                    help="add entries for IPv6 blocks",
                    on_key=True,
                )


RULES = (
    Rule(HALF_OPEN, half_open),
    Rule(NO_WAY_6, no_way_6, needs_whole=True),
    Rule(DNS64, dns64, needs_whole=True),
    Rule(ACL_ONE_FAMILY, acl_one_family),
)
