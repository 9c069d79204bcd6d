"""`trust_stores:`: the authorities whose clients a balancer trusts."""

from typing import Annotated

from pydantic import BeforeValidator

from infraspec.spec.base import LATER, EntryModel, Tags, Text
from infraspec.spec.forms import trust_stores as forms


class TrustStore(EntryModel):
    """The certificates of authorities by which an application balancer verifies those of its clients."""

    bucket: str | None = None
    """The bucket that holds them, in the same region: an entry of `buckets`."""
    key: Text | None = None
    """The object in the bucket, certificates in PEM one after another. It must be there when this is deployed."""
    version: Text | None = None
    """The object's version, where the bucket has versions; the newest if left out."""
    existing: Annotated[str | None, BeforeValidator(forms.arn), LATER] = None
    """The ARN of a trust store that exists and is not managed here."""
    tags: Tags = {}
