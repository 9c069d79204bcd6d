"""Which values of which things can be exported, and which are without being asked for."""

from collections.abc import Container, Iterable
from typing import Any, NamedTuple

from infraspec.diagnostic import SpecPath
from infraspec.graph.resource import Ref, Resource
from infraspec.spec.kinds import KINDS


class Values(NamedTuple):
    """The kind of node that a word means, and which of its values can be exported, the usual one first."""

    node: str
    values: tuple[str, ...]
    of_existing: str | None = None
    """The value that the identifier of a thing that exists is; without one the usual."""


VALUES = {
    "vpc": Values("Vpc", ("id",)),
    "subnet": Values("Subnet", ("id",)),
    "tier": Values("Subnet", ("id",)),
    "internet_gateway": Values("InternetGateway", ("id",)),
    "egress_only_gateway": Values("EgressOnlyGateway", ("id",)),
    "nat_gateway": Values("NatGateway", ("id", "public_ip")),
    "route_table": Values("RouteTable", ("id",)),
    "peering": Values("VpcPeeringConnection", ("id",)),
    "prefix_list": Values("PrefixList", ("id", "arn")),
    "dhcp_options": Values("DhcpOptions", ("id",)),
    "endpoint": Values("InterfaceEndpoint", ("id",)),
    "security_group": Values("SecurityGroup", ("id",)),
    "network_acl": Values("NetworkAcl", ("id",)),
    "role": Values("Role", ("arn", "name"), of_existing="name"),
    "policy": Values("ManagedPolicy", ("arn",)),
    "user": Values("User", ("arn", "name"), of_existing="name"),
    "group": Values("Group", ("arn", "name"), of_existing="name"),
    "oidc_provider": Values("OidcProvider", ("arn",)),
    "saml_provider": Values("SamlProvider", ("arn",)),
    "instance": Values("Instance", ("id", "private_ip", "public_ip")),
    "network_interface": Values("NetworkInterface", ("id", "private_ip")),
    "placement_group": Values("PlacementGroup", ("name",)),
    "launch_template": Values("LaunchTemplate", ("id",)),
    "auto_scaling_group": Values("AutoScalingGroup", ("name", "arn")),
    "volume": Values("Volume", ("id",)),
    "snapshot_policy": Values("SnapshotPolicy", ("id", "arn")),
    "load_balancer": Values("LoadBalancer", ("dns_name", "arn", "zone_id")),
    "target_group": Values("TargetGroup", ("arn",)),
    "trust_store": Values("TrustStore", ("arn",)),
    "endpoint_service": Values("EndpointService", ("id",)),
    "certificate": Values("Certificate", ("arn",)),
    "zone": Values("HostedZone", ("id", "name_servers")),
    "health_check": Values("HealthCheck", ("id",)),
    "database": Values("DbInstance", ("endpoint_address", "endpoint_port", "secret_arn", "arn", "id")),
    "database_cluster": Values(
        "DbCluster", ("endpoint_address", "reader_endpoint_address", "endpoint_port", "secret_arn", "arn", "id")
    ),
    "document_cluster": Values(
        "DocDbCluster", ("endpoint_address", "endpoint_port", "reader_endpoint_address", "arn", "id")
    ),
    "table": Values("Table", ("arn", "stream_arn", "id")),
    "cache": Values("ReplicationGroup", ("endpoint_address", "endpoint_port", "reader_endpoint_address", "arn", "id")),
    "kms_key": Values("Key", ("arn", "id"), of_existing="arn"),
    "bucket": Values("Bucket", ("name", "arn", "dns_name"), of_existing="name"),
    "secret": Values("Secret", ("arn",)),
    "parameter": Values("Parameter", ("name",)),
    "session_document": Values("SessionDocument", ("name",)),
    "directory": Values("Directory", ("id",)),
    "workspace": Values("Workspace", ("id",)),
    "log_group": Values("LogGroup", ("name",)),
    "topic": Values("Topic", ("arn",)),
    "transit_gateway": Values("TransitGateway", ("id", "arn")),
    "transit_attachment": Values("TransitGatewayAttachment", ("id",)),
    "transit_route_table": Values("TransitGatewayRouteTable", ("id",)),
    "customer_gateway": Values("CustomerGateway", ("id",)),
    "vpn_gateway": Values("VpnGateway", ("id",)),
    "vpn_connection": Values("VpnConnection", ("id",)),
    "firewall": Values("Firewall", ("arn",)),
    "firewall_rule_group": Values("FirewallRuleGroup", ("arn",)),
    "web_acl": Values("WebAcl", ("arn",)),
    "ip_set": Values("IpSet", ("arn",)),
    "regex_set": Values("RegexPatternSet", ("arn",)),
    "alarm": Values("Alarm", ("arn", "name")),
}
"""By the word of a kind of entry."""

ALWAYS = (
    ("Vpc", "vpc", "id", "id", "The VPC `{}`"),
    ("SecurityGroup", "security-group", "id", "id", "The security group `{}`"),
    ("LoadBalancer", "load-balancer", "dns-name", "dns_name", "The DNS name of the load balancer `{}`"),
    ("DbInstance", "database", "endpoint", "endpoint_address", "The address of the database `{}`"),
    ("DbCluster", "database-cluster", "endpoint", "endpoint_address", "The address of the writer of the cluster `{}`"),
    ("DocDbCluster", "document-cluster", "endpoint", "endpoint_address", "The address of the document cluster `{}`"),
    ("ReplicationGroup", "cache", "endpoint", "endpoint_address", "The address of the cache `{}`"),
    ("CacheCluster", "cache", "endpoint", "endpoint_address", "The address of the cache `{}`"),
    ("Table", "table", "arn", "arn", "The table `{}`"),
)
"""What everyone needs: kind of node, first and last word of the output's name, value, and description."""


_MAKES = {kind.word: kind.makes for kind in KINDS}


def address_of(word: str, name: str, nodes: Container[Ref[Resource]]) -> Ref[Resource] | None:
    """The node that a name means, of those that were made; an endpoint and a cache are one of several kinds."""
    kinds = (VALUES[word].node, *_MAKES.get(word, ()))
    return next((Ref(kind, name) for kind in kinds if Ref(kind, name) in nodes), None)


def alarms_of(nodes: Iterable[Resource], defined: SpecPath) -> list[str]:
    """The alarms that one entry comes to: it stands once for each thing that it watches."""
    return sorted(node.key for node in nodes if type(node).__name__ == "Alarm" and node.origin == defined)


def kind_of(word: str, model: Any) -> str:
    """The kind of node that an entry with an ARN comes to, before it is made."""
    if word == "cache" and model.engine == "memcached":
        return "CacheCluster"
    if word == "alarm" and model.metric is None and not model.metrics:
        return "CompositeAlarm"
    return VALUES[word].node


def values_of(word: str, node: Any) -> tuple[str, ...]:
    """Which values a thing has: a table without a stream has none of it, and not every cache is read elsewhere."""
    lacking = {
        "stream_arn": getattr(node, "stream_view_type", "") is None,
        "reader_endpoint_address": word == "cache" and getattr(node, "num_cache_clusters", None) is None,
    }
    return tuple(value for value in VALUES[word].values if not lacking.get(value, False))


def attribute_of(node: Any, value: str) -> str:
    """The graph's word for a value: a cache with shards is reached where it tells which has what."""
    if value.startswith("endpoint_") and getattr(node, "num_node_groups", None) is not None:
        return f"configuration_{value}"
    return value
