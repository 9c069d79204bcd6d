"""Everything with a network interface: where it stands, and the security groups that guard it."""

from collections.abc import Iterator
from ipaddress import IPv4Address
from typing import NamedTuple

from infraspec.analysis.databases import Database, databases, subnets_of
from infraspec.analysis.stores import stores
from infraspec.data.zones import may_be_one
from infraspec.diagnostic import SpecPath
from infraspec.graph.autoscaling import AutoScalingGroup
from infraspec.graph.ec2 import Instance, NetworkInterface
from infraspec.graph.elbv2 import LoadBalancer
from infraspec.graph.endpoints import InterfaceEndpoint
from infraspec.graph.graph import Graph
from infraspec.graph.launch_templates import LaunchTemplate
from infraspec.graph.rds import DbInstance
from infraspec.graph.resource import Ref
from infraspec.graph.security_groups import SecurityGroup
from infraspec.graph.vpc import Subnet


class Interface(NamedTuple):
    """A network interface, or one of those that a thing may have."""

    owner: str
    """The name of what it belongs to."""
    origin: SpecPath
    subnet: Subnet
    address: IPv4Address | None
    """None where AWS chooses."""
    groups: tuple[Ref[SecurityGroup], ...]


def interfaces(graph: Graph) -> Iterator[Interface]:
    """Every interface with its groups. A database has one in each subnet that it may stand in."""
    yield from _of_machines(graph)
    for balancer in graph.of(LoadBalancer):
        for mapping in balancer.subnets:
            where = graph.get(mapping.subnet)
            yield Interface(balancer.key, balancer.origin, where, mapping.private_ip, balancer.security_groups)
    for endpoint in graph.of(InterfaceEndpoint):
        for subnet in endpoint.subnets:
            yield Interface(endpoint.key, endpoint.origin, graph.get(subnet), None, endpoint.security_groups)
    for database in databases(graph):
        for where in places(graph, database):
            yield Interface(database.key, database.origin, where, None, database.security_groups)
    yield from (
        Interface(store.node.key, store.node.origin, where, None, store.security_groups)
        for store in stores(graph)
        for where in store.subnets
    )


def _of_machines(graph: Graph) -> Iterator[Interface]:
    """Those of instances and groups, and those that stand by themselves: an instance may have one of these."""
    for one in graph.of(Instance):
        if one.network_interface is None:
            yield Interface(one.key, one.origin, graph.get(one.subnet), one.private_ip, one.security_groups)
    for other in graph.of(NetworkInterface):
        yield Interface(other.key, other.origin, graph.get(other.subnet), other.private_ip, other.security_groups)
    for group in graph.of(AutoScalingGroup):
        template: LaunchTemplate = graph.get(group.launch_template)
        for subnet in group.subnets:
            groups = template.launch.security_groups if template.launch else ()
            yield Interface(group.key, group.origin, graph.get(subnet), None, groups)


def places(graph: Graph, database: Database) -> list[Subnet]:
    """The subnets that a database may stand in: of its zone alone, where it has one."""
    subnets = subnets_of(graph, database)
    zone = database.availability_zone if isinstance(database, DbInstance) else None
    return [one for one in subnets if zone is None or may_be_one(one.zone, zone)]
