"""VPC endpoints: services without the internet, and what offers one to others."""

from infraspec.graph.elbv2 import LoadBalancer
from infraspec.graph.resource import Ref, Resource, Tags, node
from infraspec.graph.security_groups import SecurityGroup
from infraspec.graph.vpc import RouteTable, Subnet, Vpc


@node
class EndpointService(Resource):
    """AWS::EC2::VPCEndpointService, with those who may use it."""

    network_load_balancers: tuple[Ref[LoadBalancer], ...]
    gateway_load_balancers: tuple[Ref[LoadBalancer], ...]
    acceptance_required: bool
    allowed_principals: tuple[str, ...]
    """ARNs, or `*`."""
    supported_ip_address_types: tuple[str, ...]
    """`ipv4`, `ipv6` or both; empty is AWS's own choice."""
    supported_regions: tuple[str, ...]
    """Other regions in which it can be used."""
    tags: Tags


@node
class InterfaceEndpoint(Resource):
    """AWS::EC2::VPCEndpoint of type Interface."""

    vpc: Ref[Vpc]
    service_name: str
    """Such as `com.amazonaws.ap-northeast-2.ssm`."""
    subnets: tuple[Ref[Subnet], ...]
    security_groups: tuple[Ref[SecurityGroup], ...]
    private_dns_enabled: bool
    policy: str | None
    """A policy document as JSON text; None is full access."""
    tags: Tags
    service: Ref[EndpointService] | None = None
    """A service of the spec, whose identifier is put behind `service_name`."""


@node
class GatewayEndpoint(Resource):
    """AWS::EC2::VPCEndpoint of type Gateway."""

    vpc: Ref[Vpc]
    service_name: str
    route_tables: tuple[Ref[RouteTable], ...]
    policy: str | None
    tags: Tags


@node
class GatewayLoadBalancerEndpoint(Resource):
    """AWS::EC2::VPCEndpoint of type GatewayLoadBalancer: a target of routes."""

    vpc: Ref[Vpc]
    service_name: str
    """Its whole name, or what stands before the identifier of `service`."""
    subnet: Ref[Subnet]
    tags: Tags
    service: Ref[EndpointService] | None = None
