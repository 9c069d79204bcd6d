"""Routes to a NAT gateway that may be missing."""

from infraspec.analysis.routing import ANYWHERE, Routing
from infraspec.diagnostic import Edit, Fix, How, Safety, SpecPath, fix
from infraspec.graph.graph import Graph
from infraspec.graph.resource import Ref
from infraspec.graph.vpc import InternetGateway, Route, RouteTable, RouteTableAssociation


def routed_to(graph: Graph, nat: SpecPath) -> tuple[Fix, ...]:
    """The route to a NAT gateway in the tables that lead nowhere else: the only one of them, or each as a choice."""
    leading = {one.route_table for one in graph.of(Route) if one.destination_cidr_block == ANYWHERE}
    used = {one.route_table for one in graph.of(RouteTableAssociation)}
    private = used - leading
    origins = {one.origin for one in graph.of(RouteTable) if one.address in private and one.origin[1] == nat[1]}
    safety = Safety.UNSAFE if len(origins) == 1 else Safety.CHOICE
    route = f"{ANYWHERE}: {nat[-1]}"
    return tuple(
        Fix(f"write `{route}` in `{origin[-1]}`", safety, (Edit((*origin, "routes"), route, How.ADD),))
        for origin in sorted(origins, key=str)
    )


def route_out(graph: Graph, found: Routing, table: Ref[RouteTable] | None) -> tuple[Fix, ...]:
    """The route to the internet gateway of its VPC in a table that is written here and has no default route."""
    node = graph.get(table) if table is not None else None
    if node is None or node.existing is not None or table is None:
        return ()
    gateway = next((one for one in graph.of(InternetGateway) if one.vpc == node.vpc), None)
    if gateway is None or any(one.destination_cidr_block == ANYWHERE for one in found.routes[table.key]):
        return ()
    route = f"{ANYWHERE}: {gateway.key}"
    return fix(f"write `{route}` in `{table.key}`", Edit((*node.origin, "routes"), route, How.ADD))
