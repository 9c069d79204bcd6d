"""`logging:` of web ACLs to nodes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from infraspec.aws import partition
from infraspec.graph.logs import LogGroup
from infraspec.graph.resource import Ref, ref
from infraspec.graph.values import Joined, Value
from infraspec.graph.wafv2 import LogCondition, LogFilter, Redacted, WebAcl, WebAclLogging
from infraspec.resolve.deliveries import log_delivery
from infraspec.resolve.network import Network
from infraspec.spec.document import Entry
from infraspec.spec.forms.web_matches import PARTS

if TYPE_CHECKING:
    from infraspec.diagnostic import SpecPath
    from infraspec.spec.web_acls import Logging
    from infraspec.spec.web_acls import WebAcl as AclModel
    from infraspec.spec.web_matches import Part


def logging(scope: Network, entry: Entry[AclModel]) -> Iterator[WebAclLogging]:
    """Where the requests of an ACL are logged."""
    model = entry.model.logging
    if model is None:
        return
    at = (*entry.path, "logging")
    destination = _destination(scope, model.to, (*at, "to"))
    if destination is None:
        return
    bucket = next((one.node for one in destination.parts if isinstance(one, Value) and one.node.kind == "Bucket"), None)
    yield WebAclLogging(
        key=entry.name,
        origin=at,
        depends_on=_granted(scope, bucket) if bucket else (),
        web_acl=ref(WebAcl, entry.name),
        destination=destination,
        redacted_fields=tuple(_redacted(one) for one in model.redact),
        default_behavior=model.default.upper() if model.filters else None,
        filters=tuple(_filters(model)),
    )


def _destination(scope: Network, value: str, at: SpecPath) -> Joined | None:
    """The ARN of a log group, a bucket or a delivery stream."""
    if value.startswith("arn:"):
        return Joined((value,))
    found = scope.find(value, ("log_group", "bucket"), at)
    if found is None:
        return None
    if found.word == "log_group":
        return scope.log_group_arn(ref(LogGroup, found.name))
    bucket: Ref[Any] = Ref("Bucket", found.name)
    return Joined((f"arn:{partition(scope.region)}:s3:::", Value(bucket, "name")))


def _granted(scope: Network, bucket: Ref[Any]) -> tuple[Ref[Any], ...]:
    """What must stand before WAF can write into a bucket: the bucket's policy, which lets it."""
    name, account = Value(bucket, "name"), scope.account_id()
    prefix = "AWSLogs/"
    return scope.grant(bucket, *log_delivery(partition(scope.region), scope.region, name, account, prefix))


def _redacted(part: Part) -> Redacted:
    """A part that is not written down, in WAF's words."""
    if part.header is not None:
        return Redacted("single_header", part.header.lower())
    return Redacted(PARTS[str(part.part)], None)


def _filters(model: Logging) -> Iterator[LogFilter]:
    for one in model.filters:
        for behavior, conditions in (("KEEP", one.keep), ("DROP", one.drop)):
            if conditions:
                found = (
                    LogCondition(each.action.upper().replace("-", "_") if each.action else None, each.label)
                    for each in conditions
                )
                yield LogFilter(behavior, "MEETS_ALL" if one.every else "MEETS_ANY", tuple(found))
