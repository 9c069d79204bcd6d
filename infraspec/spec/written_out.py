"""A sound spec with every shorthand and every default written out, each part with the place that says it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, NamedTuple, get_args, get_origin

from pydantic import BeforeValidator
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from infraspec.diagnostic import SpecPath
from infraspec.spec.base import SpecModel
from infraspec.spec.kinds import TOP, Kind
from infraspec.spec.reading import model_of
from infraspec.spec.templates import TEMPLATES
from infraspec.spec.tree import Node, tree
from infraspec.spec.user_data import UserData

Value = "dict[str, Part] | list[Part] | str | int | float | bool | None"


class Part(NamedTuple):
    """One value, written out."""

    value: dict[str, Part] | list[Part] | str | int | float | bool | None
    at: SpecPath | None
    """Where it is written, or what it is short for; None for a default."""


Derived = Mapping[SpecPath, tuple[Any, SpecPath | None]]
"""Values that no model knows, by the place where they could be written, and where they are instead."""


def written_out(data: Mapping[str, Any], derived: Derived) -> Part:
    """The whole spec, which is sound."""
    whole = Part(_entry(TOP, data, tree(), ()), ())
    for path, (value, at) in derived.items():
        _put_in(whole, path, Part(_plain(value, at), at))
    return whole


def _put_in(whole: Part, path: SpecPath, part: Part) -> None:
    """Add what is not written where all that it stands in is."""
    here = whole.value
    for step in path[:-1]:
        inside = here[step] if isinstance(here, dict | list) and _has(here, step) else None  # type: ignore[index]
        if inside is None:
            return
        here = inside.value
    if isinstance(here, dict) and str(path[-1]) not in here and not _said_otherwise(here, str(path[-1])):
        here[str(path[-1])] = part


def _has(here: Any, step: str | int) -> bool:
    return step in here if isinstance(here, dict) else isinstance(step, int) and step < len(here)


def _said_otherwise(entry: dict[str, Part], key: str) -> bool:
    """Whether an entry says the same by another key."""
    return key == "max_session_duration" and "max_session_hours" in entry


def _entry(kind: Kind[SpecModel], data: Mapping[str, Any], node: Node, path: SpecPath) -> dict[str, Part]:
    """The keys of an entry in the order in which they are written, its defaults, and the sections in it."""
    own = {key: value for key, value in data.items() if key not in node.sections}
    found = _fields(model_of(kind.module, kind.model), own, path)
    sections = {key: _section(data[key], node.sections[key], (*path, key)) for key in data if key in node.sections}
    return found | sections


def _section(data: Mapping[str, Any], node: Node, path: SpecPath) -> Part:
    """A section: entries by name, or sections by key."""
    if node.kind is not None:
        return Part(_entry(node.kind, data, node, path), path)
    inside = node.named
    if inside is None:
        return Part({key: _section(data[key], node.sections[key], (*path, key)) for key in data}, path)
    kind = inside.kind
    assert kind is not None  # noqa: S101 - each name in KINDS is the end of some kind's path
    entries = {name: Part(_entry(kind, value, inside, (*path, name)), (*path, name)) for name, value in data.items()}
    return Part(entries, path)


def _fields(model: type[SpecModel], data: Mapping[str, Any], path: SpecPath | None) -> dict[str, Part]:
    """The fields of a model: what is written, and behind it what is not and has a default."""
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    found = {key: _value(fields[key], value, None if path is None else (*path, key)) for key, value in data.items()}
    for key, field in fields.items():
        if key not in data and (default := _default(field)) is not None:
            found[key] = default
    return found


def _default(field: FieldInfo) -> Part | None:
    """What a field is when nobody writes it; None where that is nothing."""
    value = field.get_default(call_default_factory=True)
    if value is None or value is PydanticUndefined or value in ([], {}, ""):
        return None
    if isinstance(value, SpecModel):
        return Part(_fields(type(value), {}, None), None)
    return Part(_plain(value, None), None)


def _value(field: FieldInfo, written: Any, path: SpecPath | None) -> Part:
    """A value that is written, in its long form."""
    return _long(written, [*_before(field.metadata)], field.annotation, path)


def _before(metadata: Any) -> Iterator[BeforeValidator]:
    """What makes a short form long, in the order in which pydantic calls it: the last first."""
    return (one for one in reversed(list(metadata)) if isinstance(one, BeforeValidator))


def _long(written: Any, before: list[BeforeValidator], annotation: Any, path: SpecPath | None) -> Part:
    while get_origin(annotation) is Annotated:
        annotation, *more = get_args(annotation)
        before += _before(more)
    kinds = [one for one in get_args(annotation) if one is not type(None)]
    if get_origin(annotation) not in (list, dict) and kinds:
        # `X | None`, and the like: what is written is the first that is not nothing.
        return _long(written, before, kinds[0], path)
    value = written
    for one in before:
        value = one.func(value)  # type: ignore[call-arg] # none of ours asks for pydantic's information
    if isinstance(annotation, type) and issubclass(annotation, UserData):
        return Part(_user_data(value, path), path)
    if isinstance(annotation, type) and issubclass(annotation, SpecModel):
        return Part(_fields(annotation, value, path), path) if isinstance(value, dict) else Part(value, path)
    if isinstance(value, dict) and None in value.values():
        value = list(value) if len(value) > 1 or isinstance(written, list) else written  # names that need no mapping
        return Part(_plain(value, path), path)
    if get_origin(annotation) is list and isinstance(value, list):
        (inside,) = get_args(annotation)
        return Part([_long(one, [], inside, _item(path, written, i)) for i, one in enumerate(value)], path)
    if get_origin(annotation) is dict and isinstance(value, dict):
        inside = get_args(annotation)[1]
        places = {key: None if path is None else (*path, key) for key in value}
        return Part({key: _long(one, [], inside, places[key]) for key, one in value.items()}, path)
    return Part(_plain(value, path), path)


def _item(path: SpecPath | None, written: Any, position: int) -> SpecPath | None:
    """Where an item of a list is written: one that stands alone is the whole."""
    return path if path is None or not isinstance(written, list) else (*path, position)


def _user_data(value: dict[str, Any], path: SpecPath | None) -> dict[str, Part]:
    """A template with all of its parameters beside it, or what is written."""
    name = value.get("template")
    parameters = value.get("parameters", {})
    rest = {key: Part(_plain(one, path), path) for key, one in value.items() if key != "parameters"}
    return rest | (_fields(model_of(*TEMPLATES[name]), parameters, path) if name in TEMPLATES else {})


def _plain(value: Any, path: SpecPath | None) -> Any:
    """A value that no model says more of."""
    if isinstance(value, dict):
        return {str(key): Part(_plain(one, path and (*path, key)), path and (*path, key)) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [Part(_plain(one, path and (*path, i)), path and (*path, i)) for i, one in enumerate(value)]
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)
