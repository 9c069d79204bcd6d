"""`certificates:`: the names that a load balancer can prove to be its own."""

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator

from infraspec.spec.base import LATER, Checks, EntryModel, SpecModel, Tags
from infraspec.spec.forms import certificates as forms
from infraspec.spec.forms import values


class AlternativeName(SpecModel):
    """One more name of a certificate."""

    name: str
    """A domain, or `*.` and a domain."""
    zone: str | None = None
    """The zone of its validation record, where it is not the certificate's."""


AlternativeNames = Annotated[
    list[
        Annotated[
            AlternativeName, BeforeValidator(forms.alternative_name, json_schema_input_type=str | AlternativeName)
        ]
    ],
    BeforeValidator(values.one_or_many, json_schema_input_type=str | list[str | AlternativeName]),
]
"""Names, each alone or as a mapping with its zone."""


class Certificate(EntryModel):
    """A certificate of AWS Certificate Manager; the entry's key is its main domain."""

    checks: ClassVar[Checks] = (forms.has_a_zone,)

    validation: Annotated[str, BeforeValidator(forms.validation)] = "dns"
    """`dns`: a record in a zone proves that the name is ours."""
    zone: str | None = None
    """The zone of the validation record: an entry of `dns.zones`, or the identifier of one that exists."""
    key_algorithm: Literal["RSA_2048", "EC_prime256v1", "EC_secp384r1"] = "RSA_2048"
    """The key of the certificate: RSA, which every client knows, or an elliptic curve, which is faster."""
    transparency_logging: bool = True
    """Whether it is written to public certificate logs, which browsers ask for."""
    names: AlternativeNames = []
    """More names, each alone or as a mapping with its zone."""
    existing: Annotated[str | None, BeforeValidator(forms.arn), LATER] = None
    """The ARN of a certificate that exists and is not managed here."""
    tags: Tags = {}
