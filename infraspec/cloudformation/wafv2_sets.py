"""Sets of AWS WAF in CloudFormation."""

from troposphere import wafv2

from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.properties import given, tags
from infraspec.graph.wafv2_sets import IpSet, RegexPatternSet


def ip_set(found: IpSet, ids: LogicalIds) -> wafv2.IPSet:
    """AWS::WAFv2::IPSet."""
    return wafv2.IPSet(
        ids.of(found),
        Name=found.name,
        Scope="REGIONAL",
        **given(Description=found.description),
        IPAddressVersion=found.ip_address_version,
        Addresses=[*found.addresses],
        Tags=tags(found.tags),
    )


def regex_pattern_set(found: RegexPatternSet, ids: LogicalIds) -> wafv2.RegexPatternSet:
    """AWS::WAFv2::RegexPatternSet."""
    return wafv2.RegexPatternSet(
        ids.of(found),
        Name=found.name,
        Scope="REGIONAL",
        **given(Description=found.description),
        RegularExpressionList=[*found.regular_expressions],
        Tags=tags(found.tags),
    )
