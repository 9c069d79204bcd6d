"""Which type an endpoint is of, where it does not say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from infraspec.aws import GATEWAY_SERVICES
from infraspec.resolve.scope import Scope, bare
from infraspec.spec.kinds import ENDPOINT_SERVICE, LOAD_BALANCER

if TYPE_CHECKING:
    from infraspec.spec.endpoints import Endpoint


def is_gateway(scope: Scope, model: Endpoint) -> bool:
    """Whether an endpoint is a route: it says so, or its service is one of the two that have such endpoints."""
    short = model.service.removeprefix(f"com.amazonaws.{scope.region}.")
    return model.type == "gateway" or (model.type is None and short in GATEWAY_SERVICES)


def is_of_gateway_balancer(scope: Scope, model: Endpoint) -> bool:
    """Whether an endpoint leads to gateway balancers: it says so, or its service is one of the spec that has them."""
    if model.type is not None:
        return model.type == "gateway_load_balancer"
    entry = scope.of(ENDPOINT_SERVICE).get(bare(model.service, ENDPOINT_SERVICE.word))
    named = (bare(one, "load_balancer") for one in entry.model.load_balancers) if entry else ()
    found = (scope.of(LOAD_BALANCER).get(one) for one in named)
    return any(one.model.type == "gateway" for one in found if one)
