"""Images: their support, and the size of their snapshot."""

from collections.abc import Iterator

from infraspec.analysis.machines import machines
from infraspec.data.images import IMAGES, IMAGES_DATE, image_at
from infraspec.diagnostic import Edit, Finding, Level, Problem, Related, choices, fix
from infraspec.graph.graph import Graph
from infraspec.rules.rule import Rule

_HEAD = """version: 1
name: demo
region: ap-northeast-2
vpcs:
  main:
    cidr: 10.0.0.0/16
    security_groups: {web: {egress: []}}
    tiers: {app: {subnets: {app-a: {zone: a, cidr: 10.0.0.0/24}}}}
instances:
"""

PAST_SUPPORT = Problem(
    code="CMP203",
    name="image-past-support",
    level=Level.WARNING,
    title="An operating system whose standard support has ended",
    explanation="It gets no security updates any more, unless they are paid for (Ubuntu Pro). Ubuntu 20.04 ended on "
    "2025-05-31, Amazon Linux 2 on 2026-06-30. The dates are known as of 2026-07.",
    bad=_HEAD + "  app-1: {image: ubuntu-20.04, type: t3.micro, subnet: app-a, security_groups: web}  # <- CMP203\n",
    good=_HEAD + "  app-1: {image: ubuntu-24.04, type: t3.micro, subnet: app-a, security_groups: web}\n",
    source="https://ubuntu.com/about/release-cycle",
)


def _supported(name: str) -> list[str]:
    """The newest image of the same system that was supported at the date of the table; none if there was none."""
    system = name.rstrip("0123456789.")
    alike = [one for one, image in IMAGES.items() if one.rstrip("0123456789.") == system]
    return [one for one in alike if IMAGES[one].end_of_support >= IMAGES_DATE][-1:]


def past_support(graph: Graph) -> Iterator[Finding]:
    """Compare the end of each image's support with the date of the table, so that a spec means the same every day."""
    for instance in machines(graph):
        found = image_at(graph.get(instance.image_parameter).parameter) if instance.image_parameter else None
        if found is not None and found[1].end_of_support < IMAGES_DATE:
            name, image = found
            newer = _supported(name)
            yield Finding(
                problem=PAST_SUPPORT,
                at=(*instance.origin, "image"),
                message=f"standard support of {name} has ended",
                label=f"on {image.end_of_support}, as known in {IMAGES_DATE}",
                help=f"move to a release that is supported{', such as ' + newer[0] if newer else ''}",
                fixes=choices((*instance.origin, "image"), newer),
            )


TOO_SMALL = Problem(
    code="CMP206",
    name="root-smaller-than-image",
    level=Level.ERROR,
    title="A root volume that is smaller than the image",
    explanation="A volume that is made from a snapshot is at least as large as the snapshot: 8 GiB for Ubuntu and Amazon "
    "Linux, 30 GiB for Windows.",
    bad=_HEAD
    + "  app-1:\n    image: windows-2022\n    type: t3.large\n    subnet: app-a\n    security_groups: web\n"
    + "    root_volume: {size_gib: 20}  # <- CMP206\n",
    good=_HEAD
    + "  app-1:\n    image: windows-2022\n    type: t3.large\n    subnet: app-a\n    security_groups: web\n"
    + "    root_volume: {size_gib: 30}\n",
    source="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EbsBlockDevice.html",
)


def root_smaller_than_image(graph: Graph) -> Iterator[Finding]:
    """Compare each root volume with the size of its image."""
    for instance in machines(graph):
        found = image_at(graph.get(instance.image_parameter).parameter) if instance.image_parameter else None
        root = instance.root_volume
        if found is None or root is None or root.size is None or root.size >= found[1].size:
            continue
        name, image = found
        yield Finding(
            problem=TOO_SMALL,
            at=(*instance.origin, "root_volume", "size_gib"),
            message=f"a root volume of {root.size} GiB cannot hold the image {name}",
            label=f"the image has {image.size} GiB",
            related=(Related(at=(*instance.origin, "image"), label=name),),
            help=f"write {image.size} or more",
            fixes=fix(f"write {image.size}", Edit((*instance.origin, "root_volume", "size_gib"), str(image.size))),
        )


RULES = (Rule(PAST_SUPPORT, past_support), Rule(TOO_SMALL, root_smaller_than_image))
