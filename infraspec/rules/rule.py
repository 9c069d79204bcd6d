"""A rule: a problem, and the pure function that finds it."""

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import NamedTuple

from infraspec.diagnostic import Finding, Problem
from infraspec.graph.graph import Graph


class Rule(NamedTuple):
    """One thing that can be wrong with a graph."""

    problem: Problem
    check: Callable[[Graph], Iterator[Finding]]
    needs_whole: bool = False
    """Whether it speaks of something that is absent: it is not asked while a part of the spec could not be read."""


class Room(NamedTuple):
    """A module of rules, and what they speak of."""

    module: str
    """Its place in `infraspec/rules/`."""
    graph: tuple[str, ...] = ()
    """Rooms of the graph of which one must hold something for its rules to find anything; none where they ask of
    all nodes. A module that has nothing to say of a spec is not read."""

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Its rules."""
        found: tuple[Rule, ...] = import_module(f"infraspec.rules.{self.module}").RULES
        return found


def every(rooms: Iterable[Room]) -> Iterator[Rule]:
    """The rules of all rooms."""
    for room in rooms:
        yield from room.rules


def concerned(rooms: Iterable[Room], graph: Graph) -> Iterator[Rule]:
    """The rules that may find something in a graph."""
    held = {type(node).__module__.rpartition(".")[2] for node in graph}
    for room in rooms:
        if not room.graph or not held.isdisjoint(room.graph):
            yield from room.rules
