"""Amazon DocumentDB."""

from infraspec.graph.kms import Key
from infraspec.graph.resource import Ref, Resource, Tags, node
from infraspec.graph.security_groups import SecurityGroup
from infraspec.graph.vpc import Subnet


@node
class DocDbSubnetGroup(Resource):
    """AWS::DocDB::DBSubnetGroup."""

    name: str
    description: str
    subnets: tuple[Ref[Subnet], ...]
    tags: Tags


@node
class DocDbClusterParameterGroup(Resource):
    """AWS::DocDB::DBClusterParameterGroup."""

    name: str
    description: str
    family: str
    parameters: tuple[tuple[str, str], ...]
    """Name and value, by name; they take effect at the next reboot."""
    tags: Tags


@node
class DocDbCluster(Resource):
    """AWS::DocDB::DBCluster."""

    identifier: str
    engine_version: str
    storage_type: str
    storage_encrypted: bool
    kms_key_id: Ref[Key] | str | None
    master_username: str
    port: int
    subnet_group: Ref[DocDbSubnetGroup]
    security_groups: tuple[Ref[SecurityGroup], ...]
    parameter_group: Ref[DocDbClusterParameterGroup]
    enabled_log_exports: tuple[str, ...]
    backup_retention_period: int
    """Days."""
    backup_window: str | None
    maintenance_window: str | None
    deletion_protection: bool
    on_delete: str
    """`snapshot`, `retain` or `delete`."""
    tags: Tags


@node
class DocDbInstance(Resource):
    """AWS::DocDB::DBInstance. Its data are the cluster's."""

    identifier: str
    cluster: Ref[DocDbCluster]
    instance_class: str
    availability_zone: str | None
    maintenance_window: str | None
    auto_minor_version_upgrade: bool
    on_delete: str
    """`retain` or `delete`."""
    tags: Tags
