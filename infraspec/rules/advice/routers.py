"""Advice about machines that pass on what is not for them."""

from collections.abc import Iterator
from typing import Any

from infraspec.diagnostic import Edit, Finding, Level, Problem, Related, fix
from infraspec.graph.ec2 import Instance, NetworkInterface
from infraspec.graph.graph import Graph
from infraspec.graph.resource import Ref
from infraspec.graph.routes import Route
from infraspec.rules.compute.examples import INSTANCE
from infraspec.rules.rule import Rule

_ROUTED = INSTANCE.replace("tiers: {app: {", "route_tables: {inner: {routes: {0.0.0.0/0: app-1}}}\n    tiers: {app: {")

CHECKED = Problem(
    code="CMP120",
    name="router-drops-what-it-routes",
    level=Level.WARNING,
    title="A route leads to a machine that drops what is not for itself",
    explanation="EC2 drops every packet that an instance or a network interface neither sends nor is meant to get. A router, "
    "NAT or VPN machine has that check off. Only packets for the machine's own address pass without.",
    bad=_ROUTED + "    source_dest_check: true  # <- CMP120\n",
    good=_ROUTED + "    source_dest_check: false\n",
    source="https://docs.aws.amazon.com/vpc/latest/userguide/VPC_NAT_Instance.html",
)


def checked(graph: Graph) -> Iterator[Finding]:
    """Look at what each route leads to, and report each machine once."""
    seen = set()
    for route in graph.of(Route):
        target: Ref[Any] | None = route.instance or route.network_interface
        machine = graph.get(target) if target is not None else None
        if not isinstance(machine, Instance | NetworkInterface) or machine.address in seen:
            continue
        seen.add(machine.address)
        if machine.source_dest_check and machine.existing is None:
            yield Finding(
                problem=CHECKED,
                at=(*machine.origin, "source_dest_check"),
                message=f"a route leads to `{machine.key}`, which drops what is not for itself",
                related=(Related(at=route.origin, label="leads to it"),),
                help="write `source_dest_check: false`",
                fixes=fix("write `source_dest_check: false`", Edit((*machine.origin, "source_dest_check"), "false")),
            )


RULES = (Rule(CHECKED, checked),)
