"""`route_tables:` to nodes: tables, and one route for each destination."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from infraspec.data.regions import ZONES
from infraspec.diagnostic import Finding, How, Related, SpecPath
from infraspec.graph.resource import Ref, Resource, ref
from infraspec.graph.routes import GatewayRouteTableAssociation, Route
from infraspec.graph.vpc import (
    EgressOnlyGateway,
    InternetGateway,
    NatGateway,
    RouteTable,
    Vpc,
    VpcPeeringConnection,
)
from infraspec.resolve.endpoint_types import is_of_gateway_balancer
from infraspec.resolve.ipv6 import index_of, is_dual_stack
from infraspec.resolve.network import Network
from infraspec.resolve.problems import NO_NAT_IN_ZONE
from infraspec.resolve.scope import Found, bare
from infraspec.spec.document import Entry
from infraspec.spec.forms.values import parse_network
from infraspec.spec.kinds import ENDPOINT, INSTANCE, NAT_GATEWAY, ROUTE_TABLE, SUBNET, TIER, VPC
from infraspec.spec.problems import WRONG_VALUE
from infraspec.spec.refusal import Refusal

if TYPE_CHECKING:
    from infraspec.spec.vpcs import RouteTable as TableModel

_MACHINES = ("instance", "network_interface", "endpoint")
_TARGETS = ("internet_gateway", "egress_only_gateway", "nat_gateway", "peering", *_MACHINES)
_TARGET_ID = r"(?:igw|eigw|nat|pcx|eni|tgw|vgw|vpce)-(?:[0-9a-f]{8}|[0-9a-f]{17})\Z"
_PREFIX_LIST = r"pl-(?:[0-9a-f]{8}|[0-9a-f]{17})\Z"
ANYWHERE, ANYWHERE_6, NAT64 = "0.0.0.0/0", "::/0", "64:ff9b::/96"
_EXISTING = "existing"
"""The word of a target that is written as AWS's identifier."""


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
        block, target = _destination(scope, destination, at), _target(scope, name, at)
        if block is not None:
            written[block] = target
            yield from _in_each(scope, copies, block, target, at)
    at = (*entry.path, "routes", ANYWHERE)
    for block, target in _added(scope, entry, written):
        yield from _in_each(scope, copies, block, target, at)


def _in_each(
    scope: Network, copies: list[tuple[str, str]], block: str, target: Found | None, at: SpecPath
) -> Iterator[Route]:
    for copy, suffix in copies:
        meant = _in_zone(scope, target, suffix, at) if target is not None else None
        if meant is not None:
            yield _route(scope, copy, block, meant, at)


def _added(scope: Network, entry: Entry[TableModel], written: dict[str, Found | None]) -> Iterator[tuple[str, Found]]:
    """What IPv6 adds beside the default route: the same way out for IPv6, and NAT64 for subnets with DNS64."""
    vpc, target = str(entry.path[1]), written.get(ANYWHERE)
    if target is None or not entry.model.ipv6 or not is_dual_stack(scope, vpc):
        return
    egress = scope.of(VPC)[vpc].model.egress_only_gateway
    is_nat = target.word == "nat_gateway" or target.name.startswith("nat-")
    if ANYWHERE_6 not in written:
        if target.word == "internet_gateway" or (target.word == _EXISTING and target.name.startswith("igw-")):
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


def _target(scope: Network, written: str, at: SpecPath) -> Found | None:
    """What a route leads to."""
    found = Found(_EXISTING, written) if re.match(_TARGET_ID, written) else scope.find(written, _TARGETS, at)
    if found is not None and found.word == "endpoint":
        return _gateway_endpoint(scope, found, at)
    if found is None or found.word != "instance" or scope.of(INSTANCE)[found.name].model.existing is None:
        return found
    message = f"`{found.name}` exists, and Terraform knows the way to an instance by its network interface alone"
    scope.report(Finding(problem=WRONG_VALUE, at=at, message=message, help="write the interface's identifier, eni-…"))
    return None


def _gateway_endpoint(scope: Network, found: Found, at: SpecPath) -> Found | None:
    """An endpoint that routes may lead to; None, with a finding, for all other types."""
    entry = scope.of(ENDPOINT)[found.name]
    if is_of_gateway_balancer(scope, entry.model):
        return found
    message = f"`{found.name}` is an endpoint that no route is written to"
    help_ = "routes lead to endpoints of gateway load balancers; a gateway endpoint names its `route_tables` itself"
    scope.report(Finding(problem=WRONG_VALUE, at=at, message=message, help=help_))
    return None


def _in_zone(scope: Network, target: Found, suffix: str, at: SpecPath) -> Found | None:
    """A target, with a NAT gateway of each zone narrowed to the one of this zone."""
    stands_in = scope.zonal_nats.get(target.name) if target.word == "nat_gateway" else None
    if stands_in is None:
        return target
    if suffix in stands_in:
        return Found("nat_gateway", f"{target.name}-{suffix}")
    # A gateway whose own subnets are unknown has been reported, and so is a zone that the region does not have.
    if stands_in and _may_be_zone(scope.region, suffix):
        zones = ", ".join(sorted(stands_in))
        defined = Related(at=scope.names["nat_gateway"][target.name], label=f"stands in zones {zones}", on_key=True)
        scope.report(
            Finding(
                problem=NO_NAT_IN_ZONE,
                at=at,
                message=f"`{target.name}` has no gateway in zone {suffix}, where subnets of this table stand",
                related=(defined,),
                help=f"give `{target.name}` a subnet in zone {suffix}",
            )
        )
    return None


def _may_be_zone(region: str, suffix: str) -> bool:
    """Whether a region may have the zone of this letter or identifier; of a region that is not known it may."""
    known = ZONES.get(region)
    return known is None or len(suffix) > 1 or suffix in known.letters


def _route(scope: Network, table: str, block: str, target: Found, at: SpecPath) -> Route:
    """One route of one table."""
    word, name = target
    by_id, by_name = block.startswith("pl-"), block.startswith("prefix_list:")
    is_block, ipv6 = not (by_id or by_name), ":" in block
    regional = word == "nat_gateway" and _is_regional(scope, name)
    vpc = str(scope.names["internet_gateway"][name][1]) if word == "internet_gateway" else ""
    return Route(
        key=f"{table} {block}",
        origin=at,
        depends_on=scope.attachment_of(vpc) if vpc else (),
        route_table=ref(RouteTable, table),
        destination_cidr_block=block if is_block and not ipv6 else None,
        destination_ipv6_cidr_block=block if is_block and ipv6 else None,
        destination_prefix_list=block if by_id else None,
        destination_list=Ref("PrefixList", block.partition(":")[2]) if by_name else None,
        gateway=ref(InternetGateway, name) if word == "internet_gateway" else None,
        egress_only_gateway=ref(EgressOnlyGateway, name) if word == "egress_only_gateway" else None,
        nat_gateway=ref(NatGateway, name) if word == "nat_gateway" and not regional else None,
        regional_nat_gateway=Ref("RegionalNatGateway", name) if regional else None,
        peering=ref(VpcPeeringConnection, name) if word == "peering" else None,
        instance=Ref("Instance", name) if word == "instance" else None,
        network_interface=Ref("NetworkInterface", name) if word == "network_interface" else None,
        vpc_endpoint=Ref("GatewayLoadBalancerEndpoint", name) if word == "endpoint" else None,
        target_id=name if word == _EXISTING else None,
    )


def _is_regional(scope: Network, name: str) -> bool:
    """Whether a NAT gateway stands in no subnet; one of a zone has another name than its entry."""
    entry = scope.of(NAT_GATEWAY).get(name)
    return entry is not None and entry.model.availability == "regional"


def _destination(scope: Network, destination: str, at: SpecPath) -> str | None:
    """A destination as AWS writes it, or a prefix list by name; None, with a finding, if it is none of these."""
    if re.match(_PREFIX_LIST, destination):
        return destination
    name = bare(destination, "prefix_list")
    if name in scope.names.get("prefix_list", ()) or destination.startswith("prefix_list:"):
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
