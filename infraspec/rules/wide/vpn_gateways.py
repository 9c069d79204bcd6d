"""Virtual private gateways, and the VPCs that they are attached to."""

from collections.abc import Iterator

from infraspec.diagnostic import Finding, Level, Problem, Related
from infraspec.graph.graph import Graph
from infraspec.graph.vpn import VpnGateway, VpnGatewayAttachment
from infraspec.rules.rule import Rule

_VPCS = (
    "version: 1\nname: demo\nregion: ap-northeast-2\nvpcs:\n  main: {cidr: 10.0.0.0/16}\n  other: {cidr: 10.1.0.0/16}\n"
    "vpn_gateways:\n  first: {vpc: main}\n"
)

SECOND = Problem(
    code="VPN107",
    name="second-vpn-gateway",
    level=Level.ERROR,
    title="A second virtual private gateway of a VPC",
    explanation="A VPC has one virtual private gateway at a time, which takes several connections; AWS refuses to attach a second.",
    bad=_VPCS + "  second: {vpc: main}  # <- VPN107\n",
    good=_VPCS + "  second: {vpc: other}\n",
    source="https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-limits.html",
)


def second(graph: Graph) -> Iterator[Finding]:
    """Count the gateways of each VPC."""
    first: dict[str, VpnGateway] = {}
    for attachment in graph.of(VpnGatewayAttachment):
        gateway = graph.get(attachment.vpn_gateway)
        other = first.setdefault(attachment.vpc.key, gateway)
        if other is not gateway:
            yield Finding(
                problem=SECOND,
                at=(*gateway.origin, "vpc"),
                message=f"VPC `{attachment.vpc.key}` has the virtual private gateway `{other.key}` already",
                related=(Related(at=other.origin, label="the first", on_key=True),),
                help=f"name `{other.key}` in the connections of both",
            )


RULES = (Rule(SECOND, second),)
