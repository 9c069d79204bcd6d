"""Amazon RDS's clusters in CloudFormation."""

from typing import Any

from troposphere import rds

from infraspec.cloudformation.database_parts import insights, monitoring, secret
from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given, on_delete, tags
from infraspec.cloudformation.values import key_of
from infraspec.graph.rds_cluster import DbCluster, DbClusterInstance, DbClusterParameterGroup, ServerlessScaling


def db_cluster_parameter_group(group: DbClusterParameterGroup, ids: LogicalIds) -> rds.DBClusterParameterGroup:
    """AWS::RDS::DBClusterParameterGroup."""
    return rds.DBClusterParameterGroup(
        ids.of(group),
        DBClusterParameterGroupName=group.name,
        Description=group.description,
        Family=group.family,
        Parameters=dict(group.parameters),
        Tags=tags(group.tags),
    )


def db_cluster(cluster: DbCluster, ids: LogicalIds) -> rds.DBCluster:
    """AWS::RDS::DBCluster."""
    return rds.DBCluster(
        ids.of(cluster),
        DBClusterIdentifier=cluster.identifier,
        **given(SnapshotIdentifier=cluster.snapshot_identifier),
        Engine=cluster.engine,
        EngineVersion=cluster.engine_version,
        **given(EngineLifecycleSupport=cluster.engine_lifecycle_support),
        **_storage(cluster, ids),
        **_access(cluster, ids),
        **given(
            DBClusterParameterGroupName=ids.ref(cluster.parameter_group) if cluster.parameter_group else None,
            EnableCloudwatchLogsExports=[*cluster.enabled_cloudwatch_logs_exports] or None,
            BacktrackWindow=cluster.backtrack_window,
        ),
        **monitoring(cluster.monitoring, ids),
        **insights(cluster.performance_insights, ids, "PerformanceInsightsEnabled", "PerformanceInsightsKmsKeyId"),
        BackupRetentionPeriod=cluster.backup_retention_period,
        **given(PreferredBackupWindow=cluster.backup_window, PreferredMaintenanceWindow=cluster.maintenance_window),
        CopyTagsToSnapshot=cluster.copy_tags_to_snapshot,
        DeleteAutomatedBackups=cluster.delete_automated_backups,
        DeletionProtection=cluster.deletion_protection,
        **on_delete(cluster.on_delete),
        Tags=tags(cluster.tags),
    )


def _storage(cluster: DbCluster, ids: LogicalIds) -> dict[str, Any]:
    """What it runs on and keeps its data on. The encryption of a restored cluster is that of its snapshot."""
    encryption = {"StorageEncrypted": cluster.storage_encrypted} if cluster.snapshot_identifier is None else {}
    return {
        **given(DBClusterInstanceClass=cluster.instance_class, AllocatedStorage=cluster.allocated_storage),
        "StorageType": cluster.storage_type,
        **given(Iops=cluster.iops),
        **encryption,
        **given(KmsKeyId=key_of(ids, cluster.kms_key_id)),
    }


def _access(cluster: DbCluster, ids: LogicalIds) -> dict[str, Any]:
    """Who reaches it, by which ways, and where it stands."""
    return {
        **given(DatabaseName=cluster.database_name, MasterUsername=cluster.master_username),
        "Port": cluster.port,
        "ManageMasterUserPassword": True,
        **secret(cluster.master_user_secret_kms_key_id, ids),
        **given(
            EnableIAMDatabaseAuthentication=cluster.iam_database_authentication,
            EnableHttpEndpoint=cluster.http_endpoint,
            ServerlessV2ScalingConfiguration=_capacity(cluster.serverless) if cluster.serverless else None,
            NetworkType=cluster.network_type,
        ),
        "DBSubnetGroupName": ids.ref(cluster.subnet_group),
        "VpcSecurityGroupIds": [ids.attribute(group, "GroupId") for group in cluster.security_groups],
    }


def _capacity(found: ServerlessScaling) -> rds.ServerlessV2ScalingConfiguration:
    """The capacity, of which troposphere takes neither 0 nor more than 128."""
    capacity = rds.ServerlessV2ScalingConfiguration(**given(SecondsUntilAutoPause=found.seconds_until_auto_pause))
    capacity.properties.update(MinCapacity=found.min_capacity, MaxCapacity=found.max_capacity)
    return capacity


def db_cluster_instance(instance: DbClusterInstance, ids: LogicalIds) -> rds.DBInstance:
    """AWS::RDS::DBInstance in a cluster."""
    return rds.DBInstance(
        ids.of(instance),
        DBInstanceIdentifier=instance.identifier,
        DBClusterIdentifier=ids.ref(instance.cluster),
        Engine=instance.engine,
        DBInstanceClass=instance.instance_class,
        PromotionTier=instance.promotion_tier,
        **given(AvailabilityZone=instance.availability_zone),
        PubliclyAccessible=instance.publicly_accessible,
        DBSubnetGroupName=ids.ref(instance.subnet_group),
        **given(
            DBParameterGroupName=ids.ref(instance.parameter_group) if instance.parameter_group else None,
            CACertificateIdentifier=instance.ca_certificate_identifier,
            PreferredMaintenanceWindow=instance.maintenance_window,
        ),
        **monitoring(instance.monitoring, ids),
        **insights(instance.performance_insights, ids, "EnablePerformanceInsights", "PerformanceInsightsKMSKeyId"),
        ApplyImmediately=True,
        AutoMinorVersionUpgrade=instance.auto_minor_version_upgrade,
        **on_delete("retain" if instance.is_kept else "delete"),
        Tags=tags(instance.tags),
    )
