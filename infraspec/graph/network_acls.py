"""Network ACLs, their entries and the subnets that they guard."""

from infraspec.graph.resource import Ref, Resource, Tags, node
from infraspec.graph.vpc import Ipv6Block, Subnet, Vpc


@node
class NetworkAcl(Resource):
    """AWS::EC2::NetworkAcl."""

    vpc: Ref[Vpc]
    tags: Tags


@node
class NetworkAclEntry(Resource):
    """AWS::EC2::NetworkAclEntry."""

    acl: Ref[NetworkAcl]
    egress: bool
    rule_number: int
    protocol: int
    """The number of the protocol: 6 tcp, 17 udp, 1 icmp, 58 icmpv6, -1 all."""
    rule_action: str
    """`allow` or `deny`."""
    cidr_block: str | None
    ipv6_cidr_block: str | None
    ipv6: Ipv6Block | None
    """A block that is known once its VPC stands."""
    from_port: int | None
    """The first port; None with -1, and 0 where the protocol has no ports."""
    to_port: int | None
    icmp_type: int | None
    """For 1 and 58 alone; -1 is all."""
    icmp_code: int | None


@node
class NetworkAclAssociation(Resource):
    """AWS::EC2::SubnetNetworkAclAssociation."""

    subnet: Ref[Subnet]
    acl: Ref[NetworkAcl]
