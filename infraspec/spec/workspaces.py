"""`workspaces:`: desktops of people."""

from typing import Annotated, Literal

from pydantic import BeforeValidator

from infraspec.spec.base import EntryModel, KmsKeyName, Tags
from infraspec.spec.forms import workspaces as forms


class Workspace(EntryModel):
    """A desktop of one person, in a directory that is registered with WorkSpaces."""

    directory: str
    """An entry of `directories`."""
    user: str
    """The person's name in the directory, where it must exist. A change replaces the WorkSpace."""
    bundle: str
    """What it is made from, such as `wsb-clj85qzj1`: `aws workspaces describe-workspace-bundles --owner AMAZON` lists
    them. A change replaces the WorkSpace with all that is on it."""
    running: Literal["auto_stop", "always_on"] = "auto_stop"
    """`auto_stop`, billed by the hour, or `always_on`, billed by the month."""
    auto_stop_minutes: int | None = None
    """Minutes without a user until it stops, a multiple of 60; 60 unless written."""
    compute: Annotated[
        Literal[
            "value",
            "standard",
            "performance",
            "power",
            "powerpro",
            "graphics_g4dn",
            "graphicspro_g4dn",
            "generalpurpose_4xlarge",
            "generalpurpose_8xlarge",
        ],
        BeforeValidator(forms.compute),
    ] = "standard"
    """Its size: that of its bundle, or another that it may be changed to."""
    root_volume_gib: int = 80
    """The disk of the system in GiB: 80, or 175 to 2,000."""
    user_volume_gib: int = 50
    """The disk of the user in GiB: 10, 50, or 100 to 2,000."""
    encrypt_root: bool = True
    """Whether the disk of the system is encrypted; it cannot be changed later."""
    encrypt_user: bool = True
    """Whether the disk of the user is encrypted; it cannot be changed later."""
    kms_key: KmsKeyName = None
    """The key that encrypts them: an entry of `kms_keys`, or an ARN; without it, WorkSpaces' own."""
    on_delete: Literal["retain", "delete"] = "retain"
    """What becomes of it when the entry goes: it is kept; or it is lost with all that is on it."""
    tags: Tags = {}
