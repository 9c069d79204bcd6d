"""What stands in one VPC and refers to a thing of another."""

from collections.abc import Iterable, Iterator
from typing import Any

from infraspec.analysis.members import members
from infraspec.analysis.routing import once, table_as_written
from infraspec.diagnostic import Finding, Level, Problem, Related, SpecPath, choices
from infraspec.graph.ec2 import Instance, NetworkInterface
from infraspec.graph.graph import Graph
from infraspec.graph.network_acls import NetworkAcl, NetworkAclAssociation
from infraspec.graph.resource import Ref, Resource
from infraspec.graph.routes import Route
from infraspec.graph.security_groups import SecurityGroup
from infraspec.graph.vpc import NatGateway, RouteTable, RouteTableAssociation, Subnet, Vpc
from infraspec.rules.mends import named
from infraspec.rules.rule import Rule


def _example(green: str, rest: str = "") -> str:
    """Two VPCs, of which `green` has something of `blue`."""
    return f"""version: 1
name: demo
region: ap-northeast-2
vpcs:
  blue:
    cidr: 10.0.0.0/16
    internet_gateway: blue-igw
    route_tables: {{blue-app: {{}}}}
    network_acls: {{blue-acl: {{ingress: [], egress: []}}}}
    security_groups: {{blue-group: {{egress: []}}}}
    tiers: {{blue-app: {{subnets: {{blue-a: {{zone: a, cidr: 10.0.0.0/24, network_acl: blue-acl}}}}}}}}
  green:
    cidr: 10.1.0.0/16
    internet_gateway: green-igw
    route_tables: {{green-app: {{}}}}
    network_acls: {{green-acl: {{ingress: [], egress: []}}}}
    security_groups: {{green-group: {{egress: []}}}}
    tiers:
      green-app:
{green}        subnets: {{green-a: {{zone: a, cidr: 10.1.0.0/24}}}}
{rest}"""


def _vpc_of_subnet(graph: Graph, subnet: Ref[Subnet]) -> Ref[Vpc]:
    return graph.get(subnet).vpc


GROUP = Problem(
    code="SEC113",
    name="security-group-of-another-vpc",
    level=Level.ERROR,
    title="A security group of another VPC",
    explanation="A security group belongs to one VPC, and is put on network interfaces of that VPC alone. A rule may name a group of a "
    "peered VPC, but nothing can be a member of it from outside.",
    bad=_example(
        "        network_acl: green-acl\n",
        "network_interfaces:\n  probe:\n    subnet: green-a\n    security_groups: [blue-group]  # <- SEC113\n",
    ),
    good=_example(
        "        network_acl: green-acl\n",
        "network_interfaces:\n  probe:\n    subnet: green-a\n    security_groups: [green-group]\n",
    ),
    source="https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html",
)


def group_of_another_vpc(graph: Graph) -> Iterator[Finding]:
    """Compare the VPC of whatever has groups with the VPC of each group."""
    for node, word, vpc, groups in members(graph):
        at = (*node.origin, "security_groups", 0)
        for group in groups:
            found = graph.get(group)
            names = (named(one.key) for one in graph.of(SecurityGroup) if one.vpc == vpc)
            if found.vpc != vpc:
                yield Finding(
                    problem=GROUP,
                    at=(*node.origin, "security_groups"),
                    message=f"{word} `{node.key}` stands in VPC `{vpc.key}`, and group `{group.key}` in `{found.vpc.key}`",
                    related=(Related(at=found.origin, label=f"a group of `{found.vpc.key}`", on_key=True),),
                    help=f"write a security group of `{vpc.key}`",
                    fixes=choices(at, names) if len(groups) == 1 else (),
                )


TABLE = Problem(
    code="NET316",
    name="route-table-of-another-vpc",
    level=Level.ERROR,
    title="A subnet with a route table of another VPC",
    explanation="A route table belongs to one VPC, and only that VPC's subnets can use it.",
    bad=_example("        network_acl: green-acl\n        route_table: blue-app  # <- NET316\n"),
    good=_example("        network_acl: green-acl\n        route_table: green-app\n"),
    source="https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html",
)
ACL = Problem(
    code="NET616",
    name="network-acl-of-another-vpc",
    level=Level.ERROR,
    title="A subnet with a network ACL of another VPC",
    explanation="A network ACL belongs to one VPC, and only that VPC's subnets can have it.",
    bad=_example("        network_acl: blue-acl  # <- NET616\n").replace(
        "network_acls: {green-acl: {ingress: [], egress: []}}\n    ", ""
    ),
    good=_example("        network_acl: green-acl\n"),
    source="https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html",
)


def table_of_another_vpc(graph: Graph) -> Iterator[Finding]:
    """Compare the two sides of each association with a route table; a tier's is reported once."""
    told: set[SpecPath] = set()
    for one in graph.of(RouteTableAssociation):
        table = graph.get(one.route_table)
        subnet = graph.get(one.subnet)
        if table.vpc != subnet.vpc and one.origin not in told:
            told.add(one.origin)
            yield _of_another(TABLE, one.origin, subnet, "route table", table, graph.of(RouteTable))


def acl_of_another_vpc(graph: Graph) -> Iterator[Finding]:
    """Compare the two sides of each association with a network ACL; a tier's is reported once."""
    told: set[SpecPath] = set()
    for one in graph.of(NetworkAclAssociation):
        acl = graph.get(one.acl)
        subnet = graph.get(one.subnet)
        if acl.vpc != subnet.vpc and one.origin not in told:
            told.add(one.origin)
            yield _of_another(ACL, one.origin, subnet, "network ACL", acl, graph.of(NetworkAcl))


def _of_another(
    problem: Problem,
    at: SpecPath,
    subnet: Subnet,
    word: str,
    other: RouteTable | NetworkAcl,
    nodes: Iterable[RouteTable | NetworkAcl],
) -> Finding:
    vpc = other.vpc
    names = (named(str(one.origin[-1])) for one in nodes if one.vpc == subnet.vpc)
    return Finding(
        problem=problem,
        at=at,
        message=f"subnet `{subnet.key}` is of VPC `{subnet.vpc.key}`, and {word} `{other.key}` of `{vpc.key}`",
        related=(Related(at=other.origin, label=f"a {word} of `{vpc.key}`", on_key=True),),
        help=f"write a {word} of `{subnet.vpc.key}`",
        fixes=choices(at, names),
    )


TARGET = Problem(
    code="NET302",
    name="route-to-another-vpc",
    level=Level.ERROR,
    title="A route to a gateway or a machine of another VPC",
    explanation="A route leads to an internet gateway that is attached to the table's own VPC, or to a NAT gateway, network interface or "
    "instance that stands in it. Other VPCs are reached through peerings.",
    bad=_example("        network_acl: green-acl\n        route_table: green-app\n").replace(
        "{green-app: {}}", "{green-app: {routes: {0.0.0.0/0: blue-igw}}}  # <- NET302"
    ),
    good=_example("        network_acl: green-acl\n        route_table: green-app\n").replace(
        "{green-app: {}}", "{green-app: {routes: {0.0.0.0/0: green-igw}}}"
    ),
    source="https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html",
)


def target_of_another_vpc(graph: Graph) -> Iterator[Finding]:
    """Compare the VPC of each route's target with its table's."""
    for route in once(graph.of(Route)):
        found = _target(graph, route)
        if found is None:
            continue
        target, vpc = found
        table = graph.get(route.route_table)
        if vpc != table.vpc:
            yield Finding(
                problem=TARGET,
                at=route.origin,
                message=f"table `{table_as_written(route)}` is of VPC `{table.vpc.key}`, and `{target.key}` stands in `{vpc.key}`",
                related=(Related(at=target.origin, label=f"in `{vpc.key}`", on_key=True),),
                help=f"lead it to something in `{table.vpc.key}`, or through a peering",
            )


def _target(graph: Graph, route: Route) -> tuple[Resource, Ref[Vpc]] | None:
    """What a route leads to and the VPC that it stands in, where that is known."""
    gateway: Ref[Any] | None = route.gateway or route.egress_only_gateway or route.regional_nat_gateway
    if gateway is not None:
        found = graph.get(gateway)
        return found, found.vpc
    placed: Ref[Any] | None = route.nat_gateway or route.instance or route.network_interface
    node = graph.get(placed) if placed is not None else None
    if isinstance(node, NatGateway | Instance | NetworkInterface):
        return node, _vpc_of_subnet(graph, node.subnet)
    return None


RULES = (
    Rule(TARGET, target_of_another_vpc),
    Rule(TABLE, table_of_another_vpc),
    Rule(ACL, acl_of_another_vpc),
    Rule(GROUP, group_of_another_vpc),
)
