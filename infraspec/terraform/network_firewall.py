"""AWS Network Firewall in Terraform."""

from typing import Any, TypedDict

from infraspec.graph.network_firewall import (
    Firewall,
    FirewallLogging,
    FirewallPolicy,
    FirewallRuleGroup,
    GroupUse,
    LogDestination,
    StatefulRule,
    StatelessRule,
)
from infraspec.terraform.block import Block, tags
from infraspec.terraform.names import Labels
from infraspec.terraform.values import value_of


class AwsNetworkfirewallRuleGroup(TypedDict):
    """The arguments of aws_networkfirewall_rule_group that we write."""

    name: str
    description: str | None
    type: str
    capacity: int
    rule_group: dict[str, Any]
    tags: dict[str, str]


def firewall_rule_group(group: FirewallRuleGroup, labels: Labels) -> Block:
    """aws_networkfirewall_rule_group."""
    variables = {"ip_sets": [{"key": "HOME_NET", "ip_set": {"definition": list(group.home_net)}}]}
    return labels.block(
        group,
        AwsNetworkfirewallRuleGroup(
            name=group.name,
            description=group.description,
            type=group.type,
            capacity=group.capacity,
            rule_group={
                "rules_source": _source(group),
                "stateful_rule_options": {"rule_order": group.rule_order} if group.rule_order else None,
                "rule_variables": variables if group.home_net else None,
            },
            tags=tags(group.tags),
        ),
    )


def _source(group: FirewallRuleGroup) -> dict[str, Any]:
    domains = group.domains
    listed = domains and {
        "generated_rules_type": "ALLOWLIST" if domains.is_allowed else "DENYLIST",
        "targets": list(domains.targets),
        "target_types": list(domains.target_types),
    }
    stateless = {"stateless_rule": [_stateless(one) for one in group.stateless_rules]}
    return {
        "rules_string": group.rules_string,
        "rules_source_list": listed,
        "stateful_rule": [_stateful(one) for one in group.stateful_rules] or None,
        "stateless_rules_and_custom_actions": stateless if group.stateless_rules else None,
    }


def _stateful(rule: StatefulRule) -> dict[str, Any]:
    return {
        "action": rule.action,
        "header": {
            "protocol": rule.protocol,
            "source": rule.source,
            "source_port": rule.source_port,
            "direction": rule.direction,
            "destination": rule.destination,
            "destination_port": rule.destination_port,
        },
        "rule_option": [{"keyword": "sid", "settings": [str(rule.sid)]}],
    }


def _stateless(rule: StatelessRule) -> dict[str, Any]:
    ports = [{"from_port": one.from_port, "to_port": one.to_port} for one in rule.destination_ports]
    return {
        "priority": rule.priority,
        "rule_definition": {
            "actions": [rule.action],
            "match_attributes": {
                "source": [{"address_definition": one} for one in rule.sources],
                "destination": [{"address_definition": one} for one in rule.destinations],
                "protocols": list(rule.protocols) or None,
                "destination_port": ports or None,
            },
        },
    }


class AwsNetworkfirewallFirewallPolicy(TypedDict):
    """The arguments of aws_networkfirewall_firewall_policy that we write."""

    name: str
    firewall_policy: dict[str, Any]
    tags: dict[str, str]


def firewall_policy(policy: FirewallPolicy, labels: Labels) -> Block:
    """aws_networkfirewall_firewall_policy."""
    return labels.block(
        policy,
        AwsNetworkfirewallFirewallPolicy(
            name=policy.name,
            firewall_policy={
                "stateless_default_actions": [policy.stateless_default_action],
                "stateless_fragment_default_actions": [policy.stateless_default_action],
                "stateful_engine_options": {
                    "rule_order": policy.rule_order,
                    "stream_exception_policy": policy.stream_exception_policy,
                },
                "stateful_default_actions": list(policy.stateful_default_actions) or None,
                "stateful_rule_group_reference": _uses(policy, labels, is_stateful=True),
                "stateless_rule_group_reference": _uses(policy, labels, is_stateful=False),
            },
            tags=tags(policy.tags),
        ),
    )


def _uses(policy: FirewallPolicy, labels: Labels, *, is_stateful: bool) -> list[dict[str, Any]] | None:
    return [_use(one, labels) for one in policy.rule_groups if one.is_stateful is is_stateful] or None


def _use(use: GroupUse, labels: Labels) -> dict[str, Any]:
    """A rule group, and its place."""
    arn = value_of(labels, use.group, "arn") if use.group else use.arn
    return {"resource_arn": arn, "priority": use.priority}


class AwsNetworkfirewallFirewall(TypedDict):
    """The arguments of aws_networkfirewall_firewall that we write."""

    name: str
    description: str | None
    vpc_id: str
    subnet_mapping: list[dict[str, str]]
    firewall_policy_arn: str
    delete_protection: bool
    subnet_change_protection: bool
    firewall_policy_change_protection: bool
    tags: dict[str, str]


def firewall(firewall: Firewall, labels: Labels) -> Block:
    """aws_networkfirewall_firewall."""
    return labels.block(
        firewall,
        AwsNetworkfirewallFirewall(
            name=firewall.name,
            description=firewall.description,
            vpc_id=labels.ref(firewall.vpc),
            subnet_mapping=[{"subnet_id": labels.ref(one)} for one in firewall.subnets],
            firewall_policy_arn=value_of(labels, firewall.policy, "arn"),
            delete_protection=firewall.delete_protection,
            subnet_change_protection=firewall.subnet_change_protection,
            firewall_policy_change_protection=firewall.policy_change_protection,
            tags=tags(firewall.tags),
        ),
    )


class AwsNetworkfirewallLoggingConfiguration(TypedDict):
    """The arguments of aws_networkfirewall_logging_configuration that we write."""

    firewall_arn: str
    logging_configuration: dict[str, Any]


def firewall_logging(logging: FirewallLogging, labels: Labels) -> Block:
    """aws_networkfirewall_logging_configuration."""
    return labels.block(
        logging,
        AwsNetworkfirewallLoggingConfiguration(
            firewall_arn=value_of(labels, logging.firewall, "arn"),
            logging_configuration={
                "log_destination_config": [_destination(one, labels) for one in logging.destinations]
            },
        ),
    )


def _destination(one: LogDestination, labels: Labels) -> dict[str, Any]:
    where: dict[str, Any] = {}
    if one.log_group is not None:
        where = {"logGroup": value_of(labels, one.log_group, "name")}
    elif one.bucket is not None:
        where = {"bucketName": value_of(labels, one.bucket, "name"), "prefix": one.prefix}
    return {
        "log_type": one.log_type,
        "log_destination_type": "CloudWatchLogs" if one.log_group else "S3",
        "log_destination": where,
    }
