"""What only Terraform has a word for."""

from typing import Any, TypedDict

from infraspec.graph.default_group import DefaultSecurityGroup, PeeringOptions
from infraspec.terraform.block import Block, tags
from infraspec.terraform.names import Labels


class AwsDefaultSecurityGroup(TypedDict):
    """The arguments of aws_default_security_group that we write."""

    vpc_id: str
    tags: dict[str, str]


def default_security_group(group: DefaultSecurityGroup, labels: Labels) -> Block:
    """aws_default_security_group, which takes every rule away that is not written, and so all of them."""
    return labels.block(group, AwsDefaultSecurityGroup(vpc_id=labels.ref(group.vpc), tags=tags(group.tags)))


class AwsVpcPeeringConnectionOptions(TypedDict):
    """The arguments of aws_vpc_peering_connection_options that we write."""

    vpc_peering_connection_id: str
    requester: dict[str, Any]
    accepter: dict[str, Any]


def peering_options(options: PeeringOptions, labels: Labels) -> Block:
    """aws_vpc_peering_connection_options."""
    allowed = {"allow_remote_vpc_dns_resolution": True}
    return labels.block(
        options,
        AwsVpcPeeringConnectionOptions(
            vpc_peering_connection_id=labels.ref(options.peering), requester=allowed, accepter=dict(allowed)
        ),
    )
