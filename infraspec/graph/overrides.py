"""What a spec says in a backend's own words: what it is for, and what both backends say of mistakes in it."""

from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

from infraspec.diagnostic import Edit, Finding, Fix, How, Safety, SpecPath
from infraspec.graph.problems import NOT_MADE, TIES, UNKNOWN_PROPERTY, WRONG_PROPERTY
from infraspec.graph.resource import Ref

Properties = Mapping[str, Any]
_MOST_LISTED = 8
OTHER = "another value"
"""What is taken where only a note can say it."""


class Override(NamedTuple):
    """The `cloudformation:` and `terraform:` of one entry."""

    at: SpecPath
    """The entry."""
    what: str
    """The entry in words: "instance `web-1`"."""
    makes: tuple[str, ...]
    """The kinds of node that properties without a type go to."""
    nodes: "tuple[Ref[Any], ...]"
    """Everything that is emitted for the entry."""
    cloudformation: Properties
    terraform: Properties


class Place(NamedTuple):
    """A mapping of properties in a spec."""

    at: SpecPath
    of: str
    """What has these properties: `AWS::EC2::Instance`, or "`Ebs` of `AWS::EC2::Volume`" in backquotes."""

    def inside(self, name: str) -> "Place":
        """The mapping that is the value of a property."""
        return Place((*self.at, name), f"`{name}` of {self.of}")

    def item(self, position: int) -> "Place":
        """An item of a list."""
        return Place((*self.at, position), self.of)


def is_for(
    properties: Properties, kind: str, *, types: Collection[str], main: bool
) -> list[tuple[tuple[str, ...], Properties]]:
    """The properties that are for a resource of this type, each with the keys that lead to them."""
    found: list[tuple[tuple[str, ...], Properties]] = []
    if main:
        found.append(((), {name: value for name, value in properties.items() if name not in types}))
    if kind in types:
        found.append(((kind,), properties[kind]))
    return [one for one in found if one[1]]


def unknown_property(place: Place, name: str, known: Collection[str], word: str) -> Finding:
    """A property that the backend does not know; `word` is what the backend calls one."""
    at, meant = (*place.at, name), nearest(name, known)
    message = f"{place.of} has no {word} `{name}`"
    if meant is None:
        return Finding(problem=UNKNOWN_PROPERTY, at=at, message=message, help=f"it has {listed(known)}", on_key=True)
    fix = Fix(f"write `{meant}`", Safety.UNSAFE, (Edit(at, meant, How.RENAME),))
    label = f"did you mean `{meant}`?"
    return Finding(
        problem=UNKNOWN_PROPERTY, at=at, message=message, label=label, help=fix.title, fixes=(fix,), on_key=True
    )


def wrong_value(place: Place, name: str | None, takes: str, value: object, notes: tuple[str, ...] = ()) -> Finding:
    """A value that a property does not take; without a name it is an item of a list."""
    what = f"`{name}` of {place.of}" if name is not None else f"an item of {place.of}"
    at = place.at if name is None else (*place.at, name)
    message = f"{what} takes {takes}, not {_shown(value)}"
    help_ = f"write {takes}" if takes != OTHER else ""
    if takes == "text" and isinstance(value, int | float):
        help_ = f'write "{str(value).lower()}" in quotes'
    return Finding(problem=WRONG_PROPERTY, at=at, message=message, help=help_, notes=notes)


def missing(place: Place, name: str, word: str) -> Finding:
    """A property without which the backend refuses what holds it."""
    message, help_ = f"{place.of} needs the {word} `{name}`", f"add `{name}:`"
    return Finding(problem=WRONG_PROPERTY, at=place.at, message=message, help=help_, on_key=True)


def not_made(override: Override, backend: str, kind: str, made: Collection[str]) -> Finding:
    """A type of which the entry makes no resource."""
    at = (*override.at, backend, kind)
    meant = nearest(kind, made)
    help_ = f"write `{meant}`" if meant else f"it makes {listed(made)}"
    message = f"{override.what} makes no `{kind}`"
    return Finding(problem=NOT_MADE, at=at, message=message, help=help_, on_key=True)


def ties(place: Place, name: str, lost: Collection[str]) -> Finding:
    """A property whose new value no longer refers to what the entry's own keys name."""
    message = f"`{name}` of {place.of} refers to {listed(lost)}, which an override must keep"
    help_ = f"remove `{name}`, and write what is meant in the entry's own keys"
    return Finding(problem=TIES, at=(*place.at, name), message=message, help=help_, on_key=True)


def nearest(name: str, known: Collection[str]) -> str | None:
    """The known name that may have been meant, in whichever spelling."""
    from difflib import get_close_matches  # noqa: PLC0415 - nothing is near while a spec is right

    plain = {_plain(one): one for one in sorted(known)}
    close = get_close_matches(_plain(name), plain, n=1, cutoff=0.7)
    return plain[close[0]] if close else None


def _plain(name: str) -> str:
    return name.lower().replace("_", "").replace(":", "").replace("-", "")


def listed(names: Collection[str]) -> str:
    """Names in backquotes: all of few, the first of many and a count."""
    said = [f"`{one}`" for one in sorted(names)]
    if len(said) > _MOST_LISTED + 1:
        said = [*said[:_MOST_LISTED], f"{len(said) - _MOST_LISTED} more"]
    return " and ".join([", ".join(said[:-1]), said[-1]] if len(said) > 1 else said)


def _shown(value: object) -> str:
    if isinstance(value, dict | list):
        return "a mapping" if isinstance(value, dict) else "a list"
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return f"`{text[:60]}`"
