"""Amazon VPC in CloudFormation."""

from troposphere import ec2

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given, tags
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


def vpc(vpc: Vpc, ids: LogicalIds) -> ec2.VPC:
    """AWS::EC2::VPC."""
    return ec2.VPC(
        ids.of(vpc),
        CidrBlock=str(vpc.cidr),
        InstanceTenancy=vpc.tenancy,
        EnableDnsSupport=vpc.dns_support,
        EnableDnsHostnames=vpc.dns_hostnames,
        Tags=tags(vpc.tags),
    )


def vpc_cidr_block(block: VpcCidrBlock, ids: LogicalIds) -> ec2.VPCCidrBlock:
    """AWS::EC2::VPCCidrBlock."""
    return ec2.VPCCidrBlock(ids.of(block), VpcId=ids.ref(block.vpc), CidrBlock=str(block.cidr))


def internet_gateway(gateway: InternetGateway, ids: LogicalIds) -> ec2.InternetGateway:
    """AWS::EC2::InternetGateway."""
    return ec2.InternetGateway(ids.of(gateway), Tags=tags(gateway.tags))


def internet_gateway_attachment(attachment: InternetGatewayAttachment, ids: LogicalIds) -> ec2.VPCGatewayAttachment:
    """AWS::EC2::VPCGatewayAttachment."""
    return ec2.VPCGatewayAttachment(
        ids.of(attachment),
        VpcId=ids.ref(attachment.vpc),
        InternetGatewayId=ids.ref(attachment.internet_gateway),
    )


def route_table(table: RouteTable, ids: LogicalIds) -> ec2.RouteTable:
    """AWS::EC2::RouteTable."""
    return ec2.RouteTable(ids.of(table), VpcId=ids.ref(table.vpc), Tags=tags(table.tags))


def subnet(subnet: Subnet, ids: LogicalIds) -> ec2.Subnet:
    """AWS::EC2::Subnet."""
    return ec2.Subnet(
        ids.of(subnet),
        VpcId=ids.ref(subnet.vpc),
        CidrBlock=str(subnet.cidr),
        **given(AvailabilityZone=subnet.availability_zone, AvailabilityZoneId=subnet.availability_zone_id),
        MapPublicIpOnLaunch=subnet.map_public_ip_on_launch,
        Tags=tags(subnet.tags),
    )


def route_table_association(association: RouteTableAssociation, ids: LogicalIds) -> ec2.SubnetRouteTableAssociation:
    """AWS::EC2::SubnetRouteTableAssociation."""
    return ec2.SubnetRouteTableAssociation(
        ids.of(association),
        SubnetId=ids.ref(association.subnet),
        RouteTableId=ids.ref(association.route_table),
    )


def elastic_ip(address: ElasticIp, ids: LogicalIds) -> ec2.EIP:
    """AWS::EC2::EIP."""
    return ec2.EIP(ids.of(address), Domain="vpc", Tags=tags(address.tags))


def nat_gateway(gateway: NatGateway, ids: LogicalIds) -> ec2.NatGateway:
    """AWS::EC2::NatGateway."""
    return ec2.NatGateway(
        ids.of(gateway),
        SubnetId=ids.ref(gateway.subnet),
        ConnectivityType=gateway.connectivity_type,
        **given(
            AllocationId=ids.attribute(gateway.allocation, "AllocationId") if gateway.allocation else None,
            PrivateIpAddress=str(gateway.private_ip) if gateway.private_ip else None,
        ),
        Tags=tags(gateway.tags),
    )


def vpc_peering_connection(peering: VpcPeeringConnection, ids: LogicalIds) -> ec2.VPCPeeringConnection:
    """AWS::EC2::VPCPeeringConnection."""
    return ec2.VPCPeeringConnection(
        ids.of(peering),
        VpcId=ids.ref(peering.vpc),
        PeerVpcId=ids.ref(peering.peer_vpc),
        Tags=tags(peering.tags),
    )


def route(route: Route, ids: LogicalIds) -> ec2.Route:
    """AWS::EC2::Route."""
    return ec2.Route(
        ids.of(route),
        RouteTableId=ids.ref(route.route_table),
        **given(
            DestinationCidrBlock=route.destination_cidr_block,
            DestinationIpv6CidrBlock=route.destination_ipv6_cidr_block,
            DestinationPrefixListId=route.destination_prefix_list,
            GatewayId=ids.ref(route.gateway) if route.gateway else None,
            NatGatewayId=ids.ref(route.nat_gateway) if route.nat_gateway else None,
            VpcPeeringConnectionId=ids.ref(route.peering) if route.peering else None,
            InstanceId=ids.ref(route.instance) if route.instance else None,
            NetworkInterfaceId=ids.ref(route.network_interface) if route.network_interface else None,
        ),
        **_target(route.target_id),
    )


_TARGETS = {
    "igw": "GatewayId",
    "vgw": "GatewayId",
    "nat": "NatGatewayId",
    "pcx": "VpcPeeringConnectionId",
    "eni": "NetworkInterfaceId",
    "tgw": "TransitGatewayId",
    "vpce": "VpcEndpointId",
}


def _target(identifier: str | None) -> dict[str, str]:
    """The property that takes an identifier of this kind."""
    return {_TARGETS[identifier.partition("-")[0]]: identifier} if identifier else {}
