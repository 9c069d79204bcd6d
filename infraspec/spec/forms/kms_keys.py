"""What may stand in `kms_keys:`, and wherever a key is named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from infraspec.diagnostic import Edit, How, fix
from infraspec.spec.problems import ID_FORM, MISSING_FIELD, WRONG_VALUE
from infraspec.spec.refusal import Refusal, shown

if TYPE_CHECKING:
    from infraspec.spec.kms_keys import KmsKey

_ARN = r"arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[0-9A-Za-z-]+\Z"
_NAME = r"(?:kms_key:)?(?!alias/)[^:\s]+(?: +[^:\s]+)*\Z"
_ID = r"(?:mrk-[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\Z"
_EXAMPLE = "arn:aws:kms:ap-northeast-2:123456789012:key/0a1b2c3d-4e5f-6789-0a1b-2c3d4e5f6789"
SYMMETRIC = "SYMMETRIC_DEFAULT"


def is_arn(value: str) -> bool:
    """Whether a key is named by its ARN, and not by the name of an entry."""
    return value.startswith("arn:")


def arn(value: object) -> object:
    """The ARN of a key."""
    if isinstance(value, str) and not re.match(_ARN, value):
        raise Refusal(ID_FORM, f"{shown(value)} is not the ARN of a KMS key", help=f"write one such as {_EXAMPLE}")
    return value


def key(value: object) -> object:
    """A key of `kms_keys` by its name, or another by its ARN: an alias would be a difference at each plan."""
    if isinstance(value, str) and not re.match(_ARN, value) and (re.match(_ID, value) or not re.match(_NAME, value)):
        help_ = f"write the name of an entry of `kms_keys`, or an ARN such as {_EXAMPLE}"
        raise Refusal(ID_FORM, f"{shown(value)} is neither the name of a KMS key nor the ARN of one", help=help_)
    return value


def usage_of(spec: str) -> str | None:
    """What a key of a kind is for; None where there is a choice."""
    if spec.startswith("RSA"):
        return None
    return {"HMAC": "GENERATE_VERIFY_MAC", "ECC": "SIGN_VERIFY"}.get(spec.partition("_")[0], "ENCRYPT_DECRYPT")


def turns_what_can_turn(key: KmsKey) -> None:
    """Refuse a rotation that KMS does not do."""
    if key.rotation and key.spec != SYMMETRIC:
        message = f"KMS rotates no key of the kind {key.spec}"
        help_ = "remove `rotation`"
        raise Refusal(WRONG_VALUE, message, help=help_, fixes=fix(help_, Edit(("rotation",), how=How.REMOVE)))
    if key.rotation_days is not None and (key.rotation is False or key.spec != SYMMETRIC):
        help_ = "remove `rotation_days`"
        fixes = fix(help_, Edit(("rotation_days",), how=How.REMOVE))
        raise Refusal(WRONG_VALUE, "a key that is not rotated has `rotation_days`", help=help_, fixes=fixes)


def says_what_it_is_for(key: KmsKey) -> None:
    """Refuse a key of which nobody knows what it may do."""
    if key.existing is None and key.usage is None and usage_of(key.spec) is None:
        help_ = "add `usage: SIGN_VERIFY` or `usage: ENCRYPT_DECRYPT`"
        raise Refusal(MISSING_FIELD, f"a key of the kind {key.spec} has no `usage`", help=help_)
