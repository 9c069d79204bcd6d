"""A Terraform document's directories and WorkSpaces, read back into plain facts.

https://registry.terraform.io/providers/hashicorp/aws/latest/docs
"""

import re
from collections.abc import Iterator

from facts import Body, Fact
from terraform_network import tags_of
from terraform_services import WAITS

_KEY = re.compile(r'\$\{jsondecode\((?P<at>[^)]+)\)\["(?P<key>[^"]+)"\]\}')


def directory(body: Body) -> Iterator[tuple[str, Fact]]:
    settings = body.block("vpc_settings")
    written = body._left["password"]
    found = _KEY.fullmatch(written)
    body._left["password"] = f"${{{found['at']}}}" if found else written
    secret = body("password").removeprefix(f"{WAITS}secret/").removesuffix(".secret_string")
    yield (
        f"directory/{body('name')}",
        {
            "type": body("type"),
            "short_name": body("short_name"),
            "size": body("size"),
            "edition": body("edition"),
            "description": body("description"),
            "password": [secret.removeprefix("secret_text/").removeprefix("secret/"), found["key"] if found else None],
            "vpc": settings("vpc_id"),
            "subnets": settings.set_of("subnet_ids"),
            "on_delete": "retain" if body.kept else "delete",
        },
    )
    settings.done()


def secret_version(body: Body) -> Iterator[tuple[str, Fact]]:
    yield f"{WAITS}secret/{body('secret_id')}", {}


def registration(body: Body) -> Iterator[tuple[str, Fact]]:
    # No template has it, so there is nothing to compare it with: tests/test_workspaces.py reads it.
    for name in list(body._left):
        if name != "directory_id":
            body(name)
    yield f"{WAITS}registration/{body('directory_id')}", {}


def workspace(body: Body) -> Iterator[tuple[str, Fact]]:
    properties = body.block("workspace_properties")
    yield (
        f"workspace/{body('directory_id')} {body('user_name')}",
        {
            "bundle": body("bundle_id"),
            "root_encrypted": body.flag("root_volume_encryption_enabled"),
            "user_encrypted": body.flag("user_volume_encryption_enabled"),
            "key": body("volume_encryption_key"),
            "compute": properties("compute_type_name"),
            "root": properties.number("root_volume_size_gib"),
            "user": properties.number("user_volume_size_gib"),
            "running": properties("running_mode"),
            "stops_after": properties.number("running_mode_auto_stop_timeout_in_minutes"),
            "tags": tags_of(body),
            "on_delete": "retain" if body.kept else "delete",
        },
    )
    properties.done()


READERS = {
    "aws_directory_service_directory": directory,
    "data.aws_secretsmanager_secret_version": secret_version,
    "aws_workspaces_directory": registration,
    "aws_workspaces_workspace": workspace,
}
