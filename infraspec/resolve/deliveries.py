"""What a policy must say so that a service of AWS may write into a bucket, or use a key.

The functions return statements for `Network.grant`, which puts them into the one policy of the bucket or the key.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from infraspec.graph.values import Joined, Value

Statement = Mapping[str, Any]
USE = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"]
"""What a service does with the key of what it keeps."""


def log_delivery(partition: str, region: str, bucket: Value, account: Value, prefix: str = "") -> tuple[Statement, ...]:
    """Flow logs, logs of the web application firewall and of the resolver: CloudWatch's delivery writes them all.

    https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-S3.html
    """
    who = {"Service": "delivery.logs.amazonaws.com"}
    source = Joined((f"arn:{partition}:logs:{region}:", account, ":*"))
    ours: dict[str, Any] = {
        "StringEquals": {"aws:SourceAccount": account},
        "ArnLike": {"aws:SourceArn": source},
    }
    write = {**ours, "StringEquals": {"aws:SourceAccount": account, "s3:x-amz-acl": "bucket-owner-full-control"}}
    objects = Joined((f"arn:{partition}:s3:::", bucket, f"/{prefix}*"))
    return (
        {
            "Sid": "LogDeliveryWrite",
            "Effect": "Allow",
            "Principal": who,
            "Action": "s3:PutObject",
            "Resource": objects,
            "Condition": write,
        },
        {
            "Sid": "LogDeliveryCheck",
            "Effect": "Allow",
            "Principal": who,
            "Action": ["s3:GetBucketAcl", "s3:ListBucket"],
            "Resource": Joined((f"arn:{partition}:s3:::", bucket)),
            "Condition": ours,
        },
    )


def access_logs(partition: str, bucket: Value, source: Joined | str, account: Value, prefix: str) -> Statement:
    """The access log of another bucket.

    https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
    """
    name = source.parts if isinstance(source, Joined) else (source,)
    return {
        "Sid": "AccessLogs",
        "Effect": "Allow",
        "Principal": {"Service": "logging.s3.amazonaws.com"},
        "Action": "s3:PutObject",
        "Resource": Joined((f"arn:{partition}:s3:::", bucket, f"/{prefix}*")),
        "Condition": {
            "StringEquals": {"aws:SourceAccount": account},
            "ArnLike": {"aws:SourceArn": Joined((f"arn:{partition}:s3:::", *name))},
        },
    }


def key_for_logs(partition: str, region: str, account: Value, group: str = "*") -> Statement:
    """The key of a log group, or of all.

    https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
    """
    context = Joined((f"arn:{partition}:logs:{region}:", account, f":log-group:{group}"))
    return {
        "Sid": "Logs",
        "Effect": "Allow",
        "Principal": {"Service": f"logs.{region}.{'amazonaws.com.cn' if partition == 'aws-cn' else 'amazonaws.com'}"},
        "Action": ["kms:Decrypt*", "kms:Describe*", "kms:Encrypt*", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
        "Resource": "*",
        "Condition": {"ArnLike": {"kms:EncryptionContext:aws:logs:arn": context}},
    }


def key_for_service(principals: Sequence[str], account: Value) -> Statement:
    """The key of what a service keeps or sends for this account."""
    return {
        "Sid": "Services",
        "Effect": "Allow",
        "Principal": {"Service": principals[0] if len(principals) == 1 else [*principals]},
        "Action": USE,
        "Resource": "*",
        "Condition": {"StringEquals": {"aws:SourceAccount": account}},
    }


def key_for_auto_scaling(partition: str, account: Value) -> tuple[Statement, ...]:
    """The key of volumes of instances that an Auto Scaling group starts.

    https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html
    """
    role = "role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling"
    who = {"AWS": Joined((f"arn:{partition}:iam::", account, f":{role}"))}
    return (
        {"Sid": "AutoScaling", "Effect": "Allow", "Principal": who, "Action": USE, "Resource": "*"},
        {
            "Sid": "AutoScalingGrants",
            "Effect": "Allow",
            "Principal": who,
            "Action": "kms:CreateGrant",
            "Resource": "*",
            "Condition": {"Bool": {"kms:GrantIsForAWSResource": "true"}},
        },
    )


def once(statements: Sequence[Statement]) -> list[Statement]:
    """The statements that differ, each with an id of its own, in an order that is not the spec's."""
    found: dict[str, Statement] = {repr(one): one for one in statements}
    counted: dict[str, int] = {}
    made: list[Statement] = []
    for _, one in sorted(found.items()):
        sid = str(one.get("Sid", "Delivery"))
        counted[sid] = counted.get(sid, 0) + 1
        made.append({**one, "Sid": sid if counted[sid] == 1 else f"{sid}{counted[sid]}"})
    return made
