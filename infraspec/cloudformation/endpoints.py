"""VPC endpoints in CloudFormation."""

import json

from troposphere import ec2

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given, tags
from infraspec.graph.endpoints import GatewayEndpoint, InterfaceEndpoint


def interface_endpoint(endpoint: InterfaceEndpoint, ids: LogicalIds) -> ec2.VPCEndpoint:
    """AWS::EC2::VPCEndpoint of type Interface."""
    return ec2.VPCEndpoint(
        ids.of(endpoint),
        VpcEndpointType="Interface",
        VpcId=ids.ref(endpoint.vpc),
        ServiceName=endpoint.service_name,
        SubnetIds=ids.refs(endpoint.subnets),
        SecurityGroupIds=[ids.attribute(one, "GroupId") for one in endpoint.security_groups],
        PrivateDnsEnabled=endpoint.private_dns_enabled,
        **given(PolicyDocument=json.loads(endpoint.policy) if endpoint.policy else None),
        Tags=tags(endpoint.tags),
    )


def gateway_endpoint(endpoint: GatewayEndpoint, ids: LogicalIds) -> ec2.VPCEndpoint:
    """AWS::EC2::VPCEndpoint of type Gateway."""
    return ec2.VPCEndpoint(
        ids.of(endpoint),
        VpcEndpointType="Gateway",
        VpcId=ids.ref(endpoint.vpc),
        ServiceName=endpoint.service_name,
        RouteTableIds=ids.refs(endpoint.route_tables),
        **given(PolicyDocument=json.loads(endpoint.policy) if endpoint.policy else None),
        Tags=tags(endpoint.tags),
    )
