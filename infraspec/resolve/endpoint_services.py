"""`endpoint_services:` to nodes."""

from collections.abc import Iterator

from infraspec.graph.elbv2 import LoadBalancer
from infraspec.graph.endpoints import EndpointService
from infraspec.graph.resource import Resource
from infraspec.resolve.network import Network
from infraspec.spec.kinds import ENDPOINT_SERVICE, LOAD_BALANCER


def endpoint_services(scope: Network) -> Iterator[Resource]:
    """Every endpoint service, with its balancers by their type."""
    for name, entry in scope.of(ENDPOINT_SERVICE).items():
        model = entry.model
        at = (*entry.path, "load_balancers")
        found = [
            scope.ref(LoadBalancer, "load_balancer", value, each)
            for value, each in scope.each(model.load_balancers, at)
        ]
        balancers = sorted({one for one in found if one is not None})
        if len(balancers) < len(set(found)):
            continue
        gateways = tuple(one for one in balancers if scope.of(LOAD_BALANCER)[one.key].model.type == "gateway")
        yield EndpointService(
            key=name,
            origin=entry.path,
            network_load_balancers=tuple(one for one in balancers if one not in gateways),
            gateway_load_balancers=gateways,
            acceptance_required=model.acceptance_required,
            allowed_principals=tuple(sorted(model.allowed_principals)),
            supported_ip_address_types=tuple(sorted(model.ip_address_types)),
            supported_regions=tuple(sorted(model.regions)),
            tags=scope.tags(name, model.tags),
        )
