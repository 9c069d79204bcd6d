"""What instance types cannot do: Spot, hibernation, many volumes."""

from collections import defaultdict
from collections.abc import Iterator

from infraspec.data.instance_types import date, few_volumes, hibernates, never_spot, types
from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, fix
from infraspec.graph.ec2 import Instance, VolumeAttachment
from infraspec.graph.graph import Graph
from infraspec.graph.launch_templates import SpotOptions
from infraspec.rules.compute.examples import INSTANCE
from infraspec.rules.rule import Rule

_HIBERNATE = "    spot: {type: persistent, interruption: hibernate}"


def _spot(graph: Graph) -> Iterator[tuple[Instance, SpotOptions]]:
    """Every Spot instance of a type that is known, and how it is asked for."""
    for instance in graph.of(Instance):
        template = graph.get(instance.launch_template) if instance.launch_template else None
        if template is not None and template.spot is not None and instance.instance_type in types():
            yield instance, template.spot


NO_HIBERNATION = Problem(
    code="CMP117",
    name="type-cannot-hibernate",
    level=Level.ERROR,
    title="A Spot instance that is to hibernate, of a type that cannot",
    explanation="Only some families hibernate, and of those the sizes with less than 150 GiB of memory. EC2 refuses the "
    "request for others. The types are known as of a date.",
    bad=INSTANCE.replace("t3.micro", "m5zn.large") + _HIBERNATE + "  # <- CMP117\n",
    good=INSTANCE.replace("t3.micro", "m6g.large") + _HIBERNATE + "\n",
    source="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/hibernating-prerequisites.html",
)


def no_hibernation(graph: Graph) -> Iterator[Finding]:
    """Look each type of what is to hibernate up."""
    for instance, options in _spot(graph):
        if options.interruption_behavior == "hibernate" and instance.instance_type not in hibernates():
            yield Finding(
                problem=NO_HIBERNATION,
                at=(*instance.origin, "spot", "interruption"),
                message=f"`{instance.instance_type}` cannot hibernate",
                label=f"not among the types of {date()} that can",
                related=(Related(at=(*instance.origin, "type"), label="its type"),),
                help="write `interruption: stop`, or another type",
                fixes=fix("write `interruption: stop`", Edit((*instance.origin, "spot", "interruption"), "stop")),
            )


NEVER_SPOT = Problem(
    code="CMP125",
    name="type-not-sold-as-spot",
    level=Level.ERROR,
    title="A Spot instance of a type that is not sold as Spot",
    explanation="Mac machines, those with terabytes of memory and those for high-performance computing are sold on demand "
    "alone, and EC2 refuses to start them as Spot instances. The types are known as of a date.",
    bad=INSTANCE.replace("t3.micro", "t2.nano") + "    spot: true  # <- CMP125\n",
    good=INSTANCE.replace("t3.micro", "t3.nano") + "    spot: true\n",
    source="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-spot-instances.html",
)


def sold_as_spot(graph: Graph) -> Iterator[Finding]:
    """Look each Spot instance's type up."""
    for instance, _ in _spot(graph):
        if instance.instance_type in never_spot():
            yield Finding(
                problem=NEVER_SPOT,
                at=(*instance.origin, "spot"),
                on_key=True,
                message=f"`{instance.instance_type}` is not sold as Spot",
                label=f"as of {date()}",
                related=(Related(at=(*instance.origin, "type"), label="its type"),),
                help="remove `spot`, or write another type",
                fixes=fix("remove `spot`", Edit((*instance.origin, "spot"), how=How.REMOVE)),
            )


_VOLUMES = "".join(f"      d{n}: {{device: /dev/sd{letter}, size_gib: 10}}\n" for n, letter in enumerate("fghijklmn"))

MANY_VOLUMES = Problem(
    code="CMP312",
    name="more-volumes-than-type-takes",
    level=Level.ERROR,
    title="More volumes than the instance type takes",
    explanation="Types with many disks or accelerators of their own have few places left for volumes, the root volume among "
    "them. Attaching one more fails. The limits are known as of a date.",
    bad=INSTANCE.replace("t3.micro", "g5.48xlarge") + "    volumes:  # <- CMP312\n" + _VOLUMES,
    good=INSTANCE.replace("t3.micro", "g5.24xlarge") + "    volumes:\n" + _VOLUMES,
    source="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/volume_limits.html",
)


def many_volumes(graph: Graph) -> Iterator[Finding]:
    """Count the volumes of each instance whose type takes few."""
    attached: dict[str, int] = defaultdict(lambda: 1)
    for attachment in graph.of(VolumeAttachment):
        attached[attachment.instance.key] += 1
    for instance in graph.of(Instance):
        most = few_volumes().get(instance.instance_type)
        if most is not None and attached[instance.key] > most:
            yield Finding(
                problem=MANY_VOLUMES,
                at=(*instance.origin, "volumes"),
                on_key=True,
                message=f"`{instance.key}` has {attached[instance.key]} volumes with its root volume",
                label=f"at most {most}, as of {date()}",
                related=(Related(at=(*instance.origin, "type"), label="its type"),),
                help="write fewer and larger volumes, or another type",
            )


RULES = (
    Rule(NO_HIBERNATION, no_hibernation),
    Rule(NEVER_SPOT, sold_as_spot),
    Rule(MANY_VOLUMES, many_volumes),
)
