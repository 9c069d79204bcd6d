"""Amazon RDS: clusters of databases."""

from typing import NamedTuple

from infraspec.graph.kms import Key
from infraspec.graph.rds import DbParameterGroup, DbSubnetGroup, Monitoring, PerformanceInsights
from infraspec.graph.resource import Ref, Resource, Tags, node
from infraspec.graph.security_groups import SecurityGroup


@node
class DbClusterParameterGroup(Resource):
    """AWS::RDS::DBClusterParameterGroup."""

    name: str
    description: str
    family: str
    parameters: tuple[tuple[str, str], ...]
    """Name and value, by name; they take effect at the next reboot."""
    tags: Tags


class ServerlessScaling(NamedTuple):
    """What instances of the class `db.serverless` grow and shrink between."""

    min_capacity: float
    max_capacity: float
    seconds_until_auto_pause: int | None


@node
class DbCluster(Resource):
    """AWS::RDS::DBCluster: of Aurora, or a Multi-AZ cluster, whose instances RDS makes."""

    identifier: str
    snapshot_identifier: str | None
    """What it is restored from."""
    engine: str
    engine_version: str
    engine_lifecycle_support: str | None
    instance_class: str | None
    """Of a Multi-AZ cluster."""
    allocated_storage: int | None
    """GiB, of a Multi-AZ cluster."""
    storage_type: str
    iops: int | None
    storage_encrypted: bool
    """Of one that is restored, what its snapshot has, which neither document repeats."""
    kms_key_id: Ref[Key] | str | None
    database_name: str | None
    port: int
    master_username: str | None
    """None where a snapshot brings its users."""
    master_user_secret_kms_key_id: Ref[Key] | str | None
    iam_database_authentication: bool | None
    http_endpoint: bool | None
    serverless: ServerlessScaling | None
    network_type: str | None
    publicly_accessible: bool
    """Of a Multi-AZ cluster: what the spec says. Terraform has no word for it, and AWS looks at the VPC."""
    subnet_group: Ref[DbSubnetGroup]
    security_groups: tuple[Ref[SecurityGroup], ...]
    parameter_group: Ref[DbClusterParameterGroup] | None
    enabled_cloudwatch_logs_exports: tuple[str, ...]
    monitoring: Monitoring | None
    """Of a Multi-AZ cluster; instances of Aurora have their own."""
    performance_insights: PerformanceInsights | None
    """Of a Multi-AZ cluster; instances of Aurora have their own."""
    backtrack_window: int | None
    """Seconds."""
    backup_retention_period: int
    """Days."""
    backup_window: str | None
    maintenance_window: str | None
    copy_tags_to_snapshot: bool
    delete_automated_backups: bool
    deletion_protection: bool
    on_delete: str
    """`snapshot`, `retain` or `delete`."""
    tags: Tags

    @property
    def is_aurora(self) -> bool:
        """Whether it is Aurora's, and its instances are things of their own."""
        return self.engine.startswith("aurora")


@node
class DbClusterInstance(Resource):
    """AWS::RDS::DBInstance in a cluster of Aurora."""

    identifier: str
    cluster: Ref[DbCluster]
    engine: str
    instance_class: str
    promotion_tier: int
    availability_zone: str | None
    publicly_accessible: bool
    parameter_group: Ref[DbParameterGroup] | None
    ca_certificate_identifier: str | None
    monitoring: Monitoring | None
    performance_insights: PerformanceInsights | None
    maintenance_window: str | None
    auto_minor_version_upgrade: bool
    is_kept: bool
    """Whether it outlives its entry, as its cluster does. The data is the cluster's."""
    tags: Tags
