"""AWS WAF: what the rules of a web ACL look for."""

from typing import NamedTuple

from infraspec.graph.resource import Ref
from infraspec.graph.wafv2_sets import IpSet, RegexPatternSet


class FieldToMatch(NamedTuple):
    """The part of a request that is looked at."""

    part: str
    """`uri_path`, `query_string`, `method`, `body`, `json_body`, `single_header`, `single_query_argument`,
    `all_query_arguments`, `headers` or `cookies`."""
    name: str | None
    """Of a header or an argument, in lower case."""
    scope: str | None
    """`KEY`, `VALUE` or `ALL`, of headers, cookies and JSON."""
    oversize: str | None
    """`CONTINUE`, `MATCH` or `NO_MATCH`, of what may be longer than is looked at."""


class ForwardedIp(NamedTuple):
    """The header that an address is read from, where a proxy stands before."""

    header_name: str
    fallback_behavior: str
    """`MATCH` or `NO_MATCH`."""
    position: str | None
    """`FIRST`, `LAST` or `ANY`, of a set of addresses."""


class Looked(NamedTuple):
    """Where something is looked for, and what is done with it before."""

    field: FieldToMatch
    transformations: tuple[str, ...]
    """In their order."""


class IpSetMatch(NamedTuple):
    """An address is one of a set."""

    ip_set: Ref[IpSet]
    forwarded: ForwardedIp | None


class GeoMatch(NamedTuple):
    """An address is of a country."""

    country_codes: tuple[str, ...]
    forwarded: ForwardedIp | None


class LabelMatch(NamedTuple):
    """A rule before has put a label on the request."""

    label_scope: str
    """`LABEL` or `NAMESPACE`."""
    label: str


class ByteMatch(NamedTuple):
    """A text stands somewhere."""

    search_string: str
    positional_constraint: str
    looked: Looked


class RegexMatch(NamedTuple):
    """A pattern fits somewhere."""

    regex_string: str
    looked: Looked


class RegexSetMatch(NamedTuple):
    """One of a set of patterns fits somewhere."""

    regex_set: Ref[RegexPatternSet]
    looked: Looked


class SizeMatch(NamedTuple):
    """Something is larger or smaller than so many bytes."""

    comparison_operator: str
    size: int
    looked: Looked


class SqliMatch(NamedTuple):
    """Something looks like SQL that is slipped in."""

    sensitivity_level: str
    looked: Looked


class XssMatch(NamedTuple):
    """Something looks like a script that is slipped in."""

    looked: Looked


class Combined(NamedTuple):
    """Statements that must all be true, of which one must be, or of which the one must not."""

    operator: str
    """`and`, `or` or `not`."""
    statements: "tuple[Match, ...]"


Match = (
    IpSetMatch
    | GeoMatch
    | LabelMatch
    | ByteMatch
    | RegexMatch
    | RegexSetMatch
    | SizeMatch
    | SqliMatch
    | XssMatch
    | Combined
)


class RuleOverride(NamedTuple):
    """Another action for a rule of a group."""

    rule: str
    action: str


class ManagedGroup(NamedTuple):
    """The rules of a group that AWS or a vendor keeps."""

    vendor_name: str
    group_name: str
    version: str | None
    """None is the default version, which its vendor moves on."""
    inspection_level: str | None
    """Of AWS's control of bots: `COMMON` or `TARGETED`."""
    overrides: tuple[RuleOverride, ...]
    scope_down: Match | None


class RateKey(NamedTuple):
    """A part of the request by which requests are counted."""

    part: str
    """`ip`, `forwarded_ip`, `header`, `cookie`, `query_argument`, `query_string`, `uri_path`, `http_method` or
    `label_namespace`."""
    key_name: str | None
    transformations: tuple[str, ...]


class Rate(NamedTuple):
    """Too many requests of one sender."""

    limit: int
    evaluation_window: int
    """Seconds."""
    aggregate_key_type: str
    """`IP`, `FORWARDED_IP`, `CONSTANT` or `CUSTOM_KEYS`."""
    custom_keys: tuple[RateKey, ...]
    forwarded: ForwardedIp | None
    scope_down: Match | None
