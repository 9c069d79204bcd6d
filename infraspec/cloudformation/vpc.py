"""Amazon VPC in CloudFormation."""

from collections.abc import Iterator

from troposphere import AWSObject, ec2

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given, tags
from infraspec.cloudformation.values import ipv6_block, waits_for_ipv6
from infraspec.graph.vpc import (
    EgressOnlyGateway,
    ElasticIp,
    InternetGateway,
    InternetGatewayAttachment,
    Ipv6Block,
    NatGateway,
    RouteTable,
    RouteTableAssociation,
    Subnet,
    Vpc,
    VpcCidrBlock,
    VpcPeeringConnection,
)


def vpc(vpc: Vpc, ids: LogicalIds) -> Iterator[AWSObject]:
    """AWS::EC2::VPC, and its IPv6 block."""
    yield ec2.VPC(
        ids.of(vpc),
        CidrBlock=str(vpc.cidr),
        InstanceTenancy=vpc.tenancy,
        EnableDnsSupport=vpc.dns_support,
        EnableDnsHostnames=vpc.dns_hostnames,
        Tags=tags(vpc.tags),
    )
    if vpc.ipv6:
        yield ec2.VPCCidrBlock(
            ids.ipv6_block(vpc.address), VpcId=ids.ref(vpc.address), AmazonProvidedIpv6CidrBlock=True
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


def egress_only_gateway(gateway: EgressOnlyGateway, ids: LogicalIds) -> ec2.EgressOnlyInternetGateway:
    """AWS::EC2::EgressOnlyInternetGateway."""
    return ec2.EgressOnlyInternetGateway(ids.of(gateway), VpcId=ids.ref(gateway.vpc), Tags=tags(gateway.tags))


def route_table(table: RouteTable, ids: LogicalIds) -> ec2.RouteTable:
    """AWS::EC2::RouteTable."""
    return ec2.RouteTable(ids.of(table), VpcId=ids.ref(table.vpc), Tags=tags(table.tags))


def subnet(subnet: Subnet, ids: LogicalIds) -> ec2.Subnet:
    """AWS::EC2::Subnet."""
    block = None if subnet.ipv6_index is None else Ipv6Block(subnet.vpc, subnet.ipv6_index)
    return ec2.Subnet(
        ids.of(subnet),
        VpcId=ids.ref(subnet.vpc),
        CidrBlock=str(subnet.cidr),
        **given(AvailabilityZone=subnet.availability_zone, AvailabilityZoneId=subnet.availability_zone_id),
        MapPublicIpOnLaunch=subnet.map_public_ip_on_launch,
        **given(
            Ipv6CidrBlock=None if block is None else ipv6_block(block, ids),
            AssignIpv6AddressOnCreation=subnet.assign_ipv6_address_on_creation,
            EnableDns64=subnet.enable_dns64,
        ),
        Tags=tags(subnet.tags),
        **waits_for_ipv6([block], ids),
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
            SecondaryAllocationIds=[ids.attribute(one, "AllocationId") for one in gateway.secondary_allocations]
            or None,
            SecondaryPrivateIpAddressCount=gateway.secondary_private_ip_address_count,
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
