"""Sets of AWS WAF in Terraform."""

from typing import TypedDict

from infraspec.graph.wafv2_sets import IpSet, RegexPatternSet
from infraspec.terraform.block import Block, tags
from infraspec.terraform.names import Labels


class AwsWafv2IpSet(TypedDict):
    """The arguments of aws_wafv2_ip_set that we write."""

    name: str
    scope: str
    description: str | None
    ip_address_version: str
    addresses: list[str]
    tags: dict[str, str]


def ip_set(found: IpSet, labels: Labels) -> Block:
    """aws_wafv2_ip_set."""
    return labels.block(
        found,
        AwsWafv2IpSet(
            name=found.name,
            scope="REGIONAL",
            description=found.description,
            ip_address_version=found.ip_address_version,
            addresses=[*found.addresses],
            tags=tags(found.tags),
        ),
    )


class RegularExpression(TypedDict):
    """One `regular_expression` block."""

    regex_string: str


class AwsWafv2RegexPatternSet(TypedDict):
    """The arguments of aws_wafv2_regex_pattern_set that we write."""

    name: str
    scope: str
    description: str | None
    regular_expression: list[RegularExpression]
    tags: dict[str, str]


def regex_pattern_set(found: RegexPatternSet, labels: Labels) -> Block:
    """aws_wafv2_regex_pattern_set."""
    return labels.block(
        found,
        AwsWafv2RegexPatternSet(
            name=found.name,
            scope="REGIONAL",
            description=found.description,
            regular_expression=[RegularExpression(regex_string=one) for one in found.regular_expressions],
            tags=tags(found.tags),
        ),
    )
