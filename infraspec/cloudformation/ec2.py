"""Amazon EC2 in CloudFormation."""

from base64 import b64encode
from typing import Any

from troposphere import Base64, Parameter, ec2

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given, tags
from infraspec.cloudformation.values import key_of
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


def image_parameter(image: ImageParameter, ids: LogicalIds) -> Parameter:
    """A template parameter, which CloudFormation reads from SSM at each operation on the stack."""
    return Parameter(
        ids.of(image),
        Type="AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>",
        Default=image.parameter,
    )


def launch_template(template: LaunchTemplate, ids: LogicalIds) -> ec2.LaunchTemplate:
    """AWS::EC2::LaunchTemplate."""
    return ec2.LaunchTemplate(
        ids.of(template),
        LaunchTemplateName=template.launch_template_name,
        LaunchTemplateData=ec2.LaunchTemplateData(
            **given(
                InstanceMarketOptions=_market(template),
                BlockDeviceMappings=[_mapping(template.root_volume, template.root_throughput, ids)]
                if template.root_volume
                else None,
                TagSpecifications=[ec2.TagSpecifications(ResourceType="volume", Tags=tags(template.tags))]
                if template.root_volume
                else None,
            ),
            UserData="",  # what Terraform's provider sends: a template without any
        ),
        TagSpecifications=[
            ec2.TagSpecifications(ResourceType="launch-template", Tags=tags(template.tags)),
        ],
    )


def _market(template: LaunchTemplate) -> ec2.InstanceMarketOptions | None:
    """How a Spot instance is asked for."""
    spot = template.spot
    return spot and ec2.InstanceMarketOptions(
        MarketType="spot",
        SpotOptions=ec2.SpotOptions(
            **given(MaxPrice=spot.max_price),
            SpotInstanceType=spot.request_type,
            InstanceInterruptionBehavior=spot.interruption_behavior,
        ),
    )


def _mapping(root: BlockDevice, throughput: int | None, ids: LogicalIds) -> ec2.LaunchTemplateBlockDeviceMapping:
    """A root volume in a launch template, which may have a throughput."""
    return ec2.LaunchTemplateBlockDeviceMapping(
        DeviceName=root.device_name,
        Ebs=ec2.EBSBlockDevice(**_storage(root, ids), **given(Throughput=throughput)),
    )


def _storage(root: BlockDevice, ids: LogicalIds) -> dict[str, Any]:
    """What an instance and a launch template both say of a root volume."""
    return {
        **given(VolumeSize=root.size),
        "VolumeType": root.type,
        **given(Iops=root.iops),
        "Encrypted": root.encrypted,
        **given(KmsKeyId=key_of(ids, root.kms_key_id)),
        "DeleteOnTermination": root.delete_on_termination,
    }


def instance(instance: Instance, ids: LogicalIds) -> ec2.Instance:
    """AWS::EC2::Instance."""
    return ec2.Instance(
        ids.of(instance),
        ImageId=ids.ref(instance.image_parameter) if instance.image_parameter else instance.image_id,
        **given(LaunchTemplate=_launch_template(instance, ids)),
        InstanceType=instance.instance_type,
        **_network(instance, ids),
        SourceDestCheck=instance.source_dest_check,
        **given(
            KeyName=instance.key_name,
            IamInstanceProfile=ids.ref(instance.instance_profile) if instance.instance_profile else None,
        ),
        Tenancy=instance.tenancy,
        Monitoring=instance.monitoring,
        DisableApiTermination=instance.disable_api_termination,
        **given(
            CreditSpecification=ec2.CreditSpecification(CPUCredits=instance.cpu_credits)
            if instance.cpu_credits
            else None,
        ),
        MetadataOptions=ec2.MetadataOptions(
            HttpEndpoint="enabled",
            HttpTokens=instance.http_tokens,
            HttpPutResponseHopLimit=instance.http_put_response_hop_limit,
        ),
        **given(
            UserData=_user_data(instance.user_data.text) if instance.user_data else None,
            BlockDeviceMappings=[_root(instance.root_volume, ids)] if instance.root_volume else None,
        ),
        **given(PropagateTagsToVolumeOnCreation=True if instance.root_volume else None),
        Tags=tags(instance.tags),
    )


def _launch_template(instance: Instance, ids: LogicalIds) -> ec2.LaunchTemplateSpecification | None:
    """The launch template and its version: `$Latest` would be the same text after every change."""
    template = instance.launch_template
    return template and ec2.LaunchTemplateSpecification(
        LaunchTemplateId=ids.ref(template), Version=ids.attribute(template, "LatestVersionNumber")
    )


def _network(instance: Instance, ids: LogicalIds) -> dict[str, Any]:
    """Subnet, groups and address: in the instance, or in its interface where a public address is spoken of."""
    address = given(PrivateIpAddress=str(instance.private_ip) if instance.private_ip else None)
    if instance.associate_public_ip_address is None:
        groups = [ids.attribute(group, "GroupId") for group in instance.security_groups]
        return {"SubnetId": ids.ref(instance.subnet), **address, "SecurityGroupIds": groups}
    return {
        "NetworkInterfaces": [
            ec2.NetworkInterfaceProperty(
                DeviceIndex="0",
                SubnetId=ids.ref(instance.subnet),
                **address,
                GroupSet=[ids.attribute(group, "GroupId") for group in instance.security_groups],
                AssociatePublicIpAddress=instance.associate_public_ip_address,
            ),
        ],
    }


def _user_data(text: str) -> Base64 | str:
    """The text, which CloudFormation encodes; encoded here where CloudFormation would take a part of it for its own."""
    if "{{resolve:" in text:
        return b64encode(text.encode()).decode()
    return Base64(text)


def _root(root: BlockDevice, ids: LogicalIds) -> ec2.BlockDeviceMapping:
    """A root volume in the instance, which cannot have a throughput."""
    return ec2.BlockDeviceMapping(DeviceName=root.device_name, Ebs=ec2.EbsBlockDevice(**_storage(root, ids)))


def volume(volume: Volume, ids: LogicalIds) -> ec2.Volume:
    """AWS::EC2::Volume."""
    return ec2.Volume(
        ids.of(volume),
        AvailabilityZone=ids.attribute(volume.subnet, "AvailabilityZone")
        if volume.subnet
        else volume.availability_zone,
        Size=volume.size,
        VolumeType=volume.type,
        **given(Iops=volume.iops, Throughput=volume.throughput),
        Encrypted=volume.encrypted,
        **given(KmsKeyId=key_of(ids, volume.kms_key_id)),
        Tags=tags(volume.tags),
        DeletionPolicy=volume.on_delete.capitalize(),
        UpdateReplacePolicy=volume.on_delete.capitalize(),
    )


def volume_attachment(attachment: VolumeAttachment, ids: LogicalIds) -> ec2.VolumeAttachment:
    """AWS::EC2::VolumeAttachment."""
    return ec2.VolumeAttachment(
        ids.of(attachment),
        VolumeId=ids.ref(attachment.volume),
        InstanceId=ids.ref(attachment.instance),
        Device=attachment.device,
    )


def network_interface(interface: NetworkInterface, ids: LogicalIds) -> ec2.NetworkInterface:
    """AWS::EC2::NetworkInterface."""
    return ec2.NetworkInterface(
        ids.of(interface),
        SubnetId=ids.ref(interface.subnet),
        **given(PrivateIpAddress=str(interface.private_ip) if interface.private_ip else None),
        GroupSet=[ids.attribute(group, "GroupId") for group in interface.security_groups],
        **given(Description=interface.description),
        SourceDestCheck=interface.source_dest_check,
        Tags=tags(interface.tags),
    )


def elastic_ip_association(association: ElasticIpAssociation, ids: LogicalIds) -> ec2.EIPAssociation:
    """AWS::EC2::EIPAssociation."""
    return ec2.EIPAssociation(
        ids.of(association),
        AllocationId=ids.attribute(association.allocation, "AllocationId"),
        InstanceId=ids.ref(association.instance),
    )
