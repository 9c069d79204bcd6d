"""`load_balancers:`: who takes requests, and what is done with them."""

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator

from infraspec.spec.alarm_sets import Alarms
from infraspec.spec.base import LATER, AddressV4, EntryModel, Names, SpecModel, Tags
from infraspec.spec.forms import load_balancers as forms
from infraspec.spec.listeners import Listener


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


class Logs(SpecModel):
    """Where a balancer writes what it did."""

    bucket: str
    """An entry of `buckets`, whose policy then lets the balancer write; one that exists must let it already."""
    prefix: str | None = None
    """What the names of the objects begin with, without a `/` at either end."""


class LoadBalancer(EntryModel):
    """A load balancer: one name for many machines."""

    survives: ClassVar[tuple[str, ...]] = ("listeners",)

    type: Literal["application", "network", "gateway"]
    """`application` for HTTP, `network` for TCP and UDP, `gateway` for all packets, by way of appliances."""
    name: Literal["generated"] | None = None
    """`generated` lets each backend choose the name; without it the name is the entry's key. Two balancers cannot have
    one name at a time, so one whose `type` or `scheme` changes can be replaced while it is in use only if its name is
    generated."""
    scheme: Literal["internet-facing", "internal"] = "internal"
    """Whether it has public addresses."""
    subnets: Subnets
    """Where it stands, one subnet a zone: a tier, a list, or for a network balancer each with its address."""
    security_groups: Names = []
    """Its security groups. An application balancer has one at least, a gateway balancer none."""
    listeners: list[Listener] = []
    """The ports that it listens on."""
    deletion_protection: bool = False
    """Whether AWS refuses to delete it."""
    cross_zone: bool | None = None
    """Whether a network or gateway balancer sends across zones, false by default; an application balancer always
    does."""
    idle_timeout: int | None = None
    """Seconds after which an application balancer closes a silent connection, 1 to 4,000; 60 by default."""
    http2: bool | None = None
    """Whether clients of an application balancer may speak HTTP/2; true by default."""
    drop_invalid_header_fields: bool | None = None
    """Whether an application balancer drops headers with odd names; true by default, unlike AWS's own."""
    ip_address_type: Literal["ipv4", "dualstack", "dualstack-without-public-ipv4"] | None = None
    """`dualstack` for IPv6 too, in subnets that have it; `ipv4` by default. An application balancer that faces the
    internet may do without public IPv4 addresses."""
    client_keep_alive: int | None = None
    """Seconds after which an application balancer ends a client's connection, 60 to 604,800; 3,600 by default."""
    desync_mode: Literal["defensive", "strictest", "monitor"] | None = None
    """What an application balancer does with requests that two readers may read differently; `defensive` by default."""
    xff_mode: Literal["append", "preserve", "remove"] | None = None
    """What an application balancer does with `X-Forwarded-For`; by default it appends the client's address."""
    xff_client_port: bool | None = None
    """Whether `X-Forwarded-For` holds the client's port too; false by default."""
    preserve_host_header: bool | None = None
    """Whether the `Host` that a client asked for is handed on as it stands; by default the port may be added."""
    tls_headers: bool | None = None
    """Whether targets are told the version and the cipher of TLS; false by default."""
    waf_fail_open: bool | None = None
    """Whether requests pass an application balancer whose web ACL cannot be asked; false by default."""
    zonal_shift: bool | None = None
    """Whether traffic may be shifted away from a zone, on an application or network balancer; false by default."""
    client_routing: (
        Literal["any_availability_zone", "availability_zone_affinity", "partial_availability_zone_affinity"] | None
    ) = None
    """Whether clients of a network balancer are given addresses of their own zone; of any zone by default."""
    private_link_rules: bool | None = None
    """Whether the groups of a network balancer are asked about what comes through an endpoint service; true by
    default."""
    access_logs: Annotated[Logs | None, BeforeValidator(forms.logs, json_schema_input_type=str | Logs)] = None
    """Where requests are logged, or connections by TLS of a network balancer: a bucket, or a mapping."""
    connection_logs: Annotated[Logs | None, BeforeValidator(forms.logs, json_schema_input_type=str | Logs)] = None
    """Where connections to an application balancer are logged: a bucket, or a mapping."""
    alarms: Alarms = None
    """The usual alarms of such a thing: `default`, or `{set: default, to: TOPIC}`."""
    tags: Tags = {}
