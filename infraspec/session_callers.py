"""Machines that may call Session Manager: instances, and those that an Auto Scaling group starts."""

from collections.abc import Iterator
from typing import NamedTuple

from infraspec.analysis.interfaces import Interface
from infraspec.analysis.internet import way_out
from infraspec.analysis.sessions import Sessions, interface, is_closed, permits
from infraspec.diagnostic import SpecPath
from infraspec.graph.autoscaling import AutoScalingGroup
from infraspec.graph.graph import Graph
from infraspec.graph.iam import InstanceProfile
from infraspec.graph.launch_templates import LaunchTemplate
from infraspec.graph.resource import Ref


class Caller(NamedTuple):
    """A machine, or those of a group in one subnet."""

    at: SpecPath
    """Where its `role` is written: the instance, or the launch template."""
    interface: Interface
    profile: Ref[InstanceProfile] | None
    permitted: bool | None
    """Whether its role lets it use Session Manager; None where that is not known."""
    closed: bool
    """Whether it has no way to the internet, as far as routes and addresses say."""


def callers(graph: Graph, network: Sessions) -> Iterator[Caller]:
    """Every machine that is managed here."""
    for one in network.machines:
        profile, closed = one.instance.instance_profile, is_closed(graph, network, one)
        yield Caller(one.instance.origin, interface(one), profile, one.permitted, closed)
    for group in graph.of(AutoScalingGroup):
        template: LaunchTemplate = graph.get(group.launch_template)
        launch = template.launch
        if launch is None or template.existing is not None:
            continue
        profile = launch.instance_profile
        permitted = False if profile is None else permits(graph, graph.get(graph.get(profile).role))
        for address in group.subnets:
            subnet = graph.get(address)
            way, given = way_out(graph, network.routing, subnet), launch.associate_public_ip_address
            public = subnet.map_public_ip_on_launch if given is None else given
            stands = Interface(group.key, group.origin, subnet, None, launch.security_groups)
            closed = way == "none" or (way == "gateway" and not public)
            yield Caller(template.origin, stands, profile, permitted, closed)
