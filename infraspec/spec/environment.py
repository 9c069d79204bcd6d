"""What the variables of a spec are: as declared, and as set from outside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from ipaddress import ip_address
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from infraspec.diagnostic import Finding, Misread, SpecPath
from infraspec.spec.forms.values import parse_network
from infraspec.spec.kinds import VARIABLE
from infraspec.spec.problems import UNUSABLE_NAME, VARIABLE_AT_DEPLOYMENT, VARIABLE_UNSET, VARIABLE_VALUE
from infraspec.spec.reading import reader_of
from infraspec.spec.refusal import NotSettable, Refusal, shown

if TYPE_CHECKING:
    from infraspec.spec.variables import Variable

Given = Mapping[str, tuple[str, object]]
"""Values from outside by variable: the text, and what it is as plain YAML."""

_NAME = r"[a-z][a-z0-9_]{0,63}\Z"
_OF_TERRAFORM = frozenset({"source", "version", "providers", "count", "for_each", "lifecycle", "depends_on", "locals"})
"""https://developer.hashicorp.com/terraform/language/values/variables"""
_LATER: Final = ("string", "number", "cidr", "address")
_A: Final = {
    "string": "a text",
    "number": "a number",
    "boolean": "`true` or `false`",
    "list": "a list of texts and numbers",
    "cidr": "a block such as 10.20.0.0/16",
    "address": "an address such as 10.20.10.31",
}


class Declared(NamedTuple):
    """A variable and what it is."""

    value: object
    """None where its declaration is wrong, or nothing gives it a value: both are reported."""
    note: str = ""
    """What to say of a value that stands in no file."""
    is_later: bool = False


def environment(
    entries: Mapping[str, object], given: Given, *, is_whole: bool
) -> tuple[dict[str, Declared], tuple[Finding, ...]]:
    """The variables that `entries` declares. Raises `NotSettable` for a value from outside that cannot be.

    Where the spec is not whole, what is declared in a missing file may be set. What is wrong with the form of a
    declaration is not said here: the parser reads it as any other entry.
    """
    for name in given:
        if name not in entries and is_whole:
            close = next(iter(get_close_matches(name, list(entries), n=1)), None)
            meant = f"; did you mean `{close}`?" if close else f": it has {_list(entries)}"
            raise NotSettable(f"{name}: the spec has no such variable{meant}")
    made: dict[str, Declared] = {}
    findings: list[Finding] = []
    for name, entry in entries.items():
        made[name], found = _declared(name, entry, given)
        findings.extend(found)
    return made, tuple(findings)


def _list(entries: Mapping[str, object]) -> str:
    """The variables that there are, in a few words."""
    named = ", ".join(f"`{name}`" for name in list(entries)[:5])
    return (named + (f" and {len(entries) - 5} more" if len(entries) > 5 else "")) or "none"


def _declared(name: str, entry: object, given: Given) -> tuple[Declared, tuple[Finding, ...]]:
    """One variable, and what is wrong with its default."""
    model = _read(entry)
    if model is None:
        return Declared(None), ()
    at: SpecPath = ("variables", name)
    if found := tuple(_of_declaration(name, model, at)):
        return Declared(None), found
    if name in given:
        text = "" if model.sensitive else f"={given[name][0]}"
        return Declared(_set(name, model, given), f"`{name}` is set by --set {name}{text}", model.deploy_time), ()
    if model.default is None:
        help_ = f"write its `default`, or pass `--set {name}=VALUE`"
        message = f"variable `{name}` has no value"
        return Declared(None), (Finding(problem=VARIABLE_UNSET, at=at, on_key=True, message=message, help=help_),)
    return Declared(model.default, "", model.deploy_time), ()


def _read(entry: object) -> Variable | None:
    """A declaration, if it is of the right form."""
    try:
        return cast("Variable", reader_of(VARIABLE.module, VARIABLE.model)(entry))
    except ValueError:
        return None


def _of_declaration(name: str, model: Variable, at: SpecPath) -> Iterator[Finding]:
    """What is wrong with a declaration of the right form."""
    if not re.match(_NAME, name):
        message = f"a variable cannot be called {shown(name)}"
        help_ = "a name is made of small letters, digits and `_`, and starts with a letter"
        yield Finding(problem=UNUSABLE_NAME, at=at, on_key=True, message=message, help=help_)
    for position, value in enumerate(model.allowed):
        if refused := _why_not(name, model, value, ()):
            yield refused.finding((*at, "allowed", position))
            return
    if model.default is not None and (refused := _why_not(name, model, model.default, model.allowed)):
        yield refused.finding((*at, "default"))
    if model.deploy_time:
        yield from _of_deployment(name, model, at)
    elif model.sensitive:
        message = f"`{name}` is hidden from nobody: its value stands in both documents"
        help_ = "add `deploy_time: true`, or remove `sensitive`"
        yield Finding(problem=VARIABLE_AT_DEPLOYMENT, at=(*at, "sensitive"), message=message, help=help_)


def _of_deployment(name: str, model: Variable, at: SpecPath) -> Iterator[Finding]:
    """Why a variable cannot be left to the deployment."""
    message = help_ = ""
    if model.type not in _LATER:
        message, help_ = f"a {model.type} cannot be set when it is deployed", "remove `deploy_time`"
    elif model.default is None:
        message, help_ = f"`{name}` is set when it is deployed, and has no default to be checked", "write its `default`"
    elif name in _OF_TERRAFORM:
        message, help_ = f"Terraform takes no variable called `{name}`", "choose another name"
    if message:
        yield Finding(problem=VARIABLE_AT_DEPLOYMENT, at=(*at, "deploy_time"), message=message, help=help_)


class _Refused(NamedTuple):
    """Why a value is not taken."""

    message: str
    help: str

    def finding(self, at: SpecPath) -> Finding:
        """The same, of a value that stands in a file."""
        return Finding(problem=VARIABLE_VALUE, at=at, message=self.message, help=self.help)


def _why_not(name: str, model: Variable, value: object, allowed: list[object] | tuple[()]) -> _Refused | None:
    """Why a variable cannot have a value; None where it can."""
    if not _is_a(model.type, value):
        help_ = f'write "{shown(value).strip("`")}" in quotes' if _is_number(value) and model.type == "string" else ""
        help_ = help_ or f"write {_A[model.type]}"
        return _Refused(f"`{name}` takes {_A[model.type]}, not {shown(value)}", help_)
    if model.type == "cidr":
        try:
            parse_network(value)
        except Refusal as refusal:
            return _Refused(refusal.message, refusal.help)
    if allowed and value not in allowed:
        some = ", ".join(shown(one) for one in allowed[:5]) + (f" or {len(allowed) - 5} more" * (len(allowed) > 5))
        return _Refused(f"`{name}` does not allow {shown(value)}", f"write one of {some}")
    return None


def _is_a(type_: str, value: object) -> bool:
    """Whether a value is of a type, in what a type says of plain YAML."""
    if isinstance(value, Misread):
        return False
    if type_ == "boolean":
        return isinstance(value, bool)
    if type_ == "number":
        return _is_number(value)
    if type_ == "list":
        return isinstance(value, list) and all(isinstance(one, str | bool) or _is_number(one) for one in value)
    return isinstance(value, str) and (type_ != "address" or _is_address(value))


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True


def _set(name: str, model: Variable, given: Given) -> object:
    """The value that was given from outside. Raises `NotSettable`."""
    text, plain = given[name]
    value: object = text
    if model.type in ("number", "boolean"):
        value = plain
    elif model.type == "list":
        value = [part.strip() for part in text.split(",")] if text else []
    if refused := _why_not(name, model, value, model.allowed):
        raise NotSettable(f"{name}={text}: {refused.message}; {refused.help}")
    return value
