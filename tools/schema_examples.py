"""Examples for the fields of a schema, taken from specs that are right: what people write is what is shown."""

import json
from collections.abc import Iterable, Iterator
from functools import reduce
from typing import Any

Schema = dict[str, Any]
_MOST = 3
_LONGEST = 160
"""Characters of a mapping or list that is shown, as JSON."""

_OF_TYPE = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "array": list,
    "object": dict,
}


def add_examples(schema: Schema, *several: Iterable[object]) -> None:
    """Give every field the values that specs have for it, those of the first specs that have any.

    A field that none of them has gets a value that its type allows.
    """
    counts = [_counted(schema, specs) for specs in several]
    for field in _fields(schema):
        found = next((counted[id(field)] for counted in counts if id(field) in counted), {})
        field["examples"] = _chosen(found) or field.get("examples") or _made(schema, field)


def _counted(schema: Schema, specs: Iterable[object]) -> dict[int, dict[str, Any]]:
    """How often each value stands in each field, by the identity of the field's schema."""
    seen: dict[int, dict[str, Any]] = {}
    for spec in specs:
        for field, value in _written(schema, schema, spec):
            counted = seen.setdefault(id(field), {})
            key = json.dumps(value, ensure_ascii=False)
            counted[key] = (counted.get(key, (0, value))[0] + 1, value)
    return seen


def _fields(schema: Any) -> Iterator[Schema]:
    """Every schema of a field."""
    if isinstance(schema, dict):
        yield from schema["properties"].values() if isinstance(schema.get("properties"), dict) else ()
        for key, one in schema.items():
            if key != "examples":
                yield from _fields(one)
    elif isinstance(schema, list):
        for one in schema:
            yield from _fields(one)


def _written(root: Schema, schema: Schema, value: object) -> Iterator[tuple[Schema, object]]:
    """Each field that a value has, with what stands there."""
    for one in _branches(root, schema, value):
        if isinstance(value, dict):
            known, others = one.get("properties", {}), one.get("additionalProperties")
            for key, item in value.items():
                inside = known.get(key) or (others if isinstance(others, dict) else None)
                if key in known:
                    yield known[key], item
                if inside is not None:
                    yield from _written(root, inside, item)
        elif isinstance(value, list) and isinstance(one.get("items"), dict):
            for item in value:
                yield from _written(root, one["items"], item)


def _at(root: Schema, pointer: str) -> Schema:
    """What a reference within the schema leads to."""
    return reduce(lambda here, step: here[step], pointer.removeprefix("#/").split("/"), root)


def _branches(root: Schema, schema: Schema, value: object) -> Iterator[Schema]:
    """The parts of a schema that a value may be meant for."""
    if "$ref" in schema:
        yield from _branches(root, _at(root, schema["$ref"]), value)
        return
    several = [*schema.get("anyOf", ()), *schema.get("allOf", ())]
    for one in several:
        yield from _branches(root, one, value)
    if not several and _is_of(schema.get("type"), value) and _has_keys(schema, value):
        yield schema


def _is_of(types: str | list[str] | None, value: object) -> bool:
    named = [types] if isinstance(types, str) else types or []
    return any(isinstance(value, _OF_TYPE[one]) and (one == "boolean") == isinstance(value, bool) for one in named)


def _has_keys(schema: Schema, value: object) -> bool:
    """Whether a mapping has no key that the schema refuses."""
    if not isinstance(value, dict) or schema.get("additionalProperties") is not False:
        return True
    return all(key in schema.get("properties", {}) for key in value)


def _chosen(counted: dict[str, Any]) -> list[object]:
    """The values that are written most, the shorter first where two are written alike; nothing empty or long."""
    plain = [key for key, (_, value) in counted.items() if not isinstance(value, dict | list)]
    short = [key for key in counted if len(key) <= _LONGEST and counted[key][1]]
    found = sorted(plain or short or counted, key=lambda key: (-counted[key][0], len(key), key))
    return [counted[key][1] for key in found[:_MOST]]


def pointed(root: Schema, reference: str) -> Schema:
    """What a reference leads to."""
    here: Any = root
    for step in reference.removeprefix("#/").split("/"):
        here = here[step]
    return dict(here)


def _made(root: Schema, field: Schema) -> list[object]:
    """A value that the field's type allows, where no spec has one."""
    if "default" in field:
        return [field["default"]]
    for one in [field, *field.get("anyOf", ()), *field.get("allOf", ())]:
        here = pointed(root, one["$ref"]) if "$ref" in one else one
        if "enum" in here:
            return list(here["enum"][:_MOST])
        made = {
            "string": "x" * here.get("minLength", 0),
            "integer": here.get("minimum", 1),
            "number": here.get("minimum", 1),
            "boolean": True,
            "array": [],
            "object": {},
        }
        if here.get("type") in made and not (here["type"] == "string" and "pattern" in here):
            return [made[here["type"]]]
    return []
