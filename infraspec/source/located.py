"""Plain data, and beside it the characters of each part of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from infraspec.diagnostic import Span, SpecPath
from infraspec.source.files import Files

Data = dict[str, "Data"] | list["Data"] | str | int | float | bool | None


class Located(NamedTuple):
    """The characters of one value, and of what it holds."""

    start: int
    end: int
    children: "dict[str, Child] | list[Located] | None"


class Child(NamedTuple):
    """An entry of a mapping: its key, its value, and the `<<` or `*alias` that brought it here, if any."""

    key_start: int
    key_end: int
    value: Located
    via: Span | None


class Use(NamedTuple):
    """A variable that stands in a scalar."""

    variable: str
    span: Span
    """The characters of `${name}`, or of the whole scalar where they cannot be told apart."""
    default: Span | None
    """Where the value is written that it took."""
    note: str
    """What to say of a value that no file holds."""


def shifted(where: Located, by: int) -> Located:
    """The characters of a value in a text that starts behind others."""
    inside = where.children
    if isinstance(inside, dict):
        inside = {key: _shifted_child(child, by) for key, child in inside.items()}
    elif isinstance(inside, list):
        inside = [shifted(one, by) for one in inside]
    return Located(where.start + by, where.end + by, inside)


def _shifted_child(child: Child, by: int) -> Child:
    via = None if child.via is None else Span(child.via.start + by, child.via.end + by)
    return Child(child.key_start + by, child.key_end + by, shifted(child.value, by), via)


@dataclass(frozen=True, slots=True)
class Document:
    """A spec as plain data, and where each part of it stands."""

    files: Files
    data: Data
    root: Located
    values: int = 0
    """How many values it holds, each use of an alias counted."""
    is_whole: bool = True
    """Whether every file that it is made of could be read: of what is in the others nothing is known."""
    uses: Mapping[int, tuple[Use, ...]] = field(default_factory=dict)
    """The variables in a scalar, by where it starts."""
    unread: frozenset[int] = frozenset()
    """Where the scalars start that a variable should have brought a value, and did not."""

    def locate(self, path: SpecPath, *, on_key: bool = False) -> tuple[Span, Span | None]:
        """The characters of what `path` leads to, and the place that brought them in if they stand elsewhere.

        A path to something missing leads to the nearest entry that should hold it. A scalar that a variable brought
        its value is its own such place.
        """
        here, key, via = self.root, None, None
        for part in path:
            child: Child | Located | None
            if isinstance(here.children, dict):
                child = here.children.get(str(part))
            elif isinstance(here.children, list) and isinstance(part, int) and part < len(here.children):
                child = here.children[part]
            elif here.children is None and part == 0:
                continue  # one value where a list may stand
            else:
                child = None
            if child is None:
                on_key = True
                break
            if isinstance(child, Child):
                here, key, via = child.value, Span(child.key_start, child.key_end), child.via or via
            else:
                here, key = child, None
        if key is not None and (on_key or here.children is not None or here.start == here.end):
            return key, via
        if here.start in self.uses and here.start < here.end:
            uses = self.uses[here.start]
            span = uses[0].span if len(uses) == 1 else Span(here.start, self._end_of(here))
            return span, Span(here.start, here.end)
        return Span(here.start, self._end_of(here)), via

    def _end_of(self, here: Located) -> int:
        """Where to stop underlining: what spans lines shows its first line only."""
        file, span = self.files.local(Span(here.start, here.end))
        ends = (file.text.find(line_end, span.start, span.end) for line_end in "\r\n")
        end = min((end for end in ends if end >= 0), default=span.end)
        return max(min(here.start + 1, here.end), here.start + len(file.text[span.start : end].rstrip()))
