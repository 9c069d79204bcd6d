"""Images by name, parameter or identifier, and what they call and give their root volume."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from infraspec.data.images import image_at, names, parameter_of, root_device_at
from infraspec.data.instance_types import architecture
from infraspec.diagnostic import Edit, Finding, Related, SpecPath, choices, fix
from infraspec.graph.image_lookup import ImageLookup, ImageParameter
from infraspec.resolve.problems import ROOT_DEVICE
from infraspec.resolve.scope import Scope

if TYPE_CHECKING:
    from infraspec.spec.instances import Machine


Image = ImageParameter | ImageLookup
"""What finds an image by a name."""


def image_of(model: Machine, at: SpecPath) -> Image | None:
    """What finds the image; None for a literal identifier."""
    written, own = model.image, architecture(model.type)
    if not isinstance(written, str):
        key = f"{written.owner} {written.name} {own}"
        return ImageLookup(key=key, origin=(*at, "image"), owner=written.owner, name=written.name, architecture=own)
    if written.startswith("ami-"):
        return None
    if written.startswith("/"):
        return ImageParameter(key=written, origin=(*at, "image"), parameter=written)
    parameter = parameter_of(written, own)
    base = names()[written]
    arm = f"{base}-arm64" if "arm64" in parameter else base
    return ImageParameter(key=arm, origin=(*at, "image"), parameter=parameter)


def size_of(image: Image | None) -> int | None:
    """The size of an image's snapshot, where it is known: written out, so that both backends build the same."""
    found = image_at(image.parameter) if isinstance(image, ImageParameter) else None
    return found[1].size if found else None


def root_device_of(scope: Scope, name: str, model: Machine, image: Image | None, at: SpecPath) -> str | None:
    """What the image calls its root volume; None, with a finding, where nobody says."""
    written = model.root_volume.device
    known = root_device_at(image.parameter) if isinstance(image, ImageParameter) else None
    called = model.image if isinstance(model.image, str) else model.image.name
    if written is None and known is None:
        message = f"what image `{called}` calls its root volume is not known"
        help_ = "add `root_volume: {device: …}`: /dev/sda1 or /dev/xvda, as `aws ec2 describe-images` says"
        fixes = choices((*at, "root_volume", "device"), ("/dev/sda1", "/dev/xvda"))
        finding = Finding(problem=ROOT_DEVICE, at=(*at, "image"), message=message, help=help_, fixes=fixes)
        scope.report(replace(finding, leaves_out=False))
        return None
    if written is not None and known is not None and written != known:
        message = f"image `{called}` of `{name}` calls its root volume {known}, not {written}"
        scope.report(
            Finding(
                problem=ROOT_DEVICE,
                at=(*at, "root_volume", "device"),
                message=message,
                related=(Related(at=(*at, "image"), label=f"its root is {known}"),),
                help=f"write {known}, or remove it",
                fixes=fix(f"write {known}", Edit((*at, "root_volume", "device"), known)),
                leaves_out=False,
            )
        )
    return written or known
