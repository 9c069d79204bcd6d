"""Adding an entry or an item to what stands in a text."""

import re

from infraspec.diagnostic import Span, SpanEdit
from infraspec.source.extent import end_of, end_of_entry, end_of_line, is_flow, line_end_of, own_start, starts
from infraspec.source.lines import line_start
from infraspec.source.located import Located
from infraspec.source.place import Place, replaced

_PLAIN_ITEM = re.compile(r"""[^,\[\]{}#\r\n"'|>&*!][^,\[\]{}#\r\n]*\Z|"[^"\r\n]*"\Z|'[^'\r\n]*'\Z""")
"""A scalar that can stand between brackets as it is."""
_CLOSING = {"[": "]", "{": "}"}


def added(place: Place, text: str, *, is_entry: bool) -> SpanEdit | None:
    """The text at the end of a mapping or list; one value, or none, becomes a list or mapping with it."""
    here = place.here
    if here.children is None:
        return _to_a_scalar(place, text, is_entry=is_entry)
    if isinstance(here.children, dict) is not is_entry:
        return None
    if is_flow(place.text, here):
        return _to_a_flow(place, text)
    return _to_a_block(place, text)


def _to_a_scalar(place: Place, text: str, *, is_entry: bool) -> SpanEdit | None:
    """`web` becomes `[web, text]`, and nothing becomes `[text]`."""
    written = place.text[own_start(place.text, place.here) : place.here.end].rstrip()
    if written in ("", "~", "null"):
        return replaced(place, f"{{{text}}}" if is_entry else f"[{text}]")
    if is_entry or not _PLAIN_ITEM.match(written):
        return None
    return replaced(place, f"[{written}, {text}]")


def _to_a_flow(place: Place, text: str) -> SpanEdit | None:
    """Behind the last of what the brackets hold."""
    whole, here = place.text, place.here
    start = own_start(whole, here)
    end = here.end - 1
    if whole[end : end + 1] != _CLOSING.get(whole[start]):
        return None
    if not here.children:
        return SpanEdit(place.file.name, Span(start + 1, start + 1), text)
    last = _last_end(whole, here)
    if last is None:
        return None
    if (comma := _comma(whole, last, end)) is not None:
        return SpanEdit(place.file.name, Span(comma + 1, comma + 1), f" {text}")
    return SpanEdit(place.file.name, Span(last, last), f", {text}")


def _comma(text: str, start: int, end: int) -> int | None:
    """The comma that stands behind the last item, if one does."""
    found = re.compile(r"(?:\s+|#[^\r\n]*)*,").match(text, start, end)
    return found.end() - 1 if found else None


def _last_end(text: str, here: Located) -> int | None:
    """Where the last entry or item ends."""
    if isinstance(here.children, dict):
        ends = [end_of_entry(text, child) for child in here.children.values()]
    else:
        ends = [end_of(text, item) for item in here.children or ()] if starts(text, here) is not None else [None]
    known = [end for end in ends if end is not None]
    return max(known) if len(known) == len(ends) else None


def _to_a_block(place: Place, text: str) -> SpanEdit | None:
    """On a line of its own below the last, indented as the first is."""
    whole = place.text
    places, end = starts(whole, place.here), end_of(whole, place.here)
    if not places or end is None:
        return None
    before = whole[line_start(whole, places[0]) : places[0]]
    if before.strip(" -"):
        return None  # `key: &anchor value` of an odd form, or one pair between brackets
    dash = "- " if isinstance(place.here.children, list) else ""
    at = end_of_line(whole, end)
    if whole[end:at].strip() and not whole[end:at].lstrip().startswith("#"):
        return None
    return SpanEdit(place.file.name, Span(at, at), f"{line_end_of(whole)}{' ' * len(before)}{dash}{text}")
