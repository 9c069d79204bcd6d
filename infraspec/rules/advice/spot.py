"""Advice about Spot instances."""

from collections.abc import Iterator

from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, fix
from infraspec.graph.elbv2 import TargetGroup
from infraspec.graph.graph import Graph
from infraspec.graph.launch_templates import LaunchTemplate
from infraspec.rules.compute.examples import INSTANCE
from infraspec.rules.rule import Rule

_SPOT = "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-best-practices.html"

PRICE = Problem(
    code="CMP414",
    name="spot-price-limit",
    level=Level.NOTE,
    title="A limit on the price of a Spot instance",
    explanation="Spot prices move slowly and never pass the on-demand price, which is the limit if none is written. A "
    "lower one only makes AWS take the instance back more often.",
    bad=INSTANCE + "    spot: {max_price: 0.005}  # <- CMP414\n",
    good=INSTANCE + "    spot: true\n",
    source=_SPOT,
)


def price(graph: Graph) -> Iterator[Finding]:
    """Look for limits."""
    for template in graph.of(LaunchTemplate):
        if template.spot is not None and template.spot.max_price is not None:
            yield Finding(
                problem=PRICE,
                at=(*template.origin, "spot", "max_price"),
                message=f"`{template.key}` is taken back when the price passes {template.spot.max_price}",
                help="remove `max_price`",
                fixes=fix("remove `max_price`", Edit((*template.origin, "spot", "max_price"), how=How.REMOVE)),
            )


_SERVING = INSTANCE.replace("{egress: []}", "{ingress: [{tcp: 80, from: vpc}], egress: []}")
_GROUP = """load_balancers:
  web:
    type: network
    subnets: [app-a]
    listeners: [{tcp: 80, forward: web}]
target_groups:
"""

ALL_SPOT = Problem(
    code="CMP415",
    name="only-spot-targets",
    level=Level.WARNING,
    title="A target group that holds Spot instances alone",
    explanation="AWS may take all of them back within two minutes, and a one-time request does not ask again. One "
    "on-demand instance keeps the service up.",
    bad=_SERVING + "    spot: true\n" + _GROUP + "  web: {tcp: 80, targets: [app-1]}  # <- CMP415\n",
    good=_SERVING + _GROUP + "  web: {tcp: 80, targets: [app-1]}\n",
    source=_SPOT,
)


def all_spot(graph: Graph) -> Iterator[Finding]:
    """Look at how the targets of each group were asked for."""
    spot = {one.key for one in graph.of(LaunchTemplate) if one.spot is not None}
    for group in graph.of(TargetGroup):
        names = [one.instance.key for one in group.targets if one.instance is not None]
        if names and all(name in spot for name in names):
            yield Finding(
                problem=ALL_SPOT,
                at=group.origin,
                on_key=True,
                message=f"every target of `{group.key}` is a Spot instance",
                related=(Related(at=(*graph.get(group.targets[0].instance).origin, "spot"), label="may be taken back"),)
                if group.targets[0].instance
                else (),
                help="add an instance without `spot`",
            )


RULES = (Rule(PRICE, price), Rule(ALL_SPOT, all_spot))
