"""DHCP options in CloudFormation."""

from troposphere import ec2

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given, tags
from infraspec.graph.dhcp import DhcpOptions, DhcpOptionsAssociation


def dhcp_options(options: DhcpOptions, ids: LogicalIds) -> ec2.DHCPOptions:
    """AWS::EC2::DHCPOptions."""
    return ec2.DHCPOptions(
        ids.of(options),
        **given(
            DomainName=options.domain_name,
            DomainNameServers=list(options.domain_name_servers) or None,
            NtpServers=list(options.ntp_servers) or None,
            NetbiosNameServers=list(options.netbios_name_servers) or None,
            NetbiosNodeType=options.netbios_node_type,
            Ipv6AddressPreferredLeaseTime=options.ipv6_address_preferred_lease_time,
        ),
        Tags=tags(options.tags),
    )


def dhcp_options_association(association: DhcpOptionsAssociation, ids: LogicalIds) -> ec2.VPCDHCPOptionsAssociation:
    """AWS::EC2::VPCDHCPOptionsAssociation."""
    return ec2.VPCDHCPOptionsAssociation(
        ids.of(association), VpcId=ids.ref(association.vpc), DhcpOptionsId=ids.ref(association.dhcp_options)
    )
