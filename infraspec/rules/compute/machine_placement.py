"""Where a machine cannot stand: in some placement groups, on a host as Spot, at an interface that another has."""

from collections.abc import Iterator
from typing import NamedTuple

from infraspec.data.instance_types import BURSTABLE
from infraspec.diagnostic import Finding, Level, Problem, Related, SpecPath
from infraspec.graph.autoscaling import AutoScalingGroup
from infraspec.graph.ec2 import Instance
from infraspec.graph.graph import Graph
from infraspec.graph.launch_templates import LaunchTemplate, PlacementGroup
from infraspec.graph.resource import Ref
from infraspec.rules.compute.examples import INSTANCE
from infraspec.rules.rule import Rule

_NEVER_IN_CLUSTER = BURSTABLE | {"t1", "m7i-flex", "mac1"}
_DEDICATED_PARTITIONS = 2
_RULES = "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/placement-strategies.html"


class _Machine(NamedTuple):
    """What is said of a machine, or of those of a launch template."""

    key: str
    origin: SpecPath
    instance_type: str
    tenancy: str
    group: Ref[PlacementGroup] | None
    placed: SpecPath
    """Where the placement group is named."""
    template: LaunchTemplate | None


def _machines(graph: Graph) -> Iterator[_Machine]:
    for one in graph.of(Instance):
        template = graph.get(one.launch_template) if one.launch_template else None
        at = (*one.origin, "placement_group")
        yield _Machine(one.key, one.origin, one.instance_type, one.tenancy, one.placement_group, at, template)
    said = {one.launch_template.key: one for one in graph.of(AutoScalingGroup) if one.placement_group is not None}
    for template in graph.of(LaunchTemplate):
        launch = template.launch
        if launch is not None:
            group = said.get(template.key)
            placed = launch.placement_group or (group.placement_group if group else None)
            at = (*(template if launch.placement_group or group is None else group).origin, "placement_group")
            yield _Machine(template.key, template.origin, launch.instance_type, launch.tenancy, placed, at, template)


REFUSED = Problem(
    code="CMP130",
    name="machine-not-of-placement-group",
    level=Level.ERROR,
    title="A machine that its placement group, or its host, does not take",
    explanation="A `cluster` takes no burstable types such as t3. `spread` takes no machine with `tenancy: dedicated`, and `partition` such "
    "machines in two partitions at most. A machine on a Dedicated Host stands in no placement group, and is not Spot; neither does a "
    "Spot machine that stops or hibernates when it is taken back.",
    bad=INSTANCE + "    placement_group: near  # <- CMP130\nplacement_groups: {near: {strategy: cluster}}\n",
    good=INSTANCE.replace("t3.micro", "c7i.large")
    + "    placement_group: near\nplacement_groups: {near: {strategy: cluster}}\n",
    source=_RULES,
)


def refused(graph: Graph) -> Iterator[Finding]:
    """Compare each machine with its placement group, and a Spot machine with its tenancy."""
    for one in _machines(graph):
        spot = one.template.spot if one.template else None
        group = graph.get(one.group) if one.group else None
        if spot is not None and one.tenancy == "host":
            message, help_ = f"`{one.key}` is Spot, and no Dedicated Host takes that", "remove `spot`, or `tenancy`"
            yield Finding(problem=REFUSED, at=(*one.origin, "spot"), on_key=True, message=message, help=help_)
        if group is not None:
            is_held = spot is not None and spot.interruption_behavior != "terminate"
            said = _said(one, group, is_held=is_held)
            if said:
                message, help_ = said
                related = (Related(at=group.origin, label=f"a {group.strategy}", on_key=True),)
                yield Finding(problem=REFUSED, at=one.placed, message=message, help=help_, related=related)


def _said(one: _Machine, group: PlacementGroup, *, is_held: bool) -> tuple[str, str] | None:
    """Why a group does not take a machine, and what to write."""
    if one.tenancy == "host":
        return f"`{one.key}` stands on a Dedicated Host, and so in no placement group", "remove `placement_group`"
    if is_held:
        message = (
            f"`{one.key}` is Spot and does not terminate when it is taken back, so it stands in no placement group"
        )
        return message, "write `interruption: terminate`, or remove `placement_group`"
    if group.strategy == "cluster" and one.instance_type.partition(".")[0] in _NEVER_IN_CLUSTER:
        return f"`{group.key}` is a cluster, and takes no `{one.instance_type}`", "write a type such as c7i.large"
    if one.tenancy == "dedicated" and group.strategy == "spread":
        return f"`{group.key}` spreads its machines, and takes none that is dedicated", "remove `tenancy`"
    if one.tenancy == "dedicated" and (group.partition_count or 0) > _DEDICATED_PARTITIONS:
        message = f"`{one.key}` is dedicated, and `{group.key}` has {group.partition_count} partitions"
        return message, f"write `partitions: {_DEDICATED_PARTITIONS}`, or remove `tenancy`"
    return None


_PLUGGED = (
    INSTANCE.replace("    subnet: app-a\n    security_groups: web\n", "    interface: fixed\n")
    + "network_interfaces:\n  fixed: {subnet: app-a, security_groups: web}\n  other: {subnet: app-a, security_groups: web}\n"
)
_SECOND = "instances:\n  app-2: {image: ubuntu-24.04, type: t3.micro, interface: "

TAKEN = Problem(
    code="CMP129",
    name="interface-of-two",
    level=Level.ERROR,
    title="A network interface that two instances have as their first",
    explanation="An interface is in one machine at a time, with its address. EC2 refuses to start the second.",
    bad=_PLUGGED.replace("instances:\n", _SECOND + "fixed}  # <- CMP129\n"),
    good=_PLUGGED.replace("instances:\n", _SECOND + "other}\n"),
    source="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html",
)


def taken(graph: Graph) -> Iterator[Finding]:
    """Look for a second instance of each interface."""
    first: dict[str, Instance] = {}
    for instance in graph.of(Instance):
        if instance.network_interface is None:
            continue
        other = first.setdefault(instance.network_interface.key, instance)
        if other is not instance:
            yield Finding(
                problem=TAKEN,
                at=(*instance.origin, "interface"),
                message=f"`{instance.network_interface.key}` is the interface of `{other.key}` already",
                related=(Related(at=(*other.origin, "interface"), label="the first"),),
                help="name an interface of its own",
            )


RULES = (Rule(REFUSED, refused), Rule(TAKEN, taken))
