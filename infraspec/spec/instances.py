"""`instances:` and `network_interfaces:`: machines and what is plugged into them."""

from collections.abc import Mapping
from ipaddress import IPv4Address
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field, PlainValidator

from infraspec.spec.alarm_sets import Alarms
from infraspec.spec.base import LATER, Checks, EntryModel, KmsKeyName, Names, SpecModel, Tags, Text, identifier
from infraspec.spec.flow_logs import FlowLogs
from infraspec.spec.forms import instances as forms
from infraspec.spec.user_data import UserDataField

VolumeType = Literal["gp3", "gp2", "io2", "io1", "st1", "sc1", "standard"]


AddressOrAuto = Annotated[IPv4Address | None, PlainValidator(forms.address_or_auto, json_schema_input_type=str)]
"""A fixed address in the subnet, or `auto`."""
Device = Annotated[str, BeforeValidator(forms.device)]
"""The name of a block device."""


class Storage(SpecModel):
    """What a root volume and a data volume share."""

    checks: ClassVar[Checks] = (forms.no_key_without_encryption,)

    type: VolumeType = "gp3"
    """`gp3` or `gp2` (general purpose), `io2` or `io1` (provisioned), `st1` or `sc1` (disks), or `standard`."""
    iops: int | None = Field(default=None, ge=1)
    """Provisioned operations a second: for io1 and io2, and for gp3 above its 3,000."""
    throughput: int | None = Field(default=None, ge=1)
    """Provisioned MiB/s, for gp3 above its 125."""
    encrypted: bool = True
    """Whether its blocks are encrypted. AWS's own default is a setting of the account."""
    kms_key: KmsKeyName = None
    """The key it is encrypted with: an entry of `kms_keys`, or an ARN; without it AWS's own key for EBS."""


class RootVolume(Storage):
    """The volume that an instance boots from."""

    size_gib: int | None = Field(default=None, ge=1)
    """Its size in GiB; without it the size of the image."""
    device: Annotated[str | None, BeforeValidator(forms.device)] = None
    """What the image calls its root: known for named images, needed for `ami-…`."""
    delete_on_termination: bool = True
    """Whether it goes when the instance goes."""


class Volume(Storage):
    """A data volume of one instance. Its Name tag is the instance's name, a hyphen and its key."""

    device: Device
    """The name it is attached by: /dev/sdf to /dev/sdp."""
    size_gib: int = Field(ge=1)
    """Its size in GiB."""
    on_delete: Literal["snapshot", "retain", "delete"] = "snapshot"
    """What becomes of the data when the volume is removed from the spec."""
    tags: Tags = {}


class Spot(SpecModel):
    """Spare capacity at a lower price, which AWS may take back with two minutes' notice."""

    checks: ClassVar[Checks] = (forms.can_come_back,)

    max_price: float | None = Field(default=None, ge=0.001)
    """The most to pay, in US dollars an hour; without it the on-demand price."""
    type: Literal["one-time", "persistent"] = "one-time"
    """Whether AWS asks again when the instance was taken back."""
    interruption: Literal["terminate", "stop", "hibernate"] = "terminate"
    """What happens when it is taken back."""


class Imds(SpecModel):
    """The instance metadata service."""

    tokens: Literal["required", "optional"] = "required"
    """`required` is IMDSv2 alone."""
    hop_limit: int = Field(default=1, ge=1, le=64)
    """How far an answer may travel: 1 for the machine itself, 2 for containers on it."""


class Machine(EntryModel):
    """What an instance and a launch template both say."""

    image: Annotated[str | forms.Lookup, PlainValidator(forms.image, json_schema_input_type=str), LATER]
    """`ubuntu-24.04`, `amazon-linux-2023` and the like, `ami-…`, the path of an SSM parameter that holds one, or
    `{owner: self, name: "web-*"}`: the newest image of an owner (`self`, `amazon`, or the number of an account) whose
    name fits. Terraform looks that one up at each plan; CloudFormation cannot, so its template has a parameter for the
    identifier, whose description holds the command that finds it."""
    type: Text
    """Its type, such as `t3.micro`."""
    role: str | None = None
    """The role that programs on it may take."""
    key_pair: Text | None = None
    """The name of a key pair that exists; Session Manager needs none."""
    tenancy: Literal["default", "dedicated", "host"] | None = None
    """`default` shares hardware with other customers, `dedicated` does not, `host` stands on a Dedicated Host; without
    it, as the VPC has it."""
    host: Annotated[str | None, identifier("h"), LATER] = None
    """The Dedicated Host that it stands on, for `tenancy: host`; without it, any that takes what is not placed."""
    placement_group: str | None = None
    """The placement group that it stands in."""
    spot: Annotated[Spot | None, BeforeValidator(forms.spot, json_schema_input_type=bool | Spot)] = None
    """`true`, or how a Spot instance is asked for."""
    public_ip: bool | None = None
    """Whether it gets a public address at launch; as the subnet has it, unless it says otherwise."""
    root_volume: RootVolume = Field(default_factory=RootVolume)
    """The volume that it boots from."""
    user_data: UserDataField = None
    """What it runs at its first boot: text, `{file: PATH}`, or `{template: NAME}` with parameters."""
    monitoring: bool = False
    """Whether its metrics come every minute, at a price, rather than every five."""
    cpu_credits: Literal["standard", "unlimited"] | None = None
    """For types t2 to t4g: `standard`, unless it says otherwise, never costs more than the instance; `unlimited`, which
    is AWS's own default from t3 on, is billed for what it bursts beyond its credits."""
    imds: Imds = Field(default_factory=Imds)
    """The instance metadata service."""


class Instance(Machine):
    """An EC2 instance."""

    unless: ClassVar[Mapping[str, tuple[str, ...]]] = {"interface": ("subnet", "security_groups")}
    checks: ClassVar[Checks] = (forms.stands_once, forms.host_of_tenancy)

    subnet: str | None = None
    """The subnet that it stands in."""
    interface: str | None = None
    """A network interface of `network_interfaces` that is its first, in place of `subnet`, `private_ip`,
    `ipv6_addresses`, `security_groups`, `public_ip` and `source_dest_check`: the address stays where it is when the
    instance goes. Terraform replaces the instance in one deployment; CloudFormation makes the new one before the old
    one has let go of the interface, so there it takes two: one without the instance, and one with it."""
    private_ip: AddressOrAuto = None
    """Its fixed address in the subnet; `auto`, or nothing, is AWS's choice."""
    ipv6_addresses: int | None = Field(default=None, ge=1, le=50)
    """How many IPv6 addresses it has; one where the subnet gives them at launch, unless it says otherwise."""
    security_groups: Names = []
    """Its security groups."""
    elastic_ip: Annotated[str | None, BeforeValidator(forms.elastic_ip), LATER] = None
    """`new` for a fixed public address of its own, or the allocation `eipalloc-…` of one that exists."""
    volumes: dict[str, Volume] = {}
    """Data volumes by name."""
    termination_protection: bool = False
    """Whether the API refuses to terminate it."""
    source_dest_check: bool = True
    """Whether it takes and sends only its own packets; `false` for a router or NAT."""
    existing: Annotated[str | None, identifier("i"), LATER] = None
    """The identifier of an instance that exists and is not managed here; what else is said of it is for rules alone."""
    alarms: Alarms = None
    """The usual alarms of such a thing: `default`, or `{set: default, to: TOPIC}`."""
    tags: Tags = {}


class NetworkInterface(EntryModel):
    """A network interface of its own, which a route may lead to, and an instance may have as its first."""

    subnet: str
    """The subnet that it stands in."""
    private_ip: AddressOrAuto = None
    """Its fixed address in the subnet; `auto`, or nothing, is AWS's choice."""
    ipv6_addresses: int | None = Field(default=None, ge=1, le=50)
    """How many IPv6 addresses it has; one where the subnet gives them at launch, unless it says otherwise."""
    security_groups: Names = Field(min_length=1)
    """Its security groups."""
    description: Text | None = None
    """What it is for."""
    source_dest_check: bool = True
    """Whether it takes and sends only its own packets; `false` for a router or NAT."""
    on_delete: Literal["retain", "delete"] = "delete"
    """What becomes of it, and so of its address, when it is removed from the spec."""
    existing: Annotated[str | None, identifier("eni"), LATER] = None
    """The identifier of an interface that exists and is not managed here."""
    flow_logs: FlowLogs = []
    """Logs of its packets: a log group or a bucket, by name, or a mapping that says more."""
    tags: Tags = {}
