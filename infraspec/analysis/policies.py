"""Every policy of a graph, and what it says, statement by statement."""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from infraspec.diagnostic import SpecPath
from infraspec.graph.endpoints import GatewayEndpoint, InterfaceEndpoint
from infraspec.graph.graph import Graph
from infraspec.graph.iam import Group, ManagedPolicy, Role, User
from infraspec.graph.kms import Key
from infraspec.graph.s3 import BucketPolicy
from infraspec.graph.values import Document, Value, pieces


class Written(NamedTuple):
    """A policy, and where its document stands."""

    text: str
    at: SpecPath
    is_trust: bool = False
    is_ours: bool = False
    """Whether the spec says it in short, so that its statements stand nowhere."""
    places: tuple[SpecPath | None, ...] | None = None
    """Where each statement stands, where some stand nowhere."""


Holder = Role | User | Group

_ACCOUNT = "123456789012"
_ARNS = {
    "Bucket": "s3:::",
    "Group": f"iam::{_ACCOUNT}:group/",
    "ManagedPolicy": f"iam::{_ACCOUNT}:policy/",
    "OidcProvider": f"iam::{_ACCOUNT}:oidc-provider/",
    "Role": f"iam::{_ACCOUNT}:role/",
    "SamlProvider": f"iam::{_ACCOUNT}:saml-provider/",
    "User": f"iam::{_ACCOUNT}:user/",
}
"""How the ARNs of a few kinds begin, for those who read them by their form."""


def readable(document: Document) -> str:
    """The text of a document with something of the right form where values stand."""
    return "".join(part if isinstance(part, str) else _like(part) for part in pieces(document.text, document.values))


def _like(value: Value) -> str:
    if value.name == "account_id":
        return _ACCOUNT
    if value.name != "arn":
        return value.node.key
    kind = value.node.kind
    return f"arn:aws:{_ARNS.get(kind, f'{kind.lower()}::{_ACCOUNT}:{kind.lower()}/')}{value.node.key}"


def own_arns(graph: Graph) -> frozenset[str]:
    """The ARNs, in that form, of the roles and users that the spec names: they are of its own account."""
    every: list[Role | User] = [*graph.of(Role), *graph.of(User)]
    return frozenset(f"arn:aws:{_ARNS[type(one).__name__]}{one.key}" for one in every)


def holders(graph: Graph) -> Iterator[Holder]:
    """Everyone who has policies, and is managed here."""
    every: list[Holder] = [*graph.of(Role), *graph.of(User), *graph.of(Group)]
    return (one for one in every if one.existing is None)


def policies(graph: Graph) -> Iterator[Written]:
    """Every policy of those who do something: roles, users and groups."""
    for policy in graph.of(ManagedPolicy):
        if policy.existing is None:
            yield Written(readable(policy.document), (*policy.origin, "document"))
    for holder in holders(graph):
        yield from policies_of(holder)


def policies_of(holder: Holder) -> Iterator[Written]:
    """What a role, a user or a group says itself: a trust policy, and those of its own."""
    if isinstance(holder, Role):
        yield Written(readable(holder.assume_role_policy), (*holder.origin, "trust"), is_trust=True)
    for inline in holder.inline_policies:
        at = (*holder.origin, "inline_policies", inline.name)
        is_ours = isinstance(holder, Group) and inline.name == "require-mfa"
        yield Written(readable(inline.document), (*holder.origin, "require_mfa") if is_ours else at, is_ours=is_ours)


def bucket_policy(policy: BucketPolicy) -> Written:
    """What a bucket says of who may use it."""
    return Written(readable(policy.policy_document), (*policy.origin, "policy"), places=policy.statements_at)


def resource_policies(graph: Graph) -> Iterator[Written]:
    """What buckets and keys say of who may use them."""
    yield from map(bucket_policy, graph.of(BucketPolicy))
    for key in graph.of(Key):
        if key.existing is None:
            yield Written(readable(key.key_policy), (*key.origin, "policy"), places=key.statements_at)


def endpoint_policies(graph: Graph) -> Iterator[Written]:
    """What endpoints say of who may use what through them."""
    endpoints: list[InterfaceEndpoint | GatewayEndpoint] = [*graph.of(InterfaceEndpoint), *graph.of(GatewayEndpoint)]
    for endpoint in endpoints:
        if endpoint.policy is not None:
            yield Written(endpoint.policy, (*endpoint.origin, "policy"))


def every_policy(graph: Graph) -> Iterator[Written]:
    """All that is said of who may do what, by those who do it and by what it is done to."""
    yield from policies(graph)
    yield from resource_policies(graph)
    yield from endpoint_policies(graph)


def statements(policy: Written) -> Iterator[tuple[Any, SpecPath]]:
    """Each statement of a policy, and where it stands, of those that stand anywhere."""
    found = json.loads(policy.text).get("Statement", [])
    if policy.places is not None:
        yield from ((one, at) for one, at in zip(found, policy.places, strict=True) if at is not None)
        return
    if not isinstance(found, list):
        yield found, (*policy.at, "Statement")
        return
    for position, statement in enumerate(found):
        yield statement, (*policy.at, "Statement", position)


def listed(value: Any) -> list[Any]:
    """One value where a list may stand."""
    return value if isinstance(value, list) else [] if value is None else [value]
