"""`endpoints:` to interface and gateway endpoints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from infraspec.aws import ENDPOINT_SERVICES, GATEWAY_SERVICES
from infraspec.diagnostic import Edit, Finding, How, fix
from infraspec.graph.endpoints import GatewayEndpoint, InterfaceEndpoint
from infraspec.graph.resource import Ref, Resource, ref
from infraspec.graph.vpc import RouteTable, Vpc
from infraspec.resolve.documents import policy_text
from infraspec.resolve.network import Network
from infraspec.resolve.problems import ENDPOINT_FORM, ENDPOINT_SERVICE
from infraspec.spec.document import Entry
from infraspec.spec.kinds import ENDPOINT
from infraspec.spec.problems import MISSING_FIELD
from infraspec.spec.refusal import closest

if TYPE_CHECKING:
    from infraspec.spec.endpoints import Endpoint

_FULL = r"(?:cn\.)?(?:com\.amazonaws|aws|amazonaws)\."
_OF_REGION = r"(?:cn\.)?com\.amazonaws\.(?:vpce\.)?(?P<region>[a-z]{2,4}(?:-[a-z]+)+-[0-9])\."


def endpoints(scope: Network) -> Iterator[Resource]:
    """Every endpoint, as what its service or its `type` makes it."""
    for name, entry in scope.of(ENDPOINT).items():
        service = _service(scope, entry)
        if service is None:
            continue
        gateway = _is_gateway(scope, entry.model)
        node = _gateway(scope, name, entry, service) if gateway else _interface(scope, name, entry, service)
        if node is not None:
            yield node


def _is_gateway(scope: Network, model: Endpoint) -> bool:
    """Whether an endpoint is a route: it says so, or its service is one of the two that have such endpoints."""
    short = model.service.removeprefix(f"com.amazonaws.{scope.region}.")
    return model.type == "gateway" or (model.type is None and short in GATEWAY_SERVICES)


def _gateways_before(scope: Network, vpc: str, service: str) -> tuple[Ref[GatewayEndpoint], ...]:
    """The gateway endpoints that an interface endpoint of S3 needs for its private names."""
    prefix = f"com.amazonaws.{scope.region}."
    if service != prefix + "s3":
        return ()
    found = [
        name
        for name, entry in sorted(scope.of(ENDPOINT).items())
        if entry.model.service.removeprefix(prefix) == "s3" and _is_gateway(scope, entry.model)
        if entry.model.existing is None and scope.vpc_of("endpoint", name) == vpc
    ]
    return tuple(ref(GatewayEndpoint, name) for name in found)


def _service(scope: Network, entry: Entry[Endpoint]) -> str | None:
    """The full name of the service; None, with a finding, if there is none by the name written."""
    service, at = entry.model.service, (*entry.path, "service")
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


def _interface(scope: Network, name: str, entry: Entry[Endpoint], service: str) -> InterfaceEndpoint | None:
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
        depends_on=_gateways_before(scope, vpc, service) if model.private_dns is not False else (),
        vpc=ref(Vpc, vpc),
        service_name=service,
        subnets=subnets,
        security_groups=groups,
        private_dns_enabled=model.private_dns is not False,
        policy=policy_text(model.policy) if model.policy is not None else None,
        tags=scope.tags(name, model.tags),
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
        policy=policy_text(model.policy) if model.policy is not None else None,
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
