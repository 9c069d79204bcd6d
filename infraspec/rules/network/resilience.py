"""What a zone's failure takes with it."""

from collections.abc import Iterator

from infraspec.analysis.routing import routing
from infraspec.data.zones import canonical
from infraspec.diagnostic import Edit, Finding, Fix, How, Level, Problem, Related, Safety, fix
from infraspec.graph.graph import Graph
from infraspec.graph.routes import Route
from infraspec.graph.vpc import NatGateway, Subnet
from infraspec.rules.rule import Rule


def _example(where: str) -> str:
    return f"""version: 1
name: demo
region: ap-northeast-2
vpcs:
  main:
    cidr: 10.0.0.0/16
    internet_gateway: igw
    nat_gateways:
      nat: {where}
    route_tables:
      public: {{routes: {{0.0.0.0/0: igw}}}}
      private: {{routes: {{0.0.0.0/0: nat}}}}
    tiers:
      edge:
        route_table: public
        subnets: {{edge-a: {{zone: a, cidr: 10.0.0.0/24}}, edge-c: {{zone: c, cidr: 10.0.1.0/24}}}}
      app:
        route_table: private
        subnets: {{app-a: {{zone: a, cidr: 10.0.2.0/24}}, app-c: {{zone: c, cidr: 10.0.3.0/24}}}}
"""


SINGLE_NAT = Problem(
    code="NET401",
    name="single-nat-gateway",
    level=Level.WARNING,
    title="One NAT gateway for subnets of several zones",
    explanation="A NAT gateway stands in one zone. When that zone fails, the subnets of the others lose their way out too, and while it "
    "works, what they send is billed as traffic between zones. One gateway in each zone costs its hours and ends both.",
    bad=_example("{subnet: edge-a}  # <- NET401"),
    good=_example("{subnets: tier:edge}"),
    source="https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html",
)


def single_nat(graph: Graph) -> Iterator[Finding]:
    """Gather the zones of the subnets whose tables lead to each NAT gateway."""
    found = routing(graph)
    zone_of = {subnet.key: canonical(subnet.zone) for subnet in graph.of(Subnet)}
    served: dict[str, dict[str, Route]] = {}
    for route in graph.of(Route):
        if route.nat_gateway is not None:
            zones = served.setdefault(route.nat_gateway.key, {})
            for subnet in found.users[route.route_table.key]:
                zones.setdefault(zone_of[subnet], route)
    for gateway in graph.of(NatGateway):
        zones = served.get(gateway.key, {})
        if len(zones) < 2 or gateway.existing is not None:
            continue
        home = zone_of[gateway.subnet.key]
        routes = {route.origin: route for route in zones.values()}
        message = f"NAT gateway `{gateway.key}` stands in {home} and serves subnets of {_listed(zones)}"
        tier = graph.get(gateway.subnet).tier
        yield Finding(
            problem=SINGLE_NAT,
            at=gateway.origin,
            message=message,
            label=f"fails with {home}",
            related=tuple(Related(at=at, label="leads to it") for at in list(routes)[:2]),
            help=f"write `subnets: tier:{tier}` in place of `subnet:` for one gateway in each zone",
            fixes=_one_in_each_zone(graph, gateway, zones),
            on_key=True,
        )


def _one_in_each_zone(graph: Graph, gateway: NatGateway, zones: dict[str, Route]) -> tuple[Fix, ...]:
    """The tier that a gateway stands in as the place of its family, where the tier has a subnet in each zone."""
    tier = graph.get(gateway.subnet).tier
    beside = [canonical(one.zone) for one in graph.of(Subnet) if one.tier == tier]
    if not (set(beside) >= zones.keys() and len(set(beside)) == len(beside)):
        return ()
    subnet = (*gateway.origin, "subnet")
    made = (Edit(subnet, "subnets", How.RENAME), Edit(subnet, f"tier:{tier}"))
    return fix(f"write `subnets: tier:{tier}`", *made, safety=Safety.CHOICE)


def _listed(zones: dict[str, Route]) -> str:
    names = sorted(zones)
    return " and ".join(names) if len(names) == 2 else ", ".join(names[:-1]) + " and " + names[-1]


RULES = (Rule(SINGLE_NAT, single_nat, needs_whole=True),)
