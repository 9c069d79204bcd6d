"""What a key comes to where nobody writes it and no model has its default: read from the graph, which decides."""

import json
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from infraspec.diagnostic import SpecPath
from infraspec.graph.graph import Graph
from infraspec.graph.resource import Resource


class Derived(NamedTuple):
    """A value that was not written at its place."""

    value: Any
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
        elif type(node).__name__ == "Route":
            found |= _added_route(node, graph)
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
    yield ("health_check", "protocol"), check.protocol.lower() if check.protocol else None
    yield ("health_check", "port"), int(check.port) if check.port and check.port.isdecimal() else None
    yield ("health_check", "interval"), check.interval
    yield ("health_check", "enabled"), check.enabled
    yield ("health_check", "path"), check.path
    yield ("health_check", "timeout"), check.timeout
    yield ("health_check", "matcher"), check.matcher


def _interface_endpoint(node: Any, _: Graph) -> Values:
    yield ("type",), "interface"
    yield ("private_dns",), node.private_dns_enabled


def _gateway_endpoint(_: Any, __: Graph) -> Values:
    yield ("type",), "gateway"


def _gateway_load_balancer_endpoint(_: Any, __: Graph) -> Values:
    yield ("type",), "gateway_load_balancer"


def _database(node: Any, _: Graph) -> Values:
    yield ("port",), node.port
    yield ("username",), node.master_username
    yield ("storage_type",), node.storage_type
    yield ("on_delete",), node.on_delete
    yield ("backup_days",), node.backup_retention_period


def _document_cluster(node: Any, _: Graph) -> Values:
    yield ("port",), node.port


def _replication_group(node: Any, _: Graph) -> Values:
    yield ("port",), node.port
    yield ("failover",), node.automatic_failover
    yield ("multi_az",), node.multi_az
    yield ("encrypted",), node.at_rest_encryption
    yield ("snapshot_days",), node.snapshot_retention_limit
    yield ("on_delete",), node.on_delete


def _cache_cluster(node: Any, _: Graph) -> Values:
    yield ("port",), node.port
    yield ("nodes",), node.num_cache_nodes
    yield ("on_delete",), node.on_delete


def _record(node: Any, _: Graph) -> Values:
    yield ("ttl",), node.ttl
    yield ("evaluate_target_health",), node.alias.evaluate_target_health if node.alias else None


def _security_group(node: Any, _: Graph) -> Values:
    yield ("description",), node.group_description


def _subnet(node: Any, graph: Graph) -> Values:
    yield ("public_ip_on_launch",), node.map_public_ip_on_launch
    if graph.get(node.vpc).ipv6:
        yield ("ipv6",), False if node.ipv6_index is None else node.ipv6_index
        yield ("ipv6_on_launch",), node.assign_ipv6_address_on_creation
        yield ("dns64",), node.enable_dns64


def _instance(node: Any, graph: Graph) -> Values:
    template: Any = None if node.launch_template is None else graph.get(node.launch_template)
    root = node.root_volume or template.root_volume
    yield ("tenancy",), node.tenancy
    yield ("cpu_credits",), node.cpu_credits
    yield ("root_volume", "size_gib"), root.size
    yield ("root_volume", "device"), root.device_name


def _launch_template(node: Any, _: Graph) -> Values:
    if node.launch is None:
        return
    yield ("tenancy",), node.launch.tenancy
    yield ("cpu_credits",), node.launch.cpu_credits
    yield ("root_volume", "size_gib"), node.root_volume.size
    yield ("root_volume", "device"), node.root_volume.device_name


def _auto_scaling_group(node: Any, _: Graph) -> Values:
    yield ("health_check",), node.health_check_type.lower()
    yield ("capacity_rebalance",), node.capacity_rebalance


def _snapshot_policy(node: Any, _: Graph) -> Values:
    yield ("description",), node.description


def _instance_profile(node: Any, _: Graph) -> Values:
    yield ("instance_profile",), node.profile_name


def _role(node: Any, _: Graph) -> Values:
    if node.origin[:1] != ("iam",):
        return  # made for something else, which says nothing of it
    yield ("max_session_duration",), node.max_session_duration


def _key(node: Any, _: Graph) -> Values:
    yield ("description",), node.description
    yield ("usage",), node.key_usage
    yield ("rotation",), node.enable_key_rotation
    yield ("rotation_days",), node.rotation_period_in_days


def _bucket(node: Any, _: Graph) -> Values:
    yield ("access_logs", "prefix"), node.logging.target_prefix if node.logging else None


def _alarm(node: Any, graph: Graph) -> Values:
    """Who is told; and, of the usual alarms of a thing, the threshold of each."""
    if node.origin[-1] != "alarms" or len(node.origin) < 3:  # an alarm of the section
        yield ("to",), _told(node, graph)
        return
    from infraspec.data.alarm_sets import SETS  # noqa: PLC0415 - few specs have any

    yield ("to",), _told(node, graph)
    on = next(one for one in graph if one.origin == node.origin[:-1] and type(one).__name__ in SETS)
    ours = [watch for watch in SETS[type(on).__name__] if node.alarm_name.endswith(f"-{watch.name}")]
    watch = max(ours, key=lambda one: len(one.name))
    yield ("thresholds",), {watch.name: watch.threshold}
    yield ("thresholds", watch.name), watch.threshold


def _told(node: Any, graph: Graph) -> list[str]:
    ends = [one for one in node.alarm_actions if not (isinstance(one, str) and ":automate:" in one)]
    return [one if isinstance(one, str) else graph.get(one).key for one in ends]


def _group(node: Any, _: Graph) -> Values:
    own = {one.name: json.loads(one.document.text) for one in node.inline_policies if one.name == "require-mfa"}
    if own:
        yield ("inline_policies",), own
        yield ("inline_policies", "require-mfa"), own["require-mfa"]


_OF: dict[str, Callable[[Any, Graph], Values]] = {
    "Alarm": _alarm,
    "CompositeAlarm": _alarm,
    "LoadBalancer": _load_balancer,
    "Listener": _listener,
    "TargetGroup": _target_group,
    "InterfaceEndpoint": _interface_endpoint,
    "GatewayEndpoint": _gateway_endpoint,
    "GatewayLoadBalancerEndpoint": _gateway_load_balancer_endpoint,
    "DbInstance": _database,
    "DbCluster": _database,
    "DocDbCluster": _document_cluster,
    "ReplicationGroup": _replication_group,
    "CacheCluster": _cache_cluster,
    "RecordSet": _record,
    "SecurityGroup": _security_group,
    "Subnet": _subnet,
    "Instance": _instance,
    "LaunchTemplate": _launch_template,
    "AutoScalingGroup": _auto_scaling_group,
    "SnapshotPolicy": _snapshot_policy,
    "InstanceProfile": _instance_profile,
    "Role": _role,
    "Group": _group,
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


def _added_route(node: Any, graph: Graph) -> dict[SpecPath, Derived]:
    """A route that IPv6 adds: it comes from the one beside which it stands."""
    *table, written = node.origin
    destination = node.destination_ipv6_cidr_block
    if destination is None or written != "0.0.0.0/0":
        return {}
    gateway, nat = node.gateway or node.egress_only_gateway, node.nat_gateway or node.regional_nat_gateway
    target = node.target_id or (gateway.key if gateway else str(graph.get(nat).origin[-1]))
    return {(*table, destination): Derived(target, node.origin)}
