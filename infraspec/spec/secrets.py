"""`secrets:`: where values are kept that nobody may read in a spec."""

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field

from infraspec.spec.base import LATER, Checks, EntryModel, KmsKeyName, SpecModel, Tags, Text
from infraspec.spec.forms import secrets as forms


class Generate(SpecModel):
    """How Secrets Manager makes the first value of a secret."""

    checks: ClassVar[Checks] = (forms.stands_under_a_key,)

    length: int = Field(default=32, ge=8, le=4096)
    """How many characters it has."""
    exclude: str = ""
    """Characters that it does not have, such as those that a program cannot read."""
    punctuation: bool = True
    """Whether it may have other characters than letters and digits."""
    key: str | None = None
    """Makes the value a JSON object: the key under which what is made stands."""
    fields: dict[str, str] = {}
    """What else stands in the object, such as a user's name; no secrets."""


class Secret(EntryModel):
    """A secret of Secrets Manager. Its value is set by hand once it stands, or made by AWS; it is never written."""

    checks: ClassVar[Checks] = (forms.existing_is_not_made,)

    description: Text | None = None
    """What it is for."""
    generate: Annotated[Generate | None, BeforeValidator(forms.generate, json_schema_input_type=bool | Generate)] = None
    """`true`, or how Secrets Manager makes its first value, which no document and no state ever holds. Terraform needs
    version 1.11 for it. Without it the secret is empty until it is set by hand: `aws secretsmanager put-secret-value`.
    """
    value: Annotated[None, BeforeValidator(forms.no_value)] = None
    """Refused: a secret never stands in a spec."""
    kms_key: KmsKeyName = None
    """The key that encrypts it: an entry of `kms_keys`, or an ARN; without it, Secrets Manager's own."""
    existing: Annotated[str | None, BeforeValidator(forms.arn), LATER] = None
    """The ARN of a secret that exists and is not managed here."""
    on_delete: Literal["retain", "delete"] = "retain"
    """What becomes of it when the entry goes: it is kept; or it is lost at once, and cannot be brought back."""
    tags: Tags = {}
