"""Dual stack, regional NAT gateways, prefix lists, DHCP options and blocked public access."""

from typing import Any

import pytest
from weighed import check

from infraspec.cloudformation.emit import emit as cloudformation
from infraspec.compiler import Checked, shown, to_cloudformation
from infraspec.graph.graph import Graph
from infraspec.graph.routes import Route
from infraspec.graph.security_groups import SecurityGroup
from infraspec.graph.vpc import Subnet
from infraspec.terraform.emit import emit as terraform

HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\n"
DUAL = "vpcs:\n  main:\n    cidr: 10.0.0.0/16\n    ipv6: true\n"


def judged(text: str) -> Checked:
    """A spec of these sections."""
    return check((HEAD + text).encode(), "spec.yaml")


def graph_of(text: str) -> Graph:
    """The graph of a spec in which nothing is wrong."""
    found = judged(text)
    assert [one.message for one in found.diagnostics] == []
    assert found.graph is not None
    return found.graph


def said(text: str) -> list[tuple[str, str]]:
    """Code and message of what is wrong."""
    return [(one.problem.code, one.message) for one in judged(text).diagnostics]


@pytest.mark.parametrize(
    ("vpc", "subnet", "number"),
    [
        ("10.0.0.0/16", "10.0.0.0/24", 0),
        ("10.0.0.0/16", "10.0.17.0/24", 17),
        ("10.0.0.0/16", "10.0.240.0/20", 240),
        ("10.0.0.0/16", "10.0.3.128/25", 3),
        ("10.1.16.0/20", "10.1.17.0/24", 16),
        ("10.1.16.0/20", "10.1.31.240/28", 255),
        ("10.0.5.0/24", "10.0.5.64/27", 64),
        ("10.0.5.128/26", "10.0.5.144/28", 16),
    ],
)
def test_a_subnet_has_the_block_of_its_place(vpc: str, subnet: str, number: int) -> None:
    text = (
        f"vpcs:\n  main:\n    cidr: {vpc}\n    ipv6: true\n    tiers: {{app: {{subnets: {{a: {{zone: a, cidr: {subnet}"
    )
    (found,) = graph_of(f"{text}}}}}}}}}\n").of(Subnet)
    assert found.ipv6_index == number


def test_a_subnet_beside_it_moves_no_block() -> None:
    tier = "    tiers:\n      app:\n        subnets:\n"
    lines = [f"          s{number}: {{zone: a, cidr: 10.0.{number}.0/24}}\n" for number in (9, 4, 7)]
    numbers = [
        {one.key: one.ipv6_index for one in graph_of(DUAL + tier + "".join(written)).of(Subnet)}
        for written in (lines[:1], lines, lines[::-1])
    ]
    assert numbers[0] == {"s9": 9}
    assert numbers[1] == numbers[2] == {"s4": 4, "s7": 7, "s9": 9}


def test_what_is_written_wins_over_the_place() -> None:
    text = DUAL + (
        "    tiers:\n      app:\n        subnets:\n"
        "          here: {zone: a, cidr: 10.0.1.0/24, ipv6: 77}\n"
        "          place: {zone: a, cidr: 10.0.2.0/24, ipv6: auto}\n"
        "          none: {zone: a, cidr: 10.0.3.0/24, ipv6: false}\n"
        "      old:\n        ipv6: false\n        subnets:\n"
        "          never: {zone: a, cidr: 10.0.4.0/24}\n"
        "          still: {zone: a, cidr: 10.0.5.0/24, ipv6: auto}\n"
    )
    found = {one.key: one.ipv6_index for one in graph_of(text).of(Subnet)}
    assert found == {"here": 77, "place": 2, "none": None, "never": None, "still": 5}


@pytest.mark.parametrize("written", ["256", "-1", "17.5", "yes please", "[1]"])
def test_a_block_that_is_none_is_refused(written: str) -> None:
    tier = f"    tiers: {{app: {{subnets: {{a: {{zone: a, cidr: 10.0.0.0/24, ipv6: {written}}}}}}}}}\n"
    assert [code for code, _ in said(DUAL + tier)] == ["SPC003"]


NETWORK = """    internet_gateway: igw
    egress_only_gateway: eigw
    nat_gateways: {nat: {subnet: edge-a}}
    route_tables:
      public: {routes: {0.0.0.0/0: igw}}
      private: {routes: {PRIVATE}OPTION}
    tiers:
      edge: {route_table: public, subnets: {edge-a: {zone: a, cidr: 10.0.0.0/24}}}
      app: {route_table: private, dns64: DNS64, subnets: {app-a: {zone: a, cidr: 10.0.1.0/24}}}
"""


def routes(private: str = "0.0.0.0/0: nat", option: str = "", *, dns64: bool = False) -> dict[str, str]:
    """Destinations of the private table, and what they lead to."""
    text = NETWORK.replace("PRIVATE", private).replace("OPTION", option).replace("DNS64", str(dns64).lower())
    found = judged(DUAL + text).graph
    assert found is not None
    return {
        one.destination_ipv6_cidr_block or one.destination_cidr_block or "": target.key
        for one in found.of(Route)
        if one.route_table.key == "private"
        and (target := one.gateway or one.egress_only_gateway or one.nat_gateway) is not None
    }


def test_a_private_table_leads_ipv6_to_the_egress_only_gateway() -> None:
    assert routes() == {"0.0.0.0/0": "nat", "::/0": "eigw"}


def test_a_public_table_leads_ipv6_to_the_internet_gateway() -> None:
    assert routes("0.0.0.0/0: igw") == {"0.0.0.0/0": "igw", "::/0": "igw"}


def test_dns64_leads_to_the_nat_gateway() -> None:
    assert routes(dns64=True) == {"0.0.0.0/0": "nat", "::/0": "eigw", "64:ff9b::/96": "nat"}


def test_what_is_written_stands() -> None:
    assert routes('0.0.0.0/0: nat, "0::0/0": igw') == {"0.0.0.0/0": "nat", "::/0": "igw"}
    assert routes('"::/0": eigw') == {"::/0": "eigw"}


PEERED = """version: 1
name: demo
region: ap-northeast-2
vpcs:
  blue: {cidr: 10.0.0.0/16, ipv6: true, route_tables: {blue: {routes: {ROUTES}}}}
  green:
    cidr: 10.1.0.0/16
    secondary_cidrs: [10.2.0.0/16]
    ipv6: GREEN
    tiers:
      app: {subnets: {app-a: {zone: a, cidr: 10.1.5.0/24}, app-c: {zone: c, cidr: 10.1.6.0/24, ipv6: none}}}
peerings: {bridge: {requester: green, accepter: blue}}
"""


@pytest.mark.parametrize(
    ("written", "green", "added"),
    [
        ("10.1.0.0/16: bridge", "true", [None]),
        ("10.1.0.0/16: bridge", "false", []),
        ("10.0.0.0/8: bridge", "true", [None]),
        ("10.1.5.0/24: bridge", "true", [5]),
        ("10.1.6.0/24: bridge", "true", []),  # the subnet has no IPv6 addresses
        ("10.1.4.0/23: bridge", "true", []),  # no block of IPv6 is the same as a part of the VPC
        ("10.2.0.0/16: bridge", "true", []),
        ("10.1.0.0/16: bridge, 10.0.0.0/8: bridge, 10.1.5.0/24: bridge", "true", [None, 5]),
        ("10.1.0.0/16: pcx-0a1b2c3d4e5f67890", "true", []),
    ],
)
def test_a_route_by_a_peering_stands_for_both_families(written: str, green: str, added: list[int | None]) -> None:
    found = judged(PEERED.replace("ROUTES", written).replace("GREEN", green)).graph
    assert found is not None
    more = [one for one in found.of(Route) if one.destination_ipv6 is not None]
    assert [one.destination_ipv6 and one.destination_ipv6.number for one in more] == added
    assert {one.peering and one.peering.key for one in more} <= {"bridge"}


@pytest.mark.parametrize(("blue", "green", "added"), [("true", "true", 1), ("true", "false", 0), ("false", "true", 0)])
def test_a_route_by_a_hub_stands_for_both_families_where_both_attachments_do(blue: str, green: str, added: int) -> None:
    hub = (
        "transit_gateways:\n  hub:\n    attachments:\n"
        f"      green: {{subnets: tier:app, ipv6: {green}}}\n      blue: {{subnets: tier:work, ipv6: {blue}}}\n"
    )
    text = PEERED.replace("ROUTES", "10.1.0.0/16: hub").replace("GREEN", "true")
    tier = ", tiers: {work: {subnets: {work-a: {zone: a, cidr: 10.0.0.0/24}}}}}\n  green"
    found = judged(text.replace("}\n  green", tier, 1) + hub).graph
    assert found is not None
    more = [one for one in found.of(Route) if one.destination_ipv6 is not None]
    assert [one.transit_gateway and one.transit_gateway.key for one in more] == ["hub"] * added


def test_a_table_may_do_without_ipv6() -> None:
    assert routes(option=", ipv6: false", dns64=True) == {"0.0.0.0/0": "nat"}


def test_a_vpc_of_ipv4_has_no_more_routes() -> None:
    found = judged(
        DUAL.replace("    ipv6: true\n", "") + NETWORK.replace("PRIVATE", "0.0.0.0/0: nat").replace("OPTION", "")
    )
    assert found.graph is not None
    assert all(one.destination_ipv6_cidr_block is None for one in found.graph.of(Route))


def test_what_is_added_is_shown_beside_what_it_comes_from() -> None:
    text = NETWORK.replace("PRIVATE", "0.0.0.0/0: nat").replace("OPTION", "").replace("DNS64", "true")
    whole: Any = shown(judged(DUAL + text))
    table = whole.value["vpcs"].value["main"].value["route_tables"].value["private"].value["routes"].value
    assert {key: part.value for key, part in table.items()} == {
        "0.0.0.0/0": "nat",
        "::/0": "eigw",
        "64:ff9b::/96": "nat",
    }
    assert table["::/0"].at == ("vpcs", "main", "route_tables", "private", "routes", "0.0.0.0/0")


def group(rule: str, *, dual: bool = True) -> list[str]:
    """What a group with this rule lets in."""
    text = DUAL if dual else DUAL.replace("    ipv6: true\n", "")
    subnets = "app-a: {zone: a, cidr: 10.0.1.0/24}, app-c: {zone: c, cidr: 10.0.2.0/24, ipv6: false}"
    text += f"    tiers: {{app: {{subnets: {{{subnets}}}}}}}\n"
    text += f"    security_groups: {{web: {{ingress: [{{{rule}}}], egress: all}}}}\n"
    found = judged(text)
    assert [one.message for one in found.diagnostics if one.is_error] == []
    assert found.graph is not None
    return [one.content for one in found.graph.of(SecurityGroup)[0].ingress]


def test_peers_are_their_blocks_of_both_families() -> None:
    assert group("tcp: 80, from: vpc") == ["tcp:80:10.0.0.0/16", "tcp:80:vpc:main:ipv6"]
    assert group("tcp: 80, from: app-a") == ["tcp:80:10.0.1.0/24", "tcp:80:vpc:main:ipv6:1"]
    assert group("tcp: 80, from: tier:app") == ["tcp:80:10.0.1.0/24", "tcp:80:10.0.2.0/24", "tcp:80:vpc:main:ipv6:1"]
    assert group("tcp: 80, from: anywhere") == ["tcp:80:0.0.0.0/0", "tcp:80:::/0"]
    assert group("tcp: 80, from: anywhere", dual=False) == ["tcp:80:0.0.0.0/0"]
    assert group("tcp: 80, from: vpc", dual=False) == ["tcp:80:10.0.0.0/16"]


def test_each_icmp_is_about_its_own_family() -> None:
    assert group("icmpv6: all, from: vpc") == ["icmpv6:-1:vpc:main:ipv6"]
    assert group("icmp: all, from: anywhere") == ["icmp:-1:0.0.0.0/0"]
    assert group("icmp: all, icmpv6: all, from: vpc") == ["icmp:-1:10.0.0.0/16", "icmpv6:-1:vpc:main:ipv6"]


def test_a_group_that_lets_all_out_does_so_over_both() -> None:
    text = "    security_groups: {web: {egress: all}}\n"
    for head, expected in ((DUAL, ["0.0.0.0/0", "::/0"]), (DUAL.replace("    ipv6: true\n", ""), ["0.0.0.0/0"])):
        assert [one.peer for one in graph_of(head + text).of(SecurityGroup)[0].egress] == expected


def test_what_holds_a_block_waits_for_it_in_cloudformation() -> None:
    text = "    security_groups: {web: {ingress: [{tcp: 80, from: vpc}], egress: []}}\n"
    text += "    tiers: {app: {subnets: {app-a: {zone: a, cidr: 10.0.1.0/24}}}}\n"
    made = cloudformation(graph_of(DUAL + text))["Resources"]
    assert made["SubnetAppA"]["DependsOn"] == ["VpcIpv6BlockMain"]
    assert made["SecurityGroupWeb"]["DependsOn"] == ["VpcIpv6BlockMain"]
    block = {"Fn::Select": [0, {"Fn::GetAtt": ["VpcMain", "Ipv6CidrBlocks"]}]}
    assert made["SubnetAppA"]["Properties"]["Ipv6CidrBlock"] == {"Fn::Select": [1, {"Fn::Cidr": [block, 256, 64]}]}


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("egress_only_gateway: eigw", "egress_only_gateway"),
        ("tiers: {app: {dns64: true, subnets: {app-a: {zone: a, cidr: 10.0.0.0/24}}}}", "dns64"),
        ("tiers: {app: {ipv6: true, subnets: {app-a: {zone: a, cidr: 10.0.0.0/24}}}}", "ipv6"),
        ("tiers: {app: {subnets: {app-a: {zone: a, cidr: 10.0.0.0/24, ipv6: 0}}}}", "ipv6"),
        (
            (
                "tiers: {app: {network_acl: a, subnets: {app-a: {zone: a, cidr: 10.0.0.0/24}}}}\n    network_acls:\n"
                "      a: {ingress: [{number: 1, action: allow, all: true, from: vpc, ipv6: true}], egress: []}"
            ),
            "from",
        ),
    ],
)
def test_ipv6_needs_a_block(line: str, key: str) -> None:
    spec = judged(f"vpcs:\n  main:\n    cidr: 10.0.0.0/16\n    {line}\n")
    (found,) = [one for one in spec.diagnostics if one.is_error]
    marked = spec.text[found.primary.span.start : found.primary.span.end]
    assert (found.problem.code, marked) == ("NET120", {"from": "vpc"}.get(key, key))


@pytest.mark.parametrize(
    ("entries", "code"),
    [
        ('{entries: {10.0.0.0/8: all, "2001:db8::/32": both}}', "SPC003"),
        ("{entries: {10.0.0.5/8: x}}", "NET105"),
        ("{entries: {10.0.0.0/8: 7}}", "SPC003"),
        ("{entries: {10.0.0.0/8: x, 10.1.0.0/16: y}, max_entries: 1}", "SPC003"),
        ("{entries: {10.0.0.0/8: x}, family: ipv6}", "SPC003"),
        ("{}", "SPC003"),
    ],
)
def test_a_prefix_list_that_cannot_be_is_refused(entries: str, code: str) -> None:
    assert [one for one, _ in said(f"prefix_lists:\n  offices: {entries}\n")] == [code]


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ("{}", "SPC003"),
        ("{domain_name_servers: [resolver.example.com]}", "NET106"),
        ("{domain_name_servers: [amazonprovideddns]}", "SPC003"),
        ("{ntp_servers: [10.0.0.1, 10.0.0.1]}", "SPC003"),
        ("{ntp_servers: [10.0.0.1, 10.0.0.2, 10.0.0.3, 10.0.0.4, 10.0.0.5]}", "SPC003"),
        ("{netbios_node_type: 3}", "SPC003"),
    ],
)
def test_dhcp_options_that_cannot_be_are_refused(options: str, code: str) -> None:
    assert [one for one, _ in said(f"dhcp_options:\n  company: {options}\n")] == [code]


def test_a_regional_nat_gateway_stands_in_no_subnet() -> None:
    text = "vpcs:\n  main:\n    cidr: 10.0.0.0/16\n    internet_gateway: igw\n"
    text += "    nat_gateways: {nat: {availability: regional"
    tail = "}}\n    route_tables: {private: {routes: {0.0.0.0/0: nat}}}\n"
    tail += "    tiers: {app: {route_table: private, subnets: {app-a: {zone: a, cidr: 10.0.1.0/24}}}}\n"
    made = terraform(graph_of(text + tail))
    (gateway,) = made["resource"]["aws_nat_gateway"].values()
    assert gateway["availability_mode"] == "regional"
    assert "subnet_id" not in gateway
    assert made["terraform"]["required_providers"]["aws"]["version"] == ">= 6.24, < 7.0"
    for more in ("subnet: app-a", "connectivity: private", "addresses: 2"):
        assert [code for code, _ in said(f"{text}, {more}{tail}")] == ["SPC003"]


def test_what_only_terraform_can_do_says_what_to_do_in_its_place() -> None:
    text = "vpcs:\n  main: {cidr: 10.0.0.0/16, default_security_group: locked}\n  far: {cidr: 10.1.0.0/16}\n"
    text += "peerings: {near-far: {requester: main, accepter: far, dns_resolution: true}}\n"
    graph = graph_of(text)
    made = terraform(graph)["resource"]
    assert set(made["aws_default_security_group"]["main"]) == {"vpc_id", "tags"}
    options = made["aws_vpc_peering_connection_options"]["near-far"]
    assert options["requester"] == options["accepter"] == {"allow_remote_vpc_dns_resolution": True}
    outcome = to_cloudformation(judged(text))[0]
    assert {one.problem.code for one in outcome.diagnostics} == {"OUT111"}


def test_a_peering_that_exists_carries_routes_and_is_left_as_it_is() -> None:
    text = (
        "vpcs:\n  near:\n    cidr: 10.0.0.0/16\n    route_tables: {app: {routes: {10.1.0.0/16: far}}}\n"
        "    tiers: {app: {route_table: app, subnets: {app-a: {zone: a, cidr: 10.0.0.0/24}}}}\n"
        "  partner: {existing: vpc-0a1b2c3d4e5f67890, cidr: 10.1.0.0/16}\n"
        "peerings:\n  far: {requester: near, accepter: partner, existing: pcx-0a1b2c3d4e5f67890"
    )
    made = terraform(graph_of(text + "}\n"))["resource"]
    assert "aws_vpc_peering_connection" not in made
    assert [one["vpc_peering_connection_id"] for one in made["aws_route"].values()] == ["pcx-0a1b2c3d4e5f67890"]
    assert [code for code, _ in said(text + ", dns_resolution: true}\n")] == ["SPC003"]
