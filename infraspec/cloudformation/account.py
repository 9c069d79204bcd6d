"""The account that is deployed to, in CloudFormation: a pseudo parameter, so nothing is made."""

from collections.abc import Iterator

from troposphere import AWSObject

from infraspec.cloudformation.names import LogicalIds
from infraspec.graph.account import Account


def account(account: Account, ids: LogicalIds) -> Iterator[AWSObject]:
    """Nothing: `AWS::AccountId` is always there."""
    del account, ids
    yield from ()
