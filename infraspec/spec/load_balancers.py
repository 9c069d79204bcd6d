"""`load_balancers:`: who takes requests, and what is done with them."""

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field

from infraspec.spec.alarm_sets import Alarms
from infraspec.spec.base import LATER, AddressV4, Checks, EntryModel, Names, SpecModel, Tags
from infraspec.spec.forms import load_balancers as forms


class SubnetAddress(SpecModel):
    """The address that a network balancer has in a subnet."""

    elastic_ip: Annotated[str | None, BeforeValidator(forms.elastic_ip), LATER] = None
    """`new`, or the allocation of an Elastic IP address that exists."""
    private_ip: AddressV4 | None = None
    """A fixed address of the subnet, for an internal balancer."""


Subnets = Annotated[
    dict[str, SubnetAddress | None],
    BeforeValidator(forms.subnets, json_schema_input_type=str | list[str] | dict[str, SubnetAddress]),
]
"""A tier, a list of tiers and subnets, or a mapping from each to its address."""


class Redirect(SpecModel):
    """Where a request is sent instead. What is not written stays as it was asked."""

    protocol: Literal["http", "https"] | None = None
    """The protocol."""
    port: int | None = Field(default=None, ge=1, le=65535)
    """The port; with `protocol` alone it is the protocol's own, 80 or 443."""
    host: str | None = Field(default=None, min_length=1, max_length=128)
    """The host, which may hold `#{host}`."""
    path: str | None = Field(default=None, min_length=1, max_length=128)
    """The path from `/`, which may hold `#{host}`, `#{path}` and `#{port}`."""
    query: str | None = Field(default=None, max_length=128)
    """What follows `?`, which may hold `#{query}`; "" drops it."""
    status: Literal[301, 302] = 301
    """301 for good, 302 for now."""


class Response(SpecModel):
    """What the balancer answers by itself."""

    status: int
    """An HTTP status: 2xx, 4xx or 5xx."""
    body: str = ""
    """At most 1,024 characters."""
    content_type: Literal["text/plain", "text/css", "text/html", "application/javascript", "application/json"] = (
        "text/plain"
    )
    """What the body is."""


Forward = Annotated[
    dict[str, int | None] | None, BeforeValidator(forms.weights, json_schema_input_type=str | dict[str, int])
]
"""A target group, or several with their shares of the traffic, 0 to 999 each."""


class ListenerRule(SpecModel):
    """What an application balancer does with some requests; the lowest priority that applies is taken."""

    checks: ClassVar[Checks] = (forms.rule_has_one_action,)

    priority: int
    """1 to 50,000, once for each listener."""
    host: Names = []
    """Hosts, with `*` for any characters and `?` for one."""
    path: Names = []
    """Paths from `/`, with `*` and `?`."""
    forward: Forward = None
    """The target group that answers, or several with weights."""
    redirect: Annotated[Redirect | None, BeforeValidator(forms.redirect, json_schema_input_type=str | Redirect)] = None
    """Where requests are sent instead: `https`, or a mapping."""
    respond: Annotated[Response | None, BeforeValidator(forms.response, json_schema_input_type=int | Response)] = None
    """What is answered: a status, or a mapping."""


class Listener(SpecModel):
    """A port that a balancer listens on, and what it does with what comes."""

    checks: ClassVar[Checks] = (forms.listener_has_one_port_and_action,)

    http: int | None = None
    """The port, on an application balancer."""
    https: int | None = None
    """The port, on an application balancer, with a certificate."""
    tcp: int | None = None
    """The port, on a network balancer."""
    tls: int | None = None
    """The port, on a network balancer, with a certificate."""
    udp: int | None = None
    """The port, on a network balancer."""
    tcp_udp: int | None = None
    """The port, on a network balancer, for both protocols."""
    certificate: str | None = None
    """The certificate that is shown unless another fits: an entry of `certificates`, or an ARN."""
    certificates: Names = []
    """More certificates, for other names."""
    ssl_policy: str | None = None
    """Protocols and ciphers; without it ELBSecurityPolicy-TLS13-1-2-2021-06."""
    forward: Forward = None
    """The target group that answers, or several with weights."""
    redirect: Annotated[Redirect | None, BeforeValidator(forms.redirect, json_schema_input_type=str | Redirect)] = None
    """Where requests are sent instead: `https`, or a mapping."""
    respond: Annotated[Response | None, BeforeValidator(forms.response, json_schema_input_type=int | Response)] = None
    """What is answered: a status, or a mapping."""
    rules: list[ListenerRule] = []
    """What is done with some requests before the above is asked."""


class LoadBalancer(EntryModel):
    """A load balancer: one name for many machines."""

    survives: ClassVar[tuple[str, ...]] = ("listeners",)

    type: Literal["application", "network"]
    """`application` for HTTP, `network` for TCP and UDP."""
    scheme: Literal["internet-facing", "internal"] = "internal"
    """Whether it has public addresses."""
    subnets: Subnets
    """Where it stands, one subnet a zone: a tier, a list, or for a network balancer each with its address."""
    security_groups: Names = []
    """Its security groups. An application balancer has one at least."""
    listeners: list[Listener] = []
    """The ports that it listens on."""
    deletion_protection: bool = False
    """Whether AWS refuses to delete it."""
    cross_zone: bool | None = None
    """Whether a network balancer sends across zones, false by default; an application balancer always does."""
    idle_timeout: int | None = None
    """Seconds after which an application balancer closes a silent connection, 1 to 4,000; 60 by default."""
    http2: bool | None = None
    """Whether clients of an application balancer may speak HTTP/2; true by default."""
    drop_invalid_header_fields: bool | None = None
    """Whether an application balancer drops headers with odd names; true by default, unlike AWS's own."""
    alarms: Alarms = None
    """The usual alarms of such a thing: `default`, or `{set: default, to: TOPIC}`."""
    tags: Tags = {}
