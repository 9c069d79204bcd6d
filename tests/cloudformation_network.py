"""A CloudFormation template's networks and their guards, read back into plain facts.

https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html
"""

from collections.abc import Iterator
from typing import Any

from facts import Body, Fact, owner


def tags_of(body: Body, name: str = "Tags") -> dict[str, str]:
    """Tags as a map."""
    return {one("Key"): one("Value") for one in body.blocks(name)}


def named(kind: str, body: Body, **facts: Any) -> Iterator[tuple[str, Fact]]:
    """A thing that is called by its Name tag."""
    tags = tags_of(body)
    yield f"{kind}/{tags.get('Name')}", {**facts, "tags": tags}


def vpc(body: Body) -> Iterator[tuple[str, Fact]]:
    yield from named(
        "vpc",
        body,
        cidr=body("CidrBlock"),
        tenancy=body("InstanceTenancy", "default"),
        dns_support=body.flag("EnableDnsSupport", default=True),
        dns_hostnames=body.flag("EnableDnsHostnames", default=False),
    )


def vpc_cidr_block(body: Body) -> Iterator[tuple[str, Fact]]:
    if body.flag("AmazonProvidedIpv6CidrBlock", default=False):
        yield f"vpc_ipv6_block/{owner(body('VpcId'))}", {}
    else:
        yield f"vpc_cidr_block/{owner(body('VpcId'))} {body('CidrBlock')}", {}


def subnet(body: Body) -> Iterator[tuple[str, Fact]]:
    yield from named(
        "subnet",
        body,
        vpc=body("VpcId"),
        cidr=body("CidrBlock"),
        zone=body("AvailabilityZone"),
        zone_id=body("AvailabilityZoneId"),
        public_addresses=body.flag("MapPublicIpOnLaunch", default=False),
        ipv6=body("Ipv6CidrBlock"),
        ipv6_addresses=body.flag("AssignIpv6AddressOnCreation", default=False),
        dns64=body.flag("EnableDns64", default=False),
    )


def internet_gateway(body: Body) -> Iterator[tuple[str, Fact]]:
    yield from named("internet_gateway", body)


def attachment(body: Body) -> Iterator[tuple[str, Fact]]:
    if body.has("VpnGatewayId"):
        yield f"attachment/{owner(body('VpnGatewayId'))}", {"vpc": body("VpcId")}
        return
    yield f"attachment/{body('InternetGatewayId')} {body('VpcId')}", {}


def route_table(body: Body) -> Iterator[tuple[str, Fact]]:
    yield from named("route_table", body, vpc=body("VpcId"))


def route_table_association(body: Body) -> Iterator[tuple[str, Fact]]:
    yield f"route_table_association/{owner(body('SubnetId'))}", {"table": body("RouteTableId")}


ROUTE_TARGETS = {
    "GatewayId": "gateway",
    "EgressOnlyInternetGatewayId": "egress_only_gateway",
    "NatGatewayId": "nat_gateway",
    "VpcPeeringConnectionId": "peering",
    "InstanceId": "instance",
    "NetworkInterfaceId": "network_interface",
    "TransitGatewayId": "transit_gateway",
    "VpcEndpointId": "endpoint",
}


def route(body: Body) -> Iterator[tuple[str, Fact]]:
    table = owner(body("RouteTableId"))
    names = ("DestinationCidrBlock", "DestinationIpv6CidrBlock", "DestinationPrefixListId")
    destination = next(value for name in names if (value := body(name)))
    yield f"route/{table} {destination}", {name: body(key) for key, name in ROUTE_TARGETS.items()}


def elastic_ip(body: Body) -> Iterator[tuple[str, Fact]]:
    yield from named("elastic_ip", body, domain=body("Domain"))


def nat_gateway(body: Body) -> Iterator[tuple[str, Fact]]:
    yield from named(
        "nat_gateway",
        body,
        subnet=body("SubnetId"),
        connectivity=body("ConnectivityType", "public"),
        allocation=body("AllocationId"),
        more=body.set_of("SecondaryAllocationIds"),
        more_addresses=body.number("SecondaryPrivateIpAddressCount"),
        availability=body("AvailabilityMode", "zonal"),
        vpc=body("VpcId"),
        private_ip=body("PrivateIpAddress"),
    )


def peering(body: Body) -> Iterator[tuple[str, Fact]]:
    # Within one account and region CloudFormation accepts the connection by itself.
    yield from named("peering", body, vpc=body("VpcId"), peer=body("PeerVpcId"), accepted=True)


def security_group(body: Body) -> Iterator[tuple[str, Fact]]:
    group = f"security_group/{body('GroupName')}"
    yield group, {"vpc": body("VpcId"), "description": body("GroupDescription"), "tags": tags_of(body)}
    for direction, name in (("ingress", "SecurityGroupIngress"), ("egress", "SecurityGroupEgress")):
        for one in body.blocks(name):
            yield _permission(direction, group, one)


def _permission(direction: str, group: str, body: Body) -> tuple[str, Fact]:
    protocol = str(body("IpProtocol"))
    low, high = body.number("FromPort"), body.number("ToPort")
    if protocol == "-1":
        low = high = None
    side = "Source" if direction == "ingress" else "Destination"
    prefix_list = f"{side}PrefixListId"
    peers = [body(name) for name in ("CidrIp", "CidrIpv6", f"{side}SecurityGroupId", prefix_list)]
    (peer,) = [one for one in peers if one is not None]
    fact = {"description": body("Description")}
    body.done()
    return f"{direction}/{group} {protocol} {low}-{high} {peer}", fact


def ingress(body: Body) -> Iterator[tuple[str, Fact]]:
    yield _permission("ingress", owner(body("GroupId")), body)


def egress(body: Body) -> Iterator[tuple[str, Fact]]:
    yield _permission("egress", owner(body("GroupId")), body)


def network_acl(body: Body) -> Iterator[tuple[str, Fact]]:
    yield from named("network_acl", body, vpc=body("VpcId"))


def network_acl_entry(body: Body) -> Iterator[tuple[str, Fact]]:
    direction = "out" if body.flag("Egress", default=False) else "in"
    key = f"network_acl_entry/{owner(body('NetworkAclId'))} {direction} {body.number('RuleNumber')}"
    ports, icmp = body.block("PortRange"), body.block("Icmp")
    yield (
        key,
        {
            "protocol": body.number("Protocol"),
            "action": body("RuleAction"),
            "cidr": body("CidrBlock"),
            "ipv6_cidr": body("Ipv6CidrBlock"),
            "ports": (ports.number("From"), ports.number("To")),
            "icmp": (icmp.number("Type"), icmp.number("Code")),
        },
    )
    ports.done()
    icmp.done()


def network_acl_association(body: Body) -> Iterator[tuple[str, Fact]]:
    yield f"network_acl_association/{owner(body('SubnetId'))}", {"acl": body("NetworkAclId")}


def endpoint(body: Body) -> Iterator[tuple[str, Fact]]:
    yield from named(
        "endpoint",
        body,
        type=body("VpcEndpointType", "Gateway"),
        vpc=body("VpcId"),
        service=body("ServiceName"),
        subnets=body.set_of("SubnetIds"),
        groups=body.set_of("SecurityGroupIds"),
        tables=body.set_of("RouteTableIds"),
        private_dns=body.flag("PrivateDnsEnabled", default=False),
        policy=body.document("PolicyDocument"),
    )
