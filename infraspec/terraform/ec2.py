"""Amazon EC2 in Terraform."""

from typing import Any, TypedDict

from infraspec.graph.ec2 import (
    BlockDevice,
    ElasticIpAssociation,
    ImageParameter,
    Instance,
    LaunchTemplate,
    NetworkInterface,
    Volume,
    VolumeAttachment,
)
from infraspec.terraform.block import Block, Expression, tags
from infraspec.terraform.names import Labels, label
from infraspec.terraform.values import key_of


class AwsSsmParameter(TypedDict):
    """The arguments of the data source aws_ssm_parameter that we write."""

    name: str


def image_parameter(image: ImageParameter, _labels: Labels) -> Block:
    """The data source aws_ssm_parameter, which Terraform reads at each plan."""
    return Block("data", "aws_ssm_parameter", label(image.key), AwsSsmParameter(name=image.parameter))


class AwsLaunchTemplate(TypedDict):
    """The arguments of aws_launch_template that we write."""

    name: str
    instance_market_options: dict[str, Any] | None
    block_device_mappings: list[dict[str, Any]] | None
    tag_specifications: list[dict[str, Any]] | None
    tags: dict[str, str]


def launch_template(template: LaunchTemplate, labels: Labels) -> Block:
    """aws_launch_template."""
    return labels.block(
        template,
        AwsLaunchTemplate(
            name=template.launch_template_name,
            instance_market_options=_market(template),
            block_device_mappings=[_mapping(template.root_volume, template.root_throughput, labels)]
            if template.root_volume
            else None,
            tag_specifications=[{"resource_type": "volume", "tags": tags(template.tags)}]
            if template.root_volume
            else None,
            tags=tags(template.tags),
        ),
    )


def _market(template: LaunchTemplate) -> dict[str, Any] | None:
    """How a Spot instance is asked for."""
    spot = template.spot
    return spot and {
        "market_type": "spot",
        "spot_options": {
            "max_price": spot.max_price,
            "spot_instance_type": spot.request_type,
            "instance_interruption_behavior": spot.interruption_behavior,
        },
    }


def _mapping(root: BlockDevice, throughput: int | None, labels: Labels) -> dict[str, Any]:
    """A root volume in a launch template."""
    return {"device_name": root.device_name, "ebs": {**_storage(root, labels), "throughput": throughput}}


def _storage(root: BlockDevice, labels: Labels) -> dict[str, Any]:
    """What an instance and a launch template both say of a root volume."""
    return {
        "volume_size": root.size,
        "volume_type": root.type,
        "iops": root.iops,
        "encrypted": root.encrypted,
        "kms_key_id": key_of(labels, root.kms_key_id),
        "delete_on_termination": root.delete_on_termination,
    }


class AwsInstance(TypedDict):
    """The arguments of aws_instance that we write."""

    ami: Expression | str | None
    launch_template: dict[str, Any] | None
    instance_type: str
    subnet_id: str
    private_ip: str | None
    vpc_security_group_ids: list[Expression | str]
    associate_public_ip_address: bool | None
    source_dest_check: bool
    key_name: str | None
    iam_instance_profile: str | None
    tenancy: str
    monitoring: bool
    disable_api_termination: bool
    credit_specification: dict[str, Any] | None
    metadata_options: dict[str, Any]
    user_data: str | None
    root_block_device: dict[str, Any] | None
    tags: dict[str, str]


def instance(instance: Instance, labels: Labels) -> Block:
    """aws_instance, which stays as it is when its public parameter comes to hold a newer image: that would replace it.

    The provider marks the parameter's value as a secret although it is public, and would hide it in every plan.
    """
    return labels.block(
        instance,
        AwsInstance(
            ami=Expression(f"${{nonsensitive({labels.at(instance.image_parameter)}.value)}}")
            if instance.image_parameter
            else instance.image_id,
            launch_template={
                "id": labels.ref(instance.launch_template),
                "version": labels.ref(instance.launch_template, "latest_version"),
            }
            if instance.launch_template
            else None,
            instance_type=instance.instance_type,
            subnet_id=labels.ref(instance.subnet),
            private_ip=str(instance.private_ip) if instance.private_ip else None,
            vpc_security_group_ids=labels.refs(instance.security_groups),
            associate_public_ip_address=instance.associate_public_ip_address,
            source_dest_check=instance.source_dest_check,
            key_name=instance.key_name,
            iam_instance_profile=labels.ref(instance.instance_profile, "name") if instance.instance_profile else None,
            tenancy=instance.tenancy,
            monitoring=instance.monitoring,
            disable_api_termination=instance.disable_api_termination,
            credit_specification={"cpu_credits": instance.cpu_credits} if instance.cpu_credits else None,
            metadata_options={
                "http_endpoint": "enabled",
                "http_tokens": instance.http_tokens,
                "http_put_response_hop_limit": instance.http_put_response_hop_limit,
            },
            user_data=instance.user_data.text if instance.user_data else None,
            root_block_device=(one := instance.root_volume) and {**_storage(one, labels), "tags": tags(instance.tags)},
            tags=tags(instance.tags),
        ),
        lifecycle={"ignore_changes": [Expression("ami")]} if instance.image_parameter else None,
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
            final_snapshot=volume.on_delete != "delete",
            tags=tags(volume.tags),
        ),
        lifecycle={"prevent_destroy": True} if volume.on_delete == "retain" else None,
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
            security_groups=labels.refs(interface.security_groups),
            description=interface.description,
            source_dest_check=interface.source_dest_check,
            tags=tags(interface.tags),
        ),
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
