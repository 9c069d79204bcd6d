"""`dns:`: zones and records of Route 53."""

from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from infraspec.spec.base import LATER, Checks, EntryModel, Names, Tags, Text
from infraspec.spec.forms import dns as forms


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


class Record(EntryModel):
    """The records of one name; the entry's key is the full name."""

    checks: ClassVar[Checks] = (forms.alias_or_values,)

    zone: str
    """The zone that they are written in: an entry of `dns.zones`, or the identifier of one that exists."""
    alias: str | None = None
    """A load balancer, whose addresses are answered."""
    evaluate_target_health: bool | None = None
    """Whether an alias to a balancer without a healthy target is not answered; false by default."""
    ttl: int | None = Field(default=None, ge=0, le=2_147_483_647)
    """Seconds that an answer may be kept; 300 by default. An alias has none."""
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
    MX: Names | None = None
    """Mail servers with their preference, such as `10 mail.example.com`."""
    NAPTR: Names | None = None
    """Rewriting rules."""
    NS: Names | None = None
    """Name servers of a zone below."""
    PTR: Names | None = None
    """Names of an address."""
    SRV: Names | None = None
    """Priority, weight, port and host of a service, such as `0 5 5060 sip.example.com`."""
    TXT: Names | None = None
    """Text, without the quotes of Route 53, which are added; what is longer than 255 is split."""
