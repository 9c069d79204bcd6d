"""Edits of a spec as edits of its text: exact spans, so that comments, quotes, order and blank lines stay."""

import re
from collections.abc import Iterable

from infraspec.diagnostic import Edit, How, Span, SpanEdit, SpecPath
from infraspec.source.adding import added
from infraspec.source.files import Files
from infraspec.source.located import Document
from infraspec.source.place import Place, find, replaced
from infraspec.source.removing import removed
from infraspec.source.scalars import hazard, plain_value

_ENTRY = re.compile(r"""(?:"[^"]*"|'[^']*'|[^\s"'{\[][^\s{\[]*):(?:\s|\Z)""")
"""How text begins that is an entry, and not an item."""
_NOT_PLAIN = re.compile(r"""[\s\-?:,\[\]{}#&*!|>'"%@`]|.*(?:: |:\Z| #|[,\[\]{}\n])|\Z""")


def in_characters(edits: Iterable[Edit], document: Document | None, files: Files) -> tuple[SpanEdit, ...] | None:
    """The edits as spans of the files that they change; None where one of them has no place of its own.

    Without a document only edits of characters have a place.
    """
    made = [_in_characters(edit, document, files) for edit in edits]
    return None if any(one is None for one in made) else tuple(one for one in made if one is not None)


def quoted(text: str) -> str:
    """Text as a scalar: in quotes only where it would not be read as this text without."""
    if _NOT_PLAIN.match(text) or plain_value(text) is not text or hazard(text) or not text.isprintable():
        import json  # noqa: PLC0415 - seldom is a name no plain text

        return json.dumps(text, ensure_ascii=False)
    return text


def _in_characters(edit: Edit, document: Document | None, files: Files) -> SpanEdit | None:
    if isinstance(edit.at, Span):
        file, local = files.local(edit.at)
        return SpanEdit(file.name, local, edit.text)
    if document is None:
        return None
    if edit.how is How.ADD:
        return _added(edit.at, edit.text, document)
    place = find(document, edit.at)
    if place is None:
        is_new = edit.how is How.REPLACE and _is_missing(document, edit.at)
        return _added(edit.at[:-1], f"{quoted(str(edit.at[-1]))}: {edit.text}", document) if is_new else None
    if edit.how is How.RENAME:
        return _renamed(place, edit.text)
    if edit.how is How.REMOVE:
        holder = find(document, edit.at[:-1]) if edit.at else None
        return removed(holder, place) if holder is not None else None
    return replaced(place, edit.text)


def _added(at: SpecPath, text: str, document: Document) -> SpanEdit | None:
    """An entry or item at the end of what stands at `at`; where nothing stands, what should is made."""
    place = find(document, at)
    if place is not None:
        return added(place, text, is_entry=is_entry(text))
    if not _is_missing(document, at):
        return None
    value = f"{{{text}}}" if is_entry(text) else f"[{text}]"
    return _added(at[:-1], f"{quoted(str(at[-1]))}: {value}", document)


def _is_missing(document: Document, path: SpecPath) -> bool:
    """Whether nothing stands at a path where an entry of a mapping may: neither here nor by an alias."""
    if not path or not isinstance(path[-1], str):
        return False
    holder = find(document, path[:-1])
    if holder is None:
        return _is_missing(document, path[:-1])
    children = holder.here.children
    return children is None or (isinstance(children, dict) and path[-1] not in children)


def is_entry(text: str) -> bool:
    """Whether text is `key: value`, and not an item of a list."""
    return _ENTRY.match(text) is not None


def _renamed(place: Place, name: str) -> SpanEdit | None:
    """The key becomes the name, in the quotes that it has."""
    if place.entry is None:
        return None
    start, end = place.entry.key_start, place.entry.key_end
    quote = place.text[start]
    bare = name[1:-1] if name[:1] == name[-1:] == '"' else name
    return SpanEdit(place.file.name, Span(start, end), f"{quote}{bare}{quote}" if quote in "\"'" else name)
