"""Routes in Terraform."""

from typing import TypedDict

from infraspec.graph.routes import FirewallEndpoint, GatewayRouteTableAssociation, Route
from infraspec.terraform.block import Block, Expression
from infraspec.terraform.names import Labels
from infraspec.terraform.values import ipv6_block


class AwsRoute(TypedDict):
    """The arguments of aws_route that we write."""

    route_table_id: str
    destination_cidr_block: str | None
    destination_ipv6_cidr_block: Expression | str | None
    destination_prefix_list_id: str | None
    gateway_id: str | None
    egress_only_gateway_id: str | None
    nat_gateway_id: str | None
    vpc_peering_connection_id: str | None
    network_interface_id: str | None
    transit_gateway_id: str | None
    vpc_endpoint_id: str | None


def route(route: Route, labels: Labels) -> Block:
    """aws_route, which knows an instance by its first network interface."""
    gateway, hub = route.gateway or route.vpn_gateway, route.transit_gateway
    nat, eigw = route.nat_gateway or route.regional_nat_gateway, route.egress_only_gateway
    return labels.block(
        route,
        AwsRoute(
            route_table_id=labels.ref(route.route_table),
            destination_cidr_block=route.destination_cidr_block,
            destination_ipv6_cidr_block=ipv6_block(route.destination_ipv6, labels)
            if route.destination_ipv6
            else route.destination_ipv6_cidr_block,
            destination_prefix_list_id=labels.ref(route.destination_list)
            if route.destination_list
            else route.destination_prefix_list,
            gateway_id=labels.ref(gateway) if gateway else _target(route, "igw", "vgw"),
            egress_only_gateway_id=labels.ref(eigw) if eigw else _target(route, "eigw"),
            nat_gateway_id=labels.ref(nat) if nat else _target(route, "nat"),
            vpc_peering_connection_id=labels.ref(route.peering) if route.peering else _target(route, "pcx"),
            network_interface_id=labels.ref(route.instance, "primary_network_interface_id")
            if route.instance
            else labels.ref(route.network_interface)
            if route.network_interface
            else _target(route, "eni"),
            transit_gateway_id=labels.ref(hub) if hub else _target(route, "tgw"),
            vpc_endpoint_id=_endpoint(route, labels),
        ),
    )


def _endpoint(route: Route, labels: Labels) -> str | None:
    """The endpoint of a firewall in a zone, or of a gateway balancer."""
    if route.vpc_endpoint is not None:
        return labels.ref(route.vpc_endpoint)
    return _firewall(route.firewall, labels) if route.firewall else _target(route, "vpce")


def _firewall(endpoint: FirewallEndpoint, labels: Labels) -> Expression:
    """The endpoint of a firewall in a zone."""
    states = f"{labels.at(endpoint.firewall)}.firewall_status[0].sync_states"
    chosen = f'if s.availability_zone == "{endpoint.zone}"'
    return Expression(f"${{one([for s in {states} : s.attachment[0].endpoint_id {chosen}])}}")


def _target(route: Route, *prefixes: str) -> str | None:
    """The identifier of a target that exists already, if it is of one of these kinds."""
    identifier = route.target_id
    return identifier if identifier and identifier.partition("-")[0] in prefixes else None


class AwsGatewayRouteTableAssociation(TypedDict):
    """The arguments of aws_route_table_association that we write for a gateway."""

    gateway_id: str
    route_table_id: str


def gateway_route_table_association(association: GatewayRouteTableAssociation, labels: Labels) -> Block:
    """aws_route_table_association of a gateway."""
    return labels.block(
        association,
        AwsGatewayRouteTableAssociation(
            gateway_id=labels.ref(association.gateway), route_table_id=labels.ref(association.route_table)
        ),
    )
