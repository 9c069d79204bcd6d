"""Amazon VPC in Terraform."""

from typing import TypedDict

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
from infraspec.terraform.block import Block, Expression, tags
from infraspec.terraform.names import Labels
from infraspec.terraform.values import ipv6_block


class AwsVpc(TypedDict):
    """The arguments of aws_vpc that we write."""

    cidr_block: str
    instance_tenancy: str
    enable_dns_support: bool
    enable_dns_hostnames: bool
    assign_generated_ipv6_cidr_block: bool | None
    tags: dict[str, str]


def vpc(vpc: Vpc, labels: Labels) -> Block:
    """aws_vpc."""
    return labels.block(
        vpc,
        AwsVpc(
            cidr_block=str(vpc.cidr),
            instance_tenancy=vpc.tenancy,
            enable_dns_support=vpc.dns_support,
            enable_dns_hostnames=vpc.dns_hostnames,
            assign_generated_ipv6_cidr_block=vpc.ipv6 or None,
            tags=tags(vpc.tags),
        ),
    )


class AwsVpcIpv4CidrBlockAssociation(TypedDict):
    """The arguments of aws_vpc_ipv4_cidr_block_association that we write."""

    vpc_id: str
    cidr_block: str


def vpc_cidr_block(block: VpcCidrBlock, labels: Labels) -> Block:
    """aws_vpc_ipv4_cidr_block_association."""
    return labels.block(block, AwsVpcIpv4CidrBlockAssociation(vpc_id=labels.ref(block.vpc), cidr_block=str(block.cidr)))


class AwsInternetGateway(TypedDict):
    """The arguments of aws_internet_gateway that we write."""

    tags: dict[str, str]


def internet_gateway(gateway: InternetGateway, labels: Labels) -> Block:
    """aws_internet_gateway."""
    return labels.block(gateway, AwsInternetGateway(tags=tags(gateway.tags)))


class AwsInternetGatewayAttachment(TypedDict):
    """The arguments of aws_internet_gateway_attachment that we write."""

    vpc_id: str
    internet_gateway_id: str


def internet_gateway_attachment(attachment: InternetGatewayAttachment, labels: Labels) -> Block:
    """aws_internet_gateway_attachment."""
    return labels.block(
        attachment,
        AwsInternetGatewayAttachment(
            vpc_id=labels.ref(attachment.vpc),
            internet_gateway_id=labels.ref(attachment.internet_gateway),
        ),
    )


class AwsEgressOnlyInternetGateway(TypedDict):
    """The arguments of aws_egress_only_internet_gateway that we write."""

    vpc_id: str
    tags: dict[str, str]


def egress_only_gateway(gateway: EgressOnlyGateway, labels: Labels) -> Block:
    """aws_egress_only_internet_gateway."""
    return labels.block(gateway, AwsEgressOnlyInternetGateway(vpc_id=labels.ref(gateway.vpc), tags=tags(gateway.tags)))


class AwsRouteTable(TypedDict):
    """The arguments of aws_route_table that we write."""

    vpc_id: str
    tags: dict[str, str]


def route_table(table: RouteTable, labels: Labels) -> Block:
    """aws_route_table."""
    return labels.block(table, AwsRouteTable(vpc_id=labels.ref(table.vpc), tags=tags(table.tags)))


class AwsSubnet(TypedDict):
    """The arguments of aws_subnet that we write."""

    vpc_id: str
    cidr_block: str
    availability_zone: str | None
    availability_zone_id: str | None
    map_public_ip_on_launch: bool
    ipv6_cidr_block: str | None
    assign_ipv6_address_on_creation: bool | None
    enable_dns64: bool | None
    tags: dict[str, str]


def subnet(subnet: Subnet, labels: Labels) -> Block:
    """aws_subnet."""
    return labels.block(
        subnet,
        AwsSubnet(
            vpc_id=labels.ref(subnet.vpc),
            cidr_block=str(subnet.cidr),
            availability_zone=subnet.availability_zone,
            availability_zone_id=subnet.availability_zone_id,
            map_public_ip_on_launch=subnet.map_public_ip_on_launch,
            ipv6_cidr_block=ipv6_block(Ipv6Block(subnet.vpc, subnet.ipv6_index), labels)
            if subnet.ipv6_index is not None
            else None,
            assign_ipv6_address_on_creation=subnet.assign_ipv6_address_on_creation,
            enable_dns64=subnet.enable_dns64,
            tags=tags(subnet.tags),
        ),
    )


class AwsRouteTableAssociation(TypedDict):
    """The arguments of aws_route_table_association that we write."""

    subnet_id: str
    route_table_id: str


def route_table_association(association: RouteTableAssociation, labels: Labels) -> Block:
    """aws_route_table_association."""
    return labels.block(
        association,
        AwsRouteTableAssociation(
            subnet_id=labels.ref(association.subnet), route_table_id=labels.ref(association.route_table)
        ),
    )


class AwsEip(TypedDict):
    """The arguments of aws_eip that we write."""

    domain: str
    tags: dict[str, str]


def elastic_ip(address: ElasticIp, labels: Labels) -> Block:
    """aws_eip."""
    return labels.block(address, AwsEip(domain="vpc", tags=tags(address.tags)))


class AwsNatGateway(TypedDict):
    """The arguments of aws_nat_gateway that we write."""

    subnet_id: str
    connectivity_type: str
    allocation_id: str | None
    secondary_allocation_ids: list[Expression | str] | None
    secondary_private_ip_address_count: int | None
    private_ip: str | None
    tags: dict[str, str]


def nat_gateway(gateway: NatGateway, labels: Labels) -> Block:
    """aws_nat_gateway."""
    return labels.block(
        gateway,
        AwsNatGateway(
            subnet_id=labels.ref(gateway.subnet),
            connectivity_type=gateway.connectivity_type,
            allocation_id=labels.ref(gateway.allocation, "allocation_id") if gateway.allocation else None,
            secondary_allocation_ids=labels.refs(gateway.secondary_allocations, "allocation_id") or None,
            secondary_private_ip_address_count=gateway.secondary_private_ip_address_count,
            private_ip=str(gateway.private_ip) if gateway.private_ip else None,
            tags=tags(gateway.tags),
        ),
    )


class AwsVpcPeeringConnection(TypedDict):
    """The arguments of aws_vpc_peering_connection that we write."""

    vpc_id: str
    peer_vpc_id: str
    auto_accept: bool
    tags: dict[str, str]


def vpc_peering_connection(peering: VpcPeeringConnection, labels: Labels) -> Block:
    """aws_vpc_peering_connection, which CloudFormation accepts by itself within one account and region."""
    return labels.block(
        peering,
        AwsVpcPeeringConnection(
            vpc_id=labels.ref(peering.vpc),
            peer_vpc_id=labels.ref(peering.peer_vpc),
            auto_accept=True,
            tags=tags(peering.tags),
        ),
    )
