"""`customer_gateways:`, `vpn_gateways:` and `vpn_connections:` to nodes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from infraspec.diagnostic import Finding, Related
from infraspec.graph.resource import Resource, ref
from infraspec.graph.transit_gateway import TransitGateway
from infraspec.graph.vpc import RouteTable, Vpc
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
from infraspec.resolve.network import Network
from infraspec.spec.document import Entry
from infraspec.spec.kinds import CUSTOMER_GATEWAY, VPN_CONNECTION, VPN_GATEWAY
from infraspec.spec.problems import WRONG_VALUE

if TYPE_CHECKING:
    from infraspec.spec.transit_gateways import Phase as PhaseModel
    from infraspec.spec.transit_gateways import Tunnel as TunnelModel
    from infraspec.spec.transit_gateways import VpnConnection as ConnectionModel
    from infraspec.spec.transit_gateways import VpnGateway as GatewayModel

_LONG = 65536
"""The first number that needs more than 16 bits."""
_TUNNELS = 2
_OURS = Tunnel(None, ("ikev2",), "add", "clear", False, Phase((), (), (), None), Phase((), (), (), None))  # noqa: FBT003
"""A tunnel of which nothing is written."""


def customer_gateways(scope: Network) -> Iterator[Resource]:
    """Every device on premises."""
    for name, entry in scope.of(CUSTOMER_GATEWAY).items():
        model = entry.model
        yield CustomerGateway(
            key=name,
            origin=entry.path,
            existing=model.existing,
            ip_address=model.ip,
            bgp_asn=model.asn if model.asn < _LONG else None,
            bgp_asn_extended=model.asn if model.asn >= _LONG else None,
            device_name=model.device,
            tags=scope.tags(name, model.tags),
        )


def vpn_gateways(scope: Network) -> Iterator[Resource]:
    """Every virtual private gateway, its attachment, and the tables that it writes to."""
    for name, entry in scope.of(VPN_GATEWAY).items():
        model = entry.model
        vpc = scope.ref(Vpc, "vpc", model.vpc, (*entry.path, "vpc"))
        if vpc is None:
            continue
        yield VpnGateway(
            key=name,
            origin=entry.path,
            existing=model.existing,
            amazon_side_asn=model.asn,
            tags=scope.tags(name, model.tags),
        )
        if model.existing is None:
            yield VpnGatewayAttachment(key=name, origin=entry.path, vpc=vpc, vpn_gateway=ref(VpnGateway, name))
        yield from _propagations(scope, name, entry, vpc.key)


def _propagations(scope: Network, name: str, entry: Entry[GatewayModel], vpc: str) -> Iterator[Resource]:
    """The route tables that a gateway writes its routes to, each copy of one that stands once in each zone."""
    for value, at in scope.each(entry.model.propagate_to, (*entry.path, "propagate_to")):
        found = scope.find(value, ("route_table",), at)
        if found is None:
            continue
        if scope.vpc_of("route_table", found.name) != vpc:
            related = (Related(at=scope.names["route_table"][found.name], label="the table", on_key=True),)
            message = f"`{found.name}` is a table of another VPC than `{vpc}`"
            scope.report(
                Finding(problem=WRONG_VALUE, at=at, message=message, related=related, help="name one of its own")
            )
            continue
        zones = scope.zonal_tables.get(found.name)
        for table in [found.name] if zones is None else [f"{found.name}-{zone}" for zone in zones]:
            yield VpnGatewayRoutePropagation(
                key=f"{name} {table}",
                origin=at,
                depends_on=() if entry.model.existing else (ref(VpnGatewayAttachment, name),),
                vpn_gateway=ref(VpnGateway, name),
                route_table=ref(RouteTable, table),
            )


def vpn_connections(scope: Network) -> Iterator[Resource]:
    """Every VPN connection with its static routes."""
    for name, entry in scope.of(VPN_CONNECTION).items():
        model = entry.model
        device = scope.ref(
            CustomerGateway, "customer_gateway", model.customer_gateway, (*entry.path, "customer_gateway")
        )
        private = hub = None
        if model.vpn_gateway is not None:
            private = scope.ref(VpnGateway, "vpn_gateway", model.vpn_gateway, (*entry.path, "vpn_gateway"))
        if model.transit_gateway is not None:
            hub = scope.ref(TransitGateway, "transit_gateway", model.transit_gateway, (*entry.path, "transit_gateway"))
        if device is None or (private is None and hub is None):
            continue
        yield VpnConnection(
            key=name,
            origin=entry.path,
            customer_gateway=device,
            vpn_gateway=private,
            transit_gateway=hub,
            static_routes_only=bool(model.static_routes),
            enable_acceleration=None if hub is None else model.acceleration,
            local_ipv4_network_cidr=None if model.local_cidr is None else str(model.local_cidr),
            remote_ipv4_network_cidr=None if model.remote_cidr is None else str(model.remote_cidr),
            tunnels=_tunnels(model),
            tags=scope.tags(name, model.tags),
        )
        if hub is None:
            for block in sorted(set(model.static_routes)):
                yield VpnConnectionRoute(
                    key=f"{name} {block}",
                    origin=(*entry.path, "static_routes"),
                    vpn_connection=ref(VpnConnection, name),
                    destination_cidr_block=str(block),
                )


def _tunnels(model: ConnectionModel) -> tuple[Tunnel, ...]:
    """Both tunnels, with what is written of each."""
    written = [_tunnel(one) for one in model.tunnels]
    return (*written, *[_OURS] * (_TUNNELS - len(written)))


def _tunnel(model: TunnelModel) -> Tunnel:
    return Tunnel(
        inside_cidr=model.inside_cidr,
        ike_versions=tuple(sorted(set(model.ike_versions))),
        startup_action=model.startup,
        dpd_timeout_action=model.dpd,
        enable_tunnel_lifecycle_control=model.lifecycle_control,
        phase1=_phase(model.phase1),
        phase2=_phase(model.phase2),
    )


def _phase(model: PhaseModel | None) -> Phase:
    if model is None:
        return Phase((), (), (), None)
    return Phase(
        encryption_algorithms=tuple(sorted(set(model.encryption))),
        integrity_algorithms=tuple(sorted(set(model.integrity))),
        dh_group_numbers=tuple(sorted(set(model.dh_groups))),
        lifetime_seconds=model.lifetime_seconds,
    )
