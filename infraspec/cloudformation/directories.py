"""AWS Directory Service in CloudFormation."""

from typing import Any

from troposphere import Join, directoryservice

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given, on_delete
from infraspec.graph.directories import Directory, KeptPassword


def directory(directory: Directory, ids: LogicalIds) -> directoryservice.SimpleAD | directoryservice.MicrosoftAD:
    """AWS::DirectoryService::SimpleAD or AWS::DirectoryService::MicrosoftAD."""
    vpc: dict[str, Any] = {} if directory.vpc is None else {"VpcId": ids.ref(directory.vpc)}
    common = {
        "Name": directory.name,
        **given(ShortName=directory.short_name),
        "Password": _resolved(directory.password, ids),
        "VpcSettings": directoryservice.VpcSettings(SubnetIds=ids.refs(directory.subnets), **vpc),
        **on_delete(directory.on_delete),
    }
    if directory.directory_type == "MicrosoftAD":
        return directoryservice.MicrosoftAD(ids.of(directory), **common, **given(Edition=directory.edition))
    return directoryservice.SimpleAD(
        ids.of(directory),
        **common,
        Size=directory.size,
        **given(Description=directory.description),
    )


def _resolved(password: KeptPassword, ids: LogicalIds) -> Any:
    """What CloudFormation replaces by the secret when it makes the directory; no stack ever shows it.

    https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html
    """
    key = f":{password.key}" if password.key is not None else ""
    secret = password.secret if isinstance(password.secret, str) else ids.ref(password.secret)
    before, behind = "{{resolve:secretsmanager:", f":SecretString{key}}}}}"
    return f"{before}{secret}{behind}" if isinstance(secret, str) else Join("", [before, secret, behind])
