"""Launch templates and placement groups in CloudFormation."""

from typing import Any

from troposphere import ec2

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given, storage, tags, user_data
from infraspec.cloudformation.values import image, key_of
from infraspec.graph.launch_templates import BlockDevice, Launch, LaunchTemplate, PlacementGroup


def placement_group(group: PlacementGroup, ids: LogicalIds) -> ec2.PlacementGroup:
    """AWS::EC2::PlacementGroup."""
    return ec2.PlacementGroup(
        ids.of(group),
        Strategy=group.strategy,
        **given(PartitionCount=group.partition_count, SpreadLevel=group.spread_level),
        Tags=tags(group.tags),
    )


def launch_template(template: LaunchTemplate, ids: LogicalIds) -> ec2.LaunchTemplate:
    """AWS::EC2::LaunchTemplate."""
    disks = [one for one in (template.root_volume, *template.volumes) if one is not None]
    return ec2.LaunchTemplate(
        ids.of(template),
        LaunchTemplateName=template.launch_template_name,
        LaunchTemplateData=ec2.LaunchTemplateData(
            **_launch(template.launch, ids),
            **given(
                InstanceMarketOptions=_market(template),
                BlockDeviceMappings=[_mapping(one, ids) for one in disks] or None,
                TagSpecifications=[
                    ec2.TagSpecifications(ResourceType=kind, Tags=tags(template.tags)) for kind in template.tagged
                ]
                or None,
            ),
            # What Terraform's provider sends where there is none: a template without any.
            UserData=user_data(template.launch.user_data.text) if template.launch and template.launch.user_data else "",
        ),
        TagSpecifications=[
            ec2.TagSpecifications(ResourceType="launch-template", Tags=tags(template.tags)),
        ],
    )


def _launch(launch: Launch | None, ids: LogicalIds) -> dict[str, Any]:
    """What a group is told of its machines."""
    if launch is None:
        return {}
    return {
        "ImageId": image(launch, ids),
        "InstanceType": launch.instance_type,
        **_network(launch, ids),
        **given(
            KeyName=launch.key_name,
            IamInstanceProfile=ec2.IamInstanceProfile(Name=ids.ref(launch.instance_profile))
            if launch.instance_profile
            else None,
            CreditSpecification=ec2.LaunchTemplateCreditSpecification(CpuCredits=launch.cpu_credits)
            if launch.cpu_credits
            else None,
        ),
        "Placement": ec2.Placement(
            Tenancy=launch.tenancy,
            **given(
                HostId=launch.host_id, GroupName=ids.ref(launch.placement_group) if launch.placement_group else None
            ),
        ),
        "Monitoring": ec2.Monitoring(Enabled=launch.monitoring),
        "MetadataOptions": ec2.MetadataOptions(
            HttpEndpoint="enabled",
            HttpTokens=launch.metadata.http_tokens,
            HttpPutResponseHopLimit=launch.metadata.http_put_response_hop_limit,
        ),
    }


def _network(launch: Launch, ids: LogicalIds) -> dict[str, Any]:
    """Groups: in the template, or in its interface where a public address is spoken of; EC2 takes one of the two."""
    groups = [ids.attribute(group, "GroupId") for group in launch.security_groups]
    if launch.associate_public_ip_address is None:
        return {"SecurityGroupIds": groups}
    plugged = ec2.NetworkInterfaces(
        DeviceIndex=0,
        NetworkCardIndex=0,
        Groups=groups,
        AssociatePublicIpAddress=launch.associate_public_ip_address,
        DeleteOnTermination=True,
    )
    return {"NetworkInterfaces": [plugged]}


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


def _mapping(disk: BlockDevice, ids: LogicalIds) -> ec2.LaunchTemplateBlockDeviceMapping:
    """A volume in a launch template, which may have a throughput."""
    return ec2.LaunchTemplateBlockDeviceMapping(
        DeviceName=disk.device_name,
        Ebs=ec2.EBSBlockDevice(**storage(disk, key_of(ids, disk.kms_key_id)), **given(Throughput=disk.throughput)),
    )
