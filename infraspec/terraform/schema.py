"""Arguments against the provider's table: their names, what each takes, and what a block must have."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from infraspec.diagnostic import Finding
from infraspec.graph.overrides import Place, missing, unknown_property, wrong_value
from infraspec.terraform.expressions import is_expression

_SAID: Final = {"string": "text", "number": "a number", "boolean": "true or false"}
Arguments = Mapping[str, Mapping[str, Any]]


def wrong_arguments(place: Place, written: Mapping[str, Any], base: Any, known: Arguments) -> Iterator[Finding]:
    """What is wrong with arguments that are merged into `base`; `known` are those that there are."""
    for name, value in written.items():
        if name not in known:
            yield unknown_property(place, name, known, "argument")
        else:
            inside = base.get(name) if isinstance(base, Mapping) else None
            yield from _wrong(place, name, value, inside, known[name]["type"])


def _wrong(place: Place, name: str | None, value: Any, base: Any, kind: Any) -> Iterator[Finding]:
    """What is wrong with the value of an argument, or of an item of a list where it has no name."""
    inside = place.inside(name) if name is not None else place
    if is_expression(value):
        return
    if said := _other_than(kind, value):
        yield wrong_value(place, name, said, value)
    elif block := _block(kind, value):
        yield from _wrong_block(inside, value, base, block)
    elif isinstance(value, list):
        for position, item in enumerate(value):
            yield from _wrong(inside.item(position), None, item, None, kind["array"])
    elif isinstance(value, dict) and "map" in kind:
        for key, item in value.items():
            yield from _wrong(inside, key, item, None, kind["map"])


def _other_than(kind: Any, value: Any) -> str:
    """What a kind takes, in words, where a value is something else."""
    if isinstance(kind, str):
        return "" if _is(value, kind) else _SAID[kind]
    if "array" in kind and not _block(kind, value):
        return "" if isinstance(value, list) else "a list"
    return "" if isinstance(value, dict) else "a mapping"


def _block(kind: Any, value: Any) -> Arguments | None:
    """The arguments of the block that a mapping is, which may stand without its list."""
    inner = kind.get("array", kind) if isinstance(kind, dict) and isinstance(value, dict) else None
    return inner.get("block") if isinstance(inner, dict) else None


def _wrong_block(place: Place, value: Mapping[str, Any], base: Any, known: Arguments) -> Iterator[Finding]:
    single = base[0] if isinstance(base, list) and len(base) == 1 else base
    yield from wrong_arguments(place, value, single, known)
    written = {*value, *(single if isinstance(single, dict) else ())}
    for name, one in known.items():
        if one["required"] and name not in written:
            yield missing(place, name, "argument")


def _is(value: Any, kind: str) -> bool:
    """Whether a value is of a kind; Terraform makes text of numbers and of truth, but not the other way round."""
    if kind == "string":
        return isinstance(value, str | int | float)
    if kind == "boolean":
        return isinstance(value, bool)
    return isinstance(value, int | float) and not isinstance(value, bool)
