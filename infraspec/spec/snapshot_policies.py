"""`snapshot_policies:`: snapshots of volumes that are made and thrown away by the clock."""

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field

from infraspec.spec.base import Checks, EntryModel, SpecModel, Tags, Text
from infraspec.spec.forms import snapshot_policies as forms


class SnapshotCopy(SpecModel):
    """A copy of each snapshot in another region."""

    region: str
    """The other region."""
    keep_days: int = Field(ge=1, le=36500)
    """Days that the copy is kept, a hundred years at most."""
    encrypted: bool = True
    """Whether the copy is encrypted, even where the volume is not."""
    kms_key: Annotated[str | None, BeforeValidator(forms.key_arn)] = None
    """The key of the other region that it is encrypted with, by ARN; without it AWS's own key for EBS."""
    copy_tags: bool = True
    """Whether the copy has the snapshot's tags."""


class SnapshotSchedule(SpecModel):
    """When snapshots are made, and how many are kept."""

    checks: ClassVar[Checks] = (forms.has_one_time, forms.keeps_by_one)

    every_hours: Literal[1, 2, 3, 4, 6, 8, 12, 24] | None = None
    """Hours between two snapshots: 1, 2, 3, 4, 6, 8, 12 or 24."""
    at: Annotated[str | None, BeforeValidator(forms.time_of_day)] = None
    """When the first of a day is made, in UTC, for `every_hours`: `"18:00"`; without it 09:00."""
    cron: Annotated[str | None, BeforeValidator(forms.cron)] = None
    """When snapshots are made, in UTC, as AWS writes it: `"cron(0 18 ? * SUN *)"`."""
    keep: int | None = Field(default=None, ge=1, le=1000)
    """How many snapshots of each volume are kept, 1 to 1,000."""
    keep_days: int | None = Field(default=None, ge=1, le=36500)
    """Days that each snapshot is kept."""
    copy_tags: bool = True
    """Whether snapshots have their volume's tags."""
    tags: Tags = {}
    """Further tags of its snapshots."""
    copies: list[SnapshotCopy] = []
    """Copies in other regions, three at most."""


class SnapshotPolicy(EntryModel):
    """Snapshots of every volume, or of all volumes of every instance, that has one of some tags."""

    checks: ClassVar[Checks] = (forms.has_tags_and_schedules,)

    description: Text | None = None
    """What it is for: letters, digits, spaces, `_` and `-`."""
    target: Literal["volume", "instance"] = "volume"
    """What has the tags: a volume; or an instance, all of whose volumes are taken at one moment."""
    target_tags: dict[str, str]
    """The tags: what has one of them is taken."""
    schedules: dict[str, SnapshotSchedule]
    """When, by name: four at most."""
    role: str | None = None
    """The role that makes them, which trusts `dlm`; without it one is made, with AWS's own policy for it."""
    enabled: bool = True
    """Whether snapshots are made."""
    tags: Tags = {}
