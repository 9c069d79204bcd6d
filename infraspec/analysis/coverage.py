"""Whether one rule lets through all that another does."""

from bisect import bisect_left, bisect_right
from ipaddress import IPv4Network, IPv6Network, ip_network
from typing import Final, Generic, NamedTuple, TypeVar

T = TypeVar("T")

ALL: Final = "-1"
"""Every protocol."""
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


def overlaps(one: Flow, other: Flow) -> bool:
    """Whether some protocol and port is in both, whoever stands at the other end."""
    alike = one.protocol == other.protocol or ALL in (one.protocol, other.protocol)
    return alike and one.first <= other.last and other.first <= one.last


def key_of(one: Flow) -> str:
    """The key of a rule of the spec that holds its traffic."""
    if one.protocol == ALL:
        return "all"
    return one.protocol if one.protocol in ("tcp", "udp", "icmp", "icmpv6") else "protocol"


def said(one: Flow) -> str:
    """Traffic as people say it: `tcp 443`."""
    return "all traffic" if one.protocol == ALL else written(one).replace(":", "")


def written(one: Flow) -> str:
    """Traffic as a rule of the spec writes it: `tcp: 443`."""
    key = key_of(one)
    if key in ("all", "protocol"):
        return "all: true" if key == "all" else f"protocol: {one.protocol}"
    if (one.first, one.last) == (0, _MOST):
        return f"{key}: all"
    if key in ("tcp", "udp"):
        return f"{key}: {one.first}" if one.first == one.last else f"{key}: {one.first}-{one.last}"
    kind, code = divmod(one.first, _CODES)
    return f"{key}: {kind}/{code}" if one.first == one.last else f"{key}: {kind}"


def breadth(one: Flow) -> tuple[int, bool, int]:
    """An order in which what covers a flow stands before it."""
    prefix = one.peer.prefixlen if isinstance(one.peer, IPv4Network | IPv6Network) else 0
    return prefix, one.protocol != ALL, one.first - one.last


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
            for protocol in (ALL, one.protocol):
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
