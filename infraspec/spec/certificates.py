"""`certificates:`: the names that a load balancer can prove to be its own."""

import re
from typing import Annotated

from pydantic import BeforeValidator, model_validator

from infraspec.spec.base import SpecModel, Tags, one_or_many, refuse, shown
from infraspec.spec.problems import ID_FORM, MISSING_FIELD, OTHER_VALIDATION

_ARN = re.compile(r"arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:certificate/[A-Za-z0-9-]+\Z")


def is_arn(value: str) -> bool:
    """Whether this is the ARN of a certificate."""
    return _ARN.match(value) is not None


def _arn(value: object) -> object:
    if isinstance(value, str) and not is_arn(value):
        example = "arn:aws:acm:ap-northeast-2:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef"
        raise refuse(ID_FORM, f"`{value}` is not the ARN of a certificate", help=f"write one such as {example}")
    return value


def _validation(value: object) -> object:
    if value == "dns":
        return value
    help_ = "write `validation: dns`: the record is then written, and the certificate renews itself"
    raise refuse(OTHER_VALIDATION, f"a certificate is validated by `dns`, not {shown(value)}", help=help_)


class AlternativeName(SpecModel):
    """One more name of a certificate."""

    name: str
    """A domain, or `*.` and a domain."""
    zone: str | None = None
    """The zone of its validation record, where it is not the certificate's."""


def _name(value: object) -> object:
    """A bare name is validated in the certificate's zone."""
    return {"name": value} if isinstance(value, str) else value


AlternativeNames = Annotated[
    list[Annotated[AlternativeName, BeforeValidator(_name, json_schema_input_type=str | AlternativeName)]],
    BeforeValidator(one_or_many, json_schema_input_type=str | list[str | AlternativeName]),
]
"""Names, each alone or as a mapping with its zone."""


class Certificate(SpecModel):
    """A certificate of AWS Certificate Manager; the entry's key is its main domain."""

    validation: Annotated[str, BeforeValidator(_validation)] = "dns"
    """`dns`: a record in a zone proves that the name is ours."""
    zone: str | None = None
    """The zone of the validation record: an entry of `dns.zones`, or the identifier of one that exists."""
    names: AlternativeNames = []
    """More names, each alone or as a mapping with its zone."""
    existing: Annotated[str | None, BeforeValidator(_arn)] = None
    """The ARN of a certificate that exists and is not managed here."""
    tags: Tags = {}

    @model_validator(mode="after")
    def _has_a_zone(self) -> "Certificate":
        if self.existing is None and self.zone is None:
            raise refuse(
                MISSING_FIELD, "the certificate has no `zone`", help="add `zone:`, where its record is written"
            )
        return self
