"""`instances:` and `network_interfaces:` to nodes."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import IPv4Address
from typing import TYPE_CHECKING, Any, TypedDict

from infraspec.diagnostic import Finding, Related
from infraspec.graph.ec2 import ElasticIpAssociation, Instance, NetworkInterface, Volume, VolumeAttachment
from infraspec.graph.launch_templates import LaunchTemplate
from infraspec.graph.resource import Ref, Resource, ref
from infraspec.graph.security_groups import SecurityGroup
from infraspec.graph.vpc import ElasticIp, Subnet
from infraspec.resolve.existing import refuse_parts
from infraspec.resolve.machines import Parts, in_template, speed_of
from infraspec.resolve.network import Network
from infraspec.resolve.scope import bare
from infraspec.spec.document import Entry
from infraspec.spec.kinds import INSTANCE, NETWORK_INTERFACE, SUBNET, VPC
from infraspec.spec.problems import WRONG_VALUE

if TYPE_CHECKING:
    from infraspec.spec.instances import Instance as InstanceModel
    from infraspec.spec.instances import NetworkInterface as NetworkInterfaceModel
    from infraspec.spec.instances import Volume as VolumeModel


def instances(scope: Network) -> Iterator[Resource]:
    """Instances with their launch template, volumes and Elastic IP address."""
    for name, entry in scope.of(INSTANCE).items():
        machine = _Machine(scope, name, entry)
        if not machine.are_known:
            continue
        instance = machine.instance()
        yield instance
        if instance.existing is not None:
            refuse_parts(scope, entry)
            continue
        if machine.parts.image is not None:
            scope.images.setdefault(machine.parts.image.key, machine.parts.image)
        yield from machine.beside()


class _Addresses(TypedDict):
    """The addresses of an instance, and whether it keeps to them."""

    private_ip: IPv4Address | None
    ipv6_address_count: int | None
    associate_public_ip_address: bool | None
    source_dest_check: bool


class _Machine:
    """One instance, and what it names."""

    def __init__(self, scope: Network, name: str, entry: Entry[InstanceModel]) -> None:
        self.scope = scope
        self.name = name
        self.model = entry.model
        self.at = entry.path
        self.interface: Ref[NetworkInterface] | None = None
        self.stands: NetworkInterfaceModel | InstanceModel | None = entry.model
        if self.model.interface is not None:
            at = (*self.at, "interface")
            self.interface = scope.ref(NetworkInterface, "network_interface", self.model.interface, at)
            plugged = scope.of(NETWORK_INTERFACE).get(self.interface.key) if self.interface else None
            self.stands = plugged.model if plugged else None
            self.subnet, self.groups = _of_interface(scope, self.stands) if self.stands else (None, None)
        else:
            self.subnet = scope.ref(Subnet, "subnet", self.model.subnet or "", (*self.at, "subnet"))
            self.groups = scope.security_groups(self.model.security_groups, (*self.at, "security_groups"))
        self.parts = Parts(scope, name, self.model, self.at, managed=self.model.existing is None)
        self.tags = scope.tags(name, self.model.tags)

    @property
    def are_known(self) -> bool:
        """Whether all was found that rules ask of every instance; what else is missing has its own finding."""
        return self.subnet is not None and self.groups is not None

    @property
    def needs_template(self) -> bool:
        """Whether it has what CloudFormation can say in a launch template only."""
        spoken_of = self.model.spot is not None or self.model.root_volume.throughput is not None
        return spoken_of and self.model.existing is None

    def instance(self) -> Instance:
        """The instance itself."""
        model, parts = self.model, self.parts
        assert self.subnet is not None and self.groups is not None  # noqa: S101, PT018 - `are_known` says so
        return Instance(
            key=self.name,
            origin=self.at,
            existing=model.existing,
            depends_on=self._waits(self.subnet.key),
            image_id=parts.image_id,
            image_parameter=parts.image_parameter,
            image_lookup=parts.image_lookup,
            launch_template=ref(LaunchTemplate, self.name) if self.needs_template else None,
            instance_type=model.type,
            network_interface=self.interface,
            subnet=self.subnet,
            security_groups=self.groups,
            **self._addresses(),
            key_name=model.key_pair,
            instance_profile=parts.profile,
            tenancy=model.tenancy or self._tenancy_of_vpc(self.subnet.key),
            host_id=model.host,
            placement_group=parts.placement_group,
            monitoring=model.monitoring,
            disable_api_termination=model.termination_protection,
            cpu_credits=parts.cpu_credits,
            http_tokens=model.imds.tokens,
            http_put_response_hop_limit=model.imds.hop_limit,
            user_data=parts.user_data,
            root_volume=None if model.root_volume.throughput is not None else parts.root,
            tags=self.tags,
        )

    def _addresses(self) -> _Addresses:
        """With an Elastic IP address Terraform reads back true whatever is written, and would replace the instance."""
        public = None if self.model.elastic_ip else self.model.public_ip
        return _Addresses(
            private_ip=self.model.private_ip,
            ipv6_address_count=self.model.ipv6_addresses,
            associate_public_ip_address=public,
            source_dest_check=self.stands is None or self.stands.source_dest_check,
        )

    def _waits(self, subnet: str) -> tuple[Ref[Any], ...]:
        """What runs at the first boot needs its way out, and a public address its gateway."""
        routes = self.scope.routes_out(subnet) if self.model.user_data is not None else ()
        public = () if self.interface else self.scope.gateway_of(subnet, public_ip=self.model.public_ip)
        return (*routes, *public)

    def _tenancy_of_vpc(self, subnet: str) -> str:
        vpc = self.scope.of(VPC).get(self.scope.vpc_of("subnet", subnet))
        return vpc.model.tenancy if vpc else "default"

    def beside(self) -> Iterator[Resource]:
        """What stands beside the instance for its sake."""
        assert self.subnet is not None  # noqa: S101 - `are_known` says so
        if self.needs_template:
            root = in_template(self.parts.root) if self.parts.root.throughput is not None else None
            yield LaunchTemplate(
                key=self.name,
                origin=self.at,
                launch_template_name=self.name,
                launch=None,
                spot=self.parts.spot,
                root_volume=root,
                volumes=(),
                tagged=("volume",) if root else (),
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
        key, speed = f"{self.name}/{volume}", speed_of(model)
        yield Volume(
            key=key,
            origin=origin,
            availability_zone=None if by_id else zone,
            subnet=ref(Subnet, subnet) if by_id else None,
            size=model.size_gib,
            type=model.type,
            iops=speed.iops,
            throughput=speed.throughput,
            encrypted=model.encrypted,
            kms_key_id=self.scope.kms_key(model.kms_key, (*origin, "kms_key")),
            multi_attach=False,
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


Stands = tuple[Ref[Subnet] | None, tuple[Ref[SecurityGroup], ...] | None]


def _of_interface(scope: Network, model: NetworkInterfaceModel | InstanceModel) -> Stands:
    """Where an interface stands, and its groups; what it names and is unknown is said of the interface itself."""
    subnet = bare(model.subnet or "", "subnet")
    groups = sorted({bare(one, "security_group") for one in model.security_groups})
    known = all(one in scope.names["security_group"] for one in groups)
    return (
        ref(Subnet, subnet) if subnet in scope.names["subnet"] else None,
        tuple(ref(SecurityGroup, one) for one in groups) if known else None,
    )


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
                ipv6_address_count=model.ipv6_addresses,
                security_groups=groups,
                description=model.description,
                source_dest_check=model.source_dest_check,
                on_delete=model.on_delete,
                tags=scope.tags(name, model.tags),
            )
