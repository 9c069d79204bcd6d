"""AWS Site-to-Site VPN in CloudFormation."""

from typing import Any

from troposphere import ec2

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given, tags
from infraspec.graph.vpn import (
    CustomerGateway,
    Phase,
    Tunnel,
    VpnConnection,
    VpnConnectionRoute,
    VpnGateway,
    VpnGatewayAttachment,
    VpnGatewayRoutePropagation,
)

IPSEC = "ipsec.1"
"""The one type that there is."""


def customer_gateway(gateway: CustomerGateway, ids: LogicalIds) -> ec2.CustomerGateway:
    """AWS::EC2::CustomerGateway."""
    return ec2.CustomerGateway(
        ids.of(gateway),
        Type=IPSEC,
        **given(
            IpAddress=gateway.ip_address,
            BgpAsn=gateway.bgp_asn,
            BgpAsnExtended=gateway.bgp_asn_extended,
            DeviceName=gateway.device_name,
        ),
        Tags=tags(gateway.tags),
    )


def vpn_gateway(gateway: VpnGateway, ids: LogicalIds) -> ec2.VPNGateway:
    """AWS::EC2::VPNGateway."""
    return ec2.VPNGateway(ids.of(gateway), Type=IPSEC, AmazonSideAsn=gateway.amazon_side_asn, Tags=tags(gateway.tags))


def vpn_gateway_attachment(attachment: VpnGatewayAttachment, ids: LogicalIds) -> ec2.VPCGatewayAttachment:
    """AWS::EC2::VPCGatewayAttachment."""
    return ec2.VPCGatewayAttachment(
        ids.of(attachment), VpcId=ids.ref(attachment.vpc), VpnGatewayId=ids.ref(attachment.vpn_gateway)
    )


def vpn_gateway_route_propagation(
    propagation: VpnGatewayRoutePropagation, ids: LogicalIds
) -> ec2.VPNGatewayRoutePropagation:
    """AWS::EC2::VPNGatewayRoutePropagation, one for each table."""
    return ec2.VPNGatewayRoutePropagation(
        ids.of(propagation),
        RouteTableIds=[ids.ref(propagation.route_table)],
        VpnGatewayId=ids.ref(propagation.vpn_gateway),
    )


def vpn_connection(connection: VpnConnection, ids: LogicalIds) -> ec2.VPNConnection:
    """AWS::EC2::VPNConnection."""
    return ec2.VPNConnection(
        ids.of(connection),
        Type=IPSEC,
        CustomerGatewayId=ids.ref(connection.customer_gateway),
        **given(
            VpnGatewayId=ids.ref(connection.vpn_gateway) if connection.vpn_gateway else None,
            TransitGatewayId=ids.ref(connection.transit_gateway) if connection.transit_gateway else None,
            EnableAcceleration=connection.enable_acceleration,
            LocalIpv4NetworkCidr=connection.local_ipv4_network_cidr,
            RemoteIpv4NetworkCidr=connection.remote_ipv4_network_cidr,
        ),
        StaticRoutesOnly=connection.static_routes_only,
        VpnTunnelOptionsSpecifications=[_tunnel(one) for one in connection.tunnels],
        Tags=tags(connection.tags),
    )


def _tunnel(tunnel: Tunnel) -> ec2.VpnTunnelOptionsSpecification:
    return ec2.VpnTunnelOptionsSpecification(
        **given(TunnelInsideCidr=tunnel.inside_cidr),
        IKEVersions=_listed("IKEVersions", tunnel.ike_versions),
        StartupAction=tunnel.startup_action,
        DPDTimeoutAction=tunnel.dpd_timeout_action,
        EnableTunnelLifecycleControl=tunnel.enable_tunnel_lifecycle_control,
        **_phase("Phase1", tunnel.phase1),
        **_phase("Phase2", tunnel.phase2),
    )


def _listed(name: str, values: tuple[Any, ...]) -> list[Any]:
    """Values as CloudFormation lists them: each property has a type of its own for its items."""
    item = getattr(ec2, f"{name}RequestListValue")
    return [item(Value=one) for one in values]


def _phase(name: str, phase: Phase) -> dict[str, Any]:
    """What is offered in one phase."""
    lists = {
        f"{name}EncryptionAlgorithms": phase.encryption_algorithms,
        f"{name}IntegrityAlgorithms": phase.integrity_algorithms,
        f"{name}DHGroupNumbers": phase.dh_group_numbers,
    }
    offered = {key: _listed(key, values) or None for key, values in lists.items()}
    return given(**offered, **{f"{name}LifetimeSeconds": phase.lifetime_seconds})


def vpn_connection_route(route: VpnConnectionRoute, ids: LogicalIds) -> ec2.VPNConnectionRoute:
    """AWS::EC2::VPNConnectionRoute."""
    return ec2.VPNConnectionRoute(
        ids.of(route),
        VpnConnectionId=ids.ref(route.vpn_connection),
        DestinationCidrBlock=route.destination_cidr_block,
    )
