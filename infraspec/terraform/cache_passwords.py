"""Passwords of caches in Terraform, which are read where they are used: a document holds none."""

from typing import TypedDict

from infraspec.graph.elasticache import ReplicationGroup
from infraspec.graph.resource import Ref
from infraspec.graph.secretsmanager import Secret
from infraspec.terraform.block import Block, Expression
from infraspec.terraform.names import Labels, label


class AwsSecretsmanagerSecretText(TypedDict):
    """The arguments of the data source aws_secretsmanager_secret_version that we write."""

    secret_id: str
    depends_on: list[str] | None


def secret_of(group: ReplicationGroup, secret: Ref[Secret] | str, labels: Labels) -> Block:
    """The data source that reads the text of a secret, once it has one."""
    return Block("data", "aws_secretsmanager_secret_version", _label(group), _text(secret, labels))


def _label(group: ReplicationGroup) -> str:
    return label(f"cache {group.key}")


def _text(secret: Ref[Secret] | str, labels: Labels) -> AwsSecretsmanagerSecretText:
    if isinstance(secret, str):
        return {"secret_id": secret, "depends_on": None}
    made, first = labels.node(secret), Expression(f"aws_secretsmanager_secret_version.{label(secret.key)}")
    waits = made.existing is None and made.generated is not None
    return {"secret_id": labels.ref(secret, "arn"), "depends_on": [first] if waits else None}


def password(group: ReplicationGroup) -> Expression | None:
    """The text that the data source has read."""
    if group.auth_secret is None:
        return None
    return Expression(f"${{data.aws_secretsmanager_secret_version.{_label(group)}.secret_string}}")
