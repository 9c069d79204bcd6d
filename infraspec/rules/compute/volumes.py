"""Volumes: their sizes and their speeds."""

from collections.abc import Iterator
from typing import NamedTuple

from infraspec.aws import GP3_IOPS
from infraspec.diagnostic import Edit, Finding, Fix, How, Level, Problem, SpecPath, choices, fix, nearest_bound
from infraspec.graph.ec2 import Instance, Volume
from infraspec.graph.graph import Graph
from infraspec.graph.launch_templates import BlockDevice, LaunchTemplate
from infraspec.rules.compute.examples import INSTANCE
from infraspec.rules.rule import Rule

_TYPES = "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html"


class Range(NamedTuple):
    """Both ends inclusive."""

    low: int
    high: int


SIZES = {
    "gp2": Range(1, 16384),
    "gp3": Range(1, 65536),
    "io1": Range(4, 16384),
    "io2": Range(4, 65536),
    "st1": Range(125, 16384),
    "sc1": Range(125, 16384),
    "standard": Range(1, 1024),
}
"""GiB. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVolume.html"""
IOPS = {"gp3": Range(3000, 80000), "io1": Range(100, 64000), "io2": Range(100, 256000)}
"""https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EbsBlockDevice.html"""
IOPS_PER_GIB = {"gp3": 500, "io1": 50, "io2": 1000}
"""The most operations a second for each GiB. A gp3 volume has 3,000 at any size."""
THROUGHPUT = Range(125, 1000)
"""MiB/s of gp3. EBS itself goes to 2,000, but Terraform's provider before 6.0 refuses more than 1,000."""
IOPS_PER_MIB = 4
"""gp3: operations a second that each MiB/s of throughput needs."""


class Sized(NamedTuple):
    """A root volume or a data volume, and where it is written."""

    volume: BlockDevice | Volume
    throughput: int | None
    at: SpecPath
    is_root: bool


def volumes(graph: Graph) -> Iterator[Sized]:
    """Every volume of every machine, and those of their own."""
    booted: list[Instance | LaunchTemplate] = [*graph.of(Instance), *graph.of(LaunchTemplate)]
    for node in booted:
        if node.root_volume is not None and node.existing is None:
            yield Sized(node.root_volume, node.root_volume.throughput, node.root_volume.origin, is_root=True)
    for template in graph.of(LaunchTemplate):
        for disk in template.volumes:
            yield Sized(disk, disk.throughput, disk.origin, is_root=False)
    for volume in graph.of(Volume):
        if volume.existing is None:
            yield Sized(volume, volume.throughput, volume.origin, is_root=False)


SIZE = Problem(
    code="CMP301",
    name="volume-size",
    level=Level.ERROR,
    title="A volume of a size that its type does not have",
    explanation="Sizes in GiB: gp2 1 to 16,384; gp3 1 to 65,536; io1 4 to 16,384; io2 4 to 65,536; st1 and sc1 125 to "
    "16,384; standard 1 to 1,024.",
    bad=INSTANCE + "    volumes:\n      data: {device: /dev/sdf, type: st1, size_gib: 100}  # <- CMP301\n",
    good=INSTANCE + "    volumes:\n      data: {device: /dev/sdf, type: st1, size_gib: 125}\n",
    source="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVolume.html",
)


def volume_size(graph: Graph) -> Iterator[Finding]:
    """Compare each size with its type's bounds."""
    for volume, _, at, _ in volumes(graph):
        low, high = SIZES[volume.type]
        if volume.size is not None and not low <= volume.size <= high:
            yield Finding(
                problem=SIZE,
                at=(*at, "size_gib"),
                message=f"a {volume.type} volume cannot have {volume.size:,} GiB",
                help=f"write {low} to {high}",
                fixes=nearest_bound((*at, "size_gib"), volume.size, low, high),
            )


SPEED = Problem(
    code="CMP302",
    name="volume-iops",
    level=Level.ERROR,
    title="Operations a second that the type of volume does not have",
    explanation="gp3 takes 3,000 to 80,000 `iops`, io1 100 to 64,000, io2 100 to 256,000; io1 and io2 must say how many. "
    "The other types take none: gp2 has 3 for each GiB.",
    bad=INSTANCE + "    volumes:\n      data: {device: /dev/sdf, type: io2, size_gib: 100}  # <- CMP302\n",
    good=INSTANCE + "    volumes:\n      data: {device: /dev/sdf, type: io2, size_gib: 100, iops: 2000}\n",
    source="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EbsBlockDevice.html",
)


def _removed(at: SpecPath) -> tuple[Fix, ...]:
    """A setting that the type of volume does not have goes."""
    return fix("remove it", Edit(at, how=How.REMOVE))


def volume_iops(graph: Graph) -> Iterator[Finding]:
    """Compare each volume's operations a second with its type's bounds."""
    for volume, _, at, _ in volumes(graph):
        bounds, iops = IOPS.get(volume.type), volume.iops
        if bounds is None and iops is not None:
            message, help_ = f"a {volume.type} volume takes no `iops`", "remove it, or write `type: gp3`"
        elif bounds is not None and iops is not None and not bounds.low <= iops <= bounds.high:
            message, help_ = f"a {volume.type} volume cannot have {iops:,} IOPS", f"write {bounds.low} to {bounds.high}"
        elif bounds is not None and iops is None and volume.type != "gp3":
            message, help_ = (
                f"a {volume.type} volume must say its `iops`",
                f"add `iops:`, {bounds.low} to {bounds.high}",
            )
        else:
            continue
        fixes = _removed((*at, "iops")) if bounds is None else ()
        yield Finding(problem=SPEED, at=(*at, "iops"), message=message, help=help_, fixes=fixes)


THROUGH = Problem(
    code="CMP303",
    name="volume-throughput",
    level=Level.ERROR,
    title="Throughput that the type of volume does not have",
    explanation="Only gp3 takes a `throughput`, 125 to 1,000 MiB/s. (EBS itself goes to 2,000, which Terraform's provider "
    "refused before version 6; both documents must build the same thing.)",
    bad=INSTANCE
    + "    volumes:\n      data: {device: /dev/sdf, type: gp2, size_gib: 100, throughput: 250}  # <- CMP303\n",
    good=INSTANCE + "    volumes:\n      data: {device: /dev/sdf, type: gp3, size_gib: 100, throughput: 250}\n",
    source="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EbsBlockDevice.html",
)


def volume_throughput(graph: Graph) -> Iterator[Finding]:
    """Compare each volume's throughput with what gp3 takes."""
    for volume, throughput, at, _ in volumes(graph):
        if throughput is None:
            continue
        if volume.type != "gp3":
            message, help_ = f"a {volume.type} volume takes no `throughput`", "remove it, or write `type: gp3`"
        elif not THROUGHPUT.low <= throughput <= THROUGHPUT.high:
            message = f"a gp3 volume cannot have {throughput:,} MiB/s"
            help_ = f"write {THROUGHPUT.low} to {THROUGHPUT.high}"
        else:
            continue
        here = (*at, "throughput")
        most = nearest_bound(here, throughput, THROUGHPUT.low, THROUGHPUT.high)
        fixes = _removed(here) if volume.type != "gp3" else most
        yield Finding(problem=THROUGH, at=here, message=message, help=help_, fixes=fixes)


RATIO = Problem(
    code="CMP304",
    name="volume-ratio",
    level=Level.ERROR,
    title="More speed than the size of the volume allows",
    explanation="Above its 3,000, gp3 takes at most 500 IOPS for each GiB, and one MiB/s of throughput for four IOPS; io1 "
    "takes 50 IOPS for each GiB, io2 1,000.",
    bad=INSTANCE + "    volumes:\n      data: {device: /dev/sdf, type: io1, size_gib: 10, iops: 1000}  # <- CMP304\n",
    good=INSTANCE + "    volumes:\n      data: {device: /dev/sdf, type: io1, size_gib: 20, iops: 1000}\n",
    source=_TYPES,
)


def volume_ratio(graph: Graph) -> Iterator[Finding]:
    """Compare operations with size, and throughput with operations."""
    for volume, through, at, _ in volumes(graph):
        most = IOPS_PER_GIB.get(volume.type, 0) * (volume.size or 0)
        iops = volume.iops
        least = max(most, GP3_IOPS if volume.type == "gp3" else 0)
        if volume.size and iops and volume.type in IOPS and least < iops <= IOPS[volume.type][1]:
            per = IOPS_PER_GIB[volume.type]
            message = f"{iops:,} IOPS are too many for {volume.size:,} GiB of {volume.type}"
            help_ = f"write at most {most}, or {-(-iops // per)} GiB or more"
            yield Finding(
                problem=RATIO,
                at=(*at, "iops"),
                message=message,
                label=f"{per} for each GiB",
                help=help_,
                fixes=fix(f"write {most}", Edit((*at, "iops"), str(most))) if most >= IOPS[volume.type].low else (),
            )
        has = iops or GP3_IOPS
        if through is None or volume.type != "gp3" or not THROUGHPUT.low <= through <= THROUGHPUT.high:
            continue
        if through * IOPS_PER_MIB > has:
            message = f"{through} MiB/s need {through * IOPS_PER_MIB:,} IOPS, and the volume has {has:,}"
            help_ = f"write `iops: {through * IOPS_PER_MIB}`, or `throughput: {has // IOPS_PER_MIB}`"
            here = (*at, "throughput")
            fixes = choices(here, [str(has // IOPS_PER_MIB)])
            yield Finding(problem=RATIO, at=here, message=message, help=help_, fixes=fixes)


NOT_BOOTABLE = Problem(
    code="CMP305",
    name="root-not-bootable",
    level=Level.ERROR,
    title="A root volume of a type that nothing boots from",
    explanation="st1 and sc1 are made for large sequential reads, and cannot be the volume that an instance boots from.",
    bad=INSTANCE + "    root_volume: {type: st1, size_gib: 125}  # <- CMP305\n",
    good=INSTANCE + "    root_volume: {type: gp3, size_gib: 125}\n",
    source=_TYPES,
)


def root_not_bootable(graph: Graph) -> Iterator[Finding]:
    """Look at the type of each root volume."""
    for volume, _, at, is_root in volumes(graph):
        if is_root and volume.type in ("st1", "sc1"):
            message = f"nothing boots from a {volume.type} volume"
            yield Finding(
                problem=NOT_BOOTABLE,
                at=(*at, "type"),
                message=message,
                help="write gp3",
                fixes=fix("write gp3", Edit((*at, "type"), "gp3")),
            )


RULES = (
    Rule(SIZE, volume_size),
    Rule(SPEED, volume_iops),
    Rule(THROUGH, volume_throughput),
    Rule(RATIO, volume_ratio),
    Rule(NOT_BOOTABLE, root_not_bootable),
)
