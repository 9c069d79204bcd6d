"""What is the internet: blocks that are most of it, and whether a subnet has a way there."""

from ipaddress import IPv4Network, IPv6Network
from typing import Final, Literal

from infraspec.analysis.routing import Routing, leads_to_internet_gateway
from infraspec.graph.graph import Graph
from infraspec.graph.routes import Route
from infraspec.graph.vpc import Subnet

_WORLD: Final = 8
_WORLD_6: Final = 16
"""Prefix lengths up to which a block of public addresses counts as the whole internet: nobody has that many."""
_PRIVATE: Final = tuple(
    IPv4Network(block) for block in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "198.18.0.0/15")
)
"""https://www.iana.org/assignments/iana-ipv4-special-registry/iana-ipv4-special-registry.xhtml"""

PUBLIC: Final = (IPv4Network("11.0.0.0/8"), IPv4Network("128.0.0.0/2"), IPv4Network("64.0.0.0/3"))
"""Blocks without private addresses that stand for the whole internet, where a rule is asked about it."""

Way = Literal["gateway", "other", "none", "unknown"]


def is_world(block: str) -> bool:
    """Whether a block is the internet, or as much of it as no one owner has."""
    if ":" in block:
        return IPv6Network(block).prefixlen <= _WORLD_6 and not block.startswith(("fc", "fd", "fe"))
    network = IPv4Network(block)
    return network.prefixlen <= _WORLD and not is_private(network)


def is_private(network: IPv4Network) -> bool:
    """Whether no machine of the internet has an address of this block."""
    return any(network.subnet_of(block) for block in _PRIVATE)


def way_out(graph: Graph, found: Routing, subnet: Subnet) -> Way:
    """How a subnet reaches the internet: by an internet gateway, by something else such as a NAT gateway, or not."""
    table = found.table.get(subnet.key)
    if table is None:
        return "none" if subnet.existing is None and graph.get(subnet.vpc).existing is None else "unknown"
    routes = [route for route in found.routes[table.key] if _is_default(route)]
    if any(leads_to_internet_gateway(graph, found, route) for route in routes):
        return "gateway"
    if routes:
        return "other"
    return "none" if graph.get(table).existing is None else "unknown"


def _is_default(route: Route) -> bool:
    """Whether a route is for most of the internet."""
    return route.destination_cidr_block is not None and is_world(route.destination_cidr_block)
