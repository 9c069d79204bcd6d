"""Amazon S3 in CloudFormation."""

from troposphere import s3

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given, on_delete, tags
from infraspec.cloudformation.values import key_of
from infraspec.graph.s3 import Bucket


def bucket(one: Bucket, ids: LogicalIds) -> s3.Bucket:
    """AWS::S3::Bucket."""
    return s3.Bucket(
        ids.of(one),
        BucketName=one.bucket_name,
        VersioningConfiguration=s3.VersioningConfiguration(Status=one.versioning),
        BucketEncryption=_encryption(one, ids),
        PublicAccessBlockConfiguration=s3.PublicAccessBlockConfiguration(
            BlockPublicAcls=True, BlockPublicPolicy=True, IgnorePublicAcls=True, RestrictPublicBuckets=True
        ),
        OwnershipControls=s3.OwnershipControls(
            Rules=[s3.OwnershipControlsRule(ObjectOwnership="BucketOwnerEnforced")],
        ),
        Tags=tags(one.tags),
        **on_delete(one.on_delete),
    )


def _encryption(one: Bucket, ids: LogicalIds) -> s3.BucketEncryption:
    key = key_of(ids, one.kms_key_id)
    default = s3.ServerSideEncryptionByDefault(
        SSEAlgorithm="AES256" if key is None else "aws:kms", **given(KMSMasterKeyID=key)
    )
    rule = s3.ServerSideEncryptionRule(BucketKeyEnabled=key is not None, ServerSideEncryptionByDefault=default)
    return s3.BucketEncryption(ServerSideEncryptionConfiguration=[rule])
