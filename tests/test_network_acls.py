"""Network ACLs: entries as AWS numbers them, and the subnets that they guard."""

import pytest
from weighed import check

from infraspec.graph.graph import Graph
from infraspec.graph.network_acls import NetworkAcl, NetworkAclAssociation, NetworkAclEntry

VPC = """version: 1
name: demo
region: ap-northeast-2
vpcs:
  main:
    cidr: 10.0.0.0/16
    tiers:
      app:
        network_acl: edge
        subnets:
          app-a: {zone: a, cidr: 10.0.0.0/24}
          app-c: {zone: c, cidr: 10.0.1.0/24, network_acl: inner}
    network_acls:
      inner: {ingress: [], egress: []}
      edge:
        egress: []
        ingress:
"""


def with_entries(*entries: str) -> str:
    return VPC + "".join(f"          - {{{one}}}\n" for one in entries)


def graph(text: str) -> Graph:
    checked = check(text.encode(), "spec.yaml")
    assert [(one.problem.code, one.message) for one in checked.diagnostics] == []
    assert checked.graph is not None
    return checked.graph


def codes(text: str) -> list[str]:
    return [one.problem.code for one in check(text.encode(), "spec.yaml").diagnostics]


@pytest.mark.parametrize(
    ("written", "protocol", "ports", "icmp"),
    [
        ("tcp: 443", 6, (443, 443), (None, None)),
        ("tcp: 1024-65535", 6, (1024, 65535), (None, None)),
        ("udp: dns", 17, (53, 53), (None, None)),
        ("icmp: echo-request", 1, (0, 0), (8, -1)),
        ("icmp: all", 1, (0, 0), (-1, -1)),
        ("protocol: 50", 50, (0, 0), (None, None)),
        ("protocol: 0", 0, (0, 0), (None, None)),
        ("all: true", -1, (None, None), (None, None)),
    ],
)
def test_traffic(written: str, protocol: int, ports: tuple[int, int], icmp: tuple[int, int]) -> None:
    (entry,) = graph(with_entries(f"number: 100, action: allow, {written}, from: 10.0.0.0/8")).of(NetworkAclEntry)
    assert entry.protocol == protocol
    assert (entry.from_port, entry.to_port) == ports
    assert (entry.icmp_type, entry.icmp_code) == icmp
    assert not entry.egress


@pytest.mark.parametrize(
    ("written", "block", "ipv6"),
    [
        ("0.0.0.0/0", "0.0.0.0/0", None),
        ('"2001:db8::/32"', None, "2001:db8::/32"),
        ("app-c", "10.0.1.0/24", None),
        ("subnet:app-c", "10.0.1.0/24", None),
        ("vpc", "10.0.0.0/16", None),
    ],
)
def test_peers(written: str, block: str | None, ipv6: str | None) -> None:
    (entry,) = graph(with_entries(f"number: 100, action: deny, all: true, from: {written}")).of(NetworkAclEntry)
    assert (entry.cidr_block, entry.ipv6_cidr_block) == (block, ipv6)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("number: 0, action: allow, tcp: 443, from: vpc", "NET601"),
        ("number: 32767, action: allow, tcp: 443, from: vpc", "NET601"),
        ("number: 1, action: permit, tcp: 443, from: vpc", "SPC003"),
        ("number: 1, action: allow, tcp: [80, 443], from: vpc", "SPC003"),
        ("number: 1, action: allow, tcp: 443, udp: 443, from: vpc", "SPC003"),
        ("number: 1, action: allow, tcp: 443, from: [vpc]", "SPC003"),
        ("number: 1, action: allow, tcp: 443, from: tier:app", "SPC004"),
        ("number: 1, action: allow, tcp: 443, from: 10.0.0.5", "NET106"),
        ("number: 1, action: allow, tcp: 443, from: 10.0.0.5/24", "NET105"),
        ("number: 1, action: allow, from: vpc", "SEC104"),
        ("number: 1, action: allow, tcp: 443, to: vpc", "SPC001"),
        ("action: allow, tcp: 443, from: vpc", "SPC002"),
    ],
)
def test_entries_that_are_refused(written: str, code: str) -> None:
    assert codes(with_entries(written)) == [code]


def test_vpc_is_one_block_only_where_the_vpc_has_one() -> None:
    text = with_entries("number: 1, action: allow, tcp: 443, from: vpc")
    assert codes(text.replace("10.0.0.0/16\n", "10.0.0.0/16\n    secondary_cidrs: [10.1.0.0/16]\n")) == ["NET605"]


def test_a_subnet_has_its_own_acl_before_its_tiers() -> None:
    found = graph(with_entries("number: 1, action: allow, all: true, from: vpc")).of(NetworkAclAssociation)
    assert {one.subnet.key: one.acl.key for one in found} == {"app-a": "edge", "app-c": "inner"}


def test_an_unknown_acl_of_a_tier_is_reported_once_even_where_there_are_none() -> None:
    text = VPC.partition("    network_acls:")[0].replace(", network_acl: inner", "")
    assert codes(text) == ["SPC004"]


@pytest.mark.parametrize(
    ("earlier", "later", "is_dead"),
    [
        ("tcp: 1-100, from: 10.0.0.0/8", "tcp: 50, from: 10.1.0.0/16", True),
        ("all: true, from: 0.0.0.0/0", "icmp: 8, from: 10.1.0.0/16", True),
        ("all: true, from: 0.0.0.0/0", "protocol: 50, from: 10.1.0.0/16", True),
        ("icmp: all, from: 0.0.0.0/0", "icmp: 3/4, from: 0.0.0.0/0", True),
        ("tcp: 50, from: 10.1.0.0/16", "tcp: 1-100, from: 10.0.0.0/8", False),
        ("tcp: 1-100, from: 10.0.0.0/8", "udp: 50, from: 10.1.0.0/16", False),
        ("all: true, from: 0.0.0.0/0", 'all: true, from: "::/0"', False),
        ("icmp: 3, from: 0.0.0.0/0", "icmp: 8, from: 0.0.0.0/0", False),
    ],
)
def test_an_entry_behind_one_that_holds_it_never_applies(earlier: str, later: str, *, is_dead: bool) -> None:
    text = with_entries(f"number: 200, action: deny, {later}", f"number: 100, action: allow, {earlier}")
    assert codes(text) == (["NET606"] if is_dead else [])


def test_a_number_may_stand_once_in_each_direction() -> None:
    egress = "egress: [{number: 1, action: allow, all: true, to: vpc}]"
    text = with_entries("number: 1, action: allow, all: true, from: vpc").replace(
        "egress: []\n        i", f"{egress}\n        i"
    )
    assert len(graph(text).of(NetworkAclEntry)) == 2


def test_an_existing_acl_has_no_entries() -> None:
    text = with_entries("number: 1, action: allow, all: true, from: vpc").replace(
        "      edge:\n        egress: []\n", "      edge:\n        existing: acl-0a1b2c3d4e5f67890\n"
    )
    text = text.replace("  main:\n", "  main:\n    existing: vpc-0a1b2c3d4e5f67890\n")
    assert codes(text) == ["SPC003"]
    (found,) = (one for one in graph(text.partition("        ingress:\n")[0]).of(NetworkAcl) if one.existing)
    assert found.key == "edge"


def test_thousands_of_entries_are_compared_in_a_second() -> None:
    import time  # noqa: PLC0415

    text = with_entries(*(f"number: {n}, action: allow, tcp: {n}, from: 10.0.{n % 250}.0/24" for n in range(1, 3000)))
    checked = check(text.encode(), "spec.yaml")
    assert checked.graph is not None
    from infraspec.rules.network.acls import dead  # noqa: PLC0415

    started = time.perf_counter()
    assert list(dead(checked.graph)) == []
    assert time.perf_counter() - started < 1
