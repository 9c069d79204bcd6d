"""A rule: a problem, and the pure function that finds it."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from infraspec.diagnostic import Finding, Problem
from infraspec.graph.graph import Graph


class Rule(NamedTuple):
    """One thing that can be wrong with a graph."""

    problem: Problem
    check: Callable[[Graph], Iterator[Finding]]
    needs_whole: bool = False
    """Whether it speaks of something that is absent: it is not asked while a part of the spec could not be read."""
