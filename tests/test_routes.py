"""Routes and gateways: what leads nowhere, what nothing leads to, and what crosses from one VPC into another."""

import time
from ipaddress import IPv4Network

import pytest
from hypothesis import given
from hypothesis import strategies as st
from weighed import check

from infraspec.graph.graph import Graph, build
from infraspec.graph.resource import ref
from infraspec.graph.routes import Route
from infraspec.graph.vpc import RouteTable, Vpc
from infraspec.rules.catalogue import RULES
from infraspec.rules.network.routes import dead
from infraspec.rules.rule import every

HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\n"
VPC = (
    HEAD
    + """vpcs:
  main:
    cidr: 10.0.0.0/16
    internet_gateway: igw
    nat_gateways:
      nat: {subnet: edge-a}
    route_tables:
      public: {routes: {0.0.0.0/0: igw}}
      private: {routes: {ROUTES}}
    tiers:
      edge: {route_table: public, subnets: {edge-a: {zone: a, cidr: 10.0.0.0/24}}}
      app: {route_table: private, subnets: {app-a: {zone: a, cidr: 10.0.1.0/24}}}
"""
)
TWO = (
    HEAD
    + """vpcs:
  blue:
    cidr: 10.0.0.0/16
    route_tables: {blue: {routes: {BLUE}}}
    tiers: {blue: {route_table: blue, subnets: {blue-a: {zone: a, cidr: 10.0.0.0/24}}}}
  green:
    cidr: 10.1.0.0/16
    route_tables: {green: {routes: {GREEN}}}
    tiers: {green: {route_table: green, subnets: {green-a: {zone: a, cidr: 10.1.0.0/24}}}}
  red: {cidr: 10.2.0.0/16, route_tables: {red: {routes: {RED}}}}
peerings:
  blue-green: {requester: blue, accepter: green}
"""
)


def codes(text: str) -> list[str]:
    """What is said of a spec."""
    return [one.problem.code for one in check(text.encode(), "spec.yaml").diagnostics]


@pytest.mark.parametrize(
    ("routes", "expected"),
    [
        ("0.0.0.0/0: nat", []),
        ("", ["NET304"]),
        ("0.0.0.0/0: nat, 10.0.0.0/16: igw", ["NET312"]),
        ("0.0.0.0/0: nat, 10.0.0.0/17: nat", ["NET312"]),
        ("0.0.0.0/0: nat, 10.0.0.0/24: nat", []),
        ("0.0.0.0/0: nat, 10.0.0.0/24: igw", ["NET312"]),
        ("0.0.0.0/0: nat, 10.0.0.0/15: igw", []),
        ("0.0.0.0/0: nat, 0.0.0.0/1: igw, 128.0.0.0/1: igw", ["NET313"]),
        ('0.0.0.0/0: nat, "::/0": nat', ["NET318"]),
        ('0.0.0.0/0: nat, "64:ff9b::/96": nat', []),
    ],
)
def test_a_route_leads_somewhere(routes: str, expected: list[str]) -> None:
    assert codes(VPC.replace("ROUTES", routes)) == expected


def test_a_nat_gateway_without_a_way_out_is_one_finding() -> None:
    closed = VPC.replace("{routes: {0.0.0.0/0: igw}}", "{}").replace("ROUTES", "0.0.0.0/0: nat")
    assert codes(closed) == ["NET306"]


def test_a_public_tier_that_holds_such_a_gateway_is_not_reported_again() -> None:
    closed = VPC.replace("{routes: {0.0.0.0/0: igw}}", "{}").replace("ROUTES", "0.0.0.0/0: nat")
    assert codes(closed.replace("edge: {", "public: {")) == ["NET306"]


@pytest.mark.parametrize(
    "unmanaged",
    [
        ("public: {routes: {0.0.0.0/0: igw}}", "public: {existing: rtb-0a1b2c3d, routes: {}}"),
        ("internet_gateway: igw\n", "existing: vpc-0a1b2c3d\n    internet_gateway: igw\n"),
    ],
    ids=["table", "vpc"],
)
def test_what_is_not_managed_here_is_given_the_benefit_of_the_doubt(unmanaged: tuple[str, str]) -> None:
    text = VPC.replace("ROUTES", "0.0.0.0/0: nat").replace(*unmanaged)
    if "existing: rtb" in text:
        text = text.replace("    internet_gateway: igw\n", "    existing: vpc-0a1b2c3d\n    internet_gateway: igw\n")
    else:
        text = text.replace("edge: {route_table: public, ", "edge: {").replace(
            "      public: {routes: {0.0.0.0/0: igw}}\n", ""
        )
    assert codes(text) == []


def test_a_nat_gateway_must_not_serve_its_own_subnet() -> None:
    text = VPC.replace("ROUTES", "0.0.0.0/0: nat").replace("nat: {subnet: edge-a}", "nat: {subnet: app-a}")
    assert codes(text) == ["NET307"]


def test_one_nat_gateway_for_two_zones_is_a_warning_with_the_route_beside_it() -> None:
    two = VPC.replace("ROUTES", "0.0.0.0/0: nat").replace(
        "10.0.1.0/24}", "10.0.1.0/24}, app-c: {zone: c, cidr: 10.0.2.0/24}"
    )
    (found,) = check(two.encode(), "spec.yaml").diagnostics
    assert (found.problem.code, found.is_error) == ("NET401", False)
    assert "ap-northeast-2a and ap-northeast-2c" in found.message
    assert two[found.related[0].span.start : found.related[0].span.end] == "nat"


def test_nothing_is_said_of_what_is_absent_while_a_part_cannot_be_read() -> None:
    broken = VPC.replace("ROUTES", "0.0.0.0/0: nta")
    assert codes(broken) == ["SPC004"]


@pytest.mark.parametrize(
    ("blue", "green", "red", "expected"),
    [
        ("10.1.0.0/16: blue-green", "10.0.0.0/16: blue-green", "", []),
        ("10.1.0.0/24: blue-green", "10.0.0.0/16: blue-green", "", []),
        ("10.1.0.0/16: blue-green", "", "", ["NET328"]),
        ("10.2.0.0/16: blue-green", "10.0.0.0/16: blue-green", "", ["NET322"]),
        ("10.1.0.0/16: blue-green", "10.0.0.0/16: blue-green", "10.1.0.0/16: blue-green", ["NET322"]),
    ],
)
def test_a_peering_leads_to_its_other_side(blue: str, green: str, red: str, expected: list[str]) -> None:
    assert codes(TWO.replace("BLUE", blue).replace("GREEN", green).replace("RED", red)) == expected


def test_peered_vpcs_are_compared_by_all_their_blocks() -> None:
    text = TWO.replace("BLUE", "10.1.0.0/16: blue-green").replace("GREEN", "10.0.0.0/16: blue-green").replace("RED", "")
    text = text.replace("cidr: 10.1.0.0/16\n", "cidr: 10.1.0.0/16\n    secondary_cidrs: [100.64.0.0/16]\n")
    assert codes(text.replace("cidr: 10.0.0.0/16\n", "cidr: 10.0.0.0/16\n    secondary_cidrs: [100.64.0.0/20]\n")) == [
        "NET115"
    ]


def routes_of(destinations: list[IPv4Network]) -> Graph:
    """A table with these destinations."""
    vpc = Vpc(
        key="main",
        origin=("main",),
        cidr=IPv4Network("10.0.0.0/28"),
        tenancy="default",
        dns_support=True,
        dns_hostnames=True,
        tags=(),
    )
    table = RouteTable(key="t", origin=("t",), vpc=ref(Vpc, "main"), tags=())
    routes = [
        Route(
            key=f"t {one}",
            origin=("t", "routes", str(one)),
            route_table=ref(RouteTable, "t"),
            destination_cidr_block=str(one),
            destination_ipv6_cidr_block=None,
            destination_prefix_list=None,
        )
        for one in destinations
    ]
    return build("demo", "ap-northeast-2", None, [vpc, table, *routes], ())


BLOCKS = st.integers(26, 32).flatmap(
    lambda prefix: st.integers(0, (1 << (prefix - 26)) - 1).map(
        lambda index: IPv4Network((0x0A000000 + (index << (32 - prefix)), prefix))
    )
)


@given(st.lists(BLOCKS, max_size=12, unique=True))
def test_a_route_is_dead_exactly_if_longer_ones_hold_each_of_its_addresses(destinations: list[IPv4Network]) -> None:
    everything = [*destinations, IPv4Network("10.0.0.0/28")]
    expected = {
        str(one)
        for one in destinations
        if all(any(a in other and other.prefixlen > one.prefixlen for other in everything) for a in one)
    }
    assert {finding.at[-1] for finding in dead(routes_of(destinations))} == expected


def test_every_rule_takes_milliseconds_for_thousands_of_subnets() -> None:
    lines = [HEAD, "vpcs:\n"]
    for number in range(20):
        lines.append(f"  v{number}:\n    cidr: 10.{number}.0.0/16\n    route_tables: {{t{number}: {{}}}}\n    tiers:\n")
        lines.append(f"      x{number}:\n        route_table: t{number}\n        subnets:\n")
        for index in range(200):
            block = f"10.{number}.{index}.0/24"
            lines.append(f"          s{number}-{index}: {{zone: {'abc'[index % 3]}, cidr: {block}}}\n")
    graph = check("".join(lines).encode(), "spec.yaml").graph
    assert graph is not None
    for rule in every(RULES):
        start = time.perf_counter()
        assert list(rule.check(graph)) == [], rule.problem.code
        assert time.perf_counter() - start < 0.5, rule.problem.code
