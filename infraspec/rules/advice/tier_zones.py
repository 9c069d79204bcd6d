"""Tiers that stand in one zone."""

from collections.abc import Iterator

from infraspec.data.zones import canonical
from infraspec.diagnostic import Finding, Level, Problem
from infraspec.graph.graph import Graph
from infraspec.graph.vpc import Subnet
from infraspec.rules.rule import Rule


def _example(subnets: str, mark: str = "") -> str:
    return f"""version: 1
name: demo
region: ap-northeast-2
vpcs:
  main:
    cidr: 10.0.0.0/16
    tiers:
      app:{mark}
        subnets: {{{subnets}}}
"""


ONE_ZONE = Problem(
    code="NET216",
    name="tier-in-one-zone",
    level=Level.NOTE,
    title="A tier whose subnets are all in one zone",
    explanation="When the zone fails, the tier fails. A subnet in a second zone costs nothing, and without it nothing can be moved there: a "
    "load balancer and a database ask for two zones.",
    bad=_example("app-a: {zone: a, cidr: 10.0.0.0/24}", "  # <- NET216"),
    good=_example("app-a: {zone: a, cidr: 10.0.0.0/24}, app-c: {zone: c, cidr: 10.0.1.0/24}"),
    source="https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_fault_isolation_multiaz_region_system.html",
)


def one_zone(graph: Graph) -> Iterator[Finding]:
    """Gather the zones of each tier that is made here."""
    tiers: dict[tuple[str | int, ...], list[Subnet]] = {}
    for subnet in graph.of(Subnet):
        tiers.setdefault(subnet.origin[:4], []).append(subnet)
    for origin, subnets in tiers.items():
        zones = {canonical(one.zone) for one in subnets}
        if len(zones) == 1 and all(one.existing is None for one in subnets):
            yield Finding(
                problem=ONE_ZONE,
                at=origin,
                message=f"tier `{subnets[0].tier}` stands in {next(iter(zones))} alone",
                help="add a subnet in another zone",
                on_key=True,
            )


RULES = (Rule(ONE_ZONE, one_zone, needs_whole=True),)
