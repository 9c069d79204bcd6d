"""Specs that read well and AWS refuses, and mistakes that are one finding although they spoil more than one thing."""

import pytest
from weighed import check

from infraspec.compiler import Checked

HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\n"
NETWORK = (
    HEAD
    + """vpcs:
  main:
    cidr: 10.0.0.0/16
    tiers:
      app: {subnets: {app-a: {zone: a, cidr: 10.0.0.0/24}, app-c: {zone: ZONE, cidr: 10.0.1.0/24}}}
    security_groups:
      web: {egress: []}
"""
)
NET = NETWORK.replace("ZONE", "c")
BALANCER = """target_groups:
  web: {http: 80, targets: [10.0.0.10]}
load_balancers:
  web: {type: TYPE, subnets: tier:app, security_groups: [web], listeners: [LISTENER]}
"""
DATABASE = """databases:
  orders:
    engine: mysql
    version: "8.4"
    class: db.t4g.medium
    storage_gib: 20
    subnets: tier:app
    security_groups: [web]
"""
ROLE = HEAD + "iam:\n  roles:\n"
KEY = "arn:{}:kms:{}:123456789012:key/0a1b2c3d-4e5f-6789-0a1b-2c3d4e5f6789"


def judged(text: str) -> Checked:
    return check(text.encode(), "spec.yaml")


def codes(text: str) -> list[str]:
    return [one.problem.code for one in judged(text).diagnostics]


def balancer(kind: str, listener: str, network: str = NET) -> str:
    return network + BALANCER.replace("TYPE", kind).replace("LISTENER", listener)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ROLE + '    "a,b": {trust: ec2}\n', ["NAM102"]),
        (ROLE + '    "a, b": {trust: ec2}\n', ["NAM129"]),
        (ROLE + "    app: {trust: ec2, tags: {name: x}}\n", ["NAM160"]),
        (ROLE + "    a: {trust: ec2, instance_profile: B}\n    b: {trust: ec2}\n", ["NAM161"]),
        (ROLE + "    a: {trust: ec2}\n    A: {trust: ec2}\n", ["NAM129"]),
        (ROLE + "    a: {trust: ec2, managed_policies: ['arn:aws-cn:iam::aws:policy/ReadOnlyAccess']}\n", ["IAM114"]),
        (ROLE + "    a: {trust: ec2, permissions_boundary: 'arn:aws:s3:::x'}\n", ["IAM114"]),
        (ROLE + "    a: {trust: lamda}\n", ["SPC003"]),
        (ROLE + "    a: {trust: [ec2, lambda, ecs-tasks]}\n", []),
        (HEAD.replace("demo", "1shop") + "vpcs: {main: {cidr: 10.0.0.0/16}}\n", ["OUT107"]),
        (HEAD, ["OUT116"]),
        (HEAD + "vpcs: {main: {cidr: 10.0.0.0/16, existing: vpc-0a1b2c3d}}\n", ["OUT116"]),
        (NET + DATABASE + f"    kms_key: {KEY.format('aws', 'us-east-1')}\n", ["SPC108"]),
        (NET + DATABASE + f"    kms_key: {KEY.format('aws-cn', 'ap-northeast-2')}\n", ["SPC108"]),
        (NET + DATABASE + f"    kms_key: {KEY.format('aws', 'ap-northeast-2')}\n", []),
        (NET + DATABASE.replace("t4g.medium", "t4g.tiny"), ["RDS115"]),
        (NET + DATABASE.replace("t4g.medium", "z99.large"), []),
        (NET + DATABASE.replace("t4g.medium", "r5.large.tpc1.mem2x"), []),
        (NET + DATABASE.replace("8.4", "9.9"), ["RDS127"]),
    ],
)
def test_what_aws_refuses_is_said(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("region", "meant"),
    [("Ireland", "eu-west-1"), ("seoul", "ap-northeast-2"), ("ap-northeast2", "ap-northeast-2"), ("Asia", None)],
)
def test_a_region_is_written_as_aws_writes_it(region: str, meant: str | None) -> None:
    text = HEAD.replace("ap-northeast-2", region) + "vpcs: {main: {cidr: 10.0.0.0/16}}\n"
    (found,) = judged(text).diagnostics
    assert found.problem.code == "NET222"
    assert found.help == (f"write `{meant}`" if meant else "write one such as `ap-northeast-2`")


@pytest.mark.parametrize(("zone", "expected"), [("apne2-az1", True), ("apne2-az3", False), ("a", True)])
def test_a_letter_and_an_identifier_are_one_zone_in_seoul(zone: str, *, expected: bool) -> None:
    network = NETWORK.replace("ZONE", zone)
    found = codes(balancer("application", "{http: 80, forward: web}", network))
    assert found == (["ELB101"] if expected else [])
    assert codes(network + DATABASE) == (["RDS101"] if expected else [])


@pytest.mark.parametrize(("zone", "expected"), [("a", []), ("c", []), ("apne2-az1", ["RDS122"]), ("d", ["RDS122"])])
def test_a_database_takes_the_letter_of_a_zone_that_is_known_by_identifier(zone: str, expected: list[str]) -> None:
    text = NETWORK.replace("zone: a", "zone: apne2-az1").replace("ZONE", "apne2-az3") + DATABASE
    assert codes(text + f"    zone: {zone}\n") == expected


@pytest.mark.parametrize(
    ("kind", "listener"),
    [
        ("application", "{tcp: 80, forward: web}"),
        ("network", "{http: 80, forward: web}"),
        ("network", "{https: 443, forward: web}"),
    ],
)
def test_a_wrong_protocol_is_one_finding(kind: str, listener: str) -> None:
    assert codes(balancer(kind, listener)) == ["ELB106"]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("host: localhost", ["ELB114"]),
        ("host: a_b.example.com", ["ELB114"]),
        ("host: '*.example.com'", []),
        ("path: '/a b'", ["ELB114"]),
        ("path: '/a/*'", []),
        ("path: ['/*/*/*', '/*/*/*']", ["QUO111"]),
    ],
)
def test_hosts_and_paths_of_a_rule(rule: str, expected: list[str]) -> None:
    rules = f"{{http: 80, forward: web, rules: [{{priority: 1, {rule}, respond: 404}}]}}"
    assert codes(balancer("application", rules)) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ("MX: 65535 mail.example.com", []),
        ("MX: 65536 mail.example.com", ["DNS105"]),
        ("CNAME: 192.0.2.1", ["DNS105"]),
        ("CNAME: www.example.com.", ["DNS105"]),
        ("CNAME: www.example.net", []),
    ],
)
def test_values_of_records(values: str, expected: list[str]) -> None:
    zone = "dns:\n  zones: {example.com: {}}\n  records:\n"
    assert codes(HEAD + zone + f"    www.example.com: {{zone: example.com, {values}}}\n") == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("iam: {roles: {r: {description: x}}}\ninstances:\n  i: {MACHINE, role: r}\n", ["SPC002"]),
        ("instances:\n  i: {MACHINE, user_data: {template: flask-behind-nginx, port: 8000}}\n", ["SPC003"]),
        ("peerings: {p: {requester: main, accepter: mian}}\n", ["SPC004"]),
    ],
)
def test_one_mistake_is_one_finding(body: str, expected: list[str]) -> None:
    machine = "image: ubuntu-24.04, type: t3.micro, subnet: app-a, security_groups: web"
    assert codes(NET + body.replace("MACHINE", machine)) == expected


def test_a_subnet_that_is_too_small_for_aws_is_not_called_full_too() -> None:
    text = NET.replace("10.0.0.0/24", "10.0.0.0/29") + "network_interfaces:\n"
    text += "".join(f"  probe-{n}: {{subnet: app-a, security_groups: web}}\n" for n in range(5))
    assert codes(text) == ["NET104"]


def test_a_group_of_another_vpc_is_not_judged_while_a_peering_is_broken() -> None:
    other = "  other:\n    cidr: 10.1.0.0/16\n    security_groups:\n"
    other += "      far: {ingress: [{tcp: 1, from: web}], egress: []}\n"
    assert codes(NET + other) == ["SEC109"]
    assert codes(NET + other + "peerings: {p: {requester: main, accepter: othr}}\n") == ["SPC004"]


def test_the_tag_of_a_wildcard_certificate_has_no_star() -> None:
    text = HEAD + "dns: {zones: {example.com: {}}}\ncertificates: {'*.example.com': {zone: example.com}}\n"
    graph = judged(text).graph
    assert codes(text) == []
    assert graph is not None
    tags = [dict(getattr(node, "tags", ())).get("Name") for node in graph if type(node).__name__ == "Certificate"]
    assert tags == ["wildcard.example.com"]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("volumes: {data: {device: /dev/sdf, size_gib: 8}}", ["SPC016"]),
        ("elastic_ip: new", ["SPC016"]),
        ("user_data: '#!/bin/sh'", ["SPC014"]),
        ("monitoring: false", []),
    ],
)
def test_what_exists_is_given_nothing(settings: str, expected: list[str]) -> None:
    network = NET.replace("  main:\n", "  main:\n    existing: vpc-0a1b2c3d\n")
    machine = "existing: i-0a1b2c3d, image: ubuntu-24.04, type: t3.micro, subnet: app-a, security_groups: web"
    assert codes(network + f"instances:\n  old: {{{machine}, {settings}}}\n") == expected
