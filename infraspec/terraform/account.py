"""The account that is deployed to, in Terraform."""

from infraspec.graph.account import Account
from infraspec.terraform.block import Block
from infraspec.terraform.names import Labels, label


def account(account: Account, labels: Labels) -> Block:
    """data.aws_caller_identity."""
    del labels
    return Block("data", "aws_caller_identity", label(account.key), {})
