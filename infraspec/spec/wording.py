"""Pydantic's errors in our words: what is wrong with the text, and what to write."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pydantic_core import ErrorDetails

from infraspec.diagnostic import Edit, Finding, Fix, How, SpecPath, fix
from infraspec.spec.base import SpecModel
from infraspec.spec.fields import fields_at
from infraspec.spec.fixing import fixes_of, habit_fixes, surely_meant
from infraspec.spec.foreign import nearest
from infraspec.spec.habits import Habit, habit_of
from infraspec.spec.mending import mend, word_for
from infraspec.spec.problems import MISSING_FIELD, PASSWORD_IN_SPEC, UNKNOWN_FIELD, WRONG_VALUE
from infraspec.spec.refusal import Refusal, shown

Loc = tuple[int | str, ...]
Data = object
_MOST_LISTED = 12


def findings_of(
    errors: Sequence[ErrorDetails],
    model: type[SpecModel],
    path: SpecPath,
    what: str,
    sections: tuple[str, ...],
    data: Data,
) -> Iterator[Finding]:
    """One finding for each mistake: a misspelt key and the key that is missing for it are one.

    `sections` are keys that may stand beside the model's own, and `data` is what was written.
    """
    missing = {e["loc"]: e for e in errors if e["type"] == "missing"}
    seen: set[Loc] = set()
    habits: set[tuple[Loc, Habit]] = set()
    kind = str(data.get("type")) if isinstance(data, dict) else ""
    spoken_of = _spoken_of(errors, model)
    for error in errors:
        loc = real(error["loc"])
        if error["type"] == "missing" or loc in seen or loc in spoken_of:
            continue
        seen.add(loc)
        if error["type"] != "extra_forbidden":
            yield _wrong(error, path, model)
            continue
        parent, key = loc[:-1], str(loc[-1])
        fields = tuple(fields_at(model, parent)) + (sections if not parent else ())
        if habit := habit_of(key, fields):
            if (parent, habit) not in habits:
                habits.add((parent, habit))
                written = _mapping_at(data, parent)
                message, help_ = f"{inner(what, parent)} has no field {shown(key)}", habit.help(written, kind)
                found = Finding(problem=UNKNOWN_FIELD, at=(*path, *loc), message=message, help=help_, on_key=True)
                yield replace(found, fixes=habit_fixes(habit, help_, (*path, *parent), written))
            continue
        lacks = _meant_missing(key, fields, [m for m in missing if m[:-1] == parent])
        if lacks is not None:
            del missing[lacks]
        present, no = frozenset(_mapping_at(data, parent)) & frozenset(fields), str(lacks[-1]) if lacks else None
        found = unknown_key(key, (*path, *loc), inner(what, parent), fields, present, no)
        yield surely_meant(found, model, data, loc) if len(errors) <= 1 + bool(lacks) and found.fixes else found
    yield from _missing(missing, path, what)


def _missing(missing: Iterable[Loc], path: SpecPath, what: str) -> Iterator[Finding]:
    """One finding for each key that an entry cannot do without."""
    for loc in missing:
        message = f"{inner(what, loc[:-1])} has no `{loc[-1]}`"
        yield Finding(problem=MISSING_FIELD, at=(*path, *loc), message=message, help=f"add `{loc[-1]}:`")


def _spoken_of(errors: Sequence[ErrorDetails], model: type[SpecModel]) -> frozenset[Loc]:
    """Where a field of ours is wrong only as a part of what another tool's keys beside it say."""
    foreign = {
        real(error["loc"])[:-1]
        for error in errors
        if error["type"] == "extra_forbidden"
        and (habit := habit_of(str(error["loc"][-1]), fields_at(model, real(error["loc"])[:-1])))
        and "fromport" in habit.keys
    }
    return frozenset((*parent, "protocol") for parent in foreign)


def _meant_missing(key: str, fields: tuple[str, ...], missing: Sequence[Loc]) -> Loc | None:
    """The missing key that an unknown one stands for: the nearest, or the only one."""
    meant = nearest(key, fields)
    for loc in missing:
        if loc[-1] == meant:
            return loc
    return missing[0] if len(missing) == 1 and meant is None else None


def unknown_key(
    key: str,
    path: SpecPath,
    what: str,
    fields: tuple[str, ...],
    present: frozenset[str] = frozenset(),
    lacks: str | None = None,
) -> Finding:
    """A key that nothing reads, with the one that is meant if there is one near. `present` are written already."""
    meant = nearest(key, fields)
    and_no = f", and no `{lacks}`" if lacks else ""
    fixes: tuple[Fix, ...] = ()
    if meant in present:
        label, help_ = f"`{meant}` is written already", f"remove `{key}`"
        fixes = fix(help_, Edit(path, how=How.REMOVE))
    elif meant is not None:
        label, help_ = f"did you mean `{meant}`?", f"write `{meant}`"
        fixes = fix(help_, Edit(path, meant, How.RENAME))
    else:
        label, help_ = "", _choices([f"`{name}`" for name in fields], "it takes")
        help_ = f"remove `{key}`, and add `{lacks}:`" if lacks else help_
    message = f"{what} has no field {shown(key)}{and_no}"
    return Finding(problem=UNKNOWN_FIELD, at=path, message=message, label=label, help=help_, fixes=fixes, on_key=True)


def no_value(path: SpecPath) -> Finding:
    """A key, or an item of a list, behind which nothing stands."""
    if isinstance(path[-1], int):
        message, help_ = f"an item of `{_field(path)}` has no value", "write one, or remove the item"
    else:
        message, help_ = f"`{path[-1]}` has no value", f"write one, or remove `{path[-1]}`"
    return Finding(problem=WRONG_VALUE, at=path, message=message, help=help_, on_key=True)


def misread(value: str, path: SpecPath, fixes: tuple[Fix, ...]) -> Finding:
    """What lends its fixes to what is said of a scalar's text: here it is known what can stand at its place."""
    message = f"{shown(_field(path))} cannot be read as it is written: {shown(value)}"
    return Finding(problem=WRONG_VALUE, at=path, message=message, fixes=fixes)


def _field(path: SpecPath) -> str:
    """The key nearest to what a path leads to."""
    return next((str(part) for part in reversed(path) if isinstance(part, str)), "the spec")


def _mapping_at(data: Data, loc: Loc) -> Mapping[str, Data]:
    """The mapping that is written at a place."""
    for part in loc:
        if isinstance(data, dict):
            data = data.get(part)
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
    return data if isinstance(data, dict) else {}


def _wrong(error: ErrorDetails, path: SpecPath, model: type[SpecModel]) -> Finding:
    """A value of the wrong kind or outside its range."""
    context, value = error.get("ctx", {}), error["input"]
    at = (*path, *real(error["loc"]))
    why = context.get("error")
    if isinstance(why, Refusal) and (value is not None or why.problem is PASSWORD_IN_SPEC):
        return Finding(
            problem=why.problem, at=at, message=why.message, label=why.label, help=why.help, fixes=why.fixes_at(at)
        )
    if value is None:
        return replace(no_value(at), help="write one")
    expected, help_ = _expected(error["type"], context, value)
    help_ = help_ or mend(error["type"], value, at, model, real(error["loc"]))
    fixes = fixes_of(error["type"], value, at, help_, context)
    what = f"an item of {shown(_field(at))}" if isinstance(at[-1], int) else shown(_field(at))
    message = f"{what} takes {expected}, {_but(error['type'], value)}"
    return Finding(problem=WRONG_VALUE, at=at, message=message, help=help_, fixes=fixes)


def _but(kind: str, value: object) -> str:
    """What stands there instead."""
    if kind in _SIZED and isinstance(value, str | list | dict):
        return f"not {len(value):,}" if value else "but is empty"
    return f"not the text {shown(value)}" if kind in _UNQUOTED and isinstance(value, str) else f"not {shown(value)}"


def real(loc: Loc) -> Loc:
    """A location without the marks that pydantic adds for a mapping's keys."""
    return loc[:-1] if loc and loc[-1] == "[key]" else loc


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


def _expected(kind: str, context: dict[str, Any], value: object) -> tuple[str, str]:
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


def _choices(names: Sequence[str], lead: str) -> str:
    """What may be written: all of it, or of much the first and a count."""
    if len(names) > _MOST_LISTED + 1:
        return f"{lead} {', '.join(names[:_MOST_LISTED])} and {len(names) - _MOST_LISTED} more"
    return f"{lead} {', '.join(names)}" if names else ""


def inner(what: str, loc: Loc) -> str:
    """What a mapping inside an entry is called."""
    words = [str(part) for part in loc if isinstance(part, str)]
    if not words:
        return what
    return f"an item of `{words[-1]}` of {what}" if isinstance(loc[-1], int) else f"`{words[-1]}` of {what}"
