"""Instances, their volumes and addresses: what is read, what is made of it, and where AWS would say no."""

from typing import Any

import pytest
from weighed import check

from infraspec.cloudformation.emit import emit as to_cloudformation
from infraspec.compiler import Checked
from infraspec.data import images, instance_types
from infraspec.graph.ec2 import Instance, Volume
from infraspec.graph.graph import Graph
from infraspec.graph.image_lookup import ImageParameter
from infraspec.graph.launch_templates import LaunchTemplate
from infraspec.graph.resource import Ref
from infraspec.terraform.emit import emit as to_terraform

HEAD = """version: 1
name: demo
region: {region}
vpcs:
  main:
    cidr: 10.0.0.0/16
    internet_gateway: igw
    route_tables: {{public: {{routes: {{0.0.0.0/0: igw}}}}}}
    security_groups: {{web: {{egress: []}}}}
    tiers:
      out: {{route_table: public, subnets: {{out-a: {{zone: a, cidr: 10.0.0.0/24}}}}}}
      app: {{subnets: {{app-a: {{zone: a, cidr: 10.0.1.0/24}}, app-b: {{zone: b, cidr: 10.0.2.0/24}}}}}}
iam:
  roles: {{app: {{trust: ec2}}}}
instances:
"""


def spec(*instances: str, region: str = "ap-northeast-2") -> Checked:
    body = "".join(f"  web-{number}: {{{text}}}\n" for number, text in enumerate(instances, 1))
    return check((HEAD.format(region=region) + body).encode(), "spec.yaml")


def like(text: str) -> str:
    """The settings of an instance, with what is not said filled in."""
    usual = {"image": "ubuntu-24.04", "type": "t3.micro", "subnet": "app-a", "security_groups": "web"}
    return ", ".join(
        [f"{key}: {value}" for key, value in usual.items() if f"{key}:" not in text.split("{", maxsplit=1)[0]] + [text]
    )


def said(checked: Checked) -> list[str]:
    return [one.problem.code for one in checked.diagnostics]


def graph(*instances: str, region: str = "ap-northeast-2") -> Graph:
    checked = spec(*(like(text) for text in instances), region=region)
    assert [one.message for one in checked.diagnostics] == []
    assert checked.graph is not None
    return checked.graph


def instance(text: str) -> Instance:
    return graph(text).of(Instance)[0]


def made(found: Graph) -> tuple[dict[str, Any], dict[str, Any]]:
    """The first instance of both documents."""
    resources = to_cloudformation(found)["Resources"].values()
    template = next(one["Properties"] for one in resources if one["Type"] == "AWS::EC2::Instance")
    return template, to_terraform(found)["resource"]["aws_instance"]["web-1"]


def test_what_is_not_said_is_written_in_both() -> None:
    template, terraform = made(graph("role: app"))
    assert template["MetadataOptions"]["HttpTokens"] == terraform["metadata_options"]["http_tokens"] == "required"
    assert template["CreditSpecification"] == {"CPUCredits": "standard"}
    assert terraform["credit_specification"] == {"cpu_credits": "standard"}
    root = {"VolumeSize": 8, "VolumeType": "gp3", "Encrypted": True, "DeleteOnTermination": True}
    assert template["BlockDeviceMappings"] == [{"DeviceName": "/dev/sda1", "Ebs": root}]
    assert {key: terraform["root_block_device"][key] for key in ("volume_size", "volume_type", "encrypted")} == {
        "volume_size": 8,
        "volume_type": "gp3",
        "encrypted": True,
    }
    assert (template["Tenancy"], terraform["tenancy"]) == ("default", "default")
    assert template["DisableApiTermination"] is terraform["disable_api_termination"] is False
    assert template["IamInstanceProfile"] == {"Ref": "InstanceProfileApp"}
    assert terraform["iam_instance_profile"] == "${aws_iam_instance_profile.app.name}"


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("image: ubuntu-20.04", "server/20.04/stable/current/amd64/hvm/ebs-gp2/ami-id"),
        ("image: ubuntu-24.04, type: t4g.micro", "server/24.04/stable/current/arm64/hvm/ebs-gp3/ami-id"),
        ("image: ubuntu-24.04-arm64, type: t4g.micro", "server/24.04/stable/current/arm64/hvm/ebs-gp3/ami-id"),
        ("image: amazon-linux-2023, type: m7g.large", "al2023-ami-kernel-default-arm64"),
        ("image: amazon-linux-2", "amzn2-ami-kernel-5.10-hvm-x86_64-gp2"),
        ("image: windows-2022", "Windows_Server-2022-English-Full-Base"),
        ("image: /my/own/image, root_volume: {device: /dev/xvda}", "/my/own/image"),
    ],
)
def test_an_image_is_a_parameter_of_the_type_s_architecture(text: str, end: str) -> None:
    checked = spec(like(text))
    assert set(said(checked)) <= {"CMP203"}
    assert checked.graph is not None
    assert checked.graph.of(ImageParameter)[0].parameter.endswith(end)


def test_a_parameter_is_read_by_each_backend_in_its_way() -> None:
    found = graph("image: windows-2022, type: t3.large", "image: windows-2022, type: t3.large")
    template = to_cloudformation(found)
    assert [one["Type"] for one in template["Parameters"].values()] == [
        "AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>"
    ]
    terraform = to_terraform(found)
    assert list(terraform["data"]["aws_ssm_parameter"]) == ["windows-2022"]
    written = terraform["resource"]["aws_instance"]["web-1"]
    assert written["ami"] == "${nonsensitive(data.aws_ssm_parameter.windows-2022.value)}"
    assert written["lifecycle"] == {"ignore_changes": ["ami"]}


def test_a_literal_image_is_written_as_it_is() -> None:
    template, terraform = made(graph("image: ami-0a1b2c3d, root_volume: {device: /dev/sda1}"))
    assert template["ImageId"] == terraform["ami"] == "ami-0a1b2c3d"
    assert "lifecycle" not in terraform


def test_a_public_address_is_spoken_of_in_the_interface() -> None:
    template, terraform = made(graph("subnet: out-a, public_ip: true, private_ip: 10.0.0.9"))
    (interface,) = template["NetworkInterfaces"]
    assert interface["AssociatePublicIpAddress"] is terraform["associate_public_ip_address"] is True
    assert interface["PrivateIpAddress"] == terraform["private_ip"] == "10.0.0.9"
    assert {"SubnetId", "SecurityGroupIds", "PrivateIpAddress"} & set(template) == set()


def test_what_runs_at_the_first_boot_waits_for_the_way_out() -> None:
    waits = instance('subnet: out-a, user_data: "#!/bin/sh"').depends_on
    assert waits == (Ref("Route", "public 0.0.0.0/0"), Ref("RouteTableAssociation", "out-a"))
    assert instance("subnet: out-a").depends_on == ()
    assert instance("subnet: out-a, public_ip: true").depends_on == (Ref("InternetGatewayAttachment", "igw"),)


@pytest.mark.parametrize("target", ["guard", "hub", "tgw-0a1b2c3d4e5f60718", "nat-0a1b2c3d4e5f60718"])
def test_what_runs_at_the_first_boot_waits_for_a_way_out_of_any_kind(target: str) -> None:
    text = HEAD.format(region="ap-northeast-2").replace(
        "{public: {", f"{{led: {{routes: {{0.0.0.0/0: {target}}}}}, public: {{"
    )
    text = text.replace("app: {subnets", "app: {route_table: led, subnets")
    text += f"  web: {{{like('user_data: x')}}}\nfirewalls: {{guard: {{subnets: out-a}}}}\n"
    text += "transit_gateways: {hub: {attachments: {main: {subnets: app-a}}}}\n"
    found = check(text.encode(), "spec.yaml").graph
    assert found is not None
    assert found.of(Instance)[0].depends_on == (Ref("Route", "led 0.0.0.0/0"), Ref("RouteTableAssociation", "app-a"))


def test_what_runs_at_the_first_boot_waits_in_terraform_for_rules_that_a_template_has_in_the_group() -> None:
    open_to = HEAD.format(region="ap-northeast-2").replace(
        "{web: {egress: []}}", "{web: {egress: [{tcp: 443, to: 10.0.0.0/8}]}}"
    )
    machine, booted = "{image: ubuntu-24.04, type: t3.micro, security_groups: web%s}", ", user_data: '#!/bin/sh'"
    text = open_to + f"  still: {machine % ', subnet: app-a'}\n  busy: {machine % (', subnet: app-a' + booted)}\n"
    text += f"launch_templates: {{still: {machine % ''}, busy: {machine % booted}}}\n"
    found = check(text.encode(), "spec.yaml").graph
    assert found is not None
    blocks = to_terraform(found)["resource"]
    (rule,) = blocks["aws_vpc_security_group_egress_rule"]
    for kind in ("aws_instance", "aws_launch_template"):
        waits = {name: block.get("depends_on", []) for name, block in blocks[kind].items()}
        assert waits == {"still": [], "busy": [f"aws_vpc_security_group_egress_rule.{rule}"]}


def test_a_machine_that_its_subnet_gives_a_public_address_waits_for_the_gateway() -> None:
    text = HEAD.format(region="ap-northeast-2").replace(
        "cidr: 10.0.0.0/24", "cidr: 10.0.0.0/24, public_ip_on_launch: true"
    )
    named = "".join(
        f"  {name}: {{{like(f'subnet: out-a{more}')}}}\n" for name, more in (("a", ""), ("b", ", public_ip: false"))
    )
    found = check((text + named).encode(), "spec.yaml").graph
    assert found is not None
    assert [one.depends_on for one in found.of(Instance)] == [(Ref("InternetGatewayAttachment", "igw"),), ()]


def test_spot_and_throughput_need_a_launch_template_in_both() -> None:
    found = graph("spot: {max_price: 0.05, type: persistent, interruption: stop}", "root_volume: {throughput: 250}")
    spot, fast = found.of(LaunchTemplate)
    assert (spot.spot, spot.root_volume) == (("0.05", "persistent", "stop"), None)
    assert (fast.spot, fast.root_volume and fast.root_volume.throughput) == (None, 250)
    one, other = found.of(Instance)
    assert (one.root_volume is not None, other.root_volume) == (True, None)
    terraform = to_terraform(found)["resource"]["aws_instance"]["web-1"]
    assert terraform["launch_template"]["version"] == "${aws_launch_template.web-1.latest_version}"
    assert "instance_market_options" not in terraform


@pytest.mark.parametrize(("price", "text"), [("1", "1"), ("0.001", "0.001"), ("0.0125", "0.0125"), ("10", "10")])
def test_a_price_is_written_without_an_exponent(price: str, text: str) -> None:
    (template,) = graph(f"spot: {{max_price: {price}}}").of(LaunchTemplate)
    assert template.spot is not None
    assert template.spot.max_price == text


@pytest.mark.parametrize(("value", "templates"), [("true", 1), ("false", 0)])
def test_spot_is_also_a_word(value: str, templates: int) -> None:
    assert len(graph(f"spot: {value}").of(LaunchTemplate)) == templates


@pytest.mark.parametrize(
    ("keep", "policy", "terraform"),
    [
        ("", "Snapshot", {"final_snapshot": True}),
        (", on_delete: retain", "Retain", {"final_snapshot": True, "lifecycle": {"prevent_destroy": True}}),
        (", on_delete: delete", "Delete", {"final_snapshot": False}),
    ],
)
def test_the_data_of_a_volume_is_kept_unless_it_says_otherwise(
    keep: str, policy: str, terraform: dict[str, Any]
) -> None:
    found = graph(f"volumes: {{data: {{device: /dev/sdf, size_gib: 10{keep}}}}}")
    resources = to_cloudformation(found)["Resources"].values()
    volume = next(one for one in resources if one["Type"] == "AWS::EC2::Volume")
    assert (volume["DeletionPolicy"], volume["UpdateReplacePolicy"]) == (policy, policy)
    (written,) = to_terraform(found)["resource"]["aws_ebs_volume"].values()
    assert {key: written[key] for key in ("final_snapshot", "lifecycle") if key in written} == terraform
    assert written["tags"]["Name"] == "web-1-data"


def test_a_volume_in_a_zone_by_its_identifier_takes_the_subnet_s() -> None:
    text = (
        HEAD.format(region="ap-northeast-2") + "  web-1: {" + like("volumes: {d: {device: /dev/sdf, size_gib: 9}}")
    ).replace("app-a: {zone: a", "app-a: {zone: apne2-az1")
    checked = check(f"{text}}}\n".encode(), "spec.yaml")
    assert said(checked) == []
    assert checked.graph is not None
    (volume,) = checked.graph.of(Volume)
    assert (volume.availability_zone, volume.subnet) == (None, ("Subnet", "app-a"))
    (written,) = to_terraform(checked.graph)["resource"]["aws_ebs_volume"].values()
    assert written["availability_zone"] == "${aws_subnet.app-a.availability_zone}"


def test_an_elastic_address_is_new_or_exists() -> None:
    found = graph("subnet: out-a, elastic_ip: new", "subnet: out-a, elastic_ip: eipalloc-0a1b2c3d")
    terraform = to_terraform(found)["resource"]
    assert len(terraform["aws_eip"]) == 1
    associations = terraform["aws_eip_association"]
    assert associations["web-2"]["allocation_id"] == "eipalloc-0a1b2c3d"
    assert associations["web-1"]["depends_on"] == ["aws_internet_gateway_attachment.igw"]


def test_an_instance_that_exists_is_not_emitted() -> None:
    found = graph("existing: i-0a1b2c3d, image: ami-0a1b2c3d, spot: true", "existing: i-1a1b2c3d", "monitoring: true")
    assert list(to_terraform(found)["resource"]["aws_instance"]) == ["web-3"]
    assert "aws_launch_template" not in to_terraform(found)["resource"]
    assert len(found.of(ImageParameter)) == 1


VOLUME = "volumes: {{d: {{device: /dev/sdf, {}}}}}"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("type: t3.mikro", "CMP101"),
        ("type: micro", "CMP101"),
        ("type: t3.16xlarge", "CMP101"),
        ("type: t9.micro", "CMP102"),
        ("type: t2.micro, subnet: app-b", "NET213"),
        ("image: ubuntu-24.04-arm64", "CMP103"),
        ("image: windows-2022, type: m7g.large", "CMP103"),
        ("image: ubuntu-24.5", "CMP201"),
        ("image: ami-123", "CMP201"),
        ("image: ami-0a1b2c3d", "CMP205"),
        ("image: /my/own/image", "CMP205"),
        ("root_volume: {device: /dev/xvda}", "CMP205"),
        ("image: windows-2022, root_volume: {size_gib: 20}", "CMP206"),
        ("image: ubuntu-20.04", "CMP203"),
        ("type: m7i.large, cpu_credits: unlimited", "CMP116"),
        ("user_data: apt-get update", "CMP108"),
        ("elastic_ip: new", "NET320"),
        ("public_ip: true", "NET320"),
        ("elastic_ip: old", "SPC008"),
        ("role: none-such", "SPC004"),
        ("private_ip: 10.0.1", "NET106"),
        ("security_groups: []", "SPC002"),
        ("key_pair: 열쇠", "NAM113"),
        ("spot: {interruption: stop}", "SPC003"),
        ("spot: {max_price: 0}", "SPC003"),
        ("spot: maybe", "SPC003"),
        ("imds: {hop_limit: 65}", "SPC003"),
        ("root_volume: {type: st1, size_gib: 200}", "CMP305"),
        ("root_volume: {encrypted: false, kms_key: alias/x}", "SPC008"),
        ("root_volume: {throughput: 2000}", "CMP303"),
        (VOLUME.format("size_gib: 20000, type: gp2"), "CMP301"),
        (VOLUME.format("size_gib: 10, iops: 2999"), "CMP302"),
        (VOLUME.format("size_gib: 10, type: gp2, iops: 3000"), "CMP302"),
        (VOLUME.format("size_gib: 10, iops: 6000"), "CMP304"),
        (VOLUME.format("size_gib: 10, throughput: 1000"), "CMP304"),
        ("volumes: {d: {device: /dev/sda1, size_gib: 10}}", "CMP119"),
        ("volumes: {d: {device: /dev/xvda, size_gib: 10}}", "CMP119"),
        ("volumes: {d: {device: sdf, size_gib: 10}}", "SPC003"),
        ("volumes: {d: {size_gib: 10}}", "SPC002"),
    ],
)
def test_what_aws_would_refuse_is_one_finding(text: str, code: str) -> None:
    assert said(spec(like(text))) == [code]


@pytest.mark.parametrize(
    "text",
    [
        "type: t2.micro, subnet: app-a",
        "subnet: app-b",
        VOLUME.format("size_gib: 1, iops: 3000, throughput: 750"),
        VOLUME.format("size_gib: 16, iops: 8000, throughput: 1000"),
        VOLUME.format("size_gib: 4, type: io2, iops: 4000"),
        "private_ip: auto",
        "spot: {type: persistent, interruption: hibernate}",
        "subnet: out-a, public_ip: true, elastic_ip: new",
        "image: windows-2022, volumes: {d: {device: xvdf, size_gib: 10}}",
        "tenancy: dedicated",
        'user_data: "#cloud-config"',
    ],
)
def test_what_aws_takes_is_no_finding(text: str) -> None:
    assert said(spec(like(text))) == []


@pytest.mark.parametrize(
    ("region", "kind", "codes"),
    [
        ("eu-north-1", "t2.micro", ["CMP102"]),
        ("us-east-1", "t3.micro", []),
        ("us-west-2", "t2.micro", []),
        ("mx-central-1", "t2.micro", []),
    ],
)
def test_what_a_region_offers_is_a_warning_where_it_is_not_sure(region: str, kind: str, codes: list[str]) -> None:
    assert said(spec(like(f"type: {kind}"), region=region)) == codes


def test_the_table_of_types_says_what_is_known_of_seoul() -> None:
    seoul = instance_types.offers("ap-northeast-2")
    assert (seoul["t2.micro"], seoul["t3.micro"], seoul["t4g.micro"]) == ("ac", "abcd", "abcd")
    assert len(instance_types.types()) > 1000
    assert instance_types.architecture("t4g.micro") == "arm64"
    assert instance_types.architecture("t2.micro") == "x86_64"


def test_every_image_has_a_parameter_that_is_found_again() -> None:
    for name, base in images.names().items():
        parameter = images.parameter_of(name, "x86_64")
        found = images.image_at(parameter)
        assert found is not None
        assert found[0] == base
        assert images.root_device_at(parameter) == ("/dev/xvda" if name.startswith("amazon") else "/dev/sda1")
        assert images.architecture_at(parameter) == ("arm64" if name.endswith("-arm64") else "x86_64")


def test_reordering_changes_nothing() -> None:
    one = [like("image: windows-2022, type: t3.large"), like("spot: true")]
    forth, back = spec(*one), spec(*reversed(one))
    renamed = forth.text.replace("web-1", "x").replace("web-2", "web-1").replace("x:", "web-2:")
    again = check(renamed.encode(), "spec.yaml")
    assert again.graph is not None
    assert back.graph is not None
    assert to_terraform(again.graph) == to_terraform(back.graph)
    assert to_cloudformation(again.graph) == to_cloudformation(back.graph)
