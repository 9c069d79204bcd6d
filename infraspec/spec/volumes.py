"""`volumes:`: volumes of their own, which no instance has to stand for."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from infraspec.spec.base import LATER, Checks, EntryModel, KmsKeyName, Tags, Text, identifier
from infraspec.spec.forms import instances as forms
from infraspec.spec.instances import Device, VolumeType


class StandaloneVolume(EntryModel):
    """A volume that outlives the instances that it is attached to."""

    checks: ClassVar[Checks] = (forms.no_key_without_encryption,)

    zone: Text
    """The zone that it stands in, by letter or name: that of the instances that it is attached to."""
    size_gib: int = Field(ge=1)
    """Its size in GiB. It can grow later, and never shrink."""
    type: VolumeType = "gp3"
    """`gp3` or `gp2` (general purpose), `io2` or `io1` (provisioned), `st1` or `sc1` (disks), or `standard`."""
    iops: int | None = Field(default=None, ge=1)
    """Provisioned operations a second: for io1 and io2, and for gp3 above its 3,000."""
    throughput: int | None = Field(default=None, ge=1)
    """Provisioned MiB/s, for gp3 above its 125."""
    encrypted: bool = True
    """Whether its blocks are encrypted. AWS's own default is a setting of the account."""
    kms_key: KmsKeyName = None
    """The key it is encrypted with, an entry of `kms_keys`, or an ARN; without it AWS's own key for EBS."""
    multi_attach: bool = False
    """Whether several instances of its zone may have it at once, for io1 and io2 and file systems made for that."""
    attach: dict[str, Device] = {}
    """The instances that it is attached to, each with the name of the device there: `{app-1: /dev/sdf}`."""
    on_delete: Literal["snapshot", "retain", "delete"] = "snapshot"
    """What becomes of the data when the volume is removed from the spec."""
    existing: Annotated[str | None, identifier("vol"), LATER] = None
    """The identifier of a volume that exists and is not managed here."""
    tags: Tags = {}
