"""AWS Transit Gateway in Terraform."""

from typing import TypedDict

from infraspec.graph.transit_gateway import (
    TransitGateway,
    TransitGatewayAttachment,
    TransitGatewayRoute,
    TransitGatewayRouteTable,
    TransitGatewayRouteTableAssociation,
    TransitGatewayRouteTablePropagation,
)
from infraspec.terraform.block import Block, tags
from infraspec.terraform.names import Labels


def _switch(is_on: bool) -> str:  # noqa: FBT001 - it is what it is about
    return "enable" if is_on else "disable"


class AwsEc2TransitGateway(TypedDict):
    """The arguments of aws_ec2_transit_gateway that we write."""

    description: str
    amazon_side_asn: int
    auto_accept_shared_attachments: str
    default_route_table_association: str
    default_route_table_propagation: str
    dns_support: str
    vpn_ecmp_support: str
    multicast_support: str
    security_group_referencing_support: str
    transit_gateway_cidr_blocks: list[str] | None
    tags: dict[str, str]


def transit_gateway(gateway: TransitGateway, labels: Labels) -> Block:
    """aws_ec2_transit_gateway."""
    return labels.block(
        gateway,
        AwsEc2TransitGateway(
            description=gateway.description,
            amazon_side_asn=gateway.amazon_side_asn,
            auto_accept_shared_attachments=_switch(gateway.auto_accept_shared_attachments),
            default_route_table_association=_switch(gateway.default_route_table_association),
            default_route_table_propagation=_switch(gateway.default_route_table_propagation),
            dns_support=_switch(gateway.dns_support),
            vpn_ecmp_support=_switch(gateway.vpn_ecmp_support),
            multicast_support=_switch(gateway.multicast_support),
            security_group_referencing_support=_switch(gateway.security_group_referencing_support),
            transit_gateway_cidr_blocks=list(gateway.cidr_blocks) or None,
            tags=tags(gateway.tags),
        ),
    )


class AwsEc2TransitGatewayVpcAttachment(TypedDict):
    """The arguments of aws_ec2_transit_gateway_vpc_attachment that we write."""

    transit_gateway_id: str
    vpc_id: str
    subnet_ids: list[str]
    appliance_mode_support: str
    dns_support: str
    ipv6_support: str
    security_group_referencing_support: str
    transit_gateway_default_route_table_association: bool
    transit_gateway_default_route_table_propagation: bool
    tags: dict[str, str]


def transit_gateway_attachment(attachment: TransitGatewayAttachment, labels: Labels) -> Block:
    """aws_ec2_transit_gateway_vpc_attachment. Its default tables are the gateway's to say, as CloudFormation has it."""
    hub = labels.node(attachment.transit_gateway)
    return labels.block(
        attachment,
        AwsEc2TransitGatewayVpcAttachment(
            transit_gateway_id=labels.ref(attachment.transit_gateway),
            vpc_id=labels.ref(attachment.vpc),
            subnet_ids=[*labels.refs(attachment.subnets)],
            appliance_mode_support=_switch(attachment.appliance_mode_support),
            dns_support=_switch(attachment.dns_support),
            ipv6_support=_switch(attachment.ipv6_support),
            security_group_referencing_support=_switch(attachment.security_group_referencing_support),
            transit_gateway_default_route_table_association=hub.default_route_table_association,
            transit_gateway_default_route_table_propagation=hub.default_route_table_propagation,
            tags=tags(attachment.tags),
        ),
    )


class AwsEc2TransitGatewayRouteTable(TypedDict):
    """The arguments of aws_ec2_transit_gateway_route_table that we write."""

    transit_gateway_id: str
    tags: dict[str, str]


def transit_gateway_route_table(table: TransitGatewayRouteTable, labels: Labels) -> Block:
    """aws_ec2_transit_gateway_route_table."""
    return labels.block(
        table,
        AwsEc2TransitGatewayRouteTable(transit_gateway_id=labels.ref(table.transit_gateway), tags=tags(table.tags)),
    )


class AwsEc2TransitGatewayRoute(TypedDict):
    """The arguments of aws_ec2_transit_gateway_route that we write."""

    transit_gateway_route_table_id: str
    destination_cidr_block: str
    blackhole: bool
    transit_gateway_attachment_id: str | None


def transit_gateway_route(route: TransitGatewayRoute, labels: Labels) -> Block:
    """aws_ec2_transit_gateway_route."""
    target = labels.ref(route.attachment) if route.attachment else route.attachment_id
    return labels.block(
        route,
        AwsEc2TransitGatewayRoute(
            transit_gateway_route_table_id=labels.ref(route.route_table),
            destination_cidr_block=route.destination_cidr_block,
            blackhole=target is None,
            transit_gateway_attachment_id=target,
        ),
    )


class AwsEc2TransitGatewayRouteTableAssociation(TypedDict):
    """The arguments of aws_ec2_transit_gateway_route_table_association that we write, and of its sister."""

    transit_gateway_attachment_id: str
    transit_gateway_route_table_id: str


def transit_gateway_route_table_association(association: TransitGatewayRouteTableAssociation, labels: Labels) -> Block:
    """aws_ec2_transit_gateway_route_table_association."""
    return labels.block(
        association,
        AwsEc2TransitGatewayRouteTableAssociation(
            transit_gateway_attachment_id=labels.ref(association.attachment),
            transit_gateway_route_table_id=labels.ref(association.route_table),
        ),
    )


def transit_gateway_route_table_propagation(propagation: TransitGatewayRouteTablePropagation, labels: Labels) -> Block:
    """aws_ec2_transit_gateway_route_table_propagation."""
    return labels.block(
        propagation,
        AwsEc2TransitGatewayRouteTableAssociation(
            transit_gateway_attachment_id=labels.ref(propagation.attachment),
            transit_gateway_route_table_id=labels.ref(propagation.route_table),
        ),
    )
