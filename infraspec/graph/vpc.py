"""Amazon VPC: networks, subnets, gateways and routes."""

from ipaddress import IPv4Address, IPv4Network
from typing import NamedTuple

from infraspec.graph.resource import Ref, Resource, Tags, node


@node
class Vpc(Resource):
    """AWS::EC2::VPC."""

    cidr: IPv4Network
    tenancy: str
    dns_support: bool
    dns_hostnames: bool
    ipv6: bool = False
    """Whether it has a /56 of Amazon's IPv6 addresses. In CloudFormation that is a resource of its own."""
    tags: Tags


class Ipv6Block(NamedTuple):
    """Addresses that are known once the VPC stands: its IPv6 block, or one /64 of it."""

    vpc: Ref[Vpc]
    number: int | None
    """None is the whole block."""

    @property
    def said(self) -> str:
        """The block as a word that no name and no block is."""
        return f"vpc:{self.vpc.key}:ipv6" if self.number is None else f"vpc:{self.vpc.key}:ipv6:{self.number}"


@node
class VpcCidrBlock(Resource):
    """AWS::EC2::VPCCidrBlock: a secondary block."""

    vpc: Ref[Vpc]
    cidr: IPv4Network


@node
class InternetGateway(Resource):
    """AWS::EC2::InternetGateway."""

    vpc: Ref[Vpc]
    """The VPC that it is attached to; the attachment is a node of its own."""
    tags: Tags


@node
class InternetGatewayAttachment(Resource):
    """AWS::EC2::VPCGatewayAttachment. What needs the internet at creation waits for it."""

    vpc: Ref[Vpc]
    internet_gateway: Ref[InternetGateway]


@node
class EgressOnlyGateway(Resource):
    """AWS::EC2::EgressOnlyInternetGateway: a way out for IPv6 that lets nothing in."""

    vpc: Ref[Vpc]
    tags: Tags


@node
class RouteTable(Resource):
    """AWS::EC2::RouteTable."""

    vpc: Ref[Vpc]
    tags: Tags


@node
class Subnet(Resource):
    """AWS::EC2::Subnet."""

    vpc: Ref[Vpc]
    cidr: IPv4Network
    availability_zone: str | None
    availability_zone_id: str | None
    """One of the two is given; `zone` is what rules compare."""
    map_public_ip_on_launch: bool
    ipv6_index: int | None = None
    """Which of the 256 /64 of the VPC's IPv6 block it has; None where it is IPv4 alone."""
    assign_ipv6_address_on_creation: bool | None = None
    enable_dns64: bool | None = None
    """None, like the one before it, in a VPC that has no IPv6."""
    tier: str
    """The tier that it belongs to, for outputs and rules; not a thing of AWS."""
    tags: Tags

    @property
    def zone(self) -> str:
        """The zone's name or identifier, as written."""
        return self.availability_zone or self.availability_zone_id or ""


@node
class RouteTableAssociation(Resource):
    """AWS::EC2::SubnetRouteTableAssociation."""

    subnet: Ref[Subnet]
    route_table: Ref[RouteTable]


@node
class ElasticIp(Resource):
    """AWS::EC2::EIP, in a VPC."""

    tags: Tags


@node
class NatGateway(Resource):
    """AWS::EC2::NatGateway."""

    subnet: Ref[Subnet]
    connectivity_type: str
    """`public` or `private`."""
    allocation: Ref[ElasticIp] | None
    secondary_allocations: tuple[Ref[ElasticIp], ...]
    """Further addresses of a public gateway."""
    secondary_private_ip_address_count: int | None
    """How many further addresses a private gateway has."""
    private_ip: IPv4Address | None
    tags: Tags


@node
class VpcPeeringConnection(Resource):
    """AWS::EC2::VPCPeeringConnection, within one account and region."""

    vpc: Ref[Vpc]
    peer_vpc: Ref[Vpc]
    tags: Tags
