"""Amazon VPC: networks, subnets, gateways and routes."""

from ipaddress import IPv4Address, IPv4Network

from infraspec.graph.resource import Ref, Resource, Tags, node


@node
class Vpc(Resource):
    """AWS::EC2::VPC."""

    cidr: IPv4Network
    tenancy: str
    dns_support: bool
    dns_hostnames: bool
    tags: Tags


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
    private_ip: IPv4Address | None
    tags: Tags


@node
class VpcPeeringConnection(Resource):
    """AWS::EC2::VPCPeeringConnection, within one account and region."""

    vpc: Ref[Vpc]
    peer_vpc: Ref[Vpc]
    tags: Tags


@node
class Route(Resource):
    """AWS::EC2::Route: one destination, and one target among the nullable ones.

    The instance and network interface that a route may lead to live in `graph/ec2.py`, which knows this module; so
    their addresses are untyped here.
    """

    route_table: Ref[RouteTable]
    destination_cidr_block: str | None
    destination_ipv6_cidr_block: str | None
    destination_prefix_list: str | None
    gateway: Ref[InternetGateway] | None = None
    nat_gateway: Ref[NatGateway] | None = None
    peering: Ref[VpcPeeringConnection] | None = None
    instance: "Ref[Resource] | None" = None
    network_interface: "Ref[Resource] | None" = None
    target_id: str | None = None
    """AWS's identifier of a target that is not managed here: `igw-…`, `vgw-…`, `nat-…`, `tgw-…`, `pcx-…`, `eni-…` or
    `vpce-…`."""
