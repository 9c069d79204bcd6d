"""What a key comes to where nobody writes it and no model has its default: read from the graph, which decides."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from infraspec.diagnostic import SpecPath
from infraspec.graph.graph import Graph
from infraspec.graph.resource import Resource


class Derived(NamedTuple):
    """A value that was not written at its place."""

    value: str | int | float | bool
    at: SpecPath | None
    """Where it is written instead: in the tier of a subnet, say; None for a default."""


def derived(graph: Graph) -> dict[SpecPath, Derived]:
    """Values by the place where they could be written. A place where one is written may be among them."""
    found: dict[SpecPath, Derived] = {}
    for node in graph:
        read = _OF.get(type(node).__name__)
        if read is not None and node.existing is None:
            for keys, value in read(node, graph):
                if value is not None:
                    found.setdefault((*node.origin, *keys), Derived(value, None))
        elif type(node).__name__ in _OF_TIER:
            found |= _of_tier(node, graph)
    for output in graph.outputs:
        found[("outputs", output.name, "value")] = Derived(output.attribute, None)
    return found


Values = Iterator[tuple[tuple[str, ...], Any]]


def _load_balancer(node: Any, _: Graph) -> Values:
    yield ("cross_zone",), node.cross_zone
    yield ("idle_timeout",), node.idle_timeout
    yield ("http2",), node.http2
    yield ("drop_invalid_header_fields",), node.drop_invalid_header_fields


def _listener(node: Any, _: Graph) -> Values:
    yield ("ssl_policy",), node.ssl_policy


def _target_group(node: Any, _: Graph) -> Values:
    check = node.health_check
    yield ("health_check", "protocol"), check.protocol.lower()
    yield ("health_check", "port"), int(check.port) if check.port.isdecimal() else None
    yield ("health_check", "path"), check.path
    yield ("health_check", "timeout"), check.timeout
    yield ("health_check", "matcher"), check.matcher


def _interface_endpoint(node: Any, _: Graph) -> Values:
    yield ("type",), "interface"
    yield ("private_dns",), node.private_dns_enabled


def _gateway_endpoint(_: Any, __: Graph) -> Values:
    yield ("type",), "gateway"


def _database(node: Any, _: Graph) -> Values:
    yield ("port",), node.port
    yield ("username",), node.master_username


def _record(node: Any, _: Graph) -> Values:
    yield ("ttl",), node.ttl
    yield ("evaluate_target_health",), node.alias.evaluate_target_health if node.alias else None


def _security_group(node: Any, _: Graph) -> Values:
    yield ("description",), node.group_description


def _subnet(node: Any, _: Graph) -> Values:
    yield ("public_ip_on_launch",), node.map_public_ip_on_launch


def _instance(node: Any, graph: Graph) -> Values:
    template: Any = None if node.launch_template is None else graph.get(node.launch_template)
    root = node.root_volume or template.root_volume
    yield ("tenancy",), node.tenancy
    yield ("cpu_credits",), node.cpu_credits
    yield ("root_volume", "size_gib"), root.size
    yield ("root_volume", "device"), root.device_name


def _instance_profile(node: Any, _: Graph) -> Values:
    yield ("instance_profile",), node.profile_name


def _role(node: Any, _: Graph) -> Values:
    yield ("max_session_duration",), node.max_session_duration


def _key(node: Any, _: Graph) -> Values:
    yield ("description",), node.description
    yield ("usage",), node.key_usage
    yield ("rotation",), node.enable_key_rotation
    yield ("rotation_days",), node.rotation_period_in_days


def _bucket(node: Any, _: Graph) -> Values:
    yield ("access_logs", "prefix"), node.logging.target_prefix if node.logging else None


_OF: dict[str, Callable[[Any, Graph], Values]] = {
    "LoadBalancer": _load_balancer,
    "Listener": _listener,
    "TargetGroup": _target_group,
    "InterfaceEndpoint": _interface_endpoint,
    "GatewayEndpoint": _gateway_endpoint,
    "DbInstance": _database,
    "RecordSet": _record,
    "SecurityGroup": _security_group,
    "Subnet": _subnet,
    "Instance": _instance,
    "InstanceProfile": _instance_profile,
    "Role": _role,
    "Key": _key,
    "Bucket": _bucket,
}
"""What is read from each kind of node, by the key below its entry."""

_OF_TIER = {"RouteTableAssociation": "route_table", "NetworkAclAssociation": "network_acl"}


def _of_tier(node: Any, graph: Graph) -> dict[SpecPath, Derived]:
    """What a subnet has from its tier: the association stands where the name is written."""
    key = _OF_TIER[type(node).__name__]
    subnet: Resource = graph.get(node.subnet)
    led: Resource = graph.get(node.route_table if key == "route_table" else node.acl)
    return {(*subnet.origin, key): Derived(str(led.origin[-1]), node.origin)}
