"""`vpcs:` and `peerings:`: networks, their gateways, route tables, tiers and subnets."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, PlainValidator

from infraspec.spec.alarm_sets import Alarms
from infraspec.spec.base import LATER, AddressV4, CidrV4, EntryModel, Names, SpecModel, Tags, identifier
from infraspec.spec.flow_logs import FlowLogs
from infraspec.spec.forms import vpcs as forms


class InternetGateway(SpecModel):
    """An internet gateway that already exists, or one with tags of its own."""

    name: str
    """Its Name tag, and the name that routes use."""
    existing: Annotated[str | None, identifier("igw"), LATER] = None
    """The identifier of a gateway that is attached already and is not managed here."""
    tags: Tags = {}


class EgressOnlyGateway(SpecModel):
    """An egress-only internet gateway that already exists, or one with tags of its own."""

    name: str
    """Its Name tag, and the name that routes use."""
    existing: Annotated[str | None, identifier("eigw"), LATER] = None
    """The identifier of a gateway that is not managed here."""
    tags: Tags = {}


Ipv6Block = Annotated[int | None, PlainValidator(forms.ipv6_block, json_schema_input_type=int | str)]
"""`auto`, `false`, or the number of a /64."""


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
    ipv6: bool = False
    """Dual stack: a /56 of Amazon's IPv6 addresses, of which each subnet has a /64, and `::/0` in every route table
    beside its `0.0.0.0/0`: to the internet gateway, and to the egress-only gateway where the other leads to a NAT
    gateway. A route to another VPC with `ipv6`, by a peering connection or a transit gateway, stands for
    both families too."""
    egress_only_gateway: Annotated[EgressOnlyGateway | None, BeforeValidator(forms.one_gateway)] = None
    """The name of the VPC's egress-only internet gateway: the way out for IPv6 that lets nothing in."""
    dhcp_options: str | None = None
    """The set of DHCP options of its machines, by name; without one they have Amazon's resolver."""
    default_security_group: Literal["locked"] | None = None
    """`locked` takes every rule from the group that AWS makes with the VPC, so that nothing can rely on it. Terraform
    alone has a word for it."""
    existing: Annotated[str | None, identifier("vpc"), LATER] = None
    """The identifier of a VPC that exists and is not managed here."""
    flow_logs: FlowLogs = []
    """Logs of the packets of all its interfaces: a log group or a bucket, by name, or a mapping."""
    tags: Tags = {}


class NatGateway(EntryModel):
    """A NAT gateway: a way out to the internet that lets nothing in."""

    subnet: str | None = None
    """The public subnet that it stands in."""
    subnets: Names | None = None
    """A tier, or subnets of different zones: one gateway in each, named `<name>-<zone letter>`."""
    connectivity: Literal["public", "private"] = "public"
    """`private` reaches other networks only, and has no Elastic IP address."""
    availability: Literal["zonal", "regional"] = "zonal"
    """`regional` stands in no subnet: AWS has it in every zone that needs it, and finds its addresses. It is public."""
    addresses: int = Field(default=1, ge=1, le=8)
    """How many addresses it has. Each carries 55,000 connections to one destination at a time."""
    elastic_ip: Annotated[str | None, identifier("eipalloc"), LATER] = None
    """The allocation of an Elastic IP address that exists; without it a new one is allocated."""
    private_ip: AddressV4 | None = None
    """Its fixed address in the subnet."""
    existing: Annotated[str | None, identifier("nat"), LATER] = None
    """The identifier of a gateway that exists and is not managed here."""
    alarms: Alarms = None
    """The usual alarms of such a thing: `default`, or `{set: default, to: TOPIC}`."""
    tags: Tags = {}


class RouteTable(EntryModel):
    """A route table; every one has the local route beside what is written."""

    routes: dict[str, str] = {}
    """From a destination (a block, the name of a prefix list, or `pl-…`) to a gateway, egress-only gateway, NAT
    gateway, transit gateway, VPN gateway, firewall, instance, network interface or peering, by name or by AWS's
    identifier."""
    ipv6: bool = True
    """Whether a VPC with `ipv6` has `::/0` beside `0.0.0.0/0` here, the IPv6 addresses of another VPC or
    its subnet beside its block, and `64:ff9b::/96` beside a NAT gateway that subnets with `dns64` use. What is
    written above stands in any case."""
    gateway: str | None = None
    """The VPC's internet gateway, for a table of what enters by it: its routes lead packets for whole subnets through a
    firewall."""
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
    ipv6: bool | None = None
    """Whether its subnets have IPv6; as the VPC has it, unless it says otherwise."""
    ipv6_on_launch: bool = True
    """Whether interfaces made here get an IPv6 address, where the subnets have IPv6."""
    dns64: bool = False
    """Whether the resolver gives names that have IPv4 addresses alone an IPv6 address, which a NAT gateway
    translates."""
    session_manager: bool = False
    """Whether its instances are reached by Session Manager. What they lack for it is added, and `infraspec show` says
    what: the policy of their roles, endpoints where nothing leads to the internet, and rules for tcp 443."""
    flow_logs: FlowLogs = []
    """Logs of the packets of its subnets, one for each: a log group or a bucket, by name, or a mapping."""
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
    ipv6: Ipv6Block = None
    """Which /64 of the VPC's IPv6 block it has, 0 to 255. `auto` takes the number from its place in the VPC's IPv4
    block: the eight bits behind the VPC's prefix, which in a /16 are the third number of its address. `false` for
    none."""
    ipv6_on_launch: bool | None = None
    """Where it differs from the tier's."""
    dns64: bool | None = None
    """Where it differs from the tier's."""
    existing: Annotated[str | None, identifier("subnet"), LATER] = None
    """The identifier of a subnet that exists and is not managed here."""
    flow_logs: FlowLogs = []
    """Logs of the packets of its interfaces: a log group or a bucket, by name, or a mapping that says more."""
    tags: Tags = {}


class Peering(EntryModel):
    """A peering connection between two VPCs of this account and region, or one that exists between any two."""

    requester: str
    """The VPC that asks."""
    accepter: str
    """The VPC that is asked; the request is accepted at once."""
    dns_resolution: bool = False
    """Whether public names of machines on the other side mean their private addresses. Terraform alone has a word for
    it."""
    existing: Annotated[str | None, identifier("pcx"), LATER] = None
    """The identifier of a connection that exists and is not managed here. A VPC of another account or region stands in
    `vpcs` with `existing`."""
    tags: Tags = {}
