"""Removing an entry or an item of what stands in a text."""

from infraspec.diagnostic import Span, SpanEdit
from infraspec.source.extent import end_of, end_of_entry, end_of_line, is_flow, past_line_end, starts
from infraspec.source.lines import line_start
from infraspec.source.located import Located
from infraspec.source.place import Place, replaced


def removed(holder: Place, place: Place) -> SpanEdit | None:
    """The entry or item that `place` is of `holder`, with its line or its comma; None where it cannot go alone."""
    text, here = holder.text, holder.here
    places = starts(text, here)
    if here.children is None or places is None or holder.file is not place.file:
        return None
    if len(places) == 1:
        return replaced(holder, "{}" if isinstance(here.children, dict) else "[]")
    if place.entry is not None:
        start, end = place.entry.key_start, end_of_entry(text, place.entry)
    else:
        start = place.here.start if is_flow(text, here) else text.rfind("-", 0, place.here.start)
        end = end_of(text, place.here)
    if end is None or start not in places:
        return None
    span = _of_flow(text, here, start, end) if is_flow(text, here) else _of_block(text, places, start, end)
    return SpanEdit(holder.file.name, span, "") if span is not None else None


def _of_flow(text: str, here: Located, start: int, end: int) -> Span | None:
    """One of several between brackets, with its comma."""
    places = starts(text, here) or []
    position = places.index(start)
    if position + 1 < len(places):
        following = places[position + 1]
        return None if "#" in text[end:following] else Span(start, following)
    before = _end_before(text, here, start)
    return None if before is None or "#" in text[before:start] else Span(before, end)


def _end_before(text: str, here: Located, at: int) -> int | None:
    """Where the last of what stands before `at` ends."""
    if isinstance(here.children, dict):
        ends = [end_of_entry(text, child) for child in here.children.values()]
    else:
        ends = [end_of(text, item) for item in here.children or ()]
    return max((end for end in ends if end is not None and end < at), default=None)


def _of_block(text: str, places: list[int], start: int, end: int) -> Span | None:
    """One of several lines: the whole line, unless it begins with what stays."""
    first, last = line_start(text, start), end_of_line(text, end)
    if text[first:start].strip():
        following = next((place for place in places if place > start), None)
        is_plain = following is not None and not text[last:following].strip()
        return Span(start, following) if following is not None and is_plain else None
    past = past_line_end(text, last)
    if past > last or first == 0:
        return Span(first, past)
    return Span(_end_of_line_above(text, first), last)


def _end_of_line_above(text: str, at: int) -> int:
    """The end of the line before the one that starts at `at`."""
    return at - 2 if text[at - 2 : at] == "\r\n" else at - 1
