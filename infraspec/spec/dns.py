"""`dns:`: zones, records and health checks of Route 53."""

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field

from infraspec.spec.base import LATER, Checks, EntryModel, Names, SpecModel, Tags, Text
from infraspec.spec.forms import dns as forms
from infraspec.spec.forms import health_checks


class Zone(EntryModel):
    """A hosted zone: the records of one domain; the entry's key is the domain."""

    checks: ClassVar[Checks] = (forms.private_zones_have_vpcs,)

    comment: Text = Field(default="", max_length=256)
    """What it is for."""
    vpcs: Names | None = None
    """The VPCs that a private zone answers in. A zone without is public."""
    existing: Annotated[str | None, BeforeValidator(forms.zone_id), LATER] = None
    """The identifier of a zone that exists and is not managed here."""
    tags: Tags = {}


class Values(SpecModel):
    """What is answered."""

    checks: ClassVar[Checks] = (forms.alias_or_values,)

    alias: str | None = None
    """A load balancer, whose addresses are answered; another record of the same zone; or the domain of a CloudFront
    distribution, such as `d111111abcdef8.cloudfront.net`."""
    evaluate_target_health: bool | None = None
    """Whether an alias to a balancer without a healthy target is not answered; false by default."""
    ttl: int | None = Field(default=None, ge=1, le=2_147_483_647)
    """Seconds that an answer may be kept; 300 by default. An alias has none. Terraform's provider leaves a 0 out."""
    A: Names | None = None
    """IPv4 addresses."""
    AAAA: Names | None = None
    """IPv6 addresses."""
    CAA: Names | None = None
    """Who may issue certificates, such as `0 issue "amazon.com"`."""
    CNAME: str | None = None
    """The name that this one stands for."""
    DS: Names | None = None
    """Keys of a signed zone below."""
    HTTPS: Names | None = None
    """How a web service is reached, such as `1 . alpn=h2`."""
    MX: Names | None = None
    """Mail servers with their preference, such as `10 mail.example.com`."""
    NAPTR: Names | None = None
    """Rewriting rules."""
    NS: Names | None = None
    """Name servers of a zone below."""
    PTR: Names | None = None
    """Names of an address."""
    SPF: Names | None = None
    """Who may send mail, in a type that is no longer asked for; write `TXT` beside it."""
    SRV: Names | None = None
    """Priority, weight, port and host of a service, such as `0 5 5060 sip.example.com`."""
    SSHFP: Names | None = None
    """Fingerprints of a host's SSH keys."""
    SVCB: Names | None = None
    """How a service is reached, such as `1 svc.example.com port=8443`."""
    TLSA: Names | None = None
    """Certificates that a service has, such as `3 1 1 0123…`."""
    TXT: Names | None = None
    """Text, without the quotes of Route 53, which are added; what is longer than 255 is split."""


class Location(SpecModel):
    """Where the one who asks is."""

    checks: ClassVar[Checks] = (forms.one_place,)

    continent: Literal["AF", "AN", "AS", "EU", "NA", "OC", "SA"] | None = None
    """A continent by its code."""
    country: Annotated[str | None, BeforeValidator(forms.country)] = None
    """A country by its code of two letters (ISO 3166-1)."""
    subdivision: Annotated[str | None, BeforeValidator(forms.subdivision)] = None
    """With `country: US` a state, with `country: UA` an oblast, by its code."""


Where = Annotated[Location, BeforeValidator(forms.location, json_schema_input_type=Literal["default"] | Location)]


class Answer(Values):
    """One of several answers of a name, and when it is given."""

    checks: ClassVar[Checks] = (forms.alias_or_values, forms.one_reason)

    weight: int | None = Field(default=None, ge=0, le=255)
    """Weighted routing: its share among the answers of the name; 0 is given only where no other is well."""
    region: str | None = None
    """Latency routing: the region that it stands in."""
    failover: Literal["primary", "secondary"] | None = None
    """Failover routing: `primary` while it is well, else `secondary`."""
    location: Where | None = None
    """Geolocation routing: from where one asks: `{continent: EU}`, `{country: KR}`, or `default` for all others."""
    multivalue: bool | None = None
    """Multivalue routing: `true` to be one of up to eight well ones that are answered together."""
    health_check: str | None = None
    """The health check that says whether it is well, by name."""


class Record(Values, EntryModel):
    """The records of one name; the entry's key is the full name."""

    checks: ClassVar[Checks] = (forms.alias_or_values, forms.has_answers)

    zone: str
    """The zone that they are written in: an entry of `dns.zones`, or the identifier of one that exists."""
    delegate: str | None = None
    """A zone of this spec for this very name, whose name servers are written as `NS`."""
    answers: dict[str, Answer] = {}
    """Several answers, each with a name of its own and a reason to be given: weighted, latency, failover, geolocation
    or multivalue routing. An alias among them has an AAAA record where every answer has IPv6 addresses."""


class HealthCheck(EntryModel):
    """A health check: questions from outside, other checks, or an alarm, that say whether something is well."""

    checks: ClassVar[Checks] = (health_checks.asks_one_thing,)

    http: str | None = None
    """A host that is asked over HTTP: its name or its public address."""
    https: str | None = None
    """A host that is asked over HTTPS."""
    tcp: str | None = None
    """A host to which a TCP connection is opened; `port` says where."""
    all_of: Names | None = None
    """Other checks that must all be well."""
    any_of: Names | None = None
    """Other checks of which one must be well; with `at_least` more."""
    at_least: int | None = Field(default=None, ge=1, le=256)
    """How many of `any_of` must be well."""
    alarm: str | None = None
    """A CloudWatch alarm of this region, by its entry or its name: well while it is not in alarm."""
    without_data: Literal["healthy", "unhealthy", "last_known_status"] | None = None
    """What an alarm without enough data means; `last_known_status` by default."""
    port: int | None = Field(default=None, ge=1, le=65535)
    """The port; 80 for HTTP and 443 for HTTPS by default."""
    path: str | None = Field(default=None, max_length=255)
    """The path that is asked for, with its query; `/` by default."""
    host: str | None = Field(default=None, max_length=255)
    """The Host header, where an address is asked."""
    search: str | None = Field(default=None, min_length=1, max_length=255)
    """Text that must stand in the first 5,120 bytes of the answer."""
    interval: Literal[10, 30] = 30
    """Seconds between two questions of one checker."""
    failure_threshold: int = Field(default=3, ge=1, le=10)
    """Answers in a row that change what is thought of it."""
    sni: bool | None = None
    """Whether the host's name is sent in the TLS handshake; true for HTTPS by default."""
    measure_latency: bool = False
    """Whether CloudWatch shows how long answers take; it cannot be changed later."""
    inverted: bool = False
    """Whether well means unwell."""
    regions: list[str] = []
    """The regions that are asked from, at least three; all eight if left out."""
    existing: Annotated[str | None, BeforeValidator(health_checks.identifier), LATER] = None
    """The identifier of a check that exists and is not managed here."""
    tags: Tags = {}
