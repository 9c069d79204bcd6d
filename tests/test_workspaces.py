"""Directories and desktops: where their password is, what registers them, and what each backend says of it."""

import pytest
from weighed import check

from infraspec.cloudformation.emit import emit as to_cloudformation
from infraspec.compiler import Checked
from infraspec.compiler import to_cloudformation as rendered
from infraspec.terraform.emit import emit as to_terraform

SECRET = "arn:aws:secretsmanager:ap-northeast-2:123456789012:secret:admin-a1b2c3"  # noqa: S105 - where one is kept
HEAD = """version: 1
name: demo
region: ap-northeast-2
vpcs:
  main:
    cidr: 172.16.0.0/16
    security_groups: {desks: {egress: []}}
    tiers:
      desks:
        subnets:
          desk-a: {zone: a, cidr: 172.16.0.0/24}
          desk-b: {zone: b, cidr: 172.16.1.0/24}
          desk-c: {zone: c, cidr: 172.16.2.0/24}
"""
CORP = HEAD + "directories:\n  corp:\n    domain: corp.example.com\n    subnets: [desk-a, desk-c]\n"
KEPT = f"    password: {{secret: '{SECRET}', key: admin}}\n"
DESK = HEAD + "directories: {corp: {existing: d-9067a1b2c3}}\nworkspaces:\n  desk:\n    directory: corp\n"


def spec(text: str) -> Checked:
    return check(text.encode(), "spec.yaml")


def codes(text: str) -> list[str]:
    return [one.problem.code for one in spec(text).diagnostics]


def test_neither_document_holds_the_password() -> None:
    graph = spec(CORP + KEPT).graph
    assert graph is not None
    properties = to_cloudformation(graph)["Resources"]["DirectoryCorp"]["Properties"]
    assert properties["Password"] == f"{{{{resolve:secretsmanager:{SECRET}:SecretString:admin}}}}"
    document = to_terraform(graph)
    directory = document["resource"]["aws_directory_service_directory"]["corp"]
    ((name, kept),) = document["data"]["aws_secretsmanager_secret_version"].items()
    at = f"data.aws_secretsmanager_secret_version.{name}.secret_string"
    assert directory["password"] == f'${{jsondecode({at})["admin"]}}'
    assert kept == {"secret_id": SECRET}
    assert directory["lifecycle"] == {"prevent_destroy": True, "ignore_changes": ["password"]}


def test_a_password_that_is_made_here_is_waited_for() -> None:
    made = "secrets: {admin: {generate: {key: password}}}\n"
    graph = spec(CORP + "    password: {secret: admin}\n" + made).graph
    assert graph is not None
    properties = to_cloudformation(graph)["Resources"]["DirectoryCorp"]["Properties"]
    reference = ["{{resolve:secretsmanager:", {"Ref": "SecretAdmin"}, ":SecretString:password}}"]
    assert properties["Password"] == {"Fn::Join": ["", reference]}
    ((_, kept),) = to_terraform(graph)["data"]["aws_secretsmanager_secret_version"].items()
    assert kept == {
        "secret_id": "${aws_secretsmanager_secret.admin.arn}",
        "depends_on": ["aws_secretsmanager_secret_version.admin"],
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (CORP + KEPT, []),
        (CORP + "    password: correct-horse\n", ["RDS103"]),
        (CORP, ["SPC002"]),
        (CORP + "    password: {secret: admin}\nsecrets: {admin: {}}\n", ["WKS111"]),
        (CORP + "    password: {secret: admin}\nsecrets: {admin: {generate: true}}\n", []),
        (CORP + f"    password: {{secret: admin}}\nsecrets: {{admin: {{existing: '{SECRET}'}}}}\n", []),
        (CORP + "    password: {secret: admin}\n", ["SPC004"]),
        (CORP + KEPT + "    edition: standard\n", ["SPC003"]),
        (CORP + KEPT + "    type: microsoft\n    size: small\n", ["SPC003"]),
        (CORP + KEPT + "    type: microsoft\n    edition: enterprise\n", []),
        (CORP.replace("[desk-a, desk-c]", "tier:desks") + KEPT, ["WKS102"]),
        (CORP.replace("[desk-a, desk-c]", "[desk-a]") + KEPT, ["WKS102"]),
        (CORP.replace("corp.example.com", "corp") + KEPT, ["WKS110"]),
        (CORP + KEPT + "    short_name: a.b\n", ["WKS110"]),
        (CORP + KEPT + "    registration: {}\n", []),
        (CORP + KEPT + "    registration: {subnets: [desk-a, desk-b]}\n", ["WKS101"]),
        (CORP + KEPT + "    registration: {subnets: [desk-a]}\n", ["WKS101"]),
        (CORP + KEPT + "    registration: {security_group: none}\n", ["SPC004"]),
        (HEAD + "directories: {corp: {existing: d-1}}\n", ["SPC008"]),
    ],
)
def test_a_directory_is_judged(text: str, found: list[str]) -> None:
    elsewhere = "WKS114"  # Seoul has no simple directories, which are shorter to write
    assert [one for one in codes(text) if one != elsewhere] == found


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("    user: mina.kim\n    bundle: wsb-clj85qzj1\n", []),
        ("    user: mina kim\n    bundle: wsb-clj85qzj1\n", ["WKS103"]),
        ("    user: mina.kim\n    bundle: Standard\n", ["WKS103"]),
        ("    user: mina.kim\n    bundle: wsb-clj85qzj1\n    auto_stop_minutes: 60\n", []),
        ("    user: mina.kim\n    bundle: wsb-clj85qzj1\n    auto_stop_minutes: 90\n", ["WKS104"]),
        (
            "    user: mina.kim\n    bundle: wsb-clj85qzj1\n    running: always_on\n    auto_stop_minutes: 60\n",
            ["WKS104"],
        ),
        ("    user: mina.kim\n    bundle: wsb-clj85qzj1\n    root_volume_gib: 100\n", ["WKS104"]),
        ("    user: mina.kim\n    bundle: wsb-clj85qzj1\n    root_volume_gib: 175\n    user_volume_gib: 2000\n", []),
        ("    user: mina.kim\n    bundle: wsb-clj85qzj1\n    user_volume_gib: 2001\n", ["WKS104"]),
        ("    user: mina.kim\n    bundle: wsb-clj85qzj1\n    encrypt_root: false\n", ["WKS105"]),
        ("    user: mina.kim\n    bundle: wsb-clj85qzj1\n    compute: STANDARD\n", ["WKS107"]),
        ("    user: mina.kim\n    bundle: wsb-clj85qzj1\n    compute: graphics_g6\n", ["WKS107"]),
    ],
)
def test_a_desktop_is_judged(lines: str, found: list[str]) -> None:
    assert codes(DESK + lines) == found


def test_a_person_has_one_desktop_in_a_directory() -> None:
    lines = "    user: mina.kim\n    bundle: wsb-clj85qzj1\n"
    assert codes(DESK + lines + "  other:\n    directory: corp\n" + lines) == ["WKS103"]


def test_a_registration_is_a_command_where_no_type_is() -> None:
    checked = spec(CORP.replace("    domain", "    existing: d-9067a1b2c3\n    domain") + "    registration: {}\n")
    (one,) = [one for one in rendered(checked)[0].diagnostics if one.problem.code == "OUT111"]
    assert one.help is not None
    assert "aws workspaces register-workspace-directory --directory-id d-9067a1b2c3 --subnet-ids" in one.help
    assert "desk-a and desk-c" in one.help


def test_a_registration_says_every_device_and_right() -> None:
    lines = "    registration: {devices: [web], self_service: [rebuild], security_group: desks, "
    lines += "organizational_unit: OU=x}\n"
    desk = "workspaces: {desk: {directory: corp, user: mina, bundle: wsb-clj85qzj1}}\n"
    graph = spec(CORP + KEPT + lines + desk).graph
    assert graph is not None
    made = to_terraform(graph)["resource"]
    registration = made["aws_workspaces_directory"]["corp"]
    (devices,), (rights,) = registration["workspace_access_properties"], registration["self_service_permissions"]
    assert [name for name, said in devices.items() if said == "ALLOW"] == ["device_type_web"]
    assert len(devices) == 8
    assert [name for name, is_on in rights.items() if is_on] == ["rebuild_workspace"]
    (creation,) = registration["workspace_creation_properties"]
    assert creation == {
        "enable_internet_access": False,
        "enable_maintenance_mode": True,
        "user_enabled_as_local_administrator": False,
        "custom_security_group_id": "${aws_security_group.desks.id}",
        "default_ou": "OU=x",
    }
    assert made["aws_workspaces_workspace"]["desk"]["depends_on"] == ["aws_workspaces_directory.corp"]
    template = to_cloudformation(graph)["Resources"]
    assert "DependsOn" not in template["WorkspaceDesk"]


@pytest.mark.parametrize(
    ("role", "first"),
    [
        (
            "trust: workspaces, managed_policies: [AmazonWorkSpacesServiceAccess]",
            ["aws_iam_role.", "aws_iam_role_policy_attachment."],
        ),
        ("existing: workspaces_DefaultRole", []),
    ],
)
def test_a_registration_stands_as_long_as_its_role_may_undo_it(role: str, first: list[str]) -> None:
    roles = f"iam: {{roles: {{workspaces_DefaultRole: {{{role}}}}}}}\n"
    graph = spec(CORP + KEPT + "    registration: {}\n" + roles).graph
    assert graph is not None
    waits = to_terraform(graph)["resource"]["aws_workspaces_directory"]["corp"].get("depends_on", [])
    assert [one.partition("workspaces_DefaultRole")[0] for one in waits] == first


def test_a_desktop_is_encrypted_with_a_key_that_both_documents_name() -> None:
    graph = spec(DESK + "    user: mina\n    bundle: wsb-clj85qzj1\n").graph
    assert graph is not None
    properties = to_cloudformation(graph)["Resources"]["WorkspaceDesk"]["Properties"]
    assert properties["VolumeEncryptionKey"] == "alias/aws/workspaces"
    assert properties["WorkspaceProperties"]["RunningModeAutoStopTimeoutInMinutes"] == 60
    made = to_terraform(graph)["resource"]["aws_workspaces_workspace"]["desk"]
    assert made["volume_encryption_key"] == "alias/aws/workspaces"
    assert made["directory_id"] == "d-9067a1b2c3"
