"""What is meant to be seen from the internet, in subnets that have no way to it."""

from collections import defaultdict
from collections.abc import Iterator

from infraspec.analysis.routing import ANYWHERE, has_internet_route, routing
from infraspec.diagnostic import Edit, Finding, How, Level, Problem, fix
from infraspec.graph.ec2 import ElasticIpAssociation, Instance
from infraspec.graph.elbv2 import LoadBalancer
from infraspec.graph.graph import Graph
from infraspec.graph.vpc import InternetGateway, NatGateway, Subnet
from infraspec.rules.rule import Rule

_VPC = """version: 1
name: demo
region: ap-northeast-2
vpcs:
  main:
    cidr: 10.0.0.0/16
    internet_gateway: igw
    route_tables:
      edge: {routes: {ROUTES}}
"""
_TIERS = """    tiers:
      public:MARK
        route_table: edge
        subnets:
          edge-a: {zone: a, cidr: 10.0.0.0/24}
"""


NOT_PUBLIC = Problem(
    code="NET308",
    name="public-subnet-without-internet",
    level=Level.WARNING,
    title="A public tier without a way to the internet",
    explanation="What makes a subnet public is a default route to the VPC's internet gateway. Without one, the public addresses that "
    "are given there are billed and reach nothing. A tier is taken to be public if it is called so, or if it gives public "
    "addresses to what starts in it.",
    bad=(_VPC + _TIERS).replace("ROUTES", "").replace("MARK", "  # <- NET308"),
    good=(_VPC + _TIERS).replace("ROUTES", "0.0.0.0/0: igw").replace("MARK", ""),
    source="https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html",
)


def not_public(graph: Graph) -> Iterator[Finding]:
    """Gather the subnets without a way out, and say of each tier once why it should have one."""
    found = routing(graph)
    closed = {one.key: one for one in graph.of(Subnet) if has_internet_route(graph, found, one) is False}
    elsewhere = _reported_elsewhere(graph)
    tiers: dict[str, list[tuple[Subnet, str]]] = defaultdict(list)
    for name in sorted(closed):
        subnet = closed[name]
        reason = "is called public" if subnet.tier == "public" else ""
        reason = "gives public addresses" if subnet.map_public_ip_on_launch else reason
        if reason:
            tiers[subnet.tier].append((subnet, reason))
    for tier, members in tiers.items():
        if any(subnet.key in elsewhere for subnet, _ in members):
            continue
        first, reason = members[0]
        whole = first.origin[:4]
        table = found.table.get(first.key)
        gateway = next((one.key for one in graph.of(InternetGateway) if one.vpc == first.vpc), None)
        mend = f"write `{ANYWHERE}: {gateway}` in " + (f"`{table.key}`" if table else "a route table of its own")
        yield Finding(
            problem=NOT_PUBLIC,
            at=whole,
            message=f"tier `{tier}` {reason}, but has no route to an internet gateway",
            label=f"its routes are `{table.key}`" if table else "has no route table",
            help=mend if gateway else f"give VPC `{first.vpc.key}` an `internet_gateway` and a route to it",
            fixes=fix(mend, Edit((*graph.get(table).origin, "routes"), f"{ANYWHERE}: {gateway}", How.ADD))
            if gateway and table and graph.get(table).existing is None
            else (),
            on_key=True,
        )


def _reported_elsewhere(graph: Graph) -> set[str]:
    """Subnets of which a graver finding says that they have no way out."""
    found = {gateway.subnet.key for gateway in graph.of(NatGateway) if gateway.connectivity_type == "public"}
    for balancer in graph.of(LoadBalancer):
        if balancer.scheme == "internet-facing":
            found.update(mapping.subnet.key for mapping in balancer.subnets)
    found.update(one.subnet.key for one in graph.of(Instance) if one.associate_public_ip_address)
    found.update(graph.get(one.instance).subnet.key for one in graph.of(ElasticIpAssociation))
    return found


RULES = (Rule(NOT_PUBLIC, not_public, needs_whole=True),)
