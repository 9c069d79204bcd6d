"""Values of things that are known once they stand, and texts and documents that hold such values."""

from collections.abc import Iterator
from typing import Any

from infraspec.graph.ec2 import Instance
from infraspec.graph.launch_templates import Launch
from infraspec.graph.resource import Ref
from infraspec.graph.security_groups import Permission, SecurityGroup
from infraspec.graph.values import Document, Joined, pieces
from infraspec.graph.vpc import Ipv6Block
from infraspec.terraform.block import Block, Expression, escaped
from infraspec.terraform.names import Labels, label

ATTRIBUTES = {
    ("DbInstance", "endpoint_address"): "address",
    ("DbInstance", "endpoint_port"): "port",
    ("DbInstance", "secret_arn"): "master_user_secret[0].secret_arn",
    ("DbInstance", "id"): "identifier",
    ("DbCluster", "endpoint_address"): "endpoint",
    ("DbCluster", "endpoint_port"): "port",
    ("DbCluster", "reader_endpoint_address"): "reader_endpoint",
    ("DbCluster", "secret_arn"): "master_user_secret[0].secret_arn",
    ("Key", "id"): "key_id",
    ("Bucket", "name"): "id",
    ("Bucket", "dns_name"): "bucket_regional_domain_name",
    ("LoadBalancer", "full_name"): "arn_suffix",
    ("TargetGroup", "full_name"): "arn_suffix",
    ("Certificate", "arn"): "certificate_arn",
    ("DocDbCluster", "endpoint_address"): "endpoint",
    ("DocDbCluster", "endpoint_port"): "port",
    ("DocDbCluster", "reader_endpoint_address"): "reader_endpoint",
    ("ReplicationGroup", "endpoint_address"): "primary_endpoint_address",
    ("ReplicationGroup", "endpoint_port"): "port",
    ("ReplicationGroup", "configuration_endpoint_port"): "port",
    ("CacheCluster", "endpoint_address"): "cluster_address",
    ("CacheCluster", "endpoint_port"): "port",
    ("Alarm", "name"): "alarm_name",
    ("CompositeAlarm", "name"): "alarm_name",
}
"""The attribute that holds a value, where it is not called as the value is."""


def value_of(labels: Labels, address: "Ref[Any]", attribute: str) -> Expression | str:
    """One value of a node, by the word that the graph has for it."""
    return labels.ref(address, ATTRIBUTES.get((address.kind, attribute), attribute))


def key_of(labels: Labels, key: "Ref[Any] | str | None") -> Expression | str | None:
    """The ARN of a key, which stands in the graph as an address or as its ARN."""
    return value_of(labels, key, "arn") if isinstance(key, Ref) else key


def image(machine: "Instance | Launch", labels: Labels) -> Expression | str:
    """The image that a machine boots.

    The provider marks a public parameter's value as a secret, and would hide it in every plan.
    """
    if machine.image_parameter:
        return Expression(f"${{nonsensitive({labels.at(machine.image_parameter)}.value)}}")
    return labels.ref(machine.image_lookup) if machine.image_lookup else machine.image_id or ""


def joined(text: "Joined | str", labels: Labels) -> Expression | str:
    """A text that holds values."""
    if isinstance(text, str):
        return text
    parts = [escaped(part) if isinstance(part, str) else value_of(labels, *part) for part in text.parts]
    return Expression("".join(parts))


def document(policy: Document, labels: Labels) -> Expression | str:
    """A document that holds values, as JSON text."""
    return joined(Joined(tuple(pieces(policy.text, policy.values))), labels)


def ipv6_block(block: Ipv6Block, labels: Labels) -> Expression | str:
    """The IPv6 block of a VPC, or one of its 256 parts."""
    whole = f"{labels.at(block.vpc)}.ipv6_cidr_block"
    return Expression(f"${{{whole}}}" if block.number is None else f"${{cidrsubnet({whole}, 8, {block.number})}}")


def rule_label(group: SecurityGroup, permission: Permission) -> str:
    """The label of a rule that CloudFormation holds inside its group."""
    return label(f"{group.key}:{permission.content}")


def ways_out(machine: "Instance | Launch", labels: Labels) -> Iterator[Block]:
    """The rules that let out what a machine's first boot asks for: in CloudFormation they stand with its groups."""
    for group in map(labels.node, machine.security_groups if machine.user_data else ()):
        for permission in group.egress:
            if permission.origin:
                kind, name = "aws_vpc_security_group_egress_rule", rule_label(group, permission)
                yield Block("resource", kind, name, {}, permission.origin)
