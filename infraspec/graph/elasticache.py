"""Amazon ElastiCache."""

from typing import NamedTuple

from infraspec.graph.elasticache_users import CacheUserGroup
from infraspec.graph.kms import Key
from infraspec.graph.logs import LogGroup
from infraspec.graph.resource import Ref, Resource, Tags, node
from infraspec.graph.secretsmanager import Secret
from infraspec.graph.security_groups import SecurityGroup
from infraspec.graph.sns import Topic
from infraspec.graph.vpc import Subnet


@node
class CacheSubnetGroup(Resource):
    """AWS::ElastiCache::SubnetGroup."""

    name: str
    description: str
    subnets: tuple[Ref[Subnet], ...]
    tags: Tags


@node
class CacheParameterGroup(Resource):
    """AWS::ElastiCache::ParameterGroup. CloudFormation gives it a name of its own."""

    description: str
    family: str
    parameters: tuple[tuple[str, str], ...]
    """Name and value, by name."""
    tags: Tags


class LogDelivery(NamedTuple):
    """Where a log is written to."""

    log_type: str
    """`slow-log` or `engine-log`."""
    log_group: Ref[LogGroup]
    log_format: str


@node
class ReplicationGroup(Resource):
    """AWS::ElastiCache::ReplicationGroup: nodes of Valkey or Redis."""

    replication_group_id: str
    description: str
    engine: str
    engine_version: str
    node_type: str
    data_tiering: bool
    """Whether nodes keep a part of the data on disks, as those do that have some."""
    num_cache_clusters: int | None
    """Nodes, without cluster mode."""
    num_node_groups: int | None
    """Shards, in cluster mode."""
    replicas_per_node_group: int | None
    """Replicas of each shard."""
    preferred_zones: tuple[str, ...]
    automatic_failover: bool
    multi_az: bool
    at_rest_encryption: bool
    kms_key_id: Ref[Key] | str | None
    transit_encryption: bool
    transit_encryption_mode: str | None
    """`required` or `preferred`, where the version has a choice."""
    user_group: Ref[CacheUserGroup] | None
    auth_secret: Ref[Secret] | str | None
    """The secret whose text is the password, or its ARN."""
    subnet_group: Ref[CacheSubnetGroup]
    security_groups: tuple[Ref[SecurityGroup], ...]
    parameter_group: Ref[CacheParameterGroup] | str
    """A group of its own, or the name of one of AWS's."""
    port: int
    snapshot_retention_limit: int
    """Days."""
    snapshot_window: str | None
    maintenance_window: str | None
    auto_minor_version_upgrade: bool
    log_deliveries: tuple[LogDelivery, ...]
    notification_topic: Ref[Topic] | str | None
    on_delete: str
    """`snapshot`, `retain` or `delete`."""
    tags: Tags


@node
class CacheCluster(Resource):
    """AWS::ElastiCache::CacheCluster: nodes of Memcached."""

    cluster_id: str
    engine_version: str
    node_type: str
    num_cache_nodes: int
    az_mode: str
    preferred_zones: tuple[str, ...]
    """One for all nodes, or one for each."""
    transit_encryption: bool
    subnet_group: Ref[CacheSubnetGroup]
    security_groups: tuple[Ref[SecurityGroup], ...]
    parameter_group: Ref[CacheParameterGroup] | str
    """A group of its own, or the name of one of AWS's."""
    port: int
    maintenance_window: str | None
    auto_minor_version_upgrade: bool
    notification_topic: Ref[Topic] | str | None
    on_delete: str
    """`retain` or `delete`."""
    tags: Tags
