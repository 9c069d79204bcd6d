"""AWS Network Firewall."""

from typing import NamedTuple

from infraspec.graph.logs import LogGroup
from infraspec.graph.resource import Ref, Resource, Tags, node
from infraspec.graph.s3 import Bucket
from infraspec.graph.vpc import Subnet, Vpc


class DomainList(NamedTuple):
    """Domains that are allowed or denied."""

    is_allowed: bool
    targets: tuple[str, ...]
    target_types: tuple[str, ...]
    """HTTP_HOST and TLS_SNI."""


class StatefulRule(NamedTuple):
    """A rule of five values."""

    action: str
    protocol: str
    source: str
    source_port: str
    direction: str
    destination: str
    destination_port: str
    sid: int


class PortRange(NamedTuple):
    """Ports from the first to the last."""

    from_port: int
    to_port: int


class StatelessRule(NamedTuple):
    """A rule for packets by themselves."""

    priority: int
    action: str
    """`aws:pass`, `aws:drop` or `aws:forward_to_sfe`."""
    sources: tuple[str, ...]
    destinations: tuple[str, ...]
    protocols: tuple[int, ...]
    destination_ports: tuple[PortRange, ...]


@node
class FirewallRuleGroup(Resource):
    """AWS::NetworkFirewall::RuleGroup."""

    name: str
    description: str | None
    type: str
    """STATEFUL or STATELESS."""
    capacity: int
    rule_order: str | None
    """STRICT_ORDER or DEFAULT_ACTION_ORDER, of stateful rules."""
    domains: DomainList | None
    rules_string: str | None
    stateful_rules: tuple[StatefulRule, ...]
    stateless_rules: tuple[StatelessRule, ...]
    home_net: tuple[str, ...]
    tags: Tags


class GroupUse(NamedTuple):
    """A rule group of a policy."""

    group: Ref[FirewallRuleGroup] | None
    arn: str | None
    """Of a group that is not managed here."""
    is_stateful: bool
    priority: int | None
    """None where the order is the default one."""


@node
class FirewallPolicy(Resource):
    """AWS::NetworkFirewall::FirewallPolicy."""

    name: str
    rule_groups: tuple[GroupUse, ...]
    rule_order: str
    stream_exception_policy: str
    stateful_default_actions: tuple[str, ...]
    stateless_default_action: str
    tags: Tags


@node
class Firewall(Resource):
    """AWS::NetworkFirewall::Firewall."""

    name: str
    description: str | None
    vpc: Ref[Vpc]
    subnets: tuple[Ref[Subnet], ...]
    policy: Ref[FirewallPolicy]
    delete_protection: bool
    subnet_change_protection: bool
    policy_change_protection: bool
    tags: Tags


class LogDestination(NamedTuple):
    """Where a kind of log goes."""

    log_type: str
    """ALERT or FLOW."""
    log_group: Ref[LogGroup] | None
    bucket: Ref[Bucket] | None
    prefix: str | None


@node
class FirewallLogging(Resource):
    """AWS::NetworkFirewall::LoggingConfiguration."""

    firewall: Ref[Firewall]
    destinations: tuple[LogDestination, ...]
