"""What a parser complains of, and the finding that it becomes."""

from dataclasses import replace
from typing import NamedTuple

from infraspec.diagnostic import Edit, Finding, Related, Span, fix
from infraspec.source.problems import NOT_YAML


class Complaint(NamedTuple):
    """A parser's error: its two phrases in lower case, and the places that they speak of."""

    problem: str
    context: str
    at: int
    since: int | None
    """Where the thing started that could not be finished."""


def finding(at: Span, message: str, help_: str, label: str = "", related: tuple[Related, ...] = ()) -> Finding:
    """A text that is not YAML at these characters."""
    return Finding(problem=NOT_YAML, at=at, message=message, help=help_, label=label, related=related)


def mended(found: Finding, at: int, end: int, text: str) -> Finding:
    """A finding that is mended by other characters."""
    return replace(found, fixes=fix(found.help, Edit(Span(at, end), text)))
