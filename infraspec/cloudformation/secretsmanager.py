"""AWS Secrets Manager in CloudFormation."""

from troposphere import secretsmanager

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given, on_delete, tags
from infraspec.cloudformation.values import key_of
from infraspec.graph.secretsmanager import Secret


def secret(one: Secret, ids: LogicalIds) -> secretsmanager.Secret:
    """AWS::SecretsManager::Secret."""
    return secretsmanager.Secret(
        ids.of(one),
        Name=one.name,
        **given(Description=one.description, KmsKeyId=key_of(ids, one.kms_key_id)),
        Tags=tags(one.tags),
        **on_delete(one.on_delete),
    )
