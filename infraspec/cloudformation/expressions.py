"""CloudFormation's functions in their long form: what they are, and what they refer to."""

import re
from collections.abc import Collection, Iterator
from typing import Any, Final

from infraspec.diagnostic import Finding
from infraspec.graph.overrides import Place, listed, nearest, unknown_property, wrong_value
from infraspec.graph.problems import NO_TARGET

FUNCTIONS: Final = frozenset(
    {
        "Fn::Base64",
        "Fn::Cidr",
        "Fn::GetAZs",
        "Fn::GetAtt",
        "Fn::ImportValue",
        "Fn::Join",
        "Fn::Select",
        "Fn::Split",
        "Fn::Sub",
        "Ref",
    }
)
"""Those that need neither conditions, mappings nor transforms, of which no template of ours has any.
https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html"""
PSEUDO: Final = frozenset(
    f"AWS::{name}"
    for name in ("AccountId", "NoValue", "NotificationARNs", "Partition", "Region", "StackId", "StackName", "URLSuffix")
)
"""https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html"""
_NAMED = re.compile(r"\$\{([^!}][^}]*)\}")


def is_function(value: Any) -> bool:
    """Whether a value is a call of a function."""
    return isinstance(value, dict) and len(value) == 1 and next(iter(value)).startswith(("Ref", "Fn::"))


def targets(value: Any) -> Iterator[str]:
    """The logical ids and parameters that a value refers to, wherever in it."""
    yield from (name for _, name in _targets(value, ()))


def _targets(value: Any, at: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, list):
        for position, item in enumerate(value):
            yield from _targets(item, (*at, position))
    elif isinstance(value, dict):
        for key, item in value.items():
            here = (*at, key)
            if key == "Ref" and len(value) == 1 and isinstance(item, str):
                yield here, item
            elif key == "Fn::GetAtt" and isinstance(item, list) and item and isinstance(item[0], str):
                yield (*here, 0), item[0]
            elif key == "Fn::Sub":
                yield from _of_text(item, here)
            else:
                yield from _targets(item, here)


def _of_text(value: Any, at: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """What `Fn::Sub` names that it is not given itself."""
    listed_ = isinstance(value, list) and bool(value)
    text = value[0] if listed_ else value
    given = value[1] if listed_ and len(value) > 1 and isinstance(value[1], dict) else {}
    if isinstance(text, str):
        where = (*at, 0) if listed_ else at
        names = (name.strip() for name in _NAMED.findall(text))
        yield from ((where, name.partition(".")[0]) for name in names if name not in given)
    yield from _targets(given, (*at, 1))


def wrong_function(
    place: Place, properties: dict[str, Any], known: Collection[str], *, bare: bool = False
) -> Iterator[Finding]:
    """Functions that do not exist, or refer to nothing; `bare` are ids that stand without a function."""
    for name, value in properties.items():
        yield from _unknown(place.inside(name), value)
        for at, target in _targets(value, (name,)):
            if target not in known and (bare or target not in PSEUDO):
                yield _no_target((*place.at, *(at[:-1] if bare else at)), target, known)


def _no_target(at: tuple[str | int, ...], target: str, known: Collection[str]) -> Finding:
    meant = nearest(target, known)
    label, help_ = (f"did you mean `{meant}`?", f"write `{meant}`") if meant else ("", f"there are {listed(known)}")
    message = f"the template has nothing else called `{target}`"
    return Finding(problem=NO_TARGET, at=at, message=message, label=label, help=help_)


def _unknown(place: Place, value: Any) -> Iterator[Finding]:
    """Calls of functions that do not exist, wherever in a value."""
    if isinstance(value, list):
        for position, item in enumerate(value):
            yield from _unknown(place.item(position), item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if len(value) == 1 and key.startswith("Fn::") and key not in FUNCTIONS:
                yield unknown_property(place, key, FUNCTIONS, "function")
            elif key == "Fn::GetAtt" and not isinstance(item, list):
                yield wrong_value(place, key, "a list of a logical id and an attribute", item)
            else:
                yield from _unknown(place.inside(key), item)
