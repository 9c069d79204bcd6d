"""The IPv6 addresses of what a route leads to by its IPv4 block, in another VPC of the spec."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import IPv4Network

from infraspec.graph.vpc import Ipv6Block
from infraspec.resolve.ipv6 import blocks_of_subnets, blocks_of_vpc, is_dual_stack
from infraspec.resolve.network import Network
from infraspec.resolve.route_targets import vpcs_of
from infraspec.resolve.scope import Found, bare
from infraspec.spec.kinds import PEERING, SUBNET, TRANSIT_ATTACHMENT, VPC


def blocks_beyond(scope: Network, vpc: str, target: Found, destination: str) -> Iterator[Ipv6Block]:
    """The IPv6 blocks of each VPC, or of a subnet of one, that a route from a VPC names by its IPv4 block."""
    if ":" in destination or destination.startswith("pl-"):
        return
    block = IPv4Network(destination)
    for other in _others(scope, vpc, target):
        if is_dual_stack(scope, other):
            yield from blocks_of_vpc(scope, other) if scope.of(VPC)[other].model.cidr.subnet_of(block) else ()
            same = (name for name, one in scope.of(SUBNET).items() if one.path[1] == other and one.model.cidr == block)
            yield from blocks_of_subnets(scope, list(same))


def _others(scope: Network, vpc: str, target: Found) -> list[str]:
    """The VPCs beyond a peering connection or a transit gateway, as far as that takes IPv6."""
    if target.word == "peering" and target.name in scope.of(PEERING):
        model = scope.of(PEERING)[target.name].model
        return [one for one in (bare(model.requester, "vpc"), bare(model.accepter, "vpc")) if one != vpc]
    if target.word != "transit_gateway":
        return []
    attached: set[str] = set()
    for entry in scope.of(TRANSIT_ATTACHMENT).values():
        if entry.path[1] == target.name and entry.model.ipv6:
            attached |= vpcs_of(scope, entry.model.subnets)
    return sorted(attached - {vpc}) if vpc in attached else []
