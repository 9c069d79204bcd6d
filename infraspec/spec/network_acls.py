"""`network_acls:` of a VPC: numbered rules at the edge of subnets."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from infraspec.spec.base import LATER, Checks, EntryModel, Tags, identifier
from infraspec.spec.forms import network_acls as forms
from infraspec.spec.traffic import Rule


class AclEntry(Rule):
    """What entries of both directions have. A number stands for one protocol and one range."""

    checks: ClassVar[Checks] = (*Rule.checks, forms.is_one_entry)

    number: int
    """Its place, 1 to 32766: the lowest number that matches a packet decides."""
    action: Literal["allow", "deny"]
    """What becomes of the packet."""
    ipv6: bool = False
    """Whether it is about the IPv6 block of the subnet or VPC that it names; another entry is about the IPv4 block."""


class IngressEntry(AclEntry):
    """What becomes of packets that enter a subnet."""

    peer: str = Field(alias="from")
    """The block that they come from, the name of a subnet, or `vpc`."""


class EgressEntry(AclEntry):
    """What becomes of packets that leave a subnet."""

    peer: str = Field(alias="to")
    """The block that they go to, the name of a subnet, or `vpc`."""


class NetworkAcl(EntryModel):
    """A network ACL. Subnets and tiers name it with `network_acl:`.

    It does not let answers through by itself, and what no entry allows is denied.
    """

    survives: ClassVar[tuple[str, ...]] = ("ingress", "egress")

    ingress: list[IngressEntry] | None = None
    """Entries for packets that enter; `[]` for none, which denies all of them."""
    egress: list[EgressEntry] | None = None
    """Entries for packets that leave; `[]` for none."""
    existing: Annotated[str | None, identifier("acl"), LATER] = None
    """The identifier of an ACL that exists and is not managed here; it has no entries here."""
    tags: Tags = {}
