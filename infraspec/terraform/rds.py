"""Amazon RDS in Terraform."""

from typing import TypedDict

from infraspec.graph.rds import DbInstance, DbParameterGroup, DbSubnetGroup, Option, OptionGroup
from infraspec.terraform.block import Block, Expression, kept, tags
from infraspec.terraform.database_parts import (
    LastSnapshot,
    ParameterGroup,
    SubnetGroup,
    Watched,
    last_snapshot,
    parameter_group,
    subnet_group,
    watched,
)
from infraspec.terraform.names import Labels
from infraspec.terraform.values import key_of


class AwsDbSubnetGroup(SubnetGroup):
    """The arguments of aws_db_subnet_group that we write."""


def db_subnet_group(group: DbSubnetGroup, labels: Labels) -> Block:
    """aws_db_subnet_group."""
    return labels.block(
        group,
        AwsDbSubnetGroup(**subnet_group(group, labels)),
    )


class AwsDbParameterGroup(ParameterGroup):
    """The arguments of aws_db_parameter_group that we write."""


def db_parameter_group(group: DbParameterGroup, labels: Labels) -> Block:
    """aws_db_parameter_group, which a database that is upgraded leaves before it is deleted."""
    return labels.block(
        group,
        AwsDbParameterGroup(**parameter_group(group)),
        {"create_before_destroy": True},
    )


class Setting(TypedDict):
    """One `option_settings` block."""

    name: str
    value: str


class OptionBlock(TypedDict):
    """One `option` block."""

    option_name: str
    version: str | None
    port: int | None
    vpc_security_group_memberships: list[str] | None
    option_settings: list[Setting] | None


class AwsDbOptionGroup(TypedDict):
    """The arguments of aws_db_option_group that we write."""

    name: str
    option_group_description: str
    engine_name: str
    major_engine_version: str
    option: list[OptionBlock]
    tags: dict[str, str]


def option_group(group: OptionGroup, labels: Labels) -> Block:
    """aws_db_option_group, which a database that is upgraded leaves before it is deleted."""
    return labels.block(
        group,
        AwsDbOptionGroup(
            name=group.name,
            option_group_description=group.description,
            engine_name=group.engine_name,
            major_engine_version=group.major_engine_version,
            option=[_option(option, labels) for option in group.options],
            tags=tags(group.tags),
        ),
        {"create_before_destroy": True},
    )


def _option(option: Option, labels: Labels) -> OptionBlock:
    return OptionBlock(
        option_name=option.option_name,
        version=option.option_version,
        port=option.port,
        vpc_security_group_memberships=[*labels.refs(option.security_groups)] or None,
        option_settings=[Setting(name=name, value=value) for name, value in option.settings] or None,
    )


class Origin(TypedDict):
    """What a database runs and keeps its data on, which a replica has from its source."""

    replicate_source_db: Expression | str | None
    snapshot_identifier: str | None
    engine: str | None
    engine_version: str | None
    license_model: str | None
    db_name: str | None
    username: str | None
    manage_master_user_password: bool | None
    master_user_secret_kms_key_id: Expression | str | None
    allocated_storage: int | None
    storage_type: str | None
    iops: int | None
    storage_throughput: int | None
    kms_key_id: Expression | str | None


def _origin(database: DbInstance, labels: Labels) -> Origin:
    own = database.source is None
    return Origin(
        replicate_source_db=labels.ref(database.source, "identifier") if database.source is not None else None,
        snapshot_identifier=database.snapshot_identifier,
        engine=database.engine if own else None,
        engine_version=database.engine_version if own else None,
        license_model=database.license_model if own else None,
        db_name=database.db_name,
        username=database.master_username,
        manage_master_user_password=True if own else None,
        master_user_secret_kms_key_id=key_of(labels, database.master_user_secret_kms_key_id),
        allocated_storage=database.allocated_storage if own else None,
        storage_type=database.storage_type if own else None,
        iops=database.iops if own else None,
        storage_throughput=database.storage_throughput if own else None,
        kms_key_id=key_of(labels, database.kms_key_id),
    )


class AwsDbInstance(Origin, Watched, LastSnapshot):
    """The arguments of aws_db_instance that we write."""

    identifier: str
    engine_lifecycle_support: str | None
    instance_class: str
    max_allocated_storage: int | None
    dedicated_log_volume: bool | None
    storage_encrypted: bool
    port: int
    iam_database_authentication_enabled: bool | None
    multi_az: bool
    availability_zone: str | None
    network_type: str | None
    publicly_accessible: bool
    db_subnet_group_name: str | None
    vpc_security_group_ids: list[str]
    parameter_group_name: str | None
    option_group_name: str | None
    ca_cert_identifier: str | None
    enabled_cloudwatch_logs_exports: list[str] | None
    backup_retention_period: int | None
    backup_window: str | None
    maintenance_window: str | None
    apply_immediately: bool
    copy_tags_to_snapshot: bool
    auto_minor_version_upgrade: bool
    delete_automated_backups: bool
    deletion_protection: bool
    tags: dict[str, str]


def db_instance(database: DbInstance, labels: Labels) -> Block:
    """aws_db_instance."""
    return labels.block(
        database,
        AwsDbInstance(
            **_origin(database, labels),
            **watched(database.monitoring, database.performance_insights, labels),
            identifier=database.identifier,
            engine_lifecycle_support=database.engine_lifecycle_support,
            instance_class=database.instance_class,
            max_allocated_storage=database.max_allocated_storage,
            dedicated_log_volume=database.dedicated_log_volume,
            storage_encrypted=database.storage_encrypted,
            port=database.port,
            iam_database_authentication_enabled=database.iam_database_authentication,
            multi_az=database.multi_az,
            availability_zone=database.availability_zone,
            network_type=database.network_type,
            publicly_accessible=database.publicly_accessible,
            db_subnet_group_name=labels.ref(database.subnet_group, "name") if database.subnet_group else None,
            vpc_security_group_ids=[*labels.refs(database.security_groups)],
            parameter_group_name=labels.ref(database.parameter_group, "name") if database.parameter_group else None,
            option_group_name=labels.ref(database.option_group, "name") if database.option_group else None,
            ca_cert_identifier=database.ca_certificate_identifier,
            enabled_cloudwatch_logs_exports=[*database.enabled_cloudwatch_logs_exports] or None,
            backup_retention_period=database.backup_retention_period,
            backup_window=database.backup_window,
            maintenance_window=database.maintenance_window,
            apply_immediately=database.apply_immediately,
            copy_tags_to_snapshot=database.copy_tags_to_snapshot,
            auto_minor_version_upgrade=database.auto_minor_version_upgrade,
            delete_automated_backups=database.delete_automated_backups,
            deletion_protection=database.deletion_protection,
            **last_snapshot(database.identifier, database.on_delete if database.source is None else "delete"),
            tags=tags(database.tags),
        ),
        kept(database.on_delete),
    )
