"""Where the nodes of caches stand."""

from collections.abc import Iterator

from infraspec.analysis.stores import Cache, stores
from infraspec.data.zones import canonical, may_be_one
from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, choices, fix
from infraspec.graph.docdb import DocDbCluster
from infraspec.graph.elasticache import ReplicationGroup
from infraspec.graph.graph import Graph
from infraspec.graph.vpc import Subnet
from infraspec.rules.mends import elsewhere
from infraspec.rules.rule import Rule
from infraspec.rules.services.store_examples import CACHES, a_cache

ZONES = Problem(
    code="CCH110",
    name="cache-zones",
    level=Level.ERROR,
    title="Zones of a cache that do not fit its nodes or its subnets",
    explanation="`zones` names the zone of each node in turn, the one that writes first, and the cache has a subnet in each of them. The nodes "
    "of a cache with shards are placed by ElastiCache.",
    bad=a_cache("    replicas: 1\n    zones: [a]  # <- CCH110\n"),
    good=a_cache("    replicas: 1\n    zones: [a, c]\n"),
    source=CACHES,
)


def _placed(graph: Graph) -> Iterator[tuple[Cache, tuple[Subnet, ...]]]:
    for store in stores(graph):
        if not isinstance(store.node, DocDbCluster):
            yield store.node, store.subnets


def _nodes(cache: Cache) -> int | None:
    return cache.num_cache_clusters if isinstance(cache, ReplicationGroup) else cache.num_cache_nodes


def zones(graph: Graph) -> Iterator[Finding]:
    """Compare the zones of each cache with its nodes, and with the zones of its subnets."""
    for cache, subnets in _placed(graph):
        wanted, count = cache.preferred_zones, _nodes(cache)
        there = sorted({canonical(one.zone) for one in subnets})
        at = (*cache.origin, "zones")
        if not wanted:
            continue
        is_one_for_all = len(wanted) == 1 and not isinstance(cache, ReplicationGroup)
        lost = next((one for one in wanted if not any(may_be_one(one, zone) for zone in there)), None)
        if count is None:
            message = f"cache `{cache.key}` has shards, whose zones ElastiCache chooses"
            fixes = fix("remove `zones`", Edit(at, how=How.REMOVE))
            yield Finding(problem=ZONES, at=at, message=message, help="remove `zones`", fixes=fixes)
        elif len(wanted) != count and not is_one_for_all:
            message = f"cache `{cache.key}` has {count} nodes, and zones for {len(wanted)}"
            yield Finding(problem=ZONES, at=at, message=message, help=f"write {count}, or remove `zones`")
        elif lost is not None:
            yield Finding(
                problem=ZONES,
                at=at,
                message=f"cache `{cache.key}` has no subnet in {lost}",
                related=(Related(at=(*cache.origin, "subnets"), label="in " + " and ".join(there)),),
                help=f"write {' or '.join(there)}",
            )


PLACE = Problem(
    code="CCH115",
    name="cache-subnets",
    level=Level.ERROR,
    title="Subnets in which a cache cannot stand as it says",
    explanation="All subnets of a cache are of one VPC, and one whose replicas stand in other zones has subnets in two at least.",
    bad=a_cache("    replicas: 1\n", subnets="[data-a]  # <- CCH115"),
    good=a_cache("    replicas: 1\n", subnets="[data-a, data-c]"),
    source="https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html",
)


def place(graph: Graph) -> Iterator[Finding]:
    """Count the VPCs and the zones of each cache's subnets."""
    for cache, subnets in _placed(graph):
        at = (*cache.origin, "subnets")
        there, vpcs = {canonical(one.zone) for one in subnets}, sorted({one.vpc.key for one in subnets})
        if len(vpcs) > 1:
            message = f"cache `{cache.key}` has subnets of the VPCs {' and '.join(vpcs)}"
            yield Finding(problem=PLACE, at=at, message=message, help="name subnets of one VPC")
        elif not there or (len(there) < 2 and isinstance(cache, ReplicationGroup) and cache.multi_az):
            yield Finding(
                problem=PLACE,
                at=at,
                message=f"the replicas of cache `{cache.key}` need subnets of two zones",
                label=f"all in {min(there)}" if there else "there is none",
                help="add a subnet of another zone, or write `multi_az: false`",
                fixes=choices(at, elsewhere(graph, subnets), How.ADD),
            )


RULES = (Rule(ZONES, zones), Rule(PLACE, place))
