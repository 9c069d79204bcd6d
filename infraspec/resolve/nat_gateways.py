"""`nat_gateways:` to nodes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from infraspec.diagnostic import Edit, Finding, How, Related, fix
from infraspec.graph.nat import RegionalNatGateway
from infraspec.graph.resource import Resource, ref
from infraspec.graph.vpc import ElasticIp, NatGateway, Subnet, Vpc
from infraspec.resolve.network import Network
from infraspec.resolve.problems import NAT_ADDRESS
from infraspec.spec.document import Entry
from infraspec.spec.kinds import NAT_GATEWAY
from infraspec.spec.problems import WRONG_VALUE

if TYPE_CHECKING:
    from infraspec.spec.vpcs import NatGateway as NatGatewayModel


def _private_with_address(name: str, entry: Entry[NatGatewayModel]) -> Finding:
    """A private NAT gateway with an Elastic IP address."""
    at, help_ = (*entry.path, "elastic_ip"), "remove `elastic_ip`"
    return Finding(
        problem=NAT_ADDRESS,
        at=at,
        message=f"the private NAT gateway `{name}` cannot have an Elastic IP address",
        related=(Related(at=(*entry.path, "connectivity"), label="private"),),
        help=help_,
        fixes=fix(help_, Edit(at, how=How.REMOVE)),
    )


def nat_gateways(scope: Network) -> Iterator[Resource]:
    """NAT gateways, each with its Elastic IP address."""
    families = scope.zonal_nats
    for name, entry in scope.of(NAT_GATEWAY).items():
        model = entry.model
        if model.connectivity == "private" and model.elastic_ip is not None:
            scope.report(_private_with_address(name, entry))
        if model.availability == "regional":
            yield from _regional(scope, name, entry)
            continue
        if (model.subnet is None) == (model.subnets is None):
            both = "both are written" if model.subnet is not None else "neither is written"
            message = f"NAT gateway `{name}` takes one of `subnet` and `subnets`, but {both}"
            help_ = "write `subnet: NAME` for one gateway, `subnets: tier:NAME` for one in each zone"
            scope.report(Finding(problem=WRONG_VALUE, at=entry.path, message=message, help=help_, on_key=True))
        elif model.subnets is not None and (model.existing or model.elastic_ip or model.private_ip):
            field = next(one for one in ("existing", "elastic_ip", "private_ip") if getattr(model, one))
            message = f"`{field}` is of one gateway, and `subnets` makes one in each zone"
            at = (*entry.path, field)
            scope.report(Finding(problem=WRONG_VALUE, at=at, message=message, help="write `subnet: NAME`", on_key=True))
        elif model.subnet is not None:
            found = scope.ref(Subnet, "subnet", model.subnet, (*entry.path, "subnet"))
            if found is not None:
                yield from _nat_gateway(scope, name, entry, found.key)
        else:
            for suffix, subnet in sorted(families[name].items()):
                yield from _nat_gateway(scope, f"{name}-{suffix}", entry, subnet)


def _nat_gateway(scope: Network, name: str, entry: Entry[NatGatewayModel], subnet: str) -> Iterator[Resource]:
    model = entry.model
    tags = scope.tags(name, model.tags)
    public = model.connectivity == "public"
    waits = scope.attachment_of(scope.vpc_of("subnet", subnet)) if public else ()
    more = [f"{name}-{number}" for number in range(2, model.addresses + 1)] if model.existing is None else []
    if public and model.existing is None:
        yield ElasticIp(key=name, origin=entry.path, existing=model.elastic_ip, depends_on=waits, tags=tags)
        for one in more:
            yield ElasticIp(key=one, origin=entry.path, depends_on=waits, tags=scope.tags(one, model.tags))
    yield NatGateway(
        key=name,
        origin=entry.path,
        existing=model.existing,
        depends_on=(*waits, *scope.internet_route(subnet)) if public else (),
        subnet=ref(Subnet, subnet),
        connectivity_type=model.connectivity,
        allocation=ref(ElasticIp, name) if public and model.existing is None else None,
        secondary_allocations=tuple(ref(ElasticIp, one) for one in more) if public else (),
        secondary_private_ip_address_count=len(more) if more and not public else None,
        private_ip=model.private_ip,
        tags=tags,
    )


_ZONAL = ("subnet", "subnets", "elastic_ip", "private_ip")
"""What a gateway has that stands in a subnet."""


def _regional(scope: Network, name: str, entry: Entry[NatGatewayModel]) -> Iterator[Resource]:
    """A gateway that stands in no subnet, and so has nothing of one."""
    model = entry.model
    if model.connectivity == "private":
        at, message = (*entry.path, "connectivity"), f"`{name}` is regional, and so it cannot be private"
        help_ = "remove `connectivity`, or `availability`"
        fixes = fix("remove `connectivity`", Edit(at, how=How.REMOVE))
        scope.report(Finding(problem=WRONG_VALUE, at=at, message=message, help=help_, fixes=fixes))
    for field in (*_ZONAL, *(["addresses"] if model.addresses > 1 else [])):
        if getattr(model, field) is not None:
            at, help_ = (*entry.path, field), f"remove `{field}`"
            message = f"`{name}` is regional: AWS chooses its places and addresses, so it takes no `{field}`"
            fixes = fix(help_, Edit(at, how=How.REMOVE))
            scope.report(Finding(problem=WRONG_VALUE, at=at, message=message, help=help_, fixes=fixes, on_key=True))
    vpc = str(entry.path[1])
    yield RegionalNatGateway(
        key=name,
        origin=entry.path,
        existing=model.existing,
        depends_on=scope.attachment_of(vpc),
        vpc=ref(Vpc, vpc),
        tags=scope.tags(name, model.tags),
    )
