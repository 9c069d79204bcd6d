"""AWS Site-to-Site VPN."""

from typing import NamedTuple

from infraspec.graph.resource import Ref, Resource, Tags, node
from infraspec.graph.transit_gateway import TransitGateway
from infraspec.graph.vpc import RouteTable, Vpc


@node
class CustomerGateway(Resource):
    """AWS::EC2::CustomerGateway."""

    ip_address: str | None
    bgp_asn: int | None
    """A number of 16 bits; a longer one is the next field."""
    bgp_asn_extended: int | None
    device_name: str | None
    tags: Tags


@node
class VpnGateway(Resource):
    """AWS::EC2::VPNGateway."""

    amazon_side_asn: int
    tags: Tags


@node
class VpnGatewayAttachment(Resource):
    """AWS::EC2::VPCGatewayAttachment of a virtual private gateway."""

    vpc: Ref[Vpc]
    vpn_gateway: Ref[VpnGateway]


@node
class VpnGatewayRoutePropagation(Resource):
    """AWS::EC2::VPNGatewayRoutePropagation: a route table that a gateway writes its routes to."""

    vpn_gateway: Ref[VpnGateway]
    route_table: Ref[RouteTable]


class Phase(NamedTuple):
    """What is offered in a phase of IKE; empty is AWS's choice."""

    encryption_algorithms: tuple[str, ...]
    integrity_algorithms: tuple[str, ...]
    dh_group_numbers: tuple[int, ...]
    lifetime_seconds: int | None


class Tunnel(NamedTuple):
    """The options of one tunnel."""

    inside_cidr: str | None
    ike_versions: tuple[str, ...]
    startup_action: str
    dpd_timeout_action: str
    enable_tunnel_lifecycle_control: bool
    phase1: Phase
    phase2: Phase


@node
class VpnConnection(Resource):
    """AWS::EC2::VPNConnection."""

    customer_gateway: Ref[CustomerGateway]
    vpn_gateway: Ref[VpnGateway] | None
    transit_gateway: Ref[TransitGateway] | None
    static_routes_only: bool
    enable_acceleration: bool | None
    """None where no transit gateway is the end."""
    local_ipv4_network_cidr: str | None
    remote_ipv4_network_cidr: str | None
    tunnels: tuple[Tunnel, ...]
    """Both, or none where all is AWS's choice."""
    tags: Tags


@node
class VpnConnectionRoute(Resource):
    """AWS::EC2::VPNConnectionRoute: a block behind the other end."""

    vpn_connection: Ref[VpnConnection]
    destination_cidr_block: str
