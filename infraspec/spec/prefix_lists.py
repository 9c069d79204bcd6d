"""`prefix_lists:`: blocks under one name, for rules and routes."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, PlainValidator

from infraspec.spec.base import LATER, Checks, EntryModel, Tags, identifier
from infraspec.spec.forms import prefix_lists as forms

Entries = Annotated[dict[str, str], PlainValidator(forms.entries, json_schema_input_type=dict[str, str])]
"""Blocks, each with what it is."""


class PrefixList(EntryModel):
    """A managed prefix list: blocks under one name, which rules of security groups and route tables refer to."""

    checks: ClassVar[Checks] = (forms.is_of_one_family,)

    entries: Entries = {}
    """From a block to what it is: at most 255 characters, or an empty text. All are IPv4, or all IPv6."""
    family: Literal["ipv4", "ipv6"] | None = None
    """The family of the blocks, for a list without entries."""
    max_entries: int | None = Field(default=None, ge=1, le=1000)
    """The most entries that it may have: so many rules or routes it counts for wherever it is named. As many as it has,
    unless it says otherwise."""
    existing: Annotated[str | None, identifier("pl"), LATER] = None
    """The identifier of a list that exists and is not managed here, such as one of AWS or of another account."""
    tags: Tags = {}
