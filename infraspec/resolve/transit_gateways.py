"""`transit_gateways:` to nodes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from infraspec.diagnostic import Finding, How, Related, SpecPath
from infraspec.graph.resource import Ref, Resource, ref
from infraspec.graph.transit_gateway import (
    TransitGateway,
    TransitGatewayAttachment,
    TransitGatewayRoute,
    TransitGatewayRouteTable,
    TransitGatewayRouteTableAssociation,
    TransitGatewayRouteTablePropagation,
)
from infraspec.graph.vpc import Vpc
from infraspec.resolve.network import Network
from infraspec.spec.document import Entry
from infraspec.spec.forms.values import parse_network
from infraspec.spec.kinds import TRANSIT_ATTACHMENT, TRANSIT_GATEWAY, TRANSIT_ROUTE_TABLE
from infraspec.spec.problems import WRONG_VALUE
from infraspec.spec.refusal import Refusal

if TYPE_CHECKING:
    from infraspec.spec.transit_gateways import Attachment

_ATTACHMENT_ID = r"tgw-attach-(?:[0-9a-f]{8}|[0-9a-f]{17})\Z"
BLACKHOLE = "blackhole"


def transit_gateways(scope: Network) -> Iterator[Resource]:
    """Every transit gateway."""
    for name, entry in scope.of(TRANSIT_GATEWAY).items():
        model = entry.model
        yield TransitGateway(
            key=name,
            origin=entry.path,
            existing=model.existing,
            description=model.description,
            amazon_side_asn=model.asn,
            auto_accept_shared_attachments=model.auto_accept,
            default_route_table_association=model.default_association,
            default_route_table_propagation=model.default_propagation,
            dns_support=model.dns_support,
            vpn_ecmp_support=model.vpn_ecmp,
            multicast_support=model.multicast,
            security_group_referencing_support=model.security_group_references,
            cidr_blocks=tuple(str(one) for one in model.cidrs),
            tags=scope.tags(name, model.tags),
        )


def attachments(scope: Network) -> Iterator[Resource]:
    """Every VPC at a transit gateway, with the tables that it follows and writes to."""
    for name, entry in scope.of(TRANSIT_ATTACHMENT).items():
        model = entry.model
        at = (*entry.path, "subnets")
        subnets = scope.subnets(model.subnets, at)
        if not subnets:
            continue
        vpcs = {scope.vpc_of("subnet", one.key) for one in subnets}
        if len(vpcs) > 1:
            message = f"`{name}` attaches one VPC, and these subnets are of {len(vpcs)}"
            scope.report(Finding(problem=WRONG_VALUE, at=at, message=message, help="write an attachment for each VPC"))
            continue
        yield TransitGatewayAttachment(
            key=name,
            origin=entry.path,
            existing=model.existing,
            transit_gateway=ref(TransitGateway, str(entry.path[1])),
            vpc=ref(Vpc, vpcs.pop()),
            subnets=subnets,
            appliance_mode_support=model.appliance_mode,
            dns_support=model.dns_support,
            ipv6_support=model.ipv6,
            security_group_referencing_support=model.security_group_references,
            tags=scope.tags(name, model.tags),
        )
        yield from _tables(scope, name, entry)


def _tables(scope: Network, name: str, entry: Entry[Attachment]) -> Iterator[Resource]:
    attachment = ref(TransitGatewayAttachment, name)
    if entry.model.route_table is not None:
        table = _table(scope, entry.model.route_table, (*entry.path, "route_table"), str(entry.path[1]))
        if table is not None:
            yield TransitGatewayRouteTableAssociation(
                key=name, origin=(*entry.path, "route_table"), attachment=attachment, route_table=table
            )
    for value, at in scope.each(entry.model.propagate_to, (*entry.path, "propagate_to")):
        table = _table(scope, value, at, str(entry.path[1]))
        if table is not None:
            yield TransitGatewayRouteTablePropagation(
                key=f"{name} {table.key}", origin=at, attachment=attachment, route_table=table
            )


def _table(scope: Network, value: str, at: SpecPath, gateway: str) -> Ref[TransitGatewayRouteTable] | None:
    """A route table of this transit gateway."""
    found = scope.ref(TransitGatewayRouteTable, TRANSIT_ROUTE_TABLE.word, value, at)
    return found if found and _is_of(scope, TRANSIT_ROUTE_TABLE.word, found.key, gateway, at) else None


def _is_of(scope: Network, word: str, name: str, gateway: str, at: SpecPath) -> bool:
    """Whether a thing is of this transit gateway."""
    path = scope.names[word][name]
    if str(path[1]) == gateway:
        return True
    related = (Related(at=path, label=f"of `{path[1]}`", on_key=True),)
    message = f"`{name}` is of the transit gateway `{path[1]}`, and this is of `{gateway}`"
    help_ = f"name one of `{gateway}`"
    scope.report(Finding(problem=WRONG_VALUE, at=at, message=message, related=related, help=help_))
    return False


def route_tables(scope: Network) -> Iterator[Resource]:
    """Every route table of a transit gateway, with its routes."""
    for name, entry in scope.of(TRANSIT_ROUTE_TABLE).items():
        yield TransitGatewayRouteTable(
            key=name,
            origin=entry.path,
            existing=entry.model.existing,
            transit_gateway=ref(TransitGateway, str(entry.path[1])),
            tags=scope.tags(name, entry.model.tags),
        )
        for destination, target in entry.model.routes.items():
            route = _route(scope, name, destination, target, (*entry.path, "routes", destination))
            if route is not None:
                yield route


def _route(scope: Network, table: str, destination: str, target: str, at: SpecPath) -> TransitGatewayRoute | None:
    block = _block(scope, destination, at)
    attachment: Ref[TransitGatewayAttachment] | None = None
    is_id = re.match(_ATTACHMENT_ID, target) is not None
    if target != BLACKHOLE and not is_id:
        attachment = scope.ref(TransitGatewayAttachment, TRANSIT_ATTACHMENT.word, target, at)
        if attachment is None or not _is_of(scope, TRANSIT_ATTACHMENT.word, attachment.key, str(at[1]), at):
            return None
    if block is None:
        return None
    return TransitGatewayRoute(
        key=f"{table} {block}",
        origin=at,
        route_table=ref(TransitGatewayRouteTable, table),
        destination_cidr_block=block,
        attachment=attachment,
        attachment_id=target if is_id else None,
    )


def _block(scope: Network, destination: str, at: SpecPath) -> str | None:
    """A destination as AWS writes it; None, with a finding, if it is no block."""
    try:
        return parse_network(destination).compressed
    except Refusal as why:
        help_ = why.help or "write a block such as 10.0.0.0/8"
        fixes = why.fixes_at(at, How.RENAME)
        said = Finding(problem=why.problem, at=at, message=why.message, label=why.label, help=help_, fixes=fixes)
        scope.report(replace(said, on_key=True))
        return None
