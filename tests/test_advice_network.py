"""Advice on networks and security groups: each case is a small change to a spec, and the codes that it brings."""

from collections.abc import Iterable

import pytest

from infraspec.analysis.coverage import flow, overlaps, said, written
from infraspec.analysis.internet import is_world
from infraspec.catalogue import PROBLEMS
from infraspec.compiler import check
from infraspec.diagnostic import Diagnostic

REGISTER = '{Statement: {Effect: Allow, Action: "ssm:*", Resource: "*"}}'
DATABASE = (
    '{engine: mysql, version: "8.4", class: db.t4g.medium, storage_gib: 20, subnets: tier:data, security_groups: [db]}'
)
VPC = "vpcs:\n  main:\n    cidr: 10.0.0.0/16\n"
HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\n"


def found(text: str) -> list[Diagnostic]:
    return list(check(text.encode(), "spec.yaml").diagnostics)


def codes(text: str, *prefixes: str) -> list[str]:
    """The codes that begin with these, once each; no spec here may have an error."""
    diagnostics = found(text)
    assert [(one.problem.code, one.message) for one in diagnostics if one.is_error] == []
    return sorted({one.problem.code for one in diagnostics if one.problem.code.startswith(prefixes)})


def the(text: str, code: str) -> Diagnostic:
    (one,) = (each for each in found(text) if each.problem.code == code)
    return one


# Rules of which one half stands.


def two_groups(ingress: str, egress: str, *, third: str = "", machines: Iterable[str] = ()) -> str:
    """`db` lets in, `web` lets out, and these machines stand in one subnet."""
    hosts = "".join(
        f"  {name}: {{image: ubuntu-24.04, type: t3.micro, subnet: app-a, {rest}}}\n"
        for name, rest in (one.split(" ", 1) for one in machines)
    )
    return (
        HEAD
        + f"""vpcs:
  main:
    cidr: 10.0.0.0/16
    tiers: {{app: {{subnets: {{app-a: {{zone: a, cidr: 10.0.1.0/24}}, app-c: {{zone: c, cidr: 10.0.2.0/24}}}}}}}}
    security_groups:
      web: {{egress: {egress}}}
      db: {{ingress: {ingress}, egress: []}}
{third}"""
        + (f"instances:\n{hosts}" if hosts else "")
    )


@pytest.mark.parametrize(
    ("ingress", "egress", "expected"),
    [
        ("[{tcp: 3306, from: web}]", "[{tcp: 3306, to: db}]", []),
        ("[{tcp: 3306, from: web}]", "[]", ["SEC201"]),
        ("[]", "[{tcp: 3306, to: db}]", ["SEC202"]),
        ("[{tcp: 3306, from: web}]", "[{tcp: 5432, to: db}]", ["SEC201", "SEC202"]),
        ("[{tcp: 3306, from: web}]", "[{udp: 3306, to: db}]", ["SEC201", "SEC202"]),
        ("[{tcp: 3306, from: web}]", "all", []),
        ("[{tcp: 3306, from: web}]", "[{tcp: 3306, to: 10.0.0.0/16}]", []),
        ("[{tcp: 3306, from: web}]", "[{tcp: 3306, to: 192.168.0.0/16}]", ["SEC201"]),
        ("[{tcp: 3306, from: web}]", "[{tcp: 3306, to: pl-78a54011}]", []),
        ("[{tcp: 8000-8100, from: web}]", "[{tcp: 8080, to: db}]", []),
        ("[{all: true, from: web}]", "[{tcp: 8080, to: db}]", []),
        ("[{icmp: echo-request, from: web}]", "[{icmp: echo-reply, to: db}]", ["SEC201", "SEC202"]),
        ("[{tcp: 3306, from: 10.0.1.0/24}]", "[{tcp: 3306, to: db}]", []),
        ("[{tcp: 3306, from: 0.0.0.0/0}]", "[]", []),
        ("[{tcp: 443, from: self}]", "[]", ["SEC201"]),
    ],
)
def test_a_rule_needs_its_other_half(ingress: str, egress: str, expected: list[str]) -> None:
    assert codes(two_groups(ingress, egress), "SEC201", "SEC202") == expected


def test_another_group_of_the_members_may_have_the_other_half() -> None:
    third = "      out: {egress: all}\n"
    rules = ("[{tcp: 3306, from: web}]", "[]")
    assert codes(two_groups(*rules, third=third, machines=["a security_groups: [web]"]), "SEC20") == [
        "SEC201",
        "SEC206",
    ]
    assert "SEC201" not in codes(two_groups(*rules, third=third, machines=["a security_groups: [web, out]"]), "SEC20")


def test_a_rule_that_names_a_machine_asks_the_groups_of_the_machine() -> None:
    machines = ["db-1 private_ip: 10.0.1.10, security_groups: [db]"]
    assert codes(two_groups("[]", "[{tcp: 3306, to: db-1}]", machines=machines), "SEC202") == ["SEC202"]
    assert codes(two_groups("[]", "[{tcp: 3306, to: 10.0.1.10/32}]", machines=machines), "SEC202") == ["SEC202"]
    assert codes(two_groups("[{tcp: 3306, from: web}]", "[{tcp: 3306, to: db-1}]", machines=machines), "SEC202") == []


def test_a_half_says_what_to_add_and_where() -> None:
    one = the(two_groups("[{tcp: [3306, 3307], from: web}]", "[]"), "SEC201")
    assert one.message == "`db` lets tcp 3306 and tcp 3307 in, but `web` may not send it"
    assert one.help == "add `{tcp: 3306, to: db}` to the egress of `web`"
    assert [mark.label for mark in one.related] == ["egress of `web`"]
    assert the(two_groups("[{tcp: 443, from: self}]", "[]"), "SEC201").help.startswith("add `{tcp: 443, to: self}`")


# What is open to the world.


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("tcp: 22, from: 0.0.0.0/0", ["SEC301"]),
        ('tcp: 22, from: "::/0"', ["SEC301"]),
        ('tcp: 22, from: "2000::/3"', ["SEC301"]),
        ("tcp: 22, from: 128.0.0.0/1", ["SEC301"]),
        ("tcp: 22, from: 10.0.0.0/8", []),
        ("tcp: 22, from: 203.0.113.7/32", []),
        ("udp: 22, from: 0.0.0.0/0", []),
        ("tcp: 20-25, from: 0.0.0.0/0", ["SEC301"]),
        ("tcp: [22, 3389, 443], from: [0.0.0.0/0, '::/0']", ["SEC301"]),
        ("tcp: [22, 3306], from: 0.0.0.0/0", ["SEC301"]),
        ("tcp: 3306, from: 0.0.0.0/0", ["SEC302"]),
        ("udp: 11211, from: 0.0.0.0/0", ["SEC302"]),
        ("tcp: [80, 443, 8080], from: 0.0.0.0/0", []),
        ("all: true, from: 0.0.0.0/0", ["SEC303"]),
        ("tcp: all, from: 0.0.0.0/0", ["SEC303"]),
        ("tcp: 1-1024, from: 0.0.0.0/0", ["SEC303"]),
        ("tcp: 8000-8999, from: 0.0.0.0/0", ["SEC302"]),
        ("icmp: all, from: 0.0.0.0/0", []),
        ("all: true, from: vpc", []),
    ],
)
def test_one_rule_open_to_the_world_is_one_finding(rule: str, expected: list[str]) -> None:
    text = two_groups(f"[{{{rule}}}]", "[]")
    assert [one.problem.code for one in found(text) if one.problem.code.startswith("SEC30")] == expected


@pytest.mark.parametrize(
    ("block", "world"),
    [
        ("0.0.0.0/0", True),
        ("0.0.0.0/1", True),
        ("8.0.0.0/8", True),
        ("8.0.0.0/9", False),
        ("10.0.0.0/8", False),
        ("::/0", True),
        ("fd00::/8", False),
        ("2001:db8::/32", False),
    ],
)
def test_the_world_is_what_no_one_owner_has(block: str, *, world: bool) -> None:
    assert is_world(block) is world


# Words of traffic.


@pytest.mark.parametrize(
    ("protocol", "first", "last", "word"),
    [
        ("tcp", 443, 443, "tcp: 443"),
        ("udp", 8000, 8100, "udp: 8000-8100"),
        ("tcp", 0, 65535, "tcp: all"),
        ("icmp", 8, -1, "icmp: 8"),
        ("icmp", 3, 4, "icmp: 3/4"),
        ("icmp", -1, -1, "icmp: all"),
        ("50", None, None, "protocol: 50"),
        ("-1", None, None, "all: true"),
    ],
)
def test_traffic_is_said_as_it_is_written(protocol: str, first: int | None, last: int | None, word: str) -> None:
    one = flow(protocol, first, last, "web")
    assert written(one) == word
    text = two_groups(f"[{{{word}, from: 10.0.0.0/8}}]", "[]")
    assert [each.message for each in found(text) if each.is_error] == []
    assert said(one) == ("all traffic" if protocol == "-1" else word.replace(":", ""))


def test_flows_overlap_where_a_port_is_in_both() -> None:
    web = flow("tcp", 8000, 8100, "web")
    assert overlaps(web, flow("tcp", 8100, 9000, "db"))
    assert overlaps(web, flow("-1", None, None, "db"))
    assert not overlaps(web, flow("tcp", 8101, 9000, "db"))
    assert not overlaps(web, flow("udp", 8000, 8100, "db"))


# Answers that a network ACL stops.


@pytest.mark.parametrize(
    ("ingress", "egress", "expected"),
    [
        ("tcp: 443, from: 0.0.0.0/0", "tcp: 1024-65535, to: 0.0.0.0/0", []),
        ("tcp: 443, from: 0.0.0.0/0", "tcp: 443, to: 0.0.0.0/0", ["NET607", "NET607"]),
        ("tcp: 443, from: 0.0.0.0/0", "all: true, to: 0.0.0.0/0", []),
        ("tcp: 443, from: 0.0.0.0/0", "udp: 1024-65535, to: 0.0.0.0/0", ["NET607"]),
        ("tcp: 443, from: 10.0.0.0/16", "tcp: 1024-65535, to: 10.9.0.0/16", ["NET607"]),
        ("tcp: 443, from: 10.0.0.0/16", "tcp: 32768-60999, to: 10.0.1.0/24", []),
        ("udp: 53, from: 10.0.0.0/16", "tcp: 1024-65535, to: 10.0.0.0/16", ["NET607"]),
        ("icmp: all, from: 10.0.0.0/16", "tcp: 1024-65535, to: 10.0.0.0/16", []),
        ("tcp: 1024-65535, from: 0.0.0.0/0", "tcp: 443, to: 0.0.0.0/0", []),
    ],
)
def test_an_acl_lets_answers_through(ingress: str, egress: str, expected: list[str]) -> None:
    text = (
        HEAD
        + f"""vpcs:
  main:
    cidr: 10.0.0.0/16
    tiers: {{edge: {{network_acl: edge, subnets: {{edge-a: {{zone: a, cidr: 10.0.0.0/24}}}}}}}}
    network_acls:
      edge:
        ingress: [{{number: 100, action: allow, {ingress}}}]
        egress: [{{number: 100, action: allow, {egress}}}]
"""
    )
    assert [one.problem.code for one in found(text) if one.problem.code == "NET607"] == expected


# Session Manager.


def page(code: str) -> str:
    return next(problem.bad for problem in PROBLEMS if problem.code == code).replace(f"  # <- {code}", "")


def test_machines_of_session_manager_are_told_once_for_each_missing_piece() -> None:
    text = page("SSM102")
    machine = text[text.index("  app-1:") :]
    assert codes(text + machine.replace("app-1", "app-2"), "SSM", "NET5") == ["SSM102"]
    assert len([one for one in found(text + machine.replace("app-1", "app-2")) if one.problem.code == "SSM102"]) == 1
    entry = "`ssmmessages: {service: ssmmessages, subnets: tier:app, security_groups: [calls]}`"
    assert the(text, "SSM102").help == f"add {entry} to the `endpoints` of `main`"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", ["SSM101"]),
        ("ReadOnlyAccess", "AmazonSSMManagedInstanceCore", []),
        ("    role: app\n", "", ["SSM101"]),
        ("    role: app\n", "    role: app\n    key_pair: ops\n", []),
        ("ReadOnlyAccess]", f"ReadOnlyAccess], inline_policies: {{own: {REGISTER}}}", []),
        ("      ssm: {", "      sqs: {", []),
        ("{service: ssm,", "{service: ssm, private_dns: false,", []),
    ],
)  # fmt: skip
def test_a_machine_that_reaches_session_manager_needs_its_policy(old: str, new: str, expected: list[str]) -> None:
    text = page("SSM101")
    assert old in text
    changed = text.replace(old, new, 1).replace("sqs: {service: ssm,", "sqs: {service: sqs,") if old else text
    assert codes(changed, "SSM") == expected


def test_endpoints_that_share_a_group_that_lets_nobody_in_are_one_mistake() -> None:
    text = page("NET508")
    assert len([one for one in found(text) if one.problem.code == "NET508"]) == 1
    nobody = text.replace("ingress: [{tcp: 443, from: 10.9.0.0/16}]", "ingress: [{tcp: 80, from: 10.0.0.0/16}]")
    assert the(nobody, "NET508").message == "endpoint `ssm` does not let tcp 443 in from anybody"


def test_half_a_path_to_an_endpoint_is_said_by_the_rule_of_halves_alone() -> None:
    text = page("NET509").replace("from: vpc", "from: security_group:app")
    assert codes(text, "SEC201", "NET50", "SSM") == ["SEC201"]


# Balancers.


def test_a_balancer_whose_half_path_is_told_is_not_told_again() -> None:
    text = page("SEC208").replace("tcp: 8080, from: 10.0.0.0/16", "tcp: 8080, from: edge")
    assert codes(text, "SEC20") == ["SEC201"]


def test_a_health_check_has_a_port_of_its_own() -> None:
    good = next(problem.good for problem in PROBLEMS if problem.code == "SEC208")
    text = good.replace("targets: [app-1]}", "targets: [app-1], health_check: {port: 9000}}")
    one = the(text, "SEC208")
    assert one.message == "load balancer `web` may not send health checks on tcp 9000 to any target of `app`"
    assert one.help == "add `{tcp: 9000, to: back}` to the egress of `edge`"


# What has no page of its own, since only many entries have it.


def test_a_full_subnet_has_no_room_for_its_database() -> None:
    good = next(problem.good for problem in PROBLEMS if problem.code == "NET406")
    small = good.replace("10.0.0.0/24", "10.0.0.0/28")
    taken = "".join(f"  eni-{at}: {{subnet: data-a, security_groups: [db]}}\n" for at in range(10))
    assert codes(small, "NET208") == []
    assert codes(small + "network_interfaces:\n" + taken, "NET208") == ["NET208"]


def many(entry: str, count: int) -> str:
    return "".join(entry.replace("NUMBER", str(at)) for at in range(count))


@pytest.mark.parametrize(
    ("code", "text", "entry", "most"),
    [
        ("QUO102", f"{VPC}    route_tables:\n", "      table-NUMBER: {}\n", 200),
        ("QUO105", f"{VPC}    security_groups:\n", "      g-NUMBER: {egress: []}\n", 2500),
        ("QUO114", "iam:\n  roles:\n", "    role-NUMBER: {trust: ec2}\n", 1000),
        ("QUO115", "dns:\n  zones:\n", "    zNUMBER.example: {}\n", 500),
        ("QUO110", "PEERINGS", "  p-NUMBER: {requester: main, accepter: v-NUMBER}\n", 50),
        ("QUO119", "DATABASES", f"  db-NUMBER: {DATABASE}\n", 40),
    ],
    ids=lambda value: value if isinstance(value, str) and value.startswith("QUO") else "",
)  # fmt: skip
def test_a_quota_is_exceeded_by_one_more(code: str, text: str, entry: str, most: int) -> None:
    if text == "PEERINGS":
        vpcs = many("  v-NUMBER: {cidr: 10.NUMBER.0.0/24}\n", most + 1)
        text = "vpcs:\n  main: {cidr: 172.16.0.0/16}\n" + vpcs + "peerings:\n"
    elif text == "DATABASES":
        network = next(problem.good for problem in PROBLEMS if problem.code == "NET406")
        text = network[len(HEAD) : network.index("  orders:")]
    assert code not in codes(HEAD + text + many(entry, most), "QUO")
    assert code in codes(HEAD + text + many(entry, most + 1), "QUO")


def test_a_script_that_speaks_to_the_machine_itself_downloads_nothing() -> None:
    text = page("NET319")
    assert codes(text, "NET319") == ["NET319"]
    local = text.replace("apt-get install -y nginx", "curl http://169.254.169.254/latest/meta-data/")
    assert codes(local, "NET319") == []
    assert codes(text.replace("apt-get install -y nginx", "# apt-get install -y nginx"), "NET319") == []
