"""`workspaces:` to nodes."""

from __future__ import annotations

from collections.abc import Iterator

from infraspec.graph.directories import Directory
from infraspec.graph.resource import Resource, ref
from infraspec.graph.workspaces import DirectoryRegistration, Workspace
from infraspec.resolve.network import Network
from infraspec.spec.kinds import DIRECTORY, WORKSPACE

OWN_KEY = "alias/aws/workspaces"
_HOUR = 60


def workspaces(scope: Network) -> Iterator[Resource]:
    """Every desktop, after the registration of its directory where that is made here."""
    for name, entry in scope.of(WORKSPACE).items():
        model, at = entry.model, entry.path
        directory = scope.ref(Directory, "directory", model.directory, (*at, "directory"))
        if directory is None:
            continue
        is_registered = scope.of(DIRECTORY)[directory.key].model.registration is not None
        stops = model.running == "auto_stop"
        encrypts = model.encrypt_root or model.encrypt_user
        yield Workspace(
            key=name,
            origin=at,
            depends_on=(ref(DirectoryRegistration, directory.key),) if is_registered else (),
            directory=directory,
            user_name=model.user,
            bundle_id=model.bundle,
            running_mode=model.running.upper(),
            auto_stop_minutes=(model.auto_stop_minutes or _HOUR) if stops else model.auto_stop_minutes,
            compute_type_name=model.compute.upper(),
            root_volume_size_gib=model.root_volume_gib,
            user_volume_size_gib=model.user_volume_gib,
            root_volume_encryption_enabled=model.encrypt_root,
            user_volume_encryption_enabled=model.encrypt_user,
            volume_encryption_key=(scope.kms_key(model.kms_key, (*at, "kms_key")) or OWN_KEY) if encrypts else None,
            on_delete=model.on_delete,
            tags=scope.tags(name, model.tags),
        )
