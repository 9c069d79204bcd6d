"""AWS Directory Service."""

from typing import NamedTuple

from infraspec.graph.resource import Ref, Resource, node
from infraspec.graph.secretsmanager import Secret
from infraspec.graph.vpc import Subnet, Vpc


class KeptPassword(NamedTuple):
    """Where a password is kept that neither document may hold."""

    secret: Ref[Secret] | str
    """A secret that is made here, or the ARN of one that exists."""
    key: str | None
    """The key of the secret's JSON; None where the whole secret is the password."""


@node
class Directory(Resource):
    """AWS::DirectoryService::SimpleAD or ::MicrosoftAD. CloudFormation cannot tag them, so neither backend does."""

    directory_type: str
    """`SimpleAD` or `MicrosoftAD`."""
    name: str
    """The full name of the domain."""
    short_name: str | None
    size: str | None
    """`Small` or `Large`, of a SimpleAD."""
    edition: str | None
    """`Standard` or `Enterprise`, of a MicrosoftAD."""
    description: str | None
    password: KeptPassword
    vpc: Ref[Vpc] | None
    """None of one that exists."""
    subnets: tuple[Ref[Subnet], ...]
    on_delete: str
