"""Blocks: what a VPC and its subnets may have, and whether they fit together."""

from collections import defaultdict
from collections.abc import Iterator
from ipaddress import IPv4Network

from infraspec.analysis.blocks import Runs, blocks_of, free_block, runs, span
from infraspec.aws import MAX_PREFIX, MIN_PREFIX
from infraspec.diagnostic import Edit, Finding, Fix, Level, Problem, Related, SpecPath, fix
from infraspec.graph.graph import Graph
from infraspec.graph.vpc import Subnet, Vpc, VpcCidrBlock
from infraspec.rules.rule import Rule

_HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\n"

OVERLAPPING_SUBNETS = Problem(
    code="NET101",
    name="overlapping-subnets",
    level=Level.ERROR,
    title="Two subnets of a VPC share addresses",
    explanation="EC2 refuses a subnet whose block overlaps another of the same VPC.",
    bad=_HEAD
    + """vpcs:
  main:
    cidr: 10.0.0.0/16
    tiers:
      app:
        subnets:
          app-a: {zone: a, cidr: 10.0.0.0/24}
          app-c: {zone: c, cidr: 10.0.0.128/25}  # <- NET101
""",
    good=_HEAD
    + """vpcs:
  main:
    cidr: 10.0.0.0/16
    tiers:
      app:
        subnets:
          app-a: {zone: a, cidr: 10.0.0.0/24}
          app-c: {zone: c, cidr: 10.0.1.0/25}
""",
    source="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSubnet.html",
)


def overlapping_subnets(graph: Graph) -> Iterator[Finding]:
    """Sort the subnets of each VPC by address and compare neighbours, so that the work grows with their number."""
    of_vpc: dict[str, list[Subnet]] = defaultdict(list)
    for subnet in graph.of(Subnet):
        of_vpc[subnet.vpc.key].append(subnet)
    for subnets in of_vpc.values():
        subnets.sort(key=lambda one: (int(one.cidr.network_address), one.cidr.prefixlen, one.key))
        widest, taken = subnets[0], None
        for subnet in subnets[1:]:
            if int(subnet.cidr.network_address) <= int(widest.cidr.broadcast_address):
                taken = taken or runs(one.cidr for one in subnets)
                yield _overlap(graph, subnet, widest, taken)
            if int(subnet.cidr.broadcast_address) > int(widest.cidr.broadcast_address):
                widest = subnet


def _overlap(graph: Graph, subnet: Subnet, other: Subnet, taken: Runs) -> Finding:
    shared = min(subnet.cidr.num_addresses, other.cidr.num_addresses)
    free = free_block(graph.get(subnet.vpc).cidr, subnet.cidr.prefixlen, taken, subnet.cidr)
    inside = ", all of it inside" if subnet.cidr.subnet_of(other.cidr) else ""
    return Finding(
        problem=OVERLAPPING_SUBNETS,
        at=(*subnet.origin, "cidr"),
        message=f"subnets `{subnet.key}` and `{other.key}` share {shared:,} addresses",
        label=f"{span(subnet.cidr)}{inside}",
        related=(Related(at=(*other.origin, "cidr"), label=span(other.cidr)),),
        help=f"write {free}, the nearest free block of that size" if free else "",
        fixes=fix(f"write {free}, the nearest free block of that size", Edit((*subnet.origin, "cidr"), str(free)))
        if free
        else (),
    )


OUTSIDE_VPC = Problem(
    code="NET102",
    name="subnet-outside-vpc",
    level=Level.ERROR,
    title="A subnet's block lies outside its VPC's",
    explanation="A subnet lies wholly inside one of its VPC's blocks, the primary or a secondary one.",
    bad=_HEAD
    + "vpcs:\n  main:\n    cidr: 10.0.0.0/16\n    tiers:\n      app:\n        subnets:\n"
    + "          app-a: {zone: a, cidr: 10.1.0.0/24}  # <- NET102\n",
    good=_HEAD
    + "vpcs:\n  main:\n    cidr: 10.0.0.0/16\n    tiers:\n      app:\n        subnets:\n"
    + "          app-a: {zone: a, cidr: 10.0.1.0/24}\n",
    source="https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html",
)


def _inside(graph: Graph, subnet: Subnet, holding: list[IPv4Network]) -> tuple[Fix, ...]:
    """A free block of the same size in the VPC."""
    taken = runs(one.cidr for one in graph.of(Subnet) if one.vpc == subnet.vpc)
    found = (free_block(block, subnet.cidr.prefixlen, taken, block) for block in holding)
    free = next((block for block in found if block is not None), None)
    return fix(f"write {free}, which is free", Edit((*subnet.origin, "cidr"), str(free))) if free else ()


def subnet_outside_vpc(graph: Graph) -> Iterator[Finding]:
    """Look for the VPC's block that holds each subnet."""
    blocks = blocks_of(graph)
    for subnet in graph.of(Subnet):
        holding = [block.cidr for block in blocks[subnet.vpc.key]]
        if not any(subnet.cidr.subnet_of(block) for block in holding):
            vpc = graph.get(subnet.vpc)
            yield Finding(
                problem=OUTSIDE_VPC,
                at=(*subnet.origin, "cidr"),
                message=f"subnet `{subnet.key}` lies outside VPC `{vpc.key}`",
                label=span(subnet.cidr),
                related=(Related(at=(*vpc.origin, "cidr"), label=span(vpc.cidr)),),
                help=f"write a block inside {' or '.join(str(block) for block in holding)}",
                fixes=_inside(graph, subnet, holding),
            )


VPC_SIZE = Problem(
    code="NET103",
    name="vpc-size",
    level=Level.ERROR,
    title="A VPC's block is larger than /16 or smaller than /28",
    explanation="EC2 takes blocks of /16 (65,536 addresses) to /28 (16 addresses) for a VPC.",
    bad=_HEAD + "vpcs:\n  main: {cidr: 10.0.0.0/8}  # <- NET103\n",
    good=_HEAD + "vpcs:\n  main: {cidr: 10.0.0.0/16}\n",
    source="https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html",
)


def _resized(cidr: IPv4Network, at: SpecPath) -> tuple[Fix, ...]:
    """The block with the nearest prefix that AWS takes."""
    prefix = min(max(cidr.prefixlen, MIN_PREFIX), MAX_PREFIX)
    block = IPv4Network((int(cidr.network_address) >> (32 - prefix) << (32 - prefix), prefix))
    return fix(f"write {block}", Edit(at, str(block)))


def vpc_size(graph: Graph) -> Iterator[Finding]:
    """Compare each block's prefix with AWS's bounds."""
    nodes: tuple[Vpc | VpcCidrBlock, ...] = (*graph.of(Vpc), *graph.of(VpcCidrBlock))
    for node in nodes:
        if not MIN_PREFIX <= node.cidr.prefixlen <= MAX_PREFIX:
            at = (*node.origin, "cidr") if isinstance(node, Vpc) else node.origin
            yield Finding(
                problem=VPC_SIZE,
                at=at,
                message=f"a VPC cannot have the block {node.cidr}",
                label=f"{node.cidr.num_addresses:,} addresses",
                help=f"write a block of /{MIN_PREFIX} to /{MAX_PREFIX}",
                fixes=_resized(node.cidr, at),
            )


SUBNET_SIZE = Problem(
    code="NET104",
    name="subnet-size",
    level=Level.ERROR,
    title="A subnet's block is larger than /16 or smaller than /28",
    explanation="EC2 takes blocks of /16 to /28 for a subnet, and keeps five addresses of each.",
    bad=_HEAD
    + "vpcs:\n  main:\n    cidr: 10.0.0.0/16\n    tiers:\n      app:\n        subnets:\n"
    + "          app-a: {zone: a, cidr: 10.0.1.0/29}  # <- NET104\n",
    good=_HEAD
    + "vpcs:\n  main:\n    cidr: 10.0.0.0/16\n    tiers:\n      app:\n        subnets:\n"
    + "          app-a: {zone: a, cidr: 10.0.1.0/28}\n",
    source="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSubnet.html",
)


def subnet_size(graph: Graph) -> Iterator[Finding]:
    """Compare each subnet's prefix with AWS's bounds."""
    for subnet in graph.of(Subnet):
        if not MIN_PREFIX <= subnet.cidr.prefixlen <= MAX_PREFIX:
            yield Finding(
                problem=SUBNET_SIZE,
                at=(*subnet.origin, "cidr"),
                message=f"subnet `{subnet.key}` cannot have the block {subnet.cidr}",
                label=f"{subnet.cidr.num_addresses:,} addresses",
                help=f"write a block of /{MIN_PREFIX} to /{MAX_PREFIX}",
                fixes=_resized(subnet.cidr, (*subnet.origin, "cidr")),
            )


RULES = (
    Rule(OVERLAPPING_SUBNETS, overlapping_subnets),
    Rule(OUTSIDE_VPC, subnet_outside_vpc),
    Rule(VPC_SIZE, vpc_size),
    Rule(SUBNET_SIZE, subnet_size),
)
