"""AWS IAM in CloudFormation."""

from typing import Any

from troposphere import iam

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given, tags
from infraspec.cloudformation.values import document
from infraspec.graph.iam import Group, InstanceProfile, ManagedPolicy, Role, User


def managed_policy(policy: ManagedPolicy, ids: LogicalIds) -> iam.ManagedPolicy:
    """AWS::IAM::ManagedPolicy."""
    return iam.ManagedPolicy(
        ids.of(policy),
        ManagedPolicyName=policy.policy_name,
        **given(Description=policy.description),
        Path=policy.path,
        PolicyDocument=document(policy.document, ids),
    )


def role(role: Role, ids: LogicalIds) -> iam.Role:
    """AWS::IAM::Role with all its policies, so that a role that stands can do what it should."""
    return iam.Role(
        ids.of(role),
        RoleName=role.role_name,
        **given(Description=role.description),
        Path=role.path,
        MaxSessionDuration=role.max_session_duration,
        AssumeRolePolicyDocument=document(role.assume_role_policy, ids),
        **given(PermissionsBoundary=_boundary(role, ids)),
        **_policies(role, ids),
        Tags=tags(role.tags),
    )


def user(user: User, ids: LogicalIds) -> iam.User:
    """AWS::IAM::User with its groups and all its policies."""
    return iam.User(
        ids.of(user),
        UserName=user.user_name,
        Path=user.path,
        **given(PermissionsBoundary=_boundary(user, ids), Groups=ids.refs(user.groups) or None),
        **_policies(user, ids),
        Tags=tags(user.tags),
    )


def group(group: Group, ids: LogicalIds) -> iam.Group:
    """AWS::IAM::Group with all its policies."""
    return iam.Group(ids.of(group), GroupName=group.group_name, Path=group.path, **_policies(group, ids))


def _boundary(holder: Role | User, ids: LogicalIds) -> Any:
    """The ARN of a boundary."""
    own = holder.permissions_boundary
    return ids.ref(own) if own else holder.permissions_boundary_arn


def _policies(holder: Role | User | Group, ids: LogicalIds) -> dict[str, Any]:
    """The policies that are attached, and those of its own."""
    return given(
        ManagedPolicyArns=[*holder.managed_policy_arns, *ids.refs(holder.customer_policies)] or None,
        Policies=[
            iam.Policy(PolicyName=policy.name, PolicyDocument=document(policy.document, ids))
            for policy in holder.inline_policies
        ]
        or None,
    )


def instance_profile(profile: InstanceProfile, ids: LogicalIds) -> iam.InstanceProfile:
    """AWS::IAM::InstanceProfile."""
    return iam.InstanceProfile(
        ids.of(profile),
        InstanceProfileName=profile.profile_name,
        Path=profile.path,
        Roles=[ids.ref(profile.role)],
    )
