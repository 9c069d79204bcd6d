"""AWS Directory Service in Terraform."""

import json
from collections.abc import Iterator
from typing import Any, TypedDict

from infraspec.graph.directories import Directory
from infraspec.graph.resource import Ref
from infraspec.graph.secretsmanager import Secret
from infraspec.terraform.block import Block, Expression, kept
from infraspec.terraform.names import Labels, label


class VpcSettings(TypedDict):
    """The block `vpc_settings`."""

    vpc_id: str | None
    subnet_ids: list[Expression | str]


class AwsDirectoryServiceDirectory(TypedDict):
    """The arguments of aws_directory_service_directory that we write."""

    name: str
    short_name: str | None
    type: str
    size: str | None
    edition: str | None
    description: str | None
    password: str
    vpc_settings: list[VpcSettings]


class AwsSecretsmanagerSecretVersion(TypedDict):
    """The arguments of the data source aws_secretsmanager_secret_version that we write."""

    secret_id: str
    depends_on: list[Expression] | None


def directory(directory: Directory, labels: Labels) -> Iterator[Block]:
    """aws_directory_service_directory, and data.aws_secretsmanager_secret_version for the password of it.

    The password is read once, as CloudFormation reads it: a directory would be replaced whenever its secret changes.
    """
    name, key = label(f"directory {directory.key}"), directory.password.key
    kept_at = f"data.aws_secretsmanager_secret_version.{name}.secret_string"
    password = f"${{jsondecode({kept_at})[{json.dumps(key)}]}}" if key is not None else f"${{{kept_at}}}"
    vpc: Any = None if directory.vpc is None else labels.ref(directory.vpc)
    yield labels.block(
        directory,
        AwsDirectoryServiceDirectory(
            name=directory.name,
            short_name=directory.short_name,
            type=directory.directory_type,
            size=directory.size,
            edition=directory.edition,
            description=directory.description,
            password=Expression(password),
            vpc_settings=[VpcSettings(vpc_id=vpc, subnet_ids=labels.refs(directory.subnets))],
        ),
        {**(kept(directory.on_delete) or {}), "ignore_changes": [Expression("password")]},
    )
    yield Block("data", "aws_secretsmanager_secret_version", name, _asked(directory.password.secret, labels))


def _asked(secret: Ref[Secret] | str, labels: Labels) -> AwsSecretsmanagerSecretVersion:
    """Which secret is read. The value of one that is made here is a resource of its own, which it does not wait for."""
    if isinstance(secret, str):
        return AwsSecretsmanagerSecretVersion(secret_id=secret, depends_on=None)
    value = Expression(f"aws_secretsmanager_secret_version.{label(secret.key)}")
    return AwsSecretsmanagerSecretVersion(secret_id=labels.ref(secret, "arn"), depends_on=[value])
