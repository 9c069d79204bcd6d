"""What rules of `web_acls:` look for in a request."""

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field

from infraspec.spec.base import Checks, Names, SpecModel
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
