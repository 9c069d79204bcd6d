"""Everything that has security groups, and where it stands."""

from collections.abc import Iterator, Sequence

from infraspec.analysis.databases import databases, subnets_of, what
from infraspec.analysis.machines import members as machines
from infraspec.analysis.stores import stores
from infraspec.graph.elbv2 import LoadBalancer
from infraspec.graph.endpoints import InterfaceEndpoint
from infraspec.graph.graph import Graph
from infraspec.graph.resource import Ref, Resource
from infraspec.graph.security_groups import SecurityGroup
from infraspec.graph.vpc import Subnet, Vpc

Member = tuple[Resource, str, Ref[Vpc], Sequence[Ref[SecurityGroup]]]
"""What has security groups, what it is called, the VPC that it stands in, and the groups."""


def members(graph: Graph) -> Iterator[Member]:
    """Every one of them."""
    for machine, word, subnet, groups in machines(graph):
        yield machine, word, subnet.vpc, groups
    for balancer in graph.of(LoadBalancer):
        if balancer.subnets:
            yield balancer, "load balancer", _vpc_of_subnet(graph, balancer.subnets[0].subnet), balancer.security_groups
    for endpoint in graph.of(InterfaceEndpoint):
        yield endpoint, "endpoint", endpoint.vpc, endpoint.security_groups
    for database in databases(graph):
        subnets = subnets_of(graph, database)
        if subnets:
            yield database, what(database), subnets[0].vpc, database.security_groups
    for store in stores(graph):
        if store.subnets:
            yield store.node, store.what, store.subnets[0].vpc, store.security_groups


def _vpc_of_subnet(graph: Graph, subnet: Ref[Subnet]) -> Ref[Vpc]:
    return graph.get(subnet).vpc
