"""The fields of a model at a place inside it, as the user writes them."""

import types
from collections.abc import Iterable
from typing import Annotated, Literal, Union, get_args, get_origin

from infraspec.spec.base import EntryModel, SpecModel


def fields_at(model: type[SpecModel], loc: tuple[int | str, ...]) -> list[str]:
    """The fields of the model that stands at `loc` inside `model`."""
    here: object = model
    for part in loc:
        here = _step(here, part)
    found = _model_in(here)
    if found is None:
        return []
    return _names_in(found)


def takes_texts(model: type[SpecModel], loc: tuple[int | str, ...]) -> bool:
    """Whether a list of texts stands at `loc` inside `model`."""
    here: object = model
    for part in loc:
        here = _step(here, part)
    return _step(here, 0) is str


def required(model: type[SpecModel]) -> list[str]:
    """The fields that cannot be left out."""
    return [name for name in _names_in(model) if name in _required(model)]


def example(model: type[SpecModel], loc: tuple[int | str, ...]) -> str:
    """What can stand at `loc` inside `model`, made from its required fields, or else its first."""
    here: object = model
    for part in loc:
        here = _step(here, part)
    found = _model_in(here)
    if found is not None:
        names = _names_in(found)
        needed = [name for name in names if name in _required(found)]
        return "{" + ", ".join(f"{name}: …" for name in needed or names[:1]) + "}"
    for argument in _arguments(here):
        if get_origin(argument) is dict:
            inside = _model_in(get_args(argument)[-1])
            return "{NAME: " + (example(inside, ()) if inside is not None else "…") + "}"
    return "{…}"


def _names_in(model: type[SpecModel]) -> list[str]:
    """The fields as they are written: the required ones first, and what every entry takes last."""
    needed, every = _required(model), EntryModel.model_fields
    names = [field.alias or name for name, field in model.model_fields.items()]
    return sorted(names, key=lambda name: (name not in needed, name in every))


def _required(model: type[SpecModel]) -> frozenset[str]:
    return frozenset(field.alias or name for name, field in model.model_fields.items() if field.is_required())


def _step(here: object, part: int | str) -> object:
    """One step of a location, through lists, mappings and optional values."""
    found = _model_in(here)
    if found is not None and isinstance(part, str):
        for name, field in found.model_fields.items():
            if part in (field.alias, name):
                return field.annotation
        return None
    for argument in _arguments(here):
        if get_origin(argument) in (list, dict):
            return get_args(argument)[-1]
    return None


def _model_in(annotation: object) -> type[SpecModel] | None:
    for argument in _arguments(annotation):
        if isinstance(argument, type) and issubclass(argument, SpecModel):
            return argument
    return None


def _arguments(annotation: object) -> Iterable[object]:
    """An annotation without `Annotated`, `Optional` and `|`."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _arguments(get_args(annotation)[0])
    elif origin is Union or isinstance(annotation, types.UnionType):
        for argument in get_args(annotation):
            yield from _arguments(argument)
    elif origin is not Literal:
        yield annotation
