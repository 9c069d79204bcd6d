"""A Terraform document's transit gateways, VPN connections and firewalls, read back into plain facts."""

from collections.abc import Iterator
from typing import Any

from facts import Body, Fact, canonical, given, owner
from terraform_network import named, tags_of


def _switch(value: Any) -> Any:
    return {"enable": True, "disable": False}.get(value, value)


def transit_gateway(body: Body) -> Iterator[tuple[str, Fact]]:
    switches = {
        "accepts": "auto_accept_shared_attachments",
        "associates": "default_route_table_association",
        "propagates": "default_route_table_propagation",
        "dns": "dns_support",
        "ecmp": "vpn_ecmp_support",
        "multicast": "multicast_support",
        "groups": "security_group_referencing_support",
    }
    yield from named(
        "transit_gateway",
        body,
        **{
            **{key: _switch(body(name)) for key, name in switches.items()},
            "description": body("description"),
            "asn": body.number("amazon_side_asn"),
            "cidrs": body("transit_gateway_cidr_blocks", []),
        },
    )


def attachment(body: Body) -> Iterator[tuple[str, Fact]]:
    for name in ("association", "propagation"):  # what the gateway does by itself
        body.flag(f"transit_gateway_default_route_table_{name}")
    yield from named(
        "transit_attachment",
        body,
        gateway=body("transit_gateway_id"),
        vpc=body("vpc_id"),
        subnets=body.set_of("subnet_ids"),
        appliance=_switch(body("appliance_mode_support")),
        dns=_switch(body("dns_support")),
        ipv6=_switch(body("ipv6_support")),
        groups=_switch(body("security_group_referencing_support")),
    )


def transit_table(body: Body) -> Iterator[tuple[str, Fact]]:
    yield from named("transit_route_table", body, gateway=body("transit_gateway_id"))


def transit_route(body: Body) -> Iterator[tuple[str, Fact]]:
    key = f"transit_route/{owner(body('transit_gateway_route_table_id'))} {body('destination_cidr_block')}"
    yield key, {"to": body("transit_gateway_attachment_id"), "drops": body.flag("blackhole")}


def association(body: Body) -> Iterator[tuple[str, Fact]]:
    table = body("transit_gateway_route_table_id")
    yield f"transit_association/{owner(body('transit_gateway_attachment_id'))}", {"table": table}


def propagation(body: Body) -> Iterator[tuple[str, Fact]]:
    attached, table = owner(body("transit_gateway_attachment_id")), owner(body("transit_gateway_route_table_id"))
    yield f"transit_propagation/{attached} {table}", {}


def customer_gateway(body: Body) -> Iterator[tuple[str, Fact]]:
    yield from named(
        "customer_gateway",
        body,
        type=body("type"),
        ip=body("ip_address"),
        asn=body.number("bgp_asn"),
        long_asn=body.number("bgp_asn_extended"),
        device=body("device_name"),
    )


def vpn_gateway(body: Body) -> Iterator[tuple[str, Fact]]:
    yield from named("vpn_gateway", body, asn=body.number("amazon_side_asn"))


def vpn_attachment(body: Body) -> Iterator[tuple[str, Fact]]:
    yield f"attachment/{owner(body('vpn_gateway_id'))}", {"vpc": body("vpc_id")}


def vpn_propagation(body: Body) -> Iterator[tuple[str, Fact]]:
    yield f"vpn_propagation/{owner(body('vpn_gateway_id'))} {owner(body('route_table_id'))}", {}


def vpn_connection(body: Body) -> Iterator[tuple[str, Fact]]:
    yield from named(
        "vpn_connection",
        body,
        type=body("type"),
        device=body("customer_gateway_id"),
        gateway=body("vpn_gateway_id"),
        hub=body("transit_gateway_id"),
        static=body.flag("static_routes_only"),
        accelerated=body.flag("enable_acceleration"),
        local=body("local_ipv4_network_cidr"),
        remote=body("remote_ipv4_network_cidr"),
        tunnels=[_tunnel(body, f"tunnel{number}_") for number in (1, 2)],
    )


def _tunnel(body: Body, prefix: str) -> Fact:
    phases = {
        f"phase{number}": given(
            encryption=body.set_of(f"{prefix}phase{number}_encryption_algorithms"),
            integrity=body.set_of(f"{prefix}phase{number}_integrity_algorithms"),
            groups=body.set_of(f"{prefix}phase{number}_dh_group_numbers"),
            seconds=body.number(f"{prefix}phase{number}_lifetime_seconds"),
        )
        for number in (1, 2)
    }
    return given(
        inside=body(f"{prefix}inside_cidr"),
        ike=body.set_of(f"{prefix}ike_versions"),
        startup=body(f"{prefix}startup_action"),
        dpd=body(f"{prefix}dpd_timeout_action"),
        controlled=body.flag(f"{prefix}enable_tunnel_lifecycle_control"),
        **phases,
    )


def vpn_route(body: Body) -> Iterator[tuple[str, Fact]]:
    yield f"vpn_route/{owner(body('vpn_connection_id'))} {body('destination_cidr_block')}", {}


def rule_group(body: Body) -> Iterator[tuple[str, Fact]]:
    group = body("rule_group")
    source = group["rules_source"]
    listed = source.get("rules_source_list", {})
    stateless = source.get("stateless_rules_and_custom_actions", {}).get("stateless_rule", [])
    sets = {one["key"]: one["ip_set"]["definition"] for one in group.get("rule_variables", {}).get("ip_sets", [])}
    yield (
        f"firewall_rule_group/{body('name')}",
        {
            "description": body("description"),
            "type": body("type"),
            "capacity": body.number("capacity"),
            "order": group.get("stateful_rule_options", {}).get("rule_order"),
            "home_net": sets.get("HOME_NET"),
            "suricata": source.get("rules_string"),
            "domains": [listed.get(name) for name in ("generated_rules_type", "targets", "target_types")],
            "rules": [_stateful(one) for one in source.get("stateful_rule", [])],
            "stateless": [_stateless(one) for one in stateless],
            "tags": tags_of(body),
        },
    )


def _stateful(rule: dict[str, Any]) -> list[Any]:
    header = rule["header"]
    names = ("protocol", "source", "source_port", "direction", "destination", "destination_port")
    (option,) = rule["rule_option"]
    return [rule["action"], *(header[name] for name in names), option["keyword"], option["settings"]]


def _stateless(rule: dict[str, Any]) -> list[Any]:
    definition = rule["rule_definition"]
    match = definition["match_attributes"]
    sides = [[one["address_definition"] for one in match[name]] for name in ("source", "destination")]
    ports = [[one["from_port"], one["to_port"]] for one in match.get("destination_port", [])]
    return [rule["priority"], definition["actions"], *sides, match.get("protocols", []), ports]


def firewall_policy(body: Body) -> Iterator[tuple[str, Fact]]:
    policy = body.block("firewall_policy")
    engine = policy("stateful_engine_options")
    yield (
        f"firewall_policy/{body('name')}",
        {
            "stateless": [policy("stateless_default_actions"), policy("stateless_fragment_default_actions")],
            "engine": [engine["rule_order"], engine["stream_exception_policy"]],
            "stateful": policy("stateful_default_actions"),
            "stateful_groups": _uses(policy("stateful_rule_group_reference", [])),
            "stateless_groups": _uses(policy("stateless_rule_group_reference", [])),
            "tags": tags_of(body),
        },
    )
    policy.done()


def _uses(written: list[dict[str, Any]]) -> list[Any]:
    return sorted(([one.get("priority"), one["resource_arn"]] for one in written), key=canonical)


def firewall(body: Body) -> Iterator[tuple[str, Fact]]:
    yield (
        f"firewall/{body('name')}",
        {
            "description": body("description"),
            "vpc": body("vpc_id"),
            "subnets": sorted(one["subnet_id"] for one in body("subnet_mapping")),
            "policy": body("firewall_policy_arn"),
            "protected": [
                body.flag("delete_protection"),
                body.flag("subnet_change_protection"),
                body.flag("firewall_policy_change_protection"),
            ],
            "tags": tags_of(body),
        },
    )


def firewall_logging(body: Body) -> Iterator[tuple[str, Fact]]:
    configs = body("logging_configuration")["log_destination_config"]
    logs = [[one["log_type"], one["log_destination_type"], one["log_destination"]] for one in configs]
    yield f"firewall_logging/{owner(body('firewall_arn'))}", {"logs": sorted(logs, key=canonical)}


IDENTIFIER = dict.fromkeys(("aws_networkfirewall_firewall", "aws_networkfirewall_rule_group"), "arn")
READERS = {
    "aws_ec2_transit_gateway": transit_gateway,
    "aws_ec2_transit_gateway_vpc_attachment": attachment,
    "aws_ec2_transit_gateway_route_table": transit_table,
    "aws_ec2_transit_gateway_route": transit_route,
    "aws_ec2_transit_gateway_route_table_association": association,
    "aws_ec2_transit_gateway_route_table_propagation": propagation,
    "aws_customer_gateway": customer_gateway,
    "aws_vpn_gateway": vpn_gateway,
    "aws_vpn_gateway_attachment": vpn_attachment,
    "aws_vpn_gateway_route_propagation": vpn_propagation,
    "aws_vpn_connection": vpn_connection,
    "aws_vpn_connection_route": vpn_route,
    "aws_networkfirewall_rule_group": rule_group,
    "aws_networkfirewall_firewall_policy": firewall_policy,
    "aws_networkfirewall_firewall": firewall,
    "aws_networkfirewall_logging_configuration": firewall_logging,
}
