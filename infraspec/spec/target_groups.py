"""`target_groups:`: machines that answer alike."""

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field

from infraspec.spec.alarm_sets import Alarms
from infraspec.spec.base import LATER, AddressV4, Checks, EntryModel, SpecModel, Tags
from infraspec.spec.forms import target_groups as forms
from infraspec.spec.forms import values


class Target(SpecModel):
    """A machine that a target group sends to."""

    checks: ClassVar[Checks] = (forms.is_one_target,)

    instance: str | None = None
    """An instance, by name."""
    ip: AddressV4 | None = None
    """A private address."""
    load_balancer: str | None = None
    """An application balancer, by name, behind a network balancer: it must listen on this port."""
    zone: Literal["all"] | None = None
    """`all` for an address outside the VPC, which is told by itself where the VPC's blocks are known."""
    port: int | None = Field(default=None, ge=1, le=65535)
    """Its port, where it differs from the group's."""


Targets = Annotated[
    list[Annotated[Target, BeforeValidator(forms.target, json_schema_input_type=str | Target)]],
    BeforeValidator(values.one_or_many, json_schema_input_type=str | list[str | Target]),
]
"""Instances or a balancer by name, or private addresses, each alone or as a mapping."""


class HealthCheck(SpecModel):
    """How targets are asked whether they are well."""

    protocol: Literal["http", "https", "tcp"] | None = None
    """The group's own by default; `tcp` for groups that are not HTTP, `http` for those of a balancer."""
    port: int | None = None
    """The port that is asked; the target's own by default, 80 behind a gateway balancer."""
    path: str | None = None
    """The path that is asked for, `/` by default, `/AWS.ALB/healthcheck` for gRPC."""
    interval: int | None = None
    """Seconds between questions, 5 to 300: 30 by default, 10 behind a gateway balancer, 35 for a function."""
    timeout: int | None = None
    """Seconds to wait for the answer, 2 to 120: 5 by default, 6 or 10 behind a network balancer, 30 for a function."""
    healthy_threshold: int = 5
    """Good answers in a row that make a target well, 2 to 10."""
    unhealthy_threshold: int = 2
    """Failures in a row that make a target unwell, 2 to 10."""
    matcher: Annotated[str | None, BeforeValidator(forms.text, json_schema_input_type=int | str)] = None
    """Codes of a good answer, such as `200` or `200-299,302`: 200 by default, 200-399 behind a network or gateway
    balancer. For gRPC codes of its own, 0 to 99: 12 by default."""
    enabled: bool | None = None
    """Whether a function is asked, false by default; all other targets are."""


class Stickiness(SpecModel):
    """How a client stays with the target that it was sent to first."""

    checks: ClassVar[Checks] = (forms.cookie_fits_type,)

    type: Literal["lb_cookie", "app_cookie", "source_ip", "source_ip_dest_ip", "source_ip_dest_ip_proto"]
    """By a cookie of the balancer or of the application, behind an application balancer; by `source_ip` behind a
    network balancer; and by two addresses, or these and the protocol, behind a gateway balancer."""
    duration: int | None = None
    """Seconds that the cookie lasts, 1 to 604,800; a day by default."""
    cookie: str | None = None
    """The name of the application's cookie."""


class TargetGroup(EntryModel):
    """Machines that answer alike, and how their health is watched."""

    checks: ClassVar[Checks] = (forms.has_one_port, forms.function_has_no_targets)

    http: int | None = Field(default=None, ge=1, le=65535)
    """The port of its targets, behind an application balancer."""
    https: int | None = Field(default=None, ge=1, le=65535)
    """The port of its targets, behind an application balancer, encrypted."""
    tcp: int | None = Field(default=None, ge=1, le=65535)
    """The port of its targets, behind a network balancer."""
    tls: int | None = Field(default=None, ge=1, le=65535)
    """The port of its targets, behind a network balancer, encrypted."""
    udp: int | None = Field(default=None, ge=1, le=65535)
    """The port of its targets, behind a network balancer."""
    tcp_udp: int | None = Field(default=None, ge=1, le=65535)
    """The port of its targets, behind a network balancer, for both protocols."""
    geneve: int | None = Field(default=None, ge=1, le=65535)
    """6081, the port of appliances behind a gateway balancer."""
    function: Annotated[str | None, BeforeValidator(forms.function), LATER] = None
    """The ARN of a Lambda function that answers, behind an application balancer, in place of a port and targets. The
    function must let `elasticloadbalancing.amazonaws.com` invoke it beforehand."""
    name: Literal["generated"] | None = None
    """`generated` lets each backend choose the name; without it the name is the entry's key. Two groups cannot have one
    name at a time, so one whose port, protocol or kind of target changes can be replaced while a listener uses it only
    if its name is generated."""
    targets: Targets = []
    """Instances by name, private addresses, or an application balancer, each alone or as a mapping with its port."""
    health_check: HealthCheck = Field(default_factory=HealthCheck)
    """How targets are asked whether they are well."""
    deregistration_delay: int | None = None
    """Seconds that a leaving target has to finish what it does, 0 to 3,600; 300 by default. AWS has no such setting
    where the target is a function or a balancer."""
    protocol_version: Literal["http1", "http2", "grpc"] | None = None
    """What is spoken to targets behind an application balancer; `http1` by default. The others need a listener for
    HTTPS."""
    stickiness: Annotated[
        Stickiness | None, BeforeValidator(forms.stickiness, json_schema_input_type=str | Stickiness)
    ] = None
    """How a client stays with its target: a type, or a mapping; it does not by default."""
    slow_start: int | None = None
    """Seconds in which a new target behind an application balancer gets its full share, 30 to 900; none by default."""
    algorithm: Literal["round_robin", "least_outstanding_requests", "weighted_random"] | None = None
    """How an application balancer chooses a target; in turn by default."""
    anomaly_mitigation: bool | None = None
    """Whether targets that answer oddly get less, with `weighted_random`; false by default."""
    cross_zone: bool | None = None
    """Whether the group is sent to across zones, where it differs from its balancer."""
    preserve_client_ip: bool | None = None
    """Whether targets behind a network balancer see the client's address: true by default for instances and for UDP,
    false for addresses over TCP and TLS."""
    proxy_protocol: bool | None = None
    """Whether a network balancer puts a header of proxy protocol version 2 before what it sends; false by default."""
    connection_termination: bool | None = None
    """Whether a network balancer ends connections when the delay of a leaving target is over; false by default for TCP
    and TLS."""
    multi_value_headers: bool | None = None
    """Whether a function gets and gives headers as lists; false by default."""
    failover: Literal["rebalance", "no_rebalance"] | None = None
    """Whether a gateway balancer sends the flows of a target that is gone to others; by default it does not."""
    vpc: str | None = None
    """Its VPC, where neither its targets nor a balancer tells."""
    existing: Annotated[str | None, BeforeValidator(forms.arn), LATER] = None
    """The ARN of a target group that exists and is not managed here."""
    alarms: Alarms = None
    """The usual alarms of such a thing: `default`, or `{set: default, to: TOPIC}`."""
    tags: Tags = {}
