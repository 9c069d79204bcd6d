"""Amazon RDS in CloudFormation."""

from typing import Any

from troposphere import rds

from infraspec.cloudformation.database_parts import insights, monitoring, secret
from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given, on_delete, tags
from infraspec.cloudformation.values import key_of
from infraspec.graph.rds import DbInstance, DbParameterGroup, DbSubnetGroup, Option, OptionGroup


def db_subnet_group(group: DbSubnetGroup, ids: LogicalIds) -> rds.DBSubnetGroup:
    """AWS::RDS::DBSubnetGroup."""
    return rds.DBSubnetGroup(
        ids.of(group),
        DBSubnetGroupName=group.name,
        DBSubnetGroupDescription=group.description,
        SubnetIds=ids.refs(group.subnets),
        Tags=tags(group.tags),
    )


def db_parameter_group(group: DbParameterGroup, ids: LogicalIds) -> rds.DBParameterGroup:
    """AWS::RDS::DBParameterGroup."""
    return rds.DBParameterGroup(
        ids.of(group),
        DBParameterGroupName=group.name,
        Description=group.description,
        Family=group.family,
        Parameters=dict(group.parameters),
        Tags=tags(group.tags),
    )


def option_group(group: OptionGroup, ids: LogicalIds) -> rds.OptionGroup:
    """AWS::RDS::OptionGroup."""
    return rds.OptionGroup(
        ids.of(group),
        OptionGroupName=group.name,
        OptionGroupDescription=group.description,
        EngineName=group.engine_name,
        MajorEngineVersion=group.major_engine_version,
        OptionConfigurations=[_option(option, ids) for option in group.options],
        Tags=tags(group.tags),
    )


def _option(option: Option, ids: LogicalIds) -> rds.OptionConfiguration:
    groups = [ids.attribute(group, "GroupId") for group in option.security_groups]
    settings = [rds.OptionSetting(Name=name, Value=value) for name, value in option.settings]
    return rds.OptionConfiguration(
        OptionName=option.option_name,
        **given(
            OptionVersion=option.option_version,
            Port=option.port,
            VpcSecurityGroupMemberships=groups or None,
            OptionSettings=settings or None,
        ),
    )


def db_instance(database: DbInstance, ids: LogicalIds) -> rds.DBInstance:
    """AWS::RDS::DBInstance."""
    made = rds.DBInstance(
        ids.of(database),
        DBInstanceIdentifier=database.identifier,
        **_origin(database, ids),
        **given(EngineLifecycleSupport=database.engine_lifecycle_support),
        DBInstanceClass=database.instance_class,
        **_storage(database, ids),
        **_access(database, ids),
        **_settings(database, ids),
        **monitoring(database.monitoring, ids),
        **insights(database.performance_insights, ids, "EnablePerformanceInsights", "PerformanceInsightsKMSKeyId"),
        ApplyImmediately=database.apply_immediately,
        CopyTagsToSnapshot=database.copy_tags_to_snapshot,
        AutoMinorVersionUpgrade=database.auto_minor_version_upgrade,
        DeleteAutomatedBackups=database.delete_automated_backups,
        DeletionProtection=database.deletion_protection,
        **on_delete(database.on_delete),
        Tags=tags(database.tags),
    )
    return made if database.source is None else made.no_validation()  # of replicas it refuses what RDS takes


def _origin(database: DbInstance, ids: LogicalIds) -> dict[str, Any]:
    """What it runs: a replica has it from its source."""
    if database.source is not None:
        return {"SourceDBInstanceIdentifier": ids.ref(database.source)}
    return {
        **given(DBSnapshotIdentifier=database.snapshot_identifier),
        "Engine": database.engine,
        "EngineVersion": database.engine_version,
        **given(LicenseModel=database.license_model, DBName=database.db_name),
        "ManageMasterUserPassword": True,
        **secret(database.master_user_secret_kms_key_id, ids),
    }


def _storage(database: DbInstance, ids: LogicalIds) -> dict[str, Any]:
    """What it keeps its data on. The encryption of a copy is that of what it is a copy of."""
    grows = given(MaxAllocatedStorage=database.max_allocated_storage, DedicatedLogVolume=database.dedicated_log_volume)
    if database.source is not None:
        return grows
    encryption = {"StorageEncrypted": database.storage_encrypted} if database.snapshot_identifier is None else {}
    return {
        "AllocatedStorage": str(database.allocated_storage),
        "StorageType": database.storage_type,
        **given(Iops=database.iops, StorageThroughput=database.storage_throughput),
        **grows,
        **encryption,
        **given(KmsKeyId=key_of(ids, database.kms_key_id)),
    }


def _access(database: DbInstance, ids: LogicalIds) -> dict[str, Any]:
    """Who reaches it, and where it stands."""
    return {
        "Port": str(database.port),
        **given(
            MasterUsername=database.master_username,
            EnableIAMDatabaseAuthentication=database.iam_database_authentication,
        ),
        "MultiAZ": database.multi_az,
        **given(AvailabilityZone=database.availability_zone, NetworkType=database.network_type),
        "PubliclyAccessible": database.publicly_accessible,
        **given(DBSubnetGroupName=ids.ref(database.subnet_group) if database.subnet_group else None),
        "VPCSecurityGroups": [ids.attribute(group, "GroupId") for group in database.security_groups],
    }


def _settings(database: DbInstance, ids: LogicalIds) -> dict[str, Any]:
    """How its engine is set up, and when it is looked after."""
    return given(
        DBParameterGroupName=ids.ref(database.parameter_group) if database.parameter_group else None,
        OptionGroupName=ids.ref(database.option_group) if database.option_group else None,
        CACertificateIdentifier=database.ca_certificate_identifier,
        EnableCloudwatchLogsExports=[*database.enabled_cloudwatch_logs_exports] or None,
        BackupRetentionPeriod=database.backup_retention_period,
        PreferredBackupWindow=database.backup_window,
        PreferredMaintenanceWindow=database.maintenance_window,
    )
