"""DHCP options in Terraform."""

from typing import TypedDict

from infraspec.graph.dhcp import DhcpOptions, DhcpOptionsAssociation
from infraspec.terraform.block import Block, tags
from infraspec.terraform.names import Labels


class AwsVpcDhcpOptions(TypedDict):
    """The arguments of aws_vpc_dhcp_options that we write."""

    domain_name: str | None
    domain_name_servers: list[str] | None
    ntp_servers: list[str] | None
    netbios_name_servers: list[str] | None
    netbios_node_type: str | None
    ipv6_address_preferred_lease_time: str | None
    tags: dict[str, str]


def dhcp_options(options: DhcpOptions, labels: Labels) -> Block:
    """aws_vpc_dhcp_options, which takes its numbers as text."""
    node_type, lease = options.netbios_node_type, options.ipv6_address_preferred_lease_time
    return labels.block(
        options,
        AwsVpcDhcpOptions(
            domain_name=options.domain_name,
            domain_name_servers=list(options.domain_name_servers) or None,
            ntp_servers=list(options.ntp_servers) or None,
            netbios_name_servers=list(options.netbios_name_servers) or None,
            netbios_node_type=None if node_type is None else str(node_type),
            ipv6_address_preferred_lease_time=None if lease is None else str(lease),
            tags=tags(options.tags),
        ),
    )


class AwsVpcDhcpOptionsAssociation(TypedDict):
    """The arguments of aws_vpc_dhcp_options_association that we write."""

    vpc_id: str
    dhcp_options_id: str


def dhcp_options_association(association: DhcpOptionsAssociation, labels: Labels) -> Block:
    """aws_vpc_dhcp_options_association."""
    return labels.block(
        association,
        AwsVpcDhcpOptionsAssociation(
            vpc_id=labels.ref(association.vpc), dhcp_options_id=labels.ref(association.dhcp_options)
        ),
    )
