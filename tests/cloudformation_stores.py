"""A CloudFormation template's document clusters, tables and caches, read back into plain facts.

https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html
"""

import re
from collections.abc import Iterator

from cloudformation_network import tags_of
from facts import Body, Fact, given


def document_subnet_group(body: Body) -> Iterator[tuple[str, Fact]]:
    fact = {"description": body("DBSubnetGroupDescription"), "subnets": body.set_of("SubnetIds"), "tags": tags_of(body)}
    yield f"document_subnet_group/{body('DBSubnetGroupName')}", fact


def document_parameter_group(body: Body) -> Iterator[tuple[str, Fact]]:
    yield (
        f"document_parameter_group/{body('Name')}",
        {
            "description": body("Description"),
            "family": body("Family"),
            "parameters": body("Parameters"),
            "tags": tags_of(body),
        },
    )


def document_cluster(body: Body) -> Iterator[tuple[str, Fact]]:
    yield (
        f"document_cluster/{body('DBClusterIdentifier')}",
        {
            "version": body("EngineVersion"),
            "storage": body("StorageType", "standard"),
            "encrypted": body.flag("StorageEncrypted", default=False),
            "key": body("KmsKeyId"),
            "user": body("MasterUsername"),
            "managed_password": body.flag("ManageMasterUserPassword", default=False),
            "port": body.number("Port", 27017),
            "subnets": body("DBSubnetGroupName"),
            "groups": body.set_of("VpcSecurityGroupIds"),
            "parameters": body("DBClusterParameterGroupName"),
            "logs": body.set_of("EnableCloudwatchLogsExports"),
            "backup_days": body.number("BackupRetentionPeriod", 1),
            "backup_window": body("PreferredBackupWindow"),
            "maintenance_window": body("PreferredMaintenanceWindow"),
            "protected": body.flag("DeletionProtection", default=False),
            "tags": tags_of(body),
        },
    )


def document_instance(body: Body) -> Iterator[tuple[str, Fact]]:
    yield (
        f"document_instance/{body('DBInstanceIdentifier')}",
        {
            "cluster": body("DBClusterIdentifier"),
            "class": body("DBInstanceClass"),
            "zone": body("AvailabilityZone"),
            "maintenance_window": body("PreferredMaintenanceWindow"),
            "minor_upgrades": body.flag("AutoMinorVersionUpgrade", default=True),
            "tier": 1,
            "tags": tags_of(body),
        },
    )


def _keys(body: Body) -> dict[str, str]:
    found = {}
    for one in body.blocks("KeySchema"):
        found[{"HASH": "partition", "RANGE": "sort"}[one("KeyType")]] = one("AttributeName")
        one.done()
    return found


def _index(body: Body) -> Fact:
    projection, units, most = (body.block(n) for n in ("Projection", "ProvisionedThroughput", "OnDemandThroughput"))
    fact = given(
        name=body("IndexName"),
        **_keys(body),
        projection=projection("ProjectionType"),
        carries=projection.set_of("NonKeyAttributes"),
        **_throughput(units, most),
    )
    for one in (projection, units, most, body):
        one.done()
    return fact


def _throughput(units: Body, most: Body) -> Fact:
    return {
        "reads": units.number("ReadCapacityUnits"),
        "writes": units.number("WriteCapacityUnits"),
        "most_reads": most.number("MaxReadRequestUnits"),
        "most_writes": most.number("MaxWriteRequestUnits"),
    }


def table(body: Body) -> Iterator[tuple[str, Fact]]:
    attributes = {one("AttributeName"): one("AttributeType") for one in body.blocks("AttributeDefinitions")}
    units, most = body.block("ProvisionedThroughput"), body.block("OnDemandThroughput")
    ttl, stream = body.block("TimeToLiveSpecification"), body.block("StreamSpecification")
    recovery, insights = body.block("PointInTimeRecoverySpecification"), body.block("ContributorInsightsSpecification")
    encryption = body.block("SSESpecification")
    recovers = recovery.flag("PointInTimeRecoveryEnabled", default=False)
    name = body("TableName")
    yield (
        f"table/{name}",
        {
            "attributes": attributes,
            **_keys(body),
            "local": sorted((_index(one) for one in body.blocks("LocalSecondaryIndexes")), key=str),
            "global": sorted((_index(one) for one in body.blocks("GlobalSecondaryIndexes")), key=str),
            "billing": body("BillingMode", "PROVISIONED"),
            **_throughput(units, most),
            "class": body("TableClass", "STANDARD"),
            "ttl": ttl("AttributeName") if ttl.flag("Enabled", default=False) else None,
            "stream": stream("StreamViewType"),
            "recovers": recovers,
            "recovery_days": recovery.number("RecoveryPeriodInDays", 35 if recovers else None),
            "account_key": encryption.flag("SSEEnabled", default=False),
            "key": encryption("KMSMasterKeyId"),
            "key_of": encryption("SSEType", "KMS"),
            "protected": body.flag("DeletionProtectionEnabled", default=False),
            "tags": tags_of(body),
        },
    )
    if insights.flag("Enabled", default=False):
        yield f"table_insights/table/{name}.name", {}
    for one in (units, most, ttl, stream, recovery, insights, encryption):
        one.done()


def scalable_target(body: Body) -> Iterator[tuple[str, Fact]]:
    yield (
        f"scalable_target/{body('ResourceId')} {body('ScalableDimension')}",
        {
            "service": body("ServiceNamespace"),
            "least": body.number("MinCapacity"),
            "most": body.number("MaxCapacity"),
        },
    )


def scaling_policy(body: Body) -> Iterator[tuple[str, Fact]]:
    tracking = body.block("TargetTrackingScalingPolicyConfiguration")
    metric = tracking.block("PredefinedMetricSpecification")
    yield (
        f"target_policy/{body('PolicyName')}",
        {
            "type": body("PolicyType"),
            "target": body("ScalingTargetId").rpartition(".")[0],
            "value": tracking.number("TargetValue"),
            "metric": metric("PredefinedMetricType"),
        },
    )
    metric.done()
    tracking.done()


def cache_subnet_group(body: Body) -> Iterator[tuple[str, Fact]]:
    fact = {"description": body("Description"), "subnets": body.set_of("SubnetIds"), "tags": tags_of(body)}
    yield f"cache_subnet_group/{body('CacheSubnetGroupName')}", fact


def cache_parameter_group(body: Body) -> Iterator[tuple[str, Fact]]:
    # CloudFormation gives it a name of its own.
    yield (
        f"cache_parameter_group/{body('Description')}",
        {"family": body("CacheParameterGroupFamily"), "parameters": body("Properties"), "tags": tags_of(body)},
    )


def cache_user(body: Body) -> Iterator[tuple[str, Fact]]:
    mode = body.block("AuthenticationMode")
    yield (
        f"cache_user/{body('UserId')}",
        {
            "name": body("UserName"),
            "engine": body("Engine"),
            "access": body("AccessString"),
            "by": mode("Type"),
            "tags": tags_of(body),
        },
    )
    mode.done()


def cache_user_group(body: Body) -> Iterator[tuple[str, Fact]]:
    fact = {"engine": body("Engine"), "users": body.set_of("UserIds"), "tags": tags_of(body)}
    yield f"cache_user_group/{body('UserGroupId')}", fact


_SECRET = re.compile(r"\{\{resolve:secretsmanager:(?P<secret>.+):SecretString\}\}")


def replication_group(body: Body) -> Iterator[tuple[str, Fact]]:
    secret = _SECRET.fullmatch(body("AuthToken", ""))
    yield (
        f"cache/{body('ReplicationGroupId')}",
        {
            "description": body("ReplicationGroupDescription"),
            "engine": body("Engine"),
            "version": body("EngineVersion"),
            "class": body("CacheNodeType"),
            "tiering": body.flag("DataTieringEnabled"),
            "nodes": body.number("NumCacheClusters"),
            "shards": body.number("NumNodeGroups"),
            "replicas": body.number("ReplicasPerNodeGroup"),
            "zones": body("PreferredCacheClusterAZs"),
            "failover": body.flag("AutomaticFailoverEnabled", default=False),
            "multi_az": body.flag("MultiAZEnabled", default=False),
            "encrypted": body.flag("AtRestEncryptionEnabled", default=False),
            "key": body("KmsKeyId"),
            "tls": body.flag("TransitEncryptionEnabled", default=False),
            "tls_mode": body("TransitEncryptionMode"),
            "users": body.set_of("UserGroupIds"),
            "password": f"secret_text/{secret['secret']}.secret_string" if secret else None,
            "subnets": body("CacheSubnetGroupName"),
            "groups": body.set_of("SecurityGroupIds"),
            "parameters": body("CacheParameterGroupName"),
            "port": body.number("Port"),
            "snapshot_days": body.number("SnapshotRetentionLimit", 0),
            "snapshot_window": body("SnapshotWindow"),
            "maintenance_window": body("PreferredMaintenanceWindow"),
            "minor_upgrades": body.flag("AutoMinorVersionUpgrade", default=True),
            "logs": sorted((_log(one) for one in body.blocks("LogDeliveryConfigurations")), key=str),
            "topic": body("NotificationTopicArn"),
            "tags": tags_of(body),
        },
    )


def _log(body: Body) -> Fact:
    details = body.block("DestinationDetails")
    group = details.block("CloudWatchLogsDetails")
    fact = {"type": body("LogType"), "format": body("LogFormat"), "to": [body("DestinationType"), group("LogGroup")]}
    for one in (group, details, body):
        one.done()
    return fact


def cache_cluster(body: Body) -> Iterator[tuple[str, Fact]]:
    yield (
        f"cache/{body('ClusterName')}",
        {
            "engine": body("Engine"),
            "version": body("EngineVersion"),
            "class": body("CacheNodeType"),
            "nodes": body.number("NumCacheNodes"),
            "az_mode": body("AZMode", "single-az"),
            "zone": body("PreferredAvailabilityZone"),
            "zones": body("PreferredAvailabilityZones"),
            "tls": body.flag("TransitEncryptionEnabled", default=False),
            "subnets": body("CacheSubnetGroupName"),
            "groups": body.set_of("VpcSecurityGroupIds"),
            "parameters": body("CacheParameterGroupName"),
            "port": body.number("Port"),
            "maintenance_window": body("PreferredMaintenanceWindow"),
            "minor_upgrades": body.flag("AutoMinorVersionUpgrade", default=True),
            "topic": body("NotificationTopicArn"),
            "tags": tags_of(body),
        },
    )


READERS = {
    "AWS::DocDB::DBSubnetGroup": document_subnet_group,
    "AWS::DocDB::DBClusterParameterGroup": document_parameter_group,
    "AWS::DocDB::DBCluster": document_cluster,
    "AWS::DocDB::DBInstance": document_instance,
    "AWS::DynamoDB::Table": table,
    "AWS::ApplicationAutoScaling::ScalableTarget": scalable_target,
    "AWS::ApplicationAutoScaling::ScalingPolicy": scaling_policy,
    "AWS::ElastiCache::SubnetGroup": cache_subnet_group,
    "AWS::ElastiCache::ParameterGroup": cache_parameter_group,
    "AWS::ElastiCache::User": cache_user,
    "AWS::ElastiCache::UserGroup": cache_user_group,
    "AWS::ElastiCache::ReplicationGroup": replication_group,
    "AWS::ElastiCache::CacheCluster": cache_cluster,
}
REF = {
    "AWS::DocDB::DBSubnetGroup": "name",
    "AWS::DocDB::DBClusterParameterGroup": "name",
    "AWS::DocDB::DBCluster": "name",
    "AWS::DynamoDB::Table": "name",
    "AWS::ElastiCache::SubnetGroup": "name",
    "AWS::ElastiCache::ParameterGroup": "name",
    "AWS::ElastiCache::User": "name",
    "AWS::ElastiCache::UserGroup": "name",
}
ATTRIBUTES = {
    "Endpoint": "address",
    "Port": "port",
    "ReadEndpoint": "reader_address",
    "StreamArn": "stream_arn",
    "PrimaryEndPoint.Address": "address",
    "PrimaryEndPoint.Port": "port",
    "ReaderEndPoint.Address": "reader_address",
    "ConfigurationEndPoint.Address": "configuration_address",
    "ConfigurationEndPoint.Port": "port",
    "ConfigurationEndpoint.Address": "address",
    "ConfigurationEndpoint.Port": "port",
}
KEEPS = {
    "AWS::DocDB::DBCluster",
    "AWS::DocDB::DBInstance",
    "AWS::DynamoDB::Table",
    "AWS::ElastiCache::ReplicationGroup",
    "AWS::ElastiCache::CacheCluster",
}
