"""Elastic Load Balancing: application and network load balancers."""

from ipaddress import IPv4Address
from typing import NamedTuple

from infraspec.diagnostic import SpecPath
from infraspec.graph.acm import Certificate
from infraspec.graph.ec2 import Instance
from infraspec.graph.resource import Ref, Resource, Tags, node
from infraspec.graph.security_groups import SecurityGroup
from infraspec.graph.vpc import ElasticIp, Subnet, Vpc


class SubnetMapping(NamedTuple):
    """A subnet of a balancer, with the address that it has there."""

    subnet: Ref[Subnet]
    allocation: Ref[ElasticIp] | None
    private_ip: IPv4Address | None
    origin: SpecPath

    @property
    def is_fixed(self) -> bool:
        """Whether the address is not AWS's choice."""
        return self.allocation is not None or self.private_ip is not None


@node
class LoadBalancer(Resource):
    """AWS::ElasticLoadBalancingV2::LoadBalancer."""

    name: str
    type: str
    """`application` or `network`."""
    scheme: str
    """`internet-facing` or `internal`."""
    subnets: tuple[SubnetMapping, ...]
    """AWS takes a plain list where no address is fixed, and mappings where one is."""
    security_groups: tuple[Ref[SecurityGroup], ...]
    deletion_protection: bool
    cross_zone: bool | None
    """Network balancers only; application balancers always send across zones."""
    idle_timeout: int | None
    """Seconds; application balancers only."""
    http2: bool | None
    """Application balancers only."""
    drop_invalid_header_fields: bool | None
    """Application balancers only."""
    tags: Tags

    @property
    def has_fixed_addresses(self) -> bool:
        """Whether the address in any subnet is not AWS's choice."""
        return any(mapping.is_fixed for mapping in self.subnets)


class Target(NamedTuple):
    """What a target group sends to."""

    instance: Ref[Instance] | None
    address: IPv4Address | None
    port: int
    availability_zone: str | None
    """`all` for an address outside the VPC."""
    origin: SpecPath


class HealthCheck(NamedTuple):
    """How targets are asked whether they are well."""

    protocol: str
    port: str
    """A port, or `traffic-port`."""
    path: str | None
    interval: int
    """Seconds."""
    timeout: int
    """Seconds."""
    healthy_threshold: int
    unhealthy_threshold: int
    matcher: str | None
    """HTTP codes that count as well, such as `200` or `200-299`."""


@node
class TargetGroup(Resource):
    """AWS::ElasticLoadBalancingV2::TargetGroup with its targets."""

    name: str
    protocol: str
    port: int
    vpc: Ref[Vpc]
    target_type: str
    """`instance` or `ip`."""
    targets: tuple[Target, ...]
    health_check: HealthCheck
    deregistration_delay: int
    """Seconds."""
    tags: Tags


class WeightedTarget(NamedTuple):
    """A target group and its share of the traffic."""

    target_group: Ref[TargetGroup]
    weight: int


class Redirect(NamedTuple):
    """Where a request is sent instead; `#{host}` and the like stand for parts of the request."""

    protocol: str
    port: str
    host: str
    path: str
    query: str
    status_code: str
    """`HTTP_301` or `HTTP_302`."""


class FixedResponse(NamedTuple):
    """What the balancer answers by itself."""

    status_code: str
    content_type: str
    message_body: str


class Action(NamedTuple):
    """What is done with a request: exactly one is given."""

    target_group: Ref[TargetGroup] | None
    """All of the traffic."""
    forward: tuple[WeightedTarget, ...]
    """Shares of the traffic."""
    redirect: Redirect | None
    fixed_response: FixedResponse | None

    @property
    def type(self) -> str:
        """The word of the API for what is given."""
        return "redirect" if self.redirect else "fixed-response" if self.fixed_response else "forward"


@node
class Listener(Resource):
    """AWS::ElasticLoadBalancingV2::Listener. CloudFormation cannot tag it, so neither backend does."""

    load_balancer: Ref[LoadBalancer]
    port: int
    protocol: str
    ssl_policy: str | None
    certificate: Ref[Certificate] | None
    default_action: Action


@node
class ListenerCertificate(Resource):
    """AWS::ElasticLoadBalancingV2::ListenerCertificate: one more certificate of a listener."""

    listener: Ref[Listener]
    certificate: Ref[Certificate]


class Conditions(NamedTuple):
    """When a rule applies; what is empty is not asked."""

    hosts: tuple[str, ...]
    paths: tuple[str, ...]


@node
class ListenerRule(Resource):
    """AWS::ElasticLoadBalancingV2::ListenerRule."""

    listener: Ref[Listener]
    priority: int
    conditions: Conditions
    action: Action
