"""Amazon EC2 in CloudFormation."""

from typing import Any

from troposphere import ec2

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given, on_delete, storage, tags, user_data
from infraspec.cloudformation.values import image, key_of
from infraspec.graph.ec2 import ElasticIpAssociation, Instance, NetworkInterface, Volume, VolumeAttachment
from infraspec.graph.launch_templates import BlockDevice


def instance(instance: Instance, ids: LogicalIds) -> ec2.Instance:
    """AWS::EC2::Instance."""
    return ec2.Instance(
        ids.of(instance),
        ImageId=image(instance, ids),
        **given(LaunchTemplate=_launch_template(instance, ids)),
        InstanceType=instance.instance_type,
        **_network(instance, ids),
        **given(
            KeyName=instance.key_name,
            IamInstanceProfile=ids.ref(instance.instance_profile) if instance.instance_profile else None,
        ),
        Tenancy=instance.tenancy,
        **given(
            HostId=instance.host_id,
            PlacementGroupName=ids.ref(instance.placement_group) if instance.placement_group else None,
        ),
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
            UserData=user_data(instance.user_data.text) if instance.user_data else None,
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
    """Subnet, groups and address: in the instance, or in its interface where a public address is spoken of.

    An interface that is a thing of its own has them already.
    """
    if instance.network_interface is not None:
        plugged = ids.ref(instance.network_interface)
        return {"NetworkInterfaces": [ec2.NetworkInterfaceProperty(DeviceIndex="0", NetworkInterfaceId=plugged)]}
    checked = {"SourceDestCheck": instance.source_dest_check}
    address = given(
        PrivateIpAddress=str(instance.private_ip) if instance.private_ip else None,
        Ipv6AddressCount=instance.ipv6_address_count,
    )
    if instance.associate_public_ip_address is None:
        groups = [ids.attribute(group, "GroupId") for group in instance.security_groups]
        return {"SubnetId": ids.ref(instance.subnet), **address, "SecurityGroupIds": groups, **checked}
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
        **checked,
    }


def _root(root: BlockDevice, ids: LogicalIds) -> ec2.BlockDeviceMapping:
    """A root volume in the instance, which cannot have a throughput."""
    said = storage(root, key_of(ids, root.kms_key_id))
    return ec2.BlockDeviceMapping(DeviceName=root.device_name, Ebs=ec2.EbsBlockDevice(**said))


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
        **given(KmsKeyId=key_of(ids, volume.kms_key_id), MultiAttachEnabled=volume.multi_attach or None),
        Tags=tags(volume.tags),
        **on_delete(volume.on_delete),
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
        **given(
            PrivateIpAddress=str(interface.private_ip) if interface.private_ip else None,
            Ipv6AddressCount=interface.ipv6_address_count,
        ),
        GroupSet=[ids.attribute(group, "GroupId") for group in interface.security_groups],
        **given(Description=interface.description),
        SourceDestCheck=interface.source_dest_check,
        Tags=tags(interface.tags),
        **on_delete(interface.on_delete),
    )


def elastic_ip_association(association: ElasticIpAssociation, ids: LogicalIds) -> ec2.EIPAssociation:
    """AWS::EC2::EIPAssociation."""
    return ec2.EIPAssociation(
        ids.of(association),
        AllocationId=ids.attribute(association.allocation, "AllocationId"),
        InstanceId=ids.ref(association.instance),
    )
