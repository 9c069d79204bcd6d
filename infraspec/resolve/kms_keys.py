"""`kms_keys:` to nodes: made last, as a key's policy holds what others have asked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from infraspec.aws import partition
from infraspec.graph.kms import Alias, Key
from infraspec.graph.resource import Resource, ref
from infraspec.resolve.deliveries import Statement, key_for_auto_scaling, key_for_logs, key_for_service, once
from infraspec.resolve.documents import policy_document, statements_at
from infraspec.resolve.network import Network
from infraspec.resolve.policy_documents import statements
from infraspec.resolve.scope import bare
from infraspec.spec.forms.kms_keys import SYMMETRIC, usage_of
from infraspec.spec.kinds import KMS_KEY, LOG_GROUP, TOPIC

if TYPE_CHECKING:
    from infraspec.spec.kms_keys import KmsKey

_YEAR = 365
"""Days: how often KMS rotates a key unless it is told otherwise."""


def kms_keys(scope: Network) -> Iterator[Resource]:
    """Every key with its alias."""
    for name, entry in scope.of(KMS_KEY).items():
        model = entry.model
        own, written, granted = _statements(scope, name, model)
        rotates = model.spec == SYMMETRIC and model.rotation is not False
        yield Key(
            key=name,
            origin=entry.path,
            existing=model.existing,
            description=model.description or name,
            key_spec=model.spec,
            key_usage=model.usage or usage_of(model.spec) or "",
            enable_key_rotation=rotates,
            rotation_period_in_days=(model.rotation_days or _YEAR) if rotates else None,
            pending_window_in_days=model.deletion_days,
            multi_region=model.multi_region,
            key_policy=policy_document({"Statement": [*own, *written, *granted]}),
            on_delete=model.on_delete,
            tags=scope.tags(name, model.tags),
            statements_at=statements_at(model.policy, (*entry.path, "policy"), len(own), len(written), len(granted)),
        )
        if model.existing is None:
            yield Alias(key=name, origin=entry.path, alias_name=f"alias/{name}", target_key=ref(Key, name))


def _statements(scope: Network, name: str, model: KmsKey) -> tuple[list[Statement], list[object], list[Statement]]:
    """What a key's policy says of itself, what is written, and what others have asked for.

    The account decides by its own policies who uses a key; without that statement nobody could.
    """
    if model.existing is not None:
        return [], [], []
    account: dict[str, Any] = {
        "Sid": "Account",
        "Effect": "Allow",
        "Principal": {"AWS": scope.account_root()},
        "Action": "kms:*",
        "Resource": "*",
    }
    more = statements(scope, model.policy, (KMS_KEY.where[0], name, "policy")) or []
    granted = once([*_services(scope, model), *_seen(scope, name), *scope.granted.get(ref(Key, name), [])])
    return [account], more, granted


def _seen(scope: Network, name: str) -> Iterator[Statement]:
    """What log groups and topics of this spec need that name the key."""
    here, account = partition(scope.region), scope.account_id()
    for group, entry in sorted(scope.of(LOG_GROUP).items()):
        if entry.model.existing is None and bare(entry.model.kms_key or "", KMS_KEY.word) == name:
            yield key_for_logs(here, scope.region, account, group)
    if any(bare(entry.model.kms_key or "", KMS_KEY.word) == name for entry in scope.of(TOPIC).values()):
        yield key_for_service(["cloudwatch.amazonaws.com"], account)


def _services(scope: Network, model: KmsKey) -> Iterator[Statement]:
    """What the services that are named need: two of them have words of their own."""
    here, account = partition(scope.region), scope.account_id()
    others = []
    for service in model.services:
        short = service.removesuffix(".amazonaws.com")
        if short == "logs":
            yield key_for_logs(here, scope.region, account)
        elif short == "autoscaling":
            yield from key_for_auto_scaling(here, account)
        else:
            others.append(service if "." in service else f"{service}.amazonaws.com")
    if others:
        yield key_for_service(sorted(set(others)), account)
