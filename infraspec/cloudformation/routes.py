"""Routes in CloudFormation."""

from troposphere import Join, Ref, Select, Split, ec2

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given
from infraspec.cloudformation.values import ipv6_block, waits_for_ipv6
from infraspec.graph.routes import FirewallEndpoint, GatewayRouteTableAssociation, Route


def route(route: Route, ids: LogicalIds) -> ec2.Route:
    """AWS::EC2::Route."""
    gateway = route.gateway or route.vpn_gateway
    nat = route.nat_gateway or route.regional_nat_gateway
    return ec2.Route(
        ids.of(route),
        RouteTableId=ids.ref(route.route_table),
        **given(
            DestinationCidrBlock=route.destination_cidr_block,
            DestinationIpv6CidrBlock=ipv6_block(route.destination_ipv6, ids)
            if route.destination_ipv6
            else route.destination_ipv6_cidr_block,
            DestinationPrefixListId=ids.ref(route.destination_list)
            if route.destination_list
            else route.destination_prefix_list,
            GatewayId=ids.ref(gateway) if gateway else None,
            TransitGatewayId=ids.ref(route.transit_gateway) if route.transit_gateway else None,
            VpcEndpointId=_endpoint(route, ids),
            EgressOnlyInternetGatewayId=ids.ref(route.egress_only_gateway) if route.egress_only_gateway else None,
            NatGatewayId=ids.ref(nat) if nat else None,
            VpcPeeringConnectionId=ids.ref(route.peering) if route.peering else None,
            InstanceId=ids.ref(route.instance) if route.instance else None,
            NetworkInterfaceId=ids.ref(route.network_interface) if route.network_interface else None,
        ),
        **_target(route.target_id),
        **waits_for_ipv6([route.destination_ipv6], ids),
    )


def _endpoint(route: Route, ids: LogicalIds) -> Select | Ref | str | None:
    """The endpoint of a firewall in a zone, or of a gateway balancer."""
    if route.vpc_endpoint is not None:
        return ids.ref(route.vpc_endpoint)
    return _firewall(route.firewall, ids) if route.firewall else None


def _firewall(endpoint: FirewallEndpoint, ids: LogicalIds) -> Select:
    """The endpoint of a firewall in a zone: CloudFormation lists `zone:vpce-…`, in no order that it promises."""
    listed = Join(",", ids.attribute(endpoint.firewall, "EndpointIds"))
    return Select(0, Split(",", Select(1, Split(f"{endpoint.zone}:", listed))))


_TARGETS = {
    "igw": "GatewayId",
    "vgw": "GatewayId",
    "eigw": "EgressOnlyInternetGatewayId",
    "nat": "NatGatewayId",
    "pcx": "VpcPeeringConnectionId",
    "eni": "NetworkInterfaceId",
    "tgw": "TransitGatewayId",
    "vpce": "VpcEndpointId",
}


def _target(identifier: str | None) -> dict[str, str]:
    """The property that takes an identifier of this kind."""
    return {_TARGETS[identifier.partition("-")[0]]: identifier} if identifier else {}


def gateway_route_table_association(
    association: GatewayRouteTableAssociation, ids: LogicalIds
) -> ec2.GatewayRouteTableAssociation:
    """AWS::EC2::GatewayRouteTableAssociation."""
    return ec2.GatewayRouteTableAssociation(
        ids.of(association), GatewayId=ids.ref(association.gateway), RouteTableId=ids.ref(association.route_table)
    )
