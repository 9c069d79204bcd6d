"""Endpoints of services of the spec that nobody accepts."""

from collections.abc import Iterator

from infraspec.diagnostic import Edit, Finding, Level, Problem, Related, fix
from infraspec.graph.endpoints import GatewayLoadBalancerEndpoint, InterfaceEndpoint
from infraspec.graph.graph import Graph
from infraspec.rules.rule import Rule

_HEAD = """version: 1
name: demo
region: ap-northeast-2
vpcs:
  main:
    cidr: 10.0.0.0/16
    tiers: {app: {subnets: {app-a: {zone: a, cidr: 10.0.0.0/24}}}}
    endpoints:
      inspect: {service: walls, subnets: app-a}
"""
_TAIL = """load_balancers:
  wall: {type: gateway, subnets: tier:app, listeners: [{geneve: 6081, forward: walls}]}
target_groups: {walls: {geneve: 6081, targets: [10.0.0.10, 10.0.0.11]}}
"""

UNACCEPTED = Problem(
    code="ELB139",
    name="endpoint-waits-to-be-accepted",
    level=Level.WARNING,
    title="An endpoint of a service of the spec waits for somebody to accept it",
    explanation="A service takes no endpoint by itself unless it says `acceptance_required: false`, not even one of the same account. Until "
    "somebody accepts it the endpoint does nothing, and a route cannot lead to it. `allowed_principals` says who may make endpoints at all.",
    bad=_HEAD.replace("walls, subnets: app-a}", "walls, subnets: app-a}  # <- ELB139")
    + "endpoint_services: {walls: {load_balancers: wall}}\n"
    + _TAIL,
    good=_HEAD + "endpoint_services: {walls: {load_balancers: wall, acceptance_required: false}}\n" + _TAIL,
    source="https://docs.aws.amazon.com/vpc/latest/privatelink/accept-reject-endpoint-requests.html",
)


def unaccepted(graph: Graph) -> Iterator[Finding]:
    """Ask the service of each endpoint."""
    endpoints: list[InterfaceEndpoint | GatewayLoadBalancerEndpoint] = [*graph.of(GatewayLoadBalancerEndpoint)]
    for endpoint in (*endpoints, *graph.of(InterfaceEndpoint)):
        service = graph.get(endpoint.service) if endpoint.service else None
        if service is not None and service.acceptance_required and endpoint.existing is None:
            yield Finding(
                problem=UNACCEPTED,
                at=endpoint.origin,
                message=f"`{endpoint.key}` does nothing until somebody accepts it at `{service.key}`",
                related=(Related(at=service.origin, label="takes none by itself", on_key=True),),
                help=f"write `acceptance_required: false` at `{service.key}`",
                fixes=fix(
                    "write `acceptance_required: false`", Edit((*service.origin, "acceptance_required"), "false")
                ),
                on_key=True,
            )


RULES = (Rule(UNACCEPTED, unaccepted),)
