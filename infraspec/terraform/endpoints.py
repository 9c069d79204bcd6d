"""VPC endpoints in Terraform."""

from typing import TypedDict

from infraspec.graph.endpoints import GatewayEndpoint, InterfaceEndpoint
from infraspec.terraform.block import Block, tags
from infraspec.terraform.names import Labels


class AwsVpcEndpointInterface(TypedDict):
    """The arguments of aws_vpc_endpoint that we write for an interface endpoint."""

    vpc_endpoint_type: str
    vpc_id: str
    service_name: str
    subnet_ids: list[str]
    security_group_ids: list[str]
    private_dns_enabled: bool
    policy: str | None
    tags: dict[str, str]


def interface_endpoint(endpoint: InterfaceEndpoint, labels: Labels) -> Block:
    """aws_vpc_endpoint of type Interface."""
    return labels.block(
        endpoint,
        AwsVpcEndpointInterface(
            vpc_endpoint_type="Interface",
            vpc_id=labels.ref(endpoint.vpc),
            service_name=endpoint.service_name,
            subnet_ids=[*labels.refs(endpoint.subnets)],
            security_group_ids=[*labels.refs(endpoint.security_groups)],
            private_dns_enabled=endpoint.private_dns_enabled,
            policy=endpoint.policy,
            tags=tags(endpoint.tags),
        ),
    )


class AwsVpcEndpointGateway(TypedDict):
    """The arguments of aws_vpc_endpoint that we write for a gateway endpoint."""

    vpc_endpoint_type: str
    vpc_id: str
    service_name: str
    route_table_ids: list[str]
    policy: str | None
    tags: dict[str, str]


def gateway_endpoint(endpoint: GatewayEndpoint, labels: Labels) -> Block:
    """aws_vpc_endpoint of type Gateway."""
    return labels.block(
        endpoint,
        AwsVpcEndpointGateway(
            vpc_endpoint_type="Gateway",
            vpc_id=labels.ref(endpoint.vpc),
            service_name=endpoint.service_name,
            route_table_ids=[*labels.refs(endpoint.route_tables)],
            policy=endpoint.policy,
            tags=tags(endpoint.tags),
        ),
    )
