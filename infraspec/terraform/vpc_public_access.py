"""VPC Block Public Access in Terraform."""

from typing import TypedDict

from infraspec.graph.vpc_public_access import BlockPublicAccessExclusion, BlockPublicAccessOptions
from infraspec.terraform.block import Block, tags
from infraspec.terraform.names import Labels


class AwsVpcBlockPublicAccessOptions(TypedDict):
    """The arguments of aws_vpc_block_public_access_options that we write."""

    internet_gateway_block_mode: str


def block_public_access_options(options: BlockPublicAccessOptions, labels: Labels) -> Block:
    """aws_vpc_block_public_access_options."""
    mode = options.internet_gateway_block_mode
    return labels.block(options, AwsVpcBlockPublicAccessOptions(internet_gateway_block_mode=mode))


class AwsVpcBlockPublicAccessExclusion(TypedDict):
    """The arguments of aws_vpc_block_public_access_exclusion that we write."""

    internet_gateway_exclusion_mode: str
    vpc_id: str | None
    subnet_id: str | None
    tags: dict[str, str]


def block_public_access_exclusion(exclusion: BlockPublicAccessExclusion, labels: Labels) -> Block:
    """aws_vpc_block_public_access_exclusion."""
    return labels.block(
        exclusion,
        AwsVpcBlockPublicAccessExclusion(
            internet_gateway_exclusion_mode=exclusion.internet_gateway_exclusion_mode,
            vpc_id=labels.ref(exclusion.vpc) if exclusion.vpc else None,
            subnet_id=labels.ref(exclusion.subnet) if exclusion.subnet else None,
            tags=tags(exclusion.tags),
        ),
    )
