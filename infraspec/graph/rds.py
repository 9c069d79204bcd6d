"""Amazon RDS: database instances."""

from infraspec.graph.kms import Key
from infraspec.graph.resource import Ref, Resource, Tags, node
from infraspec.graph.security_groups import SecurityGroup
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


@node
class DbInstance(Resource):
    """AWS::RDS::DBInstance."""

    identifier: str
    engine: str
    engine_version: str
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
    storage_encrypted: bool
    kms_key_id: Ref[Key] | str | None
    db_name: str | None
    port: int
    master_username: str
    multi_az: bool
    availability_zone: str | None
    publicly_accessible: bool
    subnet_group: Ref[DbSubnetGroup]
    security_groups: tuple[Ref[SecurityGroup], ...]
    parameter_group: Ref[DbParameterGroup] | None
    backup_retention_period: int
    """Days."""
    backup_window: str | None
    maintenance_window: str | None
    copy_tags_to_snapshot: bool
    auto_minor_version_upgrade: bool
    delete_automated_backups: bool
    deletion_protection: bool
    on_delete: str
    """`snapshot`, `retain` or `delete`."""
    tags: Tags
