"""`route_tables:` to nodes: tables, and one route for each destination."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from infraspec.diagnostic import Finding, How, SpecPath
from infraspec.graph.resource import Ref, Resource, ref
from infraspec.graph.routes import GatewayRouteTableAssociation, Route
from infraspec.graph.vpc import InternetGateway, Ipv6Block, RouteTable, Vpc
from infraspec.resolve.beyond import blocks_beyond
from infraspec.resolve.ipv6 import index_of, is_dual_stack
from infraspec.resolve.network import Network
from infraspec.resolve.route_targets import EXISTING, fields_of, in_zone, target_of
from infraspec.resolve.scope import Found, bare
from infraspec.spec.document import Entry
from infraspec.spec.forms.values import parse_network
from infraspec.spec.kinds import ROUTE_TABLE, SUBNET, TIER, VPC
from infraspec.spec.problems import WRONG_VALUE
from infraspec.spec.refusal import Refusal

if TYPE_CHECKING:
    from infraspec.spec.vpcs import RouteTable as TableModel

_PREFIX_LIST = r"pl-(?:[0-9a-f]{8}|[0-9a-f]{17})\Z"
Block = str | Ipv6Block
"""A destination: a block, a prefix list by its identifier or as `prefix_list:name`, or the IPv6 addresses of a VPC."""
ANYWHERE, ANYWHERE_6, NAT64 = "0.0.0.0/0", "::/0", "64:ff9b::/96"


def route_tables(scope: Network) -> Iterator[Resource]:
    """Route tables with their routes; a table that leads to NAT gateways of each zone stands once in each."""
    for name, entry in scope.of(ROUTE_TABLE).items():
        zones = scope.zonal_tables.get(name)
        if zones is not None and entry.model.existing is not None:
            message = f"route table `{name}` exists, and cannot stand once in each zone as its NAT gateways do"
            at = (*entry.path, "existing")
            scope.report(Finding(problem=WRONG_VALUE, at=at, message=message, help="write one table for each zone"))
            continue
        copies = [(name, "")] if zones is None else [(f"{name}-{suffix}", suffix) for suffix in zones]
        for copy, _ in copies:
            yield RouteTable(
                key=copy,
                origin=entry.path,
                existing=entry.model.existing,
                vpc=ref(Vpc, str(entry.path[1])),
                tags=scope.tags(copy, entry.model.tags),
            )
        yield from _routes(scope, entry, copies)
        yield from _at_gateway(scope, entry, [copy for copy, _ in copies])


def _routes(scope: Network, entry: Entry[TableModel], copies: list[tuple[str, str]]) -> Iterator[Route]:
    """The routes of a table that are written, and those that IPv6 adds, in each of its copies."""
    written: dict[str, Found | None] = {}
    for destination, name in entry.model.routes.items():
        at = (*entry.path, "routes", destination)
        block, target = _destination(scope, destination, at), target_of(scope, name, at)
        if block is not None:
            written[block] = target
            yield from _in_each(scope, copies, block, target, at)
    for more, target, beside in _added(scope, entry, written):
        yield from _in_each(scope, copies, more, target, (*entry.path, "routes", beside))


def _in_each(
    scope: Network, copies: list[tuple[str, str]], block: Block, target: Found | None, at: SpecPath
) -> Iterator[Route]:
    for copy, suffix in copies:
        meant = in_zone(scope, target, suffix or _zone_behind(scope, block, at), at) if target is not None else None
        if meant is not None:
            yield _route(scope, copy, block, meant, at)


def _zone_behind(scope: Network, block: Block, at: SpecPath) -> str:
    """For a table at a gateway: the zone of the subnet that a route leads into."""
    if scope.of(ROUTE_TABLE)[str(at[3])].model.gateway is None:
        return ""
    found = (name for name, entry in scope.of(SUBNET).items() if entry.model.cidr is not None)
    return next((scope.suffix(name) for name in found if str(scope.of(SUBNET)[name].model.cidr) == block), "")


def _added(
    scope: Network, entry: Entry[TableModel], written: dict[str, Found | None]
) -> Iterator[tuple[Block, Found, str]]:
    """What IPv6 adds to a table, each with the destination that it stands beside."""
    vpc = str(entry.path[1])
    if not entry.model.ipv6 or not is_dual_stack(scope, vpc):
        return
    for way, target in _way_out(scope, entry, written):
        yield way, target, ANYWHERE
    known: set[Ipv6Block] = set()
    for destination, found in written.items():
        if found is not None:
            beyond = [one for one in blocks_beyond(scope, vpc, found, destination) if one not in known]
            known.update(beyond)
            yield from ((one, found, destination) for one in beyond)


def _way_out(scope: Network, entry: Entry[TableModel], written: dict[str, Found | None]) -> Iterator[tuple[str, Found]]:
    """The same way out for IPv6 as the default route's, and NAT64 for subnets with DNS64."""
    vpc, target = str(entry.path[1]), written.get(ANYWHERE)
    if target is None:
        return
    egress = scope.of(VPC)[vpc].model.egress_only_gateway
    is_nat = target.word == "nat_gateway" or target.name.startswith("nat-")
    if ANYWHERE_6 not in written:
        if target.word == "internet_gateway" or (target.word == EXISTING and target.name.startswith("igw-")):
            yield ANYWHERE_6, target
        elif is_nat and egress is not None:
            yield ANYWHERE_6, Found("egress_only_gateway", egress.name)
    if is_nat and NAT64 not in written and _has_dns64(scope, entry.name):
        yield NAT64, target


def _has_dns64(scope: Network, table: str) -> bool:
    """Whether a subnet that uses the table asks for DNS64."""
    for name, entry in scope.of(SUBNET).items():
        used = scope.table_of(name)
        if used is not None and used[0] == table and index_of(scope, name) is not None:
            tier = scope.of(TIER)[str(entry.path[3])].model
            if tier.dns64 if entry.model.dns64 is None else entry.model.dns64:
                return True
    return False


def _at_gateway(scope: Network, entry: Entry[TableModel], copies: list[str]) -> Iterator[GatewayRouteTableAssociation]:
    """The association of a table that stands at the gateway of its VPC."""
    if entry.model.gateway is None:
        return
    at = (*entry.path, "gateway")
    gateway = scope.ref(InternetGateway, "internet_gateway", entry.model.gateway, at)
    if gateway is not None and entry.model.existing is None:
        vpc = str(scope.names["internet_gateway"][gateway.key][1])
        for copy in copies:
            yield GatewayRouteTableAssociation(
                key=f"gateway:{copy}",
                origin=at,
                depends_on=scope.attachment_of(vpc),
                gateway=gateway,
                route_table=ref(RouteTable, copy),
            )


def _route(scope: Network, table: str, block: Block, target: Found, at: SpecPath) -> Route:
    """One route of one table."""
    known, block = (None, block) if isinstance(block, str) else (block, block.said)
    by_id, by_name = block.startswith("pl-"), block.startswith("prefix_list:")
    is_block, ipv6 = not (by_id or by_name or known), ":" in block
    return Route(
        key=f"{table} {block}",
        origin=at,
        route_table=ref(RouteTable, table),
        destination_cidr_block=block if is_block and not ipv6 else None,
        destination_ipv6_cidr_block=block if is_block and ipv6 else None,
        destination_ipv6=known,
        destination_prefix_list=block if by_id else None,
        destination_list=Ref("PrefixList", block.partition(":")[2]) if by_name else None,
        **fields_of(scope, target, str(at[1])),
    )


def _destination(scope: Network, destination: str, at: SpecPath) -> str | None:
    """A destination as AWS writes it, or a prefix list by name; None, with a finding, if it is none of these."""
    if re.match(_PREFIX_LIST, destination):
        return destination
    name = bare(destination, "prefix_list")
    known = name in scope.names.get("prefix_list", ()) or ("prefix_list", name) in scope.broken
    if known or destination.startswith("prefix_list:"):
        found = scope.find(destination, ("prefix_list",), at, on_key=True)
        return f"prefix_list:{found.name}" if found else None
    try:
        return parse_network(destination).compressed
    except Refusal as why:
        help_ = why.help or "write a block such as 0.0.0.0/0, or a prefix list pl-…"
        fixes = why.fixes_at(at, How.RENAME)
        said = Finding(problem=why.problem, at=at, message=why.message, label=why.label, help=help_, fixes=fixes)
        scope.report(replace(said, on_key=True))
        return None
