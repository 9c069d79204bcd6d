"""NAT gateways that stand in no subnet, in Terraform."""

from typing import TypedDict

from infraspec.graph.nat import RegionalNatGateway
from infraspec.terraform.block import Block, tags
from infraspec.terraform.names import Labels


class AwsRegionalNatGateway(TypedDict):
    """The arguments of aws_nat_gateway that we write for one that stands in no subnet."""

    availability_mode: str
    vpc_id: str
    connectivity_type: str
    tags: dict[str, str]


def regional_nat_gateway(gateway: RegionalNatGateway, labels: Labels) -> Block:
    """aws_nat_gateway, which had no availability mode before version 6.24 of the provider."""
    body = AwsRegionalNatGateway(
        availability_mode="regional",
        vpc_id=labels.ref(gateway.vpc),
        connectivity_type="public",
        tags=tags(gateway.tags),
    )
    return labels.block(gateway, body)._replace(since=(6, 24))
