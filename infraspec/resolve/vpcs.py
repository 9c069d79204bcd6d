"""`vpcs:` and `peerings:` to nodes."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import IPv4Network
from typing import TYPE_CHECKING

from infraspec.diagnostic import Edit, Finding, How, Related, SpecPath, fix
from infraspec.graph.resource import Ref, Resource, ref
from infraspec.graph.vpc import (
    ElasticIp,
    InternetGateway,
    InternetGatewayAttachment,
    NatGateway,
    RouteTable,
    RouteTableAssociation,
    Subnet,
    Vpc,
    VpcCidrBlock,
    VpcPeeringConnection,
)
from infraspec.resolve.network import Network
from infraspec.resolve.problems import NAT_ADDRESS
from infraspec.spec.document import Entry
from infraspec.spec.kinds import NAT_GATEWAY, PEERING, SUBNET, TIER, VPC
from infraspec.spec.problems import WRONG_VALUE

if TYPE_CHECKING:
    from infraspec.spec.vpcs import NatGateway as NatGatewayModel
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
            tags=scope.tags(name, model.tags),
        )
        for position, cidr in enumerate(model.secondary_cidrs):
            origin = (*entry.path, "secondary_cidrs", position)
            key = f"{name} {cidr}"
            yield VpcCidrBlock(key=key, origin=origin, existing=model.existing, vpc=ref(Vpc, name), cidr=cidr)
        yield from _internet_gateway(scope, name, entry)


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


def subnets(scope: Network) -> Iterator[Resource]:
    """Every subnet with its association to a route table."""
    tiers = scope.of(TIER)
    for name, entry in scope.of(SUBNET).items():
        model, tier_name = entry.model, str(entry.path[3])
        tier = tiers[tier_name].model
        zone = scope.zone_name(model.zone)
        by_id = "-az" in zone
        public = model.public_ip_on_launch
        yield Subnet(
            key=name,
            origin=entry.path,
            existing=model.existing,
            depends_on=_secondary_block(scope, str(entry.path[1]), model.cidr),
            vpc=ref(Vpc, str(entry.path[1])),
            cidr=model.cidr,
            availability_zone=None if by_id else zone,
            availability_zone_id=zone if by_id else None,
            map_public_ip_on_launch=tier.public_ip_on_launch if public is None else public,
            tier=tier_name,
            tags=scope.tags(name, tier.tags, model.tags),
        )
    yield from _associations(scope)


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


def _private_with_address(name: str, entry: Entry[NatGatewayModel]) -> Finding:
    """A private NAT gateway with an Elastic IP address."""
    at, help_ = (*entry.path, "elastic_ip"), "remove `elastic_ip`"
    return Finding(
        problem=NAT_ADDRESS,
        at=at,
        message=f"the private NAT gateway `{name}` cannot have an Elastic IP address",
        related=(Related(at=(*entry.path, "connectivity"), label="private"),),
        help=help_,
        fixes=fix(help_, Edit(at, how=How.REMOVE)),
    )


def nat_gateways(scope: Network) -> Iterator[Resource]:
    """NAT gateways, each with its Elastic IP address."""
    families = scope.zonal_nats
    for name, entry in scope.of(NAT_GATEWAY).items():
        model = entry.model
        if model.connectivity == "private" and model.elastic_ip is not None:
            scope.report(_private_with_address(name, entry))
        if (model.subnet is None) == (model.subnets is None):
            both = "both are written" if model.subnet is not None else "neither is written"
            message = f"NAT gateway `{name}` takes one of `subnet` and `subnets`, but {both}"
            help_ = "write `subnet: NAME` for one gateway, `subnets: tier:NAME` for one in each zone"
            scope.report(Finding(problem=WRONG_VALUE, at=entry.path, message=message, help=help_, on_key=True))
        elif model.subnets is not None and (model.existing or model.elastic_ip or model.private_ip):
            field = next(one for one in ("existing", "elastic_ip", "private_ip") if getattr(model, one))
            message = f"`{field}` is of one gateway, and `subnets` makes one in each zone"
            at = (*entry.path, field)
            scope.report(Finding(problem=WRONG_VALUE, at=at, message=message, help="write `subnet: NAME`", on_key=True))
        elif model.subnet is not None:
            found = scope.ref(Subnet, "subnet", model.subnet, (*entry.path, "subnet"))
            if found is not None:
                yield from _nat_gateway(scope, name, entry, found.key)
        else:
            for suffix, subnet in sorted(families[name].items()):
                yield from _nat_gateway(scope, f"{name}-{suffix}", entry, subnet)


def _nat_gateway(scope: Network, name: str, entry: Entry[NatGatewayModel], subnet: str) -> Iterator[Resource]:
    model = entry.model
    tags = scope.tags(name, model.tags)
    public = model.connectivity == "public"
    waits = scope.attachment_of(scope.vpc_of("subnet", subnet)) if public else ()
    if public and model.existing is None:
        yield ElasticIp(key=name, origin=entry.path, existing=model.elastic_ip, depends_on=waits, tags=tags)
    yield NatGateway(
        key=name,
        origin=entry.path,
        existing=model.existing,
        depends_on=(*waits, *scope.internet_route(subnet)) if public else (),
        subnet=ref(Subnet, subnet),
        connectivity_type=model.connectivity,
        allocation=ref(ElasticIp, name) if public and model.existing is None else None,
        private_ip=model.private_ip,
        tags=tags,
    )


def peerings(scope: Network) -> Iterator[Resource]:
    """Peering connections."""
    for name, entry in scope.of(PEERING).items():
        requester = scope.ref(Vpc, "vpc", entry.model.requester, (*entry.path, "requester"))
        accepter = scope.ref(Vpc, "vpc", entry.model.accepter, (*entry.path, "accepter"))
        if requester is not None and accepter is not None:
            yield VpcPeeringConnection(
                key=name,
                origin=entry.path,
                vpc=requester,
                peer_vpc=accepter,
                tags=scope.tags(name, entry.model.tags),
            )
