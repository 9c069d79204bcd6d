"""`certificates:` to nodes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from infraspec.diagnostic import Edit, Finding, How, Safety, fix
from infraspec.graph.acm import Certificate, DomainValidation
from infraspec.graph.resource import Resource
from infraspec.resolve.hosted_zones import bare_zones_of_certificates, hosted_zone
from infraspec.resolve.network import Network
from infraspec.spec.document import Entry
from infraspec.spec.kinds import CERTIFICATE
from infraspec.spec.problems import WRONG_VALUE

if TYPE_CHECKING:
    from infraspec.spec.certificates import Certificate as CertificateModel


def certificates(scope: Network) -> Iterator[Resource]:
    """Every certificate, with the zones that its names are validated in."""
    for name, entry in scope.of(CERTIFICATE).items():
        model = entry.model
        validations = _validations(scope, entry) if model.existing is None else ()
        if validations is not None:
            yield Certificate(
                key=name,
                origin=entry.path,
                existing=model.existing,
                domain_name=name,
                subject_alternative_names=tuple(sorted({one.name for one in model.names} - {name})),
                key_algorithm=None if model.key_algorithm == "RSA_2048" else model.key_algorithm,
                transparency_logging=None if model.transparency_logging else "DISABLED",
                validations=validations,
                tags=scope.tags(_tag(name), model.tags),
            )
    yield from bare_zones_of_certificates(scope)


def _tag(name: str) -> str:
    """The Name tag of a certificate, which cannot hold the star that a name may begin with."""
    return f"wildcard.{name.removeprefix('*.')}" if name.startswith("*.") else name


def _validations(scope: Network, entry: Entry[CertificateModel]) -> tuple[DomainValidation, ...] | None:
    """The zone of each name, the main domain first; None if one is unknown."""
    main = hosted_zone(scope, entry.model.zone or "", (*entry.path, "zone"))
    found = {} if main is None else {entry.name: DomainValidation(entry.name, main, entry.path)}
    whole = main is not None
    for position, one in enumerate(entry.model.names):
        origin = (*entry.path, "names", position)
        zone = main if one.zone is None else hosted_zone(scope, one.zone, (*origin, "zone"))
        whole = whole and zone is not None
        if one.name in found:
            message = f"certificate `{entry.name}` has the name `{one.name}` twice"
            scope.report(
                Finding(
                    problem=WRONG_VALUE,
                    at=origin,
                    message=message,
                    help="remove it",
                    fixes=fix("remove it", Edit(origin, how=How.REMOVE), safety=Safety.SAFE),
                )
            )
        elif zone is not None:
            found[one.name] = DomainValidation(one.name, zone, origin)
    rest = sorted(name for name in found if name != entry.name)
    return tuple(found[name] for name in (entry.name, *rest)) if whole else None
