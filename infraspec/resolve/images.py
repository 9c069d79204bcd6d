"""Images by name, parameter or identifier, and what they call and give their root volume."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from infraspec.data.images import image_at, names, parameter_of, root_device_at
from infraspec.data.instance_types import architecture
from infraspec.diagnostic import Edit, Finding, Related, SpecPath, choices, fix
from infraspec.graph.ec2 import ImageParameter
from infraspec.resolve.problems import ROOT_DEVICE
from infraspec.resolve.scope import Scope

if TYPE_CHECKING:
    from infraspec.spec.instances import Instance as InstanceModel


def image_of(model: InstanceModel, at: SpecPath) -> ImageParameter | None:
    """The parameter that holds the image; None for a literal identifier."""
    if model.image.startswith("ami-"):
        return None
    if model.image.startswith("/"):
        return ImageParameter(key=model.image, origin=(*at, "image"), parameter=model.image)
    parameter = parameter_of(model.image, architecture(model.type))
    base = names()[model.image]
    arm = f"{base}-arm64" if "arm64" in parameter else base
    return ImageParameter(key=arm, origin=(*at, "image"), parameter=parameter)


def size_of(image: ImageParameter | None) -> int | None:
    """The size of an image's snapshot, where it is known: written out, so that both backends build the same."""
    found = image_at(image.parameter) if image else None
    return found[1].size if found else None


def root_device_of(
    scope: Scope, name: str, model: InstanceModel, image: ImageParameter | None, at: SpecPath
) -> str | None:
    """What the image calls its root volume; None, with a finding, where nobody says."""
    written = model.root_volume.device
    known = root_device_at(image.parameter) if image else None
    if written is None and known is None:
        message = f"what image `{model.image}` calls its root volume is not known"
        help_ = "add `root_volume: {device: …}`: /dev/sda1 or /dev/xvda, as `aws ec2 describe-images` says"
        fixes = choices((*at, "root_volume", "device"), ("/dev/sda1", "/dev/xvda"))
        finding = Finding(problem=ROOT_DEVICE, at=(*at, "image"), message=message, help=help_, fixes=fixes)
        scope.report(replace(finding, leaves_out=False))
        return None
    if written is not None and known is not None and written != known:
        message = f"image `{model.image}` of `{name}` calls its root volume {known}, not {written}"
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
