"""AWS Secrets Manager in Terraform."""

import json
from collections.abc import Iterator
from typing import TypedDict

from infraspec.graph.secretsmanager import Generated, Secret
from infraspec.terraform.block import Block, Expression, escaped, kept, tags
from infraspec.terraform.names import Labels, label
from infraspec.terraform.values import key_of

_WRITE_ONLY = (5, 90)
"""The provider has what no state keeps since then."""
_EXCLUDING = (5, 100)
"""Earlier versions take a truth where characters are left out, and no characters."""
_DAYS = 30
"""As long as Secrets Manager lets a deleted secret be brought back."""


class AwsSecretsmanagerSecret(TypedDict):
    """The arguments of aws_secretsmanager_secret that we write."""

    name: str
    description: str | None
    kms_key_id: str | None
    recovery_window_in_days: int
    tags: dict[str, str]


class AwsSecretsmanagerSecretVersion(TypedDict):
    """The arguments of aws_secretsmanager_secret_version that we write."""

    secret_id: str
    secret_string_wo: str
    secret_string_wo_version: int


def secret(one: Secret, labels: Labels) -> Iterator[Block]:
    """aws_secretsmanager_secret, and its first value where AWS makes it.

    CloudFormation deletes a secret without days to bring it back, so we do too. One that it would keep can at least be
    brought back: nothing holds Terraform back once the entry is gone.
    """
    yield labels.block(
        one,
        AwsSecretsmanagerSecret(
            name=one.name,
            description=one.description,
            kms_key_id=key_of(labels, one.kms_key_id),
            recovery_window_in_days=0 if one.on_delete == "delete" else _DAYS,
            tags=tags(one.tags),
        ),
        kept(one.on_delete),
    )
    if one.generated is not None:
        yield from _value(one, one.generated, labels)


def _value(one: Secret, made: Generated, labels: Labels) -> Iterator[Block]:
    """A password that is made in each run, and sent in the first alone."""
    kind, name = "aws_secretsmanager_random_password", label(one.key)
    settings = {
        "password_length": made.password_length,
        "exclude_characters": made.exclude_characters or None,
        "exclude_punctuation": made.exclude_punctuation,
    }
    yield Block("ephemeral", kind, name, settings, since=_EXCLUDING if made.exclude_characters else _WRITE_ONLY)
    password = f"ephemeral.{kind}.{name}.random_password"
    if made.key is not None:
        fields = [f"{_quoted(key)}: {_quoted(value)}" for key, value in made.fields]
        password = f"jsonencode({{{', '.join([*fields, f'{_quoted(made.key)}: {password}'])}}})"
    yield Block(
        "resource",
        "aws_secretsmanager_secret_version",
        name,
        AwsSecretsmanagerSecretVersion(
            secret_id=labels.ref(one.address),
            secret_string_wo=Expression(f"${{{password}}}"),
            secret_string_wo_version=1,
        ),
        since=_WRITE_ONLY,
    )


def _quoted(text: str) -> str:
    """A text inside an expression."""
    return escaped(json.dumps(text, ensure_ascii=False))
