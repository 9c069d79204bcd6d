"""Amazon S3 in CloudFormation."""

from typing import Any

from troposphere import s3

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given, on_delete, tags
from infraspec.cloudformation.values import document, joined, key_of
from infraspec.graph.s3 import Bucket, BucketPolicy, LifecycleRule, ObjectLock


def bucket(one: Bucket, ids: LogicalIds) -> s3.Bucket:
    """AWS::S3::Bucket."""
    blocked = one.public_access_block
    return s3.Bucket(
        ids.of(one),
        BucketName=joined(one.bucket_name, ids),
        VersioningConfiguration=s3.VersioningConfiguration(Status=one.versioning),
        BucketEncryption=_encryption(one, ids),
        PublicAccessBlockConfiguration=s3.PublicAccessBlockConfiguration(
            BlockPublicAcls=blocked.block_public_acls,
            IgnorePublicAcls=blocked.ignore_public_acls,
            BlockPublicPolicy=blocked.block_public_policy,
            RestrictPublicBuckets=blocked.restrict_public_buckets,
        ),
        OwnershipControls=s3.OwnershipControls(
            Rules=[s3.OwnershipControlsRule(ObjectOwnership=one.object_ownership)],
        ),
        **_settings(one, ids),
        Tags=tags(one.tags),
        **on_delete(one.on_delete),
    )


def _settings(one: Bucket, ids: LogicalIds) -> dict[str, Any]:
    """What not every bucket has."""
    logging = one.logging
    return given(
        LifecycleConfiguration=_lifecycle(one) if one.lifecycle else None,
        LoggingConfiguration=s3.LoggingConfiguration(
            DestinationBucketName=ids.ref(logging.target_bucket), LogFilePrefix=logging.target_prefix
        )
        if logging
        else None,
        CorsConfiguration=_cors(one) if one.cors else None,
        ObjectLockEnabled=True if one.object_lock else None,
        ObjectLockConfiguration=_lock(one.object_lock) if one.object_lock else None,
        IntelligentTieringConfigurations=[
            s3.IntelligentTieringConfiguration(
                Id="archive",
                Status="Enabled",
                Tierings=[s3.Tiering(AccessTier=tier.access_tier, Days=tier.days) for tier in one.tierings],
            )
        ]
        if one.tierings
        else None,
        NotificationConfiguration=s3.NotificationConfiguration(
            EventBridgeConfiguration=s3.EventBridgeConfiguration(EventBridgeEnabled=True)
        )
        if one.eventbridge
        else None,
    )


def _encryption(one: Bucket, ids: LogicalIds) -> s3.BucketEncryption:
    key = key_of(ids, one.kms_key_id)
    default = s3.ServerSideEncryptionByDefault(
        SSEAlgorithm="AES256" if key is None else "aws:kms", **given(KMSMasterKeyID=key)
    )
    rule = s3.ServerSideEncryptionRule(BucketKeyEnabled=one.bucket_key_enabled, ServerSideEncryptionByDefault=default)
    return s3.BucketEncryption(ServerSideEncryptionConfiguration=[rule])


def _lifecycle(one: Bucket) -> s3.LifecycleConfiguration:
    return s3.LifecycleConfiguration(
        Rules=[_rule(rule) for rule in one.lifecycle],
        TransitionDefaultMinimumObjectSize="all_storage_classes_128K",
    )


def _rule(rule: LifecycleRule) -> s3.LifecycleRule:
    bounds = {"ObjectSizeGreaterThan": rule.object_size_greater_than, "ObjectSizeLessThan": rule.object_size_less_than}
    moves = [
        s3.LifecycleRuleTransition(StorageClass=move.storage_class, TransitionInDays=move.days)
        for move in rule.transitions
    ]
    return s3.LifecycleRule(
        Id=rule.id,
        Status="Enabled" if rule.enabled else "Disabled",
        **given(
            Prefix=rule.prefix,
            **{name: None if size is None else str(size) for name, size in bounds.items()},
            TagFilters=[s3.TagFilter(Key=key, Value=value) for key, value in rule.tags] or None,
            Transitions=moves or None,
            ExpirationInDays=rule.expiration_days,
            ExpiredObjectDeleteMarker=rule.expired_object_delete_marker or None,
            **_of_the_past(rule),
        ),
    )


def _of_the_past(rule: LifecycleRule) -> dict[str, Any]:
    """What is said of older versions, and of uploads that were never finished."""
    versions, uploads = rule.newer_noncurrent_versions, rule.days_after_initiation
    moves = [
        s3.NoncurrentVersionTransition(StorageClass=move.storage_class, TransitionInDays=move.days)
        for move in rule.noncurrent_transitions
    ]
    return {
        "NoncurrentVersionExpiration": s3.NoncurrentVersionExpiration(
            NoncurrentDays=rule.noncurrent_days, **given(NewerNoncurrentVersions=versions)
        )
        if rule.noncurrent_days
        else None,
        "NoncurrentVersionTransitions": moves or None,
        "AbortIncompleteMultipartUpload": s3.AbortIncompleteMultipartUpload(DaysAfterInitiation=uploads)
        if uploads
        else None,
    }


def _cors(one: Bucket) -> s3.CorsConfiguration:
    return s3.CorsConfiguration(
        CorsRules=[
            s3.CorsRules(
                AllowedOrigins=[*rule.allowed_origins],
                AllowedMethods=[*rule.allowed_methods],
                **given(
                    AllowedHeaders=[*rule.allowed_headers] or None,
                    ExposedHeaders=[*rule.expose_headers] or None,
                ),
                MaxAge=rule.max_age_seconds,
            )
            for rule in one.cors
        ]
    )


def _lock(lock: ObjectLock) -> s3.ObjectLockConfiguration:
    rule = s3.ObjectLockRule(
        DefaultRetention=s3.DefaultRetention(Mode=lock.mode, **given(Days=lock.days, Years=lock.years))
    )
    return s3.ObjectLockConfiguration(ObjectLockEnabled="Enabled", **({"Rule": rule} if lock.mode else {}))


def bucket_policy(policy: BucketPolicy, ids: LogicalIds) -> s3.BucketPolicy:
    """AWS::S3::BucketPolicy."""
    return s3.BucketPolicy(
        ids.of(policy), Bucket=ids.ref(policy.bucket), PolicyDocument=document(policy.policy_document, ids)
    )
