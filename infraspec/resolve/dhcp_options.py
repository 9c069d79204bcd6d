"""`dhcp_options:` to nodes."""

from __future__ import annotations

from collections.abc import Iterator

from infraspec.graph.dhcp import DhcpOptions
from infraspec.graph.resource import Resource
from infraspec.resolve.network import Network
from infraspec.spec.kinds import DHCP_OPTIONS


def dhcp_options(scope: Network) -> Iterator[Resource]:
    """Sets of DHCP options."""
    for name, entry in scope.of(DHCP_OPTIONS).items():
        model = entry.model
        yield DhcpOptions(
            key=name,
            origin=entry.path,
            existing=model.existing,
            domain_name=model.domain_name,
            domain_name_servers=tuple(model.domain_name_servers),
            ntp_servers=tuple(model.ntp_servers),
            netbios_name_servers=tuple(model.netbios_name_servers),
            netbios_node_type=model.netbios_node_type,
            ipv6_address_preferred_lease_time=model.ipv6_preferred_lease_seconds,
            tags=scope.tags(name, model.tags),
        )
