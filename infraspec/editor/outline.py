"""The entries of a spec as a tree, what can be folded, and hints behind blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from ipaddress import IPv4Network
from typing import NamedTuple

from infraspec.analysis.ledger import usable
from infraspec.diagnostic import Span
from infraspec.editor.view import View
from infraspec.source.located import Child, Located
from infraspec.spec.tree import Node, tree

_BLOCK = r"[0-9.]+/[0-9]+\Z"


class Symbol(NamedTuple):
    """A section or an entry."""

    name: str
    detail: str
    """The kind of an entry."""
    span: Span
    """The key and all that it holds."""
    key: Span
    inside: list[Symbol]


def outline(view: View) -> list[Symbol]:
    """The sections of the spec's own file, and the entries in them."""
    return [] if view.index is None else list(_symbols(view, view.document().root, tree()))


def _symbols(view: View, where: Located, node: Node) -> Iterator[Symbol]:
    for key, child in _children(view, where):
        inside = node.sections.get(key)
        if inside is not None:
            below = inside.named
            symbols = _symbols(view, child.value, inside) if below is None else _entries(view, child.value, below)
            yield _symbol(key, "", child, list(symbols))


def _entries(view: View, where: Located, node: Node) -> Iterator[Symbol]:
    for key, child in _children(view, where):
        detail = node.kind.word.replace("_", " ") if node.kind else ""
        yield _symbol(key, detail, child, list(_symbols(view, child.value, node)))


def _symbol(key: str, detail: str, child: Child, inside: list[Symbol]) -> Symbol:
    end = max(child.key_end, child.value.end)
    return Symbol(key, detail, Span(child.key_start, end), Span(child.key_start, child.key_end), inside)


def _children(view: View, where: Located) -> Iterator[tuple[str, Child]]:
    """The entries that stand in the spec's own file, where they are written."""
    length = len(view.checked.text)
    if isinstance(where.children, dict):
        yield from ((key, one) for key, one in where.children.items() if one.via is None and one.key_start <= length)


def folds(view: View) -> list[Span]:
    """What holds more than it shows when it is folded: every mapping and list of the spec's own file."""
    return [] if view.index is None else sorted(set(_folds(view, view.document().root)), key=lambda one: one.start)


def _folds(view: View, where: Located) -> Iterator[Span]:
    if isinstance(where.children, list):
        for one in where.children:
            yield from _folds(view, one)
    for _, child in _children(view, where):
        if child.value.children:
            yield Span(child.key_start, _last(child.value))
        yield from _folds(view, child.value)


def _last(where: Located) -> int:
    """Where the last value of a collection ends: the collection itself ends before whatever follows it."""
    if isinstance(where.children, dict) and where.children:
        own = [child for child in where.children.values() if child.via is None]
        return max([max(child.key_end, _last(child.value)) for child in own], default=where.start)
    if isinstance(where.children, list) and where.children:
        return max(_last(one) for one in where.children)
    return where.end


def hints(view: View) -> list[tuple[int, str]]:
    """Behind each block of a subnet, how many addresses of it can be used."""
    return [] if view.index is None else list(_hints(view, view.document().root, ()))


def _hints(view: View, where: Located, path: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    for key, child in _children(view, where):
        if key == "cidr" and "subnets" in path:
            text = view.checked.text[child.value.start : child.value.end]
            if (network := _network(text)) is not None:
                yield child.value.end, f"{usable(network):,} usable"
        yield from _hints(view, child.value, (*path, key))


def _network(text: str) -> IPv4Network | None:
    try:
        return IPv4Network(text) if re.match(_BLOCK, text) else None
    except ValueError:
        return None
