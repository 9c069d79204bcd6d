"""Amazon RDS in CloudFormation."""

from troposphere import rds

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given, tags
from infraspec.cloudformation.values import key_of
from infraspec.graph.rds import DbInstance, DbParameterGroup, DbSubnetGroup


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


def db_instance(database: DbInstance, ids: LogicalIds) -> rds.DBInstance:
    """AWS::RDS::DBInstance."""
    return rds.DBInstance(
        ids.of(database),
        DBInstanceIdentifier=database.identifier,
        Engine=database.engine,
        EngineVersion=database.engine_version,
        **given(LicenseModel=database.license_model),
        DBInstanceClass=database.instance_class,
        AllocatedStorage=str(database.allocated_storage),
        **given(MaxAllocatedStorage=database.max_allocated_storage),
        StorageType=database.storage_type,
        **given(Iops=database.iops, StorageThroughput=database.storage_throughput),
        StorageEncrypted=database.storage_encrypted,
        **given(KmsKeyId=key_of(ids, database.kms_key_id), DBName=database.db_name),
        Port=str(database.port),
        MasterUsername=database.master_username,
        ManageMasterUserPassword=True,
        MultiAZ=database.multi_az,
        **given(AvailabilityZone=database.availability_zone),
        PubliclyAccessible=database.publicly_accessible,
        DBSubnetGroupName=ids.ref(database.subnet_group),
        VPCSecurityGroups=[ids.attribute(group, "GroupId") for group in database.security_groups],
        **given(DBParameterGroupName=ids.ref(database.parameter_group) if database.parameter_group else None),
        BackupRetentionPeriod=database.backup_retention_period,
        **given(
            PreferredBackupWindow=database.backup_window,
            PreferredMaintenanceWindow=database.maintenance_window,
        ),
        CopyTagsToSnapshot=database.copy_tags_to_snapshot,
        AutoMinorVersionUpgrade=database.auto_minor_version_upgrade,
        DeleteAutomatedBackups=database.delete_automated_backups,
        DeletionProtection=database.deletion_protection,
        DeletionPolicy=database.on_delete.capitalize(),
        UpdateReplacePolicy=database.on_delete.capitalize(),
        Tags=tags(database.tags),
    )
