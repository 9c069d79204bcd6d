"""Elastic Load Balancing: application, network and gateway load balancers, and their target groups."""

from ipaddress import IPv4Address
from typing import NamedTuple

from infraspec.diagnostic import SpecPath
from infraspec.graph.ec2 import Instance
from infraspec.graph.resource import Ref, Resource, Tags, node
from infraspec.graph.s3 import Bucket
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


class Logs(NamedTuple):
    """Where a balancer writes what it did."""

    bucket: Ref[Bucket]
    prefix: str | None


@node
class LoadBalancer(Resource):
    """AWS::ElasticLoadBalancingV2::LoadBalancer."""

    name: str | None
    """None is chosen by the backend, so that the balancer can be replaced."""
    type: str
    """`application`, `network` or `gateway`."""
    scheme: str
    """`internet-facing` or `internal`."""
    subnets: tuple[SubnetMapping, ...]
    """AWS takes a plain list where no address is fixed, and mappings where one is."""
    security_groups: tuple[Ref[SecurityGroup], ...]
    deletion_protection: bool
    cross_zone: bool | None
    """Network and gateway balancers only; application balancers always send across zones."""
    idle_timeout: int | None
    """Seconds; application balancers only."""
    http2: bool | None
    """Application balancers only."""
    drop_invalid_header_fields: bool | None
    """Application balancers only."""
    tags: Tags
    ip_address_type: str | None = None
    """`ipv4`, `dualstack` or `dualstack-without-public-ipv4`."""
    client_keep_alive: int | None = None
    """Seconds; application balancers only, as all below down to the logs of connections."""
    desync_mitigation_mode: str | None = None
    xff_header_processing_mode: str | None = None
    xff_client_port: bool | None = None
    preserve_host_header: bool | None = None
    tls_version_and_cipher_suite: bool | None = None
    waf_fail_open: bool | None = None
    connection_logs: Logs | None = None
    access_logs: Logs | None = None
    """Application and network balancers."""
    zonal_shift: bool | None = None
    """Application and network balancers."""
    client_routing_policy: str | None = None
    """Network balancers only."""
    private_link_inbound_rules: bool | None = None
    """Whether the groups of a network balancer are asked about traffic of endpoint services too."""

    @property
    def has_fixed_addresses(self) -> bool:
        """Whether the address in any subnet is not AWS's choice."""
        return any(mapping.is_fixed for mapping in self.subnets)


class Target(NamedTuple):
    """What a target group sends to."""

    instance: Ref[Instance] | None
    address: IPv4Address | None
    port: int | None
    """None for a function."""
    availability_zone: str | None
    """`all` for an address outside the VPC."""
    origin: SpecPath
    load_balancer: Ref[LoadBalancer] | None = None
    """An application balancer."""
    function: str | None = None
    """The ARN of a Lambda function."""


class HealthCheck(NamedTuple):
    """How targets are asked whether they are well."""

    protocol: str | None
    """None for a function, which has no port either."""
    port: str | None
    """A port, or `traffic-port`."""
    path: str | None
    interval: int
    """Seconds."""
    timeout: int
    """Seconds."""
    healthy_threshold: int
    unhealthy_threshold: int
    matcher: str | None
    """HTTP codes that count as well, such as `200` or `200-299`, or codes of gRPC."""
    enabled: bool = True
    """False for functions alone."""


class Stickiness(NamedTuple):
    """How a client stays with its target."""

    type: str
    """`lb_cookie`, `app_cookie`, `source_ip`, `source_ip_dest_ip` or `source_ip_dest_ip_proto`."""
    duration: int | None
    """Seconds that a cookie lasts."""
    cookie_name: str | None
    """The cookie of the application."""


_STICKINESS = {
    **dict.fromkeys(("HTTP", "HTTPS"), "lb_cookie"),
    **dict.fromkeys(("TCP", "UDP", "TCP_UDP"), "source_ip"),
    "GENEVE": "source_ip_dest_ip",
}
"""A kind of stickiness that groups of a protocol can have.
https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html"""


@node
class TargetGroup(Resource):
    """AWS::ElasticLoadBalancingV2::TargetGroup with its targets."""

    name: str | None
    """None is chosen by the backend, so that the group can be replaced while it is in use."""
    protocol: str | None
    """None where the target is a function, which has no port and no VPC either."""
    port: int | None
    vpc: Ref[Vpc] | None
    target_type: str
    """`instance`, `ip`, `alb` or `lambda`."""
    targets: tuple[Target, ...]
    health_check: HealthCheck
    deregistration_delay: int | None
    """Seconds."""
    tags: Tags
    protocol_version: str | None = None
    """`HTTP1`, `HTTP2` or `GRPC`."""
    stickiness: Stickiness | None = None
    slow_start: int | None = None
    """Seconds."""
    algorithm: str | None = None
    anomaly_mitigation: bool | None = None
    cross_zone: str | None = None
    """`true`, `false` or `use_load_balancer_configuration`."""
    preserve_client_ip: bool | None = None
    proxy_protocol_v2: bool | None = None
    connection_termination: bool | None = None
    multi_value_headers: bool | None = None
    """Groups of a function only."""
    failover: str | None = None
    """`rebalance` or `no_rebalance`: what becomes of flows whose target is gone; gateway balancers only."""

    @property
    def no_stickiness(self) -> str | None:
        """The kind of stickiness that a group is said not to have; None where it has one, or could have none."""
        if self.stickiness is not None or self.target_type not in ("instance", "ip"):
            return None
        return _STICKINESS.get(self.protocol or "")
