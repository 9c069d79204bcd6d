"""Amazon ElastiCache in Terraform."""

from collections.abc import Iterator
from typing import TypedDict

from infraspec.graph.elasticache import (
    CacheCluster,
    CacheParameterGroup,
    CacheSubnetGroup,
    LogDelivery,
    ReplicationGroup,
)
from infraspec.terraform.block import Block, Expression, kept, tags
from infraspec.terraform.cache_passwords import password, secret_of
from infraspec.terraform.database_parts import SubnetGroup, subnet_group
from infraspec.terraform.names import Labels
from infraspec.terraform.values import key_of


class AwsElasticacheSubnetGroup(SubnetGroup):
    """The arguments of aws_elasticache_subnet_group that we write."""


def cache_subnet_group(group: CacheSubnetGroup, labels: Labels) -> Block:
    """aws_elasticache_subnet_group."""
    return labels.block(
        group,
        AwsElasticacheSubnetGroup(**subnet_group(group, labels)),
    )


class Parameter(TypedDict):
    """One `parameter` block."""

    name: str
    value: str


class AwsElasticacheParameterGroup(TypedDict):
    """The arguments of aws_elasticache_parameter_group that we write."""

    name: str
    description: str
    family: str
    parameter: list[Parameter]
    tags: dict[str, str]


def cache_parameter_group(group: CacheParameterGroup, labels: Labels) -> Block:
    """aws_elasticache_parameter_group, which a cache that is upgraded leaves before it is deleted."""
    return labels.block(
        group,
        AwsElasticacheParameterGroup(
            name=group.key,
            description=group.description,
            family=group.family,
            parameter=[Parameter(name=name, value=value) for name, value in group.parameters],
            tags=tags(group.tags),
        ),
        {"create_before_destroy": True},
    )


class LogDeliveryConfiguration(TypedDict):
    """One `log_delivery_configuration` block."""

    log_type: str
    log_format: str
    destination_type: str
    destination: str


class AwsElasticacheReplicationGroup(TypedDict):
    """The arguments of aws_elasticache_replication_group that we write."""

    replication_group_id: str
    description: str
    engine: str
    engine_version: str
    node_type: str
    data_tiering_enabled: bool | None
    num_cache_clusters: int | None
    num_node_groups: int | None
    replicas_per_node_group: int | None
    preferred_cache_cluster_azs: list[str] | None
    automatic_failover_enabled: bool
    multi_az_enabled: bool
    at_rest_encryption_enabled: bool
    kms_key_id: str | None
    transit_encryption_enabled: bool
    transit_encryption_mode: str | None
    user_group_ids: list[str] | None
    auth_token: str | None
    auth_token_update_strategy: str | None
    subnet_group_name: str
    security_group_ids: list[str]
    parameter_group_name: str
    port: int
    snapshot_retention_limit: int
    snapshot_window: str | None
    maintenance_window: str | None
    apply_immediately: bool
    auto_minor_version_upgrade: bool
    log_delivery_configuration: list[LogDeliveryConfiguration] | None
    notification_topic_arn: str | None
    final_snapshot_identifier: str | None
    tags: dict[str, str]


def replication_group(group: ReplicationGroup, labels: Labels) -> Iterator[Block]:
    """aws_elasticache_replication_group, which is changed at once, and the secret that it takes its password from."""
    yield _replication_group(group, labels)
    if group.auth_secret is not None:
        yield secret_of(group, group.auth_secret, labels)


def _replication_group(group: ReplicationGroup, labels: Labels) -> Block:
    return labels.block(
        group,
        AwsElasticacheReplicationGroup(
            replication_group_id=group.replication_group_id,
            description=group.description,
            engine=group.engine,
            engine_version=group.engine_version,
            node_type=group.node_type,
            data_tiering_enabled=True if group.data_tiering else None,
            num_cache_clusters=group.num_cache_clusters,
            num_node_groups=group.num_node_groups,
            replicas_per_node_group=group.replicas_per_node_group,
            preferred_cache_cluster_azs=[*group.preferred_zones] or None,
            automatic_failover_enabled=group.automatic_failover,
            multi_az_enabled=group.multi_az,
            at_rest_encryption_enabled=group.at_rest_encryption,
            kms_key_id=key_of(labels, group.kms_key_id),
            transit_encryption_enabled=group.transit_encryption,
            transit_encryption_mode=group.transit_encryption_mode,
            user_group_ids=[labels.ref(group.user_group)] if group.user_group else None,
            auth_token=password(group),
            auth_token_update_strategy="SET" if group.auth_secret else None,
            subnet_group_name=labels.ref(group.subnet_group, "name"),
            security_group_ids=[*labels.refs(group.security_groups)],
            parameter_group_name=_parameter_group(group, labels),
            port=group.port,
            snapshot_retention_limit=group.snapshot_retention_limit,
            snapshot_window=group.snapshot_window,
            maintenance_window=group.maintenance_window,
            apply_immediately=True,
            auto_minor_version_upgrade=group.auto_minor_version_upgrade,
            log_delivery_configuration=[_delivery(one, labels) for one in group.log_deliveries] or None,
            notification_topic_arn=_topic(group, labels),
            final_snapshot_identifier=None if group.on_delete == "delete" else f"{group.replication_group_id}-final",
            tags=tags(group.tags),
        ),
        kept(group.on_delete),
    )


def _delivery(log: LogDelivery, labels: Labels) -> LogDeliveryConfiguration:
    return LogDeliveryConfiguration(
        log_type=log.log_type,
        log_format=log.log_format,
        destination_type="cloudwatch-logs",
        destination=labels.ref(log.log_group, "name"),
    )


class AwsElasticacheCluster(TypedDict):
    """The arguments of aws_elasticache_cluster that we write."""

    cluster_id: str
    engine: str
    engine_version: str
    node_type: str
    num_cache_nodes: int
    az_mode: str
    availability_zone: str | None
    preferred_availability_zones: list[str] | None
    transit_encryption_enabled: bool
    subnet_group_name: str
    security_group_ids: list[str]
    parameter_group_name: str
    port: int
    maintenance_window: str | None
    apply_immediately: bool
    auto_minor_version_upgrade: bool
    notification_topic_arn: str | None
    tags: dict[str, str]


def cache_cluster(cluster: CacheCluster, labels: Labels) -> Block:
    """aws_elasticache_cluster. Its changes are made at once, as CloudFormation makes them."""
    zones = [*cluster.preferred_zones]
    return labels.block(
        cluster,
        AwsElasticacheCluster(
            cluster_id=cluster.cluster_id,
            engine="memcached",
            engine_version=cluster.engine_version,
            node_type=cluster.node_type,
            num_cache_nodes=cluster.num_cache_nodes,
            az_mode=cluster.az_mode,
            availability_zone=zones[0] if len(zones) == 1 else None,
            preferred_availability_zones=zones if len(zones) > 1 else None,
            transit_encryption_enabled=cluster.transit_encryption,
            subnet_group_name=labels.ref(cluster.subnet_group, "name"),
            security_group_ids=[*labels.refs(cluster.security_groups)],
            parameter_group_name=_parameter_group(cluster, labels),
            port=cluster.port,
            maintenance_window=cluster.maintenance_window,
            apply_immediately=True,
            auto_minor_version_upgrade=cluster.auto_minor_version_upgrade,
            notification_topic_arn=_topic(cluster, labels),
            tags=tags(cluster.tags),
        ),
        kept(cluster.on_delete),
    )


def _parameter_group(cache: ReplicationGroup | CacheCluster, labels: Labels) -> Expression | str:
    group = cache.parameter_group
    return group if isinstance(group, str) else labels.ref(group, "name")


def _topic(cache: ReplicationGroup | CacheCluster, labels: Labels) -> Expression | str | None:
    topic = cache.notification_topic
    return topic if isinstance(topic, str | None) else labels.ref(topic, "arn")
