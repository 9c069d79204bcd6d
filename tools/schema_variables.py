"""Values that a variable gives: wherever a value stands, `${name}` may stand in its place."""

from collections.abc import Iterator
from typing import Any

Schema = dict[str, Any]

SECTION = "variables"
USE: Schema = {
    "description": "A text with `${name}` in it, which the variable `name` gives its value.",
    "type": "string",
    "pattern": r"\$\{[A-Za-z_][A-Za-z0-9_-]*\}",
}
_REFERENCE = {"$ref": "#/definitions/VariableUse"}
_FIXED = ("version", "include", SECTION)
"""What is read before there are variables."""
_SAID = ("description", "markdownDescription", "default", "examples")


def add_variables(schema: Schema) -> None:
    """Let every value of a spec be one that a variable gives, if the language has variables."""
    if SECTION not in schema["properties"]:
        return
    fixed = {name: schema["properties"][name] for name in _FIXED if name in schema["properties"]}
    of_variables = fixed[SECTION]["additionalProperties"]["$ref"].rpartition("/")[2]
    for field in [one for name, one in schema["properties"].items() if name not in fixed]:
        _vary(field)
    for name, definition in schema["definitions"].items():
        if name != of_variables:
            _within(definition)
    schema["definitions"] = dict(sorted({**schema["definitions"], "VariableUse": USE}.items()))


def _within(schema: Schema) -> None:
    """Vary what stands inside a schema."""
    for one in [*schema.get("anyOf", ()), *schema.get("allOf", ())]:
        _within(one)
    for one in _values(schema):
        _vary(one)


def _values(schema: Schema) -> Iterator[Schema]:
    """The schemas of values that a mapping or a list holds."""
    yield from schema.get("properties", {}).values()
    yield from (schema[key] for key in ("additionalProperties", "items") if isinstance(schema.get(key), dict))


def _vary(schema: Schema) -> None:
    """Let a value be given by a variable, where it could not be text."""
    _within(schema)
    branches = schema.get("anyOf")
    if branches is not None:
        if not any(_is_text(one) for one in branches):
            branches.append(_REFERENCE)
    elif schema.get("type") not in (None, "object") and not _is_text(schema):
        alone = {key: schema.pop(key) for key in list(schema) if key not in _SAID}
        schema["anyOf"] = [alone, _REFERENCE]


def _is_text(schema: Schema) -> bool:
    """Whether a schema takes any text."""
    return "string" in schema.get("type", "") and "enum" not in schema and "pattern" not in schema
