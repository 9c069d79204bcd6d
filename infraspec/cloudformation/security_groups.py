"""Security groups in CloudFormation: rules that name no group of the spec stand inside their group."""

from typing import Any

from troposphere import ec2

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given, tags
from infraspec.cloudformation.values import ipv6_block, waits_for_ipv6
from infraspec.graph.security_groups import EgressRule, IngressRule, Permission, SecurityGroup


def security_group(group: SecurityGroup, ids: LogicalIds) -> ec2.SecurityGroup:
    """AWS::EC2::SecurityGroup."""
    return ec2.SecurityGroup(
        ids.of(group),
        GroupName=group.group_name,
        GroupDescription=group.group_description,
        VpcId=ids.ref(group.vpc),
        SecurityGroupIngress=[_rule(one, ids, "Source") for one in group.ingress],
        SecurityGroupEgress=[_rule(one, ids, "Destination") for one in group.egress],
        Tags=tags(group.tags),
        **waits_for_ipv6((one.ipv6 for one in (*group.ingress, *group.egress)), ids),
    )


def _prefix_list(permission: Permission, ids: LogicalIds) -> Any:
    """A prefix list of the spec, or one that is written by AWS's identifier."""
    return ids.ref(permission.prefix_list) if permission.prefix_list else permission.prefix_list_id


def _rule(permission: Permission, ids: LogicalIds, end: str) -> ec2.SecurityGroupRule:
    """One item of SecurityGroupIngress or SecurityGroupEgress, whose other end is `Source` or `Destination`."""
    return ec2.SecurityGroupRule(
        IpProtocol=permission.protocol,
        **given(
            FromPort=permission.from_port,
            ToPort=permission.to_port,
            CidrIp=permission.cidr_ipv4,
            CidrIpv6=ipv6_block(permission.ipv6, ids) if permission.ipv6 else permission.cidr_ipv6,
            **{f"{end}PrefixListId": _prefix_list(permission, ids), f"{end}SecurityGroupId": permission.group_id},
            Description=permission.description,
        ),
    )


def ingress_rule(rule: IngressRule, ids: LogicalIds) -> ec2.SecurityGroupIngress:
    """AWS::EC2::SecurityGroupIngress."""
    return ec2.SecurityGroupIngress(
        ids.of(rule),
        GroupId=ids.attribute(rule.group, "GroupId"),
        IpProtocol=rule.protocol,
        **given(FromPort=rule.from_port, ToPort=rule.to_port),
        SourceSecurityGroupId=ids.attribute(rule.source_group, "GroupId"),
        **given(Description=rule.description),
    )


def egress_rule(rule: EgressRule, ids: LogicalIds) -> ec2.SecurityGroupEgress:
    """AWS::EC2::SecurityGroupEgress."""
    return ec2.SecurityGroupEgress(
        ids.of(rule),
        GroupId=ids.attribute(rule.group, "GroupId"),
        IpProtocol=rule.protocol,
        **given(FromPort=rule.from_port, ToPort=rule.to_port),
        DestinationSecurityGroupId=ids.attribute(rule.destination_group, "GroupId"),
        **given(Description=rule.description),
    )
