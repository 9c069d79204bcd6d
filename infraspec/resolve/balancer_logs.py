"""What the policy of a bucket must say so that balancers can write their logs into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from infraspec.aws import partition
from infraspec.data.log_accounts import LOG_ACCOUNTS
from infraspec.graph.values import Joined, Value
from infraspec.resolve.network import Network

if TYPE_CHECKING:
    from infraspec.graph.resource import Ref
    from infraspec.graph.s3 import Bucket
    from infraspec.resolve.deliveries import Statement

_APPLICATION = "logdelivery.elasticloadbalancing.amazonaws.com"
_NETWORK = "delivery.logs.amazonaws.com"


def log_statements(scope: Network, balancer: str, bucket: Ref[Bucket], prefix: str | None) -> tuple[Statement, ...]:
    """The statements for a type of balancer that writes below a prefix.

    https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
    """
    folder = f"/{prefix}/AWSLogs/" if prefix else "/AWSLogs/"
    place = Joined((Value(bucket, "arn"), folder, scope.account_id(), "/*"))
    if balancer == "network":
        return _of_network(scope, bucket, place)
    # In older regions an account of AWS's own writes.
    account = LOG_ACCOUNTS.get(scope.region)
    root = f"arn:{partition(scope.region)}:iam::{account}:root"
    principal = {"AWS": root} if account else {"Service": _APPLICATION}
    said = {"Effect": "Allow", "Principal": principal, "Action": "s3:PutObject", "Resource": place}
    return ({"Sid": "BalancerLogs", **said},)


def _of_network(scope: Network, bucket: Ref[Bucket], place: Joined) -> tuple[Statement, ...]:
    """The service that delivers logs looks at the bucket first; it does so for this account alone."""
    account = scope.account_id()
    like = {"aws:SourceArn": Joined((f"arn:{partition(scope.region)}:logs:{scope.region}:", account, ":*"))}
    ours = {"aws:SourceAccount": account}
    full = {**ours, "s3:x-amz-acl": "bucket-owner-full-control"}
    who = {"Effect": "Allow", "Principal": {"Service": _NETWORK}}
    look = {"Action": "s3:GetBucketAcl", "Resource": Value(bucket, "arn")}
    write = {"Action": "s3:PutObject", "Resource": place}
    return (
        {"Sid": "BalancerLogsCheck", **who, **look, "Condition": {"StringEquals": ours, "ArnLike": like}},
        {"Sid": "BalancerLogsWrite", **who, **write, "Condition": {"StringEquals": full, "ArnLike": like}},
    )
