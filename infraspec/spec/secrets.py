"""`secrets:`: where values are kept that nobody may read in a spec."""

from typing import Annotated, Literal

from pydantic import BeforeValidator

from infraspec.spec.base import LATER, EntryModel, KmsKeyName, Tags, Text
from infraspec.spec.forms import secrets as forms


class Secret(EntryModel):
    """A secret of Secrets Manager."""

    description: Text | None = None
    """What it is for."""
    value: Annotated[None, BeforeValidator(forms.no_value)] = None
    """Refused: a secret never stands in a spec."""
    kms_key: KmsKeyName = None
    """The key that encrypts it: an entry of `kms_keys`, or an ARN; without it, Secrets Manager's own."""
    existing: Annotated[str | None, BeforeValidator(forms.arn), LATER] = None
    """The ARN of a secret that exists and is not managed here."""
    on_delete: Literal["retain", "delete"] = "retain"
    """What becomes of it when the entry goes: it is kept; or it is lost at once, and cannot be brought back."""
    tags: Tags = {}
