"""Route tables that stand at an internet gateway."""

from collections.abc import Iterator

from infraspec.analysis.routing import once
from infraspec.diagnostic import Finding, Level, Problem, Related
from infraspec.graph.graph import Graph
from infraspec.graph.routes import GatewayRouteTableAssociation
from infraspec.rules.rule import Rule


def _example(gateway: str, mark: str = "") -> str:
    return f"""version: 1
name: demo
region: ap-northeast-2
vpcs:
  blue: {{cidr: 10.1.0.0/16, internet_gateway: blue-igw}}
  green:
    cidr: 10.0.0.0/16
    internet_gateway: green-igw
    route_tables:
      ingress:
        gateway: {gateway}{mark}
"""


OTHER_VPC = Problem(
    code="NET317",
    name="table-at-gateway-of-another-vpc",
    level=Level.ERROR,
    title="A route table at the internet gateway of another VPC",
    explanation="A table at a gateway says where packets go that enter by it, and so it is a table of the VPC that the gateway is "
    "attached to.",
    bad=_example("blue-igw", "  # <- NET317"),
    good=_example("green-igw"),
    source="https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html",
)


def other_vpc(graph: Graph) -> Iterator[Finding]:
    """Compare the VPC of each gateway with that of the table that stands at it."""
    for one in once(graph.of(GatewayRouteTableAssociation)):
        gateway, table = graph.get(one.gateway), graph.get(one.route_table)
        if gateway.vpc != table.vpc:
            yield Finding(
                problem=OTHER_VPC,
                at=one.origin,
                message=f"table `{table.origin[-1]}` is of VPC `{table.vpc.key}`, and `{gateway.key}` of `{gateway.vpc.key}`",
                related=(Related(at=gateway.origin, label=f"attached to `{gateway.vpc.key}`"),),
                help=f"write the internet gateway of `{table.vpc.key}`",
            )


RULES = (Rule(OTHER_VPC, other_vpc),)
