"""`session_documents:`: how sessions of Session Manager are held."""

from typing import ClassVar

from pydantic import Field

from infraspec.spec.base import Checks, EntryModel, KmsKeyName, SpecModel, Tags
from infraspec.spec.forms import session_documents as forms


class ShellProfile(SpecModel):
    """What a shell runs before the user does."""

    linux: str | None = None
    """On Linux and macOS: at most 512 characters."""
    windows: str | None = None
    """In PowerShell: at most 512 characters."""


class SessionDocument(EntryModel):
    """A session document of Systems Manager.

    The one called `SSM-SessionManagerRunShell` holds for every session of the account and region that names no
    other; where the account has it already, import it before you deploy.
    """

    checks: ClassVar[Checks] = (forms.logs_or_not,)

    description: str | None = None
    """What it is for; its name if left out."""
    bucket: str | None = None
    """Where what was said is kept after a session: an entry of `buckets`, or the name of a bucket that exists."""
    prefix: str | None = None
    """What the keys of its logs begin with."""
    log_group: str | None = None
    """Where what is said is written while it is said: an entry of `log_groups`, or the name of one that exists."""
    encrypted_logs: bool | None = None
    """Whether sessions are refused while the log group is not encrypted with a key of KMS. True, unless the log group
    is one of this spec without `kms_key`. A bucket must always be encrypted."""
    kms_key: KmsKeyName = None
    """The key that what is said is encrypted with, beside TLS. Users and machines both need `kms:Decrypt` of it."""
    idle_minutes: int = Field(default=20, ge=1, le=60)
    """After how many minutes of silence a session ends."""
    max_minutes: int | None = Field(default=None, ge=1, le=1440)
    """After how many minutes it ends in any case; without it, never."""
    run_as: str | None = None
    """The user of the operating system that a session runs as; without it `ssm-user`, who is an administrator."""
    shell_profile: ShellProfile = Field(default_factory=ShellProfile)
    """What a shell runs before the user does."""
    tags: Tags = {}
