"""Session Manager: which machines may use it, and what they call."""

import json
from collections import defaultdict
from typing import Final, NamedTuple

from infraspec.analysis.coverage import Flow
from infraspec.analysis.interfaces import Interface
from infraspec.analysis.internet import way_out
from infraspec.analysis.policies import listed
from infraspec.analysis.routing import Routing, routing
from infraspec.graph.ec2 import ElasticIpAssociation, Instance
from infraspec.graph.endpoints import InterfaceEndpoint
from infraspec.graph.graph import Graph
from infraspec.graph.iam import Role
from infraspec.graph.vpc import Subnet

SERVICES: Final = ("ssm", "ssmmessages")
"""What the agent calls. https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-create-vpc.html"""
POLICIES: Final = ("AmazonSSMManagedInstanceCore", "AmazonEC2RoleforSSM")
"""AWS's own policies that let an instance register."""
_ACTIONS: Final = ("*", "ssm:*", "ssm:updateinstanceinformation")
HTTPS: Final = Flow("tcp", 443, 443, "")


class Machine(NamedTuple):
    """An instance, and whether its role lets it use Session Manager; None where that is not known."""

    instance: Instance
    subnet: Subnet
    permitted: bool | None


class Sessions(NamedTuple):
    """What the rules below ask of a graph."""

    machines: list[Machine]
    endpoints: dict[str, dict[str, list[InterfaceEndpoint]]]
    """The endpoints of each VPC by service."""
    routing: Routing
    public: set[str]
    """Instances with an Elastic IP address."""


def sessions(graph: Graph) -> Sessions:
    """Read the instances, their roles and the endpoints with private names."""
    endpoints: dict[str, dict[str, list[InterfaceEndpoint]]] = defaultdict(lambda: defaultdict(list))
    for one in graph.of(InterfaceEndpoint):
        if one.private_dns_enabled or one.existing is not None:
            endpoints[one.vpc.key][one.service_name.rsplit(".", 1)[-1]].append(one)
    known = {role.key: permits(graph, role) for role in graph.of(Role)}
    machines = [_read(graph, one, known) for one in graph.of(Instance) if one.existing is None]
    return Sessions(machines, endpoints, routing(graph), {one.instance.key for one in graph.of(ElasticIpAssociation)})


def _read(graph: Graph, instance: Instance, known: dict[str, bool | None]) -> Machine:
    profile = instance.instance_profile
    permitted = False if profile is None else known[graph.get(profile).role.key]
    return Machine(instance, graph.get(instance.subnet), permitted)


def permits(graph: Graph, role: Role) -> bool | None:
    """Whether a role may register with Systems Manager; None where its policies are not all known."""
    if any(arn.endswith(POLICIES) for arn in role.managed_policy_arns):
        return True
    own = [graph.get(one) for one in role.customer_policies]
    documents = [one.document.text for one in role.inline_policies]
    documents += [one.document.text for one in own if one.existing is None]
    if any(_allows(document) for document in documents):
        return True
    foreign = any(":aws:policy/" not in arn for arn in role.managed_policy_arns)
    return None if role.existing or foreign or any(one.existing for one in own) else False


def _allows(document: str) -> bool:
    """Whether a policy speaks of what the agent does first."""
    found = [one for one in listed(json.loads(document).get("Statement")) if isinstance(one, dict)]
    actions = (action for one in found for action in listed(one.get("Action")))
    return any(str(action).lower() in _ACTIONS for action in actions)


def calls(network: Sessions, machine: Machine) -> list[InterfaceEndpoint]:
    """The endpoints of Session Manager in a machine's VPC."""
    return [one for service in SERVICES for one in network.endpoints[machine.subnet.vpc.key][service]]


def interface(machine: Machine) -> Interface:
    """A machine as one end of a call."""
    one = machine.instance
    return Interface(one.key, one.origin, machine.subnet, one.private_ip, one.security_groups)


def door(graph: Graph, endpoint: InterfaceEndpoint) -> Interface:
    """An endpoint as the other end of a call; which of its interfaces answers is not known."""
    return Interface(endpoint.key, endpoint.origin, graph.get(endpoint.subnets[0]), None, endpoint.security_groups)


def is_closed(graph: Graph, network: Sessions, machine: Machine) -> bool:
    """Whether a machine has no way to the internet, as far as routes and addresses say."""
    way = way_out(graph, network.routing, machine.subnet)
    given = machine.instance.associate_public_ip_address
    public = machine.subnet.map_public_ip_on_launch if given is None else given
    return way == "none" or (way == "gateway" and not public and machine.instance.key not in network.public)
