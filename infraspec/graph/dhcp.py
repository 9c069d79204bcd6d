"""What machines of a VPC are told when they ask for an address."""

from infraspec.graph.resource import Ref, Resource, Tags, node
from infraspec.graph.vpc import Vpc


@node
class DhcpOptions(Resource):
    """AWS::EC2::DHCPOptions, which are never changed: another set takes their place."""

    domain_name: str | None
    domain_name_servers: tuple[str, ...]
    """Addresses, or `AmazonProvidedDNS`."""
    ntp_servers: tuple[str, ...]
    netbios_name_servers: tuple[str, ...]
    netbios_node_type: int | None
    ipv6_address_preferred_lease_time: int | None
    """Seconds."""
    tags: Tags


@node
class DhcpOptionsAssociation(Resource):
    """AWS::EC2::VPCDHCPOptionsAssociation."""

    vpc: Ref[Vpc]
    dhcp_options: Ref[DhcpOptions]
