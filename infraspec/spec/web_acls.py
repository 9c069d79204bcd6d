"""`web_acls:`, `ip_sets:` and `regex_sets:`: which requests reach a load balancer."""

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field

from infraspec.spec.base import LATER, Checks, EntryModel, Names, SpecModel, Tags, Text
from infraspec.spec.forms import web_acls as forms
from infraspec.spec.forms import web_matches as matching
from infraspec.spec.web_matches import Leaf, Managed, Match, Part, Rate


class Respond(SpecModel):
    """The answer to a request that is blocked."""

    status: int = Field(default=403, ge=200, le=599)
    """The status of the answer."""
    body: str | None = None
    """One of the `responses` of the ACL, by name."""
    headers: Annotated[dict[str, Text], BeforeValidator(forms.headers)] = {}
    """Headers of the answer."""


class Rule(Leaf):
    """A rule: which requests, and what is done with them. Its key is its name."""

    checks: ClassVar[Checks] = (forms.is_one_rule, forms.has_its_action)

    all: list[Match] = []
    """Things that a request must all have."""
    any: list[Match] = []
    """Things of which it must have one."""
    not_: Match | None = Field(default=None, alias="not")
    """What it must not have."""

    priority: int | None = Field(default=None, ge=0)
    """The rule with the least is asked first; without it its place in the list counts."""
    managed: Annotated[Managed | None, BeforeValidator(forms.managed, json_schema_input_type=str | Managed)] = None
    """A group of rules that AWS or a vendor keeps: `AWSManagedRulesCommonRuleSet`, or a mapping that says more."""
    rate: Annotated[Rate | None, BeforeValidator(forms.rate, json_schema_input_type=int | Rate)] = None
    """Too many requests of one sender: how many in five minutes, or a mapping that says more."""
    action: Literal["allow", "block", "count", "captcha", "challenge"] | None = None
    """What is done with such a request. `count` only counts; a managed group takes `count` alone, for all its rules."""
    respond: Annotated[Respond | None, BeforeValidator(forms.respond, json_schema_input_type=int | Respond)] = None
    """The answer to a request that is blocked; a bare 403 without it."""
    add_headers: Annotated[dict[str, Text], BeforeValidator(forms.headers)] = {}
    """Headers that are put on a request that goes on; WAF puts `x-amzn-waf-` before their names."""
    add_labels: Names = []
    """Labels that later rules can ask for."""
    immunity: int | None = Field(default=None, ge=60, le=259200)
    """Seconds for which an answered puzzle of this rule is good; without it those of the ACL."""
    metrics: bool = True
    """Whether CloudWatch counts its requests."""
    samples: bool = True
    """Whether a sample of its requests is kept for three hours."""


class Response(SpecModel):
    """A body that rules may answer with."""

    content: str
    """The body."""
    content_type: Literal["text/plain", "text/html", "application/json"] = "text/plain"
    """What it is."""


class LogCondition(SpecModel):
    """What a request has that is logged or left out."""

    checks: ClassVar[Checks] = (forms.is_one_condition,)

    action: Literal["allow", "block", "count", "captcha", "challenge", "excluded-as-count"] | None = None
    """What was done with it."""
    label: str | None = None
    """A label that it has."""


class LogFilter(SpecModel):
    """Which requests are logged, or left out."""

    keep: list[LogCondition] = []
    """Requests with one of these are logged."""
    drop: list[LogCondition] = []
    """Requests with one of these are left out."""
    every: bool = False
    """Whether a request must have all of them instead."""


class Logging(SpecModel):
    """Where requests are logged."""

    checks: ClassVar[Checks] = (forms.hides_what_waf_hides, forms.logs_something)

    to: str
    """A log group or a bucket by name, or the ARN of a delivery stream. Its name begins with `aws-waf-logs-`."""
    redact: list[Annotated[Part, BeforeValidator(matching.part, json_schema_input_type=str | Part)]] = []
    """Parts that are not written down: `path`, `query`, `method`, or `{header: authorization}`."""
    filters: list[LogFilter] = []
    """Which requests are logged, and which are left out: the first that speaks of a request counts."""
    default: Literal["keep", "drop"] = "keep"
    """What is done with requests that no filter speaks of."""


class WebAcl(EntryModel):
    """A web ACL of this region."""

    checks: ClassVar[Checks] = (forms.answers_what_it_decides,)

    description: Annotated[Text | None, BeforeValidator(forms.description)] = None
    """What it is for: 3 to 256 characters of ASCII."""
    default: Literal["allow", "block"] = "allow"
    """What is done with a request that no rule decides on."""
    respond: Annotated[Respond | None, BeforeValidator(forms.respond, json_schema_input_type=int | Respond)] = None
    """The answer to a request that is blocked by default."""
    add_headers: Annotated[dict[str, Text], BeforeValidator(forms.headers)] = {}
    """Headers that are put on a request that is allowed by default."""
    rules: dict[str, Rule] = {}
    """Its rules by name, the first asked first."""
    responses: dict[str, Response] = {}
    """Bodies that rules may answer with, by name."""
    protects: Names = []
    """What it protects: application load balancers by name, or ARNs of what else takes one."""
    logging: Annotated[Logging | None, BeforeValidator(forms.logging, json_schema_input_type=str | Logging)] = None
    """Where requests are logged: a name, or a mapping that says more."""
    captcha_immunity: int = Field(default=300, ge=60, le=259200)
    """Seconds for which an answered puzzle is good."""
    challenge_immunity: int = Field(default=300, ge=300, le=259200)
    """Seconds for which a browser that has proved itself is let through."""
    token_domains: Names = []
    """Domains beside its own whose proofs it takes."""
    metrics: bool = True
    """Whether CloudWatch counts its requests."""
    samples: bool = True
    """Whether a sample of its requests is kept for three hours."""
    existing: Annotated[str | None, BeforeValidator(forms.acl_arn), LATER] = None
    """The ARN of a web ACL that exists and is not managed here; what it protects may still be said."""
    tags: Tags = {}


class IpSet(EntryModel):
    """Addresses that rules of web ACLs ask for."""

    description: Annotated[Text | None, BeforeValidator(forms.description)] = None
    """What it is for: 3 to 256 characters of ASCII."""
    addresses: Annotated[Names, BeforeValidator(forms.addresses)] = []
    """Blocks, all of IPv4 or all of IPv6; an address alone is a block of one."""
    version: Literal[4, 6] | None = None
    """The version of the addresses, where there are none yet; 4 unless written."""
    existing: Annotated[str | None, BeforeValidator(forms.ip_set_arn), LATER] = None
    """The ARN of an IP set that exists and is not managed here."""
    tags: Tags = {}


class RegexSet(EntryModel):
    """Patterns that rules of web ACLs ask for."""

    description: Annotated[Text | None, BeforeValidator(forms.description)] = None
    """What it is for: 3 to 256 characters of ASCII."""
    patterns: Names = []
    """At most ten patterns, each of at most 200 characters."""
    existing: Annotated[str | None, BeforeValidator(forms.regex_set_arn), LATER] = None
    """The ARN of a set that exists and is not managed here."""
    tags: Tags = {}
