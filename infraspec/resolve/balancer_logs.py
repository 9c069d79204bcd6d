"""The buckets that balancers log to, and what lets them write there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from infraspec.aws import partition
from infraspec.data.log_accounts import LOG_ACCOUNTS
from infraspec.diagnostic import SpecPath
from infraspec.graph.resource import Ref, Resource
from infraspec.graph.values import Joined, Value
from infraspec.resolve.network import Network
from infraspec.resolve.scope import bare
from infraspec.spec.kinds import LOAD_BALANCER

Statement = dict[str, Any]
"""A statement of a policy, for `graph.values.document`."""
_KIND = "bucket"
_APPLICATION = "logdelivery.elasticloadbalancing.amazonaws.com"
_NETWORK = "delivery.logs.amazonaws.com"


def bucket_of(scope: Network, value: str, at: SpecPath) -> Ref[Any] | str:
    """A bucket of the spec, or the name of one that exists."""
    name = bare(value, _KIND)
    if name in scope.names.get(_KIND, ()):
        scope.find(value, (_KIND,), at)
    elif (_KIND, name) not in scope.broken:
        return value
    return Ref("Bucket", name)


def policy_of(scope: Network, value: str) -> tuple[Ref[Resource], ...]:
    """The policy that lets balancers write into a bucket of the spec."""
    name = bare(value, _KIND)
    return (Ref("BucketPolicy", name),) if name in scope.names.get(_KIND, ()) else ()


def statements(scope: Network, bucket: str, arn: Value | str) -> list[Statement]:
    """What the policy of a bucket says so that the balancers of the spec can log to it; empty where none does.

    `bucket` is the name of its entry, and `arn` its ARN.
    """
    found: list[Statement] = []
    for network, prefix in sorted(set(_logs(scope, bucket))):
        place = Joined((arn, f"/{prefix}/AWSLogs/" if prefix else "/AWSLogs/", scope.account_id(), "/*"))
        made = _of_network(scope, arn, place) if network else [_of_application(scope, place)]
        found += [one for one in made if one not in found]
    return found


def _logs(scope: Network, bucket: str) -> Iterator[tuple[bool, str]]:
    """Each prefix in a bucket that a balancer writes at, and whether it is one of type network."""
    for entry in scope.of(LOAD_BALANCER).values():
        for logs in (entry.model.access_logs, entry.model.connection_logs):
            if logs is not None and bare(logs.bucket, _KIND) == bucket:
                yield entry.model.type == "network", logs.prefix or ""


def _of_application(scope: Network, place: Joined) -> Statement:
    """An account of AWS's own writes in regions that are older than the service's name for it."""
    account = LOG_ACCOUNTS.get(scope.region)
    root = f"arn:{partition(scope.region)}:iam::{account}:root"
    principal = {"AWS": root} if account else {"Service": _APPLICATION}
    return {"Effect": "Allow", "Principal": principal, "Action": "s3:PutObject", "Resource": place}


def _of_network(scope: Network, arn: Value | str, place: Joined) -> list[Statement]:
    """The service that delivers logs looks at the bucket first; it does so for this account alone."""
    account = scope.account_id()
    source = Joined((f"arn:{partition(scope.region)}:logs:{scope.region}:", account, ":*"))
    ours, like = {"aws:SourceAccount": account}, {"aws:SourceArn": source}
    full = {**ours, "s3:x-amz-acl": "bucket-owner-full-control"}
    look = {"Action": "s3:GetBucketAcl", "Resource": arn, "Condition": {"StringEquals": ours, "ArnLike": like}}
    write = {"Action": "s3:PutObject", "Resource": place, "Condition": {"StringEquals": full, "ArnLike": like}}
    return [{"Effect": "Allow", "Principal": {"Service": _NETWORK}, **one} for one in (look, write)]
