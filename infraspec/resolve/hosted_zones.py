"""The zone that a record or a certificate names: an entry, or the bare identifier of one that exists."""

from __future__ import annotations

from collections.abc import Iterator

from infraspec.diagnostic import SpecPath
from infraspec.graph.resource import Ref, ref
from infraspec.graph.route53 import HostedZone
from infraspec.resolve.scope import Scope
from infraspec.spec.forms.dns import is_zone_id
from infraspec.spec.kinds import CERTIFICATE, RECORD


def hosted_zone(scope: Scope, value: str, at: SpecPath) -> Ref[HostedZone] | None:
    """The address of the zone that `value` means."""
    return ref(HostedZone, value) if _is_bare(scope, value) else scope.ref(HostedZone, "zone", value, at)


def bare_zones_of_certificates(scope: Scope) -> Iterator[HostedZone]:
    """The zones that certificates know by identifier alone."""
    return (_bare(zone, at) for zone, at in _of_certificates(scope).items())


def bare_zones_of_records(scope: Scope) -> Iterator[HostedZone]:
    """The zones that records, and no certificates, know by identifier alone."""
    seen = set(_of_certificates(scope))
    for entry in scope.of(RECORD).values():
        zone = entry.model.zone
        if _is_bare(scope, zone) and zone not in seen:
            seen.add(zone)
            yield _bare(zone, (*entry.path, "zone"))


def _of_certificates(scope: Scope) -> dict[str, SpecPath]:
    found: dict[str, SpecPath] = {}
    for entry in scope.of(CERTIFICATE).values():
        written = [(entry.model.zone, (*entry.path, "zone"))]
        written += [(name.zone, (*entry.path, "names", i, "zone")) for i, name in enumerate(entry.model.names)]
        for zone, at in written:
            if zone is not None and entry.model.existing is None and _is_bare(scope, zone):
                found.setdefault(zone, at)
    return found


def _is_bare(scope: Scope, value: str) -> bool:
    return is_zone_id(value) and value not in scope.names.get("zone", ())


def _bare(zone: str, at: SpecPath) -> HostedZone:
    return HostedZone(key=zone, origin=at, existing=zone, name=None, comment="", vpcs=(), tags=())
