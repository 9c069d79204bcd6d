"""`buckets:` to nodes; what is said of who may do what is for `bucket_policies`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from infraspec.aws import partition
from infraspec.graph.resource import Ref, Resource
from infraspec.graph.s3 import (
    Bucket,
    CorsRule,
    LifecycleRule,
    Logging,
    ObjectLock,
    PublicAccessBlock,
    Tiering,
    Transition,
)
from infraspec.graph.values import Joined, Value
from infraspec.resolve.deliveries import access_logs
from infraspec.resolve.network import Network
from infraspec.spec.document import Entry
from infraspec.spec.kinds import BUCKET

if TYPE_CHECKING:
    from infraspec.spec.buckets import Bucket as BucketModel
    from infraspec.spec.buckets import LifecycleRule as RuleModel


def buckets(scope: Network) -> Iterator[Resource]:
    """Every bucket with its settings."""
    for name, entry in scope.of(BUCKET).items():
        model, blocked, lock = entry.model, entry.model.public_access_block, entry.model.object_lock
        logging, waits = _logging(scope, entry)
        yield Bucket(
            key=name,
            origin=entry.path,
            existing=model.existing,
            depends_on=waits,
            bucket_name=_name(scope, name, model),
            versioning="Enabled" if model.versioning else "Suspended",
            kms_key_id=scope.kms_key(model.kms_key, (*entry.path, "kms_key")),
            bucket_key_enabled=model.kms_key is not None and model.bucket_key,
            public_access_block=PublicAccessBlock(
                blocked.block_public_acls,
                blocked.ignore_public_acls,
                blocked.block_public_policy,
                blocked.restrict_public_buckets,
            ),
            object_ownership=model.ownership,
            lifecycle=tuple(_rule(rule, written) for rule, written in sorted(model.lifecycle.items())),
            logging=logging,
            cors=tuple(
                CorsRule(tuple(one.origins), tuple(one.methods), tuple(one.headers), tuple(one.expose), one.max_age)
                for one in model.cors
            ),
            object_lock=ObjectLock(lock.mode, lock.days, lock.years) if lock is not None else None,
            tierings=tuple(Tiering(tier, days) for tier, days in sorted(model.archive.items())),
            eventbridge=model.eventbridge,
            on_delete=model.on_delete,
            tags=scope.tags(name, model.tags),
        )


def _name(scope: Network, name: str, model: BucketModel) -> Joined | str:
    """The name in S3, which no other bucket of any account may have."""
    own = model.name or name
    return Joined((f"{own}-", scope.account_id(), f"-{scope.region}")) if model.account_in_name else own


def _rule(name: str, rule: RuleModel) -> LifecycleRule:
    return LifecycleRule(
        id=name,
        enabled=rule.enabled,
        prefix=rule.prefix,
        tags=tuple(sorted(rule.tags.items())),
        object_size_greater_than=rule.larger_than,
        object_size_less_than=rule.smaller_than,
        transitions=_transitions(rule.transitions),
        expiration_days=rule.expire_days,
        expired_object_delete_marker=rule.expired_delete_markers,
        noncurrent_transitions=_transitions(rule.noncurrent_transitions),
        noncurrent_days=rule.noncurrent_expire_days,
        newer_noncurrent_versions=rule.noncurrent_keep,
        days_after_initiation=rule.abort_uploads_days,
    )


def _transitions(written: Mapping[str, int]) -> tuple[Transition, ...]:
    ordered = sorted(written.items(), key=lambda pair: (pair[1], pair[0]))
    return tuple(Transition(storage_class, days) for storage_class, days in ordered)


def _logging(scope: Network, entry: Entry[BucketModel]) -> tuple[Logging | None, tuple[Ref[Any], ...]]:
    """Where the access log goes, and its policy, which lets S3 write there and should stand first."""
    written = entry.model.access_logs
    target = scope.bucket(written.bucket, (*entry.path, "access_logs", "bucket")) if written is not None else None
    if written is None or target is None:
        return None, ()
    prefix = f"{entry.name}/" if written.prefix is None else written.prefix
    bucket, source = Value(target, "name"), _name(scope, entry.name, entry.model)
    waits = scope.grant(target, access_logs(partition(scope.region), bucket, source, scope.account_id(), prefix))
    return Logging(target, prefix), waits
