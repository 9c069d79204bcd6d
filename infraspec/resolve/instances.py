"""`instances:` and `network_interfaces:` to nodes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from infraspec.data.instance_types import BURSTABLE
from infraspec.diagnostic import Edit, Finding, How, Related, SpecPath, fix
from infraspec.graph.ec2 import (
    BlockDevice,
    ElasticIpAssociation,
    ImageParameter,
    Instance,
    LaunchTemplate,
    NetworkInterface,
    SpotOptions,
    Volume,
    VolumeAttachment,
)
from infraspec.graph.iam import InstanceProfile
from infraspec.graph.resource import Ref, Resource, ref
from infraspec.graph.vpc import ElasticIp, Subnet
from infraspec.resolve.existing import refuse_parts
from infraspec.resolve.images import image_of, root_device_of, size_of
from infraspec.resolve.network import Network
from infraspec.resolve.problems import NO_INSTANCE_PROFILE
from infraspec.resolve.user_data import user_data
from infraspec.spec.document import Entry
from infraspec.spec.forms.iam import has_instance_profile
from infraspec.spec.kinds import INSTANCE, NETWORK_INTERFACE, ROLE, SUBNET, VPC
from infraspec.spec.problems import WRONG_VALUE

if TYPE_CHECKING:
    from infraspec.spec.instances import Instance as InstanceModel
    from infraspec.spec.instances import Volume as VolumeModel

"""Families that earn CPU credits. Their default differs by family, and between the two backends.
https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-performance-instances-unlimited-mode-concepts.html"""


def instances(scope: Network) -> Iterator[Resource]:
    """Instances with their image, launch template, volumes and Elastic IP address."""
    images: dict[str, ImageParameter] = {}
    for name, entry in scope.of(INSTANCE).items():
        parts = _Parts(scope, name, entry)
        if not parts.are_known:
            continue
        instance = parts.instance()
        yield instance
        if instance.existing is not None:
            refuse_parts(scope, entry)
            continue
        if parts.image is not None:
            images.setdefault(parts.image.key, parts.image)
        yield from parts.beside()
    yield from images.values()


class _Parts:
    """What one instance is made of: everything that it names is looked up once, so that each finding comes once."""

    def __init__(self, scope: Network, name: str, entry: Entry[InstanceModel]) -> None:
        self.scope = scope
        self.name = name
        self.model = entry.model
        self.at = entry.path
        self.subnet = scope.ref(Subnet, "subnet", self.model.subnet, (*self.at, "subnet"))
        self.groups = scope.security_groups(self.model.security_groups, (*self.at, "security_groups"))
        self.profile = _profile(scope, name, self.model.role, (*self.at, "role"))
        managed = self.model.existing is None
        self.image = image_of(self.model, self.at) if managed else None
        self.device = root_device_of(scope, name, self.model, self.image, self.at) if managed else ""
        self.tags = scope.tags(name, self.model.tags)
        self.user_data = user_data(scope, self.model.user_data, (*self.at, "user_data"))

    @property
    def are_known(self) -> bool:
        """Whether all was found that rules ask of every instance; what else is missing has its own finding."""
        return self.subnet is not None and self.groups is not None

    @property
    def root(self) -> BlockDevice:
        """The root volume."""
        root = self.model.root_volume
        return BlockDevice(
            device_name=self.device or "",
            size=root.size_gib or size_of(self.image),
            type=root.type,
            iops=root.iops,
            encrypted=root.encrypted,
            kms_key_id=self.scope.kms_key(root.kms_key, (*self.at, "root_volume", "kms_key")),
            delete_on_termination=root.delete_on_termination,
        )

    @property
    def needs_template(self) -> bool:
        """Whether it has what CloudFormation can say in a launch template only."""
        spoken_of = self.model.spot is not None or self.model.root_volume.throughput is not None
        return spoken_of and self.model.existing is None

    def instance(self) -> Instance:
        """The instance itself."""
        model = self.model
        assert self.subnet is not None and self.groups is not None  # noqa: S101, PT018 - `are_known` says so
        return Instance(
            key=self.name,
            origin=self.at,
            existing=model.existing,
            depends_on=self._waits(self.subnet.key),
            image_id=None if self.image else model.image,
            image_parameter=ref(ImageParameter, self.image.key) if self.image else None,
            launch_template=ref(LaunchTemplate, self.name) if self.needs_template else None,
            instance_type=model.type,
            subnet=self.subnet,
            private_ip=model.private_ip,
            # With an Elastic IP address Terraform reads back true whatever is written, and would replace the instance.
            associate_public_ip_address=None if model.elastic_ip else model.public_ip,
            security_groups=self.groups,
            key_name=model.key_pair,
            instance_profile=self.profile,
            tenancy=model.tenancy or self._tenancy_of_vpc(self.subnet.key),
            monitoring=model.monitoring,
            disable_api_termination=model.termination_protection,
            source_dest_check=model.source_dest_check,
            cpu_credits=model.cpu_credits or ("standard" if model.type.partition(".")[0] in BURSTABLE else None),
            http_tokens=model.imds.tokens,
            http_put_response_hop_limit=model.imds.hop_limit,
            user_data=self.user_data,
            root_volume=None if model.root_volume.throughput is not None else self.root,
            tags=self.tags,
        )

    def _waits(self, subnet: str) -> tuple[Ref[Any], ...]:
        """What runs at the first boot needs its way out, and a public address its gateway."""
        routes = self.scope.routes_out(subnet) if self.model.user_data is not None else ()
        public = self.scope.attachment_of(self.scope.vpc_of("subnet", subnet)) if self.model.public_ip else ()
        return (*routes, *public)

    def _tenancy_of_vpc(self, subnet: str) -> str:
        vpc = self.scope.of(VPC).get(self.scope.vpc_of("subnet", subnet))
        return vpc.model.tenancy if vpc else "default"

    def beside(self) -> Iterator[Resource]:
        """What stands beside the instance for its sake."""
        assert self.subnet is not None  # noqa: S101 - `are_known` says so
        spot, root = self.model.spot, self.model.root_volume
        if self.needs_template:
            price = f"{spot.max_price:f}".rstrip("0").rstrip(".") if spot and spot.max_price else None
            yield LaunchTemplate(
                key=self.name,
                origin=self.at,
                launch_template_name=self.name,
                spot=SpotOptions(price, spot.type, spot.interruption) if spot else None,
                root_volume=self.root if root.throughput is not None else None,
                root_throughput=root.throughput,
                tags=self.tags,
            )
        for volume, model in self.model.volumes.items():
            yield from self._volume(volume, model, self.subnet.key)
        if self.model.elastic_ip is not None:
            yield from self._elastic_ip(self.model.elastic_ip, self.subnet.key)

    def _volume(self, volume: str, model: VolumeModel, subnet: str) -> Iterator[Resource]:
        zone = self.scope.zone(subnet)
        by_id = "-az" in zone
        name, origin = f"{self.name}-{volume}", (*self.at, "volumes", volume)
        stands = self.scope.of(SUBNET)[subnet]
        if by_id and stands.model.existing is not None:
            message = f"the volume needs the name of its zone, which AWS alone knows of `{subnet}`"
            related = (Related(at=(*stands.path, "zone"), label="the zone's identifier"),)
            help_ = f"write the zone of `{subnet}` by its name or letter"
            self.scope.report(Finding(problem=WRONG_VALUE, at=origin, message=message, related=related, help=help_))
            return
        key = f"{self.name}/{volume}"
        yield Volume(
            key=key,
            origin=origin,
            availability_zone=None if by_id else zone,
            subnet=ref(Subnet, subnet) if by_id else None,
            size=model.size_gib,
            type=model.type,
            iops=model.iops,
            throughput=model.throughput,
            encrypted=model.encrypted,
            kms_key_id=self.scope.kms_key(model.kms_key, (*origin, "kms_key")),
            on_delete=model.on_delete,
            tags=self.scope.tags(name, self.model.tags, model.tags),
        )
        instance = ref(Instance, self.name)
        yield VolumeAttachment(key=key, origin=origin, volume=ref(Volume, key), instance=instance, device=model.device)

    def _elastic_ip(self, allocation: str, subnet: str) -> Iterator[Resource]:
        """The address has a key that no NAT gateway's address can have."""
        key, origin = f"instance:{self.name}", (*self.at, "elastic_ip")
        waits = self.scope.attachment_of(self.scope.vpc_of("subnet", subnet))
        existing = None if allocation == "new" else allocation
        yield ElasticIp(key=key, origin=origin, existing=existing, depends_on=waits, tags=self.tags)
        yield ElasticIpAssociation(
            key=self.name,
            origin=origin,
            depends_on=waits,
            allocation=ref(ElasticIp, key),
            instance=ref(Instance, self.name),
        )


def _profile(scope: Network, name: str, role: str | None, at: SpecPath) -> Ref[InstanceProfile] | None:
    """The instance profile of the role that an instance names."""
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


def network_interfaces(scope: Network) -> Iterator[Resource]:
    """Network interfaces of their own."""
    for name, entry in scope.of(NETWORK_INTERFACE).items():
        model = entry.model
        subnet = scope.ref(Subnet, "subnet", model.subnet, (*entry.path, "subnet"))
        groups = scope.security_groups(model.security_groups, (*entry.path, "security_groups"))
        if subnet is not None and groups is not None:
            yield NetworkInterface(
                key=name,
                origin=entry.path,
                existing=model.existing,
                subnet=subnet,
                private_ip=model.private_ip,
                security_groups=groups,
                description=model.description,
                source_dest_check=model.source_dest_check,
                tags=scope.tags(name, model.tags),
            )
