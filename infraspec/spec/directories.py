"""`directories:`: Active Directory, in which the users of WorkSpaces are."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator

from infraspec.spec.base import LATER, Checks, EntryModel, Names, SpecModel, Tags, Text
from infraspec.spec.forms import directories as forms


class Password(SpecModel):
    """Where the administrator's password is kept. It must be there before the directory is made."""

    secret: Annotated[str, BeforeValidator(forms.secret)]
    """An entry of `secrets`, with `generate` or `existing`; or the ARN of a secret."""
    key: str | None = None
    """The key of the secret's JSON that holds it; without it, that of `generate`, or else the whole secret is it."""


class Registration(SpecModel):
    """How WorkSpaces uses a directory. Terraform can register one; CloudFormation cannot, and gives the command."""

    subnets: Names = []
    """Where the WorkSpaces stand: two subnets in two zones; those of the directory unless written."""
    devices: list[Literal["android", "chromeos", "ios", "linux", "macos", "web", "windows", "zero_client"]] = [
        "android",
        "chromeos",
        "ios",
        "macos",
        "windows",
        "zero_client",
    ]
    """What people may come with."""
    self_service: list[Literal["restart", "grow_volumes", "change_compute", "switch_running", "rebuild"]] = ["restart"]
    """What people may do to their own WorkSpace."""
    internet_access: bool = False
    """Whether each WorkSpace has a public address; without one it needs a NAT gateway for the internet."""
    local_administrators: bool = False
    """Whether people are administrators of their WorkSpace."""
    maintenance: bool = True
    """Whether updates are installed once a month."""
    security_group: str | None = None
    """A group that every WorkSpace has beside its own."""
    organizational_unit: str | None = None
    """Where in the directory their machines stand: `OU=Desktops,DC=corp,DC=example,DC=com`."""
    tags: Tags = {}


class Directory(EntryModel):
    """A directory of AWS Directory Service."""

    unless: ClassVar[Mapping[str, tuple[str, ...]]] = {"existing": ("domain", "subnets", "password")}
    checks: ClassVar[Checks] = (forms.of_its_type,)

    type: Literal["simple", "microsoft"] = "simple"
    """`simple` (Samba 4, up to 5,000 users) or `microsoft` (Microsoft Active Directory)."""
    domain: str | None = None
    """The full name of the domain: `corp.example.com`. A change replaces the directory with all its users."""
    short_name: str | None = None
    """Its NetBIOS name, 15 characters at most; without it, the first part of the domain."""
    size: Literal["small", "large"] | None = None
    """Of a simple directory: `small`, for up to 500 users, or `large`; small unless written."""
    edition: Literal["standard", "enterprise"] | None = None
    """Of Microsoft's: `standard`, for up to 5,000 users, or `enterprise`; standard unless written."""
    description: Text | None = None
    """What it is for; of a simple directory alone."""
    subnets: Names = []
    """Where its two controllers stand: two subnets in two zones."""
    password: Annotated[Password | None, BeforeValidator(forms.password)] = None
    """Where the administrator's password is kept: `{secret: …, key: …}`. Terraform puts it into its state too."""
    registration: Registration | None = None
    """How WorkSpaces uses it; `{}` for all defaults. Without it, somebody registers it by hand."""
    on_delete: Literal["retain", "delete"] = "retain"
    """What becomes of it when the entry goes: it is kept; or it is lost with all its users."""
    existing: Annotated[str | None, BeforeValidator(forms.identifier), LATER] = None
    """The identifier of a directory that exists and is not managed here: `d-9067a1b2c3`."""
