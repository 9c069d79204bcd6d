"""Whether one rule lets through all that another does."""

from bisect import bisect_left, bisect_right
from ipaddress import IPv4Network, IPv6Network, ip_network
from typing import Final, Generic, NamedTuple, TypeVar

T = TypeVar("T")

_ALL: Final = "-1"
_MOST: Final = 65535
_CODES: Final = 256

Peer = IPv4Network | IPv6Network | str


class Flow(NamedTuple):
    """Traffic between a peer and whatever a rule guards."""

    protocol: str
    """`tcp`, `udp`, `icmp`, `icmpv6`, `-1` for all, or a number."""
    first: int
    """The first port; or, for ICMP, 256 times the type plus the first code."""
    last: int
    peer: Peer
    """A block, or the name of anything else, which holds itself alone."""


def flow(protocol: str, first: int | None, last: int | None, peer: str) -> Flow:
    """The flow of a rule in AWS's terms, where -1 is every type or code."""
    block: Peer = ip_network(peer) if "/" in peer else peer
    if protocol in ("icmp", "icmpv6") and first is not None and last is not None and first >= 0:
        start = first * _CODES
        return Flow(protocol, start + max(last, 0), start + (last if last >= 0 else _CODES - 1), block)
    if first is None or last is None or first < 0:
        return Flow(protocol, 0, _MOST, block)
    return Flow(protocol, first, last, block)


def breadth(one: Flow) -> tuple[int, bool, int]:
    """An order in which what covers a flow stands before it."""
    prefix = one.peer.prefixlen if isinstance(one.peer, IPv4Network | IPv6Network) else 0
    return prefix, one.protocol != _ALL, one.first - one.last


class _Ranges(Generic[T]):
    """Ranges of which none holds another, by their first and so by their last."""

    __slots__ = ("firsts", "items", "lasts")

    def __init__(self) -> None:
        self.firsts: list[int] = []
        self.lasts: list[int] = []
        self.items: list[T] = []

    def holding(self, first: int, last: int) -> T | None:
        """What was added with a range that holds this one."""
        position = bisect_right(self.firsts, first) - 1
        return self.items[position] if position >= 0 and self.lasts[position] >= last else None

    def add(self, first: int, last: int, item: T) -> None:
        """Add a range that none of the others holds, in place of those that it holds."""
        start, end = bisect_left(self.firsts, first), bisect_right(self.lasts, last)
        if start < end:
            del self.firsts[start:end], self.lasts[start:end], self.items[start:end]
        self.firsts.insert(start, first)
        self.lasts.insert(start, last)
        self.items.insert(start, item)


class Coverage(Generic[T]):
    """Flows that were added, and what covers another: the work for each grows with the prefix lengths in use."""

    def __init__(self) -> None:
        self._ranges: dict[tuple[str, Peer], _Ranges[T]] = {}
        self._prefixes: dict[int, set[int]] = {4: set(), 6: set()}

    def covering(self, one: Flow) -> T | None:
        """What was added with a flow that holds all of this one."""
        for peer in self._holding(one.peer):
            for protocol in (_ALL, one.protocol):
                ranges = self._ranges.get((protocol, peer))
                found = ranges.holding(one.first, one.last) if ranges else None
                if found is not None:
                    return found
        return None

    def add(self, one: Flow, item: T) -> None:
        """Add a flow, unless another holds it already."""
        if isinstance(one.peer, IPv4Network | IPv6Network):
            self._prefixes[one.peer.version].add(one.peer.prefixlen)
        ranges = self._ranges.setdefault((one.protocol, one.peer), _Ranges())
        if ranges.holding(one.first, one.last) is None:
            ranges.add(one.first, one.last, item)

    def _holding(self, peer: Peer) -> list[Peer]:
        """The blocks that hold a block, the widest first, or the peer alone."""
        if isinstance(peer, str):
            return [peer]
        lengths = sorted(length for length in self._prefixes[peer.version] if length <= peer.prefixlen)
        return [peer.supernet(new_prefix=length) for length in lengths]
