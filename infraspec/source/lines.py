"""Words and lines of a text, by a place in it."""

import re

from infraspec.diagnostic import Span


def line_start(text: str, at: int) -> int:
    """Where the line that `at` stands in starts."""
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def line_at(text: str, at: int) -> str:
    """The line that `at` stands in, without its end."""
    start = line_start(text, at)
    ends = [end for end in (text.find("\n", at), text.find("\r", at)) if end >= 0]
    return text[start : min(ends, default=len(text))]


def character(text: str, at: int) -> Span:
    """One character, or none where a line or the text ends."""
    return Span(at, at + 1 if at < len(text) and text[at] not in "\r\n" else at)


def rest_of_line(text: str, at: int) -> Span:
    """From `at` to the end of what its line says."""
    start = line_start(text, at)
    return Span(at, max(at, start + len(line_at(text, at).partition(" #")[0].rstrip())))


def word(text: str, at: int) -> Span:
    """A run of characters without white space, or none where a line or the text ends."""
    found = re.compile(r"\S*").match(text, at)
    return Span(at, found.end() if found else at)


def line_above(text: str, at: int) -> Span:
    """What the nearest line above says, comments and empty lines passed over."""
    start = line_start(text, at)
    while start > 0:
        end = start - 1
        start = line_start(text, end)
        said = text[start:end].partition(" #")[0].rstrip()
        if said.strip() and not said.lstrip().startswith("#"):
            return Span(start + len(said) - len(said.lstrip()), start + len(said))
    return Span(0, 0)
