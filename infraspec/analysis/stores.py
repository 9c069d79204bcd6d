"""Document clusters and caches: where they may stand, and who guards them."""

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from infraspec.graph.docdb import DocDbCluster
from infraspec.graph.elasticache import CacheCluster, ReplicationGroup
from infraspec.graph.graph import Graph
from infraspec.graph.resource import Ref
from infraspec.graph.security_groups import SecurityGroup
from infraspec.graph.vpc import Subnet

Cache: TypeAlias = ReplicationGroup | CacheCluster


class Store(NamedTuple):
    """One of them."""

    node: DocDbCluster | Cache
    what: str
    """What it is called in messages."""
    subnets: tuple[Subnet, ...]
    security_groups: tuple[Ref[SecurityGroup], ...]


def stores(graph: Graph) -> Iterator[Store]:
    """Every document cluster and cache."""
    for cluster in graph.of(DocDbCluster):
        subnets = tuple(graph.get(one) for one in graph.get(cluster.subnet_group).subnets)
        yield Store(cluster, "document cluster", subnets, cluster.security_groups)
    for cache in caches(graph):
        subnets = tuple(graph.get(one) for one in graph.get(cache.subnet_group).subnets)
        yield Store(cache, "cache", subnets, cache.security_groups)


def caches(graph: Graph) -> Iterator[Cache]:
    """Every cache, of either kind."""
    yield from graph.of(ReplicationGroup)
    yield from graph.of(CacheCluster)
