"""Security groups that nothing has."""

from collections.abc import Iterator

from infraspec.analysis.databases import databases
from infraspec.analysis.interfaces import interfaces
from infraspec.diagnostic import Finding, Level, Problem, Related
from infraspec.graph.graph import Graph
from infraspec.graph.launch_templates import LaunchTemplate
from infraspec.graph.security_groups import EgressRule, IngressRule, SecurityGroup
from infraspec.rules.mends import may_go, peers_of
from infraspec.rules.rule import Rule

_PAGE = "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html"


def _example(ingress: str, groups: str, more: str = "") -> str:
    """A group on an instance, and another."""
    return f"""version: 1
name: demo
region: ap-northeast-2
vpcs:
  main:
    cidr: 10.0.0.0/16
    tiers: {{app: {{subnets: {{app-a: {{zone: a, cidr: 10.0.0.0/24}}}}}}}}
    security_groups:
      web:
        ingress: {ingress}
        egress: []
{more}instances:
  app-1: {{image: ubuntu-24.04, type: t3.micro, subnet: app-a, security_groups: {groups}}}
"""


_OLD = "      old: {egress: [{tcp: 80, to: web}]}\n"

NO_MEMBERS = Problem(
    code="SEC205",
    name="peer-group-without-members",
    level=Level.NOTE,
    title="A rule for a group that nothing has",
    explanation="A rule that names a group matches the interfaces that have it, and here none has. It is right where machines outside "
    "this spec have the group. It is not said of VPCs in which nothing has a group at all.",
    bad=_example("[{tcp: 80, from: old}]  # <- SEC205", "[web]", _OLD),
    good=_example("[{tcp: 80, from: old}]", "[web, old]", _OLD),
    source=_PAGE,
)
UNUSED = Problem(
    code="SEC206",
    name="unused-security-group",
    level=Level.NOTE,
    title="A security group that nothing has and no rule names",
    explanation="A group guards the interfaces that have it. It is right where machines outside this spec have the group; its identifier "
    "is an output. It is not said of VPCs in which nothing has a group at all.",
    bad=_example("[{tcp: 80, from: 10.0.0.0/24}]", "[web]", "      old: {egress: []}  # <- SEC206\n"),
    good=_example("[{tcp: 80, from: 10.0.0.0/24}]", "[web, old]", "      old: {egress: []}\n"),
    source=_PAGE,
)


def _idle(graph: Graph) -> dict[str, SecurityGroup]:
    """Groups without members, in VPCs where others have some."""
    held = {group.key for interface in interfaces(graph) for group in interface.groups}
    held |= {group.key for database in databases(graph) for group in database.security_groups}
    held |= {group.key for one in graph.of(LaunchTemplate) if one.launch for group in one.launch.security_groups}
    peopled = {interface.subnet.vpc for interface in interfaces(graph) if interface.groups}
    return {
        group.key: group
        for group in graph.of(SecurityGroup)
        if group.key not in held and group.existing is None and group.vpc in peopled
    }


def no_members(graph: Graph) -> Iterator[Finding]:
    """Look for the peer of each rule among the groups without members."""
    idle = _idle(graph)
    incoming = [(one.origin, one.group.key, one.source_group.key, "from") for one in graph.of(IngressRule)]
    outgoing = [(one.origin, one.group.key, one.destination_group.key, "to") for one in graph.of(EgressRule)]
    told = set()
    peers = peers_of(graph)
    for origin, group, peer, word in (*incoming, *outgoing):
        if peer in idle and peer != group and group not in idle and (origin, peer) not in told:
            told.add((origin, peer))
            yield Finding(
                problem=NO_MEMBERS,
                at=(*origin, word),
                message=f"nothing has `{peer}`, so this rule of `{group}` matches nobody",
                related=(Related(at=idle[peer].origin, label="no interface has it", on_key=True),),
                help=f"write `{peer}` in the `security_groups` of what is meant, or remove the rule",
                fixes=may_go(graph, origin, "remove the rule") if peers[origin] == 1 else (),
            )


def unused(graph: Graph) -> Iterator[Finding]:
    """Look for the other groups without members that no rule of another group names."""
    named = {one.source_group.key for one in graph.of(IngressRule) if one.source_group != one.group}
    named |= {one.destination_group.key for one in graph.of(EgressRule) if one.destination_group != one.group}
    for name, group in _idle(graph).items():
        if name not in named:
            yield Finding(
                problem=UNUSED,
                at=group.origin,
                message=f"nothing has security group `{name}`, and no rule names it",
                help=f"write `{name}` in the `security_groups` of what it is for, or remove it",
                fixes=may_go(graph, group.origin),
                on_key=True,
            )


RULES = (Rule(NO_MEMBERS, no_members, needs_whole=True), Rule(UNUSED, unused, needs_whole=True))
