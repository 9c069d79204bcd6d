"""AWS KMS in CloudFormation."""

from troposphere import kms

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given, on_delete, tags
from infraspec.cloudformation.values import document
from infraspec.graph.kms import Alias, Key


def key(one: Key, ids: LogicalIds) -> kms.Key:
    """AWS::KMS::Key."""
    made = kms.Key(
        ids.of(one),
        Description=one.description,
        KeySpec=one.key_spec,
        EnableKeyRotation=one.enable_key_rotation,
        **given(RotationPeriodInDays=one.rotation_period_in_days),
        PendingWindowInDays=one.pending_window_in_days,
        MultiRegion=one.multi_region,
        KeyPolicy=document(one.key_policy, ids),
        Tags=tags(one.tags),
        **on_delete(one.on_delete),
    )
    made.properties["KeyUsage"] = one.key_usage  # troposphere knows two of four, and refuses the others
    return made


def alias(one: Alias, ids: LogicalIds) -> kms.Alias:
    """AWS::KMS::Alias."""
    return kms.Alias(
        ids.of(one),
        AliasName=one.alias_name,
        TargetKeyId=ids.ref(one.target_key),
    )
