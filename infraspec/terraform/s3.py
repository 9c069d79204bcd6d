"""Amazon S3 in Terraform, which has a resource for each of a bucket's settings."""

from collections.abc import Iterator
from typing import Any, TypedDict

from infraspec.graph.s3 import Bucket
from infraspec.terraform.block import Block, kept, tags
from infraspec.terraform.names import Labels, label
from infraspec.terraform.values import key_of


class AwsS3Bucket(TypedDict):
    """The arguments of aws_s3_bucket that we write."""

    bucket: str
    force_destroy: bool
    tags: dict[str, str]


class AwsS3BucketVersioning(TypedDict):
    """The arguments of aws_s3_bucket_versioning that we write."""

    bucket: str
    versioning_configuration: dict[str, str]


class AwsS3BucketServerSideEncryptionConfiguration(TypedDict):
    """The arguments of aws_s3_bucket_server_side_encryption_configuration that we write."""

    bucket: str
    rule: list[dict[str, Any]]


class AwsS3BucketPublicAccessBlock(TypedDict):
    """The arguments of aws_s3_bucket_public_access_block that we write."""

    bucket: str
    block_public_acls: bool
    block_public_policy: bool
    ignore_public_acls: bool
    restrict_public_buckets: bool


class AwsS3BucketOwnershipControls(TypedDict):
    """The arguments of aws_s3_bucket_ownership_controls that we write."""

    bucket: str
    rule: dict[str, str]


def bucket(one: Bucket, labels: Labels) -> Iterator[Block]:
    """aws_s3_bucket, and a block for each setting."""
    name = labels.ref(one.address)
    yield labels.block(
        one,
        AwsS3Bucket(bucket=one.bucket_name, force_destroy=False, tags=tags(one.tags)),
        kept(one.on_delete),
    )
    versioning = AwsS3BucketVersioning(bucket=name, versioning_configuration={"status": one.versioning})
    yield Block("resource", "aws_s3_bucket_versioning", label(one.key), versioning)
    key = key_of(labels, one.kms_key_id)
    default = {"sse_algorithm": "AES256" if key is None else "aws:kms", "kms_master_key_id": key}
    yield Block(
        "resource",
        "aws_s3_bucket_server_side_encryption_configuration",
        label(one.key),
        AwsS3BucketServerSideEncryptionConfiguration(
            bucket=name,
            rule=[{"apply_server_side_encryption_by_default": default, "bucket_key_enabled": key is not None}],
        ),
    )
    public = AwsS3BucketPublicAccessBlock(
        bucket=name,
        block_public_acls=True,
        block_public_policy=True,
        ignore_public_acls=True,
        restrict_public_buckets=True,
    )
    yield Block("resource", "aws_s3_bucket_public_access_block", label(one.key), public)
    owned = AwsS3BucketOwnershipControls(bucket=name, rule={"object_ownership": "BucketOwnerEnforced"})
    yield Block("resource", "aws_s3_bucket_ownership_controls", label(one.key), owned)
