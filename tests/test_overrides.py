"""What a spec says in a backend's own words: checked by what that backend knows, and merged into what is emitted."""

from typing import Any

import pytest

from infraspec.cloudformation.emit import emit as to_cloudformation
from infraspec.compiler import Checked, check
from infraspec.spec.kinds import KINDS, OUTPUT, TIER, VARIABLE
from infraspec.terraform.emit import emit as to_terraform
from infraspec.terraform.expressions import templated

SPEC = """version: 1
name: demo
region: ap-northeast-2
vpcs:
  main:
    cidr: 10.0.0.0/16
    internet_gateway: igw
    {vpc}
    security_groups: {{web: {{egress: []}}}}
    tiers:
      app:
        {tier}
        subnets:
          app-a: {{zone: a, cidr: 10.0.0.0/24, {subnet}}}
instances:
  web-1:
    image: ubuntu-24.04
    type: t3.micro
    subnet: app-a
    security_groups: web
    {instance}
"""

BAD = [
    ("vpc", "cloudformation: {EnableDnsHostname: false}", "OUT201", "write `EnableDnsHostnames`"),
    ("vpc", "cloudformation: {enable_dns_support: false}", "OUT201", "write `EnableDnsSupport`"),
    ("vpc", "terraform: {EnableDnsSupport: false}", "OUT201", "write `enable_dns_support`"),
    ("vpc", "terraform: {lifecycle: {prevent_destory: true}}", "OUT201", "write `prevent_destroy`"),
    ("instance", "cloudformation: {MetadataOptions: {HttpToken: required}}", "OUT201", "write `HttpTokens`"),
    ("instance", "terraform: {metadata_options: {http_token: required}}", "OUT201", "write `http_tokens`"),
    ("instance", "cloudformation: {BlockDeviceMappings: [{DeviceNam: x}]}", "OUT201", "write `DeviceName`"),
    ("instance", "cloudformation: {HostId: {Fn::Subb: x}}", "OUT201", "write `Fn::Sub`"),
    ("vpc", "cloudformation: {EnableDnsSupport: maybe}", "OUT202", "write true or false"),
    ("vpc", "terraform: {enable_dns_support: maybe}", "OUT202", "write true or false"),
    ("vpc", "cloudformation: {Tags: {a: b}}", "OUT202", "write a list"),
    ("vpc", "cloudformation: {Tags: [{Key: a}]}", "OUT202", "add `Value:`"),
    ("vpc", "terraform: {tags: [a]}", "OUT202", "write a mapping"),
    ("vpc", "terraform: {depends_on: aws_vpc.x}", "OUT202", "write a list"),
    ("instance", "cloudformation: {HostId: 8.10}", "OUT202", 'write "8.10" in quotes'),
    ("instance", "terraform: {ebs_block_device: [{volume_size: 3}]}", "OUT202", "add `device_name:`"),
    ("vpc", "cloudformation: {UpdateReplacePolicy: Keep}", "OUT202", "write `Delete` or `Retain` or `Snapshot`"),
    ("vpc", "cloudformation: {AWS::EC2::VPC: 3}", "OUT202", "write a mapping"),
    ("instance", "cloudformation: {AWS::EC2::EIP: {}}", "OUT203", "it makes `AWS::EC2::Instance`"),
    ("instance", "terraform: {aws_eip: {}}", "OUT203", "it makes `aws_instance`"),
    ("tier", "terraform: {map_public_ip_on_launch: true}", "OUT203", "write `terraform` at its subnets"),
    ("vpc", "{existing: vpc-0a1b2c3d, cloudformation: {EnableDnsSupport: true}}", "OUT203", "remove `cloudformation`"),
    ("subnet", "cloudformation: {VpcId: vpc-0a1b2c3d}", "OUT204", None),
    ("subnet", 'terraform: {vpc_id: "${aws_vpc.other.id}"}', "OUT204", None),
    ("instance", "cloudformation: {SecurityGroupIds: [sg-0a1b2c3d]}", "OUT204", None),
    ("instance", "cloudformation: {HostId: {Ref: VpcMian}}", "OUT205", "write `VpcMain`"),
    ("instance", 'cloudformation: {HostId: {Fn::Sub: "x-${VpcMian.VpcId}"}}', "OUT205", "write `VpcMain`"),
    ("instance", "cloudformation: {HostId: {Fn::GetAtt: [VpcMian, Arn]}}", "OUT205", "write `VpcMain`"),
    ("vpc", "cloudformation: {DependsOn: SubnetAppB}", "OUT205", "write `SubnetAppA`"),
    ("vpc", "cloudformation: {DependsOn: AWS::Region}", "OUT205", None),
]
"""Where it stands, what is written, the one code that is reported, and what to write instead."""


def spec(**written: str) -> str:
    """A spec in which entries say more."""
    said = {name: written.get(name, "") for name in ("vpc", "tier", "subnet", "instance")}
    if said["vpc"].startswith("{existing"):
        said["vpc"] = said["vpc"].strip("{}").replace(", ", "\n    ", 1) + "}"
    return SPEC.format(**said).replace(
        "internet_gateway: igw", "" if "existing" in said["vpc"] else "internet_gateway: igw"
    )


def told(text: str, *, advice: bool = False) -> Checked:
    """A spec, read and judged."""
    return check(text.encode(), "spec.yaml", advice=advice)


@pytest.mark.parametrize(("where", "written", "code", "help_"), BAD, ids=[f"{one[0]} {one[1]}" for one in BAD])
def test_a_mistake_is_one_finding_that_says_what_to_write(
    where: str, written: str, code: str, help_: str | None
) -> None:
    found = told(spec(**{where: written})).diagnostics
    assert [one.problem.code for one in found] == [code]
    assert help_ is None or help_ == found[0].help
    span = found[0].primary.span
    assert spec(**{where: written})[span.start : span.end] in written


def emitted(**written: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Both documents of a spec that is right."""
    checked = told(spec(**written))
    assert checked.graph is not None
    assert checked.diagnostics == ()
    return to_cloudformation(checked.graph)["Resources"], to_terraform(checked.graph)["resource"]


def test_mappings_merge_by_key_and_lists_are_replaced() -> None:
    resources, blocks = emitted(
        instance="cloudformation: {MetadataOptions: {InstanceMetadataTags: enabled}, SourceDestCheck: false}\n"
        "    terraform: {metadata_options: {instance_metadata_tags: enabled}, source_dest_check: false}"
    )
    (instance,) = (one["Properties"] for one in resources.values() if one["Type"] == "AWS::EC2::Instance")
    assert instance["SourceDestCheck"] is False
    assert (instance["MetadataOptions"]["HttpTokens"], instance["MetadataOptions"]["InstanceMetadataTags"]) == (
        "required",
        "enabled",
    )
    block = blocks["aws_instance"]["web-1"]
    assert block["source_dest_check"] is False
    assert block["metadata_options"]["http_tokens"] == "required"
    assert block["metadata_options"]["instance_metadata_tags"] == "enabled"


def test_tags_merge_by_their_keys() -> None:
    resources, blocks = emitted(
        vpc="cloudformation: {Tags: [{Key: Name, Value: other}, {Key: a, Value: b}]}\n"
        "    terraform: {tags: {Name: other, a: b}}"
    )
    assert resources["VpcMain"]["Properties"]["Tags"] == [{"Key": "Name", "Value": "other"}, {"Key": "a", "Value": "b"}]
    assert blocks["aws_vpc"]["main"]["tags"] == {"Name": "other", "a": "b"}


def test_a_list_may_add_to_what_it_refers_to() -> None:
    resources, _ = emitted(
        instance="cloudformation: {SecurityGroupIds: [sg-0a1b2c3d, {Fn::GetAtt: [SecurityGroupWeb, GroupId]}]}"
    )
    (instance,) = (one["Properties"] for one in resources.values() if one["Type"] == "AWS::EC2::Instance")
    assert instance["SecurityGroupIds"][0] == "sg-0a1b2c3d"


def test_attributes_stand_beside_the_properties_and_add_to_what_is_waited_for() -> None:
    resources, blocks = emitted(
        subnet="cloudformation: {DeletionPolicy: Retain, DependsOn: InternetGatewayIgw, Metadata: {a: 1}}, "
        "terraform: {lifecycle: {prevent_destroy: true}, depends_on: [aws_internet_gateway.igw]}"
    )
    subnet, block = resources["SubnetAppA"], blocks["aws_subnet"]["app-a"]
    assert (subnet["DeletionPolicy"], subnet["DependsOn"], subnet["Metadata"]) == (
        "Retain",
        ["InternetGatewayIgw"],
        {"a": 1},
    )
    assert block["lifecycle"] == {"prevent_destroy": True}
    assert block["depends_on"] == ["aws_internet_gateway.igw"]


def test_a_type_stands_for_another_resource_of_the_entry() -> None:
    resources, blocks = emitted(
        vpc="cloudformation: {AWS::EC2::InternetGateway: {Tags: [{Key: a, Value: b}]}}\n"
        "    terraform: {aws_internet_gateway: {tags: {a: b}}}"
    )
    assert {"Key": "a", "Value": "b"} in resources["InternetGatewayIgw"]["Properties"]["Tags"]
    assert {"Key": "a", "Value": "b"} not in resources["VpcMain"]["Properties"]["Tags"]
    assert blocks["aws_internet_gateway"]["igw"]["tags"] == {"Name": "igw", "a": "b"}


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("${aws_vpc.main.id}", "${aws_vpc.main.id}"),
        ("${var.name}-x", "${var.name}-x"),
        ('${file("x")}', '${file("x")}'),
        ('${"a"}', '${"a"}'),
        ("%{ if true }a%{ endif }", "%{ if true }a%{ endif }"),
        ("$${HOME}", "$${HOME}"),
        ("${HOME:-/root}", "$${HOME:-/root}"),
        ("${#list}", "$${#list}"),
        ("%{http_code}", "%%{http_code}"),
        ("plain", "plain"),
    ],
)
def test_an_expression_is_evaluated_and_other_text_is_not(written: str, text: str) -> None:
    assert templated({"a": [written]}) == {"a": [text]}


def test_lint_says_when_only_one_document_is_changed() -> None:
    one = told(spec(vpc="terraform: {enable_dns_support: false}"), advice=True)
    assert [found.problem.code for found in one.diagnostics if found.problem.code.startswith("OUT")] == ["OUT206"]
    both = "terraform: {enable_dns_support: false}\n    cloudformation: {EnableDnsSupport: false}"
    assert [found for found in told(spec(vpc=both), advice=True).diagnostics if found.problem.code == "OUT206"] == []


def test_every_kind_says_which_resource_its_properties_go_to() -> None:
    assert [kind.word for kind in KINDS if not kind.makes] == [TIER.word, OUTPUT.word, VARIABLE.word]
