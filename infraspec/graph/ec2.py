"""Amazon EC2: instances and what is plugged into them."""

from ipaddress import IPv4Address

from infraspec.graph.iam import InstanceProfile
from infraspec.graph.image_lookup import ImageLookup, ImageParameter
from infraspec.graph.kms import Key
from infraspec.graph.launch_templates import BlockDevice, LaunchTemplate, PlacementGroup, UserData
from infraspec.graph.resource import Ref, Resource, Tags, node
from infraspec.graph.security_groups import SecurityGroup
from infraspec.graph.vpc import ElasticIp, Subnet


@node
class NetworkInterface(Resource):
    """AWS::EC2::NetworkInterface."""

    subnet: Ref[Subnet]
    private_ip: IPv4Address | None
    ipv6_address_count: int | None
    """None follows the subnet."""
    security_groups: tuple[Ref[SecurityGroup], ...]
    description: str | None
    source_dest_check: bool
    on_delete: str
    """`retain` or `delete`."""
    tags: Tags


@node
class Instance(Resource):
    """AWS::EC2::Instance."""

    image_id: str | None
    image_parameter: Ref[ImageParameter] | None
    image_lookup: Ref[ImageLookup] | None
    launch_template: Ref[LaunchTemplate] | None
    instance_type: str
    network_interface: Ref[NetworkInterface] | None
    """Its first interface, where that is a thing of its own, with the address: subnet, groups and check are its."""
    subnet: Ref[Subnet]
    private_ip: IPv4Address | None
    ipv6_address_count: int | None
    """None follows the subnet."""
    associate_public_ip_address: bool | None
    """None follows the subnet."""
    security_groups: tuple[Ref[SecurityGroup], ...]
    key_name: str | None
    instance_profile: Ref[InstanceProfile] | None
    tenancy: str
    host_id: str | None
    placement_group: Ref[PlacementGroup] | None
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
    multi_attach: bool
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
class ElasticIpAssociation(Resource):
    """AWS::EC2::EIPAssociation."""

    allocation: Ref[ElasticIp]
    instance: Ref[Instance]
