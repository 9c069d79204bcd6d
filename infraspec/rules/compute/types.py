"""Instance types: whether they exist, where they are offered, and what they can do."""

import re
from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches
from functools import lru_cache

from infraspec.analysis.machines import machines
from infraspec.data.images import architecture_at
from infraspec.data.instance_types import BURSTABLE, UNIFORM_LETTERS_EXCEPT, architecture, date, offers, types
from infraspec.data.zones import canonical
from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, fix
from infraspec.graph.ec2 import Instance
from infraspec.graph.graph import Graph
from infraspec.graph.vpc import Subnet
from infraspec.rules.rule import Rule

_HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\n"
_NETWORK = """vpcs:
  main:
    cidr: 10.0.0.0/16
    security_groups: {web: {egress: []}}
    tiers: {app: {subnets: {app-a: {zone: a, cidr: 10.0.0.0/24}, app-b: {zone: b, cidr: 10.0.1.0/24}}}}
"""
_START = "instances:\n  app-1:\n    image: ubuntu-24.04\n    security_groups: web\n"
_OFFERS = "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-discovery.html"

UNKNOWN_TYPE = Problem(
    code="CMP101",
    name="unknown-instance-type",
    level=Level.ERROR,
    title="An instance type that EC2 does not have",
    explanation="A type is a family, a point and a size: `t3.micro`. The families and sizes are known as of a date; of a "
    "family that is newer there is a warning (CMP102).",
    bad=_HEAD + _NETWORK + _START + "    subnet: app-a\n    type: t3.mikro  # <- CMP101\n",
    good=_HEAD + _NETWORK + _START + "    subnet: app-a\n    type: t3.micro\n",
    source="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-types.html",
)


_SHAPE = r"[a-z]+[0-9]+[a-z0-9-]*\.[a-z0-9-]+\Z"


def may_be_newer(name: str) -> bool:
    """Whether a type may be of a family that is newer than the table."""
    family = name.partition(".")[0]
    return re.match(_SHAPE, name) is not None and family not in {one.partition(".")[0] for one in types()}


@lru_cache(maxsize=256)
def nearest(name: str) -> str | None:
    """The type that is meant, if one is near."""
    close = get_close_matches(name.lower(), types(), n=1, cutoff=0.7)
    return close[0] if close else None


def unknown_type(graph: Graph) -> Iterator[Finding]:
    """Look each type up."""
    for instance in machines(graph):
        name = instance.instance_type
        if name not in types() and not may_be_newer(name):
            meant = nearest(name)
            yield Finding(
                problem=UNKNOWN_TYPE,
                at=(*instance.origin, "type"),
                message=f"EC2 has no instance type `{name}`",
                label=f"did you mean `{meant}`?" if meant else f"not among the types of {date()}",
                help=f"write `{meant}`" if meant else "write a type such as t3.micro",
                fixes=fix(f"write `{meant}`", Edit((*instance.origin, "type"), meant)) if meant else (),
            )


NOT_IN_REGION = Problem(
    code="CMP102",
    name="type-not-in-region",
    level=Level.WARNING,
    title="An instance type that is not known to be offered there",
    explanation="Not every region offers every type. What is offered is known as of a date, so this may be out of date; "
    "`aws ec2 describe-instance-type-offerings` says what holds today. In the eight oldest regions the letters of zones "
    "differ between accounts, so there a zone that lacks the type may be any one.",
    bad="version: 1\nname: demo\nregion: eu-north-1\n"
    + _NETWORK
    + _START
    + "    subnet: app-a\n    type: t2.micro  # <- CMP102\n",
    good="version: 1\nname: demo\nregion: eu-north-1\n" + _NETWORK + _START + "    subnet: app-a\n    type: t3.micro\n",
    source=_OFFERS,
)


def not_in_region(graph: Graph) -> Iterator[Finding]:
    """Look each type up among those of the region."""
    for instance in graph.of(Instance):
        name, offered = instance.instance_type, offers(graph.region)
        zones, letter = offered.get(name, ""), zone_letter(graph, instance)
        differs = graph.region in UNIFORM_LETTERS_EXCEPT
        if name not in types() and may_be_newer(name):
            meant = nearest(name)
            help_ = f"write `{meant}` if that is meant" if meant else ""
            yield _missing(instance, f"`{name}` is not among the instance types of {date()}", "not known", help_)
        elif name in types() and offered and not zones:
            help_ = f"write {current}" if (current := same_size(name)) in offered else "choose another type"
            found = _missing(instance, f"`{name}` was not offered in {graph.region} in {date()}", "in no zone", help_)
            yield replace(found, fixes=fix(help_, Edit(found.at, current))) if current in offered else found
        elif zones and differs and letter and letter not in zones:
            message = f"`{name}` was offered in zones {', '.join(zones)} of {graph.region}, as one account sees them"
            yield _missing(instance, message, f"not in zone {letter}", "")


def _missing(instance: Instance, message: str, label: str, help_: str) -> Finding:
    return Finding(problem=NOT_IN_REGION, at=(*instance.origin, "type"), message=message, label=label, help=help_)


def zone_letter(graph: Graph, instance: Instance) -> str:
    """The letter of an instance's zone; empty where the spec gives the zone by its identifier."""
    return letter_of(graph, graph.get(instance.subnet))


def letter_of(graph: Graph, subnet: Subnet) -> str:
    """The same of a subnet."""
    zone = canonical(subnet.zone)
    return zone.removeprefix(graph.region) if zone.startswith(graph.region) else ""


def same_size(instance_type: str) -> str:
    """The type that took the place of an older burstable one; empty for any other."""
    family, _, size = instance_type.partition(".")
    return f"t3.{size}" if family in ("t1", "t2") else ""


NOT_IN_ZONE = Problem(
    code="NET213",
    name="type-not-in-zone",
    level=Level.ERROR,
    title="An instance type that its zone does not offer",
    explanation='The region offers the type in other zones only, and RunInstances fails with "Unsupported". In regions '
    "opened after November 2012 a letter means the same zone for every account, so this is known exactly, as of the "
    "date of the list. In Seoul t2 is offered in zones a and c alone.",
    bad=_HEAD + _NETWORK + _START + "    subnet: app-b\n    type: t2.micro  # <- NET213\n",
    good=_HEAD + _NETWORK + _START + "    subnet: app-b\n    type: t3.micro\n",
    source=_OFFERS,
)


def not_in_zone(graph: Graph) -> Iterator[Finding]:
    """Compare each instance's zone with those that offer its type, where letters mean the same for everyone."""
    if graph.region in UNIFORM_LETTERS_EXCEPT:
        return
    for instance, subnet in ((machine, subnet) for machine in machines(graph) for subnet in machine.subnets):
        offered = offers(graph.region)
        zones, letter = offered.get(instance.instance_type, ""), letter_of(graph, subnet)
        if not zones or not letter or letter in zones:
            continue
        other = same_size(instance.instance_type)
        instead = letter in offered.get(other, "")
        yield Finding(
            problem=NOT_IN_ZONE,
            at=(*instance.origin, "type"),
            message=f"`{instance.instance_type}` is not offered in zone {letter} of {graph.region}",
            label=f"offered in {', '.join(zones)} as of {date()}",
            related=(Related(at=(*subnet.origin, "zone"), label=f"`{subnet.key}` stands in zone {letter}"),),
            help=f"write {other}, or a subnet in zone {' or '.join(zones)}"
            if instead
            else f"choose a subnet in zone {' or '.join(zones)}, or another type",
            fixes=fix(f"write {other}", Edit((*instance.origin, "type"), other)) if instead else (),
        )


OTHER_ARCHITECTURE = Problem(
    code="CMP103",
    name="other-architecture",
    level=Level.ERROR,
    title="An image made for other processors than the instance type has",
    explanation="An image is made for x86_64 or for arm64 (Graviton: t4g, m7g, c7g, …), and does not start on the other. "
    "A name such as `ubuntu-24.04` takes the one that fits the type.",
    bad=_HEAD
    + _NETWORK
    + "instances:\n  app-1: {image: ubuntu-24.04-arm64, type: t3.micro, subnet: app-a, security_groups: web}  # <- CMP103\n",
    good=_HEAD
    + _NETWORK
    + "instances:\n  app-1: {image: ubuntu-24.04-arm64, type: t4g.micro, subnet: app-a, security_groups: web}\n",
    source="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-type-specifications.html",
)


def other_architecture(graph: Graph) -> Iterator[Finding]:
    """Compare the architecture in the parameter's path with the type's."""
    for instance in machines(graph):
        if instance.image_parameter is None or instance.instance_type not in types():
            continue
        image = architecture_at(graph.get(instance.image_parameter).parameter)
        own = architecture(instance.instance_type)
        if image is not None and image != own:
            yield Finding(
                problem=OTHER_ARCHITECTURE,
                at=(*instance.origin, "image"),
                message=f"the image is made for {image}, but `{instance.instance_type}` has {own} processors",
                label=image,
                related=(Related(at=(*instance.origin, "type"), label=own),),
                help="choose a type or an image of the other architecture",
            )


CREDITS = Problem(
    code="CMP116",
    name="credits-without-burst",
    level=Level.ERROR,
    title="CPU credits on a type that does not earn any",
    explanation="Only the families t2, t3, t3a and t4g earn and spend CPU credits; EC2 refuses the setting on others.",
    bad=_HEAD + _NETWORK + _START + "    subnet: app-a\n    type: m7i.large\n    cpu_credits: standard  # <- CMP116\n",
    good=_HEAD + _NETWORK + _START + "    subnet: app-a\n    type: t3.large\n    cpu_credits: standard\n",
    source="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-performance-instances.html",
)


def credits_without_burst(graph: Graph) -> Iterator[Finding]:
    """Look for the setting on families that are known and do not burst."""
    for instance in machines(graph):
        family = instance.instance_type.partition(".")[0]
        if instance.cpu_credits is not None and family not in BURSTABLE and instance.instance_type in types():
            yield Finding(
                problem=CREDITS,
                at=(*instance.origin, "cpu_credits"),
                message=f"`{instance.instance_type}` earns no CPU credits",
                related=(Related(at=(*instance.origin, "type"), label=f"{family} does not burst"),),
                help="remove `cpu_credits`",
                fixes=fix("remove `cpu_credits`", Edit((*instance.origin, "cpu_credits"), how=How.REMOVE)),
            )


RULES = (
    Rule(UNKNOWN_TYPE, unknown_type),
    Rule(NOT_IN_REGION, not_in_region),
    Rule(NOT_IN_ZONE, not_in_zone),
    Rule(OTHER_ARCHITECTURE, other_architecture),
    Rule(CREDITS, credits_without_burst),
)
