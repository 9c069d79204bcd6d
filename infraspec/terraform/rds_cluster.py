"""Amazon RDS's clusters in Terraform."""

from typing import TypedDict

from infraspec.graph.rds_cluster import DbCluster, DbClusterInstance, DbClusterParameterGroup
from infraspec.terraform.block import Block, Expression, kept, tags
from infraspec.terraform.database_parts import (
    LastSnapshot,
    ParameterGroup,
    Watched,
    last_snapshot,
    parameter_group,
    watched,
)
from infraspec.terraform.names import Labels
from infraspec.terraform.values import key_of


class AwsRdsClusterParameterGroup(ParameterGroup):
    """The arguments of aws_rds_cluster_parameter_group that we write."""


def db_cluster_parameter_group(group: DbClusterParameterGroup, labels: Labels) -> Block:
    """aws_rds_cluster_parameter_group, which a cluster that is upgraded leaves before it is deleted."""
    return labels.block(
        group,
        AwsRdsClusterParameterGroup(**parameter_group(group)),
        {"create_before_destroy": True},
    )


class Capacity(TypedDict):
    """The `serverlessv2_scaling_configuration` block."""

    min_capacity: float
    max_capacity: float
    seconds_until_auto_pause: int | None


class AwsRdsCluster(Watched, LastSnapshot):
    """The arguments of aws_rds_cluster that we write."""

    cluster_identifier: str
    snapshot_identifier: str | None
    engine: str
    engine_version: str
    engine_lifecycle_support: str | None
    db_cluster_instance_class: str | None
    allocated_storage: int | None
    storage_type: str
    iops: int | None
    storage_encrypted: bool | None
    kms_key_id: Expression | str | None
    database_name: str | None
    master_username: str | None
    manage_master_user_password: bool
    master_user_secret_kms_key_id: Expression | str | None
    port: int
    iam_database_authentication_enabled: bool | None
    enable_http_endpoint: bool | None
    serverlessv2_scaling_configuration: Capacity | None
    network_type: str | None
    db_subnet_group_name: str
    vpc_security_group_ids: list[str]
    db_cluster_parameter_group_name: str | None
    enabled_cloudwatch_logs_exports: list[str] | None
    backtrack_window: int | None
    backup_retention_period: int
    preferred_backup_window: str | None
    preferred_maintenance_window: str | None
    apply_immediately: bool
    allow_major_version_upgrade: bool
    copy_tags_to_snapshot: bool
    delete_automated_backups: bool
    deletion_protection: bool
    tags: dict[str, str]


def db_cluster(cluster: DbCluster, labels: Labels) -> Block:
    """aws_rds_cluster. Its changes are made at once, and major versions follow each other, as in CloudFormation."""
    return labels.block(
        cluster,
        AwsRdsCluster(
            **watched(cluster.monitoring, cluster.performance_insights, labels),
            cluster_identifier=cluster.identifier,
            snapshot_identifier=cluster.snapshot_identifier,
            engine=cluster.engine,
            engine_version=cluster.engine_version,
            engine_lifecycle_support=cluster.engine_lifecycle_support,
            db_cluster_instance_class=cluster.instance_class,
            allocated_storage=cluster.allocated_storage,
            storage_type=cluster.storage_type,
            iops=cluster.iops,
            storage_encrypted=cluster.storage_encrypted if cluster.snapshot_identifier is None else None,
            kms_key_id=key_of(labels, cluster.kms_key_id),
            database_name=cluster.database_name,
            master_username=cluster.master_username,
            manage_master_user_password=True,
            master_user_secret_kms_key_id=key_of(labels, cluster.master_user_secret_kms_key_id),
            port=cluster.port,
            iam_database_authentication_enabled=cluster.iam_database_authentication,
            enable_http_endpoint=cluster.http_endpoint,
            serverlessv2_scaling_configuration=_capacity(cluster),
            network_type=cluster.network_type,
            db_subnet_group_name=labels.ref(cluster.subnet_group, "name"),
            vpc_security_group_ids=[*labels.refs(cluster.security_groups)],
            db_cluster_parameter_group_name=labels.ref(cluster.parameter_group, "name")
            if cluster.parameter_group
            else None,
            enabled_cloudwatch_logs_exports=[*cluster.enabled_cloudwatch_logs_exports] or None,
            backtrack_window=cluster.backtrack_window,
            backup_retention_period=cluster.backup_retention_period,
            preferred_backup_window=cluster.backup_window,
            preferred_maintenance_window=cluster.maintenance_window,
            apply_immediately=True,
            allow_major_version_upgrade=True,
            copy_tags_to_snapshot=cluster.copy_tags_to_snapshot,
            delete_automated_backups=cluster.delete_automated_backups,
            deletion_protection=cluster.deletion_protection,
            **last_snapshot(cluster.identifier, cluster.on_delete),
            tags=tags(cluster.tags),
        ),
        kept(cluster.on_delete),
    )


def _capacity(cluster: DbCluster) -> Capacity | None:
    if cluster.serverless is None:
        return None
    return Capacity(
        min_capacity=cluster.serverless.min_capacity,
        max_capacity=cluster.serverless.max_capacity,
        seconds_until_auto_pause=cluster.serverless.seconds_until_auto_pause,
    )


class AwsRdsClusterInstance(Watched):
    """The arguments of aws_rds_cluster_instance that we write."""

    identifier: str
    cluster_identifier: Expression | str
    engine: str
    instance_class: str
    promotion_tier: int
    availability_zone: str | None
    publicly_accessible: bool
    db_subnet_group_name: str
    db_parameter_group_name: str | None
    ca_cert_identifier: str | None
    preferred_maintenance_window: str | None
    apply_immediately: bool
    auto_minor_version_upgrade: bool
    tags: dict[str, str]


def db_cluster_instance(instance: DbClusterInstance, labels: Labels) -> Block:
    """aws_rds_cluster_instance."""
    group = instance.parameter_group
    return labels.block(
        instance,
        AwsRdsClusterInstance(
            **watched(instance.monitoring, instance.performance_insights, labels),
            identifier=instance.identifier,
            cluster_identifier=labels.ref(instance.cluster),
            engine=instance.engine,
            instance_class=instance.instance_class,
            promotion_tier=instance.promotion_tier,
            availability_zone=instance.availability_zone,
            publicly_accessible=instance.publicly_accessible,
            db_subnet_group_name=labels.ref(instance.subnet_group, "name"),
            db_parameter_group_name=labels.ref(group, "name") if group else None,
            ca_cert_identifier=instance.ca_certificate_identifier,
            preferred_maintenance_window=instance.maintenance_window,
            apply_immediately=True,
            auto_minor_version_upgrade=instance.auto_minor_version_upgrade,
            tags=tags(instance.tags),
        ),
        {"prevent_destroy": True} if instance.is_kept else None,
    )
