"""`databases:` to nodes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from infraspec.diagnostic import Finding, Related
from infraspec.graph.rds import DbInstance, DbParameterGroup, DbSubnetGroup, OptionGroup
from infraspec.graph.resource import Ref, Resource, ref
from infraspec.graph.security_groups import SecurityGroup
from infraspec.graph.vpc import Subnet
from infraspec.resolve import database_parts as parts
from infraspec.resolve.database_options import option_group
from infraspec.resolve.network import Network
from infraspec.resolve.problems import NOT_OF_A_COPY, NOT_OF_A_REPLICA
from infraspec.resolve.scope import bare
from infraspec.spec.document import Entry
from infraspec.spec.kinds import DATABASE

if TYPE_CHECKING:
    from infraspec.spec.databases import Database


_WEEK = 7
_OF_THE_SOURCE = (
    "snapshot",
    "engine",
    "version",
    "license",
    "storage_gib",
    "storage_type",
    "iops",
    "throughput",
    "kms_key",
    "subnets",
    "secret_key",
    "username",
    "database",
    "extended_support",
)
"""What a replica has from its source, and cannot say.
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstanceReadReplica.html"""
_OF_THE_SNAPSHOT = ("username", "database", "kms_key")
"""What a snapshot brings.
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RestoreDBInstanceFromDBSnapshot.html"""


class _Given(NamedTuple):
    """What a database needs, and a replica takes from its source."""

    source: Entry[Database]
    """The entry that says its engine: its own, or that of the database at the end of the chain."""
    family: str
    subnets: tuple[Ref[Subnet], ...]

    @property
    def said(self) -> Database:
        """What that entry says."""
        return self.source.model


class _Parts(NamedTuple):
    """What is made for a database, or referred to by it."""

    source: Ref[DbInstance] | None
    """Of a replica."""
    groups: tuple[Ref[SecurityGroup], ...]
    parameters: DbParameterGroup | None
    options: OptionGroup | None
    watch: parts.Watch


def databases(scope: Network) -> Iterator[Resource]:
    """Every database with its subnet group, its parameter group and its option group."""
    for name, entry in scope.of(DATABASE).items():
        _says_what_it_can(scope, name, entry)
        given = _given(scope, name, entry)
        groups = scope.security_groups(entry.model.security_groups, (*entry.path, "security_groups"))
        if given is None or groups is None:
            continue
        found = _parts(scope, entry, given, groups)
        if entry.model.replica_of is None:
            yield parts.subnet_group(name, entry.path, given.subnets, scope.tags(name, entry.model.tags))
        yield from (one for one in (found.parameters, found.options, found.watch.role) if one is not None)
        yield _instance(scope, entry, entry.model, given, found)


def _parts(scope: Network, entry: Entry[Database], given: _Given, groups: tuple[Ref[SecurityGroup], ...]) -> _Parts:
    name, model, at = entry.name, entry.model, entry.path
    parameters = options = None
    if model.parameters:
        origin = (*at, "parameters")
        parameters = parts.parameter_group(scope, name, origin, given.family, model.parameters, model.tags)
    if model.options:
        options = option_group(scope, name, entry, given.source.model)
    source = None if model.replica_of is None else ref(DbInstance, bare(model.replica_of, DATABASE.word))
    watch = parts.watch(scope, name, at, model.monitoring, model.tags)
    return _Parts(source, groups, parameters, options, watch)


def _says_what_it_can(scope: Network, name: str, entry: Entry[Database]) -> None:
    """Report what a replica or a restored database says of what it has from elsewhere."""
    model, at = entry.model, entry.path
    if model.replica_of is not None:
        written = [key for key in _OF_THE_SOURCE if getattr(model, key) not in (None, [])]
        written += [key for key, value in (("encrypted", model.encrypted),) if value is False]
        for key in written:
            message = f"`{name}` is a replica, and has its `{key}` from `{model.replica_of}`"
            related = Related(at=(*at, "replica_of"), label="a replica of this one")
            scope.report(parts.surplus(NOT_OF_A_REPLICA, (*at, key), message, related))
        if model.on_delete == "snapshot":
            message = f"RDS makes no last snapshot of `{name}`, which is a replica"
            related = Related(at=(*at, "replica_of"), label="a replica of this one")
            scope.report(parts.surplus(NOT_OF_A_REPLICA, (*at, "on_delete"), message, related))
    elif model.snapshot is not None:
        for key in _OF_THE_SNAPSHOT:
            if getattr(model, key) is not None:
                message = f"`{name}` has its `{key}` from its snapshot"
                related = Related(at=(*at, "snapshot"), label="restored from this one")
                scope.report(parts.surplus(NOT_OF_A_COPY, (*at, key), message, related))


def _given(scope: Network, name: str, entry: Entry[Database]) -> _Given | None:
    """Its engine and its subnets; None, with a finding, where they are not said."""
    source = _source(scope, entry)
    if source is None:
        return None
    model, at = source.model, source.path
    if source is not entry:  # what is wrong with a source is reported with the source
        if model.engine is None or model.version is None:
            return None
        found = re.match(parts.engine_of(model.engine).version, model.version)
        family = parts.engine_of(model.engine).family.format(model.engine, *found.groups()) if found else None
        return None if family is None else _Given(source, family, ())
    for key, value in (("engine", model.engine), ("version", model.version), ("storage_gib", model.storage_gib)):
        if value is None:
            beside = "or `replica_of:` a database that has it"
            said = "as much as its snapshot has, or more" if model.snapshot else beside
            parts.missing(scope, f"database `{name}`", at, key, f"add `{key}:`, {said}")
    if not model.subnets:
        parts.missing(scope, f"database `{name}`", at, "subnets", "add `subnets:`, such as `tier:data`")
    if model.engine is None or model.version is None or model.storage_gib is None or not model.subnets:
        return None
    family = parts.family_of(scope, name, at, model.engine, model.version)
    subnets = scope.subnets(model.subnets, (*at, "subnets"))
    return None if family is None or subnets is None else _Given(source, family, subnets)


def _source(scope: Network, entry: Entry[Database]) -> Entry[Database] | None:
    """The database at the end of a chain of replicas; None if a name on the way leads nowhere, or back."""
    seen, now = {entry.name}, entry
    while now.model.replica_of is not None:
        found = scope.ref(DbInstance, DATABASE.word, now.model.replica_of, (*now.path, "replica_of"))
        following = scope.of(DATABASE).get(found.key) if found is not None else None
        if following is None:
            return None
        if following.name in seen:
            at, help_ = (*entry.path, "replica_of"), "name a database that is no replica"
            message = f"database `{entry.name}` is a replica of itself"
            scope.report(Finding(problem=NOT_OF_A_REPLICA, at=at, message=message, help=help_))
            return None
        seen.add(following.name)
        now = following
    return now


def _instance(scope: Network, entry: Entry[Database], model: Database, given: _Given, found: _Parts) -> DbInstance:
    return DbInstance(
        key=entry.name,
        origin=entry.path,
        depends_on=_waits(scope, model, given),
        identifier=entry.name,
        source=found.source,
        snapshot_identifier=model.snapshot,
        engine=given.said.engine or "",
        engine_version=given.said.version or "",
        engine_lifecycle_support=parts.support(model.extended_support),
        license_model=given.said.license,
        instance_class=model.class_,
        allocated_storage=given.said.storage_gib or 0,
        max_allocated_storage=model.max_storage_gib,
        storage_type=given.said.storage_type or "gp3",
        iops=given.said.iops,
        storage_throughput=given.said.throughput,
        dedicated_log_volume=_log_volume(model, given.said),
        storage_encrypted=given.said.encrypted,
        kms_key_id=None if found.source else scope.kms_key(model.kms_key, (*entry.path, "kms_key")),
        db_name=None if _brings_users(model) else model.database,
        port=_port(model, given.said),
        master_username=parts.username(given.said.engine or "", model.username, brought=_brings_users(model)),
        master_user_secret_kms_key_id=scope.kms_key(model.secret_key, (*entry.path, "secret_key")),
        iam_database_authentication=parts.signs_in_by_iam(given.said.engine or "", model.iam_authentication),
        multi_az=model.multi_az,
        availability_zone=None if model.zone is None else scope.zone_name(model.zone),
        network_type=parts.network_type(model.network),
        publicly_accessible=model.public,
        subnet_group=None if found.source else ref(DbSubnetGroup, entry.name),
        security_groups=found.groups,
        parameter_group=ref(DbParameterGroup, found.parameters.key) if found.parameters else None,
        option_group=ref(OptionGroup, found.options.key) if found.options else None,
        ca_certificate_identifier=model.ca_certificate,
        enabled_cloudwatch_logs_exports=parts.each_log(model.log_exports),
        monitoring=found.watch.monitoring,
        performance_insights=parts.insights(scope, entry.path, model.performance_insights),
        backup_retention_period=_WEEK if model.backup_days is None and not found.source else model.backup_days,
        backup_window=model.backup_window,
        maintenance_window=model.maintenance_window,
        apply_immediately=model.apply_immediately,
        copy_tags_to_snapshot=model.copy_tags,
        auto_minor_version_upgrade=model.auto_minor_version_upgrade,
        delete_automated_backups=_on_delete(model) == "delete",
        deletion_protection=model.deletion_protection,
        on_delete=_on_delete(model),
        tags=scope.tags(entry.name, model.tags),
    )


def _log_volume(model: Database, source: Database) -> bool | None:
    """Whether its log has a volume of its own: said to be off where it could have one."""
    could = source.engine in parts.OPEN_ENGINES and source.storage_type in ("io1", "io2")
    return False if model.dedicated_log_volume is None and could else model.dedicated_log_volume


def _brings_users(model: Database) -> bool:
    """Whether its users and its first database come from elsewhere."""
    return model.replica_of is not None or model.snapshot is not None


def _on_delete(model: Database) -> str:
    return model.on_delete or ("snapshot" if model.replica_of is None else "delete")


def _waits(scope: Network, model: Database, given: _Given) -> tuple[Ref[Any], ...]:
    """A public database waits for the way out of its VPC."""
    return scope.attachment_of(scope.vpc_of("subnet", given.subnets[0].key)) if model.public and given.subnets else ()


def _port(model: Database, source: Database) -> int:
    """Its own port, that of its source, or the engine's."""
    written = source.port if model.port is None else model.port
    return parts.engine_of(source.engine or "").port if written is None else written
