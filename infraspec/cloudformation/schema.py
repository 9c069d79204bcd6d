"""Properties against troposphere's classes: their names, what each takes, and what a mapping must have."""

from collections.abc import Iterator, Mapping
from types import FunctionType
from typing import Any

from troposphere import AWSHelperFn, BaseAWSObject, Tags

from infraspec.cloudformation.expressions import is_function
from infraspec.diagnostic import Finding
from infraspec.graph.overrides import OTHER, Place, missing, unknown_property, wrong_value

_SAID = {
    str: "text",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    dict: "a mapping",
    list: "a list",
}
_NUMBERS = frozenset({"integer", "positive_integer", "double", "validate_str_or_int"})
Props = Mapping[str, tuple[Any, bool]]


def wrong_properties(place: Place, written: Mapping[str, Any], base: Any, props: Props) -> Iterator[Finding]:
    """What is wrong with properties that are merged into `base`; `props` is what their class has."""
    for name, value in written.items():
        if name not in props:
            yield unknown_property(place, name, props, "property")
        else:
            inside = base.get(name) if isinstance(base, dict) else None
            yield from _wrong(place, name, value, inside, props[name][0])


def _wrong(place: Place, name: str, value: Any, base: Any, expected: Any) -> Iterator[Finding]:
    """What is wrong with the value of a property."""
    if is_function(value):
        return
    if expected is Tags or name == "Tags":
        expected = [Tags]
    if isinstance(expected, list):
        yield from _wrong_items(place, name, value, expected)
    elif isinstance(expected, FunctionType):
        yield from _refused(place, name, value, expected)
    elif not _fits(value, expected):
        yield wrong_value(place, name, _said(expected), value)
    elif isinstance(value, dict):
        yield from _inside(place.inside(name), value, base, expected)


def _wrong_items(place: Place, name: str, value: Any, expected: list[Any]) -> Iterator[Finding]:
    """What is wrong with a list of what is expected."""
    if not isinstance(value, list):
        yield wrong_value(place, name, "a list", value)
        return
    for position, item in enumerate(value):
        here = place.inside(name).item(position)
        if not any(_fits(item, one) for one in expected):
            yield wrong_value(here, None, _said(expected[0]), item)
        elif isinstance(item, dict) and not is_function(item):
            yield from _inside(here, item, None, expected[0])


def _inside(place: Place, value: Mapping[str, Any], base: Any, expected: Any) -> Iterator[Finding]:
    """What is wrong with the properties of a mapping; one of tags has a key and a value."""
    kinds = expected if isinstance(expected, tuple) else (expected,)
    kind = next((one for one in kinds if isinstance(one, type) and issubclass(one, BaseAWSObject | Tags)), None)
    if kind is None:
        return
    props: Props = {"Key": (str, True), "Value": (str, True)} if kind is Tags else vars(kind)["props"]
    yield from wrong_properties(place, value, base, props)
    written = {*value, *(base if isinstance(base, dict) else ())}
    for name, (_, required) in props.items():
        if required and name not in written:
            yield missing(place, name, "property")


def _fits(value: Any, expected: Any) -> bool:
    """Whether a value may be what a class expects; what a validator says of it is asked later."""
    if is_function(value):
        return True
    if isinstance(expected, tuple):
        return any(_fits(value, one) for one in expected)
    if isinstance(expected, FunctionType):
        return not list(_refused(Place((), ""), "", value, expected))
    if not isinstance(expected, type) or (issubclass(expected, AWSHelperFn) and expected is not Tags):
        return True
    if issubclass(expected, BaseAWSObject | Tags):
        return isinstance(value, dict)
    if expected in (int, float):
        return isinstance(value, expected | int) and not isinstance(value, bool)
    return isinstance(value, expected)


def _said(expected: Any) -> str:
    """What is expected, in words."""
    first = expected[0] if isinstance(expected, tuple) else expected
    if isinstance(first, FunctionType):
        return _by_function(first)
    return _SAID.get(first, "a mapping")


def _by_function(validator: FunctionType) -> str:
    if validator.__name__ == "boolean":
        return "true or false"
    return "a whole number" if validator.__name__ in _NUMBERS else OTHER


def _refused(place: Place, name: str, value: Any, validator: FunctionType) -> Iterator[Finding]:
    """What a validator of troposphere says against a value."""
    said = _by_function(validator)
    try:
        # Troposphere takes true in quotes for true, and true for a number.
        if isinstance(value, bool) == (said == "true or false") or said == OTHER:
            validator(value)
            return
    except (ValueError, TypeError, AttributeError, LookupError) as error:
        notes = (" ".join(str(error).split()),) if said == OTHER and str(error) else ()
        yield wrong_value(place, name, said, value, notes)
        return
    yield wrong_value(place, name, said, value)
