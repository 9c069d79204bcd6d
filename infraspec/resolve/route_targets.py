"""What a route may lead to, by name or by AWS's identifier."""

from __future__ import annotations

import re
from typing import Any

from infraspec.data.regions import ZONES
from infraspec.diagnostic import Finding, Related, SpecPath
from infraspec.graph.resource import Ref, Resource
from infraspec.graph.routes import FirewallEndpoint
from infraspec.resolve.endpoint_types import is_of_gateway_balancer
from infraspec.resolve.lost import is_lost
from infraspec.resolve.network import Network
from infraspec.resolve.problems import NO_NAT_IN_ZONE
from infraspec.resolve.scope import Found
from infraspec.spec.kinds import ENDPOINT, INSTANCE, NAT_GATEWAY, TRANSIT_ATTACHMENT, VPN_GATEWAY
from infraspec.spec.problems import WRONG_VALUE

TARGETS = (
    "internet_gateway",
    "egress_only_gateway",
    "nat_gateway",
    "peering",
    "transit_gateway",
    "vpn_gateway",
    "firewall",
    "instance",
    "network_interface",
    "endpoint",
)
_TARGET_ID = r"(?:igw|eigw|nat|pcx|eni|tgw|vgw|vpce)-(?:[0-9a-f]{8}|[0-9a-f]{17})\Z"
EXISTING = "existing"
"""The word of a target that is written as AWS's identifier."""
_NODES = {
    "internet_gateway": ("gateway", "InternetGateway"),
    "egress_only_gateway": ("egress_only_gateway", "EgressOnlyGateway"),
    "nat_gateway": ("nat_gateway", "NatGateway"),
    "peering": ("peering", "VpcPeeringConnection"),
    "transit_gateway": ("transit_gateway", "TransitGateway"),
    "vpn_gateway": ("vpn_gateway", "VpnGateway"),
    "instance": ("instance", "Instance"),
    "network_interface": ("network_interface", "NetworkInterface"),
    "endpoint": ("vpc_endpoint", "GatewayLoadBalancerEndpoint"),
}
"""The field of a route for each kind of target, and its kind of node."""


def target_of(scope: Network, written: str, at: SpecPath) -> Found | None:
    """What a route leads to."""
    found = Found(EXISTING, written) if re.match(_TARGET_ID, written) else scope.find(written, TARGETS, at)
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
    if entry.model.type is None and is_lost(scope, "endpoint_service", "load_balancer"):
        return None  # what it leads to could not be read
    message = f"`{found.name}` is an endpoint that no route is written to"
    help_ = "routes lead to endpoints of gateway load balancers; a gateway endpoint names its `route_tables` itself"
    scope.report(Finding(problem=WRONG_VALUE, at=at, message=message, help=help_))
    return None


def in_zone(scope: Network, target: Found, suffix: str, at: SpecPath) -> Found | None:
    """A target, with what stands once in each zone narrowed to the one of this zone: `nat-a`, `firewall/a`."""
    stands_in = scope.zonal(target.word).get(target.name)
    if stands_in is None:
        return target
    if target.word == "firewall" and len(stands_in) == 1:
        suffix = next(iter(stands_in))
    if suffix in stands_in:
        return (
            Found(target.word, f"{target.name}-{suffix}")
            if target.word == "nat_gateway"
            else Found(target.word, f"{target.name}/{suffix}")
        )
    if not suffix and is_lost(scope, "subnet", "tier", "vpc"):
        return None  # the block may be that of a subnet that could not be read
    # A gateway whose own subnets are unknown has been reported, and so is a zone that the region does not have.
    if stands_in and _may_be_zone(scope.region, suffix):
        zones = ", ".join(sorted(stands_in))
        defined = Related(at=scope.names[target.word][target.name], label=f"stands in zones {zones}", on_key=True)
        what = "gateway" if target.word == "nat_gateway" else "endpoint"
        where = f"in zone {suffix}, where subnets of this table stand" if suffix else "for this destination"
        help_ = f"give `{target.name}` a subnet in zone {suffix}" if suffix else "write the block of one subnet"
        message = f"`{target.name}` has no {what} {where}"
        scope.report(Finding(problem=NO_NAT_IN_ZONE, at=at, message=message, related=(defined,), help=help_))
    return None


def _may_be_zone(region: str, suffix: str) -> bool:
    """Whether a region may have the zone of this letter or identifier; of a region that is not known it may."""
    known = ZONES.get(region)
    return known is None or len(suffix) != 1 or suffix in known.letters


def fields_of(scope: Network, target: Found, vpc: str) -> dict[str, Any]:
    """The fields of a route of a VPC that say where it leads, and what must stand first."""
    word, name = target
    if word == EXISTING:
        return {"target_id": name}
    if word == "firewall":
        firewall, _, suffix = name.partition("/")
        return {"firewall": FirewallEndpoint(Ref("Firewall", firewall), scope.zone_name(suffix))}
    entry = scope.of(NAT_GATEWAY).get(name) if word == "nat_gateway" else None
    if entry is not None and entry.model.availability == "regional":
        return {"regional_nat_gateway": Ref("RegionalNatGateway", name)}
    field, kind = _NODES[word]
    return {field: Ref(kind, name), "depends_on": _first(scope, target, vpc)}


def _first(scope: Network, target: Found, vpc: str) -> tuple[Ref[Resource], ...]:
    """What must stand before AWS takes a route to a target: its attachment to the VPC."""
    word, name = target
    if word == "internet_gateway":
        return tuple(Ref(one.kind, one.key) for one in scope.attachment_of(str(scope.names[word][name][1])))
    if word == "vpn_gateway" and scope.of(VPN_GATEWAY)[name].model.existing is None:
        return (Ref("VpnGatewayAttachment", name),)
    if word == "transit_gateway":
        return tuple(
            Ref("TransitGatewayAttachment", one)
            for one, entry in sorted(scope.of(TRANSIT_ATTACHMENT).items())
            if str(entry.path[1]) == name
            and entry.model.existing is None
            and vpc in vpcs_of(scope, entry.model.subnets)
        )
    return ()


def vpcs_of(scope: Network, subnets: list[str]) -> set[str]:
    """The VPCs of tiers and subnets, which somebody else says are unknown."""
    found = set()
    for value in subnets:
        name = value.partition(":")[2] if value.startswith(("tier:", "subnet:")) else value
        for word in ("tier", "subnet"):
            path = scope.names.get(word, {}).get(name)
            if path is not None:
                found.add(str(path[1]))
    return found
