"""`vpcs:` and `peerings:`: networks, their gateways, route tables, tiers and subnets."""

from typing import Annotated, Literal

from pydantic import BeforeValidator

from infraspec.spec.base import LATER, AddressV4, CidrV4, EntryModel, Names, SpecModel, Tags, identifier
from infraspec.spec.forms import vpcs as forms


class InternetGateway(SpecModel):
    """An internet gateway that already exists, or one with tags of its own."""

    name: str
    """Its Name tag, and the name that routes use."""
    existing: Annotated[str | None, identifier("igw"), LATER] = None
    """The identifier of a gateway that is attached already and is not managed here."""
    tags: Tags = {}


class Vpc(EntryModel):
    """A VPC: one network with its own addresses."""

    cidr: CidrV4
    """The primary IPv4 block, /16 to /28."""
    secondary_cidrs: list[CidrV4] = []
    """More IPv4 blocks, in the order in which they are added."""
    tenancy: Literal["default", "dedicated"] = "default"
    """Whether instances share hardware with other customers."""
    dns_support: bool = True
    """Whether the resolver at the network's +2 address answers."""
    dns_hostnames: bool = True
    """Whether instances get names, and endpoints may have private ones. AWS's own default is false."""
    internet_gateway: Annotated[InternetGateway | None, BeforeValidator(forms.one_gateway)] = None
    """The name of the VPC's internet gateway, which is attached to it."""
    existing: Annotated[str | None, identifier("vpc"), LATER] = None
    """The identifier of a VPC that exists and is not managed here."""
    tags: Tags = {}


class NatGateway(EntryModel):
    """A NAT gateway: a way out to the internet that lets nothing in."""

    subnet: str | None = None
    """The public subnet that it stands in."""
    subnets: Names | None = None
    """A tier, or subnets of different zones: one gateway in each, named `<name>-<zone letter>`."""
    connectivity: Literal["public", "private"] = "public"
    """`private` reaches other networks only, and has no Elastic IP address."""
    elastic_ip: Annotated[str | None, identifier("eipalloc"), LATER] = None
    """The allocation of an Elastic IP address that exists; without it a new one is allocated."""
    private_ip: AddressV4 | None = None
    """Its fixed address in the subnet."""
    existing: Annotated[str | None, identifier("nat"), LATER] = None
    """The identifier of a gateway that exists and is not managed here."""
    tags: Tags = {}


class RouteTable(EntryModel):
    """A route table; every one has the local route beside what is written."""

    routes: dict[str, str] = {}
    """From a destination (a block, or a prefix list `pl-…`) to a gateway, NAT gateway, instance, network interface
    or peering, by name or by AWS's identifier."""
    existing: Annotated[str | None, identifier("rtb"), LATER] = None
    """The identifier of a table that exists and is not managed here."""
    tags: Tags = {}


class Tier(EntryModel):
    """Subnets with one purpose, spread over zones."""

    route_table: str | None = None
    """The route table of its subnets; without one they follow the VPC's main table."""
    network_acl: str | None = None
    """The network ACL of its subnets; without one they have the VPC's default ACL, which allows all."""
    public_ip_on_launch: bool = False
    """Whether an instance started here gets a public address unless it says otherwise."""
    session_manager: bool = False
    """Whether its instances are reached by Session Manager. What they lack for it is added, and `infraspec show` says
    what: the policy of their roles, endpoints where nothing leads to the internet, and rules for tcp 443."""
    tags: Tags = {}
    """Tags of its subnets."""


class Subnet(EntryModel):
    """A subnet: a block of a VPC in one zone."""

    zone: str
    """A zone's letter (`a`), name (`ap-northeast-2a`) or identifier (`apne2-az1`)."""
    cidr: CidrV4
    """Its block, /16 to /28, inside one of the VPC's."""
    route_table: str | None = None
    """Its route table, where it differs from the tier's."""
    network_acl: str | None = None
    """Its network ACL, where it differs from the tier's."""
    public_ip_on_launch: bool | None = None
    """Where it differs from the tier's."""
    existing: Annotated[str | None, identifier("subnet"), LATER] = None
    """The identifier of a subnet that exists and is not managed here."""
    tags: Tags = {}


class Peering(EntryModel):
    """A peering connection between two VPCs of this account and region."""

    requester: str
    """The VPC that asks."""
    accepter: str
    """The VPC that is asked; the request is accepted at once."""
    tags: Tags = {}
