"""What may stand in `parameters:`: values and checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from infraspec.diagnostic import Edit, How, fix
from infraspec.spec.problems import MISSING_FIELD, SECURE_STRING, WRONG_VALUE
from infraspec.spec.refusal import Refusal, shown

if TYPE_CHECKING:
    from infraspec.spec.parameters import Parameter


def type_(value: object) -> object:
    """Two of three: CloudFormation makes no SecureString, and its value would stand in the spec."""
    if value == "SecureString":
        raise Refusal(
            SECURE_STRING,
            "a parameter of the type SecureString has its value in the spec, and CloudFormation makes none",
            help="make an entry of `secrets`, whose value is never written",
        )
    return value


def value(value: object) -> object:
    """A list is its items with commas between them; a number or a truth value is what it looks like."""
    if isinstance(value, list):
        for one in value:
            if not isinstance(one, str) or "," in one:
                message = f"{shown(one)} cannot be one of several values"
                raise Refusal(WRONG_VALUE, message, help="write texts without commas, in quotes")
        return ",".join(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int) else value


def has_one_value(parameter: Parameter) -> None:
    """Refuse a parameter without a value, or with two."""
    if parameter.value is None and parameter.of is None:
        raise Refusal(MISSING_FIELD, "the parameter has no `value`", help="add `value:`, or `of:` with a name")
    if parameter.value is not None and parameter.of is not None:
        help_ = "remove one of the two"
        fixes = fix("remove `value`", Edit(("value",), how=How.REMOVE))
        raise Refusal(WRONG_VALUE, "the parameter has both `value` and `of`", help=help_, fixes=fixes)
    if parameter.attribute is not None and parameter.of is None:
        help_ = "add `of:` with the name of the entry"
        raise Refusal(MISSING_FIELD, "`attribute` is of an entry that is not named", help=help_)
