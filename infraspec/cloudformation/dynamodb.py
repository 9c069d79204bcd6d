"""Amazon DynamoDB in CloudFormation."""

from collections.abc import Iterator

from troposphere import AWSObject, dynamodb

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given, on_delete, tags
from infraspec.cloudformation.table_scaling import scaling
from infraspec.cloudformation.values import key_of
from infraspec.graph.dynamodb import GlobalIndex, Key, Projection, Table, Throughput


def table(table: Table, ids: LogicalIds) -> Iterator[AWSObject]:
    """AWS::DynamoDB::Table, and what scales it and its indexes."""
    yield dynamodb.Table(
        ids.of(table),
        TableName=table.name,
        AttributeDefinitions=[
            dynamodb.AttributeDefinition(AttributeName=name, AttributeType=kind) for name, kind in table.attributes
        ],
        KeySchema=_keys(table.keys),
        **given(
            LocalSecondaryIndexes=[
                dynamodb.LocalSecondaryIndex(
                    IndexName=one.name,
                    KeySchema=_keys(Key(table.keys.partition, one.sort_key)),
                    Projection=_projection(one.projection),
                )
                for one in table.local_indexes
            ]
            or None,
            GlobalSecondaryIndexes=[_global_index(one) for one in table.global_indexes] or None,
        ),
        BillingMode=table.billing_mode,
        **_throughput(table.throughput),
        TableClass=table.table_class,
        **_features(table, ids),
        DeletionProtectionEnabled=table.deletion_protection,
        **on_delete(table.on_delete),
        Tags=tags(table.tags),
    )
    yield from scaling(table, ids)


def _features(table: Table, ids: LogicalIds) -> dict[str, object]:
    """What a table has beside its keys and its capacity."""
    recovery = {"RecoveryPeriodInDays": table.recovery_days} if table.recovery_days else {}
    ttl, view = table.ttl_attribute, table.stream_view_type
    return {
        **given(
            TimeToLiveSpecification=dynamodb.TimeToLiveSpecification(AttributeName=ttl, Enabled=True) if ttl else None,
            StreamSpecification=dynamodb.StreamSpecification(StreamViewType=view) if view else None,
        ),
        "PointInTimeRecoverySpecification": dynamodb.PointInTimeRecoverySpecification(
            PointInTimeRecoveryEnabled=table.recovery_days > 0, **recovery
        ),
        "ContributorInsightsSpecification": dynamodb.ContributorInsightsSpecification(
            Enabled=table.contributor_insights
        ),
        "SSESpecification": dynamodb.SSESpecification(
            SSEEnabled=table.managed_key,
            **given(SSEType="KMS" if table.managed_key else None, KMSMasterKeyId=key_of(ids, table.kms_key_id)),
        ),
    }


def _keys(keys: Key) -> list[dynamodb.KeySchema]:
    named = ((keys.partition, "HASH"), (keys.sort, "RANGE"))
    return [dynamodb.KeySchema(AttributeName=name, KeyType=kind) for name, kind in named if name is not None]


def _projection(projection: Projection) -> dynamodb.Projection:
    attributes = list(projection.attributes) or None
    return dynamodb.Projection(ProjectionType=projection.type, **given(NonKeyAttributes=attributes))


def _global_index(index: GlobalIndex) -> dynamodb.GlobalSecondaryIndex:
    return dynamodb.GlobalSecondaryIndex(
        IndexName=index.name,
        KeySchema=_keys(index.keys),
        Projection=_projection(index.projection),
        **_throughput(index.throughput),
    )


def _throughput(throughput: Throughput) -> dict[str, object]:
    """How much can be read and written, where that is bounded."""
    units = given(
        ReadCapacityUnits=throughput.reads.minimum if throughput.reads else None,
        WriteCapacityUnits=throughput.writes.minimum if throughput.writes else None,
    )
    most = given(MaxReadRequestUnits=throughput.max_reads, MaxWriteRequestUnits=throughput.max_writes)
    return given(
        ProvisionedThroughput=dynamodb.ProvisionedThroughput(**units) if units else None,
        OnDemandThroughput=dynamodb.OnDemandThroughput(**most) if most else None,
    )
