"""`buckets:`: what holds objects in S3."""

from typing import Annotated, Literal

from pydantic import BeforeValidator

from infraspec.spec.base import LATER, EntryModel, KmsKeyName, Tags
from infraspec.spec.forms import buckets as forms


class Bucket(EntryModel):
    """A bucket of S3: private, versioned, and encrypted, unless it says otherwise."""

    versioning: bool = True
    """Whether what is overwritten or deleted is kept as an older version."""
    kms_key: KmsKeyName = None
    """The key that its objects are encrypted with: an entry of `kms_keys`, or an ARN; without it, S3's own."""
    existing: Annotated[str | None, BeforeValidator(forms.name), LATER] = None
    """The name of a bucket that exists and is not managed here."""
    on_delete: Literal["retain", "delete"] = "retain"
    """What becomes of the bucket when the entry goes. AWS deletes none that holds anything."""
    tags: Tags = {}
