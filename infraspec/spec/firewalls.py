"""`firewalls:` and `firewall_rule_groups:`: AWS Network Firewall."""

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field

from infraspec.spec.base import LATER, Checks, CidrV4, EntryModel, Names, SpecModel, Tags, Text
from infraspec.spec.forms import firewalls as forms


class Domains(SpecModel):
    """Domains that are let through or dropped, by the name in the request or in the TLS handshake."""

    checks: ClassVar[Checks] = (forms.one_list,)

    allow: Names = []
    """Domains that are let through, and no other; `.example.com` is all names below it."""
    deny: Names = []
    """Domains that are dropped."""
    protocols: Annotated[Names, BeforeValidator(forms.protocols)] = ["http", "tls"]
    """Where the name is read: `http`, `tls`."""


class StatefulRule(SpecModel):
    """What becomes of a flow."""

    action: Literal["pass", "drop", "reject", "alert"]
    """What is done with it; `alert` writes a log and goes on."""
    protocol: Annotated[str, BeforeValidator(forms.protocol)] = "ip"
    """`ip` for all, `tcp`, `udp`, `icmp`, or an application's: `http`, `tls`, `ssh`, `dns`, `smtp` and others."""
    source: Annotated[str, BeforeValidator(forms.address)] = Field(default="any", alias="from")
    """A block, a variable such as `$HOME_NET`, or `any`."""
    source_port: Annotated[str, BeforeValidator(forms.port, json_schema_input_type=int | str)] = Field(
        default="any", alias="from_port"
    )
    """A port, a range `1024:65535`, or `any`."""
    destination: Annotated[str, BeforeValidator(forms.address)] = Field(default="any", alias="to")
    """A block, a variable such as `$EXTERNAL_NET`, or `any`."""
    destination_port: Annotated[str, BeforeValidator(forms.port, json_schema_input_type=int | str)] = Field(
        default="any", alias="to_port"
    )
    """A port, a range `8000:8100`, or `any`."""
    direction: Literal["forward", "any"] = "forward"
    """`any` also matches the way back."""
    sid: int = Field(ge=1, le=4_294_967_295)
    """Its number, once in a group."""


class StatelessRule(SpecModel):
    """What becomes of a packet, looked at by itself."""

    priority: int = Field(ge=1, le=65_535)
    """Its place: the lowest number that matches decides."""
    action: Literal["pass", "drop", "forward"]
    """`forward` hands it to the stateful rules."""
    source: list[CidrV4] = Field(default=[], alias="from")
    """Blocks that it comes from; any if left out."""
    destination: list[CidrV4] = Field(default=[], alias="to")
    """Blocks that it goes to; any if left out."""
    protocols: list[Annotated[int, Field(ge=0, le=255)]] = []
    """Numbers of protocols, such as 6 for TCP; any if left out."""
    ports: Annotated[Names, BeforeValidator(forms.port_list, json_schema_input_type=int | str | list[int | str])] = []
    """Ports that it goes to: `443` or `8000-8100`; with `protocols` of 6 or 17."""


class RuleGroup(EntryModel):
    """A group of firewall rules, which several firewalls may use."""

    checks: ClassVar[Checks] = (forms.one_kind_of_rules,)

    description: Text | None = None
    """What it is for."""
    capacity: int | None = Field(default=None, ge=1, le=30_000)
    """How much it may hold; it cannot be changed later, so leave room. Required for a group that is made here."""
    order: Literal["default", "strict"] = "strict"
    """Of stateful rules: `strict` as they are written; `default` passes first, then drops, then alerts."""
    domains: Domains | None = None
    """Domains that are let through or dropped."""
    suricata: str | None = Field(default=None, max_length=2_000_000)
    """Rules in Suricata's own words."""
    rules: list[StatefulRule] = []
    """Stateful rules."""
    stateless: list[StatelessRule] = []
    """Stateless rules."""
    home_net: list[CidrV4] = []
    """What `$HOME_NET` is; the blocks of the firewall's VPC if left out."""
    existing: Annotated[str | None, BeforeValidator(forms.rule_group_arn), LATER] = None
    """The ARN of a group that exists, or of one that AWS manages."""
    tags: Tags = {}


class Logs(SpecModel):
    """Where a kind of log goes."""

    checks: ClassVar[Checks] = (forms.goes_somewhere,)

    log_group: str | None = None
    """A log group, by name."""
    bucket: str | None = None
    """A bucket, by name."""
    prefix: str = Field(default="", max_length=1024)
    """What objects in the bucket begin with."""


class Firewall(EntryModel):
    """A network firewall with its policy: an endpoint in each of some subnets, which routes lead to by its name."""

    subnets: Names
    """A tier, or subnets of different zones of one VPC, which nothing else stands in."""
    description: Text | None = None
    """What it is for."""
    rule_groups: Names = []
    """Its groups of rules, in their order: entries of `firewall_rule_groups`, or ARNs."""
    order: Literal["default", "strict"] = "strict"
    """How stateful rules are evaluated; that of its groups."""
    otherwise: Annotated[Names, BeforeValidator(forms.otherwise)] = ["drop_established", "alert_established"]
    """With `strict`, what is done with flows that no rule decides: `drop_strict`, `drop_established`, `alert_strict`,
    `alert_established`; `[]` lets them pass."""
    stateless_otherwise: Literal["forward", "pass", "drop"] = "forward"
    """What is done with packets that no stateless rule decides."""
    on_broken_flow: Literal["drop", "continue", "reject"] = "drop"
    """What is done with a flow whose begin was not seen."""
    flow_logs: Logs | None = None
    """Where all flows are written to."""
    alert_logs: Logs | None = None
    """Where what rules dropped, rejected and alerted is written to."""
    deletion_protection: bool = True
    """Whether AWS refuses to delete it."""
    subnet_change_protection: bool = False
    """Whether AWS refuses another set of subnets."""
    policy_change_protection: bool = False
    """Whether AWS refuses another policy."""
    tags: Tags = {}
