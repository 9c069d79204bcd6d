"""Routes to a NAT gateway that may be missing."""

from infraspec.analysis.routing import ANYWHERE, Routing
from infraspec.diagnostic import Edit, Fix, How, Safety, SpecPath, fix
from infraspec.graph.endpoints import GatewayEndpoint, InterfaceEndpoint
from infraspec.graph.graph import Graph
from infraspec.graph.resource import Ref
from infraspec.graph.routes import Route
from infraspec.graph.vpc import InternetGateway, RouteTable, RouteTableAssociation, Vpc
from infraspec.rules.mends import named


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
    """The route to the internet gateway of the table's VPC, as its default route."""
    vpc = graph.get(table).vpc if table is not None else None
    gateway = next((one.key for one in graph.of(InternetGateway) if one.vpc == vpc), None)
    return default_route(graph, found, table, gateway) if gateway is not None else ()


def default_route(graph: Graph, found: Routing, table: Ref[RouteTable] | None, target: str) -> tuple[Fix, ...]:
    """A default route in a table that is written here and has none."""
    node = graph.get(table) if table is not None else None
    if node is None or node.existing is not None:
        return ()
    if any(one.destination_cidr_block == ANYWHERE for one in found.routes[node.key]):
        return ()
    route = f"{ANYWHERE}: {target}"
    return fix(f"write `{route}` in `{node.key}`", Edit((*node.origin, "routes"), route, How.ADD))


def led_to_s3(graph: Graph, vpc: Vpc, endpoint: GatewayEndpoint | None, tables: list[str]) -> tuple[Fix, ...]:
    """Tables of a VPC in its gateway endpoint of S3, or in a new one."""
    if endpoint is not None:
        at = (*endpoint.origin, "route_tables")
        title = f"add {', '.join(tables)} to the `route_tables` of `{endpoint.key}`"
        return fix(title, *(Edit(at, named(one), How.ADD) for one in tables))
    taken = {one.key for one in (*graph.of(GatewayEndpoint), *graph.of(InterfaceEndpoint))}
    key = "s3" if "s3" not in taken else f"{vpc.key}-s3"
    entry = f"{key}: {{service: s3, route_tables: [{', '.join(map(named, tables))}]}}"
    return fix(f"add `{entry}` to the `endpoints` of `{vpc.key}`", Edit((*vpc.origin, "endpoints"), entry, How.ADD))
