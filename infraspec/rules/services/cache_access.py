"""Encryption of caches, and who is let in."""

from collections.abc import Iterator

from infraspec.diagnostic import Edit, Finding, Fix, How, Level, Problem, Related, fix
from infraspec.graph.elasticache import ReplicationGroup
from infraspec.graph.elasticache_users import CacheUser
from infraspec.graph.graph import Graph
from infraspec.graph.resource import Ref
from infraspec.rules.rule import Rule
from infraspec.rules.services.store_examples import NETWORK, a_cache

_KEY = "arn:aws:kms:ap-northeast-2:123456789012:key/0a1b2c3d-4e5f-6789-0a1b-2c3d4e5f6789"

NEEDS_TLS = Problem(
    code="CCH103",
    name="cache-password-without-tls",
    level=Level.ERROR,
    title="A cache that asks who is there without TLS",
    explanation="Users and the token of a cache need encryption on the way: ElastiCache refuses them without.",
    bad=a_cache('    users: {app: "on ~* +@all"}\n    transit_encryption: none  # <- CCH103\n'),
    good=a_cache('    users: {app: "on ~* +@all"}\n'),
    source="https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html",
)


def needs_tls(graph: Graph) -> Iterator[Finding]:
    """Look for TLS in each cache that has users or a token."""
    for cache in graph.of(ReplicationGroup):
        if not cache.transit_encryption and (cache.user_group or cache.auth_secret):
            at, field = (*cache.origin, "transit_encryption"), "users" if cache.user_group else "auth_token"
            yield Finding(
                problem=NEEDS_TLS,
                at=at,
                message=f"cache `{cache.key}` has `{field}`, which needs TLS",
                related=(Related(at=(*cache.origin, field), label="asks who is there"),),
                help="remove `transit_encryption: none`",
                fixes=fix("remove `transit_encryption: none`", Edit(at, how=How.REMOVE)),
            )


KEY = Problem(
    code="CCH116",
    name="cache-key-without-encryption",
    level=Level.ERROR,
    title="A key for a cache that is not encrypted",
    explanation="A key makes sense only for storage that is encrypted.",
    bad=a_cache(f"    encrypted: false\n    kms_key: {_KEY}  # <- CCH116\n"),
    good=a_cache(f"    kms_key: {_KEY}\n"),
    source="https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html",
)


def key(graph: Graph) -> Iterator[Finding]:
    """Compare each key with whether the storage is encrypted."""
    for cache in graph.of(ReplicationGroup):
        if cache.kms_key_id is not None and not cache.at_rest_encryption:
            at = (*cache.origin, "encrypted")
            yield Finding(
                problem=KEY,
                at=(*cache.origin, "kms_key"),
                message=f"cache `{cache.key}` has a key, but is not encrypted",
                related=(Related(at=at, label="not encrypted"),),
                help="remove `encrypted: false`, or `kms_key`",
                fixes=fix("remove `encrypted: false`", Edit(at, how=How.REMOVE)),
            )


ACCESS = Problem(
    code="CCH113",
    name="cache-user-access",
    level=Level.ERROR,
    title="What a user of a cache may do is not said",
    explanation="An access string begins with `on` or `off`, and goes on with keys (`~app:*`) and commands (`+@all`); it has 1 to 4,096 "
    "characters. A password (`>secret`) never stands in a spec: these users sign in by IAM.",
    bad=a_cache('    users: {app: "~* +@all"}  # <- CCH113\n'),
    good=a_cache('    users: {app: "on ~* +@all"}\n'),
    source="https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html",
)


def access(graph: Graph) -> Iterator[Finding]:
    """Read the words of each access string."""
    for user in graph.of(CacheUser):
        words = user.access_string.split()
        if user.authentication != "iam":
            continue
        if any(word.startswith((">", "<", "#", "!", "nopass")) for word in words):
            message, help_ = f"user `{user.key}` signs in by IAM, without a password", "remove the password"
        elif not words or not {words[0]} & {"on", "off"}:
            message, help_ = f"what user `{user.key}` may do begins with neither `on` nor `off`", "begin with `on`"
        elif len(user.access_string) > 4096:
            message, help_ = f"what user `{user.key}` may do has more than 4,096 characters", "write less"
        else:
            continue
        begins = help_.startswith("begin")
        yield Finding(
            problem=ACCESS,
            at=user.origin,
            message=message,
            help=help_,
            fixes=fix(help_, Edit(user.origin, f'"on {user.access_string}"')) if begins and '"' not in message else (),
        )


TOKEN = Problem(
    code="CCH121",
    name="cache-token-form",
    level=Level.ERROR,
    title="A secret that cannot be the token of a cache",
    explanation="A token has 16 to 128 letters and digits, and of other characters only `!&#$^<>-`, which Secrets Manager does not choose by "
    "itself. It is the whole text of the secret, and no field of an object in it.",
    bad=a_cache("    auth_token: token  # <- CCH121\n", top=NETWORK + "secrets: {token: {generate: true}}\n"),
    good=a_cache("    auth_token: token\n", top=NETWORK + "secrets: {token: {generate: {punctuation: false}}}\n"),
    source="https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth.html",
)
_SHORTEST, _LONGEST = 16, 128


def token(graph: Graph) -> Iterator[Finding]:
    """Read how each secret that is a token is made."""
    for cache in graph.of(ReplicationGroup):
        secret = graph.get(cache.auth_secret) if isinstance(cache.auth_secret, Ref) else None
        made = secret.generated if secret is not None else None
        if secret is None or made is None:
            continue
        at = (*secret.origin, "generate")
        fixes: tuple[Fix, ...] = ()
        if made.key is not None:
            found, help_ = "is an object", "remove `key` and `fields`"
        elif not _SHORTEST <= made.password_length <= _LONGEST:
            found, help_ = f"has {made.password_length} characters", f"write `length: {_SHORTEST}` to {_LONGEST}"
        elif not made.exclude_punctuation:
            found, help_ = "may have any punctuation", "write `generate: {punctuation: false}`"
            fixes = fix(help_, Edit(at, "{punctuation: false}"))
        else:
            continue
        yield Finding(
            problem=TOKEN,
            at=(*cache.origin, "auth_token"),
            message=f"the secret `{secret.key}` {found}, and cannot be the token of cache `{cache.key}`",
            related=(Related(at=at, label="made like this"),),
            help=help_,
            fixes=fixes,
        )


RULES = (Rule(NEEDS_TLS, needs_tls), Rule(KEY, key), Rule(ACCESS, access), Rule(TOKEN, token))
