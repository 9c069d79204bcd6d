"""The policies of roles, users and groups in Terraform, which CloudFormation holds in these themselves."""

from collections.abc import Iterator, Mapping
from typing import TypedDict

from infraspec.graph.iam import Group, InlinePolicy, Role, User
from infraspec.terraform.block import Block
from infraspec.terraform.names import Labels, label
from infraspec.terraform.values import document

Holder = Role | User | Group


def policies(holder: Holder, labels: Labels) -> Iterator[Block]:
    """What CloudFormation holds in the role, the user or the group itself; nothing for one that exists."""
    if holder.existing is not None:
        return
    for arn in holder.managed_policy_arns:
        yield _attachment(holder, arn.rpartition("/")[2] if ":iam::aws:" in arn else arn, arn, labels)
    for policy in holder.customer_policies:
        yield _attachment(holder, f"policy {policy.key}", labels.ref(policy, "arn"), labels)
    for inline in holder.inline_policies:
        yield _inline_policy(holder, inline, labels)


def _holder(holder: Holder, labels: Labels) -> tuple[str, Mapping[str, str]]:
    """The word of a holder, `role`, `user` or `group`, which is also the argument that names it."""
    word = type(holder).__name__.lower()
    return word, {word: labels.ref(holder.address, "name")}


class AwsIamRolePolicyAttachment(TypedDict):
    """The arguments of aws_iam_role_policy_attachment that we write; those of users and groups are alike."""

    role: str
    policy_arn: str


class AwsIamUserPolicyAttachment(TypedDict):
    """The arguments of aws_iam_user_policy_attachment that we write."""

    user: str
    policy_arn: str


class AwsIamGroupPolicyAttachment(TypedDict):
    """The arguments of aws_iam_group_policy_attachment that we write."""

    group: str
    policy_arn: str


def _attachment(holder: Holder, policy: str, arn: str, labels: Labels) -> Block:
    """aws_iam_role_policy_attachment, aws_iam_user_policy_attachment or aws_iam_group_policy_attachment."""
    word, named = _holder(holder, labels)
    kind = f"aws_iam_{word}_policy_attachment"
    return Block("resource", kind, label(f"{holder.key} {policy}"), {**named, "policy_arn": arn})


class AwsIamRolePolicy(TypedDict):
    """The arguments of aws_iam_role_policy that we write; those of users and groups are alike."""

    role: str
    name: str
    policy: str


class AwsIamUserPolicy(TypedDict):
    """The arguments of aws_iam_user_policy that we write."""

    user: str
    name: str
    policy: str


class AwsIamGroupPolicy(TypedDict):
    """The arguments of aws_iam_group_policy that we write."""

    group: str
    name: str
    policy: str


def _inline_policy(holder: Holder, policy: InlinePolicy, labels: Labels) -> Block:
    """aws_iam_role_policy, aws_iam_user_policy or aws_iam_group_policy."""
    word, named = _holder(holder, labels)
    body = {**named, "name": policy.name, "policy": document(policy.document, labels)}
    return Block("resource", f"aws_iam_{word}_policy", label(f"{holder.key} {policy.name}"), body)
