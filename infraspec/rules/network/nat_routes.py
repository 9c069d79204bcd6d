"""Routes to a NAT gateway that may be missing."""

from infraspec.analysis.routing import ANYWHERE
from infraspec.diagnostic import Edit, Fix, How, Safety, SpecPath
from infraspec.graph.graph import Graph
from infraspec.graph.vpc import Route, RouteTable, RouteTableAssociation


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
