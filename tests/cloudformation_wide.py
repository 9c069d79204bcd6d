"""A CloudFormation template's transit gateways, VPN connections and firewalls, read back into plain facts."""

from collections.abc import Iterator
from typing import Any

from cloudformation_network import named, tags_of
from facts import Body, Fact, canonical, given, owner


def _switch(value: Any) -> Any:
    return {"enable": True, "disable": False}.get(value, value)


def transit_gateway(body: Body) -> Iterator[tuple[str, Fact]]:
    switches = {
        "accepts": "AutoAcceptSharedAttachments",
        "associates": "DefaultRouteTableAssociation",
        "propagates": "DefaultRouteTablePropagation",
        "dns": "DnsSupport",
        "ecmp": "VpnEcmpSupport",
        "multicast": "MulticastSupport",
        "groups": "SecurityGroupReferencingSupport",
    }
    yield from named(
        "transit_gateway",
        body,
        **{
            **{key: _switch(body(name)) for key, name in switches.items()},
            "description": body("Description"),
            "asn": body.number("AmazonSideAsn"),
            "cidrs": body("TransitGatewayCidrBlocks", []),
        },
    )


def attachment(body: Body) -> Iterator[tuple[str, Fact]]:
    options = body.block("Options")
    yield from named(
        "transit_attachment",
        body,
        gateway=body("TransitGatewayId"),
        vpc=body("VpcId"),
        subnets=body.set_of("SubnetIds"),
        appliance=_switch(options("ApplianceModeSupport")),
        dns=_switch(options("DnsSupport")),
        ipv6=_switch(options("Ipv6Support")),
        groups=_switch(options("SecurityGroupReferencingSupport")),
    )
    options.done()


def transit_table(body: Body) -> Iterator[tuple[str, Fact]]:
    yield from named("transit_route_table", body, gateway=body("TransitGatewayId"))


def transit_route(body: Body) -> Iterator[tuple[str, Fact]]:
    key = f"transit_route/{owner(body('TransitGatewayRouteTableId'))} {body('DestinationCidrBlock')}"
    yield key, {"to": body("TransitGatewayAttachmentId"), "drops": body.flag("Blackhole")}


def association(body: Body) -> Iterator[tuple[str, Fact]]:
    yield (
        f"transit_association/{owner(body('TransitGatewayAttachmentId'))}",
        {"table": body("TransitGatewayRouteTableId")},
    )


def propagation(body: Body) -> Iterator[tuple[str, Fact]]:
    attached, table = owner(body("TransitGatewayAttachmentId")), owner(body("TransitGatewayRouteTableId"))
    yield f"transit_propagation/{attached} {table}", {}


def customer_gateway(body: Body) -> Iterator[tuple[str, Fact]]:
    yield from named(
        "customer_gateway",
        body,
        type=body("Type"),
        ip=body("IpAddress"),
        asn=body.number("BgpAsn"),
        long_asn=body.number("BgpAsnExtended"),
        device=body("DeviceName"),
    )


def vpn_gateway(body: Body) -> Iterator[tuple[str, Fact]]:
    body("Type")
    yield from named("vpn_gateway", body, asn=body.number("AmazonSideAsn"))


def vpn_propagation(body: Body) -> Iterator[tuple[str, Fact]]:
    (table,) = body("RouteTableIds")
    yield f"vpn_propagation/{owner(body('VpnGatewayId'))} {owner(table)}", {}


def vpn_connection(body: Body) -> Iterator[tuple[str, Fact]]:
    yield from named(
        "vpn_connection",
        body,
        type=body("Type"),
        device=body("CustomerGatewayId"),
        gateway=body("VpnGatewayId"),
        hub=body("TransitGatewayId"),
        static=body.flag("StaticRoutesOnly"),
        accelerated=body.flag("EnableAcceleration"),
        local=body("LocalIpv4NetworkCidr"),
        remote=body("RemoteIpv4NetworkCidr"),
        tunnels=[_tunnel(one) for one in body.blocks("VpnTunnelOptionsSpecifications")],
    )


def _tunnel(body: Body) -> Fact:
    phases = {
        f"phase{number}": given(
            encryption=_values(body, f"Phase{number}EncryptionAlgorithms"),
            integrity=_values(body, f"Phase{number}IntegrityAlgorithms"),
            groups=_values(body, f"Phase{number}DHGroupNumbers"),
            seconds=body.number(f"Phase{number}LifetimeSeconds"),
        )
        for number in (1, 2)
    }
    fact = given(
        inside=body("TunnelInsideCidr"),
        ike=_values(body, "IKEVersions"),
        startup=body("StartupAction"),
        dpd=body("DPDTimeoutAction"),
        controlled=body.flag("EnableTunnelLifecycleControl"),
        **phases,
    )
    body.done()
    return fact


def _values(body: Body, name: str) -> list[Any]:
    return sorted((one["Value"] for one in body(name, [])), key=canonical)


def vpn_route(body: Body) -> Iterator[tuple[str, Fact]]:
    yield f"vpn_route/{owner(body('VpnConnectionId'))} {body('DestinationCidrBlock')}", {}


def rule_group(body: Body) -> Iterator[tuple[str, Fact]]:
    group = body("RuleGroup")
    source = group["RulesSource"]
    listed = source.get("RulesSourceList", {})
    stateless = source.get("StatelessRulesAndCustomActions", {}).get("StatelessRules", [])
    yield (
        f"firewall_rule_group/{body('RuleGroupName')}",
        {
            "description": body("Description"),
            "type": body("Type"),
            "capacity": body.number("Capacity"),
            "order": group.get("StatefulRuleOptions", {}).get("RuleOrder"),
            "home_net": group.get("RuleVariables", {}).get("IPSets", {}).get("HOME_NET", {}).get("Definition"),
            "suricata": source.get("RulesString"),
            "domains": [listed.get(name) for name in ("GeneratedRulesType", "Targets", "TargetTypes")],
            "rules": [_stateful(one) for one in source.get("StatefulRules", [])],
            "stateless": [_stateless(one) for one in stateless],
            "tags": tags_of(body),
        },
    )


def _stateful(rule: dict[str, Any]) -> list[Any]:
    header = rule["Header"]
    names = ("Protocol", "Source", "SourcePort", "Direction", "Destination", "DestinationPort")
    (option,) = rule["RuleOptions"]
    return [rule["Action"], *(header[name] for name in names), option["Keyword"], option["Settings"]]


def _stateless(rule: dict[str, Any]) -> list[Any]:
    definition = rule["RuleDefinition"]
    match = definition["MatchAttributes"]
    sides = [[one["AddressDefinition"] for one in match[name]] for name in ("Sources", "Destinations")]
    ports = [[one["FromPort"], one["ToPort"]] for one in match.get("DestinationPorts", [])]
    return [rule["Priority"], definition["Actions"], *sides, match.get("Protocols", []), ports]


def firewall_policy(body: Body) -> Iterator[tuple[str, Fact]]:
    policy = body.block("FirewallPolicy")
    engine = policy("StatefulEngineOptions")
    yield (
        f"firewall_policy/{body('FirewallPolicyName')}",
        {
            "stateless": [policy("StatelessDefaultActions"), policy("StatelessFragmentDefaultActions")],
            "engine": [engine["RuleOrder"], engine["StreamExceptionPolicy"]],
            "stateful": policy("StatefulDefaultActions"),
            "stateful_groups": _uses(policy("StatefulRuleGroupReferences", [])),
            "stateless_groups": _uses(policy("StatelessRuleGroupReferences", [])),
            "tags": tags_of(body),
        },
    )
    policy.done()


def _uses(written: list[dict[str, Any]]) -> list[Any]:
    return sorted(([one.get("Priority"), one["ResourceArn"]] for one in written), key=canonical)


def firewall(body: Body) -> Iterator[tuple[str, Fact]]:
    yield (
        f"firewall/{body('FirewallName')}",
        {
            "description": body("Description"),
            "vpc": body("VpcId"),
            "subnets": sorted(one["SubnetId"] for one in body("SubnetMappings")),
            "policy": body("FirewallPolicyArn"),
            "protected": [
                body.flag("DeleteProtection"),
                body.flag("SubnetChangeProtection"),
                body.flag("FirewallPolicyChangeProtection"),
            ],
            "tags": tags_of(body),
        },
    )


def firewall_logging(body: Body) -> Iterator[tuple[str, Fact]]:
    configs = body("LoggingConfiguration")["LogDestinationConfigs"]
    logs = [[one["LogType"], one["LogDestinationType"], one["LogDestination"]] for one in configs]
    yield f"firewall_logging/{owner(body('FirewallArn'))}", {"logs": sorted(logs, key=canonical)}


READERS = {
    "AWS::EC2::TransitGateway": transit_gateway,
    "AWS::EC2::TransitGatewayAttachment": attachment,
    "AWS::EC2::TransitGatewayRouteTable": transit_table,
    "AWS::EC2::TransitGatewayRoute": transit_route,
    "AWS::EC2::TransitGatewayRouteTableAssociation": association,
    "AWS::EC2::TransitGatewayRouteTablePropagation": propagation,
    "AWS::EC2::CustomerGateway": customer_gateway,
    "AWS::EC2::VPNGateway": vpn_gateway,
    "AWS::EC2::VPNGatewayRoutePropagation": vpn_propagation,
    "AWS::EC2::VPNConnection": vpn_connection,
    "AWS::EC2::VPNConnectionRoute": vpn_route,
    "AWS::NetworkFirewall::RuleGroup": rule_group,
    "AWS::NetworkFirewall::FirewallPolicy": firewall_policy,
    "AWS::NetworkFirewall::Firewall": firewall,
    "AWS::NetworkFirewall::LoggingConfiguration": firewall_logging,
}
REF = {"AWS::NetworkFirewall::Firewall": "arn", "AWS::NetworkFirewall::RuleGroup": "arn"}
ATTRIBUTES = {
    "FirewallArn": "arn",
    "FirewallPolicyArn": "arn",
    "RuleGroupArn": "arn",
    "TransitGatewayArn": "arn",
    "EndpointIds": "endpoints",
}
