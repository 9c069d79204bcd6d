"""Amazon DynamoDB in Terraform."""

from collections.abc import Iterator
from typing import Any, TypedDict

from infraspec.graph.dynamodb import GlobalIndex, LocalIndex, Table, Throughput
from infraspec.terraform.block import Block, Expression, kept, tags
from infraspec.terraform.names import Labels, label
from infraspec.terraform.table_scaling import scaling
from infraspec.terraform.values import key_of

_KNOWS_DAYS = (5, 100)
"""The provider that knows how many days of recovery a table has; all of them are said, as it keeps what is left out."""


class Attribute(TypedDict):
    """One `attribute` block."""

    name: str
    type: str


class OnDemand(TypedDict):
    """An `on_demand_throughput` block."""

    max_read_request_units: int | None
    max_write_request_units: int | None


class GlobalSecondaryIndex(TypedDict):
    """One `global_secondary_index` block."""

    name: str
    hash_key: str
    range_key: str | None
    projection_type: str
    non_key_attributes: list[str] | None
    read_capacity: int | None
    write_capacity: int | None
    on_demand_throughput: OnDemand | None


class Ttl(TypedDict):
    """A `ttl` block."""

    attribute_name: str
    enabled: bool


class Recovery(TypedDict):
    """A `point_in_time_recovery` block."""

    enabled: bool
    recovery_period_in_days: int | None


class Encryption(TypedDict):
    """A `server_side_encryption` block."""

    enabled: bool
    kms_key_arn: str | None


class LocalSecondaryIndex(TypedDict):
    """One `local_secondary_index` block."""

    name: str
    range_key: str
    projection_type: str
    non_key_attributes: list[str] | None


class AwsDynamodbTable(TypedDict):
    """The arguments of aws_dynamodb_table that we write."""

    name: str
    attribute: list[Attribute]
    hash_key: str
    range_key: str | None
    local_secondary_index: list[LocalSecondaryIndex] | None
    global_secondary_index: list[GlobalSecondaryIndex] | None
    billing_mode: str
    read_capacity: int | None
    write_capacity: int | None
    on_demand_throughput: OnDemand | None
    table_class: str
    ttl: Ttl | None
    point_in_time_recovery: Recovery
    stream_enabled: bool
    stream_view_type: str | None
    server_side_encryption: Encryption
    deletion_protection_enabled: bool
    tags: dict[str, str]


def table(table: Table, labels: Labels) -> Iterator[Block]:
    """aws_dynamodb_table, and what scales it and its indexes."""
    reads, writes, most = _throughput(table.throughput)
    days = table.recovery_days or None
    block = labels.block(
        table,
        AwsDynamodbTable(
            name=table.name,
            attribute=[Attribute(name=name, type=kind) for name, kind in table.attributes],
            hash_key=table.keys.partition,
            range_key=table.keys.sort,
            local_secondary_index=[_local_index(one) for one in table.local_indexes] or None,
            global_secondary_index=[_global_index(one) for one in table.global_indexes] or None,
            billing_mode=table.billing_mode,
            read_capacity=reads,
            write_capacity=writes,
            on_demand_throughput=most,
            table_class=table.table_class,
            ttl=Ttl(attribute_name=table.ttl_attribute, enabled=True) if table.ttl_attribute else None,
            point_in_time_recovery=Recovery(enabled=table.recovery_days > 0, recovery_period_in_days=days),
            stream_enabled=table.stream_view_type is not None,
            stream_view_type=table.stream_view_type,
            server_side_encryption=Encryption(enabled=table.managed_key, kms_key_arn=key_of(labels, table.kms_key_id)),
            deletion_protection_enabled=table.deletion_protection,
            tags=tags(table.tags),
        ),
        _lifecycle(table),
    )
    yield block._replace(since=_KNOWS_DAYS) if days else block
    if table.contributor_insights:
        yield _insights(table, labels)
    yield from scaling(table, labels)


def _lifecycle(table: Table) -> dict[str, Any] | None:
    """What follows the load is left as it is found."""
    capacities = (("read_capacity", table.throughput.reads), ("write_capacity", table.throughput.writes))
    moved = [Expression(name) for name, one in capacities if one is not None and one.maximum is not None]
    return {**(kept(table.on_delete) or {}), **({"ignore_changes": moved} if moved else {})} or None


def _throughput(throughput: Throughput) -> tuple[int | None, int | None, OnDemand | None]:
    """Reads, writes, and what is never exceeded on demand."""
    most = OnDemand(max_read_request_units=throughput.max_reads, max_write_request_units=throughput.max_writes)
    return (
        throughput.reads.minimum if throughput.reads else None,
        throughput.writes.minimum if throughput.writes else None,
        most if throughput.max_reads is not None or throughput.max_writes is not None else None,
    )


def _local_index(index: LocalIndex) -> LocalSecondaryIndex:
    return LocalSecondaryIndex(
        name=index.name,
        range_key=index.sort_key,
        projection_type=index.projection.type,
        non_key_attributes=[*index.projection.attributes] or None,
    )


def _global_index(index: GlobalIndex) -> GlobalSecondaryIndex:
    reads, writes, most = _throughput(index.throughput)
    return GlobalSecondaryIndex(
        name=index.name,
        hash_key=index.keys.partition,
        range_key=index.keys.sort,
        projection_type=index.projection.type,
        non_key_attributes=[*index.projection.attributes] or None,
        read_capacity=reads,
        write_capacity=writes,
        on_demand_throughput=most,
    )


class AwsDynamodbContributorInsights(TypedDict):
    """The arguments of aws_dynamodb_contributor_insights that we write."""

    table_name: str


def _insights(table: Table, labels: Labels) -> Block:
    """aws_dynamodb_contributor_insights."""
    body = AwsDynamodbContributorInsights(table_name=labels.ref(table.address, "name"))
    return Block("resource", "aws_dynamodb_contributor_insights", label(table.key), body)
