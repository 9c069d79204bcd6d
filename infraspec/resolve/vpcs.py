"""`vpcs:` to nodes: networks, subnets, and what hangs on the network itself."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import IPv4Network
from typing import TYPE_CHECKING, Any

from infraspec.diagnostic import Edit, Finding, How, Problem, SpecPath, fix
from infraspec.graph.default_group import DefaultSecurityGroup
from infraspec.graph.dhcp import DhcpOptions, DhcpOptionsAssociation
from infraspec.graph.resource import Ref, Resource, ref
from infraspec.graph.vpc import (
    EgressOnlyGateway,
    InternetGateway,
    InternetGatewayAttachment,
    RouteTable,
    RouteTableAssociation,
    Subnet,
    Vpc,
    VpcCidrBlock,
)
from infraspec.resolve.ipv6 import index_of, is_dual_stack
from infraspec.resolve.network import Network
from infraspec.resolve.problems import NO_IPV6
from infraspec.spec.document import Entry
from infraspec.spec.forms.vpcs import NONE
from infraspec.spec.kinds import SUBNET, TIER, VPC
from infraspec.spec.problems import WRONG_VALUE

if TYPE_CHECKING:
    from infraspec.spec.vpcs import Vpc as VpcModel


def vpcs(scope: Network) -> Iterator[Resource]:
    """Every VPC with its blocks and gateway."""
    for name, entry in scope.of(VPC).items():
        model = entry.model
        yield Vpc(
            key=name,
            origin=entry.path,
            existing=model.existing,
            cidr=model.cidr,
            tenancy=model.tenancy,
            dns_support=model.dns_support,
            dns_hostnames=model.dns_hostnames,
            ipv6=is_dual_stack(scope, name),
            tags=scope.tags(name, model.tags),
        )
        for position, cidr in enumerate(model.secondary_cidrs):
            origin = (*entry.path, "secondary_cidrs", position)
            key = f"{name} {cidr}"
            yield VpcCidrBlock(key=key, origin=origin, existing=model.existing, vpc=ref(Vpc, name), cidr=cidr)
        yield from _internet_gateway(scope, name, entry)
        yield from _beside(scope, name, entry)


def _internet_gateway(scope: Network, name: str, entry: Entry[VpcModel]) -> Iterator[Resource]:
    gateway = entry.model.internet_gateway
    if gateway is None:
        return
    origin = (*entry.path, "internet_gateway")
    yield InternetGateway(
        key=gateway.name,
        origin=origin,
        existing=gateway.existing,
        vpc=ref(Vpc, name),
        tags=scope.tags(gateway.name, gateway.tags),
    )
    if gateway.existing is None:
        yield InternetGatewayAttachment(
            key=gateway.name,
            origin=origin,
            vpc=ref(Vpc, name),
            internet_gateway=ref(InternetGateway, gateway.name),
        )


def _beside(scope: Network, name: str, entry: Entry[VpcModel]) -> Iterator[Resource]:
    """The egress-only gateway, the DHCP options and the default security group of a VPC."""
    model = entry.model
    if model.ipv6 and model.existing is not None:
        _report(scope, WRONG_VALUE, (*entry.path, "ipv6"), f"`{name}` exists, so its IPv6 block is known to AWS alone")
    if (gateway := model.egress_only_gateway) is not None:
        if not model.ipv6:
            message = f"VPC `{name}` has no IPv6, which an egress-only gateway is for"
            _report(scope, NO_IPV6, (*entry.path, "egress_only_gateway"), message)
        yield EgressOnlyGateway(
            key=gateway.name,
            origin=(*entry.path, "egress_only_gateway"),
            existing=gateway.existing,
            vpc=ref(Vpc, name),
            tags=scope.tags(gateway.name, gateway.tags),
        )
    if model.dhcp_options is not None:
        at = (*entry.path, "dhcp_options")
        options: Ref[Any] | None = scope.ref(DhcpOptions, "dhcp_options", model.dhcp_options, at)
        if options is not None:
            yield DhcpOptionsAssociation(key=name, origin=at, vpc=ref(Vpc, name), dhcp_options=options)
    if model.default_security_group is not None:
        at = (*entry.path, "default_security_group")
        yield DefaultSecurityGroup(key=name, origin=at, vpc=ref(Vpc, name), tags=scope.tags(f"{name}-default"))


def _report(scope: Network, problem: Problem, at: SpecPath, message: str, label: str = "") -> None:
    """Something about IPv6 that stands where there is none."""
    help_ = f"remove `{at[-1]}`" if problem is WRONG_VALUE else f"write `ipv6: true` in the VPC, or remove `{at[-1]}`"
    fixes = fix(f"remove `{at[-1]}`", Edit(at, how=How.REMOVE))
    if problem is NO_IPV6:
        fixes = (*fix("write `ipv6: true` in the VPC", Edit((*at[:2], "ipv6"), "true")), *fixes)
    scope.report(Finding(problem=problem, at=at, message=message, label=label, help=help_, fixes=fixes, on_key=True))


def subnets(scope: Network) -> Iterator[Resource]:
    """Every subnet with its association to a route table."""
    tiers = scope.of(TIER)
    for name, entry in scope.of(SUBNET).items():
        model, tier_name = entry.model, str(entry.path[3])
        tier = tiers[tier_name].model
        zone = scope.zone_name(model.zone)
        by_id = "-az" in zone
        dual, index = is_dual_stack(scope, str(entry.path[1])), index_of(scope, name)
        yield Subnet(
            key=name,
            origin=entry.path,
            existing=model.existing,
            depends_on=_secondary_block(scope, str(entry.path[1]), model.cidr),
            vpc=ref(Vpc, str(entry.path[1])),
            cidr=model.cidr,
            availability_zone=None if by_id else zone,
            availability_zone_id=zone if by_id else None,
            map_public_ip_on_launch=scope.gives_public_addresses(name),
            ipv6_index=index,
            assign_ipv6_address_on_creation=_or(dual, index, model.ipv6_on_launch, tier.ipv6_on_launch),
            enable_dns64=_or(dual, index, model.dns64, tier.dns64),
            tier=tier_name,
            tags=scope.tags(name, tier.tags, model.tags),
        )
    _refuse_ipv6(scope)
    yield from _associations(scope)


def _or(dual: bool, index: int | None, own: bool | None, of_tier: bool) -> bool | None:  # noqa: FBT001 - what is said
    """What a subnet says of its IPv6, or else its tier; None where the VPC has none."""
    return index is not None and (of_tier if own is None else own) if dual else None


def _refuse_ipv6(scope: Network) -> None:
    """Report IPv6 of subnets and tiers in VPCs that have none."""
    said: list[tuple[SpecPath, int | None, bool | None]]
    said = [(one.path, one.model.ipv6, one.model.dns64) for one in scope.of(TIER).values()]
    said += [
        (one.path, one.model.ipv6 != NONE and one.model.ipv6, one.model.dns64) for one in scope.of(SUBNET).values()
    ]
    for path, ipv6, dns64 in said:
        vpc = str(path[1])
        if vpc in scope.of(VPC) and not scope.of(VPC)[vpc].model.ipv6:
            for key, written in (("ipv6", ipv6), ("dns64", dns64)):
                if written is not None and written is not False:
                    _report(scope, NO_IPV6, (*path, key), f"VPC `{vpc}` has no IPv6 block")


def _secondary_block(scope: Network, vpc: str, cidr: IPv4Network) -> tuple[Ref[VpcCidrBlock], ...]:
    """The secondary block that holds a subnet: no property of the subnet says that it must stand first."""
    model = scope.of(VPC)[vpc].model
    holding = next((block for block in model.secondary_cidrs if cidr.subnet_of(block)), None)
    return (ref(VpcCidrBlock, f"{vpc} {holding}"),) if holding is not None else ()


def _associations(scope: Network) -> Iterator[Resource]:
    """One association a subnet; a name that is wrong in a tier is reported once."""
    seen: set[SpecPath] = set()
    for name, entry in scope.of(SUBNET).items():
        written = scope.table_of(name)
        if written is None or (written[1] in seen and written[0] not in scope.names.get("route_table", ())):
            continue
        seen.add(written[1])
        found = scope.find(written[0], ("route_table",), written[1])
        if found is None or entry.model.existing is not None:
            continue
        table = scope.table_at(found.name, name)
        yield RouteTableAssociation(
            key=name, origin=written[1], subnet=ref(Subnet, name), route_table=ref(RouteTable, table)
        )
