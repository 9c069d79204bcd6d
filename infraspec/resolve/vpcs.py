"""`vpcs:` and `peerings:` to nodes."""

import re
from collections.abc import Iterator
from ipaddress import IPv6Network

from infraspec.diagnostic import Finding, Related, SpecPath
from infraspec.graph.resource import Ref, Resource, ref
from infraspec.graph.vpc import (
    ElasticIp,
    InternetGateway,
    InternetGatewayAttachment,
    NatGateway,
    Route,
    RouteTable,
    RouteTableAssociation,
    Subnet,
    Vpc,
    VpcCidrBlock,
    VpcPeeringConnection,
)
from infraspec.resolve.network import Network
from infraspec.resolve.problems import NO_NAT_IN_ZONE
from infraspec.spec.base import parse_network
from infraspec.spec.document import Entry
from infraspec.spec.problems import NOT_AN_ADDRESS, WRONG_VALUE
from infraspec.spec.vpcs import NatGateway as NatGatewayModel
from infraspec.spec.vpcs import Peering
from infraspec.spec.vpcs import RouteTable as RouteTableModel
from infraspec.spec.vpcs import Subnet as SubnetModel
from infraspec.spec.vpcs import Tier
from infraspec.spec.vpcs import Vpc as VpcModel

_TARGETS = ("internet_gateway", "nat_gateway", "peering", "instance", "network_interface")
_TARGET_ID = re.compile(r"(?:igw|nat|pcx|eni|tgw|vgw|vpce)-(?:[0-9a-f]{8}|[0-9a-f]{17})\Z")
_PREFIX_LIST = re.compile(r"pl-(?:[0-9a-f]{8}|[0-9a-f]{17})\Z")


def vpcs(scope: Network) -> Iterator[Resource]:
    """Every VPC with its blocks and gateway."""
    for name, entry in scope.of("vpc", VpcModel).items():
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
            if model.existing is None:
                origin = (*entry.path, "secondary_cidrs", position)
                yield VpcCidrBlock(key=f"{name} {cidr}", origin=origin, vpc=ref(Vpc, name), cidr=cidr)
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
            key=gateway.name, origin=origin, vpc=ref(Vpc, name), internet_gateway=ref(InternetGateway, gateway.name)
        )



def subnets(scope: Network) -> Iterator[Resource]:
    """Every subnet with its association to a route table."""
    tiers = scope.of("tier", Tier)
    for name, entry in scope.of("subnet", SubnetModel).items():
        model, tier_name = entry.model, str(entry.path[3])
        tier = tiers[tier_name].model
        zone = scope.zone_name(model.zone)
        by_id = "-az" in zone
        public = model.public_ip_on_launch
        yield Subnet(
            key=name,
            origin=entry.path,
            existing=model.existing,
            vpc=ref(Vpc, str(entry.path[1])),
            cidr=model.cidr,
            availability_zone=None if by_id else zone,
            availability_zone_id=zone if by_id else None,
            map_public_ip_on_launch=tier.public_ip_on_launch if public is None else public,
            tier=tier_name,
            tags=scope.tags(name, tier.tags, model.tags),
        )
    yield from _associations(scope)



def _associations(scope: Network) -> Iterator[Resource]:
    """One association a subnet; a name that is wrong in a tier is reported once."""
    seen: set[SpecPath] = set()
    for name, entry in scope.of("subnet", SubnetModel).items():
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





def nat_gateways(scope: Network) -> Iterator[Resource]:
    """NAT gateways, each with its Elastic IP address."""
    families = scope.zonal_nats
    for name, entry in scope.of("nat_gateway", NatGatewayModel).items():
        model = entry.model
        if (model.subnet is None) == (model.subnets is None):
            both = "both are written" if model.subnet is not None else "neither is written"
            message = f"NAT gateway `{name}` takes one of `subnet` and `subnets`, but {both}"
            help_ = "write `subnet: NAME` for one gateway, `subnets: tier:NAME` for one in each zone"
            scope.report(Finding(problem=WRONG_VALUE, at=entry.path, message=message, help=help_, on_key=True))
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
        yield ElasticIp(
            key=name, origin=entry.path, existing=model.elastic_ip, depends_on=waits, tags=tags
        )
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




def route_tables(scope: Network) -> Iterator[Resource]:
    """Route tables with their routes."""
    families = scope.zonal_tables
    for name, entry in scope.of("route_table", RouteTableModel).items():
        copies = [(f"{name}-{suffix}", suffix) for suffix in families[name]] if name in families else [(name, "")]
        for copy, suffix in copies:
            yield RouteTable(
                key=copy,
                origin=entry.path,
                existing=entry.model.existing,
                vpc=ref(Vpc, str(entry.path[1])),
                tags=scope.tags(copy, entry.model.tags),
            )
            first = (copy, suffix) == copies[0]
            for destination, target in entry.model.routes.items():
                at = (*entry.path, "routes", destination)
                node = _route(scope, copy, destination, _in_zone(scope, target, suffix, at), at, quiet=not first)
                if node is not None:
                    yield node


def _in_zone(scope: Network, target: str, suffix: str, at: SpecPath) -> str | None:
    """A target, with a NAT gateway of each zone narrowed to the one of this zone."""
    nats, name = scope.zonal_nats, target.removeprefix("nat_gateway:")
    if name not in nats:
        return target
    if not nats[name]:
        return None
    if suffix in nats[name]:
        return f"{name}-{suffix}"
    zones = ", ".join(sorted(nats[name]))
    scope.report(
        Finding(
            problem=NO_NAT_IN_ZONE,
            at=at,
            message=f"`{name}` has no gateway in zone {suffix}, where subnets of this table stand",
            related=(Related(at=scope.names["nat_gateway"][name], label=f"stands in zones {zones}", on_key=True),),
            help=f"give `{name}` a subnet in zone {suffix}",
        )
    )
    return None


def _route(
    scope: Network, table: str, destination: str, target: str | None, at: SpecPath, *, quiet: bool
) -> Route | None:
    """One route; None if its destination or target cannot be used."""
    if target is None:
        return None
    before = len(scope.findings)
    block = _destination(scope, destination, at)
    known = _TARGET_ID.match(target) is not None
    is_zone_nat = target not in scope.names.get("nat_gateway", {}) and target.rpartition("-")[0] in scope.names.get("nat_gateway", {})
    word, name = ("", "") if known else ("nat_gateway", target) if is_zone_nat else (scope.find(target, _TARGETS, at) or ("", ""))
    if quiet:
        del scope.findings[before:]
    if block is None or not (known or word):
        return None
    ipv6 = ":" in block
    node_ref: Ref[Resource] = Ref(_KIND_OF.get(word, ""), name)
    return Route(
        key=f"{table} {destination}",
        origin=at,
        depends_on=scope.attachment_of(str(scope.names["internet_gateway"][name][1])) if word == "internet_gateway" else (),
        route_table=ref(RouteTable, table),
        destination_cidr_block=None if ipv6 or block.startswith("pl-") else block,
        destination_ipv6_cidr_block=block if ipv6 else None,
        destination_prefix_list=block if block.startswith("pl-") else None,
        gateway=ref(InternetGateway, name) if word == "internet_gateway" else None,
        nat_gateway=ref(NatGateway, name) if word == "nat_gateway" else None,
        peering=ref(VpcPeeringConnection, name) if word == "peering" else None,
        instance=node_ref if word == "instance" else None,
        network_interface=node_ref if word == "network_interface" else None,
        target_id=target if known else None,
    )


_KIND_OF = {"instance": "Instance", "network_interface": "NetworkInterface"}


def _destination(scope: Network, destination: str, at: SpecPath) -> str | None:
    """A destination as AWS writes it."""
    if _PREFIX_LIST.match(destination):
        return destination
    try:
        network = parse_network(destination)
    except ValueError as error:
        context = getattr(error, "context", None) or {}
        help_ = str(context.get("help") or "write a block such as 0.0.0.0/0, or a prefix list pl-…")
        message = str(context.get("message") or f"`{destination}` is not a destination")
        scope.report(Finding(problem=context.get("problem", NOT_AN_ADDRESS), at=at, message=message, help=help_, on_key=True))
        return None
    return network.compressed if isinstance(network, IPv6Network) else str(network)


def peerings(scope: Network) -> Iterator[Resource]:
    """Peering connections."""
    for name, entry in scope.of("peering", Peering).items():
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
