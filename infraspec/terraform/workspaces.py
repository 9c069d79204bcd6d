"""Amazon WorkSpaces in Terraform."""

from collections.abc import Iterator
from typing import TypedDict

from infraspec.graph.iam import Role
from infraspec.graph.workspaces import DirectoryRegistration, Workspace
from infraspec.terraform.block import Block, Expression, kept, tags
from infraspec.terraform.iam_policies import policies
from infraspec.terraform.names import Labels
from infraspec.terraform.values import key_of


class SelfServicePermissions(TypedDict):
    """The block `self_service_permissions`."""

    change_compute_type: bool
    increase_volume_size: bool
    rebuild_workspace: bool
    restart_workspace: bool
    switch_running_mode: bool


class WorkspaceAccessProperties(TypedDict):
    """The block `workspace_access_properties`."""

    device_type_android: str
    device_type_chromeos: str
    device_type_ios: str
    device_type_linux: str
    device_type_osx: str
    device_type_web: str
    device_type_windows: str
    device_type_zeroclient: str


class WorkspaceCreationProperties(TypedDict):
    """The block `workspace_creation_properties`."""

    enable_internet_access: bool
    enable_maintenance_mode: bool
    user_enabled_as_local_administrator: bool
    custom_security_group_id: str | None
    default_ou: str | None


class AwsWorkspacesDirectory(TypedDict):
    """The arguments of aws_workspaces_directory that we write."""

    directory_id: Expression | str
    subnet_ids: list[Expression | str]
    self_service_permissions: list[SelfServicePermissions]
    workspace_access_properties: list[WorkspaceAccessProperties]
    workspace_creation_properties: list[WorkspaceCreationProperties]
    tags: dict[str, str]


def directory_registration(one: DirectoryRegistration, labels: Labels) -> Block:
    """aws_workspaces_directory, after the policies of WorkSpaces' role: with less than these, it cannot be undone."""
    group = one.custom_security_group
    return labels.block(
        one,
        AwsWorkspacesDirectory(
            directory_id=labels.ref(one.directory),
            subnet_ids=labels.refs(one.subnets),
            self_service_permissions=[
                SelfServicePermissions(
                    change_compute_type="change_compute" in one.self_service,
                    increase_volume_size="grow_volumes" in one.self_service,
                    rebuild_workspace="rebuild" in one.self_service,
                    restart_workspace="restart" in one.self_service,
                    switch_running_mode="switch_running" in one.self_service,
                )
            ],
            workspace_access_properties=[_devices(one.devices)],
            workspace_creation_properties=[
                WorkspaceCreationProperties(
                    enable_internet_access=one.enable_internet_access,
                    enable_maintenance_mode=one.enable_maintenance_mode,
                    user_enabled_as_local_administrator=one.user_enabled_as_local_administrator,
                    custom_security_group_id=None if group is None else labels.ref(group),
                    default_ou=one.default_ou,
                )
            ],
            tags=tags(one.tags),
        ),
        after=_policies(one, labels),
    )


def _policies(one: DirectoryRegistration, labels: Labels) -> Iterator[Block]:
    """What the roles that it waits for may do."""
    for first in one.depends_on:
        node = labels.node(first)
        if isinstance(node, Role):
            yield from policies(node, labels)


def _devices(let_in: tuple[str, ...]) -> WorkspaceAccessProperties:
    """Each kind of device, let in or not."""
    said = {True: "ALLOW", False: "DENY"}
    return WorkspaceAccessProperties(
        device_type_android=said["android" in let_in],
        device_type_chromeos=said["chromeos" in let_in],
        device_type_ios=said["ios" in let_in],
        device_type_linux=said["linux" in let_in],
        device_type_osx=said["macos" in let_in],
        device_type_web=said["web" in let_in],
        device_type_windows=said["windows" in let_in],
        device_type_zeroclient=said["zero_client" in let_in],
    )


class WorkspaceProperties(TypedDict):
    """The block `workspace_properties`."""

    compute_type_name: str
    root_volume_size_gib: int
    user_volume_size_gib: int
    running_mode: str
    running_mode_auto_stop_timeout_in_minutes: int | None


class AwsWorkspacesWorkspace(TypedDict):
    """The arguments of aws_workspaces_workspace that we write."""

    directory_id: Expression | str
    user_name: str
    bundle_id: str
    root_volume_encryption_enabled: bool
    user_volume_encryption_enabled: bool
    volume_encryption_key: Expression | str | None
    workspace_properties: list[WorkspaceProperties]
    tags: dict[str, str]


def workspace(workspace: Workspace, labels: Labels) -> Block:
    """aws_workspaces_workspace."""
    return labels.block(
        workspace,
        AwsWorkspacesWorkspace(
            directory_id=labels.ref(workspace.directory),
            user_name=workspace.user_name,
            bundle_id=workspace.bundle_id,
            root_volume_encryption_enabled=workspace.root_volume_encryption_enabled,
            user_volume_encryption_enabled=workspace.user_volume_encryption_enabled,
            volume_encryption_key=key_of(labels, workspace.volume_encryption_key),
            workspace_properties=[
                WorkspaceProperties(
                    compute_type_name=workspace.compute_type_name,
                    root_volume_size_gib=workspace.root_volume_size_gib,
                    user_volume_size_gib=workspace.user_volume_size_gib,
                    running_mode=workspace.running_mode,
                    running_mode_auto_stop_timeout_in_minutes=workspace.auto_stop_minutes,
                )
            ],
            tags=tags(workspace.tags),
        ),
        kept(workspace.on_delete),
    )
