"""Images by the names that people use: their public parameters, root devices, sizes and ends of support.

The table is transcribed: `tools/refresh_transcribed.py` names its pages.
"""

from typing import Final, NamedTuple

IMAGES_DATE: Final = "2026-07"
"""When the dates below were looked up."""


class Image(NamedTuple):
    """A public image."""

    parameter: str
    """The path of its SSM parameter, with `{}` where the architecture stands."""
    architectures: dict[str, str]
    """Each architecture of EC2 that it is made for, and its word in the path."""
    size: int
    """GiB of its snapshot: a root volume cannot be smaller."""
    end_of_support: str
    """The day on which its standard support ends or ended, as year, month and day."""


_UBUNTU = {"x86_64": "amd64", "arm64": "arm64"}
_AMAZON = {"x86_64": "x86_64", "arm64": "arm64"}
_CANONICAL = "/aws/service/canonical/ubuntu/server/{}/stable/current/{{}}/hvm/{}/ami-id"
_LINUX = "/aws/service/ami-amazon-linux-latest/"
_WINDOWS = "/aws/service/ami-windows-latest/"

IMAGES: Final = {
    "ubuntu-20.04": Image(_CANONICAL.format("20.04", "ebs-gp2"), _UBUNTU, 8, "2025-05-31"),
    "ubuntu-22.04": Image(_CANONICAL.format("22.04", "ebs-gp2"), _UBUNTU, 8, "2027-04-30"),
    "ubuntu-24.04": Image(_CANONICAL.format("24.04", "ebs-gp3"), _UBUNTU, 8, "2029-04-30"),
    "amazon-linux-2": Image(_LINUX + "amzn2-ami-kernel-5.10-hvm-{}-gp2", _AMAZON, 8, "2026-06-30"),
    "amazon-linux-2023": Image(_LINUX + "al2023-ami-kernel-default-{}", _AMAZON, 8, "2029-06-30"),
    "windows-2022": Image(_WINDOWS + "Windows_Server-2022-English-Full-Base", {"x86_64": ""}, 30, "2031-10-14"),
}
"""https://documentation.ubuntu.com/aws/aws-how-to/instances/find-ubuntu-images/,
https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/finding-an-ami-parameter-store.html"""

_ROOTS = (
    ("/aws/service/canonical/", "/dev/sda1"),
    ("/aws/service/ami-windows-latest/", "/dev/sda1"),
    ("/aws/service/ami-amazon-linux-latest/", "/dev/xvda"),
    ("/aws/service/debian/", "/dev/xvda"),
)


def parameter_of(name: str, architecture: str) -> str:
    """The parameter of an image: of the architecture that its name ends with, or else of `architecture`."""
    base = name.removesuffix("-arm64")
    image = IMAGES[base]
    wanted = "arm64" if base != name else architecture
    word = image.architectures.get(wanted, next(iter(image.architectures.values())))
    return image.parameter.format(word)


def names() -> dict[str, str]:
    """Every name that an image has, and the name without its architecture."""
    plain = {name: name for name in IMAGES}
    return plain | {f"{name}-arm64": name for name, image in IMAGES.items() if "arm64" in image.architectures}


def image_at(parameter: str) -> tuple[str, Image] | None:
    """The image that a parameter holds, if it is one of the table."""
    for name, image in IMAGES.items():
        head, _, tail = image.parameter.partition("{}")
        if parameter.startswith(head) and parameter.endswith(tail):
            return name, image
    return None


def architecture_at(parameter: str) -> str | None:
    """The architecture of the image that a public parameter holds, where its path says so."""
    if "arm64" in parameter or "aarch64" in parameter:
        return "arm64"
    known = ("amd64" in parameter, "x86_64" in parameter, "/ami-windows-latest/" in parameter)
    return "x86_64" if any(known) else None


def root_device_at(parameter: str) -> str | None:
    """What the images of a public parameter call their root volume, where that is known."""
    return next((device for prefix, device in _ROOTS if parameter.startswith(prefix)), None)
