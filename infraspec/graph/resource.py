"""What every node of the graph is: a thing that AWS holds, with typed edges to others."""

import dataclasses
import re
from collections.abc import Iterator
from typing import Any, ClassVar, Generic, NamedTuple, TypeVar, dataclass_transform

from infraspec.diagnostic import SpecPath

T = TypeVar("T", bound="Resource")
C = TypeVar("C")

Tags = tuple[tuple[str, str], ...]
"""Pairs sorted by key."""


class Ref(NamedTuple, Generic[T]):
    """The address of a node: its kind, and a key made of names and content, never of a position."""

    kind: str
    key: str


def ref(kind: type[T], key: str) -> Ref[T]:
    """The address of the node of `kind` that has this key."""
    return Ref(kind.__name__, key)


@dataclass_transform(frozen_default=True, kw_only_default=True, eq_default=False)
def node(kind: type[C]) -> type[C]:
    """The decorator of every kind of node: a dataclass that the type checker holds to be frozen.

    It is not frozen while it runs, and has no comparison of its own: each kind would take twice as long to define and
    each node to make, and a short run does little else.
    """
    return dataclasses.dataclass(slots=True, kw_only=True, eq=False, repr=False, match_args=False)(kind)


@node
class Resource:
    """A thing that AWS holds. Nodes have the grain and the field names of the AWS API."""

    key: str
    """What the address is made of beside the kind; the entry's name where there is one."""
    origin: SpecPath
    """The entry of the spec that it comes from."""
    existing: str | None = None
    """AWS's identifier of a thing that is not managed here: it is referred to, and never emitted."""
    depends_on: "tuple[Ref[Any], ...]" = ()
    """What must stand first although nothing here refers to it."""
    instead: ClassVar[str | None] = None
    """Of a kind for which CloudFormation has no type: what to do in its place, such as a command of the AWS CLI."""

    @property
    def address(self) -> "Ref[Any]":
        """The address that others refer to it by."""
        return Ref(type(self).__name__, self.key)

    def by_hand(self) -> str:
        """What to do in the place of a template, with this thing's own values where its kind knows them."""
        return self.instead or ""

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.key}>"


def builder(kind: type[Resource]) -> tuple[str, str]:
    """The room of both backends that emits a kind of node, and its function there: rooms and names are the same."""
    return kind.__module__.rpartition(".")[2], re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()


def references(node: Resource) -> Iterator["Ref[Any]"]:
    """Every address that a node names, in the order of its fields."""
    for item in dataclasses.fields(node):
        yield from _refs(getattr(node, item.name))


def _refs(value: object) -> Iterator["Ref[Any]"]:
    if isinstance(value, Ref):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _refs(item)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for item in dataclasses.fields(value):
            yield from _refs(getattr(value, item.name))
