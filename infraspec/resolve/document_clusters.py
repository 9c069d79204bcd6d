"""`document_clusters:` to nodes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from infraspec.graph.docdb import DocDbCluster, DocDbClusterParameterGroup, DocDbInstance, DocDbSubnetGroup
from infraspec.graph.resource import Ref, Resource, ref
from infraspec.graph.security_groups import SecurityGroup
from infraspec.resolve.database_parts import group_name
from infraspec.resolve.network import Network
from infraspec.spec.document import Entry
from infraspec.spec.kinds import DOCUMENT_CLUSTER

if TYPE_CHECKING:
    from infraspec.spec.document_clusters import DocumentCluster


def document_clusters(scope: Network) -> Iterator[Resource]:
    """Every cluster with its subnet group, its parameter group and its instances."""
    for name, entry in scope.of(DOCUMENT_CLUSTER).items():
        subnets = scope.subnets(entry.model.subnets, (*entry.path, "subnets"))
        groups = scope.security_groups(entry.model.security_groups, (*entry.path, "security_groups"))
        if subnets is None or groups is None:
            continue
        yield DocDbSubnetGroup(
            key=name,
            origin=entry.path,
            name=name,
            description=f"Subnets of {name}",
            subnets=subnets,
            tags=scope.tags(name, entry.model.tags),
        )
        parameter_group = _parameter_group(scope, entry, _family(entry.model.version))
        yield parameter_group
        yield _cluster(scope, entry, groups, parameter_group)
        yield from _instances(scope, entry)


def _family(version: str) -> str:
    """The parameter group family of a version: its first two numbers. Rules say whether there is such a version."""
    return "docdb" + ".".join(version.split(".")[:2])


def _parameter_group(scope: Network, entry: Entry[DocumentCluster], family: str) -> DocDbClusterParameterGroup:
    """A group of its own, in which TLS is written. Its name holds the family, so that an upgrade makes a new one."""
    group = group_name(entry.name, family)
    return DocDbClusterParameterGroup(
        key=group,
        origin=entry.path,
        name=group,
        description=f"Parameters of {entry.name}",
        family=family,
        parameters=tuple(sorted({**entry.model.parameters, "tls": entry.model.tls}.items())),
        tags=scope.tags(group, entry.model.tags),
    )


def _cluster(
    scope: Network,
    entry: Entry[DocumentCluster],
    groups: tuple[Ref[SecurityGroup], ...],
    parameter_group: DocDbClusterParameterGroup,
) -> DocDbCluster:
    return DocDbCluster(
        key=entry.name,
        origin=entry.path,
        identifier=entry.name,
        engine_version=entry.model.version,
        storage_type=entry.model.storage_type,
        storage_encrypted=entry.model.encrypted,
        kms_key_id=scope.kms_key(entry.model.kms_key, (*entry.path, "kms_key")),
        master_username=entry.model.username,
        port=entry.model.port,
        subnet_group=ref(DocDbSubnetGroup, entry.name),
        security_groups=groups,
        parameter_group=ref(DocDbClusterParameterGroup, parameter_group.key),
        enabled_log_exports=tuple(sorted(set(entry.model.log_exports))),
        backup_retention_period=entry.model.backup_days,
        backup_window=entry.model.backup_window,
        maintenance_window=entry.model.maintenance_window,
        deletion_protection=entry.model.deletion_protection,
        on_delete=entry.model.on_delete,
        tags=scope.tags(entry.name, entry.model.tags),
    )


def _instances(scope: Network, entry: Entry[DocumentCluster]) -> Iterator[DocDbInstance]:
    """The instances; one that is called by a number has the cluster's name before it."""
    at = (*entry.path, "instances")
    for position, (written, own) in enumerate(entry.model.instances.items()):
        name = f"{entry.name}-{written}" if written.isdecimal() else written
        zone = own.zone if own else None
        yield DocDbInstance(
            key=name,
            origin=at if written.isdecimal() else (*at, written if own else position),
            identifier=name,
            cluster=ref(DocDbCluster, entry.name),
            instance_class=(own.class_ if own else None) or entry.model.class_,
            availability_zone=None if zone is None else scope.zone_name(zone),
            maintenance_window=(own.maintenance_window if own else None) or entry.model.maintenance_window,
            auto_minor_version_upgrade=entry.model.auto_minor_version_upgrade,
            on_delete="retain" if entry.model.on_delete == "retain" else "delete",
            tags=scope.tags(name, entry.model.tags),
        )
