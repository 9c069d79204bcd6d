"""Amazon WorkSpaces."""

from infraspec.graph.directories import Directory
from infraspec.graph.kms import Key
from infraspec.graph.resource import Ref, Resource, Tags, node
from infraspec.graph.security_groups import SecurityGroup
from infraspec.graph.vpc import Subnet


@node
class DirectoryRegistration(Resource):
    """aws_workspaces_directory: that WorkSpaces may use a directory, and how."""

    instead = "register the directory with `aws workspaces register-workspace-directory`"

    directory: Ref[Directory]
    directory_id: str | None
    """Of a directory that exists."""
    subnets: tuple[Ref[Subnet], ...]
    devices: tuple[str, ...]
    """The kinds of devices that are let in, by the words of the API: `DeviceTypeWeb` is `web`."""
    self_service: tuple[str, ...]
    """What people may do to their own, by the words of the API."""
    enable_internet_access: bool
    user_enabled_as_local_administrator: bool
    enable_maintenance_mode: bool
    custom_security_group: Ref[SecurityGroup] | None
    default_ou: str | None
    tags: Tags

    def by_hand(self) -> str:
        """The command that registers the same directory."""
        directory = self.directory_id or "DIRECTORY-ID"
        subnets = f"the identifiers of {' and '.join(one.key for one in self.subnets)}"
        return (
            "take `registration` out of the spec, and once the directory stands, with "
            f"{subnets}, run: aws workspaces register-workspace-directory --directory-id {directory} --subnet-ids …"
        )


@node
class Workspace(Resource):
    """AWS::WorkSpaces::Workspace."""

    directory: Ref[Directory]
    user_name: str
    bundle_id: str
    running_mode: str
    """`AUTO_STOP` or `ALWAYS_ON`."""
    auto_stop_minutes: int | None
    compute_type_name: str
    root_volume_size_gib: int
    user_volume_size_gib: int
    root_volume_encryption_enabled: bool
    user_volume_encryption_enabled: bool
    volume_encryption_key: Ref[Key] | str | None
    """None where nothing is encrypted."""
    on_delete: str
    tags: Tags
