"""Blocks and addresses: the rules against brute force, and the laws of the ledger."""

from collections import Counter
from ipaddress import IPv4Address, IPv4Network
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from weighed import check

from infraspec.analysis.blocks import free_block, runs
from infraspec.analysis.ledger import free, ledgers, lowest_free, reserved, rows, usable
from infraspec.compiler import Checked
from infraspec.graph.ec2 import NetworkInterface
from infraspec.graph.graph import Graph, build
from infraspec.graph.resource import Resource, ref
from infraspec.graph.vpc import Subnet, Vpc
from infraspec.rules.network.blocks import overlapping_subnets

SPACE = IPv4Network("10.0.0.0/20")
HEAD = """version: 1
name: demo
region: ap-northeast-2
vpcs:
  main:
    cidr: 10.20.0.0/16
    secondary_cidrs: [10.21.0.0/16]
    security_groups: {app: {egress: []}}
    tiers:
      app:
        subnets:
          app-a: {zone: a, cidr: 10.20.10.0/24}
          app-c: {zone: c, cidr: 10.20.20.0/28}
"""


def blocks(low: int = 20, high: int = 28) -> st.SearchStrategy[IPv4Network]:
    """Blocks inside the space."""
    return st.integers(low, high).flatmap(
        lambda prefix: st.integers(0, (1 << (prefix - 20)) - 1).map(
            lambda index: IPv4Network((int(SPACE.network_address) + (index << (32 - prefix)), prefix))
        )
    )


def graph_of(cidrs: list[IPv4Network], interfaces: list[tuple[int, IPv4Address | None]] = []) -> Graph:  # noqa: B006
    """A VPC with these subnets, and network interfaces in them by position."""
    vpc = Vpc(
        key="main",
        origin=("vpcs", "main"),
        cidr=SPACE,
        tenancy="default",
        dns_support=True,
        dns_hostnames=True,
        tags=(),
    )
    nodes: list[Resource] = [vpc]
    for index, cidr in enumerate(cidrs):
        nodes.append(
            Subnet(
                key=f"s{index}",
                origin=("s", index),
                vpc=ref(Vpc, "main"),
                cidr=cidr,
                availability_zone="ap-northeast-2a",
                availability_zone_id=None,
                map_public_ip_on_launch=False,
                tier="t",
                tags=(),
            )
        )
    for index, (subnet, address) in enumerate(interfaces):
        nodes.append(
            NetworkInterface(
                key=f"n{index}",
                origin=("n", index),
                subnet=ref(Subnet, f"s{subnet}"),
                private_ip=address,
                security_groups=(),
                description=None,
                source_dest_check=True,
                ipv6_address_count=0,
                on_delete="delete",
                tags=(),
            )
        )
    return build("demo", "ap-northeast-2", None, nodes, ())


def codes(lines: str) -> list[str]:
    """What is said of the network with these lines."""
    return [one.problem.code for one in said(lines).diagnostics]


def said(lines: str) -> Checked:
    """The network with these lines, judged."""
    return check((HEAD + lines).encode(), "spec.yaml")


def interface(name: str, address: str, subnet: str = "app-a") -> str:
    """An entry of `network_interfaces`."""
    return f"  {name}: {{subnet: {subnet}, security_groups: [app], private_ip: {address}}}\n"


@given(st.lists(blocks(), min_size=1, max_size=12))
def test_a_subnet_is_reported_exactly_if_it_overlaps_one_that_starts_before_it(cidrs: list[IPv4Network]) -> None:
    ordered = sorted(range(len(cidrs)), key=lambda i: (int(cidrs[i].network_address), cidrs[i].prefixlen, f"s{i}"))
    expected = {
        ("s", mine, "cidr")
        for position, mine in enumerate(ordered)
        if any(cidrs[mine].overlaps(cidrs[other]) for other in ordered[:position])
    }
    assert {finding.at for finding in overlapping_subnets(graph_of(cidrs))} == expected


@given(st.lists(blocks(), max_size=12), blocks())
def test_a_free_block_is_free_and_is_found_if_there_is_one(taken: list[IPv4Network], near: IPv4Network) -> None:
    found = free_block(SPACE, near.prefixlen, runs(taken), near)
    free_ones = [one for one in SPACE.subnets(new_prefix=near.prefixlen) if not any(one.overlaps(two) for two in taken)]
    behind = [one for one in free_ones if one.network_address >= near.network_address]
    assert found == next(iter(behind or free_ones), None)


@given(st.lists(blocks(), max_size=12))
def test_runs_are_sorted_apart_and_hold_what_was_taken(taken: list[IPv4Network]) -> None:
    found = runs(taken)
    assert all(last + 1 < following for last, following in zip(found.lasts, found.firsts[1:], strict=False))
    held = {address for one in taken for address in range(int(one.network_address), int(one.broadcast_address) + 1)}
    assert sum(last - first + 1 for first, last in zip(found.firsts, found.lasts, strict=True)) == len(held)


@st.composite
def worlds(draw: st.DrawFn) -> Graph:
    """One small subnet with interfaces, some of them at fixed addresses, also wrong ones."""
    cidr = draw(blocks(26, 28))
    around = st.integers(-4, cidr.num_addresses + 4).map(lambda offset: cidr.network_address + offset)
    return graph_of([cidr], draw(st.lists(st.tuples(st.just(0), st.none() | around), max_size=20)))


@given(worlds())
@settings(max_examples=200)
def test_every_address_of_a_subnet_stands_in_the_ledger_once(graph: Graph) -> None:
    (ledger,) = ledgers(graph).values()
    listed = list(rows(ledger))
    assert listed[0].first == ledger.subnet.cidr.network_address
    assert listed[-1].last == ledger.subnet.cidr.broadcast_address
    assert all(one.last + 1 == two.first for one, two in pairwise(listed))
    unused = sum(int(row.last) - int(row.first) + 1 for row in listed if not row.use)
    assert free(ledger) == unused - len(ledger.chosen)


@given(worlds())
@settings(max_examples=200)
def test_the_lowest_free_address_is_the_first_that_the_ledger_calls_free(graph: Graph) -> None:
    (ledger,) = ledgers(graph).values()
    assert lowest_free(ledger) == next((row.first for row in rows(ledger) if not row.use), None)


@pytest.mark.parametrize(("prefix", "count"), [(16, 65531), (20, 4091), (24, 251), (27, 27), (28, 11)])
def test_a_subnet_loses_five_addresses(prefix: int, count: int) -> None:
    assert usable(IPv4Network((0x0A000000, prefix))) == count


def test_the_five_are_the_first_four_and_the_last() -> None:
    kept = reserved(IPv4Network("10.20.10.0/24"))
    assert [int(str(address).rpartition(".")[2]) for address in kept] == [0, 1, 2, 3, 255]


@pytest.mark.parametrize("last", [0, 1, 2, 3, 255])
def test_each_of_the_five_is_refused(last: int) -> None:
    (found,) = said("network_interfaces:\n" + interface("probe", f"10.20.10.{last}")).diagnostics
    assert found.problem.code == "NET201"
    assert found.related[0].label == "first usable here is 10.20.10.4, last 10.20.10.254"
    assert found.help == "write 10.20.10.4, the lowest address that nothing else uses"


INTERFACE = """network_interfaces:
  probe: {subnet: app-a, security_groups: [app], private_ip: ADDRESS}
"""
INSTANCE = """instances:
  web: {image: amazon-linux-2023, type: t3.micro, subnet: app-a, security_groups: [app], private_ip: ADDRESS}
"""
BALANCER = """load_balancers:
  edge:
    type: network
    scheme: internal
    subnets: {app-a: {private_ip: ADDRESS}}
    security_groups: [app]
    listeners: [{tcp: 80, forward: web}]
target_groups:
  web: {tcp: 80, vpc: main, targets: [10.20.10.9]}
"""


@pytest.mark.parametrize("holder", [INTERFACE, INSTANCE, BALANCER], ids=["interface", "instance", "balancer"])
@pytest.mark.parametrize(("address", "code"), [("10.20.10.2", "NET201"), ("10.20.11.9", "NET202")])
def test_whatever_fixes_an_address_is_held_to_its_subnet(holder: str, address: str, code: str) -> None:
    assert code in codes(holder.replace("ADDRESS", address))


def test_a_nat_gateway_is_held_to_its_subnet() -> None:
    text = HEAD.replace(
        "    tiers:\n",
        "    nat_gateways: {nat: {subnet: app-a, connectivity: private, private_ip: 10.20.10.1}}\n"
        "    route_tables: {far: {routes: {192.168.0.0/16: nat}}}\n    tiers:\n",
    )
    assert [one.problem.code for one in check(text.encode(), "spec.yaml").diagnostics] == ["NET201"]


def test_an_address_that_is_given_twice_is_shown_at_both_places() -> None:
    found = said("network_interfaces:\n" + interface("one", "10.20.10.31") + interface("two", "10.20.10.31"))
    (twice,) = found.diagnostics
    assert twice.problem.code == "NET203"
    places = [found.text.count("\n", 0, mark.span.start) for mark in (*twice.related, twice.primary)]
    assert places[0] + 1 == places[1]
    assert twice.help == "write 10.20.10.4, the lowest address that nothing else uses"


def test_a_wrong_address_is_not_also_called_given_twice() -> None:
    text = "network_interfaces:\n" + interface("one", "10.20.10.3") + interface("two", "10.20.10.3")
    assert codes(text) == ["NET201", "NET201"]


def test_a_full_subnet_says_which_size_would_do() -> None:
    lines = "".join(f"  n{n}: {{subnet: app-c, security_groups: [app]}}\n" for n in range(12))
    (full,) = said("network_interfaces:\n" + lines).diagnostics
    assert (full.problem.code, full.help) == ("NET206", "a /27 is large enough")


def test_eleven_fit_into_the_smallest_subnet() -> None:
    assert (
        codes(
            "network_interfaces:\n" + "".join(f"  n{n}: {{subnet: app-c, security_groups: [app]}}\n" for n in range(11))
        )
        == []
    )


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("a", []),
        ("ap-northeast-2a", []),
        ("apne2-az1", []),
        ("e", ["NET210"]),
        ("ap-northeast-2z", ["NET210"]),
        ("seoul", ["NET210"]),
        ("A", ["NET210"]),
        ("ap-northeast-1a", ["NET211"]),
        ("apne1-az1", ["NET211"]),
    ],
)
def test_a_zone_is_one_of_the_region(zone: str, expected: list[str]) -> None:
    text = HEAD.replace("{zone: a,", f"{{zone: {zone},")
    assert [one.problem.code for one in check(text.encode(), "spec.yaml").diagnostics] == expected


@pytest.mark.parametrize(
    ("cidr", "secondary", "expected"),
    [
        ("10.2.0.0/16", "10.3.0.0/16", []),
        ("10.2.0.0/16", "100.64.0.0/16", []),
        ("10.2.0.0/16", "10.2.128.0/20", ["NET107"]),
        ("10.2.0.0/16", "172.16.0.0/16", ["NET108"]),
        ("10.2.0.0/16", "198.19.0.0/20", ["NET108"]),
        ("10.1.0.0/16", "10.0.0.0/20", ["NET108"]),
        ("172.16.0.0/16", "172.31.0.0/20", ["NET108"]),
        ("192.168.0.0/20", "192.168.16.0/20", []),
        ("100.64.0.0/16", "10.0.0.0/20", ["NET108"]),
        ("10.2.0.0/16", "10.0.0.0/8", ["NET103", "NET107"]),
    ],
)
def test_a_secondary_block_fits_the_primary_one(cidr: str, secondary: str, expected: list[str]) -> None:
    head = "version: 1\nname: demo\nregion: ap-northeast-2\n"
    text = f"{head}vpcs:\n  main:\n    cidr: {cidr}\n    secondary_cidrs: [{secondary}]\n"
    assert Counter(one.problem.code for one in check(text.encode(), "spec.yaml").diagnostics) == Counter(expected)


def test_a_subnet_may_stand_in_a_secondary_block_of_a_vpc_that_exists() -> None:
    text = HEAD.replace("cidr: 10.20.0.0/16", "cidr: 10.20.0.0/16\n    existing: vpc-0a1b2c3d").replace(
        "10.20.10.0/24", "10.21.1.0/24"
    )
    assert [one.problem.code for one in check(text.encode(), "spec.yaml").diagnostics] == []


def test_more_than_two_hundred_subnets_are_a_question_to_the_account() -> None:
    subnets = "".join(f"          s{n}: {{zone: a, cidr: 10.20.{n}.0/24}}\n" for n in range(201))
    text = HEAD[: HEAD.index("          app-a")] + subnets
    assert [one.problem.code for one in check(text.encode(), "spec.yaml").diagnostics] == ["NET124"]
