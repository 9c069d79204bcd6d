"""Security groups and their rules."""

from typing import NamedTuple

from infraspec.diagnostic import SpecPath
from infraspec.graph.prefix_lists import PrefixList
from infraspec.graph.resource import Ref, Resource, Tags, node
from infraspec.graph.vpc import Ipv6Block, Vpc


def content(protocol: str, first: int | None, last: int | None, peer: str) -> str:
    """What a rule is, in one word. Names cannot hold a colon, so different rules never share it."""
    ports = "" if first is None else f"{first}" if first == last else f"{first}-{last}"
    return f"{protocol}:{ports}:{peer}"


class Permission(NamedTuple):
    """A rule of a group whose peer is no group of the spec: what CloudFormation can hold inside the group.

    Exactly one of `cidr_ipv4`, `cidr_ipv6`, `ipv6`, `prefix_list`, `prefix_list_id` and `group_id` is given.
    """

    protocol: str
    """`tcp`, `udp`, `icmp`, `icmpv6`, `-1` for all, or a protocol number."""
    from_port: int | None
    """The first port, or the ICMP type, where -1 is all; None for protocols that have neither."""
    to_port: int | None
    """The last port, or the ICMP code."""
    cidr_ipv4: str | None
    cidr_ipv6: str | None
    prefix_list_id: str | None
    group_id: str | None
    """AWS's identifier of a group that is not managed here."""
    description: str | None
    origin: SpecPath
    """The rule of the spec; empty for what is added to keep a group from sending."""
    ipv6: Ipv6Block | None = None
    """A block that is known once its VPC stands."""
    prefix_list: Ref[PrefixList] | None = None
    """A prefix list of the spec."""

    @property
    def peer(self) -> str:
        """Its peer as AWS writes it, or a word for it that no block and no name is."""
        if self.ipv6 is not None:
            return self.ipv6.said
        if self.prefix_list is not None:
            return f"prefix_list:{self.prefix_list.key}"
        return self.cidr_ipv4 or self.cidr_ipv6 or self.prefix_list_id or self.group_id or ""

    @property
    def content(self) -> str:
        """What it is, without its description: two rules of a group and direction never share it."""
        return content(self.protocol, self.from_port, self.to_port, self.peer)


@node
class SecurityGroup(Resource):
    """AWS::EC2::SecurityGroup, with the rules that name no other group."""

    vpc: Ref[Vpc]
    group_name: str
    group_description: str
    ingress: tuple[Permission, ...]
    egress: tuple[Permission, ...]
    """Never empty: CloudFormation leaves EC2's allow-all standing beside an empty list. What lets nothing out stands
    in both outputs, so that they are equal."""
    tags: Tags


@node
class IngressRule(Resource):
    """AWS::EC2::SecurityGroupIngress from a group."""

    group: Ref[SecurityGroup]
    protocol: str
    from_port: int | None
    to_port: int | None
    source_group: Ref[SecurityGroup]
    description: str | None


@node
class EgressRule(Resource):
    """AWS::EC2::SecurityGroupEgress to a group."""

    group: Ref[SecurityGroup]
    protocol: str
    from_port: int | None
    to_port: int | None
    destination_group: Ref[SecurityGroup]
    description: str | None
