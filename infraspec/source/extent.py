"""How far a value reaches in the text: a parser ends a block only where the next one begins, comments and all."""

import re
from collections.abc import Iterator

from infraspec.source.located import Child, Located

_PROPERTIES = re.compile(r"(?:[&!][^\s,\[\]{}]*(?:[ \t]+|(?=[\r\n])[ \t\r\n]+))*")
_MERGED = re.compile(r"<<[ \t]*:[ \t]*(?:\*[^\s,\]}]+|\[[^\]]*\])")
_REST_OF_LINE = re.compile(r"[^\r\n]*")
_LINE_END = re.compile(r"\r\n|\n|\r")


def own_start(text: str, here: Located) -> int:
    """Where a value starts, behind its anchor and tag."""
    found = _PROPERTIES.match(text, here.start, here.end)
    return found.end() if found else here.start


def is_flow(text: str, here: Located) -> bool:
    """Whether a list or mapping is written in brackets."""
    return text[own_start(text, here) : own_start(text, here) + 1] in ("[", "{")


def end_of(text: str, here: Located) -> int | None:
    """Where what a value says ends; None where an alias hides that."""
    if here.children is None or is_flow(text, here):
        return here.start + len(text[here.start : here.end].rstrip())
    if isinstance(here.children, dict):
        ends = [end_of_entry(text, child) for child in here.children.values()]
    else:
        ends = [end_of(text, item) if here.start <= item.start <= here.end else None for item in here.children]
    known = [end for end in ends if end is not None]
    return max(known, default=None) if len(known) == len(ends) else None


def end_of_entry(text: str, child: Child) -> int | None:
    """Where what an entry says ends."""
    if child.via is not None:
        found = _MERGED.match(text, child.via.start)
        return found.end() if found else child.via.end
    return end_of(text, child.value)


def start_of_entry(text: str, child: Child) -> int:
    """Where an entry starts: at its key, or at the `<<` that brought it in."""
    is_merged = child.via is not None and text.startswith("<<", child.via.start)
    return child.via.start if child.via is not None and is_merged else child.key_start


def starts(text: str, here: Located) -> list[int] | None:
    """Where each entry or item that is written in a list or mapping starts, in order; None where it cannot be known."""
    if isinstance(here.children, dict):
        return sorted({start_of_entry(text, child) for child in here.children.values()})
    places = [item.start for item in here.children or ()]
    if any(not here.start <= place <= here.end for place in places):
        return None
    return places if is_flow(text, here) else [text.rfind("-", 0, place) for place in places]


def end_of_line(text: str, at: int) -> int:
    """Where the line that `at` stands in ends, its line end not counted."""
    found = _REST_OF_LINE.match(text, at)
    return found.end() if found else at


def past_line_end(text: str, at: int) -> int:
    """Where the next line starts, if `at` is the end of one."""
    found = _LINE_END.match(text, at)
    return found.end() if found else at


def line_end_of(text: str) -> str:
    """How the text ends its lines."""
    found = _LINE_END.search(text)
    return found.group() if found else "\n"


def has_comment(text: str, start: int, end: int, here: Located) -> bool:
    """Whether a comment stands between the characters of a value and its parts."""
    at = start
    for first, last in sorted(_scalars(text, here)):
        if "#" in text[at : max(at, min(first, end))]:
            return True
        at = max(at, last)
    return "#" in text[at:end]


def _scalars(text: str, here: Located) -> Iterator[tuple[int, int]]:
    """The characters of every key and scalar of a value."""
    if here.children is None:
        yield here.start, here.end
    elif isinstance(here.children, dict):
        for child in here.children.values():
            yield child.key_start, child.key_end
            if child.via is None:
                yield from _scalars(text, child.value)
    else:
        for item in here.children:
            yield from _scalars(text, item)
