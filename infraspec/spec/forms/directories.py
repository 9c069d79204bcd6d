"""What may stand in `directories:`: values and checks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from infraspec.spec.forms.secrets import arn
from infraspec.spec.problems import ID_FORM, MISSING_FIELD, PASSWORD_IN_SPEC, WRONG_VALUE
from infraspec.spec.refusal import Refusal, shown

if TYPE_CHECKING:
    from infraspec.spec.directories import Directory

IDENTIFIER = r"d-[0-9a-f]{10}\Z"
_KEPT = "write `password: {secret: NAME, key: password}`: Secrets Manager keeps it"


def identifier(value: object) -> object:
    """The identifier of a directory that is not managed here."""
    if value is None or (isinstance(value, str) and re.match(IDENTIFIER, value)):
        return value
    raise Refusal(
        ID_FORM, f"{shown(value)} is not the identifier of a directory", help="write one such as d-9067a1b2c3"
    )


def secret(value: object) -> object:
    """A name, or the ARN of a secret."""
    return arn(value) if isinstance(value, str) and value.startswith("arn:") else value


def password(value: object) -> object:
    """Where the password is kept; the password itself is refused, and not shown."""
    if value is None or isinstance(value, dict):
        return value
    label = "everyone who reads the file has it"
    raise Refusal(PASSWORD_IN_SPEC, "a password never stands in a spec", label, _KEPT)


def of_its_type(directory: Directory) -> None:
    """A directory that is made has a domain, subnets and a password, and what its type takes."""
    if directory.existing is not None:
        return
    for key in ("domain", "subnets", "password"):
        if not getattr(directory, key):
            raise Refusal(MISSING_FIELD, f"a directory that is made here has no `{key}`", help=f"add `{key}:`")
    wrong = {"simple": ("edition",), "microsoft": ("size", "description")}[directory.type]
    for key in wrong:
        if getattr(directory, key):
            message = f"a directory of type `{directory.type}` has no `{key}`"
            raise Refusal(WRONG_VALUE, message, help=f"remove `{key}`")
