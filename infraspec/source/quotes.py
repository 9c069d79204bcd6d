"""Quotes that are opened on one line and closed on another by what was to open the next."""

import yaml

from infraspec.diagnostic import Span
from infraspec.source.lines import line_start

_MOST = 64 * 1024
"""Characters that are looked through: a spec of people's own writing, and no more than a moment's work."""


def opened_above(text: str, at: int) -> Span | None:
    """The opening quote of a value that starts in a line above that of `at`, and ends in it, before it."""
    line = line_start(text, at)
    if at > _MOST or not {"'", '"'} & set(text[line:at]):
        return None
    last: yaml.ScalarToken | None = None
    try:
        for token in yaml.scan(text[:at], yaml.SafeLoader):
            last = token if isinstance(token, yaml.ScalarToken) else last
    except yaml.YAMLError:
        pass  # what is wrong there is what is asked about
    if last is None or last.style not in ("'", '"') or last.end_mark.index <= line <= last.start_mark.index:
        return None
    start, end = last.start_mark.index, last.end_mark.index
    return Span(start, start + 1) if start < line < end else None
