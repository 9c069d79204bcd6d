"""Amazon EC2: launch templates, and where what they start is placed."""

from collections.abc import Callable
from typing import NamedTuple

from infraspec.diagnostic import SpecPath
from infraspec.graph.iam import InstanceProfile
from infraspec.graph.image_lookup import ImageLookup, ImageParameter
from infraspec.graph.kms import Key
from infraspec.graph.resource import Ref, Resource, Tags, node
from infraspec.graph.security_groups import SecurityGroup


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
    """A root volume, or a data volume that comes and goes with its instance."""

    origin: SpecPath
    device_name: str
    """For a root volume what the image calls its root; another name would add a second volume."""
    size: int | None
    """GiB; None is the size of the image."""
    type: str
    iops: int | None
    throughput: int | None
    """MiB/s; an instance without a launch template cannot have one in CloudFormation."""
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
class PlacementGroup(Resource):
    """AWS::EC2::PlacementGroup. CloudFormation names it itself, Terraform by its key."""

    strategy: str
    """`cluster`, `spread` or `partition`."""
    partition_count: int | None
    spread_level: str | None
    """`rack` or `host`."""
    tags: Tags


class Metadata(NamedTuple):
    """The instance metadata service."""

    http_tokens: str
    http_put_response_hop_limit: int


class Launch(NamedTuple):
    """What a group is told of the machines that it starts; an instance says all of it by itself."""

    image_id: str | None
    image_parameter: Ref[ImageParameter] | None
    image_lookup: Ref[ImageLookup] | None
    instance_type: str
    security_groups: tuple[Ref[SecurityGroup], ...]
    associate_public_ip_address: bool | None
    """None follows the subnet."""
    key_name: str | None
    instance_profile: Ref[InstanceProfile] | None
    tenancy: str
    host_id: str | None
    placement_group: Ref[PlacementGroup] | None
    monitoring: bool
    cpu_credits: str | None
    metadata: Metadata
    user_data: UserData | None


@node
class LaunchTemplate(Resource):
    """AWS::EC2::LaunchTemplate: of a group, or what CloudFormation can say of one instance only here."""

    launch_template_name: str
    launch: Launch | None
    """None for the template of one instance."""
    spot: SpotOptions | None
    root_volume: BlockDevice | None
    """For one instance only where its throughput is given, which an instance cannot have in CloudFormation."""
    volumes: tuple[BlockDevice, ...]
    """Data volumes, which come and go with each machine."""
    tagged: tuple[str, ...]
    """What gets its tags at launch: `instance`, `volume`, `network-interface`."""
    tags: Tags
