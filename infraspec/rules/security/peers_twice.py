"""A group that exists, named as a peer in two ways."""

from collections.abc import Iterator

from infraspec.diagnostic import Edit, Finding, How, Level, Problem, SpecPath, fix
from infraspec.graph.graph import Graph
from infraspec.graph.security_groups import EgressRule, IngressRule, SecurityGroup
from infraspec.rules.mends import peers_of
from infraspec.rules.rule import Rule

_ID = "sg-0a1b2c3d4e5f67890"
_SPEC = f"""version: 1
name: demo
region: ap-northeast-2
vpcs:
  main:
    existing: vpc-0a1b2c3d4e5f67890
    cidr: 10.0.0.0/16
    security_groups:
      partner: {{existing: {_ID}}}
      web:
        egress: []
"""

PEER_TWICE = Problem(
    code="SEC121",
    name="peer-by-name-and-id",
    level=Level.ERROR,
    title="A rule twice, for one group by its name and by its identifier",
    explanation="A group with `existing:` is the group of that identifier. EC2 refuses a rule that a group has already.",
    bad=_SPEC + f"        ingress: [{{tcp: 443, from: [partner, {_ID}]}}]  # <- SEC121\n",
    good=_SPEC + "        ingress: [{tcp: 443, from: partner}]\n",
    source="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AuthorizeSecurityGroupIngress.html",
)
_Key = tuple[str, str, str, int | None, int | None, str]


def peer_twice(graph: Graph) -> Iterator[Finding]:
    """Look up each rule with an identifier among the rules with the name of an existing group."""
    by_name: set[_Key] = set()
    for rule in graph.of(IngressRule):
        peer = graph.get(rule.source_group).existing
        if peer is not None:
            by_name.add((rule.group.key, "ingress", rule.protocol, rule.from_port, rule.to_port, peer))
    for out in graph.of(EgressRule):
        peer = graph.get(out.destination_group).existing
        if peer is not None:
            by_name.add((out.group.key, "egress", out.protocol, out.from_port, out.to_port, peer))
    alone = peers_of(graph)
    for key, at in _by_id(graph) if by_name else ():
        if key in by_name:
            message = f"`{key[0]}` has this rule for `{key[5]}` already, by the name of the group"
            fixes = fix("remove it", Edit(at, how=How.REMOVE)) if alone[at] == 1 else ()
            help_ = "remove it" if fixes else "name the group once"
            yield Finding(problem=PEER_TWICE, at=at, message=message, help=help_, fixes=fixes)


def _by_id(graph: Graph) -> Iterator[tuple[_Key, SpecPath]]:
    """Every rule whose peer is an identifier, and where it is written."""
    for group in graph.of(SecurityGroup):
        for word, permissions in (("ingress", group.ingress), ("egress", group.egress)):
            for one in permissions:
                if one.group_id is not None:
                    yield (group.key, word, one.protocol, one.from_port, one.to_port, one.group_id), one.origin


RULES = (Rule(PEER_TWICE, peer_twice),)
