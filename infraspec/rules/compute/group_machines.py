"""What a group of machines cannot be started from."""

from collections.abc import Iterator

from infraspec.data.images import architecture_at
from infraspec.data.instance_types import architecture, types
from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, fix
from infraspec.graph.autoscaling import AutoScalingGroup
from infraspec.graph.graph import Graph
from infraspec.graph.launch_templates import LaunchTemplate
from infraspec.rules.compute.examples import GROUP, TEMPLATE
from infraspec.rules.rule import Rule

_SIZES = "    min: 1\n    max: 2\n"
_ALL = 100
_SPOT = "https://docs.aws.amazon.com/autoscaling/ec2/userguide/launch-template-spot-instances.html"


def _templates(graph: Graph) -> Iterator[tuple[AutoScalingGroup, LaunchTemplate]]:
    for group in graph.of(AutoScalingGroup):
        yield group, graph.get(group.launch_template)


SPOT_TWICE = Problem(
    code="CMP421",
    name="spot-template-of-group",
    level=Level.ERROR,
    title="A launch template whose Spot request a group cannot take",
    explanation="A group asks for Spot machines anew by itself, so its template's request is `one-time`. A group that has `types` or "
    "`spot` says itself what is Spot, and takes no template that does.",
    bad=GROUP.replace(TEMPLATE, TEMPLATE + "    spot: true  # <- CMP421\n") + _SIZES + "    spot: true\n",
    good=GROUP + _SIZES + "    spot: true\n",
    source=_SPOT,
)


def spot_twice(graph: Graph) -> Iterator[Finding]:
    """Read the Spot request of each group's template."""
    for group, template in _templates(graph):
        if template.spot is None:
            continue
        at = (*template.origin, "spot")
        if group.distribution is not None:
            said = "spot" if group.distribution.on_demand_percentage_above_base_capacity < _ALL else "types"
            yield Finding(
                problem=SPOT_TWICE,
                at=at,
                on_key=True,
                message=f"`{group.key}` is mixed, and takes no template that asks for Spot",
                related=(Related(at=(*group.origin, said), label="says what is Spot", on_key=True),),
                help="remove `spot` here",
                fixes=fix("remove `spot` here", Edit(at, how=How.REMOVE)),
            )
        elif template.spot.request_type != "one-time":
            yield Finding(
                problem=SPOT_TWICE,
                at=(*at, "type"),
                message=f"`{group.key}` asks for Spot machines anew by itself",
                help="write `type: one-time`",
                fixes=fix("write `spot: true`", Edit(at, "true")),
            )


WARM = Problem(
    code="CMP422",
    name="warm-pool-of-spot",
    level=Level.ERROR,
    title="A warm pool for a group with Spot machines",
    explanation="Machines wait in a warm pool for a group that is on demand, of one type or of several. A group with `spot`, or with a "
    "launch template that asks for Spot, has none: AWS may take its machines back while they wait.",
    bad=GROUP + _SIZES + "    spot: true\n    warm_pool: {min: 1}  # <- CMP422\n",
    good=GROUP + _SIZES + "    types: [t3.micro, t3a.micro]\n    warm_pool: {min: 1}\n",
    source="https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-warm-pools.html",
)


def warm(graph: Graph) -> Iterator[Finding]:
    """Look for what a warm pool cannot stand beside."""
    for group, template in _templates(graph):
        mixed = group.distribution
        is_spot = template.spot is not None or (
            mixed is not None and mixed.on_demand_percentage_above_base_capacity < _ALL
        )
        if group.warm_pool is not None and is_spot:
            at = (*group.origin, "warm_pool")
            yield Finding(
                problem=WARM,
                at=at,
                on_key=True,
                message=f"`{group.key}` has Spot machines, and no warm pool",
                help="remove `warm_pool`",
                fixes=fix("remove `warm_pool`", Edit(at, how=How.REMOVE)),
            )


OTHER = Problem(
    code="CMP423",
    name="types-of-other-processors",
    level=Level.ERROR,
    title="A type that a group's image is not made for, or that does not exist",
    explanation="All machines of a group boot the image of its launch template, which is made for x86_64 or for arm64. A type of the other "
    "kind never starts, and neither does one that EC2 does not have.",
    bad=GROUP + _SIZES + "    types: [t3.micro, t4g.micro]  # <- CMP423\n",
    good=GROUP + _SIZES + "    types: [t3.micro, t3a.micro]\n",
    source="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-type-specifications.html",
)


def other_processors(graph: Graph) -> Iterator[Finding]:
    """Compare the processors of each type with the image's."""
    known = {one.partition(".")[0] for one in types()}
    for group, template in _templates(graph):
        launch = template.launch
        if launch is None or group.distribution is None:
            continue
        own = architecture(launch.instance_type)
        if launch.image_parameter is not None:
            own = architecture_at(graph.get(launch.image_parameter).parameter) or own
        for position, one in enumerate(group.distribution.overrides):
            name = one.instance_type
            is_known = name in types()
            if (is_known and architecture(name) == own) or (not is_known and name.partition(".")[0] not in known):
                continue
            yield Finding(
                problem=OTHER,
                at=(*group.origin, "types", position),
                message=f"`{name}` has {architecture(name)} processors, and the image is made for {own}"
                if is_known
                else f"EC2 has no instance type `{name}`",
                related=(Related(at=(*template.origin, "image"), label="the image"),),
                help=f"write a type with {own} processors",
            )


RULES = (Rule(SPOT_TWICE, spot_twice), Rule(WARM, warm), Rule(OTHER, other_processors))
