"""Block Public Access beside things that are there for the internet."""

from collections.abc import Iterator

from infraspec.diagnostic import Finding, Level, Problem, Related
from infraspec.graph.elbv2 import LoadBalancer
from infraspec.graph.graph import Graph
from infraspec.graph.vpc import NatGateway, Subnet
from infraspec.graph.vpc_public_access import BlockPublicAccessExclusion, BlockPublicAccessOptions
from infraspec.rules.rule import Rule


def _example(mode: str, mark: str = "") -> str:
    return f"""version: 1
name: demo
region: ap-northeast-2
vpc_block_public_access: {{mode: {mode}}}
vpcs:
  main:
    cidr: 10.0.0.0/16
    internet_gateway: igw
    nat_gateways:
      nat: {{subnet: edge-a}}{mark}
    route_tables: {{public: {{routes: {{0.0.0.0/0: igw}}}}, private: {{routes: {{0.0.0.0/0: nat}}}}}}
    tiers:
      edge: {{route_table: public, subnets: {{edge-a: {{zone: a, cidr: 10.0.0.0/24}}}}}}
      app: {{route_table: private, subnets: {{app-a: {{zone: a, cidr: 10.0.1.0/24}}}}}}
"""


BLOCKED = Problem(
    code="NET333",
    name="blocked-public-access",
    level=Level.WARNING,
    title="Something for the internet where the account blocks it",
    explanation="Block Public Access holds for every internet gateway of the account in the region, whatever routes and groups say. A load "
    "balancer that faces the internet needs an exclusion of its VPC or subnets with `allow-bidirectional`; a NAT gateway needs one "
    "with `allow-egress` under `block-bidirectional`.",
    bad=_example("block-bidirectional", "  # <- NET333"),
    good=_example("block-ingress"),
    source="https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html",
)


def blocked(graph: Graph) -> Iterator[Finding]:
    """Look for an exclusion for whatever the internet should reach, or that should reach it."""
    for options in graph.of(BlockPublicAccessOptions):
        related = (Related(at=options.origin, label="blocks it", on_key=True),)
        for balancer in graph.of(LoadBalancer):
            subnets = [graph.get(one.subnet) for one in balancer.subnets]
            if balancer.scheme == "internet-facing" and any(
                _mode(graph, one) != "allow-bidirectional" for one in subnets
            ):
                yield Finding(
                    problem=BLOCKED,
                    at=balancer.origin,
                    message=f"`{balancer.key}` faces the internet, which cannot reach it",
                    related=related,
                    help="add its VPC to `exclusions` with `allow-bidirectional`",
                    on_key=True,
                )
        if options.internet_gateway_block_mode != "block-bidirectional":
            continue
        for gateway in graph.of(NatGateway):
            if gateway.connectivity_type == "public" and _mode(graph, graph.get(gateway.subnet)) is None:
                yield Finding(
                    problem=BLOCKED,
                    at=gateway.origin,
                    message=f"NAT gateway `{gateway.key}` cannot reach the internet",
                    related=related,
                    help="add its VPC to `exclusions` with `allow-egress`, or write `mode: block-ingress`",
                    on_key=True,
                )


def _mode(graph: Graph, subnet: Subnet) -> str | None:
    """What a subnet may do although public access is blocked."""
    for one in graph.of(BlockPublicAccessExclusion):
        if subnet.address == one.subnet or subnet.vpc == one.vpc:
            return one.internet_gateway_exclusion_mode
    return None


RULES = (Rule(BLOCKED, blocked),)
