"""AWS IAM in Terraform."""

from collections.abc import Iterator
from typing import TypedDict

from infraspec.graph.iam import Group, InstanceProfile, ManagedPolicy, Role, User
from infraspec.terraform.block import Block, Expression, tags
from infraspec.terraform.iam_policies import policies
from infraspec.terraform.names import Labels, label
from infraspec.terraform.values import document


class AwsIamPolicy(TypedDict):
    """The arguments of aws_iam_policy that we write."""

    name: str
    description: str | None
    path: str
    policy: str


def managed_policy(policy: ManagedPolicy, labels: Labels) -> Block:
    """aws_iam_policy."""
    return labels.block(
        policy,
        AwsIamPolicy(
            name=policy.policy_name,
            description=policy.description,
            path=policy.path,
            policy=document(policy.document, labels),
        ),
    )


class AwsIamRole(TypedDict):
    """The arguments of aws_iam_role that we write."""

    name: str
    description: str | None
    path: str
    max_session_duration: int
    assume_role_policy: str
    permissions_boundary: str | None
    tags: dict[str, str]


def role(role: Role, labels: Labels) -> Iterator[Block]:
    """aws_iam_role and its policies: the arguments that hold them in the role itself are deprecated."""
    yield labels.block(
        role,
        AwsIamRole(
            name=role.role_name,
            description=role.description,
            path=role.path,
            max_session_duration=role.max_session_duration,
            assume_role_policy=document(role.assume_role_policy, labels),
            permissions_boundary=_boundary(role, labels),
            tags=tags(role.tags),
        ),
    )
    yield from policies(role, labels)


def _boundary(holder: Role | User, labels: Labels) -> str | None:
    """The ARN of a boundary."""
    own = holder.permissions_boundary
    return labels.ref(own, "arn") if own else holder.permissions_boundary_arn


class AwsIamUser(TypedDict):
    """The arguments of aws_iam_user that we write."""

    name: str
    path: str
    permissions_boundary: str | None
    tags: dict[str, str]


class AwsIamUserGroupMembership(TypedDict):
    """The arguments of aws_iam_user_group_membership that we write."""

    user: str
    groups: list[Expression | str]


def user(user: User, labels: Labels) -> Iterator[Block]:
    """aws_iam_user, its groups and its policies."""
    yield labels.block(
        user,
        AwsIamUser(
            name=user.user_name, path=user.path, permissions_boundary=_boundary(user, labels), tags=tags(user.tags)
        ),
    )
    if user.groups:
        body = AwsIamUserGroupMembership(user=labels.ref(user.address, "name"), groups=labels.refs(user.groups, "name"))
        yield Block("resource", "aws_iam_user_group_membership", label(user.key), body)
    yield from policies(user, labels)


class AwsIamGroup(TypedDict):
    """The arguments of aws_iam_group that we write."""

    name: str
    path: str


def group(group: Group, labels: Labels) -> Iterator[Block]:
    """aws_iam_group and its policies."""
    yield labels.block(group, AwsIamGroup(name=group.group_name, path=group.path))
    yield from policies(group, labels)


class AwsIamInstanceProfile(TypedDict):
    """The arguments of aws_iam_instance_profile that we write."""

    name: str
    path: str
    role: str


def instance_profile(profile: InstanceProfile, labels: Labels) -> Block:
    """aws_iam_instance_profile, after the policies of its role: an instance must not start with less than that may."""
    role = labels.node(profile.role)
    return labels.block(
        profile,
        AwsIamInstanceProfile(name=profile.profile_name, path=profile.path, role=labels.ref(profile.role, "name")),
        after=policies(role, labels),
    )
