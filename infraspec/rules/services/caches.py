"""Nodes of caches that ElastiCache refuses."""

from collections.abc import Iterator

from infraspec.analysis.stores import caches
from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, SpecPath, fix
from infraspec.graph.elasticache import ReplicationGroup
from infraspec.graph.graph import Graph
from infraspec.rules.rule import Rule
from infraspec.rules.services.store_classes import engine_of
from infraspec.rules.services.store_examples import CACHES, NETWORK, a_cache

FAILOVER = Problem(
    code="CCH102",
    name="cache-failover",
    level=Level.ERROR,
    title="A cache that cannot fail over as it says",
    explanation="Failover needs a replica, several zones need failover, and a cache with shards always fails over: ElastiCache refuses "
    "anything else.",
    bad=a_cache("    replicas: 0\n    failover: true  # <- CCH102\n"),
    good=a_cache("    replicas: 1\n    failover: true\n"),
    source=CACHES,
)


def failover(graph: Graph) -> Iterator[Finding]:
    """Compare what each cache says with its replicas and its shards."""
    for cache in graph.of(ReplicationGroup):
        has_shards = cache.num_node_groups is not None
        replicas = cache.replicas_per_node_group or 0 if has_shards else (cache.num_cache_clusters or 1) - 1
        if cache.automatic_failover and not replicas and not has_shards:
            message = f"cache `{cache.key}` has no replica that could take over"
            yield _failover((*cache.origin, "failover"), message, "write `replicas: 1`, or remove `failover`")
        if has_shards and not cache.automatic_failover:
            message = f"cache `{cache.key}` has shards, so it fails over"
            yield _failover((*cache.origin, "failover"), message, "remove `failover: false`")
        elif cache.multi_az and not (replicas and cache.automatic_failover):
            missing = "no failover" if replicas else "no replica"
            message = f"cache `{cache.key}` stands in several zones, but has {missing}"
            yield _failover((*cache.origin, "multi_az"), message, "remove `multi_az`")


def _failover(at: SpecPath, message: str, help_: str) -> Finding:
    fixes = fix(help_, Edit(at, how=How.REMOVE)) if help_.startswith("remove") else ()
    return Finding(problem=FAILOVER, at=at, message=message, help=help_, fixes=fixes)


_LOGGED = NETWORK + "log_groups: {log: {}}\n"

LATER = Problem(
    code="CCH112",
    name="cache-feature-of-a-later-version",
    level=Level.ERROR,
    title="Something that the version of a cache does not have yet",
    explanation="Redis has users who sign in by IAM, and TLS that is only preferred, from 7.0 on, its engine log and disks beside memory (classes such as cache.r6gd) from 6.2, "
    "its slow log from 6.0; Memcached speaks TLS from 1.6.12. Valkey has all of its own from its first version.",
    bad=a_cache("    engine_log: log\n", top=_LOGGED, engine="redis", version='"6.0"  # <- CCH112'),
    good=a_cache("    engine_log: log\n", top=_LOGGED, engine="redis", version='"6.2"'),
    source="https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/supported-engine-versions.html",
)


def later(graph: Graph) -> Iterator[Finding]:
    """Compare each version with the first that has what is asked for."""
    for cache in caches(graph):
        asked: tuple[tuple[str, bool, str], ...]
        if isinstance(cache, ReplicationGroup):
            logs = {one.log_type for one in cache.log_deliveries}
            asked = (
                ("users", cache.user_group is not None, "7.0"),
                ("transit_encryption", cache.transit_encryption_mode == "preferred", "7.0"),
                ("engine_log", "engine-log" in logs, "6.2"),
                ("class", cache.data_tiering, "6.2"),
                ("slow_log", "slow-log" in logs, "6.0"),
            )
            asked = asked if cache.engine == "redis" else ()
        else:
            asked = (("transit_encryption", cache.transit_encryption, "1.6.12"),)
        for field, is_asked, first in asked:
            if is_asked and _numbers(cache.engine_version) < _numbers(first):
                at = (*cache.origin, "version")
                what = (
                    f"`{field}`"
                    if isinstance(cache, ReplicationGroup)
                    else "TLS, which is asked for unless it is `none`"
                )
                yield Finding(
                    problem=LATER,
                    at=at,
                    message=f"{engine_of(cache)} {cache.engine_version} has no {what}",
                    related=(Related(at=(*cache.origin, field), label="asked for here"),),
                    help=f'write "{first}" or a later version',
                    fixes=fix(f'write "{first}"', Edit(at, f'"{first}"')),
                )


def _numbers(version: str) -> list[int]:
    return [int(part) for part in version.split(".") if part.isdecimal()]


MANY = Problem(
    code="CCH118",
    name="cache-nodes-too-many",
    level=Level.ERROR,
    title="A cache of more nodes than ElastiCache makes",
    explanation="A cache with shards has at most 500 nodes, its replicas among them; more than 90 of them need Redis 5.0.6 or Valkey, and a "
    "quota that was raised.",
    bad=a_cache("    shards: 400  # <- CCH118\n    replicas: 1\n"),
    good=a_cache("    shards: 250\n    replicas: 1\n"),
    source="https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/quota-limits.html",
)
_MOST = 500


def nodes(graph: Graph) -> Iterator[Finding]:
    """Count the nodes of each cache with shards."""
    for cache in graph.of(ReplicationGroup):
        count = (cache.num_node_groups or 0) * (1 + (cache.replicas_per_node_group or 0))
        if count > _MOST:
            yield Finding(
                problem=MANY,
                at=(*cache.origin, "shards"),
                message=f"cache `{cache.key}` has {count} nodes, and {_MOST} are the most",
                help="write fewer shards, or fewer replicas",
            )


RULES = (Rule(FAILOVER, failover), Rule(LATER, later), Rule(MANY, nodes))
