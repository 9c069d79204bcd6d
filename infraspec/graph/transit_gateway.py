"""AWS Transit Gateway."""

from infraspec.graph.resource import Ref, Resource, Tags, node
from infraspec.graph.vpc import Subnet, Vpc


@node
class TransitGateway(Resource):
    """AWS::EC2::TransitGateway."""

    description: str
    amazon_side_asn: int
    auto_accept_shared_attachments: bool
    default_route_table_association: bool
    default_route_table_propagation: bool
    dns_support: bool
    vpn_ecmp_support: bool
    multicast_support: bool
    security_group_referencing_support: bool
    cidr_blocks: tuple[str, ...]
    tags: Tags


@node
class TransitGatewayAttachment(Resource):
    """AWS::EC2::TransitGatewayAttachment: a VPC at a transit gateway."""

    transit_gateway: Ref[TransitGateway]
    vpc: Ref[Vpc]
    subnets: tuple[Ref[Subnet], ...]
    appliance_mode_support: bool
    dns_support: bool
    ipv6_support: bool
    security_group_referencing_support: bool
    tags: Tags


@node
class TransitGatewayRouteTable(Resource):
    """AWS::EC2::TransitGatewayRouteTable."""

    transit_gateway: Ref[TransitGateway]
    tags: Tags


@node
class TransitGatewayRoute(Resource):
    """AWS::EC2::TransitGatewayRoute: to an attachment, or to nowhere."""

    route_table: Ref[TransitGatewayRouteTable]
    destination_cidr_block: str
    attachment: Ref[TransitGatewayAttachment] | None
    attachment_id: str | None
    """AWS's identifier of an attachment that is not managed here. Without either the route drops."""


@node
class TransitGatewayRouteTableAssociation(Resource):
    """AWS::EC2::TransitGatewayRouteTableAssociation: the table that the traffic of an attachment follows."""

    attachment: Ref[TransitGatewayAttachment]
    route_table: Ref[TransitGatewayRouteTable]


@node
class TransitGatewayRouteTablePropagation(Resource):
    """AWS::EC2::TransitGatewayRouteTablePropagation: a table that the blocks of an attachment are written to."""

    attachment: Ref[TransitGatewayAttachment]
    route_table: Ref[TransitGatewayRouteTable]
