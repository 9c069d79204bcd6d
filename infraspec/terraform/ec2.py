"""Amazon EC2 in Terraform."""

from typing import Any, TypedDict

from infraspec.graph.ec2 import ElasticIpAssociation, Instance, NetworkInterface, Volume, VolumeAttachment
from infraspec.terraform.block import Block, Expression, kept, storage, tags
from infraspec.terraform.names import Labels
from infraspec.terraform.values import image, key_of, ways_out


class AwsInstance(TypedDict):
    """The arguments of aws_instance that we write."""

    ami: Expression | str | None
    launch_template: dict[str, Any] | None
    instance_type: str
    network_interface: list[dict[str, Any]] | None
    subnet_id: Expression | str | None
    private_ip: str | None
    ipv6_address_count: int | None
    vpc_security_group_ids: list[Expression | str] | None
    associate_public_ip_address: bool | None
    source_dest_check: bool | None
    key_name: str | None
    iam_instance_profile: str | None
    tenancy: str
    host_id: str | None
    placement_group: str | None
    monitoring: bool
    disable_api_termination: bool
    credit_specification: dict[str, Any] | None
    metadata_options: dict[str, Any]
    user_data: str | None
    root_block_device: dict[str, Any] | None
    tags: dict[str, str]


def instance(instance: Instance, labels: Labels) -> Block:
    """aws_instance, which stays as it is when there comes to be a newer image of its name: that would replace it."""
    moves = instance.image_parameter or instance.image_lookup
    return labels.block(
        instance,
        AwsInstance(
            ami=image(instance, labels),
            launch_template={
                "id": labels.ref(instance.launch_template),
                "version": labels.ref(instance.launch_template, "latest_version"),
            }
            if instance.launch_template
            else None,
            instance_type=instance.instance_type,
            **_network(instance, labels),
            key_name=instance.key_name,
            iam_instance_profile=labels.ref(instance.instance_profile, "name") if instance.instance_profile else None,
            tenancy=instance.tenancy,
            host_id=instance.host_id,
            placement_group=labels.ref(instance.placement_group, "name") if instance.placement_group else None,
            monitoring=instance.monitoring,
            disable_api_termination=instance.disable_api_termination,
            credit_specification={"cpu_credits": instance.cpu_credits} if instance.cpu_credits else None,
            metadata_options=_metadata(instance),
            user_data=instance.user_data.text if instance.user_data else None,
            root_block_device=_root(instance, labels),
            tags=tags(instance.tags),
        ),
        lifecycle={"ignore_changes": [Expression("ami")]} if moves else None,
        after=ways_out(instance, labels),
    )


def _metadata(instance: Instance) -> dict[str, Any]:
    return {
        "http_endpoint": "enabled",
        "http_tokens": instance.http_tokens,
        "http_put_response_hop_limit": instance.http_put_response_hop_limit,
    }


def _root(instance: Instance, labels: Labels) -> dict[str, Any] | None:
    """The root volume, with the tags of its instance."""
    root = instance.root_volume
    return root and {**storage(root, key_of(labels, root.kms_key_id)), "tags": tags(instance.tags)}


class Network(TypedDict):
    """The arguments of aws_instance that say where it stands."""

    network_interface: list[dict[str, Any]] | None
    subnet_id: Expression | str | None
    private_ip: str | None
    ipv6_address_count: int | None
    vpc_security_group_ids: list[Expression | str] | None
    associate_public_ip_address: bool | None
    source_dest_check: bool | None


def _network(instance: Instance, labels: Labels) -> Network:
    """Subnet, groups and address, or the interface that has them."""
    if instance.network_interface is not None:
        plugged = {"device_index": 0, "network_interface_id": labels.ref(instance.network_interface)}
        return Network(
            network_interface=[plugged],
            subnet_id=None,
            private_ip=None,
            ipv6_address_count=None,
            vpc_security_group_ids=None,
            associate_public_ip_address=None,
            source_dest_check=None,
        )
    return Network(
        network_interface=None,
        subnet_id=labels.ref(instance.subnet),
        private_ip=str(instance.private_ip) if instance.private_ip else None,
        ipv6_address_count=instance.ipv6_address_count,
        vpc_security_group_ids=labels.refs(instance.security_groups),
        associate_public_ip_address=instance.associate_public_ip_address,
        source_dest_check=instance.source_dest_check,
    )


class AwsEbsVolume(TypedDict):
    """The arguments of aws_ebs_volume that we write."""

    availability_zone: Expression | str | None
    size: int
    type: str
    iops: int | None
    throughput: int | None
    encrypted: bool
    kms_key_id: str | None
    multi_attach_enabled: bool | None
    final_snapshot: bool
    tags: dict[str, str]


def volume(volume: Volume, labels: Labels) -> Block:
    """aws_ebs_volume."""
    return labels.block(
        volume,
        AwsEbsVolume(
            availability_zone=labels.ref(volume.subnet, "availability_zone")
            if volume.subnet
            else volume.availability_zone,
            size=volume.size,
            type=volume.type,
            iops=volume.iops,
            throughput=volume.throughput,
            encrypted=volume.encrypted,
            kms_key_id=key_of(labels, volume.kms_key_id),
            multi_attach_enabled=volume.multi_attach or None,
            final_snapshot=volume.on_delete != "delete",
            tags=tags(volume.tags),
        ),
        lifecycle=kept(volume.on_delete),
    )


class AwsVolumeAttachment(TypedDict):
    """The arguments of aws_volume_attachment that we write."""

    volume_id: str
    instance_id: str
    device_name: str


def volume_attachment(attachment: VolumeAttachment, labels: Labels) -> Block:
    """aws_volume_attachment."""
    return labels.block(
        attachment,
        AwsVolumeAttachment(
            volume_id=labels.ref(attachment.volume),
            instance_id=labels.ref(attachment.instance),
            device_name=attachment.device,
        ),
    )


class AwsNetworkInterface(TypedDict):
    """The arguments of aws_network_interface that we write."""

    subnet_id: str
    private_ips: list[str] | None
    ipv6_address_count: int | None
    security_groups: list[Expression | str]
    description: str | None
    source_dest_check: bool
    tags: dict[str, str]


def network_interface(interface: NetworkInterface, labels: Labels) -> Block:
    """aws_network_interface."""
    return labels.block(
        interface,
        AwsNetworkInterface(
            subnet_id=labels.ref(interface.subnet),
            private_ips=[str(interface.private_ip)] if interface.private_ip else None,
            ipv6_address_count=interface.ipv6_address_count,
            security_groups=labels.refs(interface.security_groups),
            description=interface.description,
            source_dest_check=interface.source_dest_check,
            tags=tags(interface.tags),
        ),
        lifecycle=kept(interface.on_delete),
    )


class AwsEipAssociation(TypedDict):
    """The arguments of aws_eip_association that we write."""

    allocation_id: str
    instance_id: str


def elastic_ip_association(association: ElasticIpAssociation, labels: Labels) -> Block:
    """aws_eip_association."""
    return labels.block(
        association,
        AwsEipAssociation(
            allocation_id=labels.ref(association.allocation, "allocation_id"),
            instance_id=labels.ref(association.instance),
        ),
    )
