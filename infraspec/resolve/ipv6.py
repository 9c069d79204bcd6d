"""Dual stack: which VPCs have it, and which /64 each subnet has."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import IPv4Network
from typing import Final

from infraspec.graph.resource import ref
from infraspec.graph.vpc import Ipv6Block, Vpc
from infraspec.resolve.scope import Scope
from infraspec.spec.forms.vpcs import AUTO, NONE
from infraspec.spec.kinds import SUBNET, TIER, VPC

_BITS: Final = 8
"""A /56 has so many bits for its /64."""


def is_dual_stack(scope: Scope, vpc: str) -> bool:
    """Whether a VPC is given an IPv6 block here."""
    entry = scope.of(VPC).get(vpc)
    return entry is not None and entry.model.ipv6 and entry.model.existing is None


def index_of(scope: Scope, subnet: str) -> int | None:
    """Which /64 of its VPC's IPv6 block a subnet has; None where it has none.

    The number stands in the spec, or in the subnet's IPv4 block: the eight bits behind the prefix of the VPC's block.
    Neither changes when others come and go, and of subnets that differ in these bits no two have the same.
    """
    entry = scope.of(SUBNET)[subnet]
    vpc = str(entry.path[1])
    tier = scope.of(TIER)[str(entry.path[3])].model
    written = entry.model.ipv6
    if not is_dual_stack(scope, vpc) or entry.model.existing is not None or written == NONE:
        return None
    if written is None and tier.ipv6 is False:
        return None
    return _place(scope, vpc, entry.model.cidr) if written in (None, AUTO) else written


def _place(scope: Scope, vpc: str, cidr: IPv4Network) -> int:
    model = scope.of(VPC)[vpc].model
    blocks = (model.cidr, *model.secondary_cidrs)
    holding = next((block for block in blocks if cidr.subnet_of(block)), model.cidr)
    offset = int(cidr.network_address) & int(holding.hostmask)
    return (offset >> max(0, 32 - holding.prefixlen - _BITS)) & ((1 << _BITS) - 1)


def blocks_of_vpc(scope: Scope, vpc: str) -> Iterator[Ipv6Block]:
    """The IPv6 block of a VPC, where it has one."""
    if is_dual_stack(scope, vpc):
        yield Ipv6Block(ref(Vpc, vpc), None)


def blocks_of_subnets(scope: Scope, subnets: list[str]) -> Iterator[Ipv6Block]:
    """The IPv6 blocks of those of these subnets that have one."""
    for subnet in subnets:
        index = index_of(scope, subnet)
        if index is not None:
            yield Ipv6Block(ref(Vpc, scope.vpc_of("subnet", subnet)), index)
