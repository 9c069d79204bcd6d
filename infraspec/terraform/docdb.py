"""Amazon DocumentDB in Terraform."""

from typing import TypedDict

from infraspec.graph.docdb import DocDbCluster, DocDbClusterParameterGroup, DocDbInstance, DocDbSubnetGroup
from infraspec.terraform.block import Block, kept, tags
from infraspec.terraform.database_parts import (
    LastSnapshot,
    ParameterGroup,
    SubnetGroup,
    last_snapshot,
    parameter_group,
    subnet_group,
)
from infraspec.terraform.names import Labels
from infraspec.terraform.values import key_of

_PROMOTION_TIER = 1
"""What every instance has that says nothing else; Terraform's provider would send 0, and CloudFormation cannot."""


class AwsDocdbSubnetGroup(SubnetGroup):
    """The arguments of aws_docdb_subnet_group that we write."""


def doc_db_subnet_group(group: DocDbSubnetGroup, labels: Labels) -> Block:
    """aws_docdb_subnet_group."""
    return labels.block(
        group,
        AwsDocdbSubnetGroup(**subnet_group(group, labels)),
    )


class AwsDocdbClusterParameterGroup(ParameterGroup):
    """The arguments of aws_docdb_cluster_parameter_group that we write."""


def doc_db_cluster_parameter_group(group: DocDbClusterParameterGroup, labels: Labels) -> Block:
    """aws_docdb_cluster_parameter_group, which a cluster that is upgraded leaves before it is deleted."""
    return labels.block(
        group,
        AwsDocdbClusterParameterGroup(**parameter_group(group)),
        {"create_before_destroy": True},
    )


class AwsDocdbCluster(LastSnapshot):
    """The arguments of aws_docdb_cluster that we write."""

    cluster_identifier: str
    engine: str
    engine_version: str
    storage_type: str
    storage_encrypted: bool
    kms_key_id: str | None
    master_username: str
    manage_master_user_password: bool
    port: int
    db_subnet_group_name: str
    vpc_security_group_ids: list[str]
    db_cluster_parameter_group_name: str
    enabled_cloudwatch_logs_exports: list[str] | None
    backup_retention_period: int
    preferred_backup_window: str | None
    preferred_maintenance_window: str | None
    apply_immediately: bool
    deletion_protection: bool
    tags: dict[str, str]


def doc_db_cluster(cluster: DocDbCluster, labels: Labels) -> Block:
    """aws_docdb_cluster, of a provider that knows managed passwords. Its changes are made at once."""
    block = labels.block(
        cluster,
        AwsDocdbCluster(
            cluster_identifier=cluster.identifier,
            engine="docdb",
            engine_version=cluster.engine_version,
            storage_type=cluster.storage_type,
            storage_encrypted=cluster.storage_encrypted,
            kms_key_id=key_of(labels, cluster.kms_key_id),
            master_username=cluster.master_username,
            manage_master_user_password=True,
            port=cluster.port,
            db_subnet_group_name=labels.ref(cluster.subnet_group, "name"),
            vpc_security_group_ids=[*labels.refs(cluster.security_groups)],
            db_cluster_parameter_group_name=labels.ref(cluster.parameter_group, "name"),
            enabled_cloudwatch_logs_exports=[*cluster.enabled_log_exports] or None,
            backup_retention_period=cluster.backup_retention_period,
            preferred_backup_window=cluster.backup_window,
            preferred_maintenance_window=cluster.maintenance_window,
            apply_immediately=True,
            deletion_protection=cluster.deletion_protection,
            **last_snapshot(cluster.identifier, cluster.on_delete),
            tags=tags(cluster.tags),
        ),
        kept(cluster.on_delete),
    )
    return block._replace(since=(5, 100))


class AwsDocdbClusterInstance(TypedDict):
    """The arguments of aws_docdb_cluster_instance that we write."""

    identifier: str
    cluster_identifier: str
    instance_class: str
    availability_zone: str | None
    preferred_maintenance_window: str | None
    apply_immediately: bool
    auto_minor_version_upgrade: bool
    promotion_tier: int
    tags: dict[str, str]


def doc_db_instance(instance: DocDbInstance, labels: Labels) -> Block:
    """aws_docdb_cluster_instance."""
    return labels.block(
        instance,
        AwsDocdbClusterInstance(
            identifier=instance.identifier,
            cluster_identifier=labels.ref(instance.cluster),
            instance_class=instance.instance_class,
            availability_zone=instance.availability_zone,
            preferred_maintenance_window=instance.maintenance_window,
            apply_immediately=True,
            auto_minor_version_upgrade=instance.auto_minor_version_upgrade,
            promotion_tier=_PROMOTION_TIER,
            tags=tags(instance.tags),
        ),
        kept(instance.on_delete),
    )
