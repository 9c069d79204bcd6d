"""What can be written where the cursor is: names of the kinds that the field takes, free blocks, free addresses."""

import re
from collections import Counter
from ipaddress import IPv4Network
from itertools import islice
from typing import Any, NamedTuple

from infraspec.analysis.blocks import blocks_of, free_block, runs
from infraspec.analysis.ledger import free_addresses, ledgers, usable
from infraspec.diagnostic import Span, SpecPath
from infraspec.editor.view import ReadFile, View, view
from infraspec.graph.graph import Graph
from infraspec.graph.vpc import Subnet
from infraspec.report.spec_text import scalar
from infraspec.source.lines import line_start
from infraspec.spec.names import words

_ENDS_WORD = r"[\s,\[\]{}\"']"
_STAND_IN = "zz-infraspec-completion"
_MOST = 5


class Choice(NamedTuple):
    """Something to write."""

    text: str
    detail: str
    span: Span
    """What it takes the place of."""


def complete(text: str, file: str, offset: int, read_file: ReadFile) -> list[Choice]:
    """The choices at an offset. A text that is broken there is asked about as if the word were finished."""
    start = offset - len(re.split(_ENDS_WORD, text[line_start(text, offset) : offset])[-1])
    span = Span(start, offset + len(re.split(_ENDS_WORD, text[offset:], maxsplit=1)[0]))
    for closing in ("", "]", "}", "]}", "}]"):
        tried = text[: span.start] + _STAND_IN + closing + text[span.end :]
        asked = view(tried.encode(), file, read_file, advice=False)
        if asked.index is not None:
            return _choices(asked, start, span)
    return []


def _choices(asked: View, offset: int, span: Span) -> list[Choice]:
    """What stands for the stand-in."""
    place = asked.place_at(asked.checked.file, offset)
    if place is None or place.on_key or asked.index is None:
        return []
    if place.path[-1:] in (("cidr",), ("private_ip",)):
        return _addresses(asked, place.path, span)
    use = asked.use_at(place)
    if use is None:
        return []
    names = sorted({(one.word, one.name) for one in asked.index.defined if one.word in use.words})
    shared = Counter(name for _, name in names)
    return [Choice(scalar(name if shared[name] == 1 else f"{word}:{name}"), words(word), span) for word, name in names]


def _addresses(asked: View, path: SpecPath, span: Span) -> list[Choice]:
    """Free blocks of a VPC for a subnet, or free addresses of the subnet that a thing stands in.

    The entry itself is not in the graph, since what stands for its address is none.
    """
    graph = asked.checked.graph
    if graph is None:
        return []
    if path[-1] == "cidr":
        vpc = str(path[1]) if path[0] == "vpcs" and "subnets" in path else ""
        return [Choice(str(one), f"free, {usable(one):,} usable", span) for one in _blocks(graph, vpc)]
    entry: Any = asked.document().data
    for part in path[:-1]:
        entry = entry[part]
    subnet = str(entry.get("subnet", "")).removeprefix("subnet:") if isinstance(entry, dict) else ""
    ledger = ledgers(graph).get(subnet)
    return (
        [Choice(str(one), f"free in {subnet}", span) for one in islice(free_addresses(ledger), _MOST)] if ledger else []
    )


def _blocks(graph: Graph, vpc: str) -> list[IPv4Network]:
    """The first free blocks of the size that most subnets of the VPC have, and of those beside it."""
    others = [one.cidr for one in graph.of(Subnet) if one.vpc.key == vpc]
    sizes = Counter(one.prefixlen for one in others)
    usual = max(sizes, key=lambda size: (sizes[size], -size)) if sizes else 24
    found: list[IPv4Network] = []
    for space in blocks_of(graph).get(vpc, ()):
        for prefix in (usual, usual, usual, usual + 1, usual - 1):
            block = free_block(space.cidr, prefix, runs([*others, *found]), space.cidr) if 16 <= prefix <= 28 else None
            if block is not None and len(found) < _MOST:
                found.append(block)
    return found
