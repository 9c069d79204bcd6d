"""Network ACLs in CloudFormation."""

from troposphere import ec2

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given, tags
from infraspec.cloudformation.values import ipv6_block, waits_for_ipv6
from infraspec.graph.network_acls import NetworkAcl, NetworkAclAssociation, NetworkAclEntry


def network_acl(acl: NetworkAcl, ids: LogicalIds) -> ec2.NetworkAcl:
    """AWS::EC2::NetworkAcl."""
    return ec2.NetworkAcl(ids.of(acl), VpcId=ids.ref(acl.vpc), Tags=tags(acl.tags))


def network_acl_entry(entry: NetworkAclEntry, ids: LogicalIds) -> ec2.NetworkAclEntry:
    """AWS::EC2::NetworkAclEntry."""
    return ec2.NetworkAclEntry(
        ids.of(entry),
        NetworkAclId=ids.ref(entry.acl),
        Egress=entry.egress,
        RuleNumber=entry.rule_number,
        Protocol=entry.protocol,
        RuleAction=entry.rule_action,
        **given(
            CidrBlock=entry.cidr_block,
            Ipv6CidrBlock=ipv6_block(entry.ipv6, ids) if entry.ipv6 else entry.ipv6_cidr_block,
            PortRange=None if entry.from_port is None else ec2.PortRange(From=entry.from_port, To=entry.to_port),
            Icmp=None if entry.icmp_type is None else ec2.ICMP(Type=entry.icmp_type, Code=entry.icmp_code),
        ),
        **waits_for_ipv6([entry.ipv6], ids),
    )


def network_acl_association(association: NetworkAclAssociation, ids: LogicalIds) -> ec2.SubnetNetworkAclAssociation:
    """AWS::EC2::SubnetNetworkAclAssociation."""
    return ec2.SubnetNetworkAclAssociation(
        ids.of(association), SubnetId=ids.ref(association.subnet), NetworkAclId=ids.ref(association.acl)
    )
