"""Groups of machines: their sizes, names and lifetimes, and what they are mixed of."""

import re
from collections.abc import Iterator

from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, SpecPath, fix, nearest_bound
from infraspec.graph.autoscaling import AutoScalingGroup, ScheduledAction
from infraspec.graph.graph import Graph
from infraspec.rules.compute.examples import GROUP
from infraspec.rules.rule import Rule

_API = "https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_CreateAutoScalingGroup.html"

SIZES = Problem(
    code="CMP401",
    name="group-sizes",
    level=Level.ERROR,
    title="Sizes of a group that contradict each other",
    explanation="A group has `min` to `max` machines, and the number that it starts with lies between the two. The same holds of "
    "the sizes that a schedule sets at one time.",
    bad=GROUP + "    min: 3  # <- CMP401\n    max: 2\n",
    good=GROUP + "    min: 1\n    max: 2\n",
    source=_API,
)


def sizes(graph: Graph) -> Iterator[Finding]:
    """Compare the sizes of each group, and of each schedule."""
    told: list[tuple[SpecPath, str, int | None, int | None, int | None]] = [
        (one.origin, f"`{one.key}`", one.min_size, one.max_size, one.desired_capacity)
        for one in graph.of(AutoScalingGroup)
    ]
    told += [
        (one.origin, f"the schedule `{one.key.rpartition('/')[2]}`", one.min_size, one.max_size, one.desired_capacity)
        for one in graph.of(ScheduledAction)
    ]
    for origin, what, low, high, desired in told:
        if low is not None and high is not None and low > high:
            yield _size(origin, "min", f"{what} has at least {low} machines, and at most {high}", "max", high)
        elif desired is not None and low is not None and desired < low:
            yield _size(origin, "desired", f"{what} has {desired} machines, and at least {low}", "min", low)
        elif desired is not None and high is not None and desired > high:
            yield _size(origin, "desired", f"{what} has {desired} machines, and at most {high}", "max", high)


def _size(origin: SpecPath, key: str, message: str, other: str, bound: int) -> Finding:
    return Finding(
        problem=SIZES,
        at=(*origin, key),
        message=message,
        related=(Related(at=(*origin, other), label=f"`{other}` is {bound}"),),
        help=f"write `{key}: {bound}`, or another `{other}`",
        fixes=fix(f"write `{key}: {bound}`", Edit((*origin, key), str(bound))),
    )


LIFETIME_MIN = 86_400
LIFETIME = Problem(
    code="CMP408",
    name="machine-lifetime",
    level=Level.ERROR,
    title="Machines that live for less than a day",
    explanation="`max_instance_lifetime` is 0, for ever, or a day (86,400 seconds) to a year.",
    bad=GROUP + "    min: 1\n    max: 2\n    max_instance_lifetime: 3600  # <- CMP408\n",
    good=GROUP + "    min: 1\n    max: 2\n    max_instance_lifetime: 86400\n",
    source=_API,
)


def lifetime(graph: Graph) -> Iterator[Finding]:
    """Read the lifetime of each group's machines."""
    for group in graph.of(AutoScalingGroup):
        if 0 < group.max_instance_lifetime < LIFETIME_MIN:
            at = (*group.origin, "max_instance_lifetime")
            yield Finding(
                problem=LIFETIME,
                at=at,
                message=f"machines of `{group.key}` would be replaced after {group.max_instance_lifetime} seconds",
                help=f"write {LIFETIME_MIN} or more, or remove it",
                fixes=nearest_bound(at, group.max_instance_lifetime, LIFETIME_MIN, LIFETIME_MIN * 365),
            )


TYPES_MAX = 40
MIXED = Problem(
    code="CMP412",
    name="mixed-types",
    level=Level.ERROR,
    title="Types that a group cannot be mixed of",
    explanation="A group takes 40 types at most, each once. Where one type has a `weight`, all must: the group's sizes then count units "
    "and not machines.",
    bad=GROUP + "    min: 1\n    max: 2\n    types: [t3.micro, {type: t3.small, weight: 2}]  # <- CMP412\n",
    good=GROUP + "    min: 1\n    max: 2\n    types: [{type: t3.micro, weight: 1}, {type: t3.small, weight: 2}]\n",
    source="https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_LaunchTemplate.html",
)


def mixed(graph: Graph) -> Iterator[Finding]:
    """Count and compare the types of each group."""
    for group in graph.of(AutoScalingGroup):
        types = group.distribution.overrides if group.distribution else ()
        names = [one.instance_type for one in types]
        weighted = [one.weighted_capacity is not None for one in types]
        at = (*group.origin, "types")
        if len(types) > TYPES_MAX:
            message = f"`{group.key}` has {len(types)} types, and {TYPES_MAX} are the most"
            yield Finding(problem=MIXED, at=at, message=message, help="keep those that do most for their price")
        if any(weighted) and not all(weighted):
            bare = names[weighted.index(False)]
            message = f"`{bare}` has no weight, and other types of `{group.key}` have one"
            yield Finding(problem=MIXED, at=at, message=message, help=f"write {{type: {bare}, weight: …}}")
        for position, name in enumerate(names):
            if name in names[:position]:
                here = (*at, position)
                fixes = fix("remove it", Edit(here, how=How.REMOVE))
                message = f"`{name}` stands twice in `{group.key}`"
                yield Finding(problem=MIXED, at=here, message=message, help="remove it", fixes=fixes)


_NAME = r"[!-9;-~]{1,255}\Z"
NAME = Problem(
    code="NAM111",
    name="group-name",
    level=Level.ERROR,
    title="A name that no Auto Scaling group can have",
    explanation="The name of a group has 1 to 255 characters of ASCII, without spaces and `:`.",
    bad=GROUP.replace("  web:\n    launch_template", "  my web:  # <- NAM111\n    launch_template")
    + "    min: 1\n    max: 2\n",
    good=GROUP + "    min: 1\n    max: 2\n",
    source=_API,
)


def name(graph: Graph) -> Iterator[Finding]:
    """Read the name of each group."""
    for group in graph.of(AutoScalingGroup):
        if not re.match(_NAME, group.name):
            message = f"no Auto Scaling group can be called `{group.name}`"
            help_ = "write 1 to 255 characters of ASCII, without spaces and `:`"
            yield Finding(problem=NAME, at=group.origin, on_key=True, message=message, help=help_)


RULES = (Rule(SIZES, sizes), Rule(LIFETIME, lifetime), Rule(MIXED, mixed), Rule(NAME, name))
