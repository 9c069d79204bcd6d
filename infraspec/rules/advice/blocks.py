"""Blocks of VPCs that are allowed, and that one comes to regret."""

from collections.abc import Iterator
from ipaddress import IPv4Network
from typing import Final

from infraspec.analysis.blocks import Block, blocks_of, runs, span
from infraspec.diagnostic import Finding, Level, Problem, Related
from infraspec.graph.graph import Graph
from infraspec.graph.vpc import Subnet, Vpc, VpcPeeringConnection
from infraspec.rules.rule import Rule

_HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\nvpcs:\n"
_PAGE = "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html"
_DOCKER: Final = IPv4Network("172.17.0.0/16")
_DEFAULT: Final = IPv4Network("172.31.0.0/16")
"""The block of the default VPC of every account and region.
https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html"""
_FULL: Final = 95
"""Per cent of a VPC's addresses that are in subnets."""

DOCKER = Problem(
    code="NET112",
    name="block-of-docker",
    level=Level.WARNING,
    title="A VPC with the addresses that Docker uses inside each machine",
    explanation="Docker gives 172.17.0.0/16 to the containers of a machine, and so do AWS Cloud9 and SageMaker. A machine with Docker "
    "does not reach the others of such a VPC, unless its own range is set to another.",
    bad=_HEAD + "  main: {cidr: 172.17.0.0/16}  # <- NET112\n",
    good=_HEAD + "  main: {cidr: 172.18.0.0/16}\n",
    source=_PAGE,
)
PUBLIC = Problem(
    code="NET113",
    name="public-block",
    level=Level.WARNING,
    title="A VPC with addresses that belong to someone on the internet",
    explanation="Inside the VPC these addresses mean its own machines, so the ones of the internet that have them cannot be reached. "
    "Private addresses are 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 and, beside them, 100.64.0.0/10. It is right for "
    "addresses that are your own.",
    bad=_HEAD + "  main: {cidr: 11.0.0.0/16}  # <- NET113\n",
    good=_HEAD + "  main: {cidr: 10.0.0.0/16}\n",
    source=_PAGE,
)
DEFAULT = Problem(
    code="NET114",
    name="block-of-the-default-vpc",
    level=Level.NOTE,
    title="A VPC with the block of the default VPC",
    explanation="Every region of every account has a default VPC of 172.31.0.0/16, unless it was deleted. VPCs with the same addresses "
    "cannot be peered, nor joined by a transit gateway.",
    bad=_HEAD + "  main: {cidr: 172.31.0.0/16}  # <- NET114\n",
    good=_HEAD + "  main: {cidr: 172.30.0.0/16}\n",
    source="https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html",
)
ALIKE = Problem(
    code="NET116",
    name="vpcs-that-can-never-meet",
    level=Level.NOTE,
    title="Two VPCs that share addresses and are not peered",
    explanation="They can stand side by side, but never be peered, nor meet behind one transit gateway or VPN, and the block of a VPC "
    "cannot be changed. It is right for copies that shall stay apart.",
    bad=_HEAD + "  blue: {cidr: 10.0.0.0/16}\n  green: {cidr: 10.0.128.0/20}  # <- NET116\n",
    good=_HEAD + "  blue: {cidr: 10.0.0.0/16}\n  green: {cidr: 10.1.0.0/20}\n",
    source="https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html",
)
ROOM = Problem(
    code="NET122",
    name="no-room-to-grow",
    level=Level.NOTE,
    title="A VPC whose subnets leave no room for another",
    explanation=f"{_FULL} per cent of its addresses or more are in subnets, and neither they nor the VPC can be resized. A secondary block "
    "makes room later.",
    bad=_HEAD
    + "  main:\n    cidr: 10.0.0.0/24  # <- NET122\n    tiers:\n      app:\n        subnets:\n"
    + "          app-a: {zone: a, cidr: 10.0.0.0/25}\n          app-c: {zone: c, cidr: 10.0.0.128/25}\n",
    good=_HEAD
    + "  main:\n    cidr: 10.0.0.0/23\n    tiers:\n      app:\n        subnets:\n"
    + "          app-a: {zone: a, cidr: 10.0.0.0/25}\n          app-c: {zone: c, cidr: 10.0.0.128/25}\n",
    source=_PAGE,
)


def docker(graph: Graph) -> Iterator[Finding]:
    """Compare each block with Docker's."""
    for blocks in _managed(graph).values():
        for block in blocks:
            if block.cidr.overlaps(_DOCKER):
                message = f"{block.cidr} shares addresses with {_DOCKER}, which Docker uses inside each machine"
                help_ = "write another block, such as 172.18.0.0/16"
                yield Finding(problem=DOCKER, at=block.at, message=message, label=span(block.cidr), help=help_)


def public(graph: Graph) -> Iterator[Finding]:
    """Look for blocks that the registries hand out."""
    for blocks in _managed(graph).values():
        for block in blocks:
            if block.cidr.is_global:
                message = f"the addresses of {block.cidr} are not private"
                help_ = "write a block inside 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16"
                yield Finding(problem=PUBLIC, at=block.at, message=message, label=span(block.cidr), help=help_)


def default(graph: Graph) -> Iterator[Finding]:
    """Compare each block with that of the default VPC."""
    for blocks in _managed(graph).values():
        for block in blocks:
            if block.cidr.overlaps(_DEFAULT):
                message = f"{block.cidr} shares addresses with the default VPC of each region, {_DEFAULT}"
                help_ = "write another block, such as 172.30.0.0/16"
                yield Finding(problem=DEFAULT, at=block.at, message=message, help=help_)


def alike(graph: Graph) -> Iterator[Finding]:
    """Sort all blocks by their first address, and compare each with the one that reaches furthest so far."""
    peered = {frozenset({one.vpc.key, one.peer_vpc.key}) for one in graph.of(VpcPeeringConnection)}
    found = [block for blocks in blocks_of(graph).values() for block in blocks]
    found.sort(key=lambda one: (int(one.cidr.network_address), one.cidr.prefixlen, one.vpc))
    told: set[frozenset[str]] = set()
    furthest: Block | None = None
    for block in found:
        both = frozenset({block.vpc, furthest.vpc if furthest else block.vpc})
        if furthest is not None and block.cidr.overlaps(furthest.cidr) and len(both) > 1 and both not in peered | told:
            told.add(both)
            yield Finding(
                problem=ALIKE,
                at=block.at,
                message=f"VPCs `{block.vpc}` and `{furthest.vpc}` share addresses, so they can never be peered",
                label=span(block.cidr),
                related=(Related(at=furthest.at, label=f"`{furthest.vpc}` is {span(furthest.cidr)}"),),
                help="give one of the two another block, if they shall ever meet",
            )
        if furthest is None or block.cidr.broadcast_address > furthest.cidr.broadcast_address:
            furthest = block


def room(graph: Graph) -> Iterator[Finding]:
    """Add up the subnets of each VPC."""
    taken: dict[str, list[IPv4Network]] = {}
    for subnet in graph.of(Subnet):
        taken.setdefault(subnet.vpc.key, []).append(subnet.cidr)
    for name, blocks in _managed(graph).items():
        merged = runs(taken.get(name, ()))
        used = sum(last - first + 1 for first, last in zip(merged.firsts, merged.lasts, strict=True))
        whole = sum(block.cidr.num_addresses for block in blocks)
        if used * 100 >= whole * _FULL:
            message = f"the subnets of VPC `{name}` take {used:,} of its {whole:,} addresses"
            help_ = "write a larger block while the VPC is new, or add one to `secondary_cidrs`"
            yield Finding(problem=ROOM, at=blocks[0].at, message=message, help=help_)


def _managed(graph: Graph) -> dict[str, list[Block]]:
    """The blocks of each VPC that is made here."""
    ours = {vpc.key for vpc in graph.of(Vpc) if vpc.existing is None}
    return {name: blocks for name, blocks in blocks_of(graph).items() if name in ours}


RULES = (
    Rule(DOCKER, docker),
    Rule(PUBLIC, public),
    Rule(DEFAULT, default),
    Rule(ALIKE, alike),
    Rule(ROOM, room),
)
