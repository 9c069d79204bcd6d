"""`volumes:` to nodes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from infraspec.diagnostic import Finding
from infraspec.graph.ec2 import Instance, Volume, VolumeAttachment
from infraspec.graph.resource import Resource, ref
from infraspec.resolve.machines import speed_of
from infraspec.resolve.network import Network
from infraspec.spec.kinds import VOLUME
from infraspec.spec.problems import WRONG_VALUE

if TYPE_CHECKING:
    from infraspec.spec.document import Entry
    from infraspec.spec.volumes import StandaloneVolume


def volumes(scope: Network) -> Iterator[Resource]:
    """Volumes of their own, with what they are attached to."""
    for name, entry in scope.of(VOLUME).items():
        model = entry.model
        if "-az" in model.zone:
            at = (*entry.path, "zone")
            message = f"a volume needs the name of its zone, and `{model.zone}` is an identifier"
            help_ = "write the zone by its name or letter"
            scope.report(Finding(problem=WRONG_VALUE, at=at, message=message, help=help_))
            continue
        speed = speed_of(model)
        yield Volume(
            key=name,
            origin=entry.path,
            existing=model.existing,
            availability_zone=scope.zone_name(model.zone),
            subnet=None,
            size=model.size_gib,
            type=model.type,
            iops=speed.iops,
            throughput=speed.throughput,
            encrypted=model.encrypted,
            kms_key_id=scope.kms_key(model.kms_key, (*entry.path, "kms_key")),
            multi_attach=model.multi_attach,
            on_delete=model.on_delete,
            tags=scope.tags(name, model.tags),
        )
        yield from _attachments(scope, name, entry)


def _attachments(scope: Network, name: str, entry: Entry[StandaloneVolume]) -> Iterator[Resource]:
    """What a volume is attached to."""
    for written, device in sorted(entry.model.attach.items()):
        at = (*entry.path, "attach", written)
        instance = scope.ref(Instance, "instance", written, at, on_key=True)
        if instance is not None:
            yield VolumeAttachment(
                key=f"{instance.key}/{name}", origin=at, volume=ref(Volume, name), instance=instance, device=device
            )
