"""Amazon ElastiCache in CloudFormation."""

from typing import Any

from troposphere import Join, Ref, elasticache
from troposphere.policies import UpdatePolicy

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given, on_delete, tags
from infraspec.cloudformation.values import key_of
from infraspec.graph.elasticache import (
    CacheCluster,
    CacheParameterGroup,
    CacheSubnetGroup,
    LogDelivery,
    ReplicationGroup,
)


def cache_subnet_group(group: CacheSubnetGroup, ids: LogicalIds) -> elasticache.SubnetGroup:
    """AWS::ElastiCache::SubnetGroup."""
    return elasticache.SubnetGroup(
        ids.of(group),
        CacheSubnetGroupName=group.name,
        Description=group.description,
        SubnetIds=ids.refs(group.subnets),
        Tags=tags(group.tags),
    )


def cache_parameter_group(group: CacheParameterGroup, ids: LogicalIds) -> elasticache.ParameterGroup:
    """AWS::ElastiCache::ParameterGroup."""
    return elasticache.ParameterGroup(
        ids.of(group),
        Description=group.description,
        CacheParameterGroupFamily=group.family,
        Properties=dict(group.parameters),
        Tags=tags(group.tags),
    )


def replication_group(group: ReplicationGroup, ids: LogicalIds) -> elasticache.ReplicationGroup:
    """AWS::ElastiCache::ReplicationGroup."""
    return elasticache.ReplicationGroup(
        ids.of(group),
        ReplicationGroupId=group.replication_group_id,
        ReplicationGroupDescription=group.description,
        Engine=group.engine,
        EngineVersion=group.engine_version,
        CacheNodeType=group.node_type,
        **given(
            DataTieringEnabled=True if group.data_tiering else None,
            NumCacheClusters=group.num_cache_clusters,
            NumNodeGroups=group.num_node_groups,
            ReplicasPerNodeGroup=group.replicas_per_node_group,
            PreferredCacheClusterAZs=list(group.preferred_zones) or None,
        ),
        AutomaticFailoverEnabled=group.automatic_failover,
        MultiAZEnabled=group.multi_az,
        AtRestEncryptionEnabled=group.at_rest_encryption,
        TransitEncryptionEnabled=group.transit_encryption,
        **given(
            KmsKeyId=key_of(ids, group.kms_key_id),
            TransitEncryptionMode=group.transit_encryption_mode,
            UserGroupIds=[ids.ref(group.user_group)] if group.user_group else None,
            AuthToken=_password(group, ids),
        ),
        CacheSubnetGroupName=ids.ref(group.subnet_group),
        SecurityGroupIds=[ids.attribute(one, "GroupId") for one in group.security_groups],
        CacheParameterGroupName=_parameter_group(group, ids),
        Port=group.port,
        SnapshotRetentionLimit=group.snapshot_retention_limit,
        **given(SnapshotWindow=group.snapshot_window, LogDeliveryConfigurations=_deliveries(group.log_deliveries, ids)),
        **_upkeep(group, ids),
        **_resharding(group),
        **on_delete(group.on_delete),
        Tags=tags(group.tags),
    )


def _resharding(group: ReplicationGroup) -> dict[str, UpdatePolicy]:
    """Shards come and go while the cache stands, as in Terraform: without this word CloudFormation replaces it.

    https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-updatepolicy.html
    """
    return {} if group.num_node_groups is None else {"UpdatePolicy": UpdatePolicy(UseOnlineResharding=True)}


def cache_cluster(cluster: CacheCluster, ids: LogicalIds) -> elasticache.CacheCluster:
    """AWS::ElastiCache::CacheCluster."""
    zones = list(cluster.preferred_zones)
    return elasticache.CacheCluster(
        ids.of(cluster),
        ClusterName=cluster.cluster_id,
        Engine="memcached",
        EngineVersion=cluster.engine_version,
        CacheNodeType=cluster.node_type,
        NumCacheNodes=cluster.num_cache_nodes,
        AZMode=cluster.az_mode,
        **given(
            PreferredAvailabilityZone=zones[0] if len(zones) == 1 else None,
            PreferredAvailabilityZones=zones if len(zones) > 1 else None,
        ),
        TransitEncryptionEnabled=cluster.transit_encryption,
        CacheSubnetGroupName=ids.ref(cluster.subnet_group),
        VpcSecurityGroupIds=[ids.attribute(one, "GroupId") for one in cluster.security_groups],
        CacheParameterGroupName=_parameter_group(cluster, ids),
        Port=cluster.port,
        **_upkeep(cluster, ids),
        **on_delete(cluster.on_delete),
        Tags=tags(cluster.tags),
    )


def _parameter_group(cache: ReplicationGroup | CacheCluster, ids: LogicalIds) -> Ref | str:
    group = cache.parameter_group
    return group if isinstance(group, str) else ids.ref(group)


def _password(group: ReplicationGroup, ids: LogicalIds) -> Join | str | None:
    """A dynamic reference, which CloudFormation follows when it makes the cache."""
    if group.auth_secret is None:
        return None
    arn = group.auth_secret if isinstance(group.auth_secret, str) else ids.ref(group.auth_secret)
    before, behind = "{{resolve:secretsmanager:", ":SecretString}}"
    return f"{before}{arn}{behind}" if isinstance(arn, str) else Join("", [before, arn, behind])


def _upkeep(cache: ReplicationGroup | CacheCluster, ids: LogicalIds) -> dict[str, Any]:
    """What both kinds of cache have of upgrades and of what is told of them."""
    topic = cache.notification_topic
    return {
        "AutoMinorVersionUpgrade": cache.auto_minor_version_upgrade,
        **given(
            PreferredMaintenanceWindow=cache.maintenance_window,
            NotificationTopicArn=topic if isinstance(topic, str | None) else ids.ref(topic),
        ),
    }


def _deliveries(
    logs: tuple[LogDelivery, ...], ids: LogicalIds
) -> list[elasticache.LogDeliveryConfigurationRequest] | None:
    return [
        elasticache.LogDeliveryConfigurationRequest(
            LogType=one.log_type,
            LogFormat=one.log_format,
            DestinationType="cloudwatch-logs",
            DestinationDetails=elasticache.DestinationDetails(
                CloudWatchLogsDetails=elasticache.CloudWatchLogsDestinationDetails(LogGroup=ids.ref(one.log_group))
            ),
        )
        for one in logs
    ] or None
