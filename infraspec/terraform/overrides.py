"""The user's `terraform:` entries: merged into what is emitted, and checked against the provider's arguments."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from infraspec.diagnostic import Finding
from infraspec.graph.overrides import Override, Place, is_for, not_made, ties, wrong_value
from infraspec.terraform.block import Block, Expression
from infraspec.terraform.expressions import references, templated
from infraspec.terraform.schema import wrong_arguments

META: Final = {
    "depends_on": {"array": "string"},
    "lifecycle": {
        "block": {
            name: {"required": False, "type": kind}
            for name, kind in (
                ("create_before_destroy", "boolean"),
                ("ignore_changes", {"array": "string"}),
                ("postcondition", {"array": {"map": "string"}}),
                ("precondition", {"array": {"map": "string"}}),
                ("prevent_destroy", "boolean"),
                ("replace_triggered_by", {"array": "string"}),
            )
        }
    },
    "provider": "string",
}
"""Terraform's own arguments of a resource, but `count` and `for_each`: they would change its address.
https://developer.hashicorp.com/terraform/language/meta-arguments"""


class Made(NamedTuple):
    """A block as it is emitted without overrides."""

    block: Block
    main: bool
    """Whether arguments without a type are its own."""


def merged(override: Override, made: Made) -> Block:
    """A block with what an override says of it."""
    body = dict(made.block.body)
    for _, arguments in _for(override, made):
        for name, value in arguments.items():
            theirs = _raw(value) if name in META else templated(value)
            body[name] = _both(body.get(name), theirs, name)
    return made.block._replace(body=body)


def _for(override: Override, made: Made) -> list[tuple[tuple[str, ...], Mapping[str, Any]]]:
    properties = override.terraform
    types = {name for name, value in properties.items() if name.startswith("aws_") and isinstance(value, dict)}
    return is_for(properties, made.block.type, types=types, main=made.main)


def _both(ours: Any, theirs: Any, name: str) -> Any:
    """Two values of one argument: mappings and single blocks merge by key, and all else is replaced."""
    if name == "depends_on":
        return [Expression(one) for one in sorted({*(ours or ()), *theirs})]
    if isinstance(ours, list) and len(ours) == 1 and isinstance(ours[0], dict) and isinstance(theirs, dict):
        return [_both(ours[0], theirs, name)]
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return {**ours, **{key: _both(ours.get(key), value, key) for key, value in theirs.items()}}
    return theirs


def _raw(value: Any) -> Any:
    """A value of a meta-argument: addresses and names, which are no templates."""
    if isinstance(value, dict):
        return {key: _raw(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_raw(item) for item in value]
    return Expression(value) if isinstance(value, str) else value


def check(override: Override, made: Iterable[Made]) -> Iterator[Finding]:
    """What is wrong with an override of these blocks."""
    blocks = [one for one in made if one.block.mode == "resource"]
    types = {one.block.type for one in blocks}
    for name, value in override.terraform.items():
        if name.startswith("aws_") and name not in types:
            yield not_made(override, "terraform", name, types)
        elif name in types and not isinstance(value, dict):
            yield wrong_value(Place((*override.at, "terraform"), override.what), name, "a mapping", value)
    for one in blocks:
        for keys, arguments in _for(override, one):
            place = Place((*override.at, "terraform", *keys), f"`{one.block.type}`")
            own = {name: value for name, value in arguments.items() if keys or not name.startswith("aws_")}
            found = list(wrong_arguments(place, own, one.block.body, known(one.block.type)))
            yield from found
            if not found:
                yield from _cut(place, own, one, merged(override, one))


def known(kind: str) -> dict[str, dict[str, Any]]:
    """The arguments of a type that may be written: not what names it or what the provider works out."""
    from infraspec.data.terraform_arguments import arguments_of  # noqa: PLC0415 - a large table

    own = {name: one for name, one in arguments_of(kind).items() if name not in ("id", "tags_all")}
    return {**own, **{name: {"required": False, "type": one} for name, one in META.items()}}


def _cut(place: Place, arguments: Mapping[str, Any], one: Made, after: Block) -> Iterator[Finding]:
    """Arguments that would no longer refer to what they referred to."""
    for name in arguments:
        lost = set(references(one.block.body.get(name))) - set(references(after.body[name]))
        if lost:
            yield ties(place, name, lost)
