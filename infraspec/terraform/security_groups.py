"""Security groups in Terraform: every rule is a block of its own, and a group has none inside."""

from collections.abc import Iterator
from typing import TypedDict

from infraspec.graph.resource import Ref
from infraspec.graph.security_groups import EgressRule, IngressRule, Permission, SecurityGroup
from infraspec.terraform.block import Block, tags
from infraspec.terraform.names import Labels
from infraspec.terraform.values import ipv6_block, rule_label


class AwsSecurityGroup(TypedDict):
    """The arguments of aws_security_group that we write."""

    name: str
    description: str
    vpc_id: str
    tags: dict[str, str]


def security_group(group: SecurityGroup, labels: Labels) -> Iterator[Block]:
    """aws_security_group, and what CloudFormation holds in the group itself."""
    yield labels.block(
        group,
        AwsSecurityGroup(
            name=group.group_name,
            description=group.group_description,
            vpc_id=labels.ref(group.vpc),
            tags=tags(group.tags),
        ),
    )
    yield from _permissions(group, labels)


class AwsVpcSecurityGroupRule(TypedDict):
    """The arguments of aws_vpc_security_group_ingress_rule and of its egress twin that we write."""

    security_group_id: str
    ip_protocol: str
    from_port: int | None
    to_port: int | None
    cidr_ipv4: str | None
    cidr_ipv6: str | None
    prefix_list_id: str | None
    referenced_security_group_id: str | None
    description: str | None


def _permissions(group: SecurityGroup, labels: Labels) -> Iterator[Block]:
    """aws_vpc_security_group_ingress_rule and aws_vpc_security_group_egress_rule of each rule inside a group."""
    for kind, found in (("ingress", group.ingress), ("egress", group.egress)):
        for permission in found:
            name, body = rule_label(group, permission), dict(_permission(group, permission, labels))
            yield Block("resource", f"aws_vpc_security_group_{kind}_rule", name, body, permission.origin)


def _permission(group: SecurityGroup, permission: Permission, labels: Labels) -> AwsVpcSecurityGroupRule:
    return AwsVpcSecurityGroupRule(
        security_group_id=labels.ref(group.address),
        ip_protocol=permission.protocol,
        from_port=permission.from_port,
        to_port=permission.to_port,
        cidr_ipv4=permission.cidr_ipv4,
        cidr_ipv6=ipv6_block(permission.ipv6, labels) if permission.ipv6 else permission.cidr_ipv6,
        prefix_list_id=labels.ref(permission.prefix_list) if permission.prefix_list else permission.prefix_list_id,
        referenced_security_group_id=permission.group_id,
        description=permission.description,
    )


def _between_groups(
    rule: IngressRule | EgressRule, other: Ref[SecurityGroup], labels: Labels
) -> AwsVpcSecurityGroupRule:
    return AwsVpcSecurityGroupRule(
        security_group_id=labels.ref(rule.group),
        ip_protocol=rule.protocol,
        from_port=rule.from_port,
        to_port=rule.to_port,
        cidr_ipv4=None,
        cidr_ipv6=None,
        prefix_list_id=None,
        referenced_security_group_id=labels.ref(other),
        description=rule.description,
    )


def ingress_rule(rule: IngressRule, labels: Labels) -> Block:
    """aws_vpc_security_group_ingress_rule."""
    return labels.block(rule, _between_groups(rule, rule.source_group, labels))


def egress_rule(rule: EgressRule, labels: Labels) -> Block:
    """aws_vpc_security_group_egress_rule."""
    return labels.block(rule, _between_groups(rule, rule.destination_group, labels))
