"""`transit_gateways:`: hubs between VPCs and other networks, what is attached to them, and their route tables."""

from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from infraspec.spec.alarm_sets import Alarms
from infraspec.spec.base import LATER, Checks, CidrV4, EntryModel, Names, SpecModel, Tags, Text, identifier
from infraspec.spec.forms import transit_gateways as forms


class TransitGateway(EntryModel):
    """A transit gateway: a router that VPCs and VPN connections are attached to."""

    description: Text = Field(default="", max_length=255)
    """What it is for."""
    asn: Annotated[int, BeforeValidator(forms.private_asn)] = 64512
    """Its number in BGP: 64512 to 65534, or 4200000000 to 4294967294."""
    default_association: bool = True
    """Whether attachments use the default route table unless they name one. It must be `false` where one does."""
    default_propagation: bool = True
    """Whether attachments write their blocks to the default route table."""
    auto_accept: bool = False
    """Whether attachments of other accounts are accepted at once."""
    dns_support: bool = True
    """Whether names of peers are answered with private addresses."""
    vpn_ecmp: bool = True
    """Whether traffic is spread over VPN tunnels of equal cost."""
    multicast: bool = False
    """Whether it takes multicast domains; it cannot be changed later."""
    security_group_references: bool = False
    """Whether rules of security groups may name groups of attached VPCs."""
    cidrs: list[CidrV4] = []
    """Blocks of its own, for Connect attachments."""
    existing: Annotated[str | None, identifier("tgw"), LATER] = None
    """The identifier of a transit gateway that exists and is not managed here."""
    tags: Tags = {}


class Attachment(EntryModel):
    """A VPC that is attached to a transit gateway, through a network interface in each of some subnets."""

    subnets: Names
    """A tier, or subnets of different zones of one VPC: a zone without one is not reached."""
    appliance_mode: bool = False
    """Whether both directions of a flow take the same zone, as firewalls need it."""
    dns_support: bool = True
    """Whether names of peers are answered with private addresses."""
    ipv6: bool = False
    """Whether IPv6 is routed. A route to another VPC stands for both families where both attachments have it."""
    security_group_references: bool = False
    """Whether rules of its groups may name groups of the other VPCs."""
    route_table: str | None = None
    """The route table of the transit gateway that its traffic follows, where it is not the default one."""
    propagate_to: Names = []
    """The route tables of the transit gateway that its blocks are written to."""
    existing: Annotated[str | None, identifier("tgw-attach"), LATER] = None
    """The identifier of an attachment that exists and is not managed here."""
    tags: Tags = {}


class TransitRouteTable(EntryModel):
    """A route table of a transit gateway."""

    routes: dict[str, str] = {}
    """From a block to an attachment, by name or by AWS's identifier; or to `blackhole`, which drops."""
    existing: Annotated[str | None, identifier("tgw-rtb"), LATER] = None
    """The identifier of a table that exists and is not managed here."""
    tags: Tags = {}


class CustomerGateway(EntryModel):
    """The other end of a VPN connection: a device on premises."""

    checks: ClassVar[Checks] = (forms.has_an_address,)

    ip: Annotated[str | None, BeforeValidator(forms.public_address)] = None
    """Its public address."""
    asn: int = Field(default=65000, ge=1, le=4_294_967_294)
    """Its number in BGP."""
    device: Text | None = None
    """What it is."""
    existing: Annotated[str | None, identifier("cgw"), LATER] = None
    """The identifier of a customer gateway that exists and is not managed here."""
    tags: Tags = {}


class VpnGateway(EntryModel):
    """A virtual private gateway: the end of VPN connections at a VPC."""

    vpc: str
    """The VPC that it is attached to."""
    asn: Annotated[int, BeforeValidator(forms.private_asn)] = 64512
    """Its number in BGP: 64512 to 65534, or 4200000000 to 4294967294."""
    propagate_to: Names = []
    """The route tables of the VPC that its routes are written to."""
    existing: Annotated[str | None, identifier("vgw"), LATER] = None
    """The identifier of a gateway that exists, is attached, and is not managed here."""
    tags: Tags = {}


class Phase(SpecModel):
    """What is offered in one phase of IKE; what is left out is AWS's choice, which includes weak ones."""

    encryption: Annotated[Names, BeforeValidator(forms.encryption)] = []
    """`AES128`, `AES256`, `AES128-GCM-16`, `AES256-GCM-16`."""
    integrity: Annotated[Names, BeforeValidator(forms.integrity)] = []
    """`SHA1`, `SHA2-256`, `SHA2-384`, `SHA2-512`."""
    dh_groups: list[int] = []
    """Numbers of Diffie-Hellman groups: 2, 5 (phase 2 only) and 14 to 24."""
    lifetime_seconds: int | None = Field(default=None, ge=900, le=28_800)
    """How long a key is used; 28,800 in phase 1 and 3,600 in phase 2 by default."""


class Tunnel(SpecModel):
    """One of the two tunnels of a VPN connection. Its pre-shared key is AWS's choice, and never stands in a spec."""

    inside_cidr: Annotated[str | None, BeforeValidator(forms.inside)] = None
    """Its inner block: a /30 of 169.254.0.0/16; AWS's choice if left out."""
    ike_versions: Annotated[Names, BeforeValidator(forms.ike)] = ["ikev2"]
    """`ikev1`, `ikev2`."""
    startup: Annotated[str, BeforeValidator(forms.startup)] = "add"
    """`add`: the other end begins; `start`: AWS begins."""
    dpd: Annotated[str, BeforeValidator(forms.dpd)] = "clear"
    """What is done when the other end is dead: `clear`, `none` or `restart`."""
    lifecycle_control: bool = False
    """Whether AWS waits for you before it replaces the tunnel's end."""
    phase1: Phase | None = None
    """What is offered in phase 1."""
    phase2: Phase | None = None
    """What is offered in phase 2."""


class VpnConnection(EntryModel):
    """A site-to-site VPN connection of two tunnels, between a customer gateway and a VPC or a transit gateway."""

    checks: ClassVar[Checks] = (forms.ends_somewhere,)

    customer_gateway: str
    """The device at the other end."""
    vpn_gateway: str | None = None
    """The virtual private gateway at this end."""
    transit_gateway: str | None = None
    """The transit gateway at this end, in its default route table."""
    static_routes: list[CidrV4] = []
    """The blocks behind the other end; without them BGP tells."""
    acceleration: bool = False
    """Whether it enters AWS's network at the nearest place; with a transit gateway only, and not changed later."""
    local_cidr: CidrV4 | None = None
    """The block at the customer's side that may speak; all if left out."""
    remote_cidr: CidrV4 | None = None
    """The block at AWS's side that may be spoken to; all if left out."""
    tunnels: list[Tunnel] = Field(default=[], max_length=2)
    """The two tunnels, where they are not as AWS makes them."""
    alarms: Alarms = None
    """The usual alarms of such a thing: `default`, or `{set: default, to: TOPIC}`."""
    tags: Tags = {}
