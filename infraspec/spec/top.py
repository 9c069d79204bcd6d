"""What stands at the top of a spec beside the entries."""

from typing import Literal

from infraspec.spec.base import Names, SpecModel, Tags


class BlockPublicAccess(SpecModel):
    """VPC Block Public Access: what no internet gateway of the account lets through in this region."""

    mode: Literal["block-bidirectional", "block-ingress"]
    """`block-bidirectional` lets nothing in or out; `block-ingress` lets NAT gateways and egress-only gateways out."""
    exclusions: dict[str, Literal["allow-bidirectional", "allow-egress"]] = {}
    """VPCs and subnets that it does not hold for, and what they may do."""


class Top(SpecModel):
    """What stands at the top of a spec beside the entries."""

    version: int
    """The version of the language: 1."""
    name: str
    """The name of the whole, a letter and then letters, digits and hyphens: the stack's name."""
    region: str
    """The AWS region, such as `ap-northeast-2`."""
    description: str | None = None
    """One line that both documents carry."""
    tags: Tags = {}
    """Tags that everything carries."""
    vpc_block_public_access: BlockPublicAccess | None = None
    """What no internet gateway lets through: a setting of the whole account in this region, so one spec has it."""
    alarm_topics: Names = []
    """Topics, by name or ARN, that alarms go to which do not say where."""
    include: Names = []
    """Further files of the spec, each by its path from the file that includes it. Each name is defined once over all of
    them; `version`, `name` and `region` stand in the first alone."""
