"""`iam.users:` and `iam.groups:` to nodes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from infraspec.aws import partition
from infraspec.diagnostic import Finding
from infraspec.graph.iam import Group, InlinePolicy, User
from infraspec.graph.resource import Ref, Resource
from infraspec.resolve.attached import attached, boundary
from infraspec.resolve.documents import policy_document
from infraspec.resolve.network import Network
from infraspec.resolve.policy_documents import inline_policies
from infraspec.resolve.problems import MADE_TWICE
from infraspec.spec.kinds import GROUP, USER

if TYPE_CHECKING:
    from infraspec.spec.document import Entry
    from infraspec.spec.iam import Group as GroupModel
    from infraspec.spec.iam import User as UserModel

REQUIRE_MFA = "require-mfa"
"""The name of the policy that `require_mfa` adds to a group."""
_WITHOUT_MFA = (
    "iam:CreateVirtualMFADevice",
    "iam:EnableMFADevice",
    "iam:GetUser",
    "iam:ListMFADevices",
    "iam:ListVirtualMFADevices",
    "iam:ResyncMFADevice",
    "sts:GetSessionToken",
)
"""What a member may do before a second factor is set up. To make an access key is not among it.
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage.html"""
_OWN = (
    ("ManageOwnPassword", ("iam:ChangePassword", "iam:GetUser")),
    (
        "ManageOwnAccessKeys",
        (
            "iam:CreateAccessKey",
            "iam:DeleteAccessKey",
            "iam:GetAccessKeyLastUsed",
            "iam:ListAccessKeys",
            "iam:UpdateAccessKey",
        ),
    ),
    (
        "ManageOwnMFA",
        ("iam:DeactivateMFADevice", "iam:EnableMFADevice", "iam:ListMFADevices", "iam:ResyncMFADevice"),
    ),
)


def groups(scope: Network) -> Iterator[Resource]:
    """Groups with all their policies."""
    for name, entry in scope.of(GROUP).items():
        group = _group(scope, name, entry)
        if group is not None:
            yield group


def _group(scope: Network, name: str, entry: Entry[GroupModel]) -> Group | None:
    """One group; None if something that it names cannot be found."""
    model, at = entry.model, entry.path
    policies = attached(scope, model.managed_policies, (*at, "managed_policies"))
    inline = inline_policies(scope, model.inline_policies, (*at, "inline_policies"))
    if policies is None or inline is None:
        return None
    if model.require_mfa:
        own = InlinePolicy(REQUIRE_MFA, policy_document(mfa_policy(scope, name)))
        if any(one.name == REQUIRE_MFA and one != own for one in inline):
            message = f"`require_mfa` adds a policy `{REQUIRE_MFA}` to group `{name}`, which has another of that name"
            where = (*at, "inline_policies", REQUIRE_MFA)
            scope.report(Finding(problem=MADE_TWICE, at=where, message=message, help="rename it", on_key=True))
            return None
        inline = tuple(sorted({*inline, own}, key=lambda one: one.name))
    return Group(
        key=name,
        origin=at,
        existing=model.existing,
        group_name=name,
        path=model.path,
        managed_policy_arns=policies.arns,
        customer_policies=policies.own,
        inline_policies=inline,
    )


def mfa_policy(scope: Network, group: str) -> dict[str, object]:
    """Members manage what is their own, and may do nothing else until they have signed in with a second factor."""
    iam = f"arn:{partition(scope.region)}:iam::*"
    members = (entry.model for entry in scope.of(USER).values() if group in entry.model.groups)
    paths = sorted({"/", *(one.path for one in members if one.existing is None)})
    own = [f"{iam}:user{path}${{aws:username}}" for path in paths]
    account = ["iam:GetAccountPasswordPolicy", "iam:ListVirtualMFADevices"]
    manage: list[dict[str, object]] = [
        {"Sid": sid, "Effect": "Allow", "Action": [*actions], "Resource": own} for sid, actions in _OWN
    ]
    statements: list[dict[str, object]] = [
        {"Sid": "ViewAccount", "Effect": "Allow", "Action": account, "Resource": "*"},
        *manage,
        {
            "Sid": "CreateDevice",
            "Effect": "Allow",
            "Action": "iam:CreateVirtualMFADevice",
            "Resource": f"{iam}:mfa/*",
        },
        {
            "Sid": "DenyWithoutMFA",
            "Effect": "Deny",
            "NotAction": [*_WITHOUT_MFA],
            "Resource": "*",
            "Condition": {"BoolIfExists": {"aws:MultiFactorAuthPresent": "false"}},
        },
    ]
    return {"Statement": statements}


def users(scope: Network) -> Iterator[Resource]:
    """Users with their groups and policies."""
    for name, entry in scope.of(USER).items():
        user = _user(scope, name, entry)
        if user is not None:
            yield user


def _user(scope: Network, name: str, entry: Entry[UserModel]) -> User | None:
    """One user; None if something that it names cannot be found."""
    model, at = entry.model, entry.path
    named = [scope.ref(Group, "group", value, where) for value, where in scope.each(model.groups, (*at, "groups"))]
    member_of: set[Ref[Group]] = {one for one in named if one is not None}
    policies = attached(scope, model.managed_policies, (*at, "managed_policies"))
    bound = boundary(scope, model.permissions_boundary, (*at, "permissions_boundary"))
    inline = inline_policies(scope, model.inline_policies, (*at, "inline_policies"))
    if None in named or policies is None or bound is None or inline is None:
        return None
    return User(
        key=name,
        origin=at,
        existing=model.existing,
        user_name=name,
        path=model.path,
        permissions_boundary_arn=bound.arn,
        permissions_boundary=bound.policy,
        groups=tuple(sorted(member_of)),
        managed_policy_arns=policies.arns,
        customer_policies=policies.own,
        inline_policies=inline,
        tags=scope.tags(name, model.tags),
    )
