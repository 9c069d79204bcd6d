"""Managed prefix lists in Terraform."""

from typing import Any, TypedDict

from infraspec.graph.prefix_lists import PrefixList
from infraspec.terraform.block import Block, tags
from infraspec.terraform.names import Labels


class AwsEc2ManagedPrefixList(TypedDict):
    """The arguments of aws_ec2_managed_prefix_list that we write."""

    name: str
    address_family: str
    max_entries: int
    entry: list[dict[str, Any]]
    tags: dict[str, str]


def prefix_list(blocks: PrefixList, labels: Labels) -> Block:
    """aws_ec2_managed_prefix_list."""
    return labels.block(
        blocks,
        AwsEc2ManagedPrefixList(
            name=blocks.prefix_list_name,
            address_family=blocks.address_family,
            max_entries=blocks.max_entries,
            entry=[{"cidr": one.cidr, "description": one.description} for one in blocks.entries],
            tags=tags(blocks.tags),
        ),
    )
