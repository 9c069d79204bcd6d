"""The map of the language as a tree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from infraspec.spec.kinds import KINDS, Kind

if TYPE_CHECKING:
    from infraspec.spec.base import SpecModel


SECTIONS = frozenset(part for kind in KINDS for part in kind.where if part != "*")
"""Every key that holds entries, or sections of them."""


class Node:
    """The map of the language as a tree: fixed keys below names, names below fixed keys."""

    __slots__ = ("kind", "named", "sections")

    def __init__(self) -> None:
        self.sections: dict[str, Node] = {}
        self.named: Node | None = None
        self.kind: Kind[SpecModel] | None = None

    def holds(self) -> Iterator[str]:
        """The word of each kind of entry that this holds, at any depth."""
        if self.kind is not None:
            yield self.kind.word
        for inside in (self.named, *self.sections.values()):
            if inside is not None:
                yield from inside.holds()


def tree() -> Node:
    """The whole language, from the top of a spec."""
    root = Node()
    for kind in KINDS:
        here = root
        for part in kind.where:
            if part == "*":
                here.named = here.named or Node()
                here = here.named
            else:
                here = here.sections.setdefault(part, Node())
        here.kind = kind
    return root
