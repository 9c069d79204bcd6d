"""Pydantic's errors in our words: what is wrong with the text, and what to write."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pydantic_core import ErrorDetails

from infraspec.diagnostic import Edit, Finding, Fix, How, SpecPath, fix
from infraspec.spec.base import SpecModel
from infraspec.spec.expected import but, expected
from infraspec.spec.fields import fields_at
from infraspec.spec.fixing import fixes_of, habit_fixes, surely_meant
from infraspec.spec.foreign import nearest
from infraspec.spec.habits import Habit, habit_of
from infraspec.spec.mending import mend
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
    lacking = _lacking(model, data)
    missing = {**{e["loc"]: "" for e in errors if e["type"] == "missing"}, **lacking}
    seen: set[Loc] = set()
    habits: set[tuple[Loc, Habit]] = set()
    kind = str(data.get("type")) if isinstance(data, dict) else ""
    spoken_of = _spoken_of(errors, model)
    for error in errors:
        loc = real(error["loc"])
        if error["type"] == "missing" or loc in seen or loc in spoken_of or (lacking and not loc and _lacks(error)):
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
                yield _of_habit(habit, error, (*path, *parent), what, _mapping_at(data, parent), kind)
            continue
        lacks = _meant_missing(key, fields, [m for m in missing if m[:-1] == parent])
        if lacks is not None:
            del missing[lacks]
        present, no = frozenset(_mapping_at(data, parent)) & frozenset(fields), str(lacks[-1]) if lacks else None
        found = unknown_key(key, (*path, *loc), inner(what, parent), fields, present, no)
        yield surely_meant(found, model, data, loc) if len(errors) <= 1 + bool(lacks) and found.fixes else found
    yield from _missing(missing, path, what)


def _of_habit(
    habit: Habit, error: ErrorDetails, parent: SpecPath, what: str, written: Mapping[str, Data], kind: str
) -> Finding:
    """The key of another tool, with what stands for it here."""
    loc = real(error["loc"])
    message, help_ = f"{inner(what, loc[:-1])} has no field {shown(str(loc[-1]))}", habit.help(written, kind)
    found = Finding(problem=UNKNOWN_FIELD, at=(*parent, loc[-1]), message=message, help=help_, on_key=True)
    return replace(found, fixes=habit_fixes(habit, help_, parent, written))


def _missing(missing: Mapping[Loc, str], path: SpecPath, what: str) -> Iterator[Finding]:
    """One finding for each key that an entry cannot do without, unless another stands there."""
    for loc, other in missing.items():
        message, help_ = f"{inner(what, loc[:-1])} has no `{loc[-1]}`", f"add `{loc[-1]}:`"
        yield Finding(
            problem=MISSING_FIELD, at=(*path, *loc), message=message, help=f"{help_}, or `{other}:`" if other else help_
        )


def _lacking(model: type[SpecModel], data: Data) -> dict[Loc, str]:
    """The keys that are missing while the one is not written that would do for them, each with that one."""
    if not isinstance(data, dict):
        return {}
    alternatives = {other: keys for other, keys in model.unless.items() if other not in data and "existing" not in data}
    return {(key,): other for other, keys in alternatives.items() for key in keys if key not in data}


def _lacks(error: ErrorDetails) -> bool:
    """Whether a check of the whole entry misses a key."""
    why = error.get("ctx", {}).get("error")
    return isinstance(why, Refusal) and why.problem is MISSING_FIELD


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
    takes, help_ = expected(error["type"], context, value)
    help_ = help_ or mend(error["type"], value, at, model, real(error["loc"]))
    fixes = fixes_of(error["type"], value, at, help_, context)
    what = f"an item of {shown(_field(at))}" if isinstance(at[-1], int) else shown(_field(at))
    message = f"{what} takes {takes}, {but(error['type'], value)}"
    return Finding(problem=WRONG_VALUE, at=at, message=message, help=help_, fixes=fixes)


def real(loc: Loc) -> Loc:
    """A location without the marks that pydantic adds for a mapping's keys."""
    return loc[:-1] if loc and loc[-1] == "[key]" else loc


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
