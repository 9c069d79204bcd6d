"""Which table each subnet uses, and where its routes lead."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeVar

from infraspec.data.zones import canonical
from infraspec.graph.graph import Graph
from infraspec.graph.resource import Ref, Resource
from infraspec.graph.routes import FirewallEndpoint, Route
from infraspec.graph.vpc import InternetGateway, RouteTable, RouteTableAssociation, Subnet

T = TypeVar("T", bound=Resource)

ANYWHERE = "0.0.0.0/0"


def once(nodes: Iterable[T]) -> Iterator[T]:
    """The first node of each entry: a table or gateway that stands once in each zone is written once."""
    seen = set()
    for node in nodes:
        if node.origin not in seen:
            seen.add(node.origin)
            yield node


def table_as_written(route: Route) -> str:
    """The name of a route's table as the spec has it, without the zone."""
    return str(route.origin[-3])


class Routing(NamedTuple):
    """The route tables of a graph, indexed."""

    table: dict[str, Ref[RouteTable]]
    """The table that each subnet is associated with, by the subnet's name."""
    routes: dict[str, list[Route]]
    """The routes of each table, by its name, beside the local one."""
    users: dict[str, list[str]]
    """The names of the subnets that use each table, in order."""


def routing(graph: Graph) -> Routing:
    """Index the associations and routes of a graph."""
    table = {one.subnet.key: one.route_table for one in graph.of(RouteTableAssociation)}
    routes: dict[str, list[Route]] = defaultdict(list)
    for route in graph.of(Route):
        routes[route.route_table.key].append(route)
    users: dict[str, list[str]] = defaultdict(list)
    for subnet in sorted(table):
        users[table[subnet].key].append(subnet)
    return Routing(table, routes, users)


def leads_to_internet_gateway(graph: Graph, found: Routing, route: Route) -> bool:
    """Whether a route is the default route to an internet gateway, or to a firewall in front of one."""
    if route.firewall is not None and route.destination_cidr_block == ANYWHERE:
        behind = _subnet_of(graph, route.firewall)
        table = found.table.get(behind.key) if behind else None
        routes = found.routes[table.key] if table and table != route.route_table else ()
        return any(one.firewall is None and leads_to_internet_gateway(graph, found, one) for one in routes)
    known = route.gateway is not None or (route.target_id or "").startswith("igw-")
    return known and route.destination_cidr_block == ANYWHERE


def _subnet_of(graph: Graph, endpoint: FirewallEndpoint) -> Subnet | None:
    """The subnet that the endpoint of a firewall stands in."""
    stands_in = (graph.get(one) for one in graph.get(endpoint.firewall).subnets)
    return next((one for one in stands_in if canonical(one.zone) == canonical(endpoint.zone)), None)


def has_internet_route(graph: Graph, found: Routing, subnet: Subnet) -> bool | None:
    """Whether a subnet has a default route to an internet gateway; None where the spec does not say.

    A subnet without a table of its own follows the main table of its VPC, which holds the local route alone unless the
    VPC is not managed here.
    """
    table = found.table.get(subnet.key)
    if table is None:
        unmanaged = subnet.existing is not None or graph.get(subnet.vpc).existing is not None
        return None if unmanaged else False
    if any(leads_to_internet_gateway(graph, found, route) for route in found.routes[table.key]):
        return True
    return None if graph.get(table).existing is not None else False


def gateway_of(graph: Graph) -> dict[str, InternetGateway]:
    """The internet gateway of each VPC that has one, by the VPC's name."""
    return {gateway.vpc.key: gateway for gateway in graph.of(InternetGateway)}
