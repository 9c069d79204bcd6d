"""Sections that stand in the wrong place: one finding says where each belongs, and nothing in it is judged."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from infraspec.diagnostic import Finding, SpecPath
from infraspec.spec.kinds import KINDS, Kind
from infraspec.spec.names import a_word, many, words
from infraspec.spec.problems import UNKNOWN_FIELD, WRONG_VALUE
from infraspec.spec.reading import model_of, reader_of
from infraspec.spec.refusal import shown
from infraspec.spec.tree import Node

if TYPE_CHECKING:
    from infraspec.spec.base import SpecModel

HOMES: Final = {
    **{kind.where[0]: () for kind in KINDS},
    **{kind.where[-2]: kind.where[:-2] for kind in KINDS if kind.where[-1] == "*"},
    **{kind.where[-1]: kind.where[:-1] for kind in KINDS if kind.where[-1] != "*"},
}
"""Each section with the keys from the top that lead to it; `*` is a name."""
_FOREIGN_TOPS = frozenset({"resources", "resource"})
"""What another tool calls everything that a spec defines."""
_BOUGHT = {
    **dict.fromkeys(("savings_plan", "savings_plans", "savingsplans", "savingsplan"), "Savings Plans"),
    **dict.fromkeys(("reserved_instance", "reserved_instances", "reservations"), "reserved instances"),
    **dict.fromkeys(("reserved_nodes", "reserved_db_instances"), "reservations"),
}
"""What an account pays less by, and no tool makes."""

_AWS_NAME = r"arn:aws|[a-z]+-[0-9a-f]{8,17}\Z"
_ROLE = r"arn:aws[a-z-]*:iam::[0-9]*:role/"


def home_of(key: str) -> str | None:
    """The section that a key is, also in the singular or with a capital."""
    lower = key.lower().replace("-", "_")
    return next((word for word in (lower, f"{lower}s") if word in HOMES), None)


def holds_all(key: str) -> bool:
    """Whether another tool writes everything below this key."""
    return key.lower() in _FOREIGN_TOPS


def is_section_by_content(name: str, value: object, known: tuple[str, ...], *, is_vpc: bool) -> bool:
    """Whether what looks like an entry is a section that is indented too little.

    An entry may be called like a section; but then it says at least one thing that such an entry can say.
    """
    if name not in HOMES:
        return False
    if not isinstance(value, dict):
        return is_vpc
    if is_vpc:
        return "cidr" not in value and "existing" not in value and all(map(_is_open, value.values()))
    return bool(value) and not any(key in known for key in value) and all(map(_is_open, value.values()))


def _is_open(value: object) -> bool:
    """Whether a value may be an entry."""
    return value is None or isinstance(value, dict)


def misplaced(section: str, path: SpecPath, where: str, vpcs: tuple[str, ...]) -> Finding:
    """The finding for a section at `path`, which `where` says in words; `vpcs` are the names of VPCs."""
    home = HOMES[section]
    return Finding(
        problem=UNKNOWN_FIELD,
        at=path,
        on_key=True,
        message=f"`{path[-1]}` stands {where}, but is a section of {_whose(home)}",
        help=_where_to(section, home, path, vpcs),
    )


def foreign_top(path: SpecPath) -> Finding | None:
    """The finding for what no spec has at its top: `Resources:`, and what is bought; None for another key."""
    key = str(path[-1])
    message = f"a spec has no `{key}`: each kind of thing has a section of its own"
    help_ = "write `vpcs:`, `instances:`, `load_balancers:` or `databases:`"
    if bought := _BOUGHT.get(key.lower().replace("-", "_")):
        message = f"{bought} are bought for an account, and neither CloudFormation nor Terraform buys them"
        help_ = f"remove `{key}`, and buy them in Cost Management: a discount is no resource of a stack"
    elif not holds_all(key):
        return None
    return Finding(problem=UNKNOWN_FIELD, at=path, on_key=True, message=message, help=help_)


def _whose(home: tuple[str, ...]) -> str:
    if not home:
        return "the spec"
    if home[-1] != "*":
        return f"`{home[-1]}`"
    return "a tier" if home[-2] == "tiers" else "a VPC"


def _where_to(section: str, home: tuple[str, ...], path: SpecPath, vpcs: tuple[str, ...]) -> str:
    """What to write instead."""
    if not home:
        return f"move it to the top, as `{section}:` beside `version`"
    if home[-1] != "*":
        return f"indent it below `{home[-1]}:`" if path[:-1] == () else f"move it below `{home[-1]}:` at the top"
    if path[-2:-1] == ("tiers",):
        return "indent it under one of them"
    if section == "subnets":
        return "subnets stand in a tier: write `tiers: {public: {subnets: {…}}}`"
    example = next((name for name in vpcs if name not in HOMES), None)
    if example is None:
        return f"write `vpcs: {{NAME: {{{section}: {{…}}}}}}`"
    return f"indent it under one, such as `{example}`"


def all_of(node: Node, section: str) -> Node:
    """The node of a section, wherever the language has it."""
    here: Node | None = node
    for part in HOMES[section]:
        assert here is not None  # noqa: S101 - the path is one of the tree's own
        here = here.named if part == "*" else here.sections[part]
    assert here is not None  # noqa: S101 - as above
    return here.sections[section]


def not_a_section(value: object, section: Node, path: SpecPath) -> Finding:
    """The finding for a section that does not hold names."""
    if section.kind is not None:
        message = f"`{path[-1]}` is a mapping of its settings, but {_found(value)}"
        help_ = "write {} where every setting keeps its default"
        return Finding(problem=WRONG_VALUE, at=path, message=message, help=help_, on_key=value is None)
    word = words(section.named.kind.word) if section.named and section.named.kind else "section"
    help_ = f"write one {word} a line, as `name: {{…}}`, or remove `{path[-1]}`"
    if word == "alarm" and value == "default":
        help_ = "write `alarms: default` in what is to be watched, such as an instance, a balancer or a database"
    if exists := _existing(value):
        help_ = f"write `{path[-1]}: {{{exists[0]}: {{existing: {exists[1]}}}}}`"
    message = f"`{path[-1]}` maps names to entries, but {_found(value)}"
    return Finding(problem=WRONG_VALUE, at=path, message=message, help=help_, on_key=value is None)


def not_an_entry(
    value: object, kind: Kind[SpecModel], keys: tuple[str, ...], path: SpecPath, vpcs: tuple[str, ...]
) -> Finding:
    """The finding for an entry that is not a mapping: perhaps a field that is indented too little."""
    word = kind.word
    if path[-1] in keys and value is not None:
        message = f"`{path[-1]}` stands among the {many(word)}, but is a field of {a_word(word)}"
        under = next((name for name in vpcs if name not in keys), None) if word == "vpc" else None
        help_ = "indent it under one" + (f", such as `{under}`" if under else "")
        return Finding(problem=UNKNOWN_FIELD, at=path, message=message, help=help_, on_key=True)
    exists = _existing(value) if "existing" in keys else None
    help_ = f"write `{path[-1]}: {{existing: {exists[1]}}}`" if exists else ""
    from infraspec.spec.fields import example, required  # noqa: PLC0415 - they import pydantic

    needed = required(model_of(kind.module, kind.model))
    if len(needed) == 1 and isinstance(value, str) and not exists:
        help_ = f"write `{path[-1]}: {{{needed[0]}: {value}}}`"
    if value is None:
        try:
            reader_of(kind.module, kind.model)({})
            help_ = "write {} where every setting keeps its default"
        except ValueError:
            help_ = f"write `{path[-1]}: {example(model_of(kind.module, kind.model), ())}`, or a key a line below it"
    message = f"{words(word)} `{path[-1]}` is a mapping of its settings, but {_found(value)}"
    return Finding(problem=WRONG_VALUE, at=path, message=message, help=help_, on_key=value is None)


def _existing(value: object) -> tuple[str, str] | None:
    """A name for something that exists, and what `existing` takes for it, where a value is AWS's name for it."""
    if not isinstance(value, str) or not re.match(_AWS_NAME, value):
        return None
    name = value.rpartition("/")[2]
    return (name, name) if re.match(_ROLE, value) else (name, value)


def _found(value: object) -> str:
    """What stands where a mapping is meant."""
    return "has no value" if value is None else f"holds {shown(value)}"
