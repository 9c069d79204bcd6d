"""Routes, and the tables that stand at a gateway."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from infraspec.graph.resource import Ref, Resource, node

if TYPE_CHECKING:  # a run loads only the rooms that its spec uses
    from infraspec.graph.ec2 import Instance, NetworkInterface
    from infraspec.graph.endpoints import GatewayLoadBalancerEndpoint
    from infraspec.graph.nat import RegionalNatGateway
    from infraspec.graph.network_firewall import Firewall
    from infraspec.graph.prefix_lists import PrefixList
    from infraspec.graph.transit_gateway import TransitGateway
    from infraspec.graph.vpc import (
        EgressOnlyGateway,
        InternetGateway,
        Ipv6Block,
        NatGateway,
        RouteTable,
        VpcPeeringConnection,
    )
    from infraspec.graph.vpn import VpnGateway


class FirewallEndpoint(NamedTuple):
    """The endpoint of a firewall in one zone."""

    firewall: Ref[Firewall]
    zone: str
    """The zone's name."""


@node
class Route(Resource):
    """AWS::EC2::Route: one destination, and one target among the nullable ones."""

    route_table: Ref[RouteTable]
    destination_cidr_block: str | None
    destination_ipv6_cidr_block: str | None
    destination_prefix_list: str | None
    """AWS's identifier of a prefix list."""
    destination_ipv6: Ipv6Block | None = None
    """IPv6 addresses of a VPC of the spec."""
    destination_list: Ref[PrefixList] | None = None
    """A prefix list of the spec."""
    gateway: Ref[InternetGateway] | None = None
    egress_only_gateway: Ref[EgressOnlyGateway] | None = None
    nat_gateway: Ref[NatGateway] | None = None
    regional_nat_gateway: Ref[RegionalNatGateway] | None = None
    transit_gateway: Ref[TransitGateway] | None = None
    vpn_gateway: Ref[VpnGateway] | None = None
    firewall: FirewallEndpoint | None = None
    peering: Ref[VpcPeeringConnection] | None = None
    instance: Ref[Instance] | None = None
    network_interface: Ref[NetworkInterface] | None = None
    vpc_endpoint: Ref[GatewayLoadBalancerEndpoint] | None = None
    target_id: str | None = None
    """AWS's identifier of a target that is not managed here: `igw-…`, `eigw-…`, `vgw-…`, `nat-…`, `tgw-…`, `pcx-…`,
    `eni-…` or `vpce-…`."""


@node
class GatewayRouteTableAssociation(Resource):
    """AWS::EC2::GatewayRouteTableAssociation: a table for what enters a VPC by its gateway."""

    gateway: Ref[InternetGateway]
    route_table: Ref[RouteTable]
