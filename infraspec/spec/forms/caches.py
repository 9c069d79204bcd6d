"""What may stand in `caches:`: values and checks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from infraspec.diagnostic import Edit, Fix, How, Safety, fix
from infraspec.spec.forms.secrets import arn as secret_arn
from infraspec.spec.forms.topics import arn as topic_arn
from infraspec.spec.problems import PASSWORD_IN_SPEC, WRONG_VALUE
from infraspec.spec.refusal import Refusal, instead, shown

if TYPE_CHECKING:
    from infraspec.spec.caches import Cache

_CLASS = r"cache\.[a-z0-9-]+\.[a-z0-9-]+\Z"
_NOT_FOR_MEMCACHED = (
    *("replicas", "shards", "failover", "multi_az", "encrypted", "kms_key", "users", "auth_token", "description"),
    *("snapshot_days", "snapshot_window", "slow_log", "engine_log"),
)


def node_class(value: object) -> object:
    """Classes begin with `cache.`."""
    if isinstance(value, str) and not re.match(_CLASS, value):
        meant = f"cache.{value.removeprefix('db.')}"
        is_near = re.match(_CLASS, meant) is not None
        help_ = f"write {meant}" if is_near else "write one such as cache.t4g.small"
        fixes = instead(help_, meant, Safety.SAFE) if is_near else ()
        raise Refusal(WRONG_VALUE, f"{shown(value)} is not a class of ElastiCache", help=help_, fixes=fixes)
    return value


def secret(value: object) -> object:
    """Where the password is: a name, or an ARN."""
    return secret_arn(value) if isinstance(value, str) and value.startswith("arn:") else value


def topic(value: object) -> object:
    """A topic by its name, or another by its ARN."""
    return topic_arn(value) if isinstance(value, str) and value.startswith("arn:") else value


def no_password(_: object) -> object:
    """Whatever the value, it must not be here, and it is not shown."""
    help_ = "write `users`, who sign in by IAM, or `auth_token`, which names a secret"
    raise Refusal(PASSWORD_IN_SPEC, "a password never stands in a spec", "everyone who reads the file has it", help_)


def fits_engine(cache: Cache) -> None:
    """What one kind of engine alone has."""
    if cache.engine != "memcached":
        if cache.nodes is not None:
            replicas = cache.nodes - 1
            help_ = f"write `replicas: {replicas}`"
            _refuse("nodes", cache.engine, help_, fix(help_, Edit(("nodes",), "replicas", How.RENAME)))
        return
    for name in _NOT_FOR_MEMCACHED:
        if getattr(cache, name) not in (None, {}):
            _refuse(name, "memcached", f"remove `{name}`", fix(f"remove `{name}`", Edit((name,), how=How.REMOVE)))
    if cache.transit_encryption == "preferred":
        help_ = "write `required`, or `none`"
        fixes = fix("write `required`", Edit(("transit_encryption",), "required"))
        raise Refusal(WRONG_VALUE, "memcached speaks TLS to all or to nobody", help=help_, fixes=fixes)
    if cache.on_delete == "snapshot":
        help_ = "write `delete`, or `retain`"
        fixes = fix("write `delete`", Edit(("on_delete",), "delete"))
        raise Refusal(WRONG_VALUE, "memcached stores nothing, so it has no snapshots", help=help_, fixes=fixes)


def _refuse(name: str, engine: str, help_: str, fixes: tuple[Fix, ...]) -> None:
    message = f"`{name}` is nothing that {engine} has"
    raise Refusal(WRONG_VALUE, message, help=help_, fixes=fixes)


def one_way_in(cache: Cache) -> None:
    """Users and a token are two ways to sign in, of which a cache has one."""
    if cache.users and cache.auth_token is not None:
        raise Refusal(
            WRONG_VALUE,
            "a cache has `users`, or an `auth_token`, and not both",
            help="remove `auth_token`: the users sign in by IAM",
            fixes=fix("remove `auth_token`", Edit(("auth_token",), how=How.REMOVE)),
        )
