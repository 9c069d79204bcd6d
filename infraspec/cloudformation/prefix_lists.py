"""Managed prefix lists in CloudFormation."""

from troposphere import ec2

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given, tags
from infraspec.graph.prefix_lists import PrefixList


def prefix_list(blocks: PrefixList, ids: LogicalIds) -> ec2.PrefixList:
    """AWS::EC2::PrefixList."""
    return ec2.PrefixList(
        ids.of(blocks),
        PrefixListName=blocks.prefix_list_name,
        AddressFamily=blocks.address_family,
        MaxEntries=blocks.max_entries,
        Entries=[ec2.Entry(Cidr=one.cidr, **given(Description=one.description)) for one in blocks.entries],
        Tags=tags(blocks.tags),
    )
