"""Launch templates and placement groups in Terraform."""

from base64 import b64encode
from typing import Any, TypedDict

from infraspec.graph.launch_templates import BlockDevice, Launch, LaunchTemplate, PlacementGroup
from infraspec.terraform.block import Block, Expression, storage, tags
from infraspec.terraform.names import Labels
from infraspec.terraform.values import image, key_of, ways_out


class AwsPlacementGroup(TypedDict):
    """The arguments of aws_placement_group that we write."""

    name: str
    strategy: str
    partition_count: int | None
    spread_level: str | None
    tags: dict[str, str]


def placement_group(group: PlacementGroup, labels: Labels) -> Block:
    """aws_placement_group."""
    return labels.block(
        group,
        AwsPlacementGroup(
            name=group.key,
            strategy=group.strategy,
            partition_count=group.partition_count,
            spread_level=group.spread_level,
            tags=tags(group.tags),
        ),
    )


class AwsLaunchTemplate(TypedDict, total=False):
    """The arguments of aws_launch_template that we write."""

    name: str
    image_id: Expression | str
    instance_type: str
    vpc_security_group_ids: list[Expression | str] | None
    network_interfaces: list[dict[str, Any]] | None
    key_name: str | None
    iam_instance_profile: dict[str, Any] | None
    placement: dict[str, Any]
    monitoring: dict[str, Any]
    credit_specification: dict[str, Any] | None
    metadata_options: dict[str, Any]
    user_data: str | None
    instance_market_options: dict[str, Any] | None
    block_device_mappings: list[dict[str, Any]] | None
    tag_specifications: list[dict[str, Any]] | None
    tags: dict[str, str]


def launch_template(template: LaunchTemplate, labels: Labels) -> Block:
    """aws_launch_template."""
    disks = [one for one in (template.root_volume, *template.volumes) if one is not None]
    return labels.block(
        template,
        AwsLaunchTemplate(
            name=template.launch_template_name,
            **_launch(template.launch, labels),
            instance_market_options=_market(template),
            block_device_mappings=[_mapping(one, labels) for one in disks] or None,
            tag_specifications=[{"resource_type": kind, "tags": tags(template.tags)} for kind in template.tagged]
            or None,
            tags=tags(template.tags),
        ),
        after=ways_out(template.launch, labels) if template.launch else (),
    )


def _launch(launch: Launch | None, labels: Labels) -> AwsLaunchTemplate:
    """What a group is told of its machines. A template's user data is encoded, as an instance's is not."""
    if launch is None:
        return {}
    groups = labels.refs(launch.security_groups)
    public = launch.associate_public_ip_address
    profile, placed = launch.instance_profile, launch.placement_group
    return AwsLaunchTemplate(
        image_id=image(launch, labels),
        instance_type=launch.instance_type,
        vpc_security_group_ids=groups if public is None else None,
        network_interfaces=None if public is None else [_plugged(groups, is_public=public)],
        key_name=launch.key_name,
        iam_instance_profile={"name": labels.ref(profile, "name")} if profile else None,
        placement={
            "tenancy": launch.tenancy,
            "host_id": launch.host_id,
            "group_name": labels.ref(placed, "name") if placed else None,
        },
        monitoring={"enabled": launch.monitoring},
        credit_specification={"cpu_credits": launch.cpu_credits} if launch.cpu_credits else None,
        metadata_options={
            "http_endpoint": "enabled",
            "http_tokens": launch.metadata.http_tokens,
            "http_put_response_hop_limit": launch.metadata.http_put_response_hop_limit,
        },
        user_data=b64encode(launch.user_data.text.encode()).decode() if launch.user_data else None,
    )


def _plugged(groups: list[Expression | str], *, is_public: bool) -> dict[str, Any]:
    """The interface in which a public address is spoken of; EC2 takes groups there, or in the template."""
    return {
        "device_index": 0,
        "network_card_index": 0,
        "security_groups": groups,
        "associate_public_ip_address": is_public,
        "delete_on_termination": True,
    }


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


def _mapping(disk: BlockDevice, labels: Labels) -> dict[str, Any]:
    """A volume in a launch template."""
    return {
        "device_name": disk.device_name,
        "ebs": {**storage(disk, key_of(labels, disk.kms_key_id)), "throughput": disk.throughput},
    }
