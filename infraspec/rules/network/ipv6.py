"""Dual stack: each subnet has a block of its own, and each way out is of the right family."""

from collections.abc import Iterator

from infraspec.analysis.routing import once
from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, fix
from infraspec.graph.ec2 import Instance, NetworkInterface
from infraspec.graph.graph import Graph
from infraspec.graph.routes import Route
from infraspec.graph.vpc import Subnet
from infraspec.rules.rule import Rule

_HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\nvpcs:\n  main:\n    cidr: 10.0.0.0/16\n    ipv6: true\n"
_BLOCKS = 256
_PAGE = "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html"


def _subnets(second: str) -> str:
    return (
        _HEAD
        + f"""    tiers:
      app:
        subnets:
          app-a: {{zone: a, cidr: 10.0.1.0/25}}
          app-c: {{zone: c, cidr: 10.0.1.128/25{second}
"""
    )


SAME_BLOCK = Problem(
    code="NET119",
    name="same-ipv6-block",
    level=Level.ERROR,
    title="Two subnets with the same IPv6 block",
    explanation="A VPC has 256 IPv6 blocks for its subnets. Unless it says otherwise, a subnet takes the one that has the number of its "
    "place in the VPC's IPv4 block: the eight bits behind the VPC's prefix, which in a /16 are the third number of its address. "
    "Subnets that share these bits, or that stand in blocks of different size, write a number of their own.",
    bad=_subnets("}  # <- NET119"),
    good=_subnets(", ipv6: 2}"),
    source=_PAGE,
)


def same_block(graph: Graph) -> Iterator[Finding]:
    """Gather the blocks of each VPC by their number; what is written stands before what is derived."""
    first: dict[tuple[str, int], Subnet] = {}
    numbers = {(one.vpc.key, one.ipv6_index) for one in graph.of(Subnet)}
    for subnet in graph.of(Subnet):
        if subnet.ipv6_index is None:
            continue
        other = first.setdefault((subnet.vpc.key, subnet.ipv6_index), subnet)
        if other is subnet:
            continue
        free = next((one for one in range(_BLOCKS) if (subnet.vpc.key, one) not in numbers), None)
        at = (*subnet.origin, "ipv6")
        yield Finding(
            problem=SAME_BLOCK,
            at=subnet.origin,
            message=f"`{subnet.key}` and `{other.key}` would both have the IPv6 block number {subnet.ipv6_index}",
            related=(Related(at=other.origin, label="has it too", on_key=True),),
            help="make fewer subnets" if free is None else f"write `ipv6: {free}`, which is free",
            fixes=() if free is None else fix(f"write `ipv6: {free}`", Edit(at, str(free))),
            on_key=True,
        )


def _routes(routes: str) -> str:
    return (
        _HEAD
        + f"""    egress_only_gateway: eigw
    route_tables:
      private:
        routes:
          {routes}
    tiers: {{app: {{route_table: private, subnets: {{app-a: {{zone: a, cidr: 10.0.0.0/24}}}}}}}}
"""
    )


IPV4_OUT = Problem(
    code="NET332",
    name="ipv4-to-egress-only-gateway",
    level=Level.ERROR,
    title="An IPv4 destination that leads to an egress-only gateway",
    explanation="An egress-only gateway takes IPv6 alone. The way out for IPv4 that lets nothing in is a NAT gateway.",
    bad=_routes("0.0.0.0/0: eigw  # <- NET332"),
    good=_routes('"::/0": eigw'),
    source="https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html",
)


def ipv4_out(graph: Graph) -> Iterator[Finding]:
    """Look at the family of what leads to egress-only gateways."""
    for route in once(graph.of(Route)):
        to_gateway = route.egress_only_gateway is not None or (route.target_id or "").startswith("eigw-")
        ipv4 = route.destination_cidr_block is not None
        if route.destination_list is not None:
            ipv4 = graph.get(route.destination_list).address_family == "IPv4"
        if to_gateway and ipv4:
            yield Finding(
                problem=IPV4_OUT,
                at=route.origin,
                message="an egress-only gateway cannot take what is sent over IPv4",
                label="takes IPv6 alone",
                help='write `"::/0"`, or lead it to a NAT gateway',
            )


def _machine(subnet: str, mark: str = "") -> str:
    return (
        _HEAD
        + f"""    security_groups: {{web: {{egress: []}}}}
    tiers: {{app: {{subnets: {{app-a: {{zone: a, cidr: 10.0.0.0/24{subnet}}}}}}}}}
network_interfaces:
  proxy:
    subnet: app-a
    security_groups: [web]
    ipv6_addresses: 2{mark}
"""
    )


NO_BLOCK = Problem(
    code="NET132",
    name="ipv6-address-without-block",
    level=Level.ERROR,
    title="IPv6 addresses in a subnet that has none",
    explanation="An interface has its IPv6 addresses from the block of its subnet. A subnet has one where its VPC has `ipv6: true`, unless "
    "it, or its tier, says `ipv6: false`.",
    bad=_machine(", ipv6: false", "  # <- NET132"),
    good=_machine(""),
    source="https://docs.aws.amazon.com/vpc/latest/userguide/vpc-migrate-ipv6.html",
)


def no_block(graph: Graph) -> Iterator[Finding]:
    """Look at the subnet of whatever asks for IPv6 addresses."""
    asking: list[Instance | NetworkInterface] = [*graph.of(Instance), *graph.of(NetworkInterface)]
    for node in asking:
        subnet = graph.get(node.subnet)
        unknown = subnet.existing is not None or graph.get(subnet.vpc).existing is not None
        if node.ipv6_address_count and subnet.ipv6_index is None and not unknown and node.existing is None:
            yield Finding(
                problem=NO_BLOCK,
                at=(*node.origin, "ipv6_addresses"),
                message=f"`{node.key}` stands in `{subnet.key}`, which has no IPv6 block",
                related=(Related(at=subnet.origin, label="IPv4 alone", on_key=True),),
                help="remove `ipv6_addresses`, or give the subnet IPv6",
                fixes=fix("remove `ipv6_addresses`", Edit((*node.origin, "ipv6_addresses"), how=How.REMOVE)),
                on_key=True,
            )


RULES = (Rule(SAME_BLOCK, same_block), Rule(IPV4_OUT, ipv4_out), Rule(NO_BLOCK, no_block))
