"""NAT gateways that stand in no subnet, in CloudFormation."""

from troposphere import ec2

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import tags
from infraspec.graph.nat import RegionalNatGateway


def regional_nat_gateway(gateway: RegionalNatGateway, ids: LogicalIds) -> ec2.NatGateway:
    """AWS::EC2::NatGateway."""
    return ec2.NatGateway(
        ids.of(gateway),
        AvailabilityMode="regional",
        VpcId=ids.ref(gateway.vpc),
        ConnectivityType="public",
        Tags=tags(gateway.tags),
    )
