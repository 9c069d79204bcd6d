"""Amazon DocumentDB in CloudFormation."""

from troposphere import docdb

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given, on_delete, tags
from infraspec.cloudformation.values import key_of
from infraspec.graph.docdb import DocDbCluster, DocDbClusterParameterGroup, DocDbInstance, DocDbSubnetGroup


def doc_db_subnet_group(group: DocDbSubnetGroup, ids: LogicalIds) -> docdb.DBSubnetGroup:
    """AWS::DocDB::DBSubnetGroup."""
    return docdb.DBSubnetGroup(
        ids.of(group),
        DBSubnetGroupName=group.name,
        DBSubnetGroupDescription=group.description,
        SubnetIds=ids.refs(group.subnets),
        Tags=tags(group.tags),
    )


def doc_db_cluster_parameter_group(group: DocDbClusterParameterGroup, ids: LogicalIds) -> docdb.DBClusterParameterGroup:
    """AWS::DocDB::DBClusterParameterGroup."""
    return docdb.DBClusterParameterGroup(
        ids.of(group),
        Name=group.name,
        Description=group.description,
        Family=group.family,
        Parameters=dict(group.parameters),
        Tags=tags(group.tags),
    )


def doc_db_cluster(cluster: DocDbCluster, ids: LogicalIds) -> docdb.DBCluster:
    """AWS::DocDB::DBCluster."""
    return docdb.DBCluster(
        ids.of(cluster),
        DBClusterIdentifier=cluster.identifier,
        EngineVersion=cluster.engine_version,
        StorageType=cluster.storage_type,
        StorageEncrypted=cluster.storage_encrypted,
        **given(KmsKeyId=key_of(ids, cluster.kms_key_id)),
        MasterUsername=cluster.master_username,
        ManageMasterUserPassword=True,
        Port=cluster.port,
        DBSubnetGroupName=ids.ref(cluster.subnet_group),
        VpcSecurityGroupIds=[ids.attribute(group, "GroupId") for group in cluster.security_groups],
        DBClusterParameterGroupName=ids.ref(cluster.parameter_group),
        **given(EnableCloudwatchLogsExports=list(cluster.enabled_log_exports) or None),
        BackupRetentionPeriod=cluster.backup_retention_period,
        **given(
            PreferredBackupWindow=cluster.backup_window,
            PreferredMaintenanceWindow=cluster.maintenance_window,
        ),
        DeletionProtection=cluster.deletion_protection,
        **on_delete(cluster.on_delete),
        Tags=tags(cluster.tags),
    )


def doc_db_instance(instance: DocDbInstance, ids: LogicalIds) -> docdb.DBInstance:
    """AWS::DocDB::DBInstance."""
    return docdb.DBInstance(
        ids.of(instance),
        DBInstanceIdentifier=instance.identifier,
        DBClusterIdentifier=ids.ref(instance.cluster),
        DBInstanceClass=instance.instance_class,
        **given(
            AvailabilityZone=instance.availability_zone,
            PreferredMaintenanceWindow=instance.maintenance_window,
        ),
        AutoMinorVersionUpgrade=instance.auto_minor_version_upgrade,
        **on_delete(instance.on_delete),
        Tags=tags(instance.tags),
    )
