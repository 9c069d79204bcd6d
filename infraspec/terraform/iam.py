"""AWS IAM in Terraform."""

from collections.abc import Iterator
from typing import TypedDict

from infraspec.graph.iam import InlinePolicy, InstanceProfile, ManagedPolicy, Role
from infraspec.terraform.block import Block, tags
from infraspec.terraform.names import Labels, label


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
            policy=policy.document,
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
            assume_role_policy=role.assume_role_policy,
            permissions_boundary=labels.ref(role.permissions_boundary, "arn")
            if role.permissions_boundary
            else role.permissions_boundary_arn,
            tags=tags(role.tags),
        ),
    )
    yield from _policies(role, labels)


def _policies(role: Role, labels: Labels) -> Iterator[Block]:
    """What CloudFormation holds in the role itself."""
    for arn in role.managed_policy_arns:
        yield _attachment(role, arn.rpartition("/")[2] if ":iam::aws:" in arn else arn, arn, labels)
    for policy in role.customer_policies:
        yield _attachment(role, f"policy {policy.key}", labels.ref(policy, "arn"), labels)
    for inline in role.inline_policies:
        yield _inline_policy(role, inline, labels)


class AwsIamRolePolicyAttachment(TypedDict):
    """The arguments of aws_iam_role_policy_attachment that we write."""

    role: str
    policy_arn: str


def _attachment(role: Role, policy: str, arn: str, labels: Labels) -> Block:
    """aws_iam_role_policy_attachment."""
    return Block(
        "resource",
        "aws_iam_role_policy_attachment",
        label(f"{role.key} {policy}"),
        AwsIamRolePolicyAttachment(role=labels.ref(role.address, "name"), policy_arn=arn),
    )


class AwsIamRolePolicy(TypedDict):
    """The arguments of aws_iam_role_policy that we write."""

    role: str
    name: str
    policy: str


def _inline_policy(role: Role, policy: InlinePolicy, labels: Labels) -> Block:
    """aws_iam_role_policy."""
    return Block(
        "resource",
        "aws_iam_role_policy",
        label(f"{role.key} {policy.name}"),
        AwsIamRolePolicy(role=labels.ref(role.address, "name"), name=policy.name, policy=policy.document),
    )


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
        after=_policies(role, labels) if role.existing is None else (),
    )
