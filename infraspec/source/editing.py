"""Edits of a spec as edits of its text: exact spans, so that comments, quotes, order and blank lines stay."""

from collections.abc import Iterable

from infraspec.diagnostic import Edit, How, Span, SpanEdit
from infraspec.source.located import Document


def in_characters(edits: Iterable[Edit], document: Document) -> tuple[SpanEdit, ...] | None:
    """The edits as spans of the files that they change; None where one of them has no place of its own."""
    made = [_in_characters(edit, document) for edit in edits]
    return None if any(one is None for one in made) else tuple(one for one in made if one is not None)


def _in_characters(edit: Edit, document: Document) -> SpanEdit | None:
    if isinstance(edit.at, Span):
        return _at(edit.at, edit.text, document)
    if edit.how in (How.REPLACE, How.RENAME):
        span, via = document.locate(edit.at, on_key=edit.how is How.RENAME)
        return None if via is not None else _at(span, edit.text, document)
    return None


def _at(span: Span, text: str, document: Document) -> SpanEdit:
    file, local = document.files.local(span)
    return SpanEdit(file.name, local, text)
