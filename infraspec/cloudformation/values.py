"""Values of things that are known once they stand, and texts and documents that hold such values."""

import json
from collections.abc import Iterable
from typing import Any

from troposphere import Cidr, GetAtt, Join, Ref, Select

from infraspec.cloudformation.names import LogicalIds
from infraspec.graph.ec2 import Instance
from infraspec.graph.launch_templates import Launch
from infraspec.graph.resource import Ref as Address
from infraspec.graph.values import Document, Joined, Value, pieces
from infraspec.graph.vpc import Ipv6Block

ATTRIBUTES = {
    ("Firewall", "arn"): "FirewallArn",
    ("FirewallRuleGroup", "arn"): "RuleGroupArn",
    ("TransitGateway", "arn"): "TransitGatewayArn",
    ("Instance", "private_ip"): "PrivateIp",
    ("Instance", "public_ip"): "PublicIp",
    ("NetworkInterface", "private_ip"): "PrimaryPrivateIpAddress",
    ("Role", "arn"): "Arn",
    ("LaunchTemplate", "latest_version"): "LatestVersionNumber",
    ("LoadBalancer", "full_name"): "LoadBalancerFullName",
    ("TargetGroup", "full_name"): "TargetGroupFullName",
    ("AutoScalingGroup", "arn"): "AutoScalingGroupARN",
    ("SnapshotPolicy", "arn"): "Arn",
    ("User", "arn"): "Arn",
    ("Group", "arn"): "Arn",
    ("LoadBalancer", "dns_name"): "DNSName",
    ("LoadBalancer", "zone_id"): "CanonicalHostedZoneID",
    ("HostedZone", "name_servers"): "NameServers",
    ("DbInstance", "endpoint_address"): "Endpoint.Address",
    ("DbInstance", "endpoint_port"): "Endpoint.Port",
    ("DbInstance", "secret_arn"): "MasterUserSecret.SecretArn",
    ("DbInstance", "arn"): "DBInstanceArn",
    ("Key", "arn"): "Arn",
    ("Bucket", "arn"): "Arn",
    ("Bucket", "dns_name"): "RegionalDomainName",
    ("Bucket", "domain_name"): "RegionalDomainName",
    ("DbCluster", "endpoint_address"): "Endpoint.Address",
    ("DbCluster", "reader_endpoint_address"): "ReadEndpoint.Address",
    ("DbCluster", "endpoint_port"): "Endpoint.Port",
    ("DbCluster", "secret_arn"): "MasterUserSecret.SecretArn",
    ("DbCluster", "arn"): "DBClusterArn",
    ("SecurityGroup", "id"): "GroupId",
    ("PrefixList", "arn"): "Arn",
    ("DocDbCluster", "endpoint_address"): "Endpoint",
    ("DocDbCluster", "endpoint_port"): "Port",
    ("DocDbCluster", "reader_endpoint_address"): "ReadEndpoint",
    ("Table", "arn"): "Arn",
    ("Table", "stream_arn"): "StreamArn",
    ("ReplicationGroup", "endpoint_address"): "PrimaryEndPoint.Address",
    ("ReplicationGroup", "endpoint_port"): "PrimaryEndPoint.Port",
    ("ReplicationGroup", "reader_endpoint_address"): "ReaderEndPoint.Address",
    ("ReplicationGroup", "configuration_endpoint_address"): "ConfigurationEndPoint.Address",
    ("ReplicationGroup", "configuration_endpoint_port"): "ConfigurationEndPoint.Port",
    ("CacheCluster", "endpoint_address"): "ConfigurationEndpoint.Address",
    ("CacheCluster", "endpoint_port"): "ConfigurationEndpoint.Port",
    ("CacheUser", "arn"): "Arn",
    ("Alarm", "arn"): "Arn",
    ("CompositeAlarm", "arn"): "Arn",
    ("Topic", "name"): "TopicName",
    ("IpSet", "arn"): "Arn",
    ("RegexPatternSet", "arn"): "Arn",
    ("WebAcl", "arn"): "Arn",
}
"""The attribute that holds a value; what is not here is what `Ref` gives."""

ARNS = {
    "DocDbCluster": ("rds", "cluster:"),
    "ReplicationGroup": ("elasticache", "replicationgroup:"),
    "CacheCluster": ("elasticache", "cluster:"),
}
"""Kinds of which no attribute is the ARN: its service, and what stands before the name."""


def value_of(ids: LogicalIds, address: "Address[Any]", attribute: str) -> GetAtt | Ref | Join | str:
    """One value of a node, by the word that the graph has for it."""
    if address.kind == "Account":
        return Ref("AWS::AccountId")
    if attribute == "arn" and address.kind in ARNS:
        service, before = ARNS[address.kind]
        where = [Ref("AWS::Partition"), service, Ref("AWS::Region"), Ref("AWS::AccountId")]
        return Join(":", ["arn", *where, Join("", [before, ids.ref(address)])])
    name = ATTRIBUTES.get((address.kind, attribute))
    return ids.attribute(address, name) if name else ids.ref(address)


def image(machine: "Instance | Launch", ids: LogicalIds) -> Any:
    """The image that a machine boots."""
    found = machine.image_parameter or machine.image_lookup
    return ids.ref(found) if found else machine.image_id


def data_of(ids: LogicalIds, address: "Address[Any]", attribute: str) -> Any:
    """The same as plain data."""
    found = value_of(ids, address, attribute)
    return found if isinstance(found, str) else found.to_dict()


def key_of(ids: LogicalIds, key: "Address[Any] | str | None") -> GetAtt | Ref | Join | str | None:
    """The ARN of a key, which stands in the graph as an address or as its ARN."""
    return value_of(ids, key, "arn") if isinstance(key, Address) else key


def joined(text: "Joined | str", ids: LogicalIds) -> Any:
    """A text that holds values."""
    if isinstance(text, str):
        return text
    parts = [part if isinstance(part, str) else value_of(ids, *part) for part in text.parts]
    if all(isinstance(part, str) for part in parts):
        return "".join(str(part) for part in parts)
    return parts[0] if len(parts) == 1 else Join("", parts)


def document(policy: Document, ids: LogicalIds) -> Any:
    """A document that holds values, as an object."""
    return _filled(json.loads(policy.text), policy.values, ids)


def document_text(policy: Document, ids: LogicalIds) -> Any:
    """The same as text, for properties that take JSON as text."""
    return joined(Joined(tuple(pieces(policy.text, policy.values))), ids)


def _filled(data: Any, values: tuple[Value, ...], ids: LogicalIds) -> Any:
    if isinstance(data, dict):
        return {key: _filled(item, values, ids) for key, item in data.items()}
    if isinstance(data, list):
        return [_filled(item, values, ids) for item in data]
    return joined(Joined(tuple(pieces(data, values))), ids) if isinstance(data, str) else data


def ipv6_block(block: Ipv6Block, ids: LogicalIds) -> Select:
    """The IPv6 block of a VPC, or one of its 256 parts. What holds it waits for the block: see `waits_for_ipv6`."""
    whole = Select(0, ids.attribute(block.vpc, "Ipv6CidrBlocks"))
    return whole if block.number is None else Select(block.number, Cidr(whole, 256, 64))


def waits_for_ipv6(blocks: Iterable[Ipv6Block | None], ids: LogicalIds) -> dict[str, list[str]]:
    """`DependsOn` of what holds such blocks: a VPC has none before the resource that adds it stands."""
    waits = sorted({ids.ipv6_block(one.vpc) for one in blocks if one is not None})
    return {"DependsOn": waits} if waits else {}
