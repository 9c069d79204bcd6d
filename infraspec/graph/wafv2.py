"""AWS WAF: web ACLs, the sets that their rules use, what they protect, and their logs."""

from typing import NamedTuple

from infraspec.graph.elbv2 import LoadBalancer
from infraspec.graph.resource import Ref, Resource, Tags, node
from infraspec.graph.values import Joined


@node
class IpSet(Resource):
    """AWS::WAFv2::IPSet of this region. One that exists is known by its ARN."""

    name: str
    description: str | None
    ip_address_version: str
    """`IPV4` or `IPV6`."""
    addresses: tuple[str, ...]
    tags: Tags


@node
class RegexPatternSet(Resource):
    """AWS::WAFv2::RegexPatternSet of this region. One that exists is known by its ARN."""

    name: str
    description: str | None
    regular_expressions: tuple[str, ...]
    tags: Tags


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


class Header(NamedTuple):
    """A header and what it holds."""

    header: str
    content: str


class Action(NamedTuple):
    """What is done with a request."""

    type: str
    """`allow`, `block`, `count`, `captcha` or `challenge`."""
    inserted_headers: tuple[Header, ...]
    """Of a request that goes on."""
    response_code: int | None
    """Of a request that is blocked; None is WAF's own answer."""
    response_body_key: str | None
    response_headers: tuple[Header, ...]


class Rule(NamedTuple):
    """One rule of a web ACL."""

    name: str
    priority: int
    statement: Match | ManagedGroup | Rate
    action: Action | None
    """None of a managed group, whose rules have their own."""
    override_action: str | None
    """`none` or `count`, of a managed group."""
    labels: tuple[str, ...]
    immunity_time: int | None
    """Seconds for which an answered puzzle is good."""
    metric_name: str
    cloudwatch_metrics_enabled: bool
    sampled_requests_enabled: bool


class ResponseBody(NamedTuple):
    """An answer that rules may send."""

    body_key: str
    content_type: str
    """`TEXT_PLAIN`, `TEXT_HTML` or `APPLICATION_JSON`."""
    content: str


@node
class WebAcl(Resource):
    """AWS::WAFv2::WebACL of this region. One that exists is known by its ARN."""

    name: str
    description: str | None
    default_action: Action
    rules: tuple[Rule, ...]
    """By priority."""
    response_bodies: tuple[ResponseBody, ...]
    captcha_immunity_time: int
    """Seconds."""
    challenge_immunity_time: int
    """Seconds."""
    token_domains: tuple[str, ...]
    metric_name: str
    cloudwatch_metrics_enabled: bool
    sampled_requests_enabled: bool
    tags: Tags


@node
class WebAclAssociation(Resource):
    """AWS::WAFv2::WebACLAssociation: what a web ACL protects."""

    web_acl: Ref[WebAcl]
    load_balancer: Ref[LoadBalancer] | None
    resource_arn: str | None
    """What is not of this spec, such as a stage of an API."""


class LogCondition(NamedTuple):
    """What a request that is logged or left out has: an action or a label."""

    action: str | None
    label_name: str | None


class Redacted(NamedTuple):
    """A part of requests that is not written down."""

    part: str
    """`uri_path`, `query_string`, `method` or `single_header`."""
    name: str | None
    """Of a header, in lower case."""


class LogFilter(NamedTuple):
    """Which requests are logged or left out."""

    behavior: str
    """`KEEP` or `DROP`."""
    requirement: str
    """`MEETS_ALL` or `MEETS_ANY`."""
    conditions: tuple[LogCondition, ...]


@node
class WebAclLogging(Resource):
    """AWS::WAFv2::LoggingConfiguration."""

    web_acl: Ref[WebAcl]
    destination: Joined
    """An ARN without `:*`."""
    redacted_fields: tuple[Redacted, ...]
    default_behavior: str | None
    """`KEEP` or `DROP`, of what no filter speaks of; None where there are no filters."""
    filters: tuple[LogFilter, ...]
