"""Routes in Terraform."""

from typing import TypedDict

from infraspec.graph.routes import GatewayRouteTableAssociation, Route
from infraspec.terraform.block import Block
from infraspec.terraform.names import Labels


class AwsRoute(TypedDict):
    """The arguments of aws_route that we write."""

    route_table_id: str
    destination_cidr_block: str | None
    destination_ipv6_cidr_block: str | None
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
    nat, eigw = route.nat_gateway or route.regional_nat_gateway, route.egress_only_gateway
    return labels.block(
        route,
        AwsRoute(
            route_table_id=labels.ref(route.route_table),
            destination_cidr_block=route.destination_cidr_block,
            destination_ipv6_cidr_block=route.destination_ipv6_cidr_block,
            destination_prefix_list_id=labels.ref(route.destination_list)
            if route.destination_list
            else route.destination_prefix_list,
            gateway_id=labels.ref(route.gateway) if route.gateway else _target(route, "igw", "vgw"),
            egress_only_gateway_id=labels.ref(eigw) if eigw else _target(route, "eigw"),
            nat_gateway_id=labels.ref(nat) if nat else _target(route, "nat"),
            vpc_peering_connection_id=labels.ref(route.peering) if route.peering else _target(route, "pcx"),
            network_interface_id=labels.ref(route.instance, "primary_network_interface_id")
            if route.instance
            else labels.ref(route.network_interface)
            if route.network_interface
            else _target(route, "eni"),
            transit_gateway_id=_target(route, "tgw"),
            vpc_endpoint_id=labels.ref(route.vpc_endpoint) if route.vpc_endpoint else _target(route, "vpce"),
        ),
    )


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
