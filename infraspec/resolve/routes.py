"""`route_tables:` to nodes: tables, and one route for each destination."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from infraspec.data.regions import ZONES
from infraspec.diagnostic import Finding, How, Related, SpecPath
from infraspec.graph.resource import Ref, Resource, ref
from infraspec.graph.vpc import InternetGateway, NatGateway, Route, RouteTable, Vpc, VpcPeeringConnection
from infraspec.resolve.network import Network
from infraspec.resolve.problems import NO_NAT_IN_ZONE
from infraspec.resolve.scope import Found
from infraspec.spec.forms.values import parse_network
from infraspec.spec.kinds import INSTANCE, ROUTE_TABLE
from infraspec.spec.problems import WRONG_VALUE
from infraspec.spec.refusal import Refusal

_TARGETS = ("internet_gateway", "nat_gateway", "peering", "instance", "network_interface")
_TARGET_ID = r"(?:igw|nat|pcx|eni|tgw|vgw|vpce)-(?:[0-9a-f]{8}|[0-9a-f]{17})\Z"
_PREFIX_LIST = r"pl-(?:[0-9a-f]{8}|[0-9a-f]{17})\Z"
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
        for destination, written in entry.model.routes.items():
            at = (*entry.path, "routes", destination)
            block, target = _destination(scope, destination, at), _target(scope, written, at)
            for copy, suffix in copies:
                meant = _in_zone(scope, target, suffix, at) if target is not None else None
                if block is not None and meant is not None:
                    yield _route(scope, copy, block, meant, at)


def _target(scope: Network, written: str, at: SpecPath) -> Found | None:
    """What a route leads to."""
    found = Found(_EXISTING, written) if re.match(_TARGET_ID, written) else scope.find(written, _TARGETS, at)
    if found is None or found.word != "instance" or scope.of(INSTANCE)[found.name].model.existing is None:
        return found
    message = f"`{found.name}` exists, and Terraform knows the way to an instance by its network interface alone"
    scope.report(Finding(problem=WRONG_VALUE, at=at, message=message, help="write the interface's identifier, eni-…"))
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
    ipv6, prefix_list = ":" in block, block.startswith("pl-")
    vpc = str(scope.names["internet_gateway"][name][1]) if word == "internet_gateway" else ""
    return Route(
        key=f"{table} {block}",
        origin=at,
        depends_on=scope.attachment_of(vpc) if vpc else (),
        route_table=ref(RouteTable, table),
        destination_cidr_block=None if ipv6 or prefix_list else block,
        destination_ipv6_cidr_block=block if ipv6 else None,
        destination_prefix_list=block if prefix_list else None,
        gateway=ref(InternetGateway, name) if word == "internet_gateway" else None,
        nat_gateway=ref(NatGateway, name) if word == "nat_gateway" else None,
        peering=ref(VpcPeeringConnection, name) if word == "peering" else None,
        instance=Ref("Instance", name) if word == "instance" else None,
        network_interface=Ref("NetworkInterface", name) if word == "network_interface" else None,
        target_id=name if word == _EXISTING else None,
    )


def _destination(scope: Network, destination: str, at: SpecPath) -> str | None:
    """A destination as AWS writes it; None, with a finding, if it is neither a block nor a prefix list."""
    if re.match(_PREFIX_LIST, destination):
        return destination
    try:
        return parse_network(destination).compressed
    except Refusal as why:
        help_ = why.help or "write a block such as 0.0.0.0/0, or a prefix list pl-…"
        fixes = why.fixes_at(at, How.RENAME)
        said = Finding(problem=why.problem, at=at, message=why.message, label=why.label, help=help_, fixes=fixes)
        scope.report(replace(said, on_key=True))
        return None
