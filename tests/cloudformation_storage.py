"""A CloudFormation template's keys, buckets, secrets and parameters, read back into plain facts."""

from collections.abc import Iterator
from typing import Any

from cloudformation_network import tags_of
from facts import Body, Fact, UnreadError, canonical, given

REF = {
    "AWS::KMS::Alias": "name",
    "AWS::S3::Bucket": "name",
    "AWS::SecretsManager::Secret": "arn",
    "AWS::SSM::Parameter": "name",
    "AWS::SSM::Document": "name",
}
ATTRIBUTES = {"RegionalDomainName": "domain_name"}
KEEPS = {"AWS::KMS::Key", "AWS::S3::Bucket", "AWS::SecretsManager::Secret"}


def key(body: Body) -> Iterator[tuple[str, Fact]]:
    tags = tags_of(body)
    yield (
        f"key/{tags.get('Name')}",
        {
            "description": body("Description"),
            "spec": body("KeySpec", "SYMMETRIC_DEFAULT"),
            "usage": body("KeyUsage", "ENCRYPT_DECRYPT"),
            "rotated": body.flag("EnableKeyRotation", default=False),
            "rotated_every": body.number("RotationPeriodInDays"),
            "window": body.number("PendingWindowInDays", 30),
            "regions": body.flag("MultiRegion", default=False),
            "policy": body.document("KeyPolicy"),
            "tags": tags,
        },
    )


def alias(body: Body) -> Iterator[tuple[str, Fact]]:
    yield f"alias/{body('AliasName')}", {"key": body("TargetKeyId")}


def bucket(body: Body) -> Iterator[tuple[str, Fact]]:
    bucket = f"bucket/{body('BucketName')}"
    yield bucket, {"locked": body.flag("ObjectLockEnabled", default=False), "tags": tags_of(body)}
    versioning = body.block("VersioningConfiguration")
    yield f"versioning/{bucket}", {"status": versioning("Status")}
    blocked = body.block("PublicAccessBlockConfiguration")
    names = ("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets")
    yield f"public_access/{bucket}", {"blocked": [blocked.flag(name, default=False) for name in names]}
    encryption, ownership = body.block("BucketEncryption"), body.block("OwnershipControls")
    rule = encryption.block("ServerSideEncryptionConfiguration")
    default = rule.block("ServerSideEncryptionByDefault")
    yield (
        f"encryption/{bucket}",
        {
            "by": default("SSEAlgorithm"),
            "key": default("KMSMasterKeyID"),
            "bucket_key": rule.flag("BucketKeyEnabled", default=False),
        },
    )
    owned = ownership.block("Rules")
    yield f"ownership/{bucket}", {"owner": owned("ObjectOwnership")}
    for one in (versioning, blocked, default, rule, encryption, owned, ownership):
        one.done()
    yield from _settings(body, bucket)


def _settings(body: Body, bucket: str) -> Iterator[tuple[str, Fact]]:
    names = ("LifecycleConfiguration", "LoggingConfiguration", "CorsConfiguration", "ObjectLockConfiguration")
    lifecycle, logging, cors, lock = (body.block(name) for name in names)
    tiering, notification = body.block("IntelligentTieringConfigurations"), body.block("NotificationConfiguration")
    if rules := [_rule(one) for one in lifecycle.blocks("Rules")]:
        yield f"lifecycle/{bucket}", {"rules": rules, "minimum": lifecycle("TransitionDefaultMinimumObjectSize")}
    if logging.has("DestinationBucketName"):
        yield f"logging/{bucket}", {"to": logging("DestinationBucketName"), "prefix": logging("LogFilePrefix")}
    if rules := [_cors(one) for one in cors.blocks("CorsRules")]:
        yield f"cors/{bucket}", {"rules": rules}
    if lock.has("Rule"):
        retention = lock.block("Rule").block("DefaultRetention")
        fact = {"mode": retention("Mode"), "days": retention.number("Days"), "years": retention.number("Years")}
        yield f"lock/{bucket}", fact
    if lock("ObjectLockEnabled", "Enabled") != "Enabled":
        raise UnreadError(bucket)
    if tiering.has("Id"):
        tiers = {one("AccessTier"): one.number("Days") for one in tiering.blocks("Tierings")}
        yield f"tiering/{bucket} {tiering('Id')}", {"status": tiering("Status"), "tiers": tiers}
    if notification.block("EventBridgeConfiguration").flag("EventBridgeEnabled"):
        yield f"notification/{bucket}", {"eventbridge": True}
    for one in (lifecycle, logging, cors, lock, tiering, notification):
        one.done()


def _rule(body: Body) -> Fact:
    versions, uploads = body.block("NoncurrentVersionExpiration"), body.block("AbortIncompleteMultipartUpload")
    fact = given(
        id=body("Id"),
        status=body("Status"),
        prefix=body("Prefix"),
        tags={one("Key"): one("Value") for one in body.blocks("TagFilters")},
        larger=body.number("ObjectSizeGreaterThan"),
        smaller=body.number("ObjectSizeLessThan"),
        moves=[(one("StorageClass"), one.number("TransitionInDays")) for one in body.blocks("Transitions")],
        expires=body.number("ExpirationInDays"),
        markers=body.flag("ExpiredObjectDeleteMarker"),
        old_moves=[
            (one("StorageClass"), one.number("TransitionInDays")) for one in body.blocks("NoncurrentVersionTransitions")
        ],
        old_expires=versions.number("NoncurrentDays"),
        old_kept=versions.number("NewerNoncurrentVersions"),
        uploads=uploads.number("DaysAfterInitiation"),
    )
    for one in (versions, uploads, body):
        one.done()
    return fact


def _cors(body: Body) -> Fact:
    names = ("AllowedOrigins", "AllowedMethods", "AllowedHeaders", "ExposedHeaders")
    fact: dict[str, Any] = given(lists=[body(name, []) for name in names], seconds=body.number("MaxAge"))
    body.done()
    return fact


def bucket_policy(body: Body) -> Iterator[tuple[str, Fact]]:
    yield f"bucket_policy/{body('Bucket')}", {"document": body.document("PolicyDocument")}


def secret(body: Body) -> Iterator[tuple[str, Fact]]:
    made = body.block("GenerateSecretString")
    secret = f"secret/{body('Name')}"
    yield (
        secret,
        {"description": body("Description"), "key": body("KmsKeyId"), "tags": tags_of(body)},
    )
    if made.has("PasswordLength"):
        settings = {
            "length": made.number("PasswordLength"),
            "without": made("ExcludeCharacters"),
            "plain": made.flag("ExcludePunctuation", default=False),
        }
        key = made("GenerateStringKey")
        fact = {"password": f"{canonical(given(**settings))}.random_password"}
        yield f"value/{secret}", {**fact, "key": key, "fields": made.document("SecretStringTemplate")}
    made.done()


def parameter(body: Body) -> Iterator[tuple[str, Fact]]:
    yield (
        f"parameter/{body('Name')}",
        {
            "type": body("Type"),
            "value": body("Value"),
            "description": body("Description"),
            "tier": body("Tier"),
            "pattern": body("AllowedPattern"),
            "data_type": body("DataType"),
            "tags": body("Tags"),
        },
    )


def document(body: Body) -> Iterator[tuple[str, Fact]]:
    if body("UpdateMethod", "Replace") != "NewVersion":
        raise UnreadError(f"{body.where}: a change would be another document")
    yield (
        f"document/{body('Name')}",
        {
            "type": body("DocumentType"),
            "format": body("DocumentFormat", "JSON"),
            "content": body.document("Content"),
            "tags": tags_of(body),
        },
    )


READERS = {
    "AWS::SSM::Parameter": parameter,
    "AWS::SSM::Document": document,
    "AWS::KMS::Key": key,
    "AWS::KMS::Alias": alias,
    "AWS::S3::Bucket": bucket,
    "AWS::S3::BucketPolicy": bucket_policy,
    "AWS::SecretsManager::Secret": secret,
}
