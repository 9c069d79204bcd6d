"""`caches:` to nodes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from infraspec.diagnostic import SpecPath
from infraspec.graph.elasticache import (
    CacheCluster,
    CacheParameterGroup,
    CacheSubnetGroup,
    LogDelivery,
    ReplicationGroup,
)
from infraspec.graph.elasticache_users import CacheUser, CacheUserGroup
from infraspec.graph.logs import LogGroup
from infraspec.graph.resource import Ref, Resource, ref
from infraspec.graph.secretsmanager import Secret
from infraspec.graph.sns import Topic
from infraspec.graph.vpc import Subnet
from infraspec.resolve.database_parts import group_name
from infraspec.resolve.network import Network
from infraspec.spec.document import Entry
from infraspec.spec.kinds import CACHE, LOG_GROUP, SECRET, TOPIC

if TYPE_CHECKING:
    from infraspec.spec.caches import Cache

T = TypeVar("T", bound=Resource)

_PORTS = {"valkey": 6379, "redis": 6379, "memcached": 11211}


def caches(scope: Network) -> Iterator[Resource]:
    """Every cache with its subnet group, its parameter group and its users."""
    for name, entry in scope.of(CACHE).items():
        subnets = scope.subnets(entry.model.subnets, (*entry.path, "subnets"))
        groups = scope.security_groups(entry.model.security_groups, (*entry.path, "security_groups"))
        if subnets is None or groups is None:
            continue
        yield CacheSubnetGroup(
            key=name,
            origin=entry.path,
            name=name,
            description=f"Subnets of {name}",
            subnets=subnets,
            tags=scope.tags(name, entry.model.tags),
        )
        yield from _parameter_group(scope, entry)
        if entry.model.engine == "memcached":
            yield _cluster(scope, entry, subnets, **_shared(scope, entry, groups))
        else:
            yield from _users(scope, entry)
            yield _replication_group(scope, entry, **_shared(scope, entry, groups))


def _family(cache: Cache) -> str:
    """The parameter group family of a version. Rules say whether there is such a version."""
    major, _, rest = cache.version.partition(".")
    minor = rest.partition(".")[0]
    if cache.engine == "valkey" or (cache.engine == "redis" and major == "7"):
        return f"{cache.engine}{major}"
    return "redis6.x" if cache.engine == "redis" and major == "6" else f"{cache.engine}{major}.{minor}"


def _parameters(cache: Cache) -> dict[str, str]:
    """What a group of its own holds: cluster mode is a parameter, which AWS's own groups of that mode have."""
    if not cache.parameters:
        return {}
    return {**cache.parameters, "cluster-enabled": "yes"} if cache.shards is not None else cache.parameters


def _parameter_group(scope: Network, entry: Entry[Cache]) -> Iterator[CacheParameterGroup]:
    """A group of its own, where it sets parameters. Its key holds the family, so that an upgrade makes a new one."""
    parameters = _parameters(entry.model)
    if parameters:
        family = _family(entry.model)
        key = group_name(entry.name, family)
        yield CacheParameterGroup(
            key=key,
            origin=(*entry.path, "parameters"),
            description=f"Parameters of {entry.name}, {family}",
            family=family,
            parameters=tuple(sorted(parameters.items())),
            tags=scope.tags(key, entry.model.tags),
        )


def _shared(scope: Network, entry: Entry[Cache], groups: tuple[Ref[Any], ...]) -> dict[str, Any]:
    """What both kinds of cache have."""
    cache, family = entry.model, _family(entry.model)
    ours = ref(CacheParameterGroup, group_name(entry.name, family))
    mode = ".cluster.on" if cache.shards is not None else ""
    return {
        "key": entry.name,
        "origin": entry.path,
        "engine_version": cache.version,
        "node_type": cache.class_,
        "preferred_zones": tuple(scope.zone_name(zone) for zone in cache.zones),
        "subnet_group": ref(CacheSubnetGroup, entry.name),
        "security_groups": groups,
        "parameter_group": ours if cache.parameters else f"default.{family}{mode}",
        "port": _PORTS[cache.engine] if cache.port is None else cache.port,
        "maintenance_window": cache.maintenance_window,
        "auto_minor_version_upgrade": cache.auto_minor_version_upgrade,
        "notification_topic": _named(scope, Topic, TOPIC.word, cache.notifications, (*entry.path, "notifications")),
        "tags": scope.tags(entry.name, cache.tags),
    }


def _users(scope: Network, entry: Entry[Cache]) -> Iterator[Resource]:
    """The users and their group. Redis asks for one that is called `default`: here it may do nothing."""
    if not entry.model.users:
        return
    engine = entry.model.engine
    users = [(name, name, access, "iam") for name, access in sorted(entry.model.users.items())]
    if engine == "redis":
        users.append((f"{entry.name}-default", "default", "off -@all", "no-password-required"))
    for user_id, name, access, authentication in users:
        yield CacheUser(
            key=user_id,
            origin=(*entry.path, "users", name) if authentication == "iam" else (*entry.path, "users"),
            user_id=user_id,
            user_name=name,
            engine=engine,
            access_string=access,
            authentication=authentication,
            tags=scope.tags(user_id, entry.model.tags),
        )
    yield CacheUserGroup(
        key=entry.name,
        origin=(*entry.path, "users"),
        user_group_id=entry.name,
        engine=engine,
        users=tuple(ref(CacheUser, one[0]) for one in users),
        tags=scope.tags(entry.name, entry.model.tags),
    )


def _replication_group(scope: Network, entry: Entry[Cache], **shared: Any) -> ReplicationGroup:
    cache = entry.model
    replicas = 1 if cache.replicas is None else cache.replicas
    family = cache.class_.split(".")[1]
    return ReplicationGroup(
        **shared,
        replication_group_id=entry.name,
        description=cache.description or entry.name,
        engine=cache.engine,
        data_tiering=family.endswith("gd"),
        num_cache_clusters=replicas + 1 if cache.shards is None else None,
        num_node_groups=cache.shards,
        replicas_per_node_group=None if cache.shards is None else replicas,
        automatic_failover=_or(written=cache.failover, otherwise=replicas > 0 or cache.shards is not None),
        multi_az=_or(written=cache.multi_az, otherwise=replicas > 0 and cache.failover is not False),
        at_rest_encryption=cache.encrypted is not False,
        kms_key_id=scope.kms_key(cache.kms_key, (*entry.path, "kms_key")),
        transit_encryption=cache.transit_encryption != "none",
        transit_encryption_mode=_mode(cache),
        user_group=ref(CacheUserGroup, entry.name) if cache.users else None,
        auth_secret=_named(scope, Secret, SECRET.word, cache.auth_token, (*entry.path, "auth_token")),
        snapshot_retention_limit=1 if cache.snapshot_days is None else cache.snapshot_days,
        snapshot_window=cache.snapshot_window,
        log_deliveries=_deliveries(scope, entry),
        on_delete=cache.on_delete or "snapshot",
    )


def _mode(cache: Cache) -> str | None:
    """Redis takes no mode before 7.0, where TLS is always required; a rule refuses the other one there."""
    is_old = cache.engine == "redis" and cache.version.partition(".")[0] in ("4", "5", "6")
    if cache.transit_encryption == "none" or (is_old and cache.transit_encryption == "required"):
        return None
    return cache.transit_encryption


def _named(scope: Network, kind: type[T], word: str, value: str | None, at: SpecPath) -> Ref[T] | str | None:
    """What is named, or its ARN; the address of what is not there leads nowhere, and what has it is left out."""
    if value is None or value.startswith("arn:"):
        return value
    return scope.ref(kind, word, value, at) or ref(kind, value)


def _deliveries(scope: Network, entry: Entry[Cache]) -> tuple[LogDelivery, ...]:
    found = []
    for field, group in (("engine_log", entry.model.engine_log), ("slow_log", entry.model.slow_log)):
        if group is not None:
            to = scope.ref(LogGroup, LOG_GROUP.word, group, (*entry.path, field)) or ref(LogGroup, group)
            found.append(LogDelivery(field.replace("_", "-"), to, entry.model.log_format))
    return tuple(found)


def _or(*, written: bool | None, otherwise: bool) -> bool:
    return otherwise if written is None else written


def _cluster(scope: Network, entry: Entry[Cache], subnets: tuple[Ref[Subnet], ...], **shared: Any) -> CacheCluster:
    """Nodes of Memcached, in several zones where there are several of both."""
    nodes = entry.model.nodes or 1
    zones = set(shared["preferred_zones"]) or {scope.zone(one.key) for one in subnets}
    shared["preferred_zones"] = tuple(zones) if len(zones) == 1 and entry.model.zones else shared["preferred_zones"]
    return CacheCluster(
        **shared,
        cluster_id=entry.name,
        num_cache_nodes=nodes,
        az_mode="cross-az" if nodes > 1 and len(zones) > 1 else "single-az",
        transit_encryption=entry.model.transit_encryption != "none",
        on_delete=entry.model.on_delete or "delete",
    )
