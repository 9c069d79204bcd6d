"""JSON as people read it: what fits on a line stands on one, what does not has a line for each part.

The standard encoder's `indent` is pure Python and gives every bracket a line; this uses its C half for each line.
"""

import json

WIDTH = 100
"""Characters of a line, its indentation not counted."""

_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode


def json_text(value: object) -> str:
    """The value as JSON, with a line break at the end. Order is kept as it is."""
    return _laid_out(value, "") + "\n"


def _laid_out(value: object, indent: str) -> str:
    if not isinstance(value, dict | list) or not value:
        return _encode(value)
    deep = indent == "" or _is_block(value)
    if not deep:
        line = _encode(value)
        if len(line) <= WIDTH:
            return line
    inner = indent + "  "
    if isinstance(value, dict):
        parts = [f"{inner}{_encode(key)}: {_laid_out(item, inner)}" for key, item in value.items()]
        return "{\n" + ",\n".join(parts) + f"\n{indent}}}"
    return "[\n" + ",\n".join(inner + _laid_out(item, inner) for item in value) + f"\n{indent}]"


def _is_block(value: dict[str, object] | list[object]) -> bool:
    """Whether a mapping holds mappings of mappings, as resources do: those are opened even when they are short."""
    return isinstance(value, dict) and any(
        isinstance(item, dict) and any(isinstance(one, dict | list) for one in item.values()) for item in value.values()
    )
