"""A CloudFormation template's databases, read back into plain facts: what instances and clusters have beside."""

from collections.abc import Iterator

from cloudformation_network import tags_of
from facts import Body, Fact


def watched(body: Body) -> Fact:
    """What is known of a database while it runs."""
    return {
        "monitored_every": body.number("MonitoringInterval"),
        "monitored_by": body("MonitoringRoleArn"),
        "insights_days": body.number("PerformanceInsightsRetentionPeriod"),
    }


def of_instance(body: Body) -> Fact:
    """What an instance has that others need not."""
    secret = body.block("MasterUserSecret")
    fact = {
        "replica_of": body("SourceDBInstanceIdentifier"),
        "snapshot": body("DBSnapshotIdentifier"),
        "support": body("EngineLifecycleSupport"),
        "log_volume": body.flag("DedicatedLogVolume"),
        "secret_key": secret("KmsKeyId"),
        "iam": body.flag("EnableIAMDatabaseAuthentication"),
        "network": body("NetworkType"),
        "options": body("OptionGroupName"),
        "certificate": body("CACertificateIdentifier"),
        "logs": body.set_of("EnableCloudwatchLogsExports"),
        "insights": body.flag("EnablePerformanceInsights"),
        "insights_key": body("PerformanceInsightsKMSKeyId"),
        **watched(body),
    }
    secret.done()
    return fact


def member(body: Body) -> Iterator[tuple[str, Fact]]:
    """An instance of a cluster."""
    yield (
        f"db_cluster_instance/{body('DBInstanceIdentifier')}",
        {
            "cluster": body("DBClusterIdentifier"),
            "engine": body("Engine"),
            "class": body("DBInstanceClass"),
            "tier": body.number("PromotionTier", 1),
            "zone": body("AvailabilityZone"),
            "public": body.flag("PubliclyAccessible"),
            "parameters": body("DBParameterGroupName"),
            "certificate": body("CACertificateIdentifier"),
            "maintenance_window": body("PreferredMaintenanceWindow"),
            "at_once": body.flag("ApplyImmediately", default=True),
            "minor_upgrades": body.flag("AutoMinorVersionUpgrade", default=True),
            "insights": body.flag("EnablePerformanceInsights"),
            "insights_key": body("PerformanceInsightsKMSKeyId"),
            **watched(body),
            "tags": tags_of(body),
        },
    )


def cluster(body: Body) -> Iterator[tuple[str, Fact]]:
    secret, capacity = body.block("MasterUserSecret"), body.block("ServerlessV2ScalingConfiguration")
    is_copy = body.has("SnapshotIdentifier")
    yield (
        f"db_cluster/{body('DBClusterIdentifier')}",
        {
            "snapshot": body("SnapshotIdentifier"),
            "engine": body("Engine"),
            "version": body("EngineVersion"),
            "support": body("EngineLifecycleSupport"),
            "class": body("DBClusterInstanceClass"),
            "size": body.number("AllocatedStorage"),
            "storage": body("StorageType"),
            "iops": body.number("Iops"),
            "encrypted": body.flag("StorageEncrypted", default=None if is_copy else False),
            "key": body("KmsKeyId"),
            "database": body("DatabaseName"),
            "user": body("MasterUsername"),
            "managed_password": body.flag("ManageMasterUserPassword", default=False),
            "secret_key": secret("KmsKeyId"),
            "port": body.number("Port"),
            "iam": body.flag("EnableIAMDatabaseAuthentication"),
            "data_api": body.flag("EnableHttpEndpoint"),
            "capacity": [capacity(key) for key in ("MinCapacity", "MaxCapacity", "SecondsUntilAutoPause")],
            "network": body("NetworkType"),
            "subnets": body("DBSubnetGroupName"),
            "groups": body.set_of("VpcSecurityGroupIds"),
            "parameters": body("DBClusterParameterGroupName"),
            "logs": body.set_of("EnableCloudwatchLogsExports"),
            "backtrack": body.number("BacktrackWindow"),
            "insights": body.flag("PerformanceInsightsEnabled"),
            "insights_key": body("PerformanceInsightsKmsKeyId"),
            **watched(body),
            "backup_days": body.number("BackupRetentionPeriod", 1),
            "backup_window": body("PreferredBackupWindow"),
            "maintenance_window": body("PreferredMaintenanceWindow"),
            "copies_tags": body.flag("CopyTagsToSnapshot", default=False),
            "backups_go_too": body.flag("DeleteAutomatedBackups", default=True),
            "protected": body.flag("DeletionProtection", default=False),
            "tags": tags_of(body),
        },
    )
    secret.done()
    capacity.done()


def cluster_parameter_group(body: Body) -> Iterator[tuple[str, Fact]]:
    fact = {"description": body("Description"), "family": body("Family"), "parameters": body("Parameters")}
    yield f"db_cluster_parameter_group/{body('DBClusterParameterGroupName')}", {**fact, "tags": tags_of(body)}


def option_group(body: Body) -> Iterator[tuple[str, Fact]]:
    options = {}
    for one in body.blocks("OptionConfigurations"):
        settings = {}
        for setting in one.blocks("OptionSettings"):
            settings[setting("Name")] = setting("Value")
            setting.done()
        options[one("OptionName")] = [
            one("OptionVersion"),
            one.number("Port"),
            one.set_of("VpcSecurityGroupMemberships"),
            settings,
        ]
        one.done()
    fact = {"description": body("OptionGroupDescription"), "engine": body("EngineName")}
    fact |= {"version": body("MajorEngineVersion"), "options": options, "tags": tags_of(body)}
    yield f"db_option_group/{body('OptionGroupName')}", fact


READERS = {
    "AWS::RDS::DBCluster": cluster,
    "AWS::RDS::DBClusterParameterGroup": cluster_parameter_group,
    "AWS::RDS::OptionGroup": option_group,
}
REF = dict.fromkeys(READERS, "name")
ATTRIBUTES = {"ReadEndpoint.Address": "reader_address", "DBClusterArn": "arn"}
KEEPS = {"AWS::RDS::DBCluster"}
