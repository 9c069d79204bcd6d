"""VPC endpoints in Terraform."""

from typing import TypedDict

from infraspec.graph.endpoints import EndpointService, GatewayEndpoint, GatewayLoadBalancerEndpoint, InterfaceEndpoint
from infraspec.graph.values import Joined, Value
from infraspec.terraform.block import Block, tags
from infraspec.terraform.names import Labels
from infraspec.terraform.values import joined


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
            service_name=_name(endpoint, labels),
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


class AwsVpcEndpointGatewayLoadBalancer(TypedDict):
    """The arguments of aws_vpc_endpoint that we write for an endpoint of a gateway load balancer."""

    vpc_endpoint_type: str
    vpc_id: str
    service_name: str
    subnet_ids: list[str]
    tags: dict[str, str]


def gateway_load_balancer_endpoint(endpoint: GatewayLoadBalancerEndpoint, labels: Labels) -> Block:
    """aws_vpc_endpoint of type GatewayLoadBalancer."""
    return labels.block(
        endpoint,
        AwsVpcEndpointGatewayLoadBalancer(
            vpc_endpoint_type="GatewayLoadBalancer",
            vpc_id=labels.ref(endpoint.vpc),
            service_name=_name(endpoint, labels),
            subnet_ids=[labels.ref(endpoint.subnet)],
            tags=tags(endpoint.tags),
        ),
    )


class AwsVpcEndpointService(TypedDict):
    """The arguments of aws_vpc_endpoint_service that we write."""

    acceptance_required: bool
    network_load_balancer_arns: list[str] | None
    gateway_load_balancer_arns: list[str] | None
    allowed_principals: list[str] | None
    supported_ip_address_types: list[str] | None
    supported_regions: list[str] | None
    tags: dict[str, str]


def endpoint_service(service: EndpointService, labels: Labels) -> Block:
    """aws_vpc_endpoint_service."""
    block = labels.block(
        service,
        AwsVpcEndpointService(
            acceptance_required=service.acceptance_required,
            network_load_balancer_arns=[*labels.refs(service.network_load_balancers, "arn")] or None,
            gateway_load_balancer_arns=[*labels.refs(service.gateway_load_balancers, "arn")] or None,
            allowed_principals=list(service.allowed_principals) or None,
            supported_ip_address_types=list(service.supported_ip_address_types) or None,
            supported_regions=list(service.supported_regions) or None,
            tags=tags(service.tags),
        ),
    )
    return block._replace(since=(5, 100)) if service.supported_regions else block


def _name(endpoint: InterfaceEndpoint | GatewayLoadBalancerEndpoint, labels: Labels) -> str:
    """The name of an endpoint's service: one of the spec has its identifier at the end."""
    named = (Value(endpoint.service, "id"),) if endpoint.service else ()
    return joined(Joined((endpoint.service_name, *named)), labels)
