"""The names by which volumes are attached."""

import re
from collections.abc import Iterator

from infraspec.diagnostic import Edit, Finding, Level, Problem, Related, SpecPath, fix
from infraspec.graph.ec2 import Instance, VolumeAttachment
from infraspec.graph.graph import Graph
from infraspec.graph.launch_templates import LaunchTemplate
from infraspec.rules.compute.examples import INSTANCE
from infraspec.rules.rule import Rule

DEVICES = Problem(
    code="CMP119",
    name="device-name",
    level=Level.ERROR,
    title="A device name that is taken, or that is not for data volumes",
    explanation="Each volume of an instance has a device name of its own, and the root's is the image's. Data volumes are "
    "/dev/sdf to /dev/sdp (xvdf to xvdp on Windows): EC2 keeps the others for the root and for instance stores.",
    bad=INSTANCE
    + "    volumes:\n      data: {device: /dev/sdf, size_gib: 10}\n      logs: {device: /dev/sdf, size_gib: 10}  # <- CMP119\n",
    good=INSTANCE
    + "    volumes:\n      data: {device: /dev/sdf, size_gib: 10}\n      logs: {device: /dev/sdg, size_gib: 10}\n",
    source="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/device_naming.html",
)
_DATA = r"(?:/dev/sd|/dev/xvd|xvd)[b-z]\Z|/dev/xvd[bc][a-z]\Z"


def device_name(graph: Graph) -> Iterator[Finding]:
    """Compare the devices of each instance with each other and with its root's."""
    taken: dict[tuple[str, str], SpecPath] = {}
    booted: list[Instance | LaunchTemplate] = [*graph.of(Instance), *graph.of(LaunchTemplate)]
    for node in booted:
        if node.root_volume is not None:
            taken[(node.key, _bare(node.root_volume.device_name))] = node.origin
    used = taken.keys() | {(one.instance.key, _bare(one.device)) for one in graph.of(VolumeAttachment)}
    for attachment in graph.of(VolumeAttachment):
        device = attachment.device
        place = (attachment.instance.key, _bare(device))
        first = taken.setdefault(place, attachment.origin)
        related: tuple[Related, ...] = ()
        if first is not attachment.origin:
            root = len(first) < len(attachment.origin)
            message = f"`{device}` is the root volume" if root else f"two volumes of `{place[0]}` are `{device}`"
            related = (Related(at=first, label="its root" if root else "taken here", on_key=True),)
        elif not re.match(_DATA, device):
            message = f"`{device}` is not a name for data volumes"
        else:
            continue
        free = next((one for one in "fghijklmnop" if (place[0], f"sd{one}") not in used), None)
        help_ = f"write /dev/sd{free}" if free else "write one of /dev/sdf to /dev/sdp that is free"
        at = (*attachment.origin, "device")
        fixes = fix(help_, Edit(at, f"/dev/sd{free}")) if free else ()
        yield Finding(problem=DEVICES, at=at, message=message, related=related, help=help_, fixes=fixes)


def _bare(device: str) -> str:
    """`sda1`, `xvda` and `/dev/sda` are one device to the kernel."""
    return device.removeprefix("/dev/").replace("xvd", "sd").rstrip("0123456789")


RULES = (Rule(DEVICES, device_name),)
