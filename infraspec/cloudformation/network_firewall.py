"""AWS Network Firewall in CloudFormation."""

from typing import Any

from troposphere import networkfirewall

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given, tags
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


def firewall_rule_group(group: FirewallRuleGroup, ids: LogicalIds) -> networkfirewall.RuleGroup:
    """AWS::NetworkFirewall::RuleGroup."""
    return networkfirewall.RuleGroup(
        ids.of(group),
        RuleGroupName=group.name,
        **given(Description=group.description),
        Type=group.type,
        Capacity=group.capacity,
        RuleGroup=networkfirewall.RuleGroupProperty(
            RulesSource=_source(group),
            **given(
                StatefulRuleOptions=networkfirewall.StatefulRuleOptions(RuleOrder=group.rule_order)
                if group.rule_order
                else None,
                RuleVariables=networkfirewall.RuleVariables(IPSets={"HOME_NET": {"Definition": list(group.home_net)}})
                if group.home_net
                else None,
            ),
        ),
        Tags=tags(group.tags),
    )


def _source(group: FirewallRuleGroup) -> networkfirewall.RulesSource:
    domains = group.domains
    return networkfirewall.RulesSource(
        **given(
            RulesString=group.rules_string,
            RulesSourceList=networkfirewall.RulesSourceList(
                GeneratedRulesType="ALLOWLIST" if domains.is_allowed else "DENYLIST",
                Targets=list(domains.targets),
                TargetTypes=list(domains.target_types),
            )
            if domains
            else None,
            StatefulRules=[_stateful(one) for one in group.stateful_rules] or None,
            StatelessRulesAndCustomActions=networkfirewall.StatelessRulesAndCustomActions(
                StatelessRules=[_stateless(one) for one in group.stateless_rules]
            )
            if group.stateless_rules
            else None,
        )
    )


def _stateful(rule: StatefulRule) -> networkfirewall.StatefulRule:
    return networkfirewall.StatefulRule(
        Action=rule.action,
        Header=networkfirewall.Header(
            Protocol=rule.protocol,
            Source=rule.source,
            SourcePort=rule.source_port,
            Direction=rule.direction,
            Destination=rule.destination,
            DestinationPort=rule.destination_port,
        ),
        RuleOptions=[networkfirewall.RuleOption(Keyword="sid", Settings=[str(rule.sid)])],
    )


def _stateless(rule: StatelessRule) -> networkfirewall.StatelessRule:
    ports = [networkfirewall.PortRange(FromPort=one.from_port, ToPort=one.to_port) for one in rule.destination_ports]
    return networkfirewall.StatelessRule(
        Priority=rule.priority,
        RuleDefinition=networkfirewall.RuleDefinition(
            Actions=[rule.action],
            MatchAttributes=networkfirewall.MatchAttributes(
                Sources=[networkfirewall.Address(AddressDefinition=one) for one in rule.sources],
                Destinations=[networkfirewall.Address(AddressDefinition=one) for one in rule.destinations],
                **given(Protocols=list(rule.protocols) or None, DestinationPorts=ports or None),
            ),
        ),
    )


def firewall_policy(policy: FirewallPolicy, ids: LogicalIds) -> networkfirewall.FirewallPolicy:
    """AWS::NetworkFirewall::FirewallPolicy."""
    stateful = [_use(one, ids) for one in policy.rule_groups if one.is_stateful]
    stateless = [_use(one, ids) for one in policy.rule_groups if not one.is_stateful]
    return networkfirewall.FirewallPolicy(
        ids.of(policy),
        FirewallPolicyName=policy.name,
        FirewallPolicy=networkfirewall.FirewallPolicyProperty(
            StatelessDefaultActions=[policy.stateless_default_action],
            StatelessFragmentDefaultActions=[policy.stateless_default_action],
            StatefulEngineOptions=networkfirewall.StatefulEngineOptions(
                RuleOrder=policy.rule_order, StreamExceptionPolicy=policy.stream_exception_policy
            ),
            **given(
                StatefulDefaultActions=list(policy.stateful_default_actions) or None,
                StatefulRuleGroupReferences=[networkfirewall.StatefulRuleGroupReference(**one) for one in stateful]
                or None,
                StatelessRuleGroupReferences=[networkfirewall.StatelessRuleGroupReference(**one) for one in stateless]
                or None,
            ),
        ),
        Tags=tags(policy.tags),
    )


def _use(use: GroupUse, ids: LogicalIds) -> dict[str, Any]:
    """A rule group, and its place."""
    arn = ids.attribute(use.group, "RuleGroupArn") if use.group else use.arn
    return given(ResourceArn=arn, Priority=use.priority)


def firewall(firewall: Firewall, ids: LogicalIds) -> networkfirewall.Firewall:
    """AWS::NetworkFirewall::Firewall."""
    return networkfirewall.Firewall(
        ids.of(firewall),
        FirewallName=firewall.name,
        **given(Description=firewall.description),
        VpcId=ids.ref(firewall.vpc),
        SubnetMappings=[networkfirewall.SubnetMapping(SubnetId=ids.ref(one)) for one in firewall.subnets],
        FirewallPolicyArn=ids.attribute(firewall.policy, "FirewallPolicyArn"),
        DeleteProtection=firewall.delete_protection,
        SubnetChangeProtection=firewall.subnet_change_protection,
        FirewallPolicyChangeProtection=firewall.policy_change_protection,
        Tags=tags(firewall.tags),
    )


def firewall_logging(logging: FirewallLogging, ids: LogicalIds) -> networkfirewall.LoggingConfiguration:
    """AWS::NetworkFirewall::LoggingConfiguration."""
    return networkfirewall.LoggingConfiguration(
        ids.of(logging),
        FirewallArn=ids.attribute(logging.firewall, "FirewallArn"),
        LoggingConfiguration=networkfirewall.LoggingConfigurationProperty(
            LogDestinationConfigs=[_destination(one, ids) for one in logging.destinations]
        ),
    )


def _destination(one: LogDestination, ids: LogicalIds) -> networkfirewall.LogDestinationConfig:
    where = (
        {"logGroup": ids.ref(one.log_group)}
        if one.log_group
        else given(bucketName=ids.ref(one.bucket) if one.bucket else None, prefix=one.prefix)
    )
    return networkfirewall.LogDestinationConfig(
        LogType=one.log_type,
        LogDestinationType="CloudWatchLogs" if one.log_group else "S3",
        LogDestination=where,
    )
