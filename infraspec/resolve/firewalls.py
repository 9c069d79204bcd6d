"""`firewalls:` and `firewall_rule_groups:` to nodes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from infraspec.aws import partition
from infraspec.diagnostic import Finding, SpecPath
from infraspec.graph.logs import LogGroup
from infraspec.graph.network_firewall import (
    DomainList,
    Firewall,
    FirewallLogging,
    FirewallPolicy,
    FirewallRuleGroup,
    GroupUse,
    LogDestination,
    PortRange,
    StatefulRule,
    StatelessRule,
)
from infraspec.graph.resource import Ref, Resource, ref
from infraspec.graph.s3 import Bucket
from infraspec.graph.values import Value
from infraspec.graph.vpc import Vpc
from infraspec.resolve.deliveries import log_delivery
from infraspec.resolve.network import Network
from infraspec.spec.document import Entry
from infraspec.spec.forms.firewalls import is_arn
from infraspec.spec.kinds import FIREWALL, FIREWALL_RULE_GROUP
from infraspec.spec.problems import WRONG_VALUE

if TYPE_CHECKING:
    from infraspec.spec.firewalls import Firewall as FirewallModel
    from infraspec.spec.firewalls import Logs
    from infraspec.spec.firewalls import RuleGroup as GroupModel
    from infraspec.spec.firewalls import StatelessRule as StatelessModel

_ORDERS = {"strict": "STRICT_ORDER", "default": "DEFAULT_ACTION_ORDER"}
_STATELESS = {"pass": "aws:pass", "drop": "aws:drop", "forward": "aws:forward_to_sfe"}
_DOMAINS = {"http": "HTTP_HOST", "tls": "TLS_SNI"}


def rule_groups(scope: Network) -> Iterator[Resource]:
    """Every group of firewall rules."""
    for name, entry in scope.of(FIREWALL_RULE_GROUP).items():
        model = entry.model
        yield FirewallRuleGroup(
            key=name,
            origin=entry.path,
            existing=model.existing,
            name=name,
            description=model.description,
            type="STATEFUL" if _is_stateful(model) else "STATELESS",
            capacity=model.capacity or 0,
            rule_order=_ORDERS[model.order] if _is_stateful(model) else None,
            domains=_domains(model),
            rules_string=model.suricata,
            stateful_rules=tuple(_stateful(model)),
            stateless_rules=tuple(_stateless(one) for one in sorted(model.stateless, key=lambda rule: rule.priority)),
            home_net=tuple(sorted(str(one) for one in model.home_net)),
            tags=scope.tags(name, model.tags),
        )


def _is_stateful(model: GroupModel) -> bool:
    return not model.stateless if model.existing is None else ":stateful-rulegroup/" in model.existing


def _domains(model: GroupModel) -> DomainList | None:
    found = model.domains
    if found is None:
        return None
    types = tuple(sorted({_DOMAINS[one] for one in found.protocols}))
    return DomainList(bool(found.allow), tuple(sorted({*found.allow, *found.deny})), types)


def _stateful(model: GroupModel) -> Iterator[StatefulRule]:
    for one in model.rules:
        yield StatefulRule(
            action=one.action.upper(),
            protocol=one.protocol.upper(),
            source=one.source.upper() if one.source == "any" else one.source,
            source_port=one.source_port.upper(),
            direction=one.direction.upper(),
            destination=one.destination.upper() if one.destination == "any" else one.destination,
            destination_port=one.destination_port.upper(),
            sid=one.sid,
        )


def _stateless(rule: StatelessModel) -> StatelessRule:
    ranges = [one.partition("-") for one in rule.ports]
    return StatelessRule(
        priority=rule.priority,
        action=_STATELESS[rule.action],
        sources=tuple(sorted(str(one) for one in rule.source)) or ("0.0.0.0/0",),
        destinations=tuple(sorted(str(one) for one in rule.destination)) or ("0.0.0.0/0",),
        protocols=tuple(sorted(set(rule.protocols))),
        destination_ports=tuple(
            sorted(PortRange(int(first), int(last or first)) for first, _, last in ranges if first != "any")
        ),
    )


def firewalls(scope: Network) -> Iterator[Resource]:
    """Every firewall with its policy and its logs."""
    for name, entry in scope.of(FIREWALL).items():
        subnets = scope.subnets(entry.model.subnets, (*entry.path, "subnets"))
        groups = _groups(scope, entry)
        if not subnets or groups is None or not _is_one_vpc(scope, name, entry, [one.key for one in subnets]):
            continue
        model = entry.model
        yield _policy(scope, name, entry, groups)
        yield Firewall(
            key=name,
            origin=entry.path,
            name=name,
            description=model.description,
            vpc=ref(Vpc, scope.vpc_of("subnet", subnets[0].key)),
            subnets=subnets,
            policy=ref(FirewallPolicy, name),
            delete_protection=model.deletion_protection,
            subnet_change_protection=model.subnet_change_protection,
            policy_change_protection=model.policy_change_protection,
            tags=scope.tags(name, model.tags),
        )
        yield from _logging(scope, name, entry)


def _logging(scope: Network, name: str, entry: Entry[FirewallModel]) -> Iterator[FirewallLogging]:
    """Where a firewall writes what it saw, once what delivers it may write there."""
    written = {"alert_logs": entry.model.alert_logs, "flow_logs": entry.model.flow_logs}
    logs = {kind: one for kind, one in written.items() if one is not None}
    found = [_logs(scope, kind, one, (*entry.path, kind)) for kind, one in logs.items()]
    sound = [one for one in found if one is not None]
    if sound:
        yield FirewallLogging(
            key=name,
            origin=(*entry.path, next(iter(logs))),
            depends_on=tuple(sorted({one for _, waits in sound for one in waits})),
            firewall=ref(Firewall, name),
            destinations=tuple(one for one, _ in sound),
        )


def _is_one_vpc(scope: Network, name: str, entry: Entry[FirewallModel], subnets: list[str]) -> bool:
    vpcs = {scope.vpc_of("subnet", one) for one in subnets}
    if len(vpcs) > 1:
        message = f"`{name}` stands in one VPC, and these subnets are of {len(vpcs)}"
        at = (*entry.path, "subnets")
        scope.report(Finding(problem=WRONG_VALUE, at=at, message=message, help="write a firewall for each VPC"))
    return len(vpcs) == 1


def _policy(scope: Network, name: str, entry: Entry[FirewallModel], groups: tuple[GroupUse, ...]) -> FirewallPolicy:
    model = entry.model
    return FirewallPolicy(
        key=name,
        origin=entry.path,
        name=name,
        rule_groups=groups,
        rule_order=_ORDERS[model.order],
        stream_exception_policy=model.on_broken_flow.upper(),
        stateful_default_actions=tuple(f"aws:{one}" for one in sorted(set(model.otherwise)))
        if model.order == "strict"
        else (),
        stateless_default_action=_STATELESS[model.stateless_otherwise],
        tags=scope.tags(name, model.tags),
    )


def _groups(scope: Network, entry: Entry[FirewallModel]) -> tuple[GroupUse, ...] | None:
    """The rule groups of a firewall; None if one is unknown. Those of a kind are numbered as they are written."""
    found: list[GroupUse] = []
    numbers = {True: 0, False: 0}
    whole = True
    for value, at in scope.each(entry.model.rule_groups, (*entry.path, "rule_groups")):
        named: Ref[FirewallRuleGroup] | None = None
        if is_arn(value):
            is_stateful = ":stateful-rulegroup/" in value
        else:
            named = scope.ref(FirewallRuleGroup, FIREWALL_RULE_GROUP.word, value, at)
            if named is None:
                whole = False
                continue
            is_stateful = _is_stateful(scope.of(FIREWALL_RULE_GROUP)[named.key].model)
        numbers[is_stateful] += 1
        is_numbered = not is_stateful or entry.model.order == "strict"
        priority = numbers[is_stateful] if is_numbered else None
        found.append(GroupUse(named, None if named else value, is_stateful, priority))
    return tuple(found) if whole else None


def _logs(
    scope: Network, kind: str, logs: Logs, at: SpecPath
) -> tuple[LogDestination, tuple[Ref[Resource], ...]] | None:
    """Where a kind of log goes, and what must stand first: what delivers it is let into the bucket."""
    word = kind.removesuffix("_logs").upper()
    if logs.log_group is not None:
        group = scope.ref(LogGroup, "log_group", logs.log_group, (*at, "log_group"))
        return (LogDestination(word, group, None, None), ()) if group else None
    bucket = scope.ref(Bucket, "bucket", logs.bucket or "", (*at, "bucket"))
    if bucket is None:
        return None
    name, prefix = Value(bucket, "name"), f"{logs.prefix}/" if logs.prefix else ""
    allowed = log_delivery(partition(scope.region), scope.region, name, scope.account_id(), prefix)
    return LogDestination(word, None, bucket, logs.prefix or None), scope.grant(bucket, *allowed)
