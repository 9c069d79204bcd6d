"""AWS WAF: the sets of addresses and patterns that rules of web ACLs use."""

from infraspec.graph.resource import Resource, Tags, node


@node
class IpSet(Resource):
    """AWS::WAFv2::IPSet of this region. One that exists is known by its ARN."""

    name: str
    description: str | None
    ip_address_version: str
    """`IPV4` or `IPV6`."""
    addresses: tuple[str, ...]
    tags: Tags


@node
class RegexPatternSet(Resource):
    """AWS::WAFv2::RegexPatternSet of this region. One that exists is known by its ARN."""

    name: str
    description: str | None
    regular_expressions: tuple[str, ...]
    tags: Tags
