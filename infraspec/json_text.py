"""JSON as people read it: what fits on a line stands on one, what does not has a line for each part.

The standard encoder's `indent` gives every bracket a line. This writes from the inside out: each part is written once,
and whatever holds it asks only how long it became.
"""

import json
from collections.abc import Mapping, Sequence
from json.encoder import encode_basestring

WIDTH = 100
"""Characters of a line, its indentation not counted."""

_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode


def json_text(value: object) -> str:
    """The value as JSON, with a line break at the end. Order is kept as it is."""
    if value and isinstance(value, dict):
        return _opened("{}", _entries(value, "\n  "), "\n") + "\n"
    if value and isinstance(value, list):
        return _opened("[]", _items(value, "\n  "), "\n") + "\n"
    return _encode(value) + "\n"


def _laid_out(value: object, line: str) -> str:
    """A value; `line` is a line break and the indentation of the line that it begins on."""
    if value and isinstance(value, dict):
        parts = _entries(value, line + "  ")
        if _fits(parts) and not _is_block(value):
            return f"{{{', '.join(parts)}}}"
        return _opened("{}", parts, line)
    if value and isinstance(value, list):
        parts = _items(value, line + "  ")
        if _fits(parts):
            return f"[{', '.join(parts)}]"
        # A short mapping that would be opened stands on the line of a list that fits on one.
        if any("\n" in part for part in parts) and len(whole := _encode(value)) <= WIDTH:
            return whole
        return _opened("[]", parts, line)
    return _encode(value)


def _entries(value: Mapping[str, object], line: str) -> list[str]:
    # Most values are text: it is not worth a call of its own.
    return [
        f"{encode_basestring(key)}: {encode_basestring(item) if type(item) is str else _laid_out(item, line)}"
        for key, item in value.items()
    ]


def _items(value: Sequence[object], line: str) -> list[str]:
    return [encode_basestring(item) if type(item) is str else _laid_out(item, line) for item in value]


def _fits(parts: Sequence[str]) -> bool:
    """Whether these parts, between brackets and with a comma and a space between them, fit on a line."""
    return len(parts) <= WIDTH and sum(map(len, parts)) + 2 * len(parts) <= WIDTH and "\n" not in "".join(parts)


def _opened(brackets: str, parts: Sequence[str], line: str) -> str:
    """Brackets and parts, each on a line of its own."""
    return f"{brackets[0]}{line}  {f',{line}  '.join(parts)}{line}{brackets[1]}"


def _is_block(value: Mapping[str, object]) -> bool:
    """Whether a mapping holds mappings of mappings, as resources do: those are opened even when they are short."""
    return any(
        isinstance(item, dict) and any(isinstance(one, dict | list) for one in item.values()) for item in value.values()
    )
