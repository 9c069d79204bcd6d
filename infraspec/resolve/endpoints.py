"""`endpoints:` to interface and gateway endpoints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from infraspec.aws import ENDPOINT_SERVICES
from infraspec.diagnostic import Edit, Finding, How, SpecPath, fix
from infraspec.graph.endpoints import (
    EndpointService,
    GatewayEndpoint,
    GatewayLoadBalancerEndpoint,
    InterfaceEndpoint,
)
from infraspec.graph.resource import Ref, Resource, ref
from infraspec.graph.vpc import RouteTable, Vpc
from infraspec.resolve.documents import policy_text
from infraspec.resolve.endpoint_types import is_gateway, is_of_gateway_balancer
from infraspec.resolve.network import Network
from infraspec.resolve.problems import ENDPOINT_FORM, ENDPOINT_SERVICE
from infraspec.resolve.scope import bare
from infraspec.spec.document import Entry
from infraspec.spec.kinds import ENDPOINT
from infraspec.spec.kinds import ENDPOINT_SERVICE as SERVICES
from infraspec.spec.problems import MISSING_FIELD
from infraspec.spec.refusal import closest

if TYPE_CHECKING:
    from infraspec.spec.endpoints import Endpoint

_FULL = r"(?:cn\.)?(?:com\.amazonaws|aws|amazonaws)\."
_OF_REGION = r"(?:cn\.)?com\.amazonaws\.(?:vpce\.)?(?P<region>[a-z]{2,4}(?:-[a-z]+)+-[0-9])\."
_ALL = {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"}]}
"""What a gateway endpoint lets through by default: it is said, as Terraform's provider keeps what is left out.
https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html"""


def endpoints(scope: Network) -> Iterator[Resource]:
    """Every endpoint, as what its service or its `type` makes it."""
    for name, entry in scope.of(ENDPOINT).items():
        service = _service(scope, entry)
        if service is None:
            continue
        if is_gateway(scope, entry.model):
            node: Resource | None = _gateway(scope, name, entry, service.name)
        elif is_of_gateway_balancer(scope, entry.model):
            node = _of_gateway_balancer(scope, name, entry, service)
        else:
            node = _interface(scope, name, entry, service)
        if node is not None:
            yield node


class _Service(NamedTuple):
    """The name of a service; that of one of the spec ends before its identifier."""

    name: str
    own: Ref[EndpointService] | None = None


def _gateways_before(scope: Network, vpc: str, service: str) -> tuple[Ref[GatewayEndpoint], ...]:
    """The gateway endpoints that an interface endpoint of S3 needs for its private names."""
    prefix = f"com.amazonaws.{scope.region}."
    if service != prefix + "s3":
        return ()
    found = [
        name
        for name, entry in sorted(scope.of(ENDPOINT).items())
        if entry.model.service.removeprefix(prefix) == "s3" and is_gateway(scope, entry.model)
        if entry.model.existing is None and scope.vpc_of("endpoint", name) == vpc
    ]
    return tuple(ref(GatewayEndpoint, name) for name in found)


def _service(scope: Network, entry: Entry[Endpoint]) -> _Service | None:
    """The full name of the service; None, with a finding, if there is none by the name written."""
    service, at = entry.model.service, (*entry.path, "service")
    name = bare(service, SERVICES.word)
    own = name in scope.names.get(SERVICES.word, ()) or (SERVICES.word, name) in scope.broken
    if own or name != service:
        found = scope.ref(EndpointService, SERVICES.word, service, at)
        china = "cn." if scope.region.startswith("cn-") else ""
        return _Service(f"{china}com.amazonaws.vpce.{scope.region}.", found) if found else None
    full = _of_aws(scope, service, at)
    return _Service(full) if full else None


def _of_aws(scope: Network, service: str, at: SpecPath) -> str | None:
    """The full name of a service that is not of the spec."""
    if re.match(_FULL, service):
        region = re.match(_OF_REGION, service)
        if region is None or region["region"] == scope.region:
            return service
        message = f"`{service}` is a service of {region['region']}, but the spec is for {scope.region}"
        here = service.replace(region["region"], scope.region)
        help_ = f"write {here}"
        fixes = fix(help_, Edit(at, here))
        scope.report(Finding(problem=ENDPOINT_SERVICE, at=at, message=message, help=help_, fixes=fixes))
        return None
    if service in ENDPOINT_SERVICES:
        return f"com.amazonaws.{scope.region}.{service}"
    close = closest(service, sorted(ENDPOINT_SERVICES))
    message = f"no endpoint service is known by the short name `{service}`"
    label = f"did you mean `{close}`?" if close else ""
    help_ = f"if AWS has it, write its full name, such as com.amazonaws.{scope.region}.{service}"
    scope.report(
        Finding(
            problem=ENDPOINT_SERVICE,
            at=at,
            message=message,
            label=label,
            help=help_,
            fixes=fix(f"write {close}", Edit(at, close)) if close else (),
        )
    )
    return None


def _interface(scope: Network, name: str, entry: Entry[Endpoint], service: _Service) -> InterfaceEndpoint | None:
    model = entry.model
    _refuse_keys(scope, entry, "an interface endpoint", (("route_tables", model.route_tables),))
    if model.subnets is None and model.existing is None:
        message, help_ = f"interface endpoint `{name}` has no `subnets`", "add `subnets:`, a tier or subnets"
        scope.report(Finding(problem=MISSING_FIELD, at=entry.path, message=message, help=help_, on_key=True))
        return None
    vpc = scope.vpc_of("endpoint", name)
    subnets = scope.subnets(model.subnets or [], (*entry.path, "subnets"))
    groups = scope.security_groups(model.security_groups or [], (*entry.path, "security_groups"))
    if subnets is None or groups is None:
        return None
    return InterfaceEndpoint(
        key=name,
        origin=entry.path,
        existing=model.existing,
        depends_on=_gateways_before(scope, vpc, service.name) if model.private_dns is not False else (),
        vpc=ref(Vpc, vpc),
        service_name=service.name,
        subnets=subnets,
        security_groups=groups,
        private_dns_enabled=service.own is None if model.private_dns is None else model.private_dns,
        policy=policy_text(model.policy) if model.policy is not None else None,
        tags=scope.tags(name, model.tags),
        service=service.own,
    )


def _of_gateway_balancer(
    scope: Network, name: str, entry: Entry[Endpoint], service: _Service
) -> GatewayLoadBalancerEndpoint | None:
    model = entry.model
    others = (
        ("security_groups", model.security_groups),
        ("private_dns", model.private_dns),
        ("policy", model.policy),
        ("route_tables", model.route_tables),
    )
    _refuse_keys(scope, entry, "a gateway_load_balancer endpoint", others)
    at = (*entry.path, "subnets")
    subnets = scope.subnets(model.subnets or [], at)
    if subnets is None:
        return None
    if len(subnets) != 1:
        message = f"`{name}` is a gateway_load_balancer endpoint, which stands in one subnet, not in {len(subnets)}"
        help_ = "name one subnet, and write an endpoint for each zone"
        scope.report(Finding(problem=ENDPOINT_FORM, at=at, message=message, help=help_))
        return None
    return GatewayLoadBalancerEndpoint(
        key=name,
        origin=entry.path,
        existing=model.existing,
        vpc=ref(Vpc, scope.vpc_of("endpoint", name)),
        service_name=service.name,
        subnet=subnets[0],
        tags=scope.tags(name, model.tags),
        service=service.own,
    )


def _gateway(scope: Network, name: str, entry: Entry[Endpoint], service: str) -> GatewayEndpoint | None:
    model = entry.model
    others = (
        ("subnets", model.subnets),
        ("security_groups", model.security_groups),
        ("private_dns", model.private_dns),
    )
    if _refuse_keys(scope, entry, "a gateway endpoint", others) and not model.route_tables:
        return None
    tables: set[str] = set()
    whole = True
    for value, at in scope.each(model.route_tables or [], (*entry.path, "route_tables")):
        found = scope.find(value, ("route_table",), at)
        whole = whole and found is not None
        if found is not None:
            suffixes = scope.zonal_tables.get(found.name)
            tables.update([found.name] if suffixes is None else [f"{found.name}-{one}" for one in suffixes])
    if not whole:
        return None
    return GatewayEndpoint(
        key=name,
        origin=entry.path,
        existing=model.existing,
        vpc=ref(Vpc, scope.vpc_of("endpoint", name)),
        service_name=service,
        route_tables=tuple(ref(RouteTable, table) for table in sorted(tables)),
        policy=policy_text(_ALL if model.policy is None else model.policy),
        tags=scope.tags(name, model.tags),
    )


def _refuse_keys(scope: Network, entry: Entry[Endpoint], what: str, others: tuple[tuple[str, object], ...]) -> bool:
    """Report the keys that belong to the other type, in one finding; whether there are any."""
    fields = [field for field, value in others if value is not None]
    if not fields:
        return False
    named = " and ".join(f"`{field}`" for field in fields)
    help_ = f"remove {named}"
    if "subnets" in fields or "security_groups" in fields:
        help_ += ", or write `type: interface`"
    at = (*entry.path, fields[0])
    scope.report(
        Finding(
            problem=ENDPOINT_FORM,
            at=at,
            message=f"{what} has no {named}",
            help=help_,
            fixes=fix(f"remove {named}", *(Edit((*entry.path, field), how=How.REMOVE) for field in fields)),
            on_key=True,
        )
    )
    return True
