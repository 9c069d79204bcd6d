"""Fixes of what a model does not take: the edits that the words of `mending` and `habits` speak of."""

import re
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import replace
from typing import Any, Final

from pydantic import ValidationError

from infraspec.diagnostic import Edit, Finding, Fix, How, Misread, Safety, SpecPath, choices, fix
from infraspec.spec.base import SpecModel
from infraspec.spec.habits import Habit, bare

Data = object
_BOUNDS: Final = {"greater_than_equal": "ge", "less_than_equal": "le"}
_PLAIN_WORD: Final = re.compile(r"[A-Za-z][\w./-]*\Z")
_ENTRY: Final = re.compile(r"write `(\w+): ([^`…]+)`\Z")
_UNQUOTED: Final = re.compile(r"write (\S+) without quotes\Z")


def fixes_of(kind: str, value: Data, at: SpecPath, help_: str, context: Mapping[str, Any]) -> tuple[Fix, ...]:
    """What mends a value of the wrong kind, where `help_` says one thing to write; or the bound that is nearest."""
    if kind in _BOUNDS and isinstance(value, int | float):
        bound = context[_BOUNDS[kind]]
        return fix(f"write {bound}", Edit(at, str(bound)))
    if found := _text_of(kind, value, help_):
        text, safety = found
        return fix(help_, Edit(at, text), safety=safety)
    return ()


def _text_of(kind: str, value: Data, help_: str) -> tuple[str, Safety] | None:
    """The text that a help says to write for a value, and whether nothing else can have been meant."""
    if (found := _UNQUOTED.match(help_)) and not re.match("0[0-9]", found[1]):  # "80", "true", "yes"
        return found[1], Safety.SAFE
    if kind == "string_type":
        if isinstance(value, list):
            only = value[0] if len(value) == 1 else ",".join(map(str, value)) if value else None
            is_plain = isinstance(only, str) and _PLAIN_WORD.match(only)
            return (f'"{only}"' if not is_plain else str(only), Safety.SAFE) if only is not None and help_ else None
        found = re.match(r'write ("[^"]*") in quotes', help_)
        return (found[1], Safety.SAFE) if found else None
    if kind == "literal_error":
        found = re.match(r"write `([\w.-]+)`\Z", help_)
        return (found[1], Safety.SAFE if str(value).lower() == found[1] else Safety.UNSAFE) if found else None
    if kind == "list_type" and isinstance(value, str) and help_:
        return (f"[{value}]", Safety.SAFE if _PLAIN_WORD.match(value) else Safety.UNSAFE) if "{" not in value else None
    if kind in ("int_type", "int_from_float", "float_type") and (found := re.match(r"write ([0-9.]+)\Z", help_)):
        return found[1], Safety.SAFE if isinstance(value, float) else Safety.UNSAFE
    found = _ENTRY.match(help_)  # `redirect: https`
    return (found[2], Safety.UNSAFE) if found and "NAME" not in help_ else None


def habit_fixes(habit: Habit, help_: str, at: SpecPath, written: Mapping[str, Data]) -> tuple[Fix, ...]:
    """One entry of ours for the several of another tool: the first becomes it, and the others go."""
    keys = [key for key in written if bare(key) in habit.keys]
    found = _ENTRY.match(help_)
    if found is None or found[1] in written:
        return ()
    first, *others = keys
    edits = [Edit((*at, first), found[1], How.RENAME), Edit((*at, first), found[2])]
    return fix(help_, *edits, *(Edit((*at, key), how=How.REMOVE) for key in others))


def surely_meant(found: Finding, model: type[SpecModel], data: Data, loc: tuple[int | str, ...]) -> Finding:
    """The finding with a safe fix, where the entry is right once its key is called by the name that it is near to."""
    (one,) = found.fixes
    edit = one.edits[0]
    if edit.how is not How.RENAME:
        return found
    renamed = deepcopy(data)
    here: Any = renamed
    for part in loc[:-1]:
        here = here[part]
    here[edit.text] = here.pop(loc[-1])
    try:
        model.model_validate(renamed)
    except ValidationError:
        return found
    return replace(found, fixes=(one._replace(safety=Safety.SAFE),))


def fixes_of_misread(
    model: type[SpecModel], data: Data, loc: tuple[int | str, ...], value: Misread, path: SpecPath
) -> tuple[Fix, ...]:
    """What may be written for a scalar that readers disagree about: the one thing that can stand there, or a choice."""
    field = model.model_fields.get(str(loc[0]))
    if field is not None and field.annotation is object:
        return ()  # another field says what it takes, such as the type of a variable
    at = (*path, *loc)
    fits = [text for text, read in value.readings if _fits(model, data, loc, read)]
    if len(fits) == 1:
        return fix(f"write {fits[0]}", Edit(at, fits[0]), safety=Safety.SAFE)
    return choices(at, fits)


def _fits(model: type[SpecModel], data: Data, loc: tuple[int | str, ...], value: Data) -> bool:
    """Whether a model takes a value at a place."""
    tried = deepcopy(data)
    here: Any = tried
    for part in loc[:-1]:
        here = here[part]
    here[loc[-1]] = value
    try:
        model.model_validate(tried)
    except ValidationError as error:
        return not any(one["loc"][: len(loc)] == loc or one["loc"] == loc[:-1] for one in error.errors())
    return True
