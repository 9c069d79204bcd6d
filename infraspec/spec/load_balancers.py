"""`load_balancers:`: who takes requests, and what is done with them."""

import re
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field, model_validator

from infraspec.spec.base import AddressV4, Names, SpecModel, Tags, one_of, one_or_many, refuse, shown
from infraspec.spec.problems import ID_FORM, WRONG_VALUE

_ALLOCATION = re.compile(r"eipalloc-(?:[0-9a-f]{8}|[0-9a-f]{17})\Z")


def _elastic_ip(value: object) -> object:
    if isinstance(value, str) and value != "new" and not _ALLOCATION.match(value):
        help_ = "write `new`, or an allocation such as eipalloc-0a1b2c3d4e5f67890"
        raise refuse(ID_FORM, f"`{value}` is not an Elastic IP address", help=help_)
    return value


class SubnetAddress(SpecModel):
    """The address that a network balancer has in a subnet."""

    elastic_ip: Annotated[str | None, BeforeValidator(_elastic_ip)] = None
    """`new`, or the allocation of an Elastic IP address that exists."""
    private_ip: AddressV4 | None = None
    """A fixed address of the subnet, for an internal balancer."""

    @property
    def is_one(self) -> bool:
        """Whether this is one address, that only one subnet can have."""
        return self.private_ip is not None or self.elastic_ip not in (None, "new")


def _subnets(value: object) -> object:
    """A list is a mapping without addresses; its values are None, so that a path still knows the form."""
    if isinstance(value, dict):
        for name, address in value.items():
            if address is None:
                raise refuse(WRONG_VALUE, f"`{name}` has no value", help=f"write `{name}: {{elastic_ip: new}}`")
        return value
    values = one_or_many(value)
    if isinstance(values, list) and values and all(isinstance(name, str) for name in values):
        return dict.fromkeys(values)
    found = "an empty list" if value == [] else shown(value)
    raise refuse(WRONG_VALUE, f"`subnets` takes a tier, or a list of tiers and subnets, not {found}")


Subnets = Annotated[
    dict[str, SubnetAddress | None],
    BeforeValidator(_subnets, json_schema_input_type=str | list[str] | dict[str, SubnetAddress]),
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


def _redirect(value: object) -> object:
    """`redirect: https` keeps all but the protocol."""
    if isinstance(value, str) and value != "https":
        raise refuse(
            WRONG_VALUE, f"`redirect` takes `https` or a mapping, not {shown(value)}", help="write `redirect: https`"
        )
    return {"protocol": "https"} if isinstance(value, str) else value


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


def _response(value: object) -> object:
    """A bare status has no body."""
    return {"status": value} if isinstance(value, int) and not isinstance(value, bool) else value


def _weights(value: object) -> object:
    """One name takes all; its weight is None, so that a path still knows the form."""
    if isinstance(value, dict) and (not value or None in value.values()):
        raise refuse(
            WRONG_VALUE, "`forward` gives each target group a weight", help="write `forward: {blue: 90, green: 10}`"
        )
    return {value: None} if isinstance(value, str) else value


Forward = Annotated[
    dict[str, int | None] | None, BeforeValidator(_weights, json_schema_input_type=str | dict[str, int])
]
"""A target group, or several with their shares of the traffic, 0 to 999 each."""


class ListenerRule(SpecModel):
    """What an application balancer does with some requests; the lowest priority that applies is taken."""

    priority: int
    """1 to 50,000, once for each listener."""
    host: Names = []
    """Hosts, with `*` for any characters and `?` for one."""
    path: Names = []
    """Paths from `/`, with `*` and `?`."""
    forward: Forward = None
    """The target group that answers, or several with weights."""
    redirect: Annotated[Redirect | None, BeforeValidator(_redirect, json_schema_input_type=str | Redirect)] = None
    """Where requests are sent instead: `https`, or a mapping."""
    respond: Annotated[Response | None, BeforeValidator(_response, json_schema_input_type=int | Response)] = None
    """What is answered: a status, or a mapping."""

    @model_validator(mode="after")
    def _one_action(self) -> "ListenerRule":
        _check_action(self, "a rule")
        return self


class Listener(SpecModel):
    """A port that a balancer listens on, and what it does with what comes."""

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
    redirect: Annotated[Redirect | None, BeforeValidator(_redirect, json_schema_input_type=str | Redirect)] = None
    """Where requests are sent instead: `https`, or a mapping."""
    respond: Annotated[Response | None, BeforeValidator(_response, json_schema_input_type=int | Response)] = None
    """What is answered: a status, or a mapping."""
    rules: list[ListenerRule] = []
    """What is done with some requests before the above is asked."""

    @model_validator(mode="after")
    def _one_port_and_action(self) -> "Listener":
        one_of("`http`, `https`, `tcp`, `tls`, `udp` and `tcp_udp`", list(self.ports), "a listener")
        _check_action(self, "a listener")
        return self

    @property
    def ports(self) -> dict[str, int]:
        """The port of the protocol that is written."""
        ports = {"http": self.http, "https": self.https, "tcp": self.tcp, "tls": self.tls}
        ports |= {"udp": self.udp, "tcp_udp": self.tcp_udp}
        return {name: port for name, port in ports.items() if port is not None}


def _check_action(model: Listener | ListenerRule, what: str) -> None:
    written = {"forward": model.forward, "redirect": model.redirect, "respond": model.respond}
    chosen = [name for name, value in written.items() if value is not None]
    one_of("`forward`, `redirect` and `respond`", chosen, what)


class LoadBalancer(SpecModel):
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
    tags: Tags = {}
