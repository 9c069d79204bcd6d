"""A CloudFormation template's egress-only gateways, prefix lists, DHCP options and public access, as plain facts."""

from collections.abc import Iterator

from cloudformation_network import named, tags_of
from facts import Body, Fact, owner

Found = Iterator[tuple[str, Fact]]


def egress_only_gateway(body: Body) -> Found:
    yield from named("egress_only_gateway", body, vpc=body("VpcId"))


def gateway_route_table(body: Body) -> Found:
    yield f"gateway_route_table/{owner(body('GatewayId'))}", {"table": body("RouteTableId")}


def prefix_list(body: Body) -> Found:
    fact = {"family": body("AddressFamily"), "most": body.number("MaxEntries"), "tags": tags_of(body)}
    fact["entries"] = sorted((one("Cidr"), one("Description") or "") for one in body.blocks("Entries"))
    yield f"prefix_list/{body('PrefixListName')}", fact


def dhcp_options(body: Body) -> Found:
    yield from named(
        "dhcp_options",
        body,
        domain=body("DomainName"),
        resolvers=body("DomainNameServers"),
        clocks=body("NtpServers"),
        netbios=body("NetbiosNameServers"),
        node_type=body.number("NetbiosNodeType"),
        lease=body.number("Ipv6AddressPreferredLeaseTime"),
    )


def dhcp_options_association(body: Body) -> Found:
    yield f"dhcp_options_association/{owner(body('VpcId'))}", {"options": body("DhcpOptionsId")}


def block_public_access_options(body: Body) -> Found:
    yield "block_public_access/account", {"mode": body("InternetGatewayBlockMode")}


def block_public_access_exclusion(body: Body) -> Found:
    what = owner(body("VpcId") or body("SubnetId"))
    yield f"block_public_access/{what}", {"mode": body("InternetGatewayExclusionMode"), "tags": tags_of(body)}


READERS = {
    "AWS::EC2::EgressOnlyInternetGateway": egress_only_gateway,
    "AWS::EC2::GatewayRouteTableAssociation": gateway_route_table,
    "AWS::EC2::PrefixList": prefix_list,
    "AWS::EC2::DHCPOptions": dhcp_options,
    "AWS::EC2::VPCDHCPOptionsAssociation": dhcp_options_association,
    "AWS::EC2::VPCBlockPublicAccessOptions": block_public_access_options,
    "AWS::EC2::VPCBlockPublicAccessExclusion": block_public_access_exclusion,
}
ATTRIBUTES = {"Ipv6CidrBlocks": "ipv6_blocks"}
