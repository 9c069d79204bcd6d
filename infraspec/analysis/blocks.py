"""Blocks of addresses: what each VPC has, and what is free."""

from bisect import bisect_left
from collections.abc import Iterable
from ipaddress import IPv4Network
from typing import NamedTuple

from infraspec.diagnostic import SpecPath
from infraspec.graph.graph import Graph
from infraspec.graph.vpc import Vpc, VpcCidrBlock


class Block(NamedTuple):
    """A block of a VPC, and where it is written."""

    cidr: IPv4Network
    at: SpecPath
    vpc: str


def blocks_of(graph: Graph) -> dict[str, list[Block]]:
    """The blocks of each VPC, by its name, the primary first."""
    found = {vpc.key: [Block(vpc.cidr, (*vpc.origin, "cidr"), vpc.key)] for vpc in graph.of(Vpc)}
    for block in graph.of(VpcCidrBlock):
        found[block.vpc.key].append(Block(block.cidr, block.origin, block.vpc.key))
    return found


def span(block: IPv4Network) -> str:
    """The first and the last address of a block."""
    return f"{block.network_address} to {block.broadcast_address}"


class Runs(NamedTuple):
    """Whole numbers, such as addresses that are taken, as runs that are sorted, apart, and not adjacent."""

    firsts: list[int]
    lasts: list[int]


def runs(taken: Iterable[IPv4Network]) -> Runs:
    """The runs of these blocks, which may overlap."""
    return merged((int(one.network_address), int(one.broadcast_address)) for one in taken)


def merged(pairs: Iterable[tuple[int, int]]) -> Runs:
    """The runs of these, each from its first to its last; they may overlap."""
    found = Runs([], [])
    for first, last in sorted(pairs):
        if found.lasts and first <= found.lasts[-1] + 1:
            found.lasts[-1] = max(found.lasts[-1], last)
        else:
            found.firsts.append(first)
            found.lasts.append(last)
    return found


def touches(found: Runs, first: int, last: int) -> bool:
    """Whether any of the numbers from the first to the last is in a run."""
    position = bisect_left(found.lasts, first)
    return position < len(found.firsts) and found.firsts[position] <= last


def free_block(space: IPv4Network, prefix: int, taken: Runs, near: IPv4Network) -> IPv4Network | None:
    """The first free block of a size at or behind the one that was meant, or else the first in the space."""
    if prefix < space.prefixlen:
        return None
    size = 1 << (32 - prefix)
    lowest, highest = int(space.network_address), int(space.broadcast_address)
    for start in (max(lowest, int(near.network_address) // size * size), lowest):
        candidate = _first_fit(start, size, taken)
        if candidate + size - 1 <= highest:
            return IPv4Network((candidate, prefix))
    return None


def _first_fit(candidate: int, size: int, taken: Runs) -> int:
    """The first multiple of `size` from `candidate` on at which nothing is taken."""
    position = bisect_left(taken.lasts, candidate)
    while position < len(taken.firsts) and taken.firsts[position] < candidate + size:
        candidate = (taken.lasts[position] // size + 1) * size
        position = bisect_left(taken.lasts, candidate, position)
    return candidate
