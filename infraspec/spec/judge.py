"""What is wrong with an entry that could not be read at once: its model decides, and its errors become findings.

This is the way that every entry could go, and it imports pydantic. Where the model takes the entry after all, nothing
is lost but time.
"""

from collections.abc import Iterator
from itertools import islice
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from infraspec.diagnostic import Finding, Misread, SpecPath
from infraspec.spec.base import SpecModel
from infraspec.spec.document import Entry
from infraspec.spec.fixing import fixes_of_misread
from infraspec.spec.reading import model_of
from infraspec.spec.top import Top
from infraspec.spec.wording import Loc, findings_of, misread, no_value, real

MOST = 500
"""Mistakes of one entry that are told: more are no slips, and each costs a search for what was meant."""

M = TypeVar("M", bound=SpecModel)
Data = object


def judge(
    model: type[M], data: dict[str, Data], path: SpecPath, what: str, sections: tuple[str, ...]
) -> tuple[Entry[M] | None, tuple[Finding, ...]]:
    """The entry, or None with findings; `sections` are keys that may stand beside the model's own."""
    flaws = dict(islice(_flaws(data), MOST))
    try:
        entry = Entry(path, model.model_validate(data), frozenset[tuple[str, int]]())
    except ValidationError as error:
        errors = [one for one in error.errors(include_url=False)[:MOST] if not _of_the_empty(one, flaws)]
    else:
        if not flaws:
            return entry, ()
        errors = []
    if "existing" in data and any(one["type"] == "extra_forbidden" and one["loc"] == ("existing",) for one in errors):
        errors = [one for one in errors if one["type"] != "missing"]  # what exists would not say them
    findings = list(findings_of(errors, model, path, what, sections, data))
    wrong = [real(error["loc"]) for error in errors]
    of_text = [(*path, *loc) for loc, value in flaws.items() if isinstance(value, Misread)]
    findings = [one for one in findings if not _speaks_of(one, of_text)]
    for loc, value in flaws.items():
        if value is None and not any(loc[: len(one)] == one for one in wrong):
            findings.append(no_value((*path, *loc)))
        elif isinstance(value, Misread) and (fixes := fixes_of_misread(model, data, loc, value, path)):
            findings.append(misread(value, (*path, *loc), fixes))
    return _without(model, data, path, (*wrong, *flaws)), tuple(findings)


def _speaks_of(finding: Finding, values: list[SpecPath]) -> bool:
    """Whether a finding is about one of these values, of which it is said already that they cannot be read."""
    at = finding.at
    return isinstance(at, tuple) and not finding.on_key and any(at[: len(one)] == one for one in values)


def _of_the_empty(error: ErrorDetails, flaws: dict[Loc, Data]) -> bool:
    """Whether a mapping is refused as a whole that holds a key without a value, which is said of that key."""
    loc = real(error["loc"])
    of_whole = error["type"] == "value_error" and isinstance(error["input"], dict)
    return of_whole and any(value is None and flaw[:-1] == loc for flaw, value in flaws.items())


def parameters_judged(
    template: str, module: str, name: str, written: dict[str, Data], at: SpecPath
) -> tuple[dict[str, object] | None, tuple[Finding, ...]]:
    """A template's parameters with their defaults, or what is wrong with them."""
    model = model_of(module, name)
    try:
        return model.model_validate(written).model_dump(), ()
    except ValidationError as error:
        errors = error.errors(include_url=False)[:MOST]
    return None, tuple(findings_of(errors, model, at, f"template `{template}`", ("template",), written))


def stand_in(own: dict[str, Data]) -> Top | None:
    """A top to go on with where the spec's own is broken: names and routes are judged all the same.

    Without its region no zone can be judged, so then there is none.
    """
    region, name = own.get("region"), own.get("name")
    if not isinstance(region, str) or isinstance(region, Misread):
        return None
    return Top(version=1, name=name if isinstance(name, str) else "spec", region=region)


def _without(model: type[M], data: dict[str, Data], path: SpecPath, wrong: tuple[Loc, ...]) -> Entry[M] | None:
    """The entry without the broken items of its lists, if nothing else of it is broken."""
    dropped = set()
    for loc in wrong:
        name, position = (*loc, None, None)[:2]
        if name not in model.survives or not isinstance(position, int) or not isinstance(data.get(str(name)), list):
            return None
        dropped.add((str(name), position))
    kept = {
        key: [item for i, item in enumerate(value) if (key, i) not in dropped]
        if key in model.survives and isinstance(value, list)
        else value
        for key, value in data.items()
    }
    try:
        return Entry(path, model.model_validate(kept), frozenset(dropped))
    except ValidationError:
        return None  # what is left is too little, which is the same mistake


def in_part(model: type[M], data: dict[str, Data], path: SpecPath, findings: tuple[Finding, ...]) -> Entry[M] | None:
    """A broken entry without the keys that are wrong, if what is left is one: its references can be looked up."""
    wrong = {str(one.at[len(path)]) for one in findings if isinstance(one.at, tuple) and len(one.at) > len(path)}
    wrong.update(str(loc[0]) for loc, _ in islice(_flaws(data), MOST))
    left = {key: value for key, value in data.items() if key not in wrong}
    try:
        return Entry(path, model.model_validate(left), frozenset())
    except ValidationError:
        return None


def _flaws(data: Data) -> Iterator[tuple[Loc, Data]]:
    """Where a key or an item has no value, or one that could not be read as text."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        if value is None or isinstance(value, Misread):
            yield (key,), value
        elif isinstance(value, dict | list):
            for loc, flaw in _flaws(value):
                yield (key, *loc), flaw
