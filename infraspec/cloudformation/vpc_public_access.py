"""VPC Block Public Access in CloudFormation."""

from troposphere import ec2

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given, tags
from infraspec.graph.vpc_public_access import BlockPublicAccessExclusion, BlockPublicAccessOptions


def block_public_access_options(options: BlockPublicAccessOptions, ids: LogicalIds) -> ec2.VPCBlockPublicAccessOptions:
    """AWS::EC2::VPCBlockPublicAccessOptions."""
    return ec2.VPCBlockPublicAccessOptions(
        ids.of(options), InternetGatewayBlockMode=options.internet_gateway_block_mode
    )


def block_public_access_exclusion(
    exclusion: BlockPublicAccessExclusion, ids: LogicalIds
) -> ec2.VPCBlockPublicAccessExclusion:
    """AWS::EC2::VPCBlockPublicAccessExclusion."""
    return ec2.VPCBlockPublicAccessExclusion(
        ids.of(exclusion),
        InternetGatewayExclusionMode=exclusion.internet_gateway_exclusion_mode,
        **given(
            VpcId=ids.ref(exclusion.vpc) if exclusion.vpc else None,
            SubnetId=ids.ref(exclusion.subnet) if exclusion.subnet else None,
        ),
        Tags=tags(exclusion.tags),
    )
