"""One run tells both mistakes of an entry: a key that is wrong, and a name beside it that nothing has."""

import pytest

from infraspec.compiler import check

SPEC = """version: 1
name: shop
region: ap-northeast-2
vpcs:
  main:
    cidr: 10.0.0.0/16
    GATEWAY
    DNS
    route_tables: {pub: {routes: {0.0.0.0/0: igw}}}
    tiers:
      app:
        route_table: TABLE
        subnets:
          app-a: {zone: a, cidr: 10.0.1.0/24}
    security_groups:
      web: {egress: all}
instances:
  web-1:
    image: ubuntu-24.04
    type: t3.micro
    subnet: app-a
    security_groups: GROUP
    KEY
"""
RIGHT = {
    "GATEWAY": "internet_gateway: igw",
    "DNS": "dns_support: true",
    "TABLE": "pub",
    "GROUP": "web",
    "KEY": "monitoring: true",
}


@pytest.mark.parametrize(
    ("wrong", "codes"),
    [
        ({}, []),
        ({"KEY": "monitoring: yes", "GROUP": "wbe"}, ["SPC004", "YML003"]),
        ({"KEY": "monitorin: true", "GROUP": "wbe"}, ["SPC001", "SPC004"]),
        ({"KEY": "monitoring: 5", "GROUP": "wbe"}, ["SPC003", "SPC004"]),
        ({"KEY": "monitoring:", "GROUP": "wbe"}, ["SPC003", "SPC004"]),
        ({"DNS": "dns_support: no", "TABLE": "pbu"}, ["SPC004", "YML003"]),
        ({"DNS": "dns_support: no", "TABLE": "pbu", "GROUP": "wbe"}, ["SPC004", "SPC004", "YML003"]),
        ({"GATEWAY": "internet_gatewy: igw"}, ["SPC001"]),
        ({"GATEWAY": "internet_gateway: {zz: 1}"}, ["SPC001"]),
        ({"DNS": "dns_support: 5"}, ["SPC003"]),
    ],
    ids=lambda value: " and ".join(value.values()) if isinstance(value, dict) else None,
)
def test_both_mistakes_are_told(wrong: dict[str, str], codes: list[str]) -> None:
    text = SPEC
    for word, instead in {**RIGHT, **wrong}.items():
        text = text.replace(word, instead)
    found = check(text.encode(), "spec.yaml", advice=False).diagnostics
    assert sorted(one.problem.code for one in found) == codes
