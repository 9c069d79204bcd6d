"""What an instance and a launch template have in common: their image, root volume, role and Spot request."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from infraspec.aws import GP3_IOPS, GP3_THROUGHPUT
from infraspec.data.instance_types import BURSTABLE
from infraspec.diagnostic import Edit, Finding, How, Related, SpecPath, fix
from infraspec.graph.iam import InstanceProfile
from infraspec.graph.image_lookup import ImageLookup, ImageParameter
from infraspec.graph.launch_templates import BlockDevice, PlacementGroup, SpotOptions
from infraspec.graph.resource import Ref, ref
from infraspec.resolve.images import Image, image_of, root_device_of, size_of
from infraspec.resolve.network import Network
from infraspec.resolve.problems import NO_INSTANCE_PROFILE
from infraspec.resolve.user_data import user_data
from infraspec.spec.forms.iam import has_instance_profile
from infraspec.spec.kinds import ROLE

if TYPE_CHECKING:
    from infraspec.spec.instances import Machine, Spot, Storage
    from infraspec.spec.volumes import StandaloneVolume


class Parts:
    """What one machine is made of: everything that it names is looked up once, so that each finding comes once."""

    def __init__(self, scope: Network, name: str, model: Machine, at: SpecPath, *, managed: bool) -> None:
        self.image: Image | None = image_of(model, at) if managed else None
        self.image_id = model.image if self.image is None and isinstance(model.image, str) else None
        looked_up = self.image
        self.image_parameter = ref(ImageParameter, looked_up.key) if isinstance(looked_up, ImageParameter) else None
        self.image_lookup = ref(ImageLookup, looked_up.key) if isinstance(looked_up, ImageLookup) else None
        self.profile = _profile(scope, name, model.role, (*at, "role"))
        self.placement_group: Ref[PlacementGroup] | None = None
        if model.placement_group is not None:
            found = scope.ref(PlacementGroup, "placement_group", model.placement_group, (*at, "placement_group"))
            self.placement_group = found
        self.user_data = user_data(scope, model.user_data, (*at, "user_data"))
        self.spot = spot_of(model.spot) if model.spot else None
        burstable = model.type.partition(".")[0] in BURSTABLE
        self.cpu_credits = model.cpu_credits or ("standard" if burstable else None)
        device = root_device_of(scope, name, model, self.image, at) if managed else ""
        root = model.root_volume
        size, kept = root.size_gib or size_of(self.image), root.delete_on_termination
        self.root = device_of(scope, root, (*at, "root_volume"), device or "", size, delete_on_termination=kept)


def device_of(
    scope: Network, storage: Storage, origin: SpecPath, device: str, size: int | None, *, delete_on_termination: bool
) -> BlockDevice:
    """A volume that comes with its machine."""
    return BlockDevice(
        origin=origin,
        device_name=device,
        size=size,
        type=storage.type,
        iops=storage.iops,
        throughput=storage.throughput,
        encrypted=storage.encrypted,
        kms_key_id=scope.kms_key(storage.kms_key, (*origin, "kms_key")),
        delete_on_termination=delete_on_termination,
    )


class Speed(NamedTuple):
    """What a volume does each second; None is not chosen for its type."""

    iops: int | None
    throughput: int | None
    """MiB."""


def speed_of(volume: Storage | StandaloneVolume | BlockDevice) -> Speed:
    """What is written, and else gp3's own, which is said: what is left out stays as it was in Terraform."""
    if volume.type != "gp3":
        return Speed(volume.iops, volume.throughput)
    return Speed(volume.iops or GP3_IOPS, volume.throughput or GP3_THROUGHPUT)


def in_template(volume: BlockDevice) -> BlockDevice:
    """A volume as a launch template says it, with its speed."""
    iops, throughput = speed_of(volume)
    return volume._replace(iops=iops, throughput=throughput)


def price(most: float | None) -> str | None:
    """A price as AWS writes it."""
    return f"{most:f}".rstrip("0").rstrip(".") if most else None


def spot_of(spot: Spot) -> SpotOptions:
    """How a Spot instance is asked for."""
    return SpotOptions(price(spot.max_price), spot.type, spot.interruption)


def _profile(scope: Network, name: str, role: str | None, at: SpecPath) -> Ref[InstanceProfile] | None:
    """The instance profile of the role that a machine names."""
    found = scope.ref(InstanceProfile, "role", role, at) if role is not None else None
    if found is None:
        return None
    entry = scope.of(ROLE)[found.key]
    if has_instance_profile(entry.model):
        return found
    if entry.model.trust is None:  # it is said of the role that nobody may take it
        return None
    message = f"instance `{name}` cannot take the role `{found.key}`"
    scope.report(
        Finding(
            problem=NO_INSTANCE_PROFILE,
            at=at,
            message=message,
            related=(Related(at=(*entry.path, "trust"), label="does not trust `ec2`"),),
            help=f"add `ec2` to the `trust` of `{found.key}`, or give the instance a role of its own",
            fixes=fix(f"add `ec2` to the `trust` of `{found.key}`", Edit((*entry.path, "trust"), "ec2", How.ADD)),
            leaves_out=False,
        )
    )
    return None
