"""Network ACLs in Terraform."""

from typing import TypedDict

from infraspec.graph.network_acls import NetworkAcl, NetworkAclAssociation, NetworkAclEntry
from infraspec.terraform.block import Block, tags
from infraspec.terraform.names import Labels
from infraspec.terraform.values import ipv6_block


class AwsNetworkAcl(TypedDict):
    """The arguments of aws_network_acl that we write."""

    vpc_id: str
    tags: dict[str, str]


def network_acl(acl: NetworkAcl, labels: Labels) -> Block:
    """aws_network_acl."""
    return labels.block(acl, AwsNetworkAcl(vpc_id=labels.ref(acl.vpc), tags=tags(acl.tags)))


class AwsNetworkAclRule(TypedDict):
    """The arguments of aws_network_acl_rule that we write."""

    network_acl_id: str
    egress: bool
    rule_number: int
    protocol: str
    rule_action: str
    cidr_block: str | None
    ipv6_cidr_block: str | None
    from_port: int | None
    to_port: int | None
    icmp_type: int | None
    icmp_code: int | None


def network_acl_entry(entry: NetworkAclEntry, labels: Labels) -> Block:
    """aws_network_acl_rule."""
    return labels.block(
        entry,
        AwsNetworkAclRule(
            network_acl_id=labels.ref(entry.acl),
            egress=entry.egress,
            rule_number=entry.rule_number,
            protocol=str(entry.protocol),
            rule_action=entry.rule_action,
            cidr_block=entry.cidr_block,
            ipv6_cidr_block=ipv6_block(entry.ipv6, labels) if entry.ipv6 else entry.ipv6_cidr_block,
            from_port=entry.from_port,
            to_port=entry.to_port,
            icmp_type=entry.icmp_type,
            icmp_code=entry.icmp_code,
        ),
    )


class AwsNetworkAclAssociation(TypedDict):
    """The arguments of aws_network_acl_association that we write."""

    subnet_id: str
    network_acl_id: str


def network_acl_association(association: NetworkAclAssociation, labels: Labels) -> Block:
    """aws_network_acl_association."""
    return labels.block(
        association,
        AwsNetworkAclAssociation(subnet_id=labels.ref(association.subnet), network_acl_id=labels.ref(association.acl)),
    )
