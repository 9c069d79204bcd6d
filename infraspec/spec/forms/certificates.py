"""What may stand in `certificates:`: values and checks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from infraspec.spec.problems import (
    ID_FORM,
    MISSING_FIELD,
    OTHER_VALIDATION,
)
from infraspec.spec.refusal import Refusal, instead, shown

if TYPE_CHECKING:
    from infraspec.spec.certificates import Certificate

_ARN = r"arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:certificate/[A-Za-z0-9-]+\Z"


def is_arn(value: str) -> bool:
    """Whether this is the ARN of a certificate."""
    return re.match(_ARN, value) is not None


def arn(value: object) -> object:
    """The ARN of a certificate."""
    if isinstance(value, str) and not is_arn(value):
        example = "arn:aws:acm:ap-northeast-2:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef"
        raise Refusal(ID_FORM, f"`{value}` is not the ARN of a certificate", help=f"write one such as {example}")
    return value


def validation(value: object) -> object:
    """`dns` alone."""
    if value == "dns":
        return value
    help_ = "write `validation: dns`: the record is then written, and the certificate renews itself"
    fixes = instead("write `dns`", "dns")
    raise Refusal(OTHER_VALIDATION, f"a certificate is validated by `dns`, not {shown(value)}", help=help_, fixes=fixes)


def alternative_name(value: object) -> object:
    """A bare name is validated in the certificate's zone."""
    return {"name": value} if isinstance(value, str) else value


def has_a_zone(certificate: Certificate) -> None:
    """Refuse a certificate that nothing can prove."""
    if certificate.existing is None and certificate.zone is None:
        raise Refusal(MISSING_FIELD, "the certificate has no `zone`", help="add `zone:`, where its record is written")
