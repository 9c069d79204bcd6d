"""Blocks of VPCs: which there may be, and which may stand side by side."""

from collections.abc import Iterator
from ipaddress import IPv4Network

from infraspec.analysis.blocks import blocks_of, span
from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, fix
from infraspec.graph.graph import Graph
from infraspec.rules.rule import Rule

_HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\n"
_PAGE = "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html"


BLOCKS_OVERLAP = Problem(
    code="NET107",
    name="overlapping-vpc-blocks",
    level=Level.ERROR,
    title="Two blocks of a VPC share addresses",
    explanation="A secondary block adds addresses to a VPC, so AWS refuses one that overlaps another block of the same VPC.",
    bad=_HEAD
    + """vpcs:
  main:
    cidr: 10.0.0.0/16
    secondary_cidrs:
      - 10.0.128.0/20  # <- NET107
""",
    good=_HEAD
    + """vpcs:
  main:
    cidr: 10.0.0.0/16
    secondary_cidrs:
      - 10.1.128.0/20
""",
    source=_PAGE,
)


def blocks_overlap(graph: Graph) -> Iterator[Finding]:
    """Sort the few blocks of each VPC and compare neighbours; what the text gives last is the one to change."""
    for blocks in blocks_of(graph).values():
        ordered = sorted(blocks, key=lambda block: (int(block.cidr.network_address), block.cidr.prefixlen, block.at))
        widest = ordered[0]
        for block in ordered[1:]:
            if block.cidr.overlaps(widest.cidr):
                first, second = sorted((widest, block), key=lambda one: (one.at[2:3] != ("cidr",), one.at))
                is_inside = second.at[2:3] != ("cidr",) and second.cidr.subnet_of(first.cidr)
                yield Finding(
                    problem=BLOCKS_OVERLAP,
                    at=second.at,
                    message=f"two blocks of VPC `{block.vpc}` share addresses",
                    label=span(second.cidr),
                    related=(Related(at=first.at, label=span(first.cidr)),),
                    help=f"remove it, or write a block that is outside {first.cidr}"
                    if is_inside
                    else f"write a block that is outside {first.cidr}",
                    fixes=fix("remove it", Edit(second.at, how=How.REMOVE)) if is_inside else (),
                )
            if block.cidr.broadcast_address > widest.cidr.broadcast_address:
                widest = block


_RANGES = {
    name: IPv4Network(name)
    for name in (
        "10.0.0.0/8",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "198.19.0.0/16",
        "172.31.0.0/16",
        "10.0.0.0/15",
        "10.0.0.0/16",
    )
}
_FORBIDDEN = {
    "10.0.0.0/8": ("172.16.0.0/12", "192.168.0.0/16", "198.19.0.0/16"),
    "172.16.0.0/12": ("10.0.0.0/8", "192.168.0.0/16", "172.31.0.0/16", "198.19.0.0/16"),
    "192.168.0.0/16": ("10.0.0.0/8", "172.16.0.0/12", "198.19.0.0/16"),
    "198.19.0.0/16": ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"),
}
_FORBIDDEN_ELSEWHERE = ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "198.19.0.0/16")
"""What may not be added to a VPC whose primary block is public or in 100.64.0.0/10."""

NOT_TOGETHER = Problem(
    code="NET108",
    name="blocks-that-may-not-stand-together",
    level=Level.ERROR,
    title="A secondary block of a range that AWS does not add to the primary one",
    explanation="AWS adds a block of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16 only to a VPC whose primary block is of the same "
    "range; 198.19.0.0/16 stands alone; blocks of 100.64.0.0/10 can be added to any. To a VPC in 10.0.0.0/15 nothing of "
    "10.0.0.0/16 can be added, and to one in 172.16.0.0/12 not 172.31.0.0/16.",
    bad=_HEAD
    + """vpcs:
  main:
    cidr: 10.0.0.0/16
    secondary_cidrs:
      - 192.168.0.0/20  # <- NET108
""",
    good=_HEAD
    + """vpcs:
  main:
    cidr: 10.0.0.0/16
    secondary_cidrs:
      - 100.64.0.0/20
""",
    source=_PAGE,
)


def not_together(graph: Graph) -> Iterator[Finding]:
    """Look each secondary block up in AWS's table of what may be added to the primary one."""
    for primary, *others in blocks_of(graph).values():
        home = next((name for name in _FORBIDDEN if primary.cidr.subnet_of(_RANGES[name])), "")
        forbidden = _FORBIDDEN.get(home, _FORBIDDEN_ELSEWHERE)
        if primary.cidr.subnet_of(_RANGES["10.0.0.0/15"]):
            forbidden = (*forbidden, "10.0.0.0/16")
        for block in others:
            hit = next((name for name in forbidden if block.cidr.subnet_of(_RANGES[name])), None)
            if hit is None or block.cidr.overlaps(primary.cidr):
                continue
            same = f"of {home}, or " if home and home != "198.19.0.0/16" else ""
            yield Finding(
                problem=NOT_TOGETHER,
                at=block.at,
                message=f"AWS adds no block of {hit} to a VPC with {primary.cidr}",
                label=f"inside {hit}",
                related=(Related(at=primary.at, label="the primary block"),),
                help=f"write a block {same}of 100.64.0.0/10",
            )


_UNUSABLE = {
    IPv4Network("169.254.0.0/16"): "link-local addresses, among them the instance metadata",
    IPv4Network("127.0.0.0/8"): "every machine's own loopback",
    IPv4Network("0.0.0.0/8"): "addresses that no machine can have",
    IPv4Network("224.0.0.0/4"): "multicast groups",
    IPv4Network("240.0.0.0/4"): "reserved, and refused by most systems",
}

NOT_ASSIGNABLE = Problem(
    code="NET109",
    name="block-not-assignable",
    level=Level.ERROR,
    title="A VPC's block among addresses that no machine can have",
    explanation="169.254.0.0/16 (link-local), 127.0.0.0/8 (loopback), 0.0.0.0/8, 224.0.0.0/4 (multicast) and 240.0.0.0/4 (reserved) "
    "cannot be given to network interfaces.",
    bad=_HEAD + "vpcs:\n  main: {cidr: 169.254.0.0/16}  # <- NET109\n",
    good=_HEAD + "vpcs:\n  main: {cidr: 10.0.0.0/16}\n",
    source=_PAGE,
)


def not_assignable(graph: Graph) -> Iterator[Finding]:
    """Compare each block with the ranges that are not for machines."""
    for blocks in blocks_of(graph).values():
        for block in blocks:
            for unusable, why in _UNUSABLE.items():
                if block.cidr.overlaps(unusable):
                    yield Finding(
                        problem=NOT_ASSIGNABLE,
                        at=block.at,
                        message=f"VPC `{block.vpc}` cannot have {block.cidr}",
                        label=f"{unusable} is {why}",
                        help="write a private block such as 10.0.0.0/16",
                    )


RULES = (
    Rule(BLOCKS_OVERLAP, blocks_overlap),
    Rule(NOT_TOGETHER, not_together),
    Rule(NOT_ASSIGNABLE, not_assignable),
)
