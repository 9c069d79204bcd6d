"""AWS Secrets Manager in Terraform."""

from typing import TypedDict

from infraspec.graph.secretsmanager import Secret
from infraspec.terraform.block import Block, kept, tags
from infraspec.terraform.names import Labels
from infraspec.terraform.values import key_of


class AwsSecretsmanagerSecret(TypedDict):
    """The arguments of aws_secretsmanager_secret that we write."""

    name: str
    description: str | None
    kms_key_id: str | None
    recovery_window_in_days: int
    tags: dict[str, str]


def secret(one: Secret, labels: Labels) -> Block:
    """aws_secretsmanager_secret. CloudFormation deletes a secret without days to bring it back, so we do too."""
    return labels.block(
        one,
        AwsSecretsmanagerSecret(
            name=one.name,
            description=one.description,
            kms_key_id=key_of(labels, one.kms_key_id),
            recovery_window_in_days=0,
            tags=tags(one.tags),
        ),
        kept(one.on_delete),
    )
