"""Security groups: what each way to write a rule means to AWS."""

import pytest
from weighed import check

from infraspec.cloudformation.emit import emit as cloudformation
from infraspec.graph.graph import Graph
from infraspec.graph.security_groups import EgressRule, IngressRule, Permission, SecurityGroup
from infraspec.terraform.emit import emit as terraform

VPC = """version: 1
name: demo
region: ap-northeast-2
vpcs:
  main:
    cidr: 10.0.0.0/16
    secondary_cidrs: [10.1.0.0/16]
    tiers:
      app: {subnets: {app-a: {zone: a, cidr: 10.0.0.0/24}, app-c: {zone: c, cidr: 10.0.1.0/24}}}
    security_groups:
      other: {egress: []}
"""
THEIRS = VPC.replace("    cidr: 10.0.0.0/16\n", "    existing: vpc-0a1b2c3d4e5f67890\n    cidr: 10.0.0.0/16\n")
THEIRS += "      existing: {existing: sg-0a1b2c3d4e5f67890}\n"
"""The same network, which exists already, and a group in it that does too."""
ADVICE = ("SEC201", "SEC202", "SEC303")
"""What test_advice_network.py tests: rules with one half, and what is open to the world."""
HOSTS = """network_interfaces:
  fixed: {subnet: app-a, private_ip: 10.0.0.20, security_groups: [other]}
  loose: {subnet: app-a, security_groups: [other]}
load_balancers:
  alb: {type: application, subnets: tier:app, security_groups: [other]}
"""


def graph(text: str) -> Graph:
    checked = check(text.encode(), "spec.yaml")
    assert [(one.problem.code, one.message) for one in checked.diagnostics if one.is_error] == []
    assert checked.graph is not None
    return checked.graph


def codes(text: str) -> list[str]:
    found = [one.problem.code for one in check(text.encode(), "spec.yaml").diagnostics]
    return [code for code in found if code not in ADVICE]


def with_rules(ingress: str = "[]", egress: str = "[]") -> str:
    return VPC + f"      web:\n        ingress: {ingress}\n        egress: {egress}\n" + HOSTS


def group(text: str) -> SecurityGroup:
    return next(one for one in graph(text).of(SecurityGroup) if one.key == "web")


def contents(permissions: tuple[Permission, ...]) -> list[str]:
    return [one.content for one in permissions]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("tcp: 443", ["tcp:443"]),
        ("tcp: https", ["tcp:443"]),
        ("tcp: 8000-8100", ["tcp:8000-8100"]),
        ("tcp: [80, https, 8000-8100]", ["tcp:80", "tcp:443", "tcp:8000-8100"]),
        ("tcp: all", ["tcp:0-65535"]),
        ("udp: dns", ["udp:53"]),
        ("tcp: 53, udp: 53", ["tcp:53", "udp:53"]),
        ("icmp: all", ["icmp:-1"]),
        ("icmp: echo-request", ["icmp:8--1"]),
        ("icmp: 8", ["icmp:8--1"]),
        ("icmp: 3/4", ["icmp:3-4"]),
        ("icmp: [0/0, 11]", ["icmp:0", "icmp:11--1"]),
        ("protocol: 50", ["50:-1"]),
        ("all: true", ["-1:"]),
    ],
)
def test_traffic(written: str, meant: list[str]) -> None:
    found = group(with_rules(ingress=f"[{{{written}, from: 10.0.0.0/8}}]"))
    assert contents(found.ingress) == [f"{one}:10.0.0.0/8" for one in meant]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("all", "icmpv6:-1"),
        ("echo-request", "icmpv6:128-0"),
        ("packet-too-big", "icmpv6:2-0"),
        ("1/4", "icmpv6:1-4"),
    ],
)
def test_icmpv6(written: str, meant: str) -> None:
    found = group(with_rules(ingress=f'[{{icmpv6: {written}, from: "::/0"}}]'))
    assert contents(found.ingress) == [f"{meant}:::/0"]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("tcp: 70000", "SEC102"),
        ("tcp: -1", "SEC102"),
        ("tcp: 8100-8000", "SEC102"),
        ("tcp: htps", "SEC102"),
        ('tcp: "443"', "SEC102"),
        ("tcp: true", "SEC102"),
        ("tcp: []", "SPC003"),
        ("tcp: 22:30", "YML003"),
        ("icmp: 256", "SEC103"),
        ("icmp: ping", "SEC103"),
        ("icmp: -1", "SEC103"),
        ("icmpv6: 128", "SEC103"),
        ("protocol: 6", "SEC104"),
        ("protocol: 256", "SEC104"),
        ("protocol: esp", "SEC104"),
        ("all: false", "SEC104"),
        ("all: true, tcp: 443", "SEC104"),
        ("description: nothing", "SEC104"),
    ],
)
def test_traffic_that_is_refused(written: str, code: str) -> None:
    assert code in codes(with_rules(ingress=f"[{{{written}, from: 10.0.0.0/8}}]"))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("192.0.2.0/24", ["192.0.2.0/24"]),
        ('"2001:db8:0::/48"', ["2001:db8::/48"]),
        ("vpc", ["10.0.0.0/16", "10.1.0.0/16"]),
        ("vpc:main", ["10.0.0.0/16", "10.1.0.0/16"]),
        ("tier:app", ["10.0.0.0/24", "10.0.1.0/24"]),
        ("app-c", ["10.0.1.0/24"]),
        ("fixed", ["10.0.0.20/32"]),
        ("pl-78a54011", ["pl-78a54011"]),
        ("sg-0a1b2c3d4e5f67891", ["sg-0a1b2c3d4e5f67891"]),
        ("[app-a, 192.0.2.0/24]", ["10.0.0.0/24", "192.0.2.0/24"]),
    ],
)
def test_peers_that_stand_inside_the_group(written: str, meant: list[str]) -> None:
    found = group(with_rules(ingress=f"[{{tcp: 443, from: {written}}}]"))
    assert [one.peer for one in found.ingress] == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("other", ["other"]),
        ("security_group:other", ["other"]),
        ("self", ["web"]),
        ("loose", ["other"]),
        ("alb", ["other"]),
        ("[loose, alb]", ["other"]),
        ("[self, other]", ["other", "web"]),
    ],
)
def test_groups_are_rules_of_their_own(written: str, meant: list[str]) -> None:
    found = graph(with_rules(ingress=f"[{{tcp: 443, from: {written}}}]", egress=f"[{{tcp: 443, to: {written}}}]"))
    assert [one.source_group.key for one in found.of(IngressRule)] == meant
    assert [one.destination_group.key for one in found.of(EgressRule)] == meant


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("10.0.0.5", "NET106"),
        ('"2001:db8::1"', "NET106"),
        ("10.0.0.5/16", "NET105"),
        ("10.300.0.0/16", "NET106"),
        ("othr", "SPC004"),
        ("internet", "SPC004"),
        ("main", None),
        ("service:s3", "SEC110"),
        ("pl-s3", "SEC110"),
        ("sg-web", "SPC008"),
        ("[]", "SEC101"),
        ("app", "SPC006"),
    ],
)
def test_peers_that_are_refused(written: str, code: str | None) -> None:
    text = with_rules(ingress=f"[{{tcp: 443, from: {written}}}]").replace(
        "      web:\n", "      app: {egress: []}\n      web:\n"
    )
    assert codes(text) == ([code] if code else [])


def test_a_bare_address_is_told_its_prefix() -> None:
    checked = check(with_rules(ingress='[{tcp: 1, from: 10.0.0.5}, {tcp: 1, from: "2001:db8::1"}]').encode(), "x")
    assert [one.help for one in checked.diagnostics] == ["write 10.0.0.5/32", "write 2001:db8::1/128"]


def test_a_list_of_blocks_and_ports_is_one_rule_for_each() -> None:
    found = group(with_rules(egress="[{tcp: [80, 443], to: [192.0.2.0/24, 198.51.100.0/24]}]"))
    assert len(found.egress) == 4


@pytest.mark.parametrize("egress", ["[]", "[{tcp: 443, to: other}]", "[{tcp: 443, to: self}]"])
def test_a_group_always_has_one_rule_inside_that_takes_allow_all_away(egress: str) -> None:
    found = group(with_rules(egress=egress))
    assert [one.description for one in found.egress] == ["Lets nothing out"]


def test_what_lets_nothing_out_is_not_needed_beside_a_block() -> None:
    assert contents(group(with_rules(egress="[{tcp: 443, to: 192.0.2.0/24}, {tcp: 1, to: self}]")).egress) == [
        "tcp:443:192.0.2.0/24"
    ]


def test_egress_all_is_every_ipv4_address() -> None:
    assert contents(group(with_rules(egress="all")).egress) == ["-1::0.0.0.0/0"]


def test_egress_that_is_not_written_is_reported_once_and_breaks_nothing_else() -> None:
    text = with_rules().replace("        egress: []\n", "").replace("[]\nnet", "[{tcp: 99999, from: self}]\nnet")
    assert codes(text) == ["SEC118", "SEC102"]


def test_an_existing_group_has_no_rules() -> None:
    existing = "{existing: sg-0a1b2c3d4e5f67890, egress: all"
    assert codes(THEIRS.replace("{existing: sg-0a1b2c3d4e5f67890", existing)) == ["SPC003"]


def test_an_existing_group_is_a_peer() -> None:
    found = graph(THEIRS + "      web: {ingress: [{tcp: 443, from: existing}], egress: [{tcp: 443, to: existing}]}\n")
    assert [one.source_group.key for one in found.of(IngressRule)] == ["existing"]
    assert [one.destination_group.key for one in found.of(EgressRule)] == ["existing"]


def test_the_description_is_the_name_unless_it_is_written() -> None:
    assert group(with_rules()).group_description == "web"


@pytest.mark.parametrize(
    ("first", "second", "is_twice"),
    [
        ("{tcp: 443, from: 10.0.0.0/8}", "{tcp: https, from: 10.0.0.0/8, description: again}", True),
        ("{tcp: 443, from: self}", "{tcp: 443, from: web}", True),
        ("{tcp: 443, from: [10.0.0.0/8, 10.0.0.0/8]}", "{udp: 1, from: self}", True),
        ("{tcp: 443, from: loose}", "{tcp: 443, from: alb}", False),
        ("{tcp: 443, from: 10.0.0.0/8}", "{udp: 443, from: 10.0.0.0/8}", False),
        ('{tcp: 443, from: "2001:db8::/48"}', '{tcp: 443, from: "2001:0db8:0::/48"}', True),
    ],
)
def test_a_rule_that_stands_twice(first: str, second: str, *, is_twice: bool) -> None:
    assert codes(with_rules(ingress=f"[{first}, {second}]")) == (["SEC106"] if is_twice else [])


@pytest.mark.parametrize(
    ("wide", "narrow", "is_inside"),
    [
        ("{tcp: 1-100, from: 10.0.0.0/8}", "{tcp: 50, from: 10.1.0.0/16}", True),
        ("{all: true, from: 10.0.0.0/8}", "{icmp: 8, from: 10.1.0.0/16}", True),
        ("{icmp: 3, from: 10.0.0.0/8}", "{icmp: 3/4, from: 10.0.0.0/8}", True),
        ("{icmp: all, from: 10.0.0.0/8}", "{icmp: 3/4, from: 10.0.0.0/8}", True),
        ("{all: true, from: self}", "{tcp: 50, from: self}", True),
        ("{tcp: 1-100, from: 10.0.0.0/8}", "{tcp: 50-101, from: 10.1.0.0/16}", False),
        ("{tcp: 1-100, from: 10.0.0.0/8}", "{udp: 50, from: 10.1.0.0/16}", False),
        ("{icmp: 3/4, from: 10.0.0.0/8}", "{icmp: 3/3, from: 10.0.0.0/8}", False),
        ("{tcp: 1-100, from: 10.0.0.0/8}", "{tcp: 50, from: 11.0.0.0/16}", False),
        ("{all: true, from: 0.0.0.0/0}", "{tcp: 50, from: self}", False),
        ("{all: true, from: 0.0.0.0/0}", '{tcp: 50, from: "::/0"}', False),
    ],
)
def test_a_rule_inside_another_is_reported_in_either_order(wide: str, narrow: str, *, is_inside: bool) -> None:
    expected = ["SEC107"] if is_inside else []
    assert codes(with_rules(ingress=f"[{wide}, {narrow}]")) == expected
    assert codes(with_rules(ingress=f"[{narrow}, {wide}]")) == expected


def test_the_order_of_rules_changes_nothing() -> None:
    one, two = "{tcp: [443, 80], from: [self, vpc]}", "{udp: 53, from: [10.0.0.0/24, other]}"
    here, there = graph(with_rules(ingress=f"[{one}, {two}]")), graph(with_rules(ingress=f"[{two}, {one}]"))
    assert cloudformation(here) == cloudformation(there)
    assert terraform(here) == terraform(there)


def test_a_broken_rule_leaves_the_group_and_its_other_rules() -> None:
    text = with_rules(ingress="[{tcp: 99999, from: self}, {tcp: 443, from: nobody}]")
    assert codes(text) == ["SEC102", "SPC004"]


def test_a_rule_that_names_a_group_of_a_peered_vpc_waits_for_the_peering() -> None:
    text = """version: 1
name: demo
region: ap-northeast-2
vpcs:
  blue: {cidr: 10.0.0.0/16, security_groups: {web: {egress: []}}}
  green: {cidr: 10.1.0.0/16, security_groups: {db: {ingress: [{tcp: 3306, from: web}], egress: []}}}
peerings: {both: {requester: blue, accepter: green}}
"""
    (rule,) = graph(text).of(IngressRule)
    assert [one.key for one in rule.depends_on] == ["both"]


def test_terraform_has_every_rule_beside_its_group() -> None:
    resources = terraform(graph(with_rules(ingress="[{tcp: 443, from: [self, vpc, pl-78a54011]}]")))["resource"]
    assert all(not {"ingress", "egress"} & one.keys() for one in resources["aws_security_group"].values())
    assert len(resources["aws_vpc_security_group_ingress_rule"]) == 4
    assert len(resources["aws_vpc_security_group_egress_rule"]) == 2


def test_cloudformation_never_lets_a_group_name_itself_inside() -> None:
    resources = cloudformation(graph(with_rules(ingress="[{tcp: 443, from: [self, other]}]")))["Resources"]
    groups = [one["Properties"] for one in resources.values() if one["Type"] == "AWS::EC2::SecurityGroup"]
    assert all("SourceSecurityGroupId" not in rule for one in groups for rule in one["SecurityGroupIngress"])
    assert all(one["SecurityGroupEgress"] for one in groups)


def test_a_gateway_endpoint_is_reached_by_its_prefix_list() -> None:
    endpoint = "    route_tables: {private: {}}\n    endpoints: {s3: {service: s3, route_tables: private}}\n"
    text = with_rules(egress="[{tcp: 443, to: s3}]").replace("    tiers:\n", endpoint + "    tiers:\n")
    assert codes(text) == ["SEC110"]


def test_a_balancer_without_groups_or_addresses_is_nobody() -> None:
    text = with_rules(ingress="[{tcp: 443, from: alb}]").replace("tier:app, security_groups: [other]}", "tier:app}")
    assert "SEC101" in codes(text)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("10.0.0.99/32", ["SEC204"]),
        ("10.0.0.20/32", []),
        ("10.0.0.2/32", []),
        ("10.1.0.2/32", []),
        ("10.0.200.1/32", ["SEC204"]),
        ("10.5.0.1/32", []),
        ("10.0.0.99/31", ["NET105"]),
        ("10.0.0.98/31", []),
    ],
)
def test_an_address_of_the_vpc_has_an_owner_or_is_the_resolver(address: str, expected: list[str]) -> None:
    assert codes(with_rules(egress=f"[{{udp: 53, to: {address}}}]")) == expected


def test_what_stands_in_an_existing_vpc_is_not_known() -> None:
    text = with_rules(egress="[{udp: 53, to: 10.0.0.99/32}]").replace(
        "    secondary_cidrs: [10.1.0.0/16]\n", "    existing: vpc-0a1b2c3d4e5f67890\n"
    )
    assert "SEC204" not in codes(text)


def test_two_words_for_one_group_are_one_rule_whatever_their_order() -> None:
    one, two = "{tcp: 1, from: loose, description: b}", "{tcp: 1, from: alb, description: a}"
    for rules in (f"[{one}, {two}]", f"[{two}, {one}]"):
        (rule,) = graph(with_rules(ingress=rules)).of(IngressRule)
        assert rule.description == "a"
