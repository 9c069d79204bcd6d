"""Endpoint services of the spec: which balancers stand behind them."""

import re
from collections.abc import Iterator

from infraspec.diagnostic import Finding, Level, Problem, Related
from infraspec.graph.endpoints import EndpointService
from infraspec.graph.graph import Graph
from infraspec.rules.rule import Rule

_PRINCIPAL = r"(?:\*|arn:aws[a-z-]*:iam::[0-9]{12}:(?:root|user/.+|role/.+))\Z"
_NETWORK = """version: 1
name: demo
region: ap-northeast-2
vpcs:
  main:
    cidr: 10.0.0.0/16
    tiers: {app: {subnets: {app-a: {zone: a, cidr: 10.0.0.0/24}, app-c: {zone: c, cidr: 10.0.1.0/24}}}}
    security_groups: {web: {ingress: [{tcp: 80, from: vpc}], egress: [{tcp: 80, to: vpc}]}}
load_balancers:
  web: {type: application, subnets: tier:app, security_groups: web, listeners: [{http: 80, respond: 404}]}
  front: {type: network, subnets: tier:app, security_groups: web, listeners: [{tcp: 80, forward: data}]}
target_groups: {data: {tcp: 80, targets: [10.0.0.10, 10.0.1.10]}}
endpoint_services:
"""

SERVICE_FORM = Problem(
    code="ELB138",
    name="endpoint-service-form",
    level=Level.ERROR,
    title="An endpoint service that AWS refuses",
    explanation="What is offered to other VPCs stands behind network balancers or behind gateway balancers, not both, and not behind "
    "application balancers. Those who may use it are ARNs of accounts, users and roles, or `*`; other regions and addresses of IPv6 are "
    "for network balancers.",
    bad=_NETWORK + "  shop: {load_balancers: web}  # <- ELB138\n",
    good=_NETWORK + "  shop: {load_balancers: front}\n",
    source="https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html",
)


def service_form(graph: Graph) -> Iterator[Finding]:
    """Compare the types of the balancers, and read the principals."""
    for service in graph.of(EndpointService):
        at = (*service.origin, "load_balancers")
        for address in service.network_load_balancers:
            balancer = graph.get(address)
            if balancer.type != "network":
                yield Finding(
                    problem=SERVICE_FORM,
                    at=at,
                    message=f"`{balancer.key}` is an {balancer.type} balancer, and cannot stand behind an endpoint service",
                    related=(Related(at=(*balancer.origin, "type"), label="its type"),),
                    help="name a network balancer; it may forward to an application balancer",
                )
        if service.network_load_balancers and service.gateway_load_balancers:
            message = f"`{service.key}` has network balancers and gateway balancers"
            yield Finding(problem=SERVICE_FORM, at=at, message=message, help="make two endpoint services")
        if not (service.network_load_balancers or service.gateway_load_balancers):
            message = f"`{service.key}` has no load balancer"
            yield Finding(problem=SERVICE_FORM, at=at, message=message, help="name a network or a gateway balancer")
        for one in service.allowed_principals:
            if not re.match(_PRINCIPAL, one):
                yield Finding(
                    problem=SERVICE_FORM,
                    at=(*service.origin, "allowed_principals"),
                    message=f"`{one}` is nobody who can be let in",
                    help="write an ARN such as arn:aws:iam::123456789012:root, or `*`",
                )


RULES = (Rule(SERVICE_FORM, service_form),)
