"""`launch_templates:` and `placement_groups:`: what groups of machines are started from, and how they are placed."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from infraspec.spec.base import LATER, Checks, EntryModel, Names, Tags
from infraspec.spec.forms import instances as forms
from infraspec.spec.instances import Device, Machine, Storage


class TemplateVolume(Storage):
    """A data volume of each machine, which comes and goes with it."""

    device: Device
    """The name it is attached by: /dev/sdf to /dev/sdp."""
    size_gib: int = Field(ge=1)
    """Its size in GiB."""
    delete_on_termination: bool = True
    """Whether it goes when its machine goes; what stays costs money, and nothing uses it."""


class LaunchTemplate(Machine):
    """What the machines of a group are started from. Each change makes a new version, which the groups then take."""

    checks: ClassVar[Checks] = (forms.host_of_tenancy,)

    security_groups: Names = Field(min_length=1)
    """The security groups of its machines."""
    volumes: dict[str, TemplateVolume] = {}
    """Data volumes by name."""
    tags: Tags = {}
    """Tags of the template, its machines, their volumes and interfaces."""


class PlacementGroup(EntryModel):
    """How near to each other machines stand."""

    strategy: Literal["cluster", "spread", "partition"]
    """`cluster`: close together in one zone; `spread`: each on a rack of its own, at most seven to a zone; `partition`:
    in partitions that share no rack."""
    partitions: int | None = Field(default=None, ge=1, le=7)
    """How many partitions there are in each zone, 1 to 7, for `partition`; 2 unless it says otherwise."""
    spread_level: Literal["rack", "host"] | None = None
    """What no two machines of `spread` share: a rack, or, on Outposts, a host."""
    existing: Annotated[str | None, LATER] = None
    """The name of a placement group that exists and is not managed here."""
    tags: Tags = {}
