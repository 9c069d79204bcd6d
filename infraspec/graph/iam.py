"""AWS IAM: roles, users, groups, policies and instance profiles."""

from typing import NamedTuple

from infraspec.graph.resource import Ref, Resource, Tags, node
from infraspec.graph.values import Document


class InlinePolicy(NamedTuple):
    """A policy that lives and dies with its role, user or group."""

    name: str
    document: Document


@node
class ManagedPolicy(Resource):
    """AWS::IAM::ManagedPolicy: a policy of the account. CloudFormation cannot tag one, so neither backend does."""

    policy_name: str
    description: str | None
    path: str
    document: Document


@node
class Role(Resource):
    """AWS::IAM::Role with all its policies."""

    role_name: str
    description: str | None
    path: str
    max_session_duration: int
    """Seconds, 3,600 to 43,200."""
    assume_role_policy: Document
    """The trust policy."""
    permissions_boundary_arn: str | None
    """The boundary by ARN."""
    permissions_boundary: Ref[ManagedPolicy] | None
    """The boundary where it is a policy of this spec."""
    managed_policy_arns: tuple[str, ...]
    """Policies by ARN: AWS's own, and others that exist."""
    customer_policies: tuple[Ref[ManagedPolicy], ...]
    """Policies of this spec."""
    inline_policies: tuple[InlinePolicy, ...]
    tags: Tags


@node
class Group(Resource):
    """AWS::IAM::Group with all its policies. AWS cannot tag one."""

    group_name: str
    path: str
    managed_policy_arns: tuple[str, ...]
    customer_policies: tuple[Ref[ManagedPolicy], ...]
    inline_policies: tuple[InlinePolicy, ...]


@node
class User(Resource):
    """AWS::IAM::User with its groups and policies. It has no password and no access key: those are secrets."""

    user_name: str
    path: str
    permissions_boundary_arn: str | None
    permissions_boundary: Ref[ManagedPolicy] | None
    groups: tuple[Ref[Group], ...]
    managed_policy_arns: tuple[str, ...]
    customer_policies: tuple[Ref[ManagedPolicy], ...]
    inline_policies: tuple[InlinePolicy, ...]
    tags: Tags


@node
class InstanceProfile(Resource):
    """AWS::IAM::InstanceProfile: what hands a role to an instance. The console makes it without a word.

    CloudFormation cannot tag one, so neither backend does.
    """

    profile_name: str
    path: str
    role: Ref[Role]
