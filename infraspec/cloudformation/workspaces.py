"""Amazon WorkSpaces in CloudFormation, which has no type for the registration of a directory."""

from troposphere import workspaces

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given, on_delete, tags
from infraspec.cloudformation.values import key_of
from infraspec.graph.workspaces import Workspace


def workspace(workspace: Workspace, ids: LogicalIds) -> workspaces.Workspace:
    """AWS::WorkSpaces::Workspace."""
    return workspaces.Workspace(
        ids.of(workspace),
        DirectoryId=ids.ref(workspace.directory),
        UserName=workspace.user_name,
        BundleId=workspace.bundle_id,
        RootVolumeEncryptionEnabled=workspace.root_volume_encryption_enabled,
        UserVolumeEncryptionEnabled=workspace.user_volume_encryption_enabled,
        **given(VolumeEncryptionKey=key_of(ids, workspace.volume_encryption_key)),
        WorkspaceProperties=workspaces.WorkspaceProperties(
            ComputeTypeName=workspace.compute_type_name,
            RootVolumeSizeGib=workspace.root_volume_size_gib,
            UserVolumeSizeGib=workspace.user_volume_size_gib,
            RunningMode=workspace.running_mode,
            **given(RunningModeAutoStopTimeoutInMinutes=workspace.auto_stop_minutes),
        ),
        Tags=tags(workspace.tags),
        **on_delete(workspace.on_delete),
    )
