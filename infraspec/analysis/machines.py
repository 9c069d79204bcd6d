"""What boots: instances, and the launch templates that groups are started from."""

from collections.abc import Iterator
from typing import NamedTuple

from infraspec.diagnostic import SpecPath
from infraspec.graph.autoscaling import AutoScalingGroup
from infraspec.graph.ec2 import Instance
from infraspec.graph.graph import Graph
from infraspec.graph.image_lookup import ImageParameter
from infraspec.graph.launch_templates import BlockDevice, LaunchTemplate, UserData
from infraspec.graph.resource import Ref
from infraspec.graph.vpc import Subnet


class Machine(NamedTuple):
    """An instance, or what a launch template starts."""

    key: str
    origin: SpecPath
    existing: str | None
    instance_type: str
    image_id: str | None
    image_parameter: Ref[ImageParameter] | None
    user_data: UserData | None
    cpu_credits: str | None
    tenancy: str
    http_tokens: str
    has_role: bool
    root_volume: BlockDevice | None
    subnets: tuple[Subnet, ...]
    """Where it may stand."""


def machines(graph: Graph) -> Iterator[Machine]:
    """Every instance, and every launch template of a group."""
    for one in graph.of(Instance):
        yield of_instance(graph, one)
    for template in graph.of(LaunchTemplate):
        if (launch := template.launch) is not None:
            yield Machine(
                template.key,
                template.origin,
                template.existing,
                launch.instance_type,
                launch.image_id,
                launch.image_parameter,
                launch.user_data,
                launch.cpu_credits,
                launch.tenancy,
                launch.metadata.http_tokens,
                launch.instance_profile is not None,
                template.root_volume,
                _subnets(graph, template),
            )


def of_instance(graph: Graph, one: Instance) -> Machine:
    """An instance, whose root volume may stand in its launch template."""
    root = one.root_volume
    if root is None and one.launch_template is not None:
        template: LaunchTemplate = graph.get(one.launch_template)
        root = template.root_volume
    return Machine(
        one.key,
        one.origin,
        one.existing,
        one.instance_type,
        one.image_id,
        one.image_parameter,
        one.user_data,
        one.cpu_credits,
        one.tenancy,
        one.http_tokens,
        one.instance_profile is not None,
        root,
        (graph.get(one.subnet),),
    )


def _subnets(graph: Graph, template: LaunchTemplate) -> tuple[Subnet, ...]:
    """Where the groups of a template stand."""
    groups = [one for one in graph.of(AutoScalingGroup) if one.launch_template == template.address]
    return tuple(graph.get(subnet) for subnet in dict.fromkeys(one for group in groups for one in group.subnets))
