"""What databases, their clusters and caches have alike in Terraform."""

from typing import TypedDict

from infraspec.graph.docdb import DocDbClusterParameterGroup, DocDbSubnetGroup
from infraspec.graph.elasticache import CacheSubnetGroup
from infraspec.graph.rds import DbParameterGroup, DbSubnetGroup, Monitoring, PerformanceInsights
from infraspec.graph.rds_cluster import DbClusterParameterGroup
from infraspec.terraform.block import Expression, tags
from infraspec.terraform.names import Labels
from infraspec.terraform.values import joined, key_of


class SubnetGroup(TypedDict):
    """The arguments of every group of subnets."""

    name: str
    description: str
    subnet_ids: list[str]
    tags: dict[str, str]


def subnet_group(group: DbSubnetGroup | DocDbSubnetGroup | CacheSubnetGroup, labels: Labels) -> SubnetGroup:
    """The subnets that a database or a cache may stand in."""
    return SubnetGroup(
        name=group.name,
        description=group.description,
        subnet_ids=[*labels.refs(group.subnets)],
        tags=tags(group.tags),
    )


class Parameter(TypedDict):
    """One `parameter` block."""

    name: str
    value: str
    apply_method: str


class ParameterGroup(TypedDict):
    """The arguments of every group of parameters."""

    name: str
    description: str
    family: str
    parameter: list[Parameter]
    tags: dict[str, str]


def parameter_group(
    group: DbParameterGroup | DbClusterParameterGroup | DocDbClusterParameterGroup,
) -> ParameterGroup:
    """A group of parameters, each of which takes effect at the next reboot."""
    return ParameterGroup(
        name=group.name,
        description=group.description,
        family=group.family,
        parameter=[
            Parameter(name=name, value=value, apply_method="pending-reboot") for name, value in group.parameters
        ],
        tags=tags(group.tags),
    )


class LastSnapshot(TypedDict):
    """What becomes of the data when a database or a cluster is deleted."""

    skip_final_snapshot: bool
    final_snapshot_identifier: str | None


def last_snapshot(identifier: str, on_delete: str) -> LastSnapshot:
    """A last snapshot, unless the data is to go. One that is kept has it too, should it be deleted all the same."""
    if on_delete == "delete":
        return LastSnapshot(skip_final_snapshot=True, final_snapshot_identifier=None)
    return LastSnapshot(skip_final_snapshot=False, final_snapshot_identifier=f"{identifier}-final")


class Watched(TypedDict):
    """Enhanced monitoring and Performance Insights, by the same names in instances and clusters."""

    monitoring_interval: int | None
    monitoring_role_arn: Expression | str | None
    performance_insights_enabled: bool | None
    performance_insights_retention_period: int | None
    performance_insights_kms_key_id: Expression | str | None


def watched(monitoring: Monitoring | None, insights: PerformanceInsights | None, labels: Labels) -> Watched:
    """What is known of a database while it runs."""
    role = None if monitoring is None or monitoring.role_arn is None else joined(monitoring.role_arn, labels)
    return Watched(
        monitoring_interval=None if monitoring is None else monitoring.interval,
        monitoring_role_arn=role,
        performance_insights_enabled=None if insights is None else insights.enabled,
        performance_insights_retention_period=None if insights is None else insights.retention_period,
        performance_insights_kms_key_id=None if insights is None else key_of(labels, insights.kms_key_id),
    )
