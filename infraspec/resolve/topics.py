"""`topics:` to nodes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from infraspec.diagnostic import SpecPath
from infraspec.graph.kms import Key
from infraspec.graph.resource import Ref, Resource, ref
from infraspec.graph.sns import Subscription, Topic, TopicPolicy
from infraspec.graph.values import Value, document
from infraspec.resolve.documents import VERSION
from infraspec.resolve.made_roles import known_role_arn
from infraspec.resolve.network import Network
from infraspec.spec.document import Entry
from infraspec.spec.forms.topics import OWN_KEY, endpoint_of
from infraspec.spec.kinds import TOPIC

if TYPE_CHECKING:
    from infraspec.spec.topics import Subscription as SubscriptionModel
    from infraspec.spec.topics import Topic as TopicModel

_OWNERS = [
    f"sns:{action}"
    for action in (
        "AddPermission",
        "DeleteTopic",
        "GetTopicAttributes",
        "ListSubscriptionsByTopic",
        "Publish",
        "RemovePermission",
        "SetTopicAttributes",
        "Subscribe",
    )
]
"""What SNS's own policy lets the account of a topic do.
https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html"""
_SCOPES = {"attributes": "MessageAttributes", "body": "MessageBody"}


def _key(scope: Network, entry: Entry[TopicModel]) -> Ref[Key] | str | None:
    key = entry.model.kms_key
    return key if key == OWN_KEY else scope.kms_key(key, (*entry.path, "kms_key"))


def topics(scope: Network) -> Iterator[Resource]:
    """Every topic with its policy and its subscriptions."""
    for name, entry in scope.of(TOPIC).items():
        model = entry.model
        yield Topic(
            key=name,
            origin=entry.path,
            existing=model.existing,
            topic_name=name,
            display_name=model.display_name,
            kms_master_key_id=_key(scope, entry),
            fifo_topic=model.fifo,
            content_based_deduplication=model.deduplicate,
            tracing_config="Active" if model.tracing else "PassThrough",
            tags=scope.tags(name, model.tags),
        )
        if model.existing is None:
            yield _policy(scope, name, entry)
        for position, one in enumerate(model.subscriptions):
            yield from _subscription(scope, name, one, (*entry.path, "subscriptions", position))


def _policy(scope: Network, name: str, entry: Entry[TopicModel]) -> TopicPolicy:
    """Who may use a topic: its account, and services of AWS on behalf of that account."""
    account, topic = scope.account_id(), Value(ref(Topic, name), "arn")
    root = {"AWS": scope.account_root()}
    owner = {"Sid": "Owner", "Effect": "Allow", "Principal": root, "Action": _OWNERS, "Resource": topic}
    named = ["cloudwatch"] if entry.model.publishers is None else entry.model.publishers
    services = sorted(one if "." in one else f"{one}.amazonaws.com" for one in named)
    publishers = {
        "Sid": "Publishers",
        "Effect": "Allow",
        "Principal": {"Service": services},
        "Action": "sns:Publish",
        "Resource": topic,
        "Condition": {"StringEquals": {"aws:SourceAccount": account}},
    }
    statements = [owner, publishers] if services else [owner]
    return TopicPolicy(
        key=name,
        origin=entry.path,
        topic=ref(Topic, name),
        policy_document=document({"Version": VERSION, "Statement": statements}),
    )


def _subscription(scope: Network, topic: str, model: SubscriptionModel, at: SpecPath) -> Iterator[Subscription]:
    protocol, endpoint = endpoint_of(model)
    role = None if model.role is None else known_role_arn(scope, model.role, (*at, "role"))
    if role is None and model.role is not None:
        return
    yield Subscription(
        key=f"{topic} {protocol} {endpoint}",
        origin=at,
        depends_on=_policy_of(scope, topic),
        topic=ref(Topic, topic),
        protocol=protocol,
        endpoint=endpoint,
        raw_message_delivery=model.raw,
        filter_policy=json.dumps(model.filter, sort_keys=True, ensure_ascii=False) if model.filter else None,
        filter_policy_scope=_SCOPES[model.filter_on] if model.filter else None,
        subscription_role_arn=role,
    )


def _policy_of(scope: Network, topic: str) -> tuple[Ref[TopicPolicy], ...]:
    """The policy of a topic that is made here."""
    return (ref(TopicPolicy, topic),) if scope.of(TOPIC)[topic].model.existing is None else ()
