"""`dns:` to nodes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from infraspec.graph.elbv2 import LoadBalancer
from infraspec.graph.resource import Ref, Resource, ref
from infraspec.graph.route53 import Alias, HostedZone, RecordSet, ZoneVpc
from infraspec.graph.vpc import Vpc
from infraspec.resolve.hosted_zones import bare_zones_of_records, hosted_zone
from infraspec.resolve.network import Network
from infraspec.spec.document import Entry
from infraspec.spec.forms.dns import values_of
from infraspec.spec.kinds import RECORD, ZONE

if TYPE_CHECKING:
    from infraspec.spec.dns import Record

DEFAULT_TTL = 300
_MAX_STRING = 255
"""Characters of one string of a TXT record. https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html"""


def zones(scope: Network) -> Iterator[Resource]:
    """Every zone that is named."""
    for name, entry in scope.of(ZONE).items():
        model = entry.model
        refs = [scope.ref(Vpc, "vpc", vpc, at) for vpc, at in scope.each(model.vpcs or (), (*entry.path, "vpcs"))]
        found = sorted({vpc.key for vpc in refs if vpc is not None})
        if None in refs:
            continue
        yield HostedZone(
            key=name,
            origin=entry.path,
            existing=model.existing,
            name=name,
            comment=model.comment,
            vpcs=tuple(ZoneVpc(ref(Vpc, vpc), scope.region) for vpc in found),
            tags=scope.tags(name, model.tags),
        )


def records(scope: Network) -> Iterator[Resource]:
    """A set of records for each type of each name."""
    for name, entry in scope.of(RECORD).items():
        zone = hosted_zone(scope, entry.model.zone, (*entry.path, "zone"))
        if zone is not None:
            yield from _alias(scope, name, entry, zone)
            yield from _values(name, entry, zone)
    yield from bare_zones_of_records(scope)


def _alias(scope: Network, name: str, entry: Entry[Record], zone: Ref[HostedZone]) -> Iterator[RecordSet]:
    model = entry.model
    if model.alias is None:
        return
    found = scope.find(model.alias, ("load_balancer",), (*entry.path, "alias"))
    if found is not None:
        balancer: Ref[Resource] = Ref(LoadBalancer.__name__, found.name)
        yield RecordSet(
            key=f"{name} A",
            origin=entry.path,
            zone=zone,
            name=name,
            type="A",
            ttl=None,
            records=(),
            alias=Alias(balancer, model.evaluate_target_health or False),
        )


def _values(name: str, entry: Entry[Record], zone: Ref[HostedZone]) -> Iterator[RecordSet]:
    ttl = DEFAULT_TTL if entry.model.ttl is None else entry.model.ttl
    for kind, values in values_of(entry.model).items():
        yield RecordSet(
            key=f"{name} {kind}",
            origin=entry.path,
            zone=zone,
            name=name,
            type=kind,
            ttl=ttl,
            records=tuple(quoted(value) for value in values) if kind == "TXT" else tuple(values),
            alias=None,
        )


def quoted(text: str) -> str:
    """Text as Route 53 takes it: strings in quotes, with what is neither plain nor printable ASCII as octal numbers."""
    strings = [""]
    for octet in text.encode():
        character = _escaped(octet)
        if len(strings[-1]) + len(character) > _MAX_STRING:
            strings.append("")
        strings[-1] += character
    return " ".join(f'"{string}"' for string in strings)


def _escaped(octet: int) -> str:
    character = chr(octet)
    return character if " " <= character <= "~" and character not in '"\\' else f"\\{octet:03o}"
