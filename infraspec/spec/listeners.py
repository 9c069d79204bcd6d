"""`listeners:` of a load balancer: its ports, and what is done with what comes."""

from ipaddress import IPv4Network, IPv6Network
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field, PlainValidator

from infraspec.spec.base import LATER, Checks, Names, SpecModel, Text
from infraspec.spec.forms import listeners as forms
from infraspec.spec.forms import values

Blocks = Annotated[
    list[Annotated[IPv4Network | IPv6Network, PlainValidator(values.parse_network, json_schema_input_type=str)]],
    BeforeValidator(values.one_or_many, json_schema_input_type=str | list[str]),
]
"""A block, or a list of blocks, of IPv4 or IPv6."""


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


class Authentication(SpecModel):
    """Who must have signed in, at a user pool of Amazon Cognito, before anything else is done."""

    user_pool: Annotated[str, BeforeValidator(forms.user_pool), LATER]
    """The ARN of the user pool."""
    client: Text
    """The identifier of the pool's client; its secret is known to AWS alone."""
    domain: Text
    """The pool's domain: its prefix, or a whole name."""
    scope: str = "openid"
    """What is asked of the pool, words with spaces between."""
    on_unauthenticated: Literal["authenticate", "allow", "deny"] = "authenticate"
    """What is done with who has not signed in: sent to sign in, let through, or answered 401."""
    cookie: str = "AWSELBAuthSessionCookie"
    """The name of the session's cookie."""
    session_timeout: int = Field(default=604_800, ge=1, le=604_800)
    """Seconds that a session lasts."""


class MutualAuthentication(SpecModel):
    """Whether clients show certificates of their own."""

    checks: ClassVar[Checks] = (forms.verifies_by_a_store,)

    mode: Literal["off", "passthrough", "verify"]
    """`verify` asks a trust store, `passthrough` hands the certificate to the target, `"off"` asks for none."""
    trust_store: str | None = None
    """The authorities that clients are trusted by, for `verify`: an entry of `trust_stores`."""
    ignore_expired: bool | None = None
    """Whether a certificate that has expired is still good; false by default."""
    advertise_ca_names: bool | None = None
    """Whether clients are told the names of the authorities, to choose a certificate by; false by default."""


class ListenerRule(SpecModel):
    """What an application balancer does with some requests; the lowest priority that applies is taken."""

    checks: ClassVar[Checks] = (forms.rule_has_one_action,)

    priority: int
    """1 to 50,000, once for each listener."""
    host: Names = []
    """Hosts, with `*` for any characters and `?` for one."""
    path: Names = []
    """Paths from `/`, with `*` and `?`."""
    header: dict[str, Names] = {}
    """Headers by their names, each with values of which it has one, with `*` and `?`; all headers must fit."""
    method: Names = []
    """Methods such as GET, in capitals."""
    query: Names = []
    """Parts of the query: `key=value`, or a value of any key, with `*` and `?`; one of them must fit."""
    source_ip: Blocks = []
    """Blocks that requests come from; behind a proxy these are the proxy's."""
    forward: Forward = None
    """The target group that answers, or several with weights."""
    sticky: int | None = Field(default=None, ge=1, le=604_800)
    """Seconds that a client stays with the target group that a weighted `forward` chose for it."""
    authenticate: Authentication | None = None
    """Who must have signed in first, on a listener for HTTPS."""
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
    geneve: int | None = None
    """6081, on a gateway balancer: its one listener, which takes packets for every port."""
    certificate: str | None = None
    """The certificate that is shown unless another fits: an entry of `certificates`, or an ARN."""
    certificates: Names = []
    """More certificates, for other names."""
    ssl_policy: str | None = None
    """Protocols and ciphers; without it ELBSecurityPolicy-TLS13-1-2-2021-06."""
    mutual_authentication: Annotated[
        MutualAuthentication | None, BeforeValidator(forms.mutual, json_schema_input_type=str | MutualAuthentication)
    ] = None
    """Whether clients show certificates, on a listener for HTTPS: `passthrough`, or a mapping."""
    alpn: Literal["HTTP1Only", "HTTP2Only", "HTTP2Optional", "HTTP2Preferred", "None"] | None = None
    """Which HTTP is agreed upon with clients, on a listener for TLS."""
    idle_timeout: int | None = None
    """Seconds after which a silent connection over TCP is forgotten, on a network or gateway balancer: 60 to 6,000."""
    forward: Forward = None
    """The target group that answers, or several with weights."""
    sticky: int | None = Field(default=None, ge=1, le=604_800)
    """Seconds that a client stays with the target group that a weighted `forward` chose for it."""
    authenticate: Authentication | None = None
    """Who must have signed in first, on a listener for HTTPS."""
    redirect: Annotated[Redirect | None, BeforeValidator(forms.redirect, json_schema_input_type=str | Redirect)] = None
    """Where requests are sent instead: `https`, or a mapping."""
    respond: Annotated[Response | None, BeforeValidator(forms.response, json_schema_input_type=int | Response)] = None
    """What is answered: a status, or a mapping."""
    rules: list[ListenerRule] = []
    """What is done with some requests before the above is asked."""
