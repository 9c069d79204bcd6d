"""What databases and their clusters have alike in CloudFormation."""

from typing import Any

from troposphere import rds

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given
from infraspec.cloudformation.values import joined, key_of
from infraspec.graph.kms import Key
from infraspec.graph.rds import Monitoring, PerformanceInsights
from infraspec.graph.resource import Ref as Address


def secret(key: "Address[Key] | str | None", ids: LogicalIds) -> dict[str, Any]:
    """The key of the managed password, where it is not Secrets Manager's own."""
    found = key_of(ids, key)
    return {} if found is None else {"MasterUserSecret": rds.MasterUserSecret(KmsKeyId=found)}


def monitoring(found: Monitoring | None, ids: LogicalIds) -> dict[str, Any]:
    """Enhanced monitoring."""
    if found is None:
        return {}
    role = None if found.role_arn is None else joined(found.role_arn, ids)
    return {"MonitoringInterval": found.interval, **given(MonitoringRoleArn=role)}


def insights(found: PerformanceInsights | None, ids: LogicalIds, enabled: str, key: str) -> dict[str, Any]:
    """Performance Insights, whose properties an instance and a cluster call differently."""
    if found is None:
        return {}
    return {
        enabled: found.enabled,
        **given(PerformanceInsightsRetentionPeriod=found.retention_period),
        **given(**{key: key_of(ids, found.kms_key_id)}),
    }
