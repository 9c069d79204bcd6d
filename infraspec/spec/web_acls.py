"""`web_acls:`, `ip_sets:` and `regex_sets:`: which requests reach a load balancer."""

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field

from infraspec.spec.base import LATER, Checks, EntryModel, Names, SpecModel, Tags, Text
from infraspec.spec.forms import web_acls as forms
from infraspec.spec.forms import web_matches as matching


class Part(SpecModel):
    """A part of a request."""

    checks: ClassVar[Checks] = (matching.is_one_part,)

    part: Literal["path", "query", "method", "body", "json", "arguments", "headers", "cookies"] | None = None
    """A part without a name; `arguments` are all those of the query, `json` is the body read as JSON."""
    header: str | None = None
    """One header, by name."""
    argument: str | None = None
    """One argument of the query, by name."""
    look_at: Literal["keys", "values", "both"] = "both"
    """What of headers, cookies and JSON is looked at."""
    oversize: Literal["continue", "match", "no-match"] = "continue"
    """What is done where a body, headers or cookies are longer than WAF looks at: only the beginning is looked at, or
    it counts as found, or as not found."""


OfPart = Annotated[Part | None, BeforeValidator(matching.part, json_schema_input_type=str | Part)]
"""`path`, `query`, `body` and the like; `{header: user-agent}`; `{argument: id}`."""


class Forwarded(SpecModel):
    """The header that holds the address of the sender, where a proxy stands before the balancer."""

    header: str = "X-Forwarded-For"
    """Its name."""
    fallback: Literal["match", "no-match"] = "no-match"
    """What counts where it holds no address."""
    position: Literal["first", "last", "any"] = "first"
    """Which of several addresses is meant, for `ip_set`."""


Transforms = Annotated[Names, BeforeValidator(matching.transforms)]
"""What is done with the text first: `lowercase`, `url-decode`, `html-entity-decode`, `compress-white-space`, …"""


class Leaf(SpecModel):
    """One thing that a request has."""

    checks: ClassVar[Checks] = (matching.is_one_match,)

    ip_set: str | None = None
    """An address of this set, by name or ARN."""
    countries: Annotated[Names, BeforeValidator(matching.countries)] = []
    """An address of these countries, by their two letters: `[KR, US]`."""
    forwarded: Annotated[Forwarded | None, BeforeValidator(matching.forwarded)] = None
    """Reads the address from a header instead, for `ip_set` and `countries`: `{header: X-Forwarded-For}`."""
    label: str | None = None
    """A label that a rule before has put on it, whole."""
    label_namespace: str | None = None
    """A label that begins so and ends with `:`."""
    contains: str | None = None
    """A text somewhere in the part `of` it."""
    contains_word: str | None = None
    """A text that stands there as a word."""
    starts_with: str | None = None
    """A text at its start."""
    ends_with: str | None = None
    """A text at its end."""
    equals: str | None = None
    """A text that it is."""
    regex: str | None = None
    """A pattern that fits somewhere in it, of at most 512 characters."""
    regex_set: str | None = None
    """One of the patterns of this set, by name or ARN."""
    larger_than: int | None = Field(default=None, ge=0)
    """More bytes than these."""
    smaller_than: int | None = Field(default=None, ge=0)
    """Fewer bytes than these."""
    sql_injection: Literal["low", "high"] | None = None
    """SQL that is slipped in; `high` finds more, and more that is none."""
    script_injection: bool = False
    """A script that is slipped in."""
    of: OfPart = None
    """The part that is looked at: `path`, `query`, `body`, `{header: user-agent}`, …"""
    transform: Transforms = []
    """What is done with the part before: `lowercase`, `url-decode` and the like, in their order."""


class Inner(Leaf):
    """What a request has, or several such things together."""

    all: list[Leaf] = []
    """Things that it must all have."""
    any: list[Leaf] = []
    """Things of which it must have one."""
    not_: Leaf | None = Field(default=None, alias="not")
    """What it must not have."""


class Match(Leaf):
    """What a request has, or several such things together."""

    all: list[Inner] = []
    """Things that it must all have."""
    any: list[Inner] = []
    """Things of which it must have one."""
    not_: Inner | None = Field(default=None, alias="not")
    """What it must not have."""


class Managed(SpecModel):
    """A group of rules that AWS or a vendor keeps."""

    name: str
    """Its name, such as `AWSManagedRulesCommonRuleSet`."""
    vendor: str = "AWS"
    """Who keeps it."""
    version: str | None = None
    """One of its versions; without it the default, which its vendor moves on."""
    overrides: dict[str, Literal["allow", "block", "count", "captcha", "challenge"]] = {}
    """Other actions for rules of it, by their names: `{SizeRestrictions_BODY: count}`."""
    inspection: Literal["common", "targeted"] | None = None
    """How closely AWSManagedRulesBotControlRuleSet looks; `targeted` costs more."""
    only: Match | None = None
    """The requests that it looks at; all without it."""


class RateKey(SpecModel):
    """A part of the request by which requests are counted."""

    checks: ClassVar[Checks] = (matching.is_one_key,)

    key: Literal["ip", "forwarded-ip", "query", "path", "method", "all"] | None = None
    """A part without a name; or `all`, alone."""
    header: str | None = None
    """A header, by name."""
    cookie: str | None = None
    """A cookie, by name."""
    argument: str | None = None
    """An argument of the query, by name."""
    label_namespace: str | None = None
    """Labels that begin so."""
    transform: Transforms = []
    """What is done with it before."""


class Rate(SpecModel):
    """Too many requests of one sender."""

    checks: ClassVar[Checks] = (matching.counts_all_of_some,)

    limit: int
    """How many requests a window takes, at least 10."""
    window: int = 300
    """Seconds: 60, 120, 300 or 600."""
    by: Annotated[
        list[Annotated[RateKey, BeforeValidator(matching.rate_key, json_schema_input_type=str | RateKey)]],
        BeforeValidator(matching.one_or_many, json_schema_input_type=str | list[str | RateKey]),
    ] = []
    """What makes one sender: `ip`, unless written; `forwarded-ip`; several parts, `[ip, {header: authorization}]`; or
    `all`, who are then counted as one."""
    forwarded: Annotated[Forwarded | None, BeforeValidator(matching.forwarded)] = None
    """The header of `forwarded-ip`; `X-Forwarded-For` without it."""
    only: Match | None = None
    """The requests that are counted; all without it, and they must be said where `all` senders are one."""


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
