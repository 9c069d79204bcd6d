"""Amazon RDS: database instances."""

from typing import NamedTuple

from infraspec.graph.kms import Key
from infraspec.graph.resource import Ref, Resource, Tags, node
from infraspec.graph.security_groups import SecurityGroup
from infraspec.graph.values import Joined
from infraspec.graph.vpc import Subnet


@node
class DbSubnetGroup(Resource):
    """AWS::RDS::DBSubnetGroup."""

    name: str
    description: str
    subnets: tuple[Ref[Subnet], ...]
    tags: Tags


@node
class DbParameterGroup(Resource):
    """AWS::RDS::DBParameterGroup."""

    name: str
    description: str
    family: str
    parameters: tuple[tuple[str, str], ...]
    """Name and value, by name; they take effect at the next reboot."""
    tags: Tags


class Option(NamedTuple):
    """One option of an option group."""

    option_name: str
    option_version: str | None
    port: int | None
    security_groups: tuple[Ref[SecurityGroup], ...]
    settings: tuple[tuple[str, str], ...]
    """Name and value, by name."""


@node
class OptionGroup(Resource):
    """AWS::RDS::OptionGroup."""

    name: str
    description: str
    engine_name: str
    major_engine_version: str
    options: tuple[Option, ...]
    """By name."""
    tags: Tags


class Monitoring(NamedTuple):
    """Enhanced monitoring."""

    interval: int
    """Seconds; 0 is off."""
    role_arn: Joined | str | None
    """The role that writes the log; None where it is off."""


class PerformanceInsights(NamedTuple):
    """Performance Insights."""

    enabled: bool
    retention_period: int | None
    """Days; None where it is off."""
    kms_key_id: Ref[Key] | str | None


@node
class DbInstance(Resource):
    """AWS::RDS::DBInstance.

    A replica has the engine, the version, the license, the storage and the encryption of its source, and neither
    document repeats them.
    """

    identifier: str
    source: "Ref[DbInstance] | None"
    """What it is a read replica of."""
    snapshot_identifier: str | None
    """What it is restored from."""
    engine: str
    engine_version: str
    engine_lifecycle_support: str | None
    license_model: str | None
    """None is the engine's own."""
    instance_class: str
    allocated_storage: int
    """GiB."""
    max_allocated_storage: int | None
    """GiB; None does not grow."""
    storage_type: str
    iops: int | None
    storage_throughput: int | None
    """MiB/s."""
    dedicated_log_volume: bool | None
    storage_encrypted: bool
    """Of one that is restored, what its snapshot has."""
    kms_key_id: Ref[Key] | str | None
    db_name: str | None
    port: int
    master_username: str | None
    """None where a snapshot or a source brings its users."""
    master_user_secret_kms_key_id: Ref[Key] | str | None
    iam_database_authentication: bool | None
    multi_az: bool
    availability_zone: str | None
    network_type: str | None
    publicly_accessible: bool
    subnet_group: Ref[DbSubnetGroup] | None
    """None is that of the source."""
    security_groups: tuple[Ref[SecurityGroup], ...]
    parameter_group: Ref[DbParameterGroup] | None
    option_group: Ref[OptionGroup] | None
    ca_certificate_identifier: str | None
    enabled_cloudwatch_logs_exports: tuple[str, ...]
    monitoring: Monitoring | None
    performance_insights: PerformanceInsights | None
    backup_retention_period: int | None
    """Days; None is what a replica has, none."""
    backup_window: str | None
    maintenance_window: str | None
    apply_immediately: bool
    copy_tags_to_snapshot: bool
    auto_minor_version_upgrade: bool
    delete_automated_backups: bool
    deletion_protection: bool
    on_delete: str
    """`snapshot`, `retain` or `delete`."""
    tags: Tags
