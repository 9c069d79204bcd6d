"""Counts that accounts may not exceed unless AWS raised their quotas."""

from collections import defaultdict
from collections.abc import Iterator

from infraspec.analysis.blocks import blocks_of
from infraspec.analysis.routing import once
from infraspec.aws import ROUTES_OF_TABLE, SUBNETS_OF_VPC, VPC_BLOCKS
from infraspec.diagnostic import Finding, Level, Problem
from infraspec.graph.graph import Graph
from infraspec.graph.routes import Route
from infraspec.graph.vpc import RouteTable, Subnet, Vpc
from infraspec.rules.rule import Rule

_HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\n"
_PAGE = "https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html"

TOO_MANY_BLOCKS = Problem(
    code="NET111",
    name="too-many-blocks",
    level=Level.WARNING,
    title="More blocks in a VPC than accounts have by default",
    explanation="A VPC has five IPv4 blocks, the primary one among them, unless AWS raised the quota of the account (to 50 at most).",
    bad=_HEAD
    + "vpcs:\n  main:\n    cidr: 10.2.0.0/16\n    secondary_cidrs: [10.3.0.0/16, 10.4.0.0/16, 10.5.0.0/16, 10.6.0.0/16, 10.7.0.0/16]"
    + "  # <- NET111\n",
    good=_HEAD
    + "vpcs:\n  main:\n    cidr: 10.2.0.0/16\n    secondary_cidrs: [10.3.0.0/16, 10.4.0.0/16, 10.5.0.0/16, 10.6.0.0/16]\n",
    source=_PAGE,
)


def too_many_blocks(graph: Graph) -> Iterator[Finding]:
    """Count the blocks of each VPC."""
    for name, blocks in blocks_of(graph).items():
        if len(blocks) > VPC_BLOCKS:
            yield Finding(
                problem=TOO_MANY_BLOCKS,
                at=blocks[1].at[:-1],
                message=f"VPC `{name}` has {len(blocks)} blocks, and accounts have {VPC_BLOCKS} by default",
                help="use fewer, larger blocks, or have the quota raised",
                on_key=True,
            )


TOO_MANY_SUBNETS = Problem(
    code="NET124",
    name="too-many-subnets",
    level=Level.WARNING,
    title="More subnets in a VPC than accounts have by default",
    explanation="A VPC has 200 subnets unless AWS raised the quota of the account.",
    bad="",
    good="",
    source=_PAGE,
)


def too_many_subnets(graph: Graph) -> Iterator[Finding]:
    """Count the subnets of each VPC."""
    counts: dict[str, int] = {}
    for subnet in graph.of(Subnet):
        counts[subnet.vpc.key] = counts.get(subnet.vpc.key, 0) + 1
    for vpc in graph.of(Vpc):
        if counts.get(vpc.key, 0) > SUBNETS_OF_VPC:
            yield Finding(
                problem=TOO_MANY_SUBNETS,
                at=vpc.origin,
                message=f"VPC `{vpc.key}` has {counts[vpc.key]} subnets, and accounts have {SUBNETS_OF_VPC} by default",
                help="have the quota raised before it is deployed",
                on_key=True,
            )


TOO_MANY_ROUTES = Problem(
    code="NET325",
    name="too-many-routes",
    level=Level.WARNING,
    title="More routes in a table than accounts have by default",
    explanation=f"A route table takes {ROUTES_OF_TABLE} routes unless AWS raised the quota of the account.",
    bad="",
    good="",
    source=_PAGE,
)


def too_many_routes(graph: Graph) -> Iterator[Finding]:
    """Count the routes of each table."""
    counts: dict[str, int] = defaultdict(int)
    for route in graph.of(Route):
        counts[route.route_table.key] += graph.get(route.destination_list).max_entries if route.destination_list else 1
    for table in once(graph.of(RouteTable)):
        if counts[table.key] > ROUTES_OF_TABLE:
            yield Finding(
                problem=TOO_MANY_ROUTES,
                at=(*table.origin, "routes"),
                message=f"table `{table.origin[-1]}` has {counts[table.key]} routes, and accounts have {ROUTES_OF_TABLE} by default",
                help="use larger blocks, or have the quota raised",
                on_key=True,
            )


RULES = (
    Rule(TOO_MANY_BLOCKS, too_many_blocks),
    Rule(TOO_MANY_SUBNETS, too_many_subnets),
    Rule(TOO_MANY_ROUTES, too_many_routes),
)
