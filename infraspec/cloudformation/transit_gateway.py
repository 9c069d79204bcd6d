"""AWS Transit Gateway in CloudFormation."""

from troposphere import ec2

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given, tags
from infraspec.graph.transit_gateway import (
    TransitGateway,
    TransitGatewayAttachment,
    TransitGatewayRoute,
    TransitGatewayRouteTable,
    TransitGatewayRouteTableAssociation,
    TransitGatewayRouteTablePropagation,
)


def _switch(is_on: bool) -> str:  # noqa: FBT001 - it is what it is about
    return "enable" if is_on else "disable"


def transit_gateway(gateway: TransitGateway, ids: LogicalIds) -> ec2.TransitGateway:
    """AWS::EC2::TransitGateway."""
    return ec2.TransitGateway(
        ids.of(gateway),
        Description=gateway.description,
        AmazonSideAsn=gateway.amazon_side_asn,
        AutoAcceptSharedAttachments=_switch(gateway.auto_accept_shared_attachments),
        DefaultRouteTableAssociation=_switch(gateway.default_route_table_association),
        DefaultRouteTablePropagation=_switch(gateway.default_route_table_propagation),
        DnsSupport=_switch(gateway.dns_support),
        VpnEcmpSupport=_switch(gateway.vpn_ecmp_support),
        MulticastSupport=_switch(gateway.multicast_support),
        SecurityGroupReferencingSupport=_switch(gateway.security_group_referencing_support),
        **given(TransitGatewayCidrBlocks=list(gateway.cidr_blocks) or None),
        Tags=tags(gateway.tags),
    )


def transit_gateway_attachment(attachment: TransitGatewayAttachment, ids: LogicalIds) -> ec2.TransitGatewayAttachment:
    """AWS::EC2::TransitGatewayAttachment."""
    return ec2.TransitGatewayAttachment(
        ids.of(attachment),
        TransitGatewayId=ids.ref(attachment.transit_gateway),
        VpcId=ids.ref(attachment.vpc),
        SubnetIds=ids.refs(attachment.subnets),
        Options=ec2.Options(
            ApplianceModeSupport=_switch(attachment.appliance_mode_support),
            DnsSupport=_switch(attachment.dns_support),
            Ipv6Support=_switch(attachment.ipv6_support),
            SecurityGroupReferencingSupport=_switch(attachment.security_group_referencing_support),
        ),
        Tags=tags(attachment.tags),
    )


def transit_gateway_route_table(table: TransitGatewayRouteTable, ids: LogicalIds) -> ec2.TransitGatewayRouteTable:
    """AWS::EC2::TransitGatewayRouteTable."""
    return ec2.TransitGatewayRouteTable(
        ids.of(table), TransitGatewayId=ids.ref(table.transit_gateway), Tags=tags(table.tags)
    )


def transit_gateway_route(route: TransitGatewayRoute, ids: LogicalIds) -> ec2.TransitGatewayRoute:
    """AWS::EC2::TransitGatewayRoute."""
    target = ids.ref(route.attachment) if route.attachment else route.attachment_id
    return ec2.TransitGatewayRoute(
        ids.of(route),
        TransitGatewayRouteTableId=ids.ref(route.route_table),
        DestinationCidrBlock=route.destination_cidr_block,
        Blackhole=target is None,
        **given(TransitGatewayAttachmentId=target),
    )


def transit_gateway_route_table_association(
    association: TransitGatewayRouteTableAssociation, ids: LogicalIds
) -> ec2.TransitGatewayRouteTableAssociation:
    """AWS::EC2::TransitGatewayRouteTableAssociation."""
    return ec2.TransitGatewayRouteTableAssociation(
        ids.of(association),
        TransitGatewayAttachmentId=ids.ref(association.attachment),
        TransitGatewayRouteTableId=ids.ref(association.route_table),
    )


def transit_gateway_route_table_propagation(
    propagation: TransitGatewayRouteTablePropagation, ids: LogicalIds
) -> ec2.TransitGatewayRouteTablePropagation:
    """AWS::EC2::TransitGatewayRouteTablePropagation."""
    return ec2.TransitGatewayRouteTablePropagation(
        ids.of(propagation),
        TransitGatewayAttachmentId=ids.ref(propagation.attachment),
        TransitGatewayRouteTableId=ids.ref(propagation.route_table),
    )
