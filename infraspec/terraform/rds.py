"""Amazon RDS in Terraform."""

from typing import TypedDict

from infraspec.graph.rds import DbInstance, DbParameterGroup, DbSubnetGroup
from infraspec.terraform.block import Block, tags
from infraspec.terraform.names import Labels
from infraspec.terraform.values import key_of


class AwsDbSubnetGroup(TypedDict):
    """The arguments of aws_db_subnet_group that we write."""

    name: str
    description: str
    subnet_ids: list[str]
    tags: dict[str, str]


def db_subnet_group(group: DbSubnetGroup, labels: Labels) -> Block:
    """aws_db_subnet_group."""
    return labels.block(
        group,
        AwsDbSubnetGroup(
            name=group.name,
            description=group.description,
            subnet_ids=[*labels.refs(group.subnets)],
            tags=tags(group.tags),
        ),
    )


class Parameter(TypedDict):
    """One `parameter` block."""

    name: str
    value: str
    apply_method: str


class AwsDbParameterGroup(TypedDict):
    """The arguments of aws_db_parameter_group that we write."""

    name: str
    description: str
    family: str
    parameter: list[Parameter]
    tags: dict[str, str]


def db_parameter_group(group: DbParameterGroup, labels: Labels) -> Block:
    """aws_db_parameter_group, which a database that is upgraded leaves before it is deleted."""
    return labels.block(
        group,
        AwsDbParameterGroup(
            name=group.name,
            description=group.description,
            family=group.family,
            parameter=[
                Parameter(name=name, value=value, apply_method="pending-reboot") for name, value in group.parameters
            ],
            tags=tags(group.tags),
        ),
        {"create_before_destroy": True},
    )


class AwsDbInstance(TypedDict):
    """The arguments of aws_db_instance that we write."""

    identifier: str
    engine: str
    engine_version: str
    license_model: str | None
    instance_class: str
    allocated_storage: int
    max_allocated_storage: int | None
    storage_type: str
    iops: int | None
    storage_throughput: int | None
    storage_encrypted: bool
    kms_key_id: str | None
    db_name: str | None
    port: int
    username: str
    manage_master_user_password: bool
    multi_az: bool
    availability_zone: str | None
    publicly_accessible: bool
    db_subnet_group_name: str
    vpc_security_group_ids: list[str]
    parameter_group_name: str | None
    backup_retention_period: int
    backup_window: str | None
    maintenance_window: str | None
    copy_tags_to_snapshot: bool
    auto_minor_version_upgrade: bool
    delete_automated_backups: bool
    deletion_protection: bool
    skip_final_snapshot: bool
    final_snapshot_identifier: str | None
    tags: dict[str, str]


def db_instance(database: DbInstance, labels: Labels) -> Block:
    """aws_db_instance."""
    return labels.block(
        database,
        AwsDbInstance(
            identifier=database.identifier,
            engine=database.engine,
            engine_version=database.engine_version,
            license_model=database.license_model,
            instance_class=database.instance_class,
            allocated_storage=database.allocated_storage,
            max_allocated_storage=database.max_allocated_storage,
            storage_type=database.storage_type,
            iops=database.iops,
            storage_throughput=database.storage_throughput,
            storage_encrypted=database.storage_encrypted,
            kms_key_id=key_of(labels, database.kms_key_id),
            db_name=database.db_name,
            port=database.port,
            username=database.master_username,
            manage_master_user_password=True,
            multi_az=database.multi_az,
            availability_zone=database.availability_zone,
            publicly_accessible=database.publicly_accessible,
            db_subnet_group_name=labels.ref(database.subnet_group, "name"),
            vpc_security_group_ids=[*labels.refs(database.security_groups)],
            parameter_group_name=labels.ref(database.parameter_group, "name") if database.parameter_group else None,
            backup_retention_period=database.backup_retention_period,
            backup_window=database.backup_window,
            maintenance_window=database.maintenance_window,
            copy_tags_to_snapshot=database.copy_tags_to_snapshot,
            auto_minor_version_upgrade=database.auto_minor_version_upgrade,
            delete_automated_backups=database.delete_automated_backups,
            deletion_protection=database.deletion_protection,
            skip_final_snapshot=database.on_delete == "delete",
            final_snapshot_identifier=None if database.on_delete == "delete" else f"{database.identifier}-final",
            tags=tags(database.tags),
        ),
        {"prevent_destroy": True} if database.on_delete == "retain" else None,
    )
