"""`dns:`: zones and records of Route 53."""

import re
from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator

from infraspec.spec.base import Names, SpecModel, Tags, refuse
from infraspec.spec.problems import ALIAS_OR_VALUES, ID_FORM, WRONG_VALUE

_ZONE = re.compile(r"Z[A-Z0-9]{9,31}\Z")


def is_zone_id(value: str) -> bool:
    """Whether this is the identifier of a zone."""
    return _ZONE.match(value) is not None


def _zone_id(value: object) -> object:
    if isinstance(value, str) and not is_zone_id(value):
        raise refuse(ID_FORM, f"`{value}` is not the identifier of a zone", help="write one such as Z0123456789EXAMPLE")
    return value


class Zone(SpecModel):
    """A hosted zone: the records of one domain; the entry's key is the domain."""

    comment: str = Field(default="", max_length=256)
    """What it is for."""
    vpcs: Names | None = None
    """The VPCs that a private zone answers in. A zone without is public."""
    existing: Annotated[str | None, BeforeValidator(_zone_id)] = None
    """The identifier of a zone that exists and is not managed here."""
    tags: Tags = {}

    @model_validator(mode="after")
    def _private_zones_have_vpcs(self) -> "Zone":
        if self.vpcs == []:
            raise refuse(WRONG_VALUE, "`vpcs` is empty", help="name a VPC, or remove `vpcs` for a public zone")
        return self


class Record(SpecModel):
    """The records of one name; the entry's key is the full name."""

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

    @property
    def values(self) -> dict[str, list[str]]:
        """The values that are written, by type."""
        found = {"A": self.A, "AAAA": self.AAAA, "CAA": self.CAA, "DS": self.DS, "MX": self.MX, "NAPTR": self.NAPTR}
        found |= {"NS": self.NS, "PTR": self.PTR, "SRV": self.SRV, "TXT": self.TXT}
        found["CNAME"] = None if self.CNAME is None else [self.CNAME]
        return {kind: values for kind, values in found.items() if values is not None}

    @model_validator(mode="after")
    def _alias_or_values(self) -> "Record":
        values = list(self.values)
        if self.alias is None and not values:
            raise refuse(ALIAS_OR_VALUES, "the record has no value", help="write `alias:`, or a type such as `A:`")
        if self.alias is not None and ("A" in values or "CNAME" in values):
            kind = "A" if "A" in values else "CNAME"
            raise refuse(ALIAS_OR_VALUES, f"`alias` is an A record, and `{kind}` is written beside it", help="keep one")
        if self.alias is not None and not values and self.ttl is not None:
            raise refuse(ALIAS_OR_VALUES, "an alias has the TTL of what it leads to", help="remove `ttl`")
        if self.alias is None and self.evaluate_target_health is not None:
            raise refuse(ALIAS_OR_VALUES, "`evaluate_target_health` speaks of an alias", help="remove it")
        if any(not found for found in self.values.values()):
            raise refuse(WRONG_VALUE, "a type of record has no value", help="remove it, or write a value")
        return self
