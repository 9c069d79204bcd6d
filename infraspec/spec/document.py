"""A spec that was read: its sound entries, and the names of those that could not be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar, cast

from infraspec.diagnostic import SpecPath
from infraspec.spec.kinds import Kind

if TYPE_CHECKING:
    from infraspec.spec.base import SpecModel
    from infraspec.spec.top import Top

M = TypeVar("M", bound="SpecModel")


class Entry(NamedTuple, Generic[M]):
    """A sound entry and where it stands."""

    path: SpecPath
    model: M
    """Its model; or, read without pydantic, an object with the same attributes, which the type checker is not told."""
    dropped: frozenset[tuple[str, int]]
    """Items of its lists that were broken, by field and position."""

    @property
    def name(self) -> str:
        """Its key, which is its name."""
        return str(self.path[-1])

    def items(self, name: str) -> Iterator[tuple[SpecPath, SpecModel]]:
        """The sound items of the list `name` with their paths as written."""
        kept = getattr(self.model, name)
        positions = (i for i in range(len(kept) + len(self.dropped)) if (name, i) not in self.dropped)
        for position, item in zip(positions, kept, strict=False):
            yield (*self.path, name, position), item


class Parsed:
    """The sound entries of a spec by kind and name, and the names of the broken ones."""

    __slots__ = ("broken", "entries", "in_part", "top", "unread")

    def __init__(self) -> None:
        self.top: Top | None = None
        self.entries: dict[str, dict[str, Entry[SpecModel]]] = {}
        self.broken: dict[tuple[str, str], SpecPath] = {}
        """Kind and name of each entry that could not be read, and where it stands."""
        self.in_part: dict[tuple[str, str], Entry[SpecModel]] = {}
        """Those of the broken ones that would be sound without some of their keys."""
        self.unread: set[str] = set()
        """Kinds of which no name can be said to be unknown, since a section that holds them could not be read."""

    def of(self, kind: Kind[M]) -> dict[str, Entry[M]]:
        """The sound entries of one kind."""
        return cast("dict[str, Entry[M]]", self.entries.get(kind.word, {}))
