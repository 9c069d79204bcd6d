"""What stands together: machines in placement groups, and volumes with their instances."""

from collections import defaultdict
from collections.abc import Iterator

from infraspec.data.zones import may_be_one
from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, fix
from infraspec.graph.ec2 import Instance, Volume, VolumeAttachment
from infraspec.graph.graph import Graph
from infraspec.graph.launch_templates import PlacementGroup
from infraspec.rules.compute.examples import INSTANCE
from infraspec.rules.rule import Rule

SPREAD_MAX = 7
_TWO = INSTANCE.replace(
    "{app-a: {zone: a, cidr: 10.0.0.0/24}}",
    "{app-a: {zone: a, cidr: 10.0.0.0/24}, app-b: {zone: b, cidr: 10.0.1.0/24}}",
)
_PLACED = _TWO.replace("t3.micro", "c7i.large") + "    placement_group: near\n"
_SECOND = (
    "  app-2:\n    image: ubuntu-24.04\n    type: c7i.large\n    security_groups: web\n    placement_group: near\n"
)
_GROUPS = "placement_groups: {near: {strategy: cluster}}\n"

PLACED = Problem(
    code="CMP121",
    name="placement-group",
    level=Level.ERROR,
    title="A placement group that cannot hold its machines, or a setting that its strategy does not have",
    explanation="A `cluster` stands in one zone. `spread` holds seven machines in each zone at most, where no two share a rack. "
    "`partitions` are of `partition` alone, and `spread_level` of `spread`.",
    bad=_PLACED + _SECOND + "    subnet: app-b  # <- CMP121\n" + _GROUPS,
    good=_PLACED + _SECOND + "    subnet: app-a\n" + _GROUPS,
    source="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/placement-strategies.html",
)


def placed(graph: Graph) -> Iterator[Finding]:
    """Look at the zones of each group's instances, and at its settings."""
    members: dict[str, list[Instance]] = defaultdict(list)
    for instance in graph.of(Instance):
        if instance.placement_group is not None:
            members[instance.placement_group.key].append(instance)
    for group in graph.of(PlacementGroup):
        yield from _settings(group)
        held = members[group.key]
        if group.strategy == "cluster":
            yield from _apart(graph, group, held)
        elif group.strategy == "spread":
            yield from _crowded(graph, group, held)


def _settings(group: PlacementGroup) -> Iterator[Finding]:
    """Settings of another strategy."""
    has = (("partitions", group.partition_count, "partition"), ("spread_level", group.spread_level, "spread"))
    for key, value, strategy in has:
        if value is not None and group.strategy != strategy:
            at = (*group.origin, key)
            message, help_ = f"`{key}` is of the strategy `{strategy}`, not of `{group.strategy}`", f"remove `{key}`"
            fixes = fix(help_, Edit(at, how=How.REMOVE))
            yield Finding(problem=PLACED, at=at, on_key=True, message=message, help=help_, fixes=fixes)


def _apart(graph: Graph, group: PlacementGroup, held: list[Instance]) -> Iterator[Finding]:
    """Instances of a cluster in another zone than its first."""
    first = held[0] if held else None
    for instance in held[1:]:
        assert first is not None  # noqa: S101 - there is more than one
        own, other = graph.get(instance.subnet), graph.get(first.subnet)
        if not may_be_one(own.zone, other.zone):
            yield Finding(
                problem=PLACED,
                at=(*instance.origin, "subnet"),
                message=f"`{instance.key}` stands in another zone than `{first.key}`, and `{group.key}` is a cluster",
                related=(Related(at=(*first.origin, "subnet"), label=f"`{first.key}` stands here"),),
                help="choose a subnet of one zone for both, or `strategy: partition`",
            )


def _crowded(graph: Graph, group: PlacementGroup, held: list[Instance]) -> Iterator[Finding]:
    """The eighth instance of a zone."""
    count: dict[str, int] = defaultdict(int)
    for instance in held:
        zone = graph.get(instance.subnet).zone
        count[zone] += 1
        if count[zone] == SPREAD_MAX + 1 and group.spread_level != "host":
            yield Finding(
                problem=PLACED,
                at=(*instance.origin, "placement_group"),
                message=f"`{instance.key}` is the eighth machine of `{group.key}` in its zone",
                help="choose a subnet of another zone, a second group, or `strategy: partition`",
            )


_VOLUME = "volumes:\n  data:\n    zone: {zone}\n    size_gib: 10\n    type: {type}\n    iops: 1000\n"

SHARED = Problem(
    code="CMP306",
    name="volume-of-several",
    level=Level.ERROR,
    title="A volume that several instances have at once, and cannot",
    explanation="Only io1 and io2 volumes with `multi_attach` are attached to more than one instance, 16 at most, all of the volume's zone. "
    "The file system on it must be made for that: usual ones lose data.",
    bad=INSTANCE
    + _VOLUME.format(zone="a", type="gp3").replace("    iops: 1000\n", "")
    + "    multi_attach: true  # <- CMP306\n    attach: {app-1: /dev/sdf}\n",
    good=INSTANCE + _VOLUME.format(zone="a", type="io2") + "    multi_attach: true\n    attach: {app-1: /dev/sdf}\n",
    source="https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volumes-multi.html",
)
SHARED_MAX = 16


def shared(graph: Graph) -> Iterator[Finding]:
    """Count the instances of each volume."""
    count: dict[str, int] = defaultdict(int)
    for attachment in graph.of(VolumeAttachment):
        count[attachment.volume.key] += 1
    for volume in graph.of(Volume):
        at = (*volume.origin, "multi_attach")
        if volume.multi_attach and volume.type not in ("io1", "io2"):
            message, help_ = (
                f"a {volume.type} volume has one instance at a time",
                "remove `multi_attach`, or write `type: io2`",
            )
            fixes = fix("remove `multi_attach`", Edit(at, how=How.REMOVE))
        elif count[volume.key] > (SHARED_MAX if volume.multi_attach else 1):
            message = f"`{volume.key}` is attached to {count[volume.key]} instances"
            help_ = (
                f"attach it to {SHARED_MAX} at most"
                if volume.multi_attach
                else "write `multi_attach: true`, for io1 and io2"
            )
            fixes = () if volume.multi_attach else fix("write `multi_attach: true`", Edit(at, "true"))
        else:
            continue
        yield Finding(problem=SHARED, at=at, message=message, help=help_, fixes=fixes)


FAR = Problem(
    code="CMP307",
    name="volume-in-another-zone",
    level=Level.ERROR,
    title="A volume in another zone than its instance",
    explanation="A volume is attached to instances of its own zone alone. What is in it moves to another by a snapshot.",
    bad=INSTANCE + _VOLUME.format(zone="b", type="io2") + "    attach:\n      app-1: /dev/sdf  # <- CMP307\n",
    good=INSTANCE + _VOLUME.format(zone="a", type="io2") + "    attach:\n      app-1: /dev/sdf\n",
    source="https://docs.aws.amazon.com/ebs/latest/userguide/ebs-attaching-volume.html",
)


def far(graph: Graph) -> Iterator[Finding]:
    """Compare the zone of each volume with its instances'."""
    for attachment in graph.of(VolumeAttachment):
        volume: Volume = graph.get(attachment.volume)
        subnet = graph.get(graph.get(attachment.instance).subnet)
        if volume.availability_zone is None or may_be_one(volume.availability_zone, subnet.zone):
            continue
        yield Finding(
            problem=FAR,
            at=attachment.origin,
            message=f"volume `{volume.key}` stands in another zone than instance `{attachment.instance.key}`",
            related=(
                Related(at=(*volume.origin, "zone"), label="the volume's zone"),
                Related(at=(*subnet.origin, "zone"), label=f"the zone of `{subnet.key}`"),
            ),
            help="write the zone of the instance",
        )


RULES = (Rule(PLACED, placed), Rule(SHARED, shared), Rule(FAR, far))
