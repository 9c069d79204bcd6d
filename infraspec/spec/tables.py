"""`tables:`: tables of Amazon DynamoDB."""

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field

from infraspec.spec.alarm_sets import Alarms
from infraspec.spec.base import LATER, Checks, EntryModel, Names, SpecModel, Tags
from infraspec.spec.forms import tables as forms

Key = Annotated[
    dict[str, Literal["string", "number", "binary"]],
    BeforeValidator(forms.key, json_schema_input_type=str | dict[str, Literal["string", "number", "binary"]]),
]
"""An attribute and its type, `{placed_at: number}`; its name alone is one of type string."""


class Capacity(SpecModel):
    """A capacity that follows the load."""

    min: int = Field(ge=1, le=forms.MOST)
    """Units of which there are never fewer."""
    max: int = Field(ge=1, le=forms.MOST)
    """Units of which there are never more."""
    target: int = Field(default=70, ge=20, le=90)
    """The percentage of the capacity that shall be in use."""


Units = Annotated[Capacity | None, BeforeValidator(forms.capacity, json_schema_input_type=int | Capacity)]
"""A number of units each second, or the bounds that it moves in: `{min: 5, max: 100}`."""


class LocalIndex(SpecModel):
    """Another order of the items that have one partition key."""

    checks: ClassVar[Checks] = (forms.carries_one_way,)

    sort_key: Key
    """The attribute that it sorts by."""
    projection: Literal["all", "keys"] | None = None
    """What it carries: all attributes, which is so unless written, or the keys alone."""
    include: Names = []
    """Attributes that it carries beside the keys, in place of all."""


class GlobalIndex(SpecModel):
    """Another key of the items of a table."""

    checks: ClassVar[Checks] = (forms.carries_one_way,)

    partition_key: Key
    """The attribute that it finds items by."""
    sort_key: Key | None = None
    """The attribute that it sorts those by that have one partition key."""
    projection: Literal["all", "keys"] | None = None
    """What it carries: all attributes, which is so unless written, or the keys alone."""
    include: Names = []
    """Attributes that it carries beside the keys, in place of all."""
    read_capacity: Units = None
    """Reads each second, where the table has a capacity; the table's unless written."""
    write_capacity: Units = None
    """Writes each second, where the table has a capacity; the table's unless written."""
    max_reads: int | None = Field(default=None, ge=1, le=forms.MOST)
    """Reads each second that are never exceeded, where the table is on demand; the table's unless written."""
    max_writes: int | None = Field(default=None, ge=1, le=forms.MOST)
    """Writes each second that are never exceeded, where the table is on demand; the table's unless written."""


class Table(EntryModel):
    """A table of DynamoDB. It is on demand unless it has a capacity."""

    partition_key: Key
    """The attribute that finds an item. It cannot be changed later."""
    sort_key: Key | None = None
    """The attribute that sorts the items that have one partition key. It cannot be changed later."""
    local_indexes: dict[str, LocalIndex] = {}
    """Indexes of the table's partition key, at most 5. They cannot be changed later."""
    global_indexes: dict[str, GlobalIndex] = {}
    """Indexes with keys of their own, at most 20."""
    read_capacity: Units = None
    """Reads each second that are paid for: a number, or bounds in which it follows the load. Without it and
    `write_capacity` the table is on demand."""
    write_capacity: Units = None
    """Writes each second that are paid for: a number, or bounds in which it follows the load."""
    max_reads: int | None = Field(default=None, ge=1, le=forms.MOST)
    """Reads each second that a table on demand never exceeds."""
    max_writes: int | None = Field(default=None, ge=1, le=forms.MOST)
    """Writes each second that a table on demand never exceeds."""
    table_class: Literal["standard", "infrequent-access"] = "standard"
    """`infrequent-access` costs less for storage, and more for each read and write."""
    ttl: str | None = None
    """The attribute with the time, in seconds since 1970, after which an item is deleted."""
    recovery_days: int = Field(default=35, ge=0, le=35)
    """Days back to any second of which the table can be restored; 0 makes no such backups."""
    stream: Literal["keys", "new-image", "old-image", "new-and-old-images"] | None = None
    """What the stream says of each change: the keys, the item after it, the item before it, or both."""
    contributor_insights: bool = False
    """Whether CloudWatch shows which keys are used most."""
    kms_key: Annotated[str | None, BeforeValidator(forms.kms_key), LATER] = None
    """The key that encrypts it: an entry of `kms_keys`, an ARN, or `aws/dynamodb` for the account's key that AWS
    manages; without it, a key that AWS owns and that costs nothing."""
    deletion_protection: bool = True
    """Whether AWS refuses to delete it. Deploy once with `false` before it is to go."""
    on_delete: Literal["retain", "delete"] = "retain"
    """What becomes of the data when the entry goes: the table is kept, or all is lost."""
    alarms: Alarms = None
    """The usual alarms of such a thing: `default`, or `{set: default, to: TOPIC}`."""
    tags: Tags = {}
