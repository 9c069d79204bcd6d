"""VPC endpoints in CloudFormation."""

import json
from collections.abc import Iterator
from typing import Any

from troposphere import AWSObject, ec2

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given, tags
from infraspec.cloudformation.values import joined
from infraspec.graph.endpoints import EndpointService, GatewayEndpoint, GatewayLoadBalancerEndpoint, InterfaceEndpoint
from infraspec.graph.values import Joined, Value


def interface_endpoint(endpoint: InterfaceEndpoint, ids: LogicalIds) -> ec2.VPCEndpoint:
    """AWS::EC2::VPCEndpoint of type Interface."""
    return ec2.VPCEndpoint(
        ids.of(endpoint),
        VpcEndpointType="Interface",
        VpcId=ids.ref(endpoint.vpc),
        ServiceName=_name(endpoint, ids),
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


def gateway_load_balancer_endpoint(endpoint: GatewayLoadBalancerEndpoint, ids: LogicalIds) -> ec2.VPCEndpoint:
    """AWS::EC2::VPCEndpoint of type GatewayLoadBalancer."""
    return ec2.VPCEndpoint(
        ids.of(endpoint),
        VpcEndpointType="GatewayLoadBalancer",
        VpcId=ids.ref(endpoint.vpc),
        ServiceName=_name(endpoint, ids),
        SubnetIds=[ids.ref(endpoint.subnet)],
        Tags=tags(endpoint.tags),
    )


def endpoint_service(service: EndpointService, ids: LogicalIds) -> Iterator[AWSObject]:
    """AWS::EC2::VPCEndpointService, and an AWS::EC2::VPCEndpointServicePermissions where anyone else may use it."""
    yield ec2.VPCEndpointService(
        ids.of(service),
        AcceptanceRequired=service.acceptance_required,
        **given(
            NetworkLoadBalancerArns=ids.refs(service.network_load_balancers) or None,
            GatewayLoadBalancerArns=ids.refs(service.gateway_load_balancers) or None,
            SupportedIpAddressTypes=list(service.supported_ip_address_types) or None,
            SupportedRegions=list(service.supported_regions) or None,
        ),
        Tags=tags(service.tags),
    )
    if service.allowed_principals:
        yield ec2.VPCEndpointServicePermissions(
            f"{ids.of(service)}Permissions",
            ServiceId=ids.ref(service.address),
            AllowedPrincipals=list(service.allowed_principals),
        )


def _name(endpoint: InterfaceEndpoint | GatewayLoadBalancerEndpoint, ids: LogicalIds) -> Any:
    """The name of an endpoint's service: one of the spec has its identifier at the end."""
    named = (Value(endpoint.service, "id"),) if endpoint.service else ()
    return joined(Joined((endpoint.service_name, *named)), ids)
