"""`peerings:` to nodes."""

from __future__ import annotations

from collections.abc import Iterator

from infraspec.diagnostic import Edit, Finding, How, fix
from infraspec.graph.resource import Resource, ref
from infraspec.graph.vpc import Vpc, VpcPeeringConnection
from infraspec.resolve.network import Network
from infraspec.spec.kinds import PEERING
from infraspec.spec.problems import WRONG_VALUE


def peerings(scope: Network) -> Iterator[Resource]:
    """Peering connections, and what names mean beyond them."""
    for name, entry in scope.of(PEERING).items():
        model = entry.model
        requester = scope.ref(Vpc, "vpc", model.requester, (*entry.path, "requester"))
        accepter = scope.ref(Vpc, "vpc", model.accepter, (*entry.path, "accepter"))
        if requester is not None and accepter is not None:
            yield VpcPeeringConnection(
                key=name,
                origin=entry.path,
                existing=model.existing,
                vpc=requester,
                peer_vpc=accepter,
                tags=scope.tags(name, model.tags),
            )
            if model.dns_resolution and model.existing is not None:
                at, help_ = (*entry.path, "dns_resolution"), "remove `dns_resolution`"
                message = f"`{name}` exists already, so what names mean beyond it is not managed here"
                fixes = fix(help_, Edit(at, how=How.REMOVE))
                scope.report(Finding(problem=WRONG_VALUE, at=at, message=message, help=help_, fixes=fixes, on_key=True))
            elif model.dns_resolution:
                from infraspec.graph.default_group import PeeringOptions  # noqa: PLC0415 - few specs have it

                at = (*entry.path, "dns_resolution")
                yield PeeringOptions(key=name, origin=at, peering=ref(VpcPeeringConnection, name))
