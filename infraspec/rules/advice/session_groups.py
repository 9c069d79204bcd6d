"""Session Manager and other services behind endpoints: the groups on the way."""

from collections.abc import Iterator
from ipaddress import IPv4Network

from infraspec.analysis.admission import Admission, Party, party_of
from infraspec.analysis.blocks import runs
from infraspec.analysis.one_sided import halves
from infraspec.analysis.sessions import HTTPS, Machine, calls, door, interface, is_closed, sessions
from infraspec.diagnostic import Finding, Level, Problem, Related
from infraspec.graph.endpoints import InterfaceEndpoint
from infraspec.graph.graph import Graph
from infraspec.graph.security_groups import SecurityGroup
from infraspec.rules.advice.session_examples import CORE, MESSAGES, PAGE, SSM, machine
from infraspec.rules.mends import rule_added
from infraspec.rules.rule import Rule

NOT_ADMITTED = Problem(
    code="NET508",
    name="endpoint-that-lets-nobody-in",
    level=Level.WARNING,
    title="An endpoint that does not let its callers in",
    explanation="A service is called on tcp 443, so a group of its endpoint lets that in from the callers. With private names the whole VPC "
    "calls the service by the endpoint, even where a NAT gateway leads out, so a wrong group here cuts everybody off.",
    bad=machine(CORE, (SSM + MESSAGES).replace("[calls]}\n", "[calls]}  # <- NET508\n", 1), ingress="10.9.0.0/16"),
    good=machine(CORE, SSM + MESSAGES, ingress="10.0.1.0/24"),
    source=PAGE,
)
NOT_SENT = Problem(
    code="NET509",
    name="session-manager-without-egress",
    level=Level.WARNING,
    title="A machine of Session Manager whose groups do not let tcp 443 out",
    explanation="The agent calls Systems Manager on tcp 443; nothing needs to come in. One of the machine's groups must let that out, to the "
    "endpoints or, without them, to the internet.",
    bad=machine(CORE, SSM + MESSAGES, egress="10.9.0.0/16", marks=("  # <- NET509", "")),
    good=machine(CORE, SSM + MESSAGES, egress="10.0.1.0/24"),
    source=PAGE,
)


def not_admitted(graph: Graph) -> Iterator[Finding]:
    """Ask the groups of each endpoint about the whole VPC, and those of Session Manager about each of its machines."""
    network, admission, told = sessions(graph), Admission(graph), set()
    anyone = Party(frozenset(one.key for one in graph.of(SecurityGroup)), runs([IPv4Network("0.0.0.0/0")]))
    for endpoint in graph.of(InterfaceEndpoint):
        key = endpoint.security_groups
        if endpoint.existing is not None or not key or key in told:
            continue
        if not admission.allows("ingress", Party(frozenset(one.key for one in key), anyone.places), anyone, HTTPS):
            told.add(key)
            yield _closed(graph, admission, endpoint, None)
    said = _said(graph, admission)
    for each in network.machines:
        caller = party_of(interface(each))
        for endpoint in calls(network, each) if each.permitted else ():
            key = endpoint.security_groups
            known = endpoint.existing is None and key  # one without groups is wrong already (NET517)
            if not known or key in told or not endpoint.subnets or _is_said(said, each, endpoint):
                continue
            if not admission.allows("ingress", party_of(door(graph, endpoint)), caller, HTTPS):
                told.add(key)
                yield _closed(graph, admission, endpoint, each)


def _closed(graph: Graph, admission: Admission, endpoint: InterfaceEndpoint, caller: Machine | None) -> Finding:
    group = endpoint.security_groups[0]
    own = caller.instance.security_groups if caller else ()
    whom = admission.name(own[0].key) if own else "vpc"
    related = [Related(at=(*graph.get(group).origin, "ingress"), label=f"ingress of `{group.key}`", on_key=True)]
    if caller is not None:
        related.append(Related(at=caller.instance.origin, label="has to call it", on_key=True))
    return Finding(
        problem=NOT_ADMITTED,
        at=endpoint.origin,
        message=f"endpoint `{endpoint.key}` does not let tcp 443 in from "
        + (f"`{caller.instance.key}`" if caller else "anybody"),
        related=tuple(related),
        help=f"add `{{tcp: 443, from: {whom}}}` to the ingress of `{group.key}`",
        fixes=rule_added(graph.get(group), "ingress", "tcp: 443", whom),
        on_key=True,
    )


def not_sent(graph: Graph) -> Iterator[Finding]:
    """Ask the groups of each permitted machine about its way: the endpoints, or the internet."""
    network, admission, told = sessions(graph), Admission(graph), set()
    said = _said(graph, admission)
    for each in network.machines:
        groups = each.instance.security_groups
        if not each.permitted or not groups or groups in told or each.instance.existing is not None:
            continue
        endpoints = calls(network, each)
        if any(_is_said(said, each, endpoint) for endpoint in endpoints):
            continue
        if not endpoints and is_closed(graph, network, each):
            continue  # it has no way at all, which is said already
        doors = [party_of(door(graph, one)) for one in endpoints if one.subnets] or [
            Party(frozenset(), runs([IPv4Network("0.0.0.0/0")]))
        ]
        if not any(admission.allows("egress", party_of(interface(each)), one, HTTPS) for one in doors):
            told.add(groups)
            yield Finding(
                problem=NOT_SENT,
                at=(*each.instance.origin, "security_groups"),
                message=f"the groups of `{each.instance.key}` do not let tcp 443 out, which Session Manager needs",
                related=(Related(at=(*graph.get(groups[0]).origin, "egress"), label="lets out", on_key=True),),
                help=f"add `{{tcp: 443, to: {_to(admission, endpoints)}}}` to the egress of `{groups[0].key}`",
                fixes=rule_added(graph.get(groups[0]), "egress", "tcp: 443", _to(admission, endpoints)),
            )


def _to(admission: Admission, endpoints: list[InterfaceEndpoint]) -> str:
    """Whom the agent calls, as a rule names it."""
    groups = [group.key for endpoint in endpoints for group in endpoint.security_groups]
    return admission.name(groups[0]) if groups else "0.0.0.0/0"


def _said(graph: Graph, admission: Admission) -> set[tuple[str, str]]:
    """Pairs of groups of which another rule says that one half of their path is missing."""
    return {(one.group, holder) for one in halves(graph, admission) for holder in one.holders}


def _is_said(said: set[tuple[str, str]], machine: Machine, endpoint: InterfaceEndpoint) -> bool:
    """Whether another rule says that a machine does not reach an endpoint."""
    pairs = ((one.key, other.key) for one in machine.instance.security_groups for other in endpoint.security_groups)
    return any(pair in said or pair[::-1] in said for pair in pairs)


RULES = (Rule(NOT_ADMITTED, not_admitted, needs_whole=True), Rule(NOT_SENT, not_sent, needs_whole=True))
