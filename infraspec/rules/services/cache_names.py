"""Names of caches and of their users."""

import re
from collections.abc import Iterator

from infraspec.diagnostic import Edit, Finding, How, Level, Problem, fix
from infraspec.graph.elasticache import CacheCluster, CacheSubnetGroup, ReplicationGroup
from infraspec.graph.elasticache_users import CacheUser
from infraspec.graph.graph import Graph
from infraspec.graph.resource import Resource
from infraspec.rules.rule import Rule
from infraspec.rules.services.store_examples import CACHES, a_cache, memcached

_FORM = r"[a-z](?:-?[a-z0-9])*\Z"
_WHAT = "lower-case letters, digits and single hyphens, the first a letter and the last no hyphen"

CLUSTER = Problem(
    code="NAM123",
    name="memcached-cluster-name",
    level=Level.ERROR,
    title="A name that cannot be a Memcached cluster's",
    explanation=f"A cluster is called by 1 to 50 {_WHAT}.",
    bad=memcached().replace("  sessions:", "  web--pages:  # <- NAM123"),
    good=memcached().replace("  sessions:", "  web-pages:"),
    source="https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateCacheCluster.html",
)
GROUP = Problem(
    code="NAM124",
    name="cache-name",
    level=Level.ERROR,
    title="A name that cannot be a cache's",
    explanation=f"A cache of Valkey or Redis is called by 1 to 40 {_WHAT}.",
    bad=a_cache(name="Web_Sessions:  # <- NAM124"),
    good=a_cache(name="web-sessions:"),
    source=CACHES,
)
SUBNETS = Problem(
    code="NAM125",
    name="reserved-cache-subnet-group",
    level=Level.ERROR,
    title="A cache called `default`",
    explanation="A cache's subnet group is called like the cache, and AWS keeps the name `default` for a group of its own.",
    bad=a_cache(name="default:  # <- NAM125"),
    good=a_cache(name="sessions:"),
    source="https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateCacheSubnetGroup.html",
)
USER = Problem(
    code="NAM126",
    name="cache-user-name",
    level=Level.ERROR,
    title="A name that cannot be a cache user's",
    explanation=f"A user who signs in by IAM is called by 1 to 40 {_WHAT}. `default` is who has no name.",
    bad=a_cache('    users: {Web_App: "on ~* +@all"}  # <- NAM126\n'),
    good=a_cache('    users: {web-app: "on ~* +@all"}\n'),
    source="https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateUser.html",
)


def cluster(graph: Graph) -> Iterator[Finding]:
    """Compare the name of each Memcached cluster with the form."""
    for one in graph.of(CacheCluster):
        yield from _judged(CLUSTER, one, one.cluster_id, 50, "a Memcached cluster")


def group(graph: Graph) -> Iterator[Finding]:
    """Compare the name of each other cache with the form."""
    for one in graph.of(ReplicationGroup):
        yield from _judged(GROUP, one, one.replication_group_id, 40, "a cache")


def subnets(graph: Graph) -> Iterator[Finding]:
    """Look for AWS's own name."""
    for one in graph.of(CacheSubnetGroup):
        if one.name == "default":
            message = "a cache cannot be called `default`, since its subnet group would be"
            yield Finding(problem=SUBNETS, at=one.origin, message=message, help="choose another name", on_key=True)


def user(graph: Graph) -> Iterator[Finding]:
    """Compare the name of each user with the form."""
    for one in graph.of(CacheUser):
        if one.authentication != "iam":
            continue
        if one.user_name == "default":
            message = "`default` is whoever has no name, and cannot sign in by IAM"
            yield Finding(problem=USER, at=one.origin, message=message, help="choose another name", on_key=True)
        else:
            yield from _judged(USER, one, one.user_name, 40, "a user of a cache")


def _judged(problem: Problem, node: Resource, name: str, most: int, what: str) -> Iterator[Finding]:
    if re.match(_FORM, name) and len(name) <= most:
        return
    meant = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:most].strip("-")
    is_near = re.match(_FORM, meant) is not None
    yield Finding(
        problem=problem,
        at=node.origin,
        message=f"{what} cannot be called `{name}`",
        help=f"write `{meant}`" if is_near else f"write up to {most} {_WHAT}",
        fixes=fix(f"write `{meant}`", Edit(node.origin, meant, How.RENAME)) if is_near else (),
        on_key=True,
    )


RULES = (Rule(CLUSTER, cluster), Rule(GROUP, group), Rule(SUBNETS, subnets), Rule(USER, user))
