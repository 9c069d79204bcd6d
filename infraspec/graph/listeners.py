"""Elastic Load Balancing: listeners of balancers, and what they do with a request."""

from typing import NamedTuple

from infraspec.graph.acm import Certificate
from infraspec.graph.elbv2 import LoadBalancer, TargetGroup
from infraspec.graph.resource import Ref, Resource, node
from infraspec.graph.trust_stores import TrustStore


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


class Cognito(NamedTuple):
    """A user pool of Amazon Cognito that is asked who a client is, before anything else is done."""

    user_pool_arn: str
    client_id: str
    domain: str
    scope: str
    on_unauthenticated_request: str
    """`authenticate`, `allow` or `deny`."""
    session_cookie_name: str
    session_timeout: int
    """Seconds."""


class Action(NamedTuple):
    """What is done with a request: exactly one of the first four is given."""

    target_group: Ref[TargetGroup] | None
    """All of the traffic."""
    forward: tuple[WeightedTarget, ...]
    """Shares of the traffic."""
    redirect: Redirect | None
    fixed_response: FixedResponse | None
    sticky: int | None = None
    """Seconds that a client stays with the group that it was sent to."""
    cognito: Cognito | None = None

    @property
    def type(self) -> str:
        """The word of the API for what is given."""
        return "redirect" if self.redirect else "fixed-response" if self.fixed_response else "forward"


class MutualAuthentication(NamedTuple):
    """Whether clients show certificates of their own."""

    mode: str
    """`off`, `passthrough` or `verify`."""
    trust_store: Ref[TrustStore] | None
    ignore_expired: bool | None
    advertise_ca_names: bool | None


@node
class Listener(Resource):
    """AWS::ElasticLoadBalancingV2::Listener. CloudFormation cannot tag it, so neither backend does."""

    load_balancer: Ref[LoadBalancer]
    port: int
    protocol: str
    """`GENEVE` on port 6081 stands for the one listener of a gateway balancer, of which AWS is told neither."""
    ssl_policy: str | None
    certificate: Ref[Certificate] | None
    default_action: Action
    mutual_authentication: MutualAuthentication | None = None
    alpn_policy: str | None = None
    """Listeners for TLS only."""
    idle_timeout: int | None = None
    """Seconds; listeners for TCP, and of gateway balancers."""


@node
class ListenerCertificate(Resource):
    """AWS::ElasticLoadBalancingV2::ListenerCertificate: one more certificate of a listener."""

    listener: Ref[Listener]
    certificate: Ref[Certificate]


class Header(NamedTuple):
    """A header of a request, and the values of which it has one."""

    name: str
    values: tuple[str, ...]


class Query(NamedTuple):
    """A part of what follows `?`."""

    key: str | None
    """None is any key."""
    value: str


class Conditions(NamedTuple):
    """When a rule applies; what is empty is not asked."""

    hosts: tuple[str, ...]
    paths: tuple[str, ...]
    headers: tuple[Header, ...] = ()
    methods: tuple[str, ...] = ()
    queries: tuple[Query, ...] = ()
    source_ips: tuple[str, ...] = ()


@node
class ListenerRule(Resource):
    """AWS::ElasticLoadBalancingV2::ListenerRule."""

    listener: Ref[Listener]
    priority: int
    conditions: Conditions
    action: Action
