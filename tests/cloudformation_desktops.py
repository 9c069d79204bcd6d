"""A CloudFormation template's directories and WorkSpaces, read back into plain facts.

https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_WorkSpaces.html
"""

import re
from collections.abc import Callable, Iterator

from cloudformation_network import tags_of
from facts import Body, Fact, UnreadError

_KEPT = re.compile(r"\{\{resolve:secretsmanager:(?P<arn>.+?):SecretString(?::(?P<key>[^:}]+))?\}\}")


def directory(kind: str) -> Callable[[Body], Iterator[tuple[str, Fact]]]:
    def read(body: Body) -> Iterator[tuple[str, Fact]]:
        settings = body.block("VpcSettings")
        kept = _KEPT.fullmatch(body("Password"))
        if kept is None:
            raise UnreadError(f"{body.where}: a password")
        yield (
            f"directory/{body('Name')}",
            {
                "type": kind,
                "short_name": body("ShortName"),
                "size": body("Size"),
                "edition": body("Edition"),
                "description": body("Description"),
                "password": [kept["arn"], kept["key"]],
                "vpc": settings("VpcId"),
                "subnets": settings.set_of("SubnetIds"),
            },
        )
        settings.done()

    return read


def workspace(body: Body) -> Iterator[tuple[str, Fact]]:
    properties = body.block("WorkspaceProperties")
    yield (
        f"workspace/{body('DirectoryId')} {body('UserName')}",
        {
            "bundle": body("BundleId"),
            "root_encrypted": body.flag("RootVolumeEncryptionEnabled"),
            "user_encrypted": body.flag("UserVolumeEncryptionEnabled"),
            "key": body("VolumeEncryptionKey"),
            "compute": properties("ComputeTypeName"),
            "root": properties.number("RootVolumeSizeGib"),
            "user": properties.number("UserVolumeSizeGib"),
            "running": properties("RunningMode"),
            "stops_after": properties.number("RunningModeAutoStopTimeoutInMinutes"),
            "tags": tags_of(body),
        },
    )
    properties.done()


READERS = {
    "AWS::DirectoryService::SimpleAD": directory("SimpleAD"),
    "AWS::DirectoryService::MicrosoftAD": directory("MicrosoftAD"),
    "AWS::WorkSpaces::Workspace": workspace,
}
KEEPS = {"AWS::DirectoryService::SimpleAD", "AWS::DirectoryService::MicrosoftAD", "AWS::WorkSpaces::Workspace"}
