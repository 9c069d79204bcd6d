"""AWS IAM in CloudFormation."""

import json

from troposphere import iam

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given, tags
from infraspec.graph.iam import InstanceProfile, ManagedPolicy, Role


def managed_policy(policy: ManagedPolicy, ids: LogicalIds) -> iam.ManagedPolicy:
    """AWS::IAM::ManagedPolicy."""
    return iam.ManagedPolicy(
        ids.of(policy),
        ManagedPolicyName=policy.policy_name,
        **given(Description=policy.description),
        Path=policy.path,
        PolicyDocument=json.loads(policy.document),
    )


def role(role: Role, ids: LogicalIds) -> iam.Role:
    """AWS::IAM::Role with all its policies, so that a role that stands can do what it should."""
    return iam.Role(
        ids.of(role),
        RoleName=role.role_name,
        **given(Description=role.description),
        Path=role.path,
        MaxSessionDuration=role.max_session_duration,
        AssumeRolePolicyDocument=json.loads(role.assume_role_policy),
        **given(
            PermissionsBoundary=ids.ref(role.permissions_boundary)
            if role.permissions_boundary
            else role.permissions_boundary_arn,
            ManagedPolicyArns=[*role.managed_policy_arns, *ids.refs(role.customer_policies)] or None,
            Policies=[
                iam.Policy(PolicyName=policy.name, PolicyDocument=json.loads(policy.document))
                for policy in role.inline_policies
            ]
            or None,
        ),
        Tags=tags(role.tags),
    )


def instance_profile(profile: InstanceProfile, ids: LogicalIds) -> iam.InstanceProfile:
    """AWS::IAM::InstanceProfile."""
    return iam.InstanceProfile(
        ids.of(profile),
        InstanceProfileName=profile.profile_name,
        Path=profile.path,
        Roles=[ids.ref(profile.role)],
    )
