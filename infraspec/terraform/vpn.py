"""AWS Site-to-Site VPN in Terraform."""

from typing import Any, TypedDict

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
from infraspec.terraform.block import Block, tags
from infraspec.terraform.names import Labels

IPSEC = "ipsec.1"
"""The one type that there is."""


class AwsCustomerGateway(TypedDict):
    """The arguments of aws_customer_gateway that we write."""

    type: str
    ip_address: str | None
    bgp_asn: str | None
    bgp_asn_extended: str | None
    device_name: str | None
    tags: dict[str, str]


def customer_gateway(gateway: CustomerGateway, labels: Labels) -> Block:
    """aws_customer_gateway, whose numbers are text."""
    return labels.block(
        gateway,
        AwsCustomerGateway(
            type=IPSEC,
            ip_address=gateway.ip_address,
            bgp_asn=None if gateway.bgp_asn is None else str(gateway.bgp_asn),
            bgp_asn_extended=None if gateway.bgp_asn_extended is None else str(gateway.bgp_asn_extended),
            device_name=gateway.device_name,
            tags=tags(gateway.tags),
        ),
    )


class AwsVpnGateway(TypedDict):
    """The arguments of aws_vpn_gateway that we write."""

    amazon_side_asn: str
    tags: dict[str, str]


def vpn_gateway(gateway: VpnGateway, labels: Labels) -> Block:
    """aws_vpn_gateway."""
    return labels.block(gateway, AwsVpnGateway(amazon_side_asn=str(gateway.amazon_side_asn), tags=tags(gateway.tags)))


class AwsVpnGatewayAttachment(TypedDict):
    """The arguments of aws_vpn_gateway_attachment that we write."""

    vpc_id: str
    vpn_gateway_id: str


def vpn_gateway_attachment(attachment: VpnGatewayAttachment, labels: Labels) -> Block:
    """aws_vpn_gateway_attachment."""
    return labels.block(
        attachment,
        AwsVpnGatewayAttachment(vpc_id=labels.ref(attachment.vpc), vpn_gateway_id=labels.ref(attachment.vpn_gateway)),
    )


class AwsVpnGatewayRoutePropagation(TypedDict):
    """The arguments of aws_vpn_gateway_route_propagation that we write."""

    vpn_gateway_id: str
    route_table_id: str


def vpn_gateway_route_propagation(propagation: VpnGatewayRoutePropagation, labels: Labels) -> Block:
    """aws_vpn_gateway_route_propagation."""
    return labels.block(
        propagation,
        AwsVpnGatewayRoutePropagation(
            vpn_gateway_id=labels.ref(propagation.vpn_gateway), route_table_id=labels.ref(propagation.route_table)
        ),
    )


class AwsVpnConnection(TypedDict):
    """The arguments of aws_vpn_connection that we write."""

    type: str
    customer_gateway_id: str
    vpn_gateway_id: str | None
    transit_gateway_id: str | None
    static_routes_only: bool
    enable_acceleration: bool | None
    local_ipv4_network_cidr: str | None
    remote_ipv4_network_cidr: str | None
    tunnel1_inside_cidr: str | None
    tunnel1_ike_versions: list[str]
    tunnel1_startup_action: str
    tunnel1_dpd_timeout_action: str
    tunnel1_enable_tunnel_lifecycle_control: bool
    tunnel1_phase1_encryption_algorithms: list[str] | None
    tunnel1_phase1_integrity_algorithms: list[str] | None
    tunnel1_phase1_dh_group_numbers: list[int] | None
    tunnel1_phase1_lifetime_seconds: int | None
    tunnel1_phase2_encryption_algorithms: list[str] | None
    tunnel1_phase2_integrity_algorithms: list[str] | None
    tunnel1_phase2_dh_group_numbers: list[int] | None
    tunnel1_phase2_lifetime_seconds: int | None
    tunnel2_inside_cidr: str | None
    tunnel2_ike_versions: list[str]
    tunnel2_startup_action: str
    tunnel2_dpd_timeout_action: str
    tunnel2_enable_tunnel_lifecycle_control: bool
    tunnel2_phase1_encryption_algorithms: list[str] | None
    tunnel2_phase1_integrity_algorithms: list[str] | None
    tunnel2_phase1_dh_group_numbers: list[int] | None
    tunnel2_phase1_lifetime_seconds: int | None
    tunnel2_phase2_encryption_algorithms: list[str] | None
    tunnel2_phase2_integrity_algorithms: list[str] | None
    tunnel2_phase2_dh_group_numbers: list[int] | None
    tunnel2_phase2_lifetime_seconds: int | None
    tags: dict[str, str]


def vpn_connection(connection: VpnConnection, labels: Labels) -> Block:
    """aws_vpn_connection."""
    private, hub = connection.vpn_gateway, connection.transit_gateway
    options: dict[str, Any] = {}
    for number, tunnel in enumerate(connection.tunnels, 1):
        options |= _tunnel(f"tunnel{number}_", tunnel)
    return labels.block(
        connection,
        {
            "type": IPSEC,
            "customer_gateway_id": labels.ref(connection.customer_gateway),
            "vpn_gateway_id": labels.ref(private) if private else None,
            "transit_gateway_id": labels.ref(hub) if hub else None,
            "static_routes_only": connection.static_routes_only,
            "enable_acceleration": connection.enable_acceleration,
            "local_ipv4_network_cidr": connection.local_ipv4_network_cidr,
            "remote_ipv4_network_cidr": connection.remote_ipv4_network_cidr,
            **options,
            "tags": tags(connection.tags),
        },
    )


def _tunnel(prefix: str, tunnel: Tunnel) -> dict[str, Any]:
    """The arguments of one tunnel, which `AwsVpnConnection` names."""
    return {
        f"{prefix}inside_cidr": tunnel.inside_cidr,
        f"{prefix}ike_versions": list(tunnel.ike_versions),
        f"{prefix}startup_action": tunnel.startup_action,
        f"{prefix}dpd_timeout_action": tunnel.dpd_timeout_action,
        f"{prefix}enable_tunnel_lifecycle_control": tunnel.enable_tunnel_lifecycle_control,
        **_phase(f"{prefix}phase1_", tunnel.phase1),
        **_phase(f"{prefix}phase2_", tunnel.phase2),
    }


def _phase(prefix: str, phase: Phase) -> dict[str, Any]:
    return {
        f"{prefix}encryption_algorithms": list(phase.encryption_algorithms) or None,
        f"{prefix}integrity_algorithms": list(phase.integrity_algorithms) or None,
        f"{prefix}dh_group_numbers": list(phase.dh_group_numbers) or None,
        f"{prefix}lifetime_seconds": phase.lifetime_seconds,
    }


class AwsVpnConnectionRoute(TypedDict):
    """The arguments of aws_vpn_connection_route that we write."""

    vpn_connection_id: str
    destination_cidr_block: str


def vpn_connection_route(route: VpnConnectionRoute, labels: Labels) -> Block:
    """aws_vpn_connection_route."""
    return labels.block(
        route,
        AwsVpnConnectionRoute(
            vpn_connection_id=labels.ref(route.vpn_connection), destination_cidr_block=route.destination_cidr_block
        ),
    )
