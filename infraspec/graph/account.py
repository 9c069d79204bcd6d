"""The account that is deployed to, where something must name it."""

from infraspec.graph.resource import Ref, Resource, node, ref


@node
class Account(Resource):
    """What `AWS::AccountId` and `aws_caller_identity` say: its one value is `account_id`."""


ACCOUNT: Ref[Account] = ref(Account, "current")
"""Its address: there is one."""
