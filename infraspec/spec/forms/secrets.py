"""What may stand in `secrets:`: values and checks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from infraspec.diagnostic import Edit, How, fix
from infraspec.spec.problems import ID_FORM, MISSING_FIELD, SECRET_VALUE, WRONG_VALUE
from infraspec.spec.refusal import Refusal, shown

if TYPE_CHECKING:
    from infraspec.spec.secrets import Generate, Secret

ARN = r"arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[A-Za-z0-9/_+=.@-]+\Z"
_HELP = "write `generate: true`, or set it once the secret stands: aws secretsmanager put-secret-value"


def arn(value: object) -> object:
    """The ARN of a secret."""
    if isinstance(value, str) and not re.match(ARN, value):
        help_ = "write one such as arn:aws:secretsmanager:ap-northeast-2:123456789012:secret:orders-a1b2c3"
        raise Refusal(ID_FORM, f"{shown(value)} is not the ARN of a secret", help=help_)
    return value


def no_value(_: object) -> object:
    """Whatever the value, it must not be here, and it is not shown."""
    raise Refusal(SECRET_VALUE, "a secret never stands in a spec", "everyone who reads the file has it", _HELP)


def generate(value: object) -> object:
    """`true` is 32 characters of any kind."""
    if isinstance(value, bool):
        return {} if value else None
    return value


def stands_under_a_key(made: Generate) -> None:
    """Refuse other fields of an object where what is made has no key in it."""
    if made.fields and made.key is None:
        raise Refusal(MISSING_FIELD, "what is made has no `key` beside the other `fields`", help="add `key: password`")
    if made.key is not None and made.key in made.fields:
        message = f"`{made.key}` is made, and written in `fields` too"
        fixes = fix(f"remove `{made.key}` from `fields`", Edit(("fields", made.key), how=How.REMOVE))
        raise Refusal(WRONG_VALUE, message, help="remove it from `fields`", fixes=fixes)


def existing_is_not_made(secret: Secret) -> None:
    """Refuse a value for a secret that is not managed here."""
    if secret.existing is not None and secret.generate is not None:
        help_ = "remove `generate`"
        fixes = fix(help_, Edit(("generate",), how=How.REMOVE))
        raise Refusal(WRONG_VALUE, "the secret exists already, and has its value", help=help_, fixes=fixes)
