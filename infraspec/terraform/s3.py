"""Amazon S3 in Terraform, which has a resource for each of a bucket's settings."""

from collections.abc import Iterator, Mapping
from typing import Any, TypedDict

from infraspec.graph.s3 import Bucket, BucketPolicy, LifecycleRule, ObjectLock
from infraspec.terraform.block import Block, Expression, kept, tags
from infraspec.terraform.names import Labels, label
from infraspec.terraform.values import document, joined, key_of

Settings = Iterator[tuple[str, Mapping[str, Any]]]
"""The type and the arguments of each setting."""


class AwsS3Bucket(TypedDict):
    """The arguments of aws_s3_bucket that we write."""

    bucket: str
    force_destroy: bool
    object_lock_enabled: bool | None
    tags: dict[str, str]


class AwsS3BucketPublicAccessBlock(TypedDict):
    """The arguments of aws_s3_bucket_public_access_block that we write."""

    bucket: str
    block_public_acls: bool
    ignore_public_acls: bool
    block_public_policy: bool
    restrict_public_buckets: bool


class AwsS3BucketPolicy(TypedDict):
    """The arguments of aws_s3_bucket_policy that we write."""

    bucket: str
    policy: str


def bucket(one: Bucket, labels: Labels) -> Iterator[Block]:
    """aws_s3_bucket, and a block for each setting."""
    yield labels.block(
        one,
        AwsS3Bucket(
            bucket=joined(one.bucket_name, labels),
            force_destroy=False,
            object_lock_enabled=True if one.object_lock else None,
            tags=tags(one.tags),
        ),
        kept(one.on_delete),
    )
    name = labels.ref(one.address)
    versioned = {"depends_on": [Expression(f"aws_s3_bucket_versioning.{label(one.key)}")]}
    for kind, settings in (*_always(one, name, labels), *_where_asked_for(one, labels)):
        after = versioned if kind in _NEEDS_VERSIONS else {}
        yield Block("resource", kind, label(one.key), {"bucket": name, **settings, **after})


_NEEDS_VERSIONS = frozenset({"aws_s3_bucket_lifecycle_configuration", "aws_s3_bucket_object_lock_configuration"})
"""Settings that S3 reads together with that of versions."""


def _always(one: Bucket, name: str, labels: Labels) -> Settings:
    yield "aws_s3_bucket_versioning", {"versioning_configuration": {"status": one.versioning}}
    key = key_of(labels, one.kms_key_id)
    default = {"sse_algorithm": "AES256" if key is None else "aws:kms", "kms_master_key_id": key}
    rule = {"apply_server_side_encryption_by_default": default, "bucket_key_enabled": one.bucket_key_enabled}
    yield "aws_s3_bucket_server_side_encryption_configuration", {"rule": [rule]}
    blocked = one.public_access_block
    yield (
        "aws_s3_bucket_public_access_block",
        AwsS3BucketPublicAccessBlock(
            bucket=name,
            block_public_acls=blocked.block_public_acls,
            ignore_public_acls=blocked.ignore_public_acls,
            block_public_policy=blocked.block_public_policy,
            restrict_public_buckets=blocked.restrict_public_buckets,
        ),
    )
    yield "aws_s3_bucket_ownership_controls", {"rule": {"object_ownership": one.object_ownership}}


def _where_asked_for(one: Bucket, labels: Labels) -> Settings:
    if one.lifecycle:
        rules = [_rule(rule) for rule in one.lifecycle]
        minimum = "all_storage_classes_128K"
        yield (
            "aws_s3_bucket_lifecycle_configuration",
            {"rule": rules, "transition_default_minimum_object_size": minimum},
        )
    if one.logging:
        target = labels.ref(one.logging.target_bucket)
        yield "aws_s3_bucket_logging", {"target_bucket": target, "target_prefix": one.logging.target_prefix}
    if one.cors:
        yield "aws_s3_bucket_cors_configuration", {"cors_rule": [_cors(rule) for rule in one.cors]}
    if one.object_lock and one.object_lock.mode:
        yield "aws_s3_bucket_object_lock_configuration", {"rule": _retention(one.object_lock)}
    if one.tierings:
        tiers = [{"access_tier": tier.access_tier, "days": tier.days} for tier in one.tierings]
        yield (
            "aws_s3_bucket_intelligent_tiering_configuration",
            {"name": "archive", "status": "Enabled", "tiering": tiers},
        )
    if one.eventbridge:
        yield "aws_s3_bucket_notification", {"eventbridge": True}


def _rule(rule: LifecycleRule) -> dict[str, Any]:
    expiration = {
        "days": rule.expiration_days,
        "expired_object_delete_marker": True if rule.expired_object_delete_marker else None,
    }
    return {
        "id": rule.id,
        "status": "Enabled" if rule.enabled else "Disabled",
        "filter": [_filter(rule)],
        "transition": [{"storage_class": move.storage_class, "days": move.days} for move in rule.transitions] or None,
        "expiration": [expiration] if any(expiration.values()) else None,
        "noncurrent_version_transition": [
            {"storage_class": move.storage_class, "noncurrent_days": move.days} for move in rule.noncurrent_transitions
        ]
        or None,
        "noncurrent_version_expiration": [
            {
                "noncurrent_days": rule.noncurrent_days,
                "newer_noncurrent_versions": rule.newer_noncurrent_versions,
            }
        ]
        if rule.noncurrent_days
        else None,
        "abort_incomplete_multipart_upload": [{"days_after_initiation": rule.days_after_initiation}]
        if rule.days_after_initiation
        else None,
    }


def _filter(rule: LifecycleRule) -> dict[str, Any]:
    """One criterion stands by itself, several in `and`."""
    criteria = {
        "prefix": rule.prefix,
        "object_size_greater_than": rule.object_size_greater_than,
        "object_size_less_than": rule.object_size_less_than,
    }
    found = {name: value for name, value in criteria.items() if value is not None}
    if len(found) + len(rule.tags) > 1:
        return {"and": [{**found, "tags": tags(rule.tags) or None}]}
    return {**found, "tag": [{"key": key, "value": value} for key, value in rule.tags] or None}


def _cors(rule: Any) -> dict[str, Any]:
    return {
        "allowed_origins": [*rule.allowed_origins],
        "allowed_methods": [*rule.allowed_methods],
        "allowed_headers": [*rule.allowed_headers] or None,
        "expose_headers": [*rule.expose_headers] or None,
        "max_age_seconds": rule.max_age_seconds,
    }


def _retention(lock: ObjectLock) -> dict[str, Any]:
    return {"default_retention": {"mode": lock.mode, "days": lock.days, "years": lock.years}}


def bucket_policy(policy: BucketPolicy, labels: Labels) -> Block:
    """aws_s3_bucket_policy. S3 takes one change of a bucket's access at a time, so it waits for the other."""
    blocked = Block("resource", "aws_s3_bucket_public_access_block", label(policy.bucket.key), {})
    return labels.block(
        policy,
        AwsS3BucketPolicy(bucket=labels.ref(policy.bucket), policy=document(policy.policy_document, labels)),
        after=(blocked,),
    )
