"""`dhcp_options:`: what machines of a VPC are told when they ask for an address."""

from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, Field

from infraspec.spec.base import LATER, Checks, EntryModel, Names, Tags, Text, identifier
from infraspec.spec.forms import dhcp_options as forms

Servers = Annotated[Names, AfterValidator(forms.servers)]
"""Addresses, at most four."""
DnsServers = Annotated[Names, AfterValidator(forms.dns_servers)]
"""Addresses, at most four, or `AmazonProvidedDNS`."""


class DhcpOptions(EntryModel):
    """A set of DHCP options. VPCs name it with `dhcp_options:`. A set is never changed: another takes its place."""

    checks: ClassVar[Checks] = (forms.says_something,)

    domain_name: Text | None = None
    """What is put behind a bare host name."""
    domain_name_servers: DnsServers = []
    """The resolvers, at most four, by address; `AmazonProvidedDNS` is the VPC's own."""
    ntp_servers: Servers = []
    """Time servers, at most four, by address."""
    netbios_name_servers: Servers = []
    """NetBIOS name servers, at most four, by address."""
    netbios_node_type: Literal[1, 2, 4, 8] | None = None
    """How NetBIOS names are asked for; AWS advises 2, since it takes neither broadcast nor multicast."""
    ipv6_preferred_lease_seconds: int | None = Field(default=None, ge=140, le=2147483647)
    """How long an IPv6 address is preferred before it is asked for again, in seconds; 140 is AWS's own default."""
    existing: Annotated[str | None, identifier("dopt"), LATER] = None
    """The identifier of a set that exists and is not managed here."""
    tags: Tags = {}
