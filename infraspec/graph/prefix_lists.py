"""Managed prefix lists: blocks under one name."""

from typing import NamedTuple

from infraspec.graph.resource import Resource, Tags, node


class PrefixListEntry(NamedTuple):
    """One block of a list."""

    cidr: str
    description: str | None


@node
class PrefixList(Resource):
    """AWS::EC2::PrefixList."""

    prefix_list_name: str
    address_family: str
    """`IPv4` or `IPv6`."""
    max_entries: int
    """What it counts for wherever a rule or a route names it."""
    entries: tuple[PrefixListEntry, ...]
    """In the order of their blocks."""
    tags: Tags
