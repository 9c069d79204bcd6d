"""AWS WAF: web ACLs, what they protect, and their logs."""

from typing import NamedTuple

from infraspec.graph.elbv2 import LoadBalancer
from infraspec.graph.resource import Ref, Resource, Tags, node
from infraspec.graph.values import Joined
from infraspec.graph.wafv2_statements import ManagedGroup, Match, Rate


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
