"""Transit gateways, VPN connections and firewalls: from the spec to nodes, and what the spec gets wrong."""

import pytest
from examples import documents
from weighed import check

from infraspec.graph.graph import Graph
from infraspec.graph.network_firewall import FirewallPolicy, FirewallRuleGroup
from infraspec.graph.routes import Route
from infraspec.graph.vpn import VpnConnection

HEAD = """version: 1
name: demo
region: ap-northeast-2
vpcs:
  main:
    cidr: 10.0.0.0/16
    route_tables: {app: {routes: {ROUTES}}}
    tiers:
      app: {route_table: app, subnets: {app-a: {zone: a, cidr: 10.0.1.0/24}, app-c: {zone: c, cidr: 10.0.2.0/24}}}
      wall: {subnets: {wall-a: {zone: a, cidr: 10.0.3.0/28}, wall-c: {zone: c, cidr: 10.0.3.16/28}}}
  other:
    cidr: 10.1.0.0/16
    tiers: {far: {subnets: {far-a: {zone: a, cidr: 10.1.1.0/24}}}}
"""


def spec(more: str, routes: str = "") -> str:
    return HEAD.replace("ROUTES", routes) + more


def codes(text: str) -> list[str]:
    return [one.problem.code for one in check(text.encode(), "spec.yaml").diagnostics if one.is_error]


def graph_of(text: str) -> Graph:
    found = check(text.encode(), "spec.yaml")
    assert [one.message for one in found.diagnostics if one.is_error] == []
    assert found.graph is not None
    return found.graph


HUB = "transit_gateways:\n  hub:\n    attachments:\n      main: {subnets: tier:app}\n"


def test_a_route_to_a_transit_gateway_waits_for_the_attachment_of_its_vpc() -> None:
    (route,) = graph_of(spec(HUB, "10.0.0.0/8: hub")).of(Route)
    assert route.transit_gateway is not None
    assert route.transit_gateway.key == "hub"
    assert [one.key for one in route.depends_on] == ["main"]


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ("transit_gateways: {hub: {asn: 65535}}", "SPC003"),
        ("transit_gateways: {hub: {attachments: {main: {subnets: [app-a, far-a]}}}}", "SPC003"),
        ("transit_gateways: {hub: {attachments: {main: {subnets: app-a, propagate_to: nowhere}}}}", "SPC004"),
        (
            "transit_gateways: {hub: {attachments: {main: {subnets: app-a}}}, b: {route_tables: {t: {routes: {0.0.0.0/0: main}}}}}",
            "SPC003",
        ),
        ("transit_gateways: {hub: {route_tables: {t: {routes: {10.0.0.1/8: blackhole}}}}}", "NET105"),
        ("customer_gateways: {office: {}}", "SPC002"),
        ("customer_gateways: {office: {ip: 10.0.0.1}}", "SPC003"),
        ("customer_gateways: {office: {ip: 203.0.113.1}}\nvpn_connections: {v: {customer_gateway: office}}", "SPC002"),
    ],
)
def test_what_is_wrong_with_the_wide_network_is_said(more: str, code: str) -> None:
    assert codes(spec(f"{more}\n"))[:1] == [code]


VPN = "customer_gateways: {office: {ip: 203.0.113.12}}\nvpn_gateways: {vgw: {vpc: main, propagate_to: app}}\n"


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("inside_cidr: 169.254.0.0/30", "SPC003"),
        ("inside_cidr: 10.0.0.0/30", "SPC003"),
        ("inside_cidr: 169.254.10.1/30", "SPC003"),
        ("ike_versions: ikev3", "SPC003"),
        ("startup: stop", "SPC003"),
        ("phase1: {encryption: DES}", "SPC003"),
        ("phase1: {dh_groups: [5]}", "VPN101"),
        ("pre_shared_key: hunter2hunter2", "SPC001"),
    ],
)
def test_what_is_wrong_with_a_tunnel_is_said(written: str, code: str) -> None:
    connection = f"vpn_connections: {{v: {{customer_gateway: office, vpn_gateway: vgw, tunnels: [{{{written}}}]}}}}\n"
    assert codes(spec(VPN + connection)) == [code]


def test_a_connection_has_two_tunnels_however_many_are_written() -> None:
    more = VPN + "vpn_connections: {v: {customer_gateway: office, vpn_gateway: vgw, tunnels: [{startup: start}]}}\n"
    (connection,) = graph_of(spec(more)).of(VpnConnection)
    assert [one.startup_action for one in connection.tunnels] == ["start", "add"]


WALL = "firewalls: {wall: {subnets: tier:wall}}\n"


def test_a_table_that_leads_to_a_firewall_of_two_zones_stands_in_each() -> None:
    routes = graph_of(spec(WALL, "0.0.0.0/0: wall")).of(Route)
    found = {one.route_table.key: one.firewall and one.firewall.zone for one in routes}
    assert found == {"app-a": "ap-northeast-2a", "app-c": "ap-northeast-2c"}


def test_the_endpoint_of_a_zone_is_found_in_both_documents() -> None:
    template, terraform = documents("network-firewall")
    (one, *_) = [
        body["Properties"]["VpcEndpointId"]
        for body in template["Resources"].values()
        if "VpcEndpointId" in body.get("Properties", {})
    ]
    assert one["Fn::Select"][0] == 0
    expressions = [body.get("vpc_endpoint_id") for body in terraform["resource"]["aws_route"].values()]
    assert sum("sync_states" in str(one) for one in expressions) == 4


def test_groups_of_a_kind_are_numbered_as_they_are_written() -> None:
    groups = "firewall_rule_groups:\n"
    for name in ("b", "a"):
        groups += f"  {name}: {{capacity: 10, domains: {{deny: .example.com}}}}\n"
    graph = graph_of(spec(groups + "firewalls: {wall: {subnets: tier:wall, rule_groups: [b, a]}}\n"))
    (policy,) = graph.of(FirewallPolicy)
    assert [(one.group and one.group.key, one.priority) for one in policy.rule_groups] == [("b", 1), ("a", 2)]
    assert [one.type for one in graph.of(FirewallRuleGroup)] == ["STATEFUL", "STATEFUL"]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("{}", "SPC002"),
        ("{domains: {allow: a.example}}", "SPC002"),
        ("{capacity: 1, domains: {allow: a.example, deny: b.example}}", "SPC003"),
        ("{capacity: 9, domains: {allow: a.example}, suricata: pass}", "SPC003"),
        ("{capacity: 9, domains: {allow: a.example, protocols: ftp}}", "SPC003"),
        ("{capacity: 9, rules: [{action: drop, protocol: tpc, sid: 1}]}", "SPC003"),
        ("{capacity: 9, rules: [{action: drop, from: somewhere, sid: 1}]}", "SPC003"),
        ("{capacity: 9, rules: [{action: drop, to_port: 70000, sid: 1}]}", "SPC003"),
        ("{existing: web}", "SPC008"),
    ],
)
def test_what_is_wrong_with_a_rule_group_is_said(written: str, code: str) -> None:
    assert codes(spec(f"firewall_rule_groups: {{g: {written}}}\n")) == [code]
