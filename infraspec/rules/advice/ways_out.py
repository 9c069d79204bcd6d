"""Ways to the internet: those that are missing, that cost more than they need, and that lead where they should not."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final, NamedTuple

from infraspec.analysis.internet import way_out
from infraspec.analysis.routing import ANYWHERE, once, routing
from infraspec.data.zones import canonical
from infraspec.diagnostic import Edit, Finding, Level, Problem, Related, fix
from infraspec.graph.ec2 import ElasticIpAssociation, Instance
from infraspec.graph.endpoints import GatewayEndpoint
from infraspec.graph.graph import Graph
from infraspec.graph.routes import Route
from infraspec.graph.vpc import NatGateway, Subnet
from infraspec.rules.network.nat_routes import default_route, led_to_s3
from infraspec.rules.rule import Rule

_NAT = "https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html"
_DOWNLOADS: Final = re.compile(
    r"^[^#\n]*\b(?:apt|apt-get|yum|dnf|snap|pip3?|npm|gem|docker|curl|wget)\b[^\n]*\b(?:install|update|upgrade|pull|https?://)",
    re.MULTILINE,
)
"""A line of a script that fetches something; `curl http://169.254.169.254/` is taken out beforehand."""
_LOCAL: Final = re.compile(r"https?://(?:169\.254\.|127\.|localhost)\S*")


def _example(routes: str, gateways: str = "", more: str = "", endpoints: str = "") -> str:
    """A VPC with public and private subnets in two zones."""
    return f"""version: 1
name: demo
region: ap-northeast-2
vpcs:
  main:
    cidr: 10.0.0.0/16
    internet_gateway: igw
{gateways}    route_tables:
      public: {{routes: {{0.0.0.0/0: igw}}}}
{routes}    tiers:
      edge:
        route_table: public
        subnets: {{edge-a: {{zone: a, cidr: 10.0.0.0/24}}, edge-c: {{zone: c, cidr: 10.0.1.0/24}}}}
      app:
        route_table: private
        subnets:
          app-a: {{zone: a, cidr: 10.0.2.0/24}}
          app-c: {{zone: c, cidr: 10.0.3.0/24}}
{endpoints}{more}"""


_EACH = "    nat_gateways: {nat: {subnets: tier:edge}}\n"
_TWO = "    nat_gateways: {nat-a: {subnet: edge-a}, nat-c: {subnet: edge-c}}\n"
_CLOSED = "      private: {}\n"
_OPEN = "      private: {routes: {0.0.0.0/0: nat}}\n"
_GROUP = "    security_groups: {app: {egress: [{tcp: [80, 443], to: 0.0.0.0/0}]}}\n"
_MACHINE = """instances:
  app-1:
    image: ubuntu-24.04
    type: t3.micro
    subnet: app-a
    security_groups: [app]
    user_data: |
      #!/bin/sh
      apt-get install -y nginx
"""
_MARKED = _MACHINE.replace("    user_data: |", "    user_data: |  # <- NET319")

DOWNLOADS = Problem(
    code="NET319",
    name="downloads-without-way-out",
    level=Level.WARNING,
    title="A machine that downloads at its first boot in a subnet without a way out",
    explanation="Its script installs packages or fetches files, but no route leads from its subnet to the internet, so the script waits "
    "and fails. It is right where all that it fetches is inside the VPC. It is not said while the VPC has a NAT gateway that "
    "nothing is routed to.",
    bad=_example(_CLOSED, more=_GROUP + _MARKED),
    good=_example(_OPEN, _EACH, more=_GROUP + _MACHINE),
    source="https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html",
)


def downloads(graph: Graph) -> Iterator[Finding]:
    """Read the script of each instance whose subnet is closed."""
    found = routing(graph)
    routed = {route.nat_gateway.key for route in graph.of(Route) if route.nat_gateway is not None}
    idle = {graph.get(one.subnet).vpc.key for one in graph.of(NatGateway) if one.key not in routed}
    public = {one.instance.key for one in graph.of(ElasticIpAssociation)}
    for instance in graph.of(Instance):
        subnet = graph.get(instance.subnet)
        if instance.user_data is None or instance.existing is not None or subnet.vpc.key in idle:
            continue
        way = way_out(graph, found, subnet)
        seen = instance.key in public or (instance.associate_public_ip_address or subnet.map_public_ip_on_launch)
        if way in ("other", "unknown") or (way == "gateway" and seen):
            continue
        text = instance.user_data.text
        if text.startswith("#!") and _DOWNLOADS.search(_LOCAL.sub("", text)):
            table = found.table.get(subnet.key)
            gateway = next((one for one in graph.of(NatGateway) if graph.get(one.subnet).vpc == subnet.vpc), None)
            yield Finding(
                problem=DOWNLOADS,
                at=(*instance.origin, "user_data"),
                message=f"`{instance.key}` downloads at its first boot, but subnet `{subnet.key}` has no way out",
                related=(Related(at=subnet.origin, label="no route to the internet", on_key=True),),
                help=f"write `{ANYWHERE}: {gateway.origin[-1] if gateway else 'nat'}` in "
                + (f"`{table.key}`" if table else f"a route table of `{subnet.key}`")
                + ("" if gateway else ", and a NAT gateway `nat` in a public subnet"),
                fixes=default_route(graph, found, table, str(gateway.origin[-1])) if gateway else (),
            )


OTHER_ZONE = Problem(
    code="NET402",
    name="nat-gateway-of-another-zone",
    level=Level.WARNING,
    title="A subnet that goes out by another zone, though its own has a NAT gateway",
    explanation="What it sends is billed as traffic between zones, and stops when the other zone fails. A subnet's routes lead to the NAT "
    "gateway of its own zone.",
    bad=_example("      private: {routes: {0.0.0.0/0: nat-a}}\n      second: {routes: {0.0.0.0/0: nat-c}}\n", _TWO)
    .replace(
        "app-a: {zone: a, cidr: 10.0.2.0/24}", "app-a: {zone: a, cidr: 10.0.2.0/24, route_table: second}  # <- NET402"
    )
    .replace("app-c: {zone: c, cidr: 10.0.3.0/24}", "app-c: {zone: c, cidr: 10.0.3.0/24}  # <- NET402"),
    good=_example(
        "      private: {routes: {0.0.0.0/0: nat-a}}\n      second: {routes: {0.0.0.0/0: nat-c}}\n", _TWO
    ).replace("app-c: {zone: c, cidr: 10.0.3.0/24}", "app-c: {zone: c, cidr: 10.0.3.0/24, route_table: second}"),
    source=_NAT,
)


class _Use(NamedTuple):
    """A subnet whose default route leads to a NAT gateway."""

    subnet: Subnet
    zone: str
    route: Route
    gateway: NatGateway


def other_zone(graph: Graph) -> Iterator[Finding]:
    """Compare the zone of each subnet with that of the NAT gateway that its table leads to."""
    zone = {one.key: canonical(one.zone) for one in graph.of(Subnet)}
    homes: dict[tuple[str, str], NatGateway] = {}
    for gateway in graph.of(NatGateway):
        homes.setdefault((graph.get(gateway.subnet).vpc.key, zone[gateway.subnet.key]), gateway)
    uses = list(_uses(graph))
    served: dict[str, set[str]] = defaultdict(set)
    for use in uses:
        served[use.gateway.key].add(use.zone)
    for use in uses:
        home = homes.get((use.subnet.vpc.key, use.zone))
        away = zone[use.gateway.subnet.key]
        if home is None or use.subnet.existing is not None or away == use.zone:
            continue
        if not _is_single(served, use.gateway, home):
            table = next((one.route.route_table.key for one in uses if one.gateway == home), None)
            yield _elsewhere(use, home, away, table)


def _elsewhere(use: _Use, home: NatGateway, away: str, table: str | None) -> Finding:
    """A subnet whose gateway is of another zone; `table` leads to the one of its own."""
    help_ = f"write `route_table: {table}`" if table else f"give it a route table with `{ANYWHERE}: {home.key}`"
    return Finding(
        problem=OTHER_ZONE,
        at=use.subnet.origin,
        message=f"`{use.subnet.key}` of {use.zone} goes out by `{use.gateway.key}` of {away}",
        related=(
            Related(at=home.origin, label=f"`{home.key}` is of its own zone", on_key=True),
            Related(at=use.route.origin, label="the route that it uses", on_key=True),
        ),
        help=help_,
        fixes=fix(help_, Edit((*use.subnet.origin, "route_table"), table)) if table else (),
        on_key=True,
    )


def _uses(graph: Graph) -> Iterator[_Use]:
    """Every subnet whose default route leads to a NAT gateway."""
    found = routing(graph)
    leads = {
        table: next((one for one in routes if one.nat_gateway and one.destination_cidr_block == ANYWHERE), None)
        for table, routes in found.routes.items()
    }
    for subnet in graph.of(Subnet):
        table = found.table.get(subnet.key)
        route = leads.get(table.key) if table else None
        if route is not None and route.nat_gateway is not None:
            yield _Use(subnet, canonical(subnet.zone), route, graph.get(route.nat_gateway))


def _is_single(served: dict[str, set[str]], away: NatGateway, home: NatGateway) -> bool:
    """Whether another rule says it: that one gateway serves several zones, or that one serves none."""
    return len(served[away.key]) > 1 or not served[home.key]


NO_S3 = Problem(
    code="NET520",
    name="s3-through-nat-gateway",
    level=Level.NOTE,
    title="Subnets that reach S3 through a NAT gateway",
    explanation="A NAT gateway bills each gigabyte, and a gateway endpoint of S3 in the same route table carries it for nothing: images "
    "of containers, packages of Amazon Linux, backups. Calls to S3 of another region still take the NAT gateway.",
    bad=_example("      private: {routes: {0.0.0.0/0: nat}}  # <- NET520\n", _EACH),
    good=_example(_OPEN, _EACH, endpoints="    endpoints: {s3: {service: s3, route_tables: [private]}}\n"),
    source="https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html",
)


def no_s3(graph: Graph) -> Iterator[Finding]:
    """Look for an endpoint of S3 in each table that leads to a NAT gateway."""
    service = f"com.amazonaws.{graph.region}.s3"
    endpoints = [one for one in graph.of(GatewayEndpoint) if one.service_name == service or one.existing is not None]
    served = {table.key for one in endpoints for table in one.route_tables}
    unknown = {one.vpc.key for one in endpoints if one.existing is not None}
    costly: dict[str, list[Route]] = defaultdict(list)
    for route in once(one for one in graph.of(Route) if _is_billed(graph, one)):
        table = graph.get(route.route_table)
        if table.key not in served and table.vpc.key not in unknown:
            costly[table.vpc.key].append(route)
    for vpc, routes in costly.items():
        tables = [graph.get(route.route_table) for route in routes]
        names = [str(table.origin[-1]) for table in tables]
        endpoint = next((one for one in endpoints if one.vpc.key == vpc), None)
        fixes = led_to_s3(graph, graph.get(tables[0].vpc), endpoint, names)
        yield Finding(
            problem=NO_S3,
            at=tables[0].origin,
            message=f"the subnets of {' and '.join(f'`{name}`' for name in names)} reach S3 through a NAT gateway",
            label="each gigabyte is billed",
            related=tuple(Related(at=one.origin, label="and here", on_key=True) for one in tables[1:3]),
            help=fixes[0].title,
            fixes=fixes,
            on_key=True,
        )


def _is_billed(graph: Graph, route: Route) -> bool:
    """Whether all goes out by a NAT gateway that leads to the internet."""
    gateway = route.nat_gateway
    public = gateway is not None and graph.get(gateway).connectivity_type == "public"
    return public and route.destination_cidr_block == ANYWHERE


RULES = (
    Rule(DOWNLOADS, downloads, needs_whole=True),
    Rule(OTHER_ZONE, other_zone, needs_whole=True),
    Rule(NO_S3, no_s3, needs_whole=True),
)
