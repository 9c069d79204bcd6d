"""`launch_templates:` to nodes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from infraspec.graph.launch_templates import BlockDevice, Launch, LaunchTemplate, Metadata
from infraspec.graph.resource import Ref, Resource
from infraspec.graph.security_groups import SecurityGroup
from infraspec.resolve.machines import Parts, device_of, in_template
from infraspec.resolve.network import Network
from infraspec.spec.kinds import LAUNCH_TEMPLATE

if TYPE_CHECKING:
    from infraspec.diagnostic import SpecPath
    from infraspec.spec.launch_templates import LaunchTemplate as LaunchTemplateModel
    from infraspec.spec.launch_templates import TemplateVolume

_TAGGED = ("instance", "network-interface", "volume")


def launch_templates(scope: Network) -> Iterator[Resource]:
    """Every launch template with all that its machines are."""
    for name, entry in scope.of(LAUNCH_TEMPLATE).items():
        model = entry.model
        groups = scope.security_groups(model.security_groups, (*entry.path, "security_groups"))
        parts = Parts(scope, name, model, entry.path, managed=True)
        if groups is None:
            continue
        if parts.image is not None:
            scope.images.setdefault(parts.image.key, parts.image)
        yield LaunchTemplate(
            key=name,
            origin=entry.path,
            launch_template_name=name,
            launch=_launch(model, parts, groups),
            spot=parts.spot,
            root_volume=in_template(parts.root),
            volumes=tuple(
                _disk(scope, one, (*entry.path, "volumes", key)) for key, one in sorted(model.volumes.items())
            ),
            tagged=_TAGGED,
            tags=scope.tags(name, model.tags),
        )


def _disk(scope: Network, model: TemplateVolume, origin: SpecPath) -> BlockDevice:
    goes = model.delete_on_termination
    return in_template(device_of(scope, model, origin, model.device, model.size_gib, delete_on_termination=goes))


def _launch(model: LaunchTemplateModel, parts: Parts, groups: tuple[Ref[SecurityGroup], ...]) -> Launch:
    """What a group is told of the machines that it starts."""
    return Launch(
        image_id=parts.image_id,
        image_parameter=parts.image_parameter,
        image_lookup=parts.image_lookup,
        instance_type=model.type,
        security_groups=groups,
        associate_public_ip_address=model.public_ip,
        key_name=model.key_pair,
        instance_profile=parts.profile,
        tenancy=model.tenancy or "default",
        host_id=model.host,
        placement_group=parts.placement_group,
        monitoring=model.monitoring,
        cpu_credits=parts.cpu_credits,
        metadata=Metadata(model.imds.tokens, model.imds.hop_limit),
        user_data=parts.user_data,
    )
