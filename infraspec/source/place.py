"""A value of a text that may be edited, and its characters replaced."""

from typing import NamedTuple

from infraspec.diagnostic import Span, SpanEdit, SpecPath
from infraspec.source.extent import end_of, has_comment, is_flow, own_start
from infraspec.source.files import File
from infraspec.source.located import Child, Document, Located


class Place(NamedTuple):
    """A value of one file, in that file's own offsets, and the entry that holds it."""

    file: File
    here: Located
    entry: Child | None
    """The entry whose value it is; None for an item of a list, and for the whole text."""

    @property
    def text(self) -> str:
        """The text that it stands in."""
        return self.file.text


def find(document: Document, path: SpecPath) -> Place | None:
    """What stands at a path and is written there.

    None for what is missing, for what an alias or a variable brought in, and for a mapping whose entries stand in
    several files.
    """
    here, entry = document.root, None
    for part in path:
        child: Child | Located | None = None
        if isinstance(here.children, dict):
            child = here.children.get(str(part))
        elif isinstance(here.children, list) and isinstance(part, int) and part < len(here.children):
            item = here.children[part]
            child = item if here.start <= item.start <= here.end else None  # an alias as an item stands elsewhere
        elif here.children is None and part == 0:
            continue  # one value where a list may stand
        if child is None or (isinstance(child, Child) and child.via is not None):
            return None
        here, entry = (child.value, child) if isinstance(child, Child) else (child, None)
    if here.start in document.uses or here.start in document.unread or _is_of_several_files(here):
        return None
    file = document.files.at(here.start)
    return Place(file, _local(here, file.base), _local_entry(entry, file.base) if entry else None)


def _is_of_several_files(here: Located) -> bool:
    """Whether entries of a mapping stand outside of it that no alias brought in."""
    inside = here.children.values() if isinstance(here.children, dict) else ()
    return any(child.via is None and not here.start <= child.key_start <= here.end for child in inside)


def _local(here: Located, base: int) -> Located:
    """A value in the offsets of its own file."""
    if not base:
        return here
    children = here.children
    if isinstance(children, dict):
        moved: dict[str, Child] | list[Located] | None = {
            key: _local_entry(child, base) for key, child in children.items()
        }
    else:
        moved = [_local(item, base) for item in children] if children is not None else None
    return Located(here.start - base, here.end - base, moved)


def _local_entry(child: Child, base: int) -> Child:
    via = Span(child.via.start - base, child.via.end - base) if child.via is not None else None
    return Child(child.key_start - base, child.key_end - base, _local(child.value, base), via)


def replaced(place: Place, text: str) -> SpanEdit | None:
    """The value's own characters become the text; one whose comments would be lost stays."""
    here = place.here
    start = own_start(place.text, here)
    end = end_of(place.text, here)
    if end is None or has_comment(place.text, start, end, here):
        return None
    is_block = here.children is not None and not is_flow(place.text, here)
    if is_block and place.entry is not None and "\n" in place.text[place.entry.key_end : start].replace("\r", "\n"):
        first = _behind_colon(place)
        return None if first is None else SpanEdit(place.file.name, Span(first, end), f" {text}")
    lead = " " if start >= end and place.text[start - 1 : start] not in (" ", "") else ""
    return SpanEdit(place.file.name, Span(start, max(start, end)), lead + text)


def _behind_colon(place: Place) -> int | None:
    """Where the value of a block's entry may start; None where more than white space stands before it."""
    assert place.entry is not None  # noqa: S101 - the caller looked
    start = place.text.index(":", place.entry.key_end) + 1
    return start if not place.text[start : own_start(place.text, place.here)].strip() else None
