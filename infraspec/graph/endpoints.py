"""VPC endpoints: AWS services without the internet."""

from infraspec.graph.resource import Ref, Resource, Tags, node
from infraspec.graph.security_groups import SecurityGroup
from infraspec.graph.vpc import RouteTable, Subnet, Vpc


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


@node
class GatewayEndpoint(Resource):
    """AWS::EC2::VPCEndpoint of type Gateway."""

    vpc: Ref[Vpc]
    service_name: str
    route_tables: tuple[Ref[RouteTable], ...]
    policy: str | None
    tags: Tags
