"""Every argument that we write exists in the provider, and none that it requires is missing."""

import importlib
import inspect
import json
import pkgutil
import re
from collections.abc import Iterator
from typing import Any, get_args, get_type_hints, is_typeddict

import pytest
from examples import GOLDEN, SPECS, asked

import infraspec.terraform
from infraspec.data.terraform_arguments import versions
from infraspec.terraform.types import TYPES

VERSIONS: dict[str, dict[str, dict[str, Any]]] = versions()
"""The arguments of each version of the provider: `tools/refresh_arguments.py` writes them."""

INCOMPLETE = {
    ("6.25", "aws_lb_listener_rule"): "the table has one of its arguments alone",
    ("6.25", "aws_wafv2_web_acl"): "the table has one of its arguments alone",
}
"""Types that a version's table does not hold whole, with the reason; a table without a type says nothing of it."""

SINCE = {"AwsRegionalNatGateway": (6, 24)}
"""Shapes that the first of the versions does not take, and the one that does: blocks that say so in `since`."""

META = {"//", "depends_on", "lifecycle", "for_each", "count", "provider"}
"""Arguments of Terraform itself, and a comment: https://developer.hashicorp.com/terraform/language/meta-arguments"""

ROOMS = [
    importlib.import_module(f"infraspec.terraform.{one.name}")
    for one in pkgutil.iter_modules(infraspec.terraform.__path__)
]
SHAPES = {
    shape.__name__: shape
    for room in ROOMS
    for shape in vars(room).values()
    if is_typeddict(shape) and shape.__module__ == room.__name__ and shape.__name__.startswith("Aws")
}


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("name", SPECS)
def test_every_argument_of_a_golden_exists(name: str, version: str) -> None:
    if asked(name) > numbers(version):
        return  # its document asks for a newer one
    document = json.loads((GOLDEN / name / "main.tf.json").read_text(encoding="utf-8"))
    found: list[str] = []
    for mode, section in (("resource", "resources"), ("data", "data-sources")):
        for kind, labels in document.get(mode, {}).items():
            for label, body in labels.items():
                arguments = {key: value for key, value in body.items() if key not in META}
                found += wrong(arguments, known(version, section, kind), f"{kind}.{label}")
    assert found == []


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("shape", SHAPES.values(), ids=list(SHAPES))
def test_every_argument_of_a_shape_exists(shape: type, version: str) -> None:
    if SINCE.get(shape.__name__, (0,)) > numbers(version):
        return
    section = "data-sources" if "data source" in str(shape.__doc__) else "resources"
    kind = re.findall(r"aws_[a-z0-9_]+", str(shape.__doc__))[0]
    assert list(wrong_shape(shape, known(version, section, kind), kind)) == []


def test_every_type_that_is_written_stands_in_the_table_of_the_pinned_provider() -> None:
    pinned = next(iter(VERSIONS.values()))
    written = {kind.removeprefix("data.") for kind in TYPES.values()}
    assert sorted(written - set(pinned["resources"]) - set(pinned["data-sources"])) == []


def numbers(version: str) -> tuple[int, ...]:
    """A version as numbers, without its last."""
    return tuple(int(part) for part in version.split(".")[:2])


def known(version: str, section: str, kind: str) -> dict[str, Any] | None:
    """The arguments of a type in a version; None where its table does not say them."""
    return None if (version, kind) in INCOMPLETE else VERSIONS[version][section].get(kind)


def block_of(kind: Any) -> dict[str, Any] | None:
    """The arguments of a block; None of what is no block."""
    while isinstance(kind, dict) and "array" in kind:
        kind = kind["array"]
    return kind.get("block") if isinstance(kind, dict) else None


def wrong(written: dict[str, Any], table: dict[str, Any] | None, where: str) -> Iterator[str]:
    """What does not exist, and what is missing, in a block and in those inside it; no table, no judgement."""
    if table is None:
        return
    yield from judged(set(written), table, where)
    for name, value in written.items():
        inside = block_of(table.get(name, {}).get("type"))
        if inside is not None:
            for one in [value] if isinstance(value, dict) else value:
                yield from wrong(one, inside, f"{where}.{name}")


def wrong_shape(shape: type, table: dict[str, Any] | None, where: str) -> Iterator[str]:
    """The same of a shape and of the shapes of its blocks."""
    if table is None:
        return
    hints = {
        name: hint for name, hint in get_type_hints(shape, vars(inspect.getmodule(shape))).items() if name not in META
    }
    yield from judged(set(hints), table, where)
    for name, hint in hints.items():
        inside = block_of(table.get(name, {}).get("type"))
        for deeper in shapes_in(hint):
            if inside is None:
                yield f"{where}.{name} is no block"
            else:
                yield from wrong_shape(deeper, inside, f"{where}.{name}")


def judged(written: set[str], table: dict[str, Any], where: str) -> Iterator[str]:
    """Names against the arguments of a block."""
    yield from (f"{where}.{name} does not exist" for name in sorted(written - set(table)))
    required = {name for name, one in table.items() if one["required"]}
    yield from (f"{where}.{name} is missing" for name in sorted(required - written))


def shapes_in(hint: Any) -> Iterator[type]:
    """The shapes that a type is made of: of `list[Parameter] | None`, Parameter."""
    if is_typeddict(hint):
        yield hint
    for part in get_args(hint):
        yield from shapes_in(part)
