"""Advice about caches."""

from collections.abc import Iterator

from infraspec.analysis.stores import caches
from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, fix
from infraspec.graph.elasticache import ReplicationGroup
from infraspec.graph.graph import Graph
from infraspec.graph.resource import Ref
from infraspec.graph.secretsmanager import Secret
from infraspec.rules.rule import Rule
from infraspec.rules.services.store_examples import CACHES, NETWORK, a_cache

OPEN = Problem(
    code="CCH105",
    name="cache-in-the-clear",
    level=Level.WARNING,
    title="A cache that is not encrypted",
    explanation="What a cache stores is encrypted unless the spec says otherwise, which cannot be changed later, and clients speak TLS unless "
    "`transit_encryption` is `none`.",
    bad=a_cache("    transit_encryption: none  # <- CCH105\n"),
    good=a_cache(),
    source="https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html",
)
ANYONE = Problem(
    code="CCH119",
    name="cache-without-users",
    level=Level.NOTE,
    title="A cache that asks nobody who they are",
    explanation="Whoever reaches it may do anything. Its security groups decide who does; `users` sign in by IAM and may do what the spec says, "
    "and `auth_token` is one password for all.",
    bad=a_cache(name="sessions:  # <- CCH119"),
    good=a_cache('    users: {app: "on ~* +@all"}\n'),
    source="https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth-iam.html",
)
ALONE = Problem(
    code="CCH120",
    name="cache-without-replica",
    level=Level.NOTE,
    title="A cache without a replica",
    explanation="When its node fails, all that it held is gone, and nothing answers until a new one stands. A replica takes over in less than "
    "a minute.",
    bad=a_cache('    users: {app: "on ~* +@all"}\n    replicas: 0  # <- CCH120\n'),
    good=a_cache('    users: {app: "on ~* +@all"}\n    replicas: 1\n'),
    source="https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html",
)
UNSET = Problem(
    code="CCH111",
    name="cache-token-without-value",
    level=Level.WARNING,
    title="A cache whose password has no value yet",
    explanation="A secret without `generate` has no value until somebody sets it, and the cache is made at the same time: the first "
    "deployment fails.",
    bad=a_cache("    auth_token: token  # <- CCH111\n", top=NETWORK + "secrets: {token: {}}\n"),
    good=a_cache("    auth_token: token\n", top=NETWORK + "secrets: {token: {generate: {punctuation: false}}}\n"),
    source=CACHES,
)


def in_the_clear(graph: Graph) -> Iterator[Finding]:
    """Look for storage and traffic in the clear."""
    for cache in caches(graph):
        if isinstance(cache, ReplicationGroup) and not cache.at_rest_encryption and cache.kms_key_id is None:
            at, help_ = (*cache.origin, "encrypted"), "remove `encrypted: false`"
            message = f"what cache `{cache.key}` stores is not encrypted, and cannot be later"
            yield Finding(problem=OPEN, at=at, message=message, help=help_, fixes=fix(help_, Edit(at, how=How.REMOVE)))
        if not cache.transit_encryption and not (
            isinstance(cache, ReplicationGroup) and (cache.user_group or cache.auth_secret)
        ):
            at, help_ = (*cache.origin, "transit_encryption"), "remove `transit_encryption: none`"
            message = f"clients of cache `{cache.key}` speak in the clear"
            yield Finding(problem=OPEN, at=at, message=message, help=help_, fixes=fix(help_, Edit(at, how=How.REMOVE)))


def anyone(graph: Graph) -> Iterator[Finding]:
    """Look for caches with neither users nor a token."""
    for cache in graph.of(ReplicationGroup):
        if cache.user_group is None and cache.auth_secret is None and cache.transit_encryption:
            message = f"whoever reaches cache `{cache.key}` may do anything"
            help_ = "add `users`, who sign in by IAM"
            yield Finding(problem=ANYONE, at=cache.origin, message=message, help=help_, on_key=True)


def alone(graph: Graph) -> Iterator[Finding]:
    """Look for the replicas of each cache."""
    for cache in graph.of(ReplicationGroup):
        if cache.num_cache_clusters == 1 or cache.replicas_per_node_group == 0:
            at = (*cache.origin, "replicas")
            message = f"cache `{cache.key}` has no replica, so it is lost with a node"
            yield Finding(
                problem=ALONE, at=at, message=message, help="write `replicas: 1`", fixes=fix("write 1", Edit(at, "1"))
            )


def unset(graph: Graph) -> Iterator[Finding]:
    """Look for secrets of the spec that are passwords of its caches."""
    for cache in graph.of(ReplicationGroup):
        if not isinstance(cache.auth_secret, Ref):
            continue
        secret: Secret = graph.get(cache.auth_secret)
        if secret.existing is None and secret.generated is None:
            yield Finding(
                problem=UNSET,
                at=(*cache.origin, "auth_token"),
                message=f"the secret `{secret.key}` has no value when cache `{cache.key}` is made",
                related=(Related(at=secret.origin, label="made here, without a value", on_key=True),),
                help="write `generate: {punctuation: false}` in the secret",
                fixes=fix(
                    "write `generate: {punctuation: false}`",
                    Edit(secret.origin, "generate: {punctuation: false}", How.ADD),
                ),
            )


RULES = (Rule(OPEN, in_the_clear), Rule(ANYONE, anyone), Rule(ALONE, alone), Rule(UNSET, unset))
