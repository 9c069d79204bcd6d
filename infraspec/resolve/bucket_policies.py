"""The policies of buckets: what the entry says, and what those who deliver into the bucket have asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from infraspec.diagnostic import Finding
from infraspec.graph.kms import Key
from infraspec.graph.resource import Ref, Resource, ref
from infraspec.graph.s3 import Bucket, BucketPolicy
from infraspec.graph.values import Joined, Value
from infraspec.resolve.deliveries import Statement, key_for_service, once
from infraspec.resolve.documents import policy_document, statements_at
from infraspec.resolve.network import Network
from infraspec.resolve.policy_documents import statements as statements_of
from infraspec.spec.document import Entry
from infraspec.spec.forms.kms_keys import is_arn
from infraspec.spec.kinds import BUCKET, ENDPOINT
from infraspec.spec.problems import WRONG_VALUE

if TYPE_CHECKING:
    from infraspec.spec.buckets import Bucket as BucketModel

_OBJECTS = ["s3:DeleteObject*", "s3:GetObject*", "s3:PutObject*", "s3:RestoreObject"]
"""What reads and writes objects. The list of a bucket and its settings stay open: whoever deploys it asks for them."""


def bucket_policies(scope: Network) -> Iterator[Resource]:
    """The one policy of each bucket that has anything to say."""
    for name, entry in scope.of(BUCKET).items():
        if entry.model.existing is not None:
            continue
        bucket = ref(Bucket, name)
        granted = once(scope.granted.get(bucket, []))
        own, written = [*_own(scope, bucket, entry)], [*_written(scope, bucket, entry)]
        statements = [*own, *written, *granted]
        key = entry.model.kms_key
        services = sorted({one for statement in granted for one in _services(statement)})
        if key is not None and not is_arn(key) and services:
            scope.grant(ref(Key, key), key_for_service(services, scope.account_id()))
        if statements:
            yield BucketPolicy(
                key=name,
                origin=entry.path,
                bucket=bucket,
                policy_document=policy_document({"Statement": statements}),
                statements_at=statements_at(
                    entry.model.policy, (*entry.path, "policy"), len(own), len(written), len(granted)
                ),
            )


def _own(scope: Network, bucket: Ref[Bucket], entry: Entry[BucketModel]) -> Iterator[Statement]:
    """What the entry says in its own words."""
    arn = Value(bucket, "arn")
    objects = Joined((arn, "/*"))
    everyone = {"Effect": "Deny", "Principal": {"AWS": "*"}}
    if entry.model.tls_only:
        plain = {"Bool": {"aws:SecureTransport": "false"}}
        yield {"Sid": "TlsOnly", **everyone, "Action": "s3:*", "Resource": [arn, objects], "Condition": plain}
    endpoints = [
        _endpoint(scope, value, at)
        for value, at in scope.each(entry.model.only_from_endpoint, (*entry.path, "only_from_endpoint"))
    ]
    known = [one for one in endpoints if one is not None]
    if known:
        elsewhere = {
            "StringNotEquals": {"aws:SourceVpce": known[0] if len(known) == 1 else known},
            "BoolIfExists": {"aws:PrincipalIsAWSService": "false", "aws:ViaAWSService": "false"},
        }
        yield {"Sid": "OnlyFromEndpoint", **everyone, "Action": _OBJECTS, "Resource": objects, "Condition": elsewhere}


def _endpoint(scope: Network, value: str, at: tuple[int | str, ...]) -> Value | None:
    """The identifier of an endpoint of S3."""
    found = scope.find(value, ("endpoint",), at)
    if found is None:
        return None
    model = scope.of(ENDPOINT)[found.name].model
    short = model.service.removeprefix(f"com.amazonaws.{scope.region}.")
    if short != "s3":
        message, help_ = f"`{found.name}` is an endpoint of `{short}`, not of s3", "name an endpoint of `service: s3`"
        scope.report(Finding(problem=WRONG_VALUE, at=at, message=message, help=help_))
        return None
    return Value(Ref("InterfaceEndpoint" if model.type == "interface" else "GatewayEndpoint", found.name), "id")


def _written(scope: Network, bucket: Ref[Bucket], entry: Entry[BucketModel]) -> Iterator[Any]:
    """The statements that are written out; without a resource they are about the bucket and all in it."""
    arn = Value(bucket, "arn")
    for statement in statements_of(scope, entry.model.policy, (*entry.path, "policy")) or ():
        if isinstance(statement, dict) and not {"Resource", "NotResource"} & set(statement):
            yield {**statement, "Resource": [arn, Joined((arn, "/*"))]}
        else:
            yield statement


def _services(statement: Statement) -> list[str]:
    """The services that a statement lets in."""
    principal = statement.get("Principal")
    found = principal.get("Service", []) if isinstance(principal, Mapping) else []
    return [found] if isinstance(found, str) else list(found)
