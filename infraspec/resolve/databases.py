"""`databases:` to nodes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from infraspec.diagnostic import Finding, Related, choices
from infraspec.graph.rds import DbInstance, DbParameterGroup, DbSubnetGroup
from infraspec.graph.resource import Ref, Resource, ref
from infraspec.graph.security_groups import SecurityGroup
from infraspec.graph.vpc import Subnet
from infraspec.resolve.network import Network
from infraspec.resolve.problems import ENGINE_VERSION
from infraspec.spec.document import Entry
from infraspec.spec.kinds import DATABASE

if TYPE_CHECKING:
    from infraspec.spec.databases import Database


class Engine(NamedTuple):
    """What RDS takes for granted of an engine."""

    port: int
    username: str
    version: str
    """The pattern of a version, whose groups make up the parameter group's family."""
    family: str
    """The family as a format of engine and groups."""
    example: str


_TAIL = r"(?:[.-][A-Za-z0-9.-]+)?\Z"
_MAJOR_MINOR = rf"([0-9]+\.[0-9]+){_TAIL}"
_POSTGRES = rf"([1-9][0-9]|9\.[0-9]){_TAIL}"
_MAJOR = rf"([0-9]+){_TAIL}"
_SQL_SERVER = rf"([0-9]+)\.00?{_TAIL}"

_ENGINES = {
    "mysql": Engine(3306, "admin", _MAJOR_MINOR, "{0}{1}", "8.0"),
    "mariadb": Engine(3306, "admin", _MAJOR_MINOR, "{0}{1}", "11.4"),
    "postgres": Engine(5432, "postgres", _POSTGRES, "{0}{1}", "17"),
    "oracle": Engine(1521, "dbadmin", _MAJOR, "{0}-{1}", "19"),
    "sqlserver": Engine(1433, "dbadmin", _SQL_SERVER, "{0}-{1}.0", "16.00"),
}
"""By the first word of the engine's name.
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBParameterGroup.html"""


def databases(scope: Network) -> Iterator[Resource]:
    """Every database with its subnet group and its parameter group."""
    for name, entry in scope.of(DATABASE).items():
        family = _family(scope, name, entry)
        subnets = scope.subnets(entry.model.subnets, (*entry.path, "subnets"))
        groups = scope.security_groups(entry.model.security_groups, (*entry.path, "security_groups"))
        if family is None or subnets is None or groups is None:
            continue
        yield DbSubnetGroup(
            key=name,
            origin=entry.path,
            name=name,
            description=f"Subnets of {name}",
            subnets=subnets,
            tags=scope.tags(name, entry.model.tags),
        )
        parameter_group = _parameter_group(scope, name, entry, family) if entry.model.parameters else None
        if parameter_group is not None:
            yield parameter_group
        yield _instance(scope, entry, subnets, groups, parameter_group, _ENGINES[entry.model.engine.partition("-")[0]])


def _family(scope: Network, name: str, entry: Entry[Database]) -> str | None:
    """The parameter group family of an engine's version; None, with a finding, for what is not a version."""
    engine = _ENGINES[entry.model.engine.partition("-")[0]]
    found = re.match(engine.version, entry.model.version)
    if found is not None:
        return engine.family.format(entry.model.engine, *found.groups())
    scope.report(
        Finding(
            problem=ENGINE_VERSION,
            at=(*entry.path, "version"),
            message=f"`{entry.model.version}` is not a version of `{entry.model.engine}`, the engine of `{name}`",
            related=(Related(at=(*entry.path, "engine"), label="this engine"),),
            help=f'write one such as "{engine.example}", in quotes',
            fixes=choices((*entry.path, "version"), [f'"{engine.example}"']),
        )
    )
    return None


def _parameter_group(scope: Network, name: str, entry: Entry[Database], family: str) -> DbParameterGroup:
    """A group of its own. The family is part of its name, so that an upgrade makes a new one beside the old."""
    group = f"{name}-{family.replace('.', '-')}"
    return DbParameterGroup(
        key=group,
        origin=(*entry.path, "parameters"),
        name=group,
        description=f"Parameters of {name}",
        family=family,
        parameters=tuple(sorted(entry.model.parameters.items())),
        tags=scope.tags(group, entry.model.tags),
    )


def _instance(
    scope: Network,
    entry: Entry[Database],
    subnets: tuple[Ref[Subnet], ...],
    groups: tuple[Ref[SecurityGroup], ...],
    parameter_group: DbParameterGroup | None,
    engine: Engine,
) -> DbInstance:
    return DbInstance(
        key=entry.name,
        origin=entry.path,
        depends_on=scope.attachment_of(scope.vpc_of("subnet", subnets[0].key))
        if entry.model.public and subnets
        else (),
        identifier=entry.name,
        engine=entry.model.engine,
        engine_version=entry.model.version,
        license_model=entry.model.license,
        instance_class=entry.model.class_,
        allocated_storage=entry.model.storage_gib,
        max_allocated_storage=entry.model.max_storage_gib,
        storage_type=entry.model.storage_type,
        iops=entry.model.iops,
        storage_throughput=entry.model.throughput,
        storage_encrypted=entry.model.encrypted,
        kms_key_id=scope.kms_key(entry.model.kms_key, (*entry.path, "kms_key")),
        db_name=entry.model.database,
        port=engine.port if entry.model.port is None else entry.model.port,
        master_username=engine.username if entry.model.username is None else entry.model.username,
        multi_az=entry.model.multi_az,
        availability_zone=None if entry.model.zone is None else scope.zone_name(entry.model.zone),
        publicly_accessible=entry.model.public,
        subnet_group=ref(DbSubnetGroup, entry.name),
        security_groups=groups,
        parameter_group=ref(DbParameterGroup, parameter_group.key) if parameter_group else None,
        backup_retention_period=entry.model.backup_days,
        backup_window=entry.model.backup_window,
        maintenance_window=entry.model.maintenance_window,
        copy_tags_to_snapshot=entry.model.copy_tags,
        auto_minor_version_upgrade=entry.model.auto_minor_version_upgrade,
        delete_automated_backups=entry.model.on_delete == "delete",
        deletion_protection=entry.model.deletion_protection,
        on_delete=entry.model.on_delete,
        tags=scope.tags(entry.name, entry.model.tags),
    )
