"""Databases of both forms, instances and clusters, and where they stand."""

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from infraspec.diagnostic import SpecPath
from infraspec.graph.graph import Graph
from infraspec.graph.rds import DbInstance
from infraspec.graph.rds_cluster import DbCluster, DbClusterInstance
from infraspec.graph.vpc import Subnet

Database: TypeAlias = DbInstance | DbCluster


def databases(graph: Graph) -> Iterator[Database]:
    """Every database that holds data."""
    yield from graph.of(DbInstance)
    yield from graph.of(DbCluster)


def originals(graph: Graph) -> Iterator[Database]:
    """Those that are no replicas: what these say holds for their replicas too."""
    return (one for one in databases(graph) if isinstance(one, DbCluster) or one.source is None)


def what(database: Database) -> str:
    """What a database is called in messages."""
    return "database" if isinstance(database, DbInstance) else "cluster"


def subnets_of(graph: Graph, database: Database) -> list[Subnet]:
    """The subnets that a database may stand in: of a replica, those of its source."""
    while isinstance(database, DbInstance) and database.subnet_group is None and database.source is not None:
        database = graph.get(database.source)
    return [] if database.subnet_group is None else [graph.get(one) for one in graph.get(database.subnet_group).subnets]


def members(graph: Graph, cluster: DbCluster) -> list[DbClusterInstance]:
    """The instances of a cluster of Aurora."""
    return [one for one in graph.of(DbClusterInstance) if one.cluster == cluster.address]


def is_public(graph: Graph, database: Database) -> bool:
    """Whether a database has a public address, or its instances have."""
    if database.publicly_accessible:
        return True
    return isinstance(database, DbCluster) and any(one.publicly_accessible for one in members(graph, database))


class Classed(NamedTuple):
    """A class that instances have."""

    name: str
    engine: str
    instance_class: str
    at: SpecPath
    """Where it is written."""
    engine_at: SpecPath


def classed(graph: Graph) -> Iterator[Classed]:
    """Every class, once for each place that it is written at."""
    for one in graph.of(DbInstance):
        yield Classed(one.key, one.engine, one.instance_class, (*one.origin, "class"), (*one.origin, "engine"))
    for cluster in graph.of(DbCluster):
        engine_at, at = (*cluster.origin, "engine"), (*cluster.origin, "class")
        if cluster.instance_class is not None:
            yield Classed(cluster.key, f"{cluster.engine}-cluster", cluster.instance_class, at, engine_at)
        told = set()
        for member in members(graph, cluster):
            where = at if member.origin[-1] == "instances" else (*member.origin, "class")
            if where not in told:
                told.add(where)
                yield Classed(member.key, cluster.engine, member.instance_class, where, engine_at)
