"""`database_clusters:` to nodes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from infraspec.diagnostic import Related
from infraspec.graph.rds import DbParameterGroup, DbSubnetGroup
from infraspec.graph.rds_cluster import DbCluster, DbClusterInstance, DbClusterParameterGroup, ServerlessScaling
from infraspec.graph.resource import Ref, Resource, ref
from infraspec.graph.security_groups import SecurityGroup
from infraspec.graph.vpc import Subnet
from infraspec.resolve import database_parts as parts
from infraspec.resolve.network import Network
from infraspec.resolve.problems import NO_INSTANCES, NOT_OF_A_COPY
from infraspec.spec.document import Entry
from infraspec.spec.forms.database_clusters import SERVERLESS
from infraspec.spec.kinds import DATABASE_CLUSTER

if TYPE_CHECKING:
    from infraspec.spec.database_clusters import DatabaseCluster

_HOUR = 3600
_OF_INSTANCES = ("instances", "instance_parameters", "ca_certificate")
"""What is said of instances, which a Multi-AZ cluster does not have as things of their own."""


class _Parts(NamedTuple):
    """What a cluster refers to."""

    subnets: tuple[Ref[Subnet], ...]
    groups: tuple[Ref[SecurityGroup], ...]
    parameters: DbClusterParameterGroup | None
    of_instances: DbParameterGroup | None
    watch: parts.Watch


def database_clusters(scope: Network) -> Iterator[Resource]:
    """Every cluster with its subnet group, its parameter groups and, of Aurora, its instances."""
    for name, entry in scope.of(DATABASE_CLUSTER).items():
        model, at = entry.model, entry.path
        _says_what_it_can(scope, entry)
        family = parts.family_of(scope, name, at, model.engine, model.version)
        subnets = scope.subnets(model.subnets, (*at, "subnets"))
        groups = scope.security_groups(model.security_groups, (*at, "security_groups"))
        if family is None or subnets is None or groups is None or not _is_whole(scope, name, entry):
            continue
        found = _parts(scope, entry, family, subnets, groups)
        yield parts.subnet_group(name, at, subnets, scope.tags(name, model.tags))
        yield from (one for one in (found.parameters, found.of_instances, found.watch.role) if one is not None)
        yield _cluster(scope, entry, model, found)
        yield from _instances(scope, entry, found)


def _is_whole(scope: Network, name: str, entry: Entry[DatabaseCluster]) -> bool:
    """Whether a cluster of Aurora says its instances, and each of them its class."""
    model, what = entry.model, f"cluster `{name}`"
    if not _is_aurora(model):
        return True  # what a Multi-AZ cluster lacks, rules say
    if not model.instances:
        parts.missing(scope, what, entry.path, "instances", "add `instances: 2`, a writer and a reader")
        return False
    has_none = any(one.class_ is None for one in model.instances.values())
    if has_none and model.class_ is None and model.serverless is None:
        parts.missing(scope, what, entry.path, "class", "add `class:` such as db.r6g.large, or `serverless:`")
        return False
    return True


def _is_aurora(model: DatabaseCluster) -> bool:
    return model.engine.startswith("aurora")


def _says_what_it_can(scope: Network, entry: Entry[DatabaseCluster]) -> None:
    """Report what a restored cluster says of what its snapshot brings, and a Multi-AZ cluster of its instances."""
    model, at = entry.model, entry.path
    for key in ("username", "database") if model.snapshot is not None else ():
        if getattr(model, key) is not None:
            related = Related(at=(*at, "snapshot"), label="restored from this one")
            scope.report(
                parts.surplus(NOT_OF_A_COPY, (*at, key), f"`{entry.name}` has its `{key}` from its snapshot", related)
            )
    if not _is_aurora(model):
        written = [key for key in _OF_INSTANCES if getattr(model, key) not in (None, {})]
        written += [] if model.auto_minor_version_upgrade else ["auto_minor_version_upgrade"]
        for key in written:
            message = f"RDS makes the instances of `{entry.name}`, a Multi-AZ cluster, which takes no `{key}`"
            related = Related(at=(*at, "engine"), label="an engine of Multi-AZ clusters")
            scope.report(parts.surplus(NO_INSTANCES, (*at, key), message, related))


def _parts(
    scope: Network,
    entry: Entry[DatabaseCluster],
    family: str,
    subnets: tuple[Ref[Subnet], ...],
    groups: tuple[Ref[SecurityGroup], ...],
) -> _Parts:
    name, model, at = entry.name, entry.model, entry.path
    of_cluster = of_instances = None
    if model.parameters:
        group = parts.group_name(name, family)
        of_cluster = DbClusterParameterGroup(
            key=group,
            origin=(*at, "parameters"),
            name=group,
            description=f"Parameters of {name}",
            family=family,
            parameters=tuple(sorted(model.parameters.items())),
            tags=scope.tags(group, model.tags),
        )
    if model.instance_parameters and _is_aurora(model):
        origin = (*at, "instance_parameters")
        of_instances = parts.parameter_group(scope, name, origin, family, model.instance_parameters, model.tags)
    return _Parts(subnets, groups, of_cluster, of_instances, parts.watch(scope, name, at, model.monitoring, model.tags))


def _cluster(scope: Network, entry: Entry[DatabaseCluster], model: DatabaseCluster, found: _Parts) -> DbCluster:
    return DbCluster(
        key=entry.name,
        origin=entry.path,
        identifier=entry.name,
        snapshot_identifier=model.snapshot,
        engine=model.engine,
        engine_version=model.version,
        engine_lifecycle_support=parts.support(model.extended_support),
        instance_class=None if _is_aurora(model) else model.class_,
        allocated_storage=model.storage_gib,
        storage_type=model.storage_type or ("aurora" if _is_aurora(model) else "gp3"),
        iops=model.iops,
        storage_encrypted=model.encrypted,
        kms_key_id=scope.kms_key(model.kms_key, (*entry.path, "kms_key")),
        database_name=None if model.snapshot is not None else model.database,
        port=parts.engine_of(model.engine).port if model.port is None else model.port,
        master_username=parts.username(model.engine, model.username, brought=model.snapshot is not None),
        master_user_secret_kms_key_id=scope.kms_key(model.secret_key, (*entry.path, "secret_key")),
        iam_database_authentication=_signs_in_by_iam(model),
        http_endpoint=model.data_api,
        serverless=_serverless(model),
        network_type=parts.network_type(model.network),
        publicly_accessible=model.public and not _is_aurora(model),
        subnet_group=ref(DbSubnetGroup, entry.name),
        security_groups=found.groups,
        parameter_group=ref(DbClusterParameterGroup, found.parameters.key) if found.parameters else None,
        enabled_cloudwatch_logs_exports=parts.each_log(model.log_exports),
        monitoring=None if _is_aurora(model) else found.watch.monitoring,
        performance_insights=None
        if _is_aurora(model)
        else parts.insights(scope, entry.path, model.performance_insights),
        backtrack_window=None if model.backtrack_hours is None else model.backtrack_hours * _HOUR,
        backup_retention_period=model.backup_days,
        backup_window=model.backup_window,
        maintenance_window=model.maintenance_window,
        copy_tags_to_snapshot=model.copy_tags,
        delete_automated_backups=model.on_delete == "delete",
        deletion_protection=model.deletion_protection,
        on_delete=model.on_delete,
        tags=scope.tags(entry.name, model.tags),
    )


def _signs_in_by_iam(model: DatabaseCluster) -> bool | None:
    """A Multi-AZ cluster has no users of IAM."""
    written = model.iam_authentication
    return parts.signs_in_by_iam(model.engine, written) if _is_aurora(model) else written


def _serverless(model: DatabaseCluster) -> ServerlessScaling | None:
    found = model.serverless
    return None if found is None else ServerlessScaling(found.min, found.max, found.pause_after)


def _instances(scope: Network, entry: Entry[DatabaseCluster], found: _Parts) -> Iterator[DbClusterInstance]:
    """The instances of a cluster of Aurora: those that are counted are called after it and numbered.

    The first that stands becomes the writer, so the others wait for it.
    """
    name, model = entry.name, entry.model
    public = scope.attachment_of(scope.vpc_of("subnet", found.subnets[0].key)) if model.public else ()
    first: tuple[Ref[DbClusterInstance], ...] = ()
    for position, (key, one) in enumerate(model.instances.items() if _is_aurora(model) else ()):
        called = f"{name}-{key}" if key.isdecimal() else key
        yield DbClusterInstance(
            key=called,
            origin=(*entry.path, "instances") if key.isdecimal() else (*entry.path, "instances", key),
            depends_on=(*public, *first),
            identifier=called,
            cluster=ref(DbCluster, name),
            engine=model.engine,
            instance_class=one.class_ or model.class_ or SERVERLESS,
            promotion_tier=min(position, 1) if one.tier is None else one.tier,
            availability_zone=None if one.zone is None else scope.zone_name(one.zone),
            publicly_accessible=model.public,
            subnet_group=ref(DbSubnetGroup, name),
            parameter_group=ref(DbParameterGroup, found.of_instances.key) if found.of_instances else None,
            ca_certificate_identifier=model.ca_certificate,
            monitoring=found.watch.monitoring,
            performance_insights=parts.insights(scope, entry.path, model.performance_insights),
            maintenance_window=model.maintenance_window,
            auto_minor_version_upgrade=model.auto_minor_version_upgrade,
            is_kept=model.on_delete == "retain",
            tags=scope.tags(called, model.tags),
        )
        first = first or (ref(DbClusterInstance, called),)
