"""Everything that has security groups, and where it stands."""

from collections.abc import Iterator, Sequence

from infraspec.analysis.databases import databases, subnets_of, what
from infraspec.analysis.stores import stores
from infraspec.graph.autoscaling import AutoScalingGroup
from infraspec.graph.ec2 import Instance, NetworkInterface
from infraspec.graph.elbv2 import LoadBalancer
from infraspec.graph.endpoints import InterfaceEndpoint
from infraspec.graph.graph import Graph
from infraspec.graph.launch_templates import LaunchTemplate
from infraspec.graph.resource import Ref, Resource
from infraspec.graph.security_groups import SecurityGroup
from infraspec.graph.vpc import Subnet, Vpc

Member = tuple[Resource, str, Ref[Vpc], Sequence[Ref[SecurityGroup]]]
"""What has security groups, what it is called, the VPC that it stands in, and the groups."""


def _machines(graph: Graph) -> Iterator[Member]:
    for instance in (one for one in graph.of(Instance) if one.network_interface is None):
        yield instance, "instance", _vpc_of_subnet(graph, instance.subnet), instance.security_groups
    for interface in graph.of(NetworkInterface):
        yield interface, "network interface", _vpc_of_subnet(graph, interface.subnet), interface.security_groups
    for group in graph.of(AutoScalingGroup):
        template: LaunchTemplate = graph.get(group.launch_template)
        if template.launch is not None and group.subnets:
            vpc = _vpc_of_subnet(graph, group.subnets[0])
            yield template, "launch template", vpc, template.launch.security_groups


def members(graph: Graph) -> Iterator[Member]:
    """Every one of them."""
    yield from _machines(graph)
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
