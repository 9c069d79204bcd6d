"""VPC Block Public Access: what no internet gateway of the account lets through in the region."""

from infraspec.graph.resource import Ref, Resource, Tags, node
from infraspec.graph.vpc import Subnet, Vpc


@node
class BlockPublicAccessOptions(Resource):
    """AWS::EC2::VPCBlockPublicAccessOptions: one for the account in each region."""

    internet_gateway_block_mode: str
    """`block-bidirectional` or `block-ingress`."""


@node
class BlockPublicAccessExclusion(Resource):
    """AWS::EC2::VPCBlockPublicAccessExclusion, of a VPC or of a subnet."""

    internet_gateway_exclusion_mode: str
    """`allow-bidirectional` or `allow-egress`."""
    vpc: Ref[Vpc] | None
    subnet: Ref[Subnet] | None
    tags: Tags
