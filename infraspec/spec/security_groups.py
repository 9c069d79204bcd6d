"""`security_groups:` of a VPC: who may speak to whom."""

from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from infraspec.spec.base import LATER, EntryModel, Names, Tags, Text, identifier
from infraspec.spec.forms import security_groups as forms
from infraspec.spec.traffic import Rule


class IngressRule(Rule):
    """Traffic that a group lets in. One AWS rule is made for each peer and range of ports."""

    peers: Names = Field(alias="from")
    """Who may send: a block, the name of a security group, instance, network interface, load balancer, endpoint,
    database, document cluster, cache, subnet, tier or prefix list, `self`, `vpc`, `anywhere`, a prefix list `pl-…` or a
    group `sg-…` that exists, or a list of these. In a VPC with `ipv6`, subnets, tiers, `vpc` and `anywhere` are their
    IPv6 blocks too."""
    description: Text | None = None
    """Why the rule is there: at most 255 plain characters."""


class EgressRule(Rule):
    """Traffic that a group lets out. One AWS rule is made for each peer and range of ports."""

    peers: Names = Field(alias="to")
    """Who may be sent to, written as in `from`."""
    description: Text | None = None
    """Why the rule is there: at most 255 plain characters."""


class SecurityGroup(EntryModel):
    """A security group: a firewall around each interface that has it. It lets answers through by itself."""

    survives: ClassVar[tuple[str, ...]] = ("ingress", "egress")

    description: Text | None = None
    """What the group is for, 1 to 255 plain characters; its name if left out. It cannot be changed in place."""
    ingress: list[IngressRule] = []
    """What is let in; nothing if left out."""
    egress: Annotated[list[EgressRule] | None, BeforeValidator(forms.all_is_a_rule)] = None
    """What is let out. It must be written: `[]` for nothing, `all` for everything, or rules."""
    existing: Annotated[str | None, identifier("sg"), LATER] = None
    """The identifier of a group that exists and is not managed here; it has no rules here."""
    tags: Tags = {}
