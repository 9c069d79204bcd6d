"""AWS Secrets Manager in CloudFormation."""

import json

from troposphere import secretsmanager

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given, on_delete, tags
from infraspec.cloudformation.values import key_of
from infraspec.graph.secretsmanager import Generated, Secret


def secret(one: Secret, ids: LogicalIds) -> secretsmanager.Secret:
    """AWS::SecretsManager::Secret."""
    return secretsmanager.Secret(
        ids.of(one),
        Name=one.name,
        **given(
            Description=one.description,
            GenerateSecretString=_generated(one.generated) if one.generated else None,
            KmsKeyId=key_of(ids, one.kms_key_id),
        ),
        Tags=tags(one.tags),
        **on_delete(one.on_delete),
    )


def _generated(made: Generated) -> secretsmanager.GenerateSecretString:
    beside = {"GenerateStringKey": made.key, "SecretStringTemplate": json.dumps(dict(made.fields), ensure_ascii=False)}
    return secretsmanager.GenerateSecretString(
        PasswordLength=made.password_length,
        **given(ExcludeCharacters=made.exclude_characters or None),
        ExcludePunctuation=made.exclude_punctuation,
        **(beside if made.key is not None else {}),
    )
