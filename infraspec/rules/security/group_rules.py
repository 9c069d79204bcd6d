"""Rules that AWS refuses, that say nothing new, or that the two outputs would not hold alike."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from infraspec.analysis.coverage import Coverage, Flow, breadth, flow
from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, SpecPath, fix
from infraspec.graph.graph import Graph
from infraspec.graph.security_groups import EgressRule, IngressRule, SecurityGroup
from infraspec.graph.vpc import VpcPeeringConnection
from infraspec.rules.rule import Rule
from infraspec.rules.security.examples import GROUP, HEAD

REDUNDANT = Problem(
    code="SEC107",
    name="redundant-rule",
    level=Level.WARNING,
    title="A rule that another rule of the group holds already",
    explanation="Rules of a security group only ever allow, so a rule inside a wider one changes nothing. Often the wider one is "
    "the mistake.",
    bad=GROUP
    + "        ingress:\n          - {tcp: 8000-8100, from: 10.0.0.0/16}\n"
    + "          - {tcp: 8080, from: 10.0.1.0/24}  # <- SEC107\n        egress: []\n",
    good=GROUP + "        ingress:\n          - {tcp: 8000-8100, from: 10.0.0.0/16}\n        egress: []\n",
    source="https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
)


class _Line(NamedTuple):
    """One AWS rule."""

    flow: Flow
    origin: SpecPath


def _lines(graph: Graph) -> Iterator[list[_Line]]:
    """The rules of each group and direction."""
    beside: dict[tuple[str, str], list[_Line]] = {}
    for one in graph.of(IngressRule):
        line = _Line(flow(one.protocol, one.from_port, one.to_port, one.source_group.key), one.origin)
        beside.setdefault((one.group.key, "ingress"), []).append(line)
    for other in graph.of(EgressRule):
        line = _Line(flow(other.protocol, other.from_port, other.to_port, other.destination_group.key), other.origin)
        beside.setdefault((other.group.key, "egress"), []).append(line)
    for group in graph.of(SecurityGroup):
        for direction, inside in (("ingress", group.ingress), ("egress", group.egress)):
            lines = [_Line(flow(p.protocol, p.from_port, p.to_port, p.peer), p.origin) for p in inside if p.origin]
            yield [*lines, *beside.get((group.key, direction), ())]


def redundant(graph: Graph) -> Iterator[Finding]:
    """Add each group's rules from the widest on, and ask what covers the next."""
    for lines in _lines(graph):
        alone = Counter(line.origin for line in lines)
        seen: Coverage[_Line] = Coverage()
        for line in sorted(lines, key=lambda one: (breadth(one.flow), one.origin[-1])):
            wider = seen.covering(line.flow)
            if wider is None:
                seen.add(line.flow, line)
                continue
            yield Finding(
                problem=REDUNDANT,
                at=line.origin,
                message=f"what this rule says of `{line.flow.peer}` is inside another rule of the group",
                related=(Related(at=wider.origin, label="wider than it"),),
                help="remove it, or narrow the wider rule",
                fixes=fix("remove it", Edit(line.origin, how=How.REMOVE)) if alone[line.origin] == 1 else (),
            )


FAMILY = Problem(
    code="SEC108",
    name="icmp-of-other-family",
    level=Level.ERROR,
    title="ICMP for IPv6, or ICMPv6 for IPv4",
    explanation="`icmp` is the ICMP of IPv4 and `icmpv6` that of IPv6; neither ever comes from an address of the other.",
    bad=GROUP + '        ingress: [{icmp: echo-request, from: "2001:db8::/32"}]  # <- SEC108\n        egress: []\n',
    good=GROUP + '        ingress: [{icmpv6: echo-request, from: "2001:db8::/32"}]\n        egress: []\n',
    source="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html",
)


def family(graph: Graph) -> Iterator[Finding]:
    """Compare the protocol of each rule with the family of its block."""
    for group in graph.of(SecurityGroup):
        for permission in (*group.ingress, *group.egress):
            block = permission.cidr_ipv6 if permission.protocol == "icmp" else permission.cidr_ipv4
            if permission.protocol in ("icmp", "icmpv6") and block is not None:
                other = "icmpv6" if permission.protocol == "icmp" else "icmp"
                yield Finding(
                    problem=FAMILY,
                    at=permission.origin,
                    message=f"{permission.protocol} never comes from or goes to {block}",
                    help=f"write `{other}:`, or a block of the other family",
                    fixes=fix(f"write `{other}:`", Edit((*permission.origin, permission.protocol), other, How.RENAME))
                    if permission.from_port == -1
                    else (),
                )


OTHER_VPC = Problem(
    code="SEC109",
    name="peer-group-of-another-vpc",
    level=Level.ERROR,
    title="A rule that names a group of a VPC that is not peered",
    explanation="A rule may name a group of its own VPC, or of one that a peering connection joins with it in the same region.",
    bad=HEAD
    + """vpcs:
  blue:
    cidr: 10.0.0.0/16
    security_groups: {blue-web: {egress: []}}
  green:
    cidr: 10.1.0.0/16
    security_groups:
      green-db:
        ingress: [{tcp: 3306, from: blue-web}]  # <- SEC109
        egress: []
""",
    good=HEAD
    + """vpcs:
  blue:
    cidr: 10.0.0.0/16
    security_groups: {blue-web: {egress: []}}
  green:
    cidr: 10.1.0.0/16
    security_groups:
      green-db:
        ingress: [{tcp: 3306, from: 10.0.0.0/16}]
        egress: []
""",
    source="https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html",
)


def other_vpc(graph: Graph) -> Iterator[Finding]:
    """Compare the VPCs of the two groups of each rule."""
    peered = {frozenset({one.vpc, one.peer_vpc}) for one in graph.of(VpcPeeringConnection)}
    incoming = ((one.origin, one.group, one.source_group) for one in graph.of(IngressRule))
    outgoing = ((one.origin, one.group, one.destination_group) for one in graph.of(EgressRule))
    for origin, group, peer in (*incoming, *outgoing):
        vpcs = frozenset({graph.get(group).vpc, graph.get(peer).vpc})
        if len(vpcs) > 1 and vpcs not in peered:
            yield Finding(
                problem=OTHER_VPC,
                at=origin,
                message=f"group `{peer.key}` is of VPC `{graph.get(peer).vpc.key}`, which is not peered with this one",
                related=(Related(at=graph.get(peer).origin, label="defined here", on_key=True),),
                help="write the addresses that it sends from, or peer the two VPCs",
            )


BESIDE_ALL = Problem(
    code="SEC119",
    name="group-beside-allow-all",
    level=Level.ERROR,
    title="A way out to a group, beside one that lets everything out",
    explanation="CloudFormation cannot tell a rule that lets everything out from the one that EC2 gives to every new group, and "
    "takes it away when a rule to another group is added. The rule to the group is not needed.",
    bad=GROUP
    + "        ingress: [{tcp: 3306, from: self}]\n        egress:\n          - {all: true, to: 0.0.0.0/0}\n"
    + "          - {tcp: 3306, to: self}  # <- SEC119\n",
    good=GROUP
    + "        ingress: [{tcp: 3306, from: self}]\n        egress:\n          - {all: true, to: 0.0.0.0/0}\n",
    source="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ec2-securitygroupegress.html",
)


def beside_all(graph: Graph) -> Iterator[Finding]:
    """Look for rules to groups in the groups that let everything out."""
    everything = {
        group.key: permission
        for group in graph.of(SecurityGroup)
        for permission in group.egress
        if permission.protocol == "-1" and permission.peer in ("0.0.0.0/0", "::/0")
    }
    for rule in graph.of(EgressRule):
        wider = everything.get(rule.group.key)
        if wider is not None:
            yield Finding(
                problem=BESIDE_ALL,
                at=rule.origin,
                message=f"`{rule.group.key}` lets everything out to {wider.peer} already",
                related=(Related(at=wider.origin, label="everything"),),
                help="remove this rule, or the one that lets everything out",
                fixes=fix("remove this rule", Edit(rule.origin, how=How.REMOVE)),
            )


RULES = (
    Rule(REDUNDANT, redundant),
    Rule(FAMILY, family),
    Rule(OTHER_VPC, other_vpc, needs_whole=True),
    Rule(BESIDE_ALL, beside_all),
)
