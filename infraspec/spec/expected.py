"""What a field takes, and what stands there instead, in words: the kinds and the bounds of pydantic's errors."""

from collections.abc import Sequence
from typing import Any

from infraspec.spec.mending import word_for
from infraspec.spec.refusal import shown

_KINDS = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "list_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
}
_BOUNDS = {
    "greater_than_equal": ("ge", "{} or more"),
    "less_than_equal": ("le", "{} or less"),
    "greater_than": ("gt", "more than {}"),
    "less_than": ("lt", "less than {}"),
    "string_too_short": ("min_length", "at least {} character{s}"),
    "string_too_long": ("max_length", "at most {} character{s}"),
    "too_short": ("min_length", "at least {} item{s}"),
    "too_long": ("max_length", "at most {} item{s}"),
}
_SIZED = frozenset({"string_too_short", "string_too_long", "too_short", "too_long"})
_UNQUOTED = frozenset({"int_type", "float_type", "bool_type"})


def expected(kind: str, context: dict[str, Any], value: object) -> tuple[str, str]:
    """What a field takes; and where it takes a few words, which to write."""
    if kind in _BOUNDS:
        name, phrase = _BOUNDS[kind]
        bound = context[name]
        return phrase.format(f"{bound:,}" if isinstance(bound, int) else bound, s="" if bound == 1 else "s"), ""
    if kind == "literal_error":
        allowed = [item.strip(" '") for item in str(context["expected"]).replace(" or ", ", ").split(", ")]
        meant = word_for(value, allowed)
        return _one_of([f"`{item}`" for item in allowed]), f"write `{meant}`" if meant else ""
    return _KINDS.get(kind, "another value"), ""


def _one_of(names: Sequence[str]) -> str:
    """A choice: all of few names, or five of many and a count."""
    listed = [*names[:5], f"{len(names) - 5} more"] if len(names) > 6 else list(names)
    return " or ".join([", ".join(listed[:-1]), listed[-1]] if len(listed) > 1 else listed)


def but(kind: str, value: object) -> str:
    """What stands there instead."""
    if kind in _SIZED and isinstance(value, str | list | dict):
        return f"not {len(value):,}" if value else "but is empty"
    return f"not the text {shown(value)}" if kind in _UNQUOTED and isinstance(value, str) else f"not {shown(value)}"
