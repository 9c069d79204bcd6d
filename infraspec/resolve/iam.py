"""`iam:` to nodes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from infraspec.diagnostic import Finding
from infraspec.graph.iam import InstanceProfile, ManagedPolicy, Role
from infraspec.graph.resource import Resource, ref
from infraspec.resolve.attached import attached, boundary
from infraspec.resolve.network import Network
from infraspec.resolve.policy_documents import inline_policies, policy
from infraspec.resolve.trust import trust
from infraspec.spec.document import Entry
from infraspec.spec.forms.iam import has_instance_profile
from infraspec.spec.kinds import POLICY, ROLE
from infraspec.spec.problems import MISSING_FIELD, WRONG_VALUE

if TYPE_CHECKING:
    from infraspec.spec.iam import Role as RoleModel

_HOUR = 3600


def policies(scope: Network) -> Iterator[Resource]:
    """Managed policies of the account."""
    for name, entry in scope.of(POLICY).items():
        model = entry.model
        if model.existing is None and not model.document:
            message = f"policy `{name}` has no `document`"
            help_ = "add `document:` with `Statement`, or `existing:` with the ARN of a policy"
            scope.report(Finding(problem=MISSING_FIELD, at=(*entry.path, "document"), message=message, help=help_))
            continue
        document = policy(scope, model.document, (*entry.path, "document"))
        if document is None:
            continue
        yield ManagedPolicy(
            key=name,
            origin=entry.path,
            existing=model.existing,
            policy_name=name,
            description=model.description,
            path=model.path,
            document=document,
        )


def roles(scope: Network) -> Iterator[Resource]:
    """Roles, each with its policies and, where instances may take it, its instance profile."""
    for name, entry in scope.of(ROLE).items():
        role = _role(scope, name, entry)
        if role is None:
            continue
        yield role
        model = entry.model
        if has_instance_profile(model):
            profile = model.instance_profile or model.existing or name
            yield InstanceProfile(
                key=name,
                origin=entry.path,
                existing=profile if model.existing is not None else None,
                profile_name=profile,
                path=model.path,
                role=ref(Role, name),
            )


def _role(scope: Network, name: str, entry: Entry[RoleModel]) -> Role | None:
    """One role; None if a policy that it names cannot be found."""
    model, at = entry.model, entry.path
    policies = attached(scope, model.managed_policies, (*at, "managed_policies"))
    bound = boundary(scope, model.permissions_boundary, (*at, "permissions_boundary"))
    inline = inline_policies(scope, model.inline_policies, (*at, "inline_policies"))
    trusted = trust(scope, model.trust, (*at, "trust"))
    if not _is_whole(scope, name, entry) or None in (policies, bound, inline, trusted):
        return None
    assert policies and bound and inline is not None and trusted  # noqa: S101, PT018 - none of them is None
    return Role(
        key=name,
        origin=at,
        existing=model.existing,
        role_name=name,
        description=model.description,
        path=model.path,
        max_session_duration=model.max_session_duration or (model.max_session_hours or 1) * _HOUR,
        assume_role_policy=trusted,
        permissions_boundary_arn=bound.arn,
        permissions_boundary=bound.policy,
        managed_policy_arns=policies.arns,
        customer_policies=policies.own,
        inline_policies=inline,
        tags=scope.tags(name, model.tags),
    )


def _is_whole(scope: Network, name: str, entry: Entry[RoleModel]) -> bool:
    """Whether a role says who may take it, and its time once."""
    model, trust = entry.model, entry.model.trust
    if trust is None and model.existing is None:
        message = f"role `{name}` does not say who may take it"
        help_ = "add `trust: ec2` for instances, or another service"
        scope.report(Finding(problem=MISSING_FIELD, at=(*entry.path, "trust"), message=message, help=help_))
        return False
    if model.max_session_duration is not None and model.max_session_hours is not None:
        message = f"role `{name}` says twice how long it may be taken for"
        at = (*entry.path, "max_session_hours")
        scope.report(Finding(problem=WRONG_VALUE, at=at, message=message, help="keep one of the two"))
        return False
    return True
