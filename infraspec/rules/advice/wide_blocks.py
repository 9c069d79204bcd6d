"""Blocks in rules where a group would say who is meant."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from infraspec.analysis.admission import Admission
from infraspec.analysis.interfaces import interfaces
from infraspec.diagnostic import Edit, Finding, Level, Problem, Related, fix
from infraspec.graph.graph import Graph
from infraspec.graph.security_groups import SecurityGroup
from infraspec.graph.vpc import Subnet
from infraspec.rules.mends import named as written
from infraspec.rules.mends import peers_of
from infraspec.rules.rule import Rule

_FEW: Final = 2
"""Groups up to which their names are shorter than the block that they stand for."""


def _example(peer: str, mark: str = "") -> str:
    return f"""version: 1
name: demo
region: ap-northeast-2
vpcs:
  main:
    cidr: 10.0.0.0/16
    tiers:
      app: {{subnets: {{app-a: {{zone: a, cidr: 10.0.1.0/24}}, app-c: {{zone: c, cidr: 10.0.2.0/24}}}}}}
      data: {{subnets: {{data-a: {{zone: a, cidr: 10.0.3.0/24}}, data-c: {{zone: c, cidr: 10.0.4.0/24}}}}}}
    security_groups:
      web: {{egress: [{{tcp: 3306, to: vpc}}]}}
      db:
        ingress:
          - {{tcp: 3306, from: {peer}}}{mark}
        egress: []
instances:
  web-1: {{image: ubuntu-24.04, type: t3.micro, subnet: app-a, security_groups: [web]}}
  web-2: {{image: ubuntu-24.04, type: t3.micro, subnet: app-c, security_groups: [web]}}
  db-1: {{image: ubuntu-24.04, type: t3.micro, subnet: data-a, security_groups: [db]}}
"""


INSTEAD = Problem(
    code="SEC207",
    name="block-where-a-group-would-do",
    level=Level.NOTE,
    title="A rule for a subnet's block where its machines have a group",
    explanation="A block lets in whatever will ever stand there. A group lets in its members, wherever they are moved. It is right for "
    "machines without a group of their own, and for what a network balancer passes on.",
    bad=_example("subnet:app-a", "  # <- SEC207"),
    good=_example("web"),
    source="https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
)


def instead(graph: Graph) -> Iterator[Finding]:
    """Look up the block of each rule among the subnets, and the groups of what stands there."""
    subnets = {(one.vpc.key, str(one.cidr)): one for one in graph.of(Subnet)}
    standing: dict[str, set[str]] = defaultdict(set)
    for interface in interfaces(graph):
        standing[interface.subnet.key].update(group.key for group in interface.groups)
    admission = Admission(graph)
    peers = peers_of(graph)
    told = set()
    for group in graph.of(SecurityGroup):
        for permission in group.ingress:
            subnet = subnets.get((group.vpc.key, permission.cidr_ipv4 or ""))
            names = sorted(standing[subnet.key]) if subnet is not None else []
            if subnet is None or not 0 < len(names) <= _FEW or permission.origin in told:
                continue
            told.add(permission.origin)
            whom = [admission.name(one) for one in names]
            help_ = f"write `from: [{', '.join(whom)}]`"
            yield Finding(
                problem=INSTEAD,
                at=(*permission.origin, "from"),
                message=f"`{group.key}` lets in all of subnet `{subnet.key}`, {subnet.cidr}",
                related=(Related(at=subnet.origin, label=f"all here has {' or '.join(names)}", on_key=True),),
                help=help_,
                fixes=fix(help_, Edit((*permission.origin, "from"), f"[{', '.join(map(written, whom))}]"))
                if peers[permission.origin] == 1
                else (),
            )


RULES = (Rule(INSTEAD, instead, needs_whole=True),)
