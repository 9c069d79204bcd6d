"""What only Terraform has a word for: the VPC's own security group, and the DNS of a peering."""

from typing import ClassVar

from infraspec.graph.resource import Ref, Resource, Tags, node
from infraspec.graph.vpc import Vpc, VpcPeeringConnection


@node
class DefaultSecurityGroup(Resource):
    """The security group that AWS makes with each VPC, without any rule."""

    instead: ClassVar[str | None] = (
        "remove `default_security_group`, and empty the group once with `aws ec2 revoke-security-group-ingress` and "
        "`aws ec2 revoke-security-group-egress`"
    )

    vpc: Ref[Vpc]
    tags: Tags


@node
class PeeringOptions(Resource):
    """That public names of machines beyond a peering mean their private addresses, for both of its sides."""

    instead: ClassVar[str | None] = (
        "remove `dns_resolution`, and allow it once with `aws ec2 modify-vpc-peering-connection-options`"
    )

    peering: Ref[VpcPeeringConnection]
