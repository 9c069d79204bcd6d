"""Amazon EC2: instances and what is plugged into them."""

from collections.abc import Callable
from ipaddress import IPv4Address
from typing import NamedTuple

from infraspec.graph.iam import InstanceProfile
from infraspec.graph.kms import Key
from infraspec.graph.resource import Ref, Resource, Tags, node
from infraspec.graph.security_groups import SecurityGroup
from infraspec.graph.vpc import ElasticIp, Subnet


@node
class ImageParameter(Resource):
    """A public SSM parameter that holds an image's identifier: a template parameter, and a Terraform data source."""

    parameter: str
    """Its path, such as `/aws/service/canonical/ubuntu/server/24.04/stable/current/amd64/hvm/ebs-gp3/ami-id`."""


class UserData:
    """What an instance runs at its first boot. A template is rendered when a backend reads its text, and not before."""

    __slots__ = ("_made", "_make", "written")

    def __init__(self, written: str | None, make: Callable[[], str] | None = None) -> None:
        self.written = written
        """The text, where the spec or a file beside it holds it."""
        self._make = make
        self._made = written

    @property
    def text(self) -> str:
        """The text that arrives on the instance."""
        if self._made is None:
            assert self._make is not None  # noqa: S101 - what is not written is made
            self._made = self._make()
        return self._made


class BlockDevice(NamedTuple):
    """A root volume."""

    device_name: str
    """What the image calls its root; another name would add a second volume."""
    size: int | None
    """GiB; None is the size of the image."""
    type: str
    iops: int | None
    encrypted: bool
    kms_key_id: Ref[Key] | str | None
    delete_on_termination: bool


class SpotOptions(NamedTuple):
    """How a Spot instance is asked for."""

    max_price: str | None
    """US dollars an hour; None is the on-demand price."""
    request_type: str
    """`one-time` or `persistent`."""
    interruption_behavior: str
    """`terminate`, `stop` or `hibernate`."""


@node
class LaunchTemplate(Resource):
    """AWS::EC2::LaunchTemplate: what CloudFormation can say of one instance only here, and so both backends do."""

    launch_template_name: str
    spot: SpotOptions | None
    root_volume: BlockDevice | None
    """Where its throughput is given, which an instance cannot have in CloudFormation."""
    root_throughput: int | None
    """MiB/s."""
    tags: Tags


@node
class Instance(Resource):
    """AWS::EC2::Instance."""

    image_id: str | None
    image_parameter: Ref[ImageParameter] | None
    launch_template: Ref[LaunchTemplate] | None
    instance_type: str
    subnet: Ref[Subnet]
    private_ip: IPv4Address | None
    associate_public_ip_address: bool | None
    """None follows the subnet."""
    security_groups: tuple[Ref[SecurityGroup], ...]
    key_name: str | None
    instance_profile: Ref[InstanceProfile] | None
    tenancy: str
    monitoring: bool
    disable_api_termination: bool
    source_dest_check: bool
    cpu_credits: str | None
    """`standard` or `unlimited`, for burstable types."""
    http_tokens: str
    http_put_response_hop_limit: int
    user_data: UserData | None
    root_volume: BlockDevice | None
    """None where the launch template holds it."""
    tags: Tags


@node
class Volume(Resource):
    """AWS::EC2::Volume: data that outlives an instance."""

    availability_zone: str | None
    subnet: Ref[Subnet] | None
    """The subnet whose zone it stands in, where the spec gives that zone by its identifier."""
    size: int
    """GiB."""
    type: str
    iops: int | None
    throughput: int | None
    """MiB/s."""
    encrypted: bool
    kms_key_id: Ref[Key] | str | None
    on_delete: str
    """`snapshot`, `retain` or `delete`."""
    tags: Tags


@node
class VolumeAttachment(Resource):
    """AWS::EC2::VolumeAttachment."""

    volume: Ref[Volume]
    instance: Ref[Instance]
    device: str


@node
class NetworkInterface(Resource):
    """AWS::EC2::NetworkInterface."""

    subnet: Ref[Subnet]
    private_ip: IPv4Address | None
    security_groups: tuple[Ref[SecurityGroup], ...]
    description: str | None
    source_dest_check: bool
    tags: Tags


@node
class ElasticIpAssociation(Resource):
    """AWS::EC2::EIPAssociation."""

    allocation: Ref[ElasticIp]
    instance: Ref[Instance]
