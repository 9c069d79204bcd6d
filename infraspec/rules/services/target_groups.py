"""Target groups: who forwards to them, and what they hold."""

import re
from collections import defaultdict
from collections.abc import Iterator
from ipaddress import IPv4Address, IPv4Network

from infraspec.diagnostic import Finding, How, Level, Problem, Related, choices
from infraspec.graph.autoscaling import AutoScalingGroup
from infraspec.graph.elbv2 import TargetGroup
from infraspec.graph.graph import Graph
from infraspec.graph.vpc import Vpc, VpcCidrBlock
from infraspec.rules.mends import may_go
from infraspec.rules.rule import Rule
from infraspec.rules.services.balancer_settings import NAME
from infraspec.rules.services.examples import BALANCER, NETWORK, TARGETS
from infraspec.rules.services.forwarding import Use, forwards
from infraspec.rules.services.listeners import PROTOCOLS

_WEB = BALANCER + "      - {http: 80, forward: web}\n"
_SOURCE = "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html"

TARGET_GROUP_NAME = Problem(
    code="NAM108",
    name="target-group-name",
    level=Level.ERROR,
    title="A name that a target group cannot have",
    explanation="The entry's key is the target group's name: 1 to 32 letters, digits and hyphens, no hyphen at either end.",
    bad=NETWORK
    + "target_groups:\n  web.shop: {http: 80, targets: [10.0.0.10]}  # <- NAM108\n"
    + BALANCER
    + "      - {http: 80, forward: web.shop}\n",
    good=NETWORK
    + "target_groups:\n  web-shop: {http: 80, targets: [10.0.0.10]}\n"
    + BALANCER
    + "      - {http: 80, forward: web-shop}\n",
    source=_SOURCE,
)


def target_group_name(graph: Graph) -> Iterator[Finding]:
    """Match each name."""
    for group in graph.of(TargetGroup):
        if group.existing is None and group.name is not None and not re.match(NAME, group.name):
            message = f"a target group cannot be called `{group.name}`"
            help_ = "use 1 to 32 letters, digits and hyphens"
            yield Finding(problem=TARGET_GROUP_NAME, at=group.origin, on_key=True, message=message, help=help_)


TAKES = {
    "HTTP": ("HTTP", "HTTPS"),
    "HTTPS": ("HTTP", "HTTPS"),
    "TCP": ("TCP", "TCP_UDP"),
    "TLS": ("TCP", "TLS"),
    "UDP": ("UDP", "TCP_UDP"),
    "TCP_UDP": ("TCP_UDP",),
    "GENEVE": ("GENEVE",),
}
"""The protocols of target groups that a listener of each protocol forwards to.
https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html"""

OTHER_PROTOCOL = Problem(
    code="ELB108",
    name="target-group-protocol",
    level=Level.ERROR,
    title="A listener forwards to a target group of a protocol that it cannot speak",
    explanation="Listeners for HTTP and HTTPS forward to `http` and `https` groups; TCP to `tcp` and `tcp_udp`; TLS to "
    "`tls` and `tcp`; UDP to `udp` and `tcp_udp`; TCP_UDP to `tcp_udp`.",
    bad=NETWORK + TARGETS.replace("http: 80", "tcp: 80") + BALANCER + "      - {http: 80, forward: web}  # <- ELB108\n",
    good=NETWORK + TARGETS + BALANCER + "      - {http: 80, forward: web}\n",
    source=_SOURCE,
)


def other_protocol(graph: Graph) -> Iterator[Finding]:
    """Look the pair up. A listener that its balancer cannot have is reported as such."""
    yield from _versions(graph)
    for use in forwards(graph):
        group = graph.get(use.target_group)
        takes = TAKES[use.listener.protocol]
        balancer = graph.get(use.load_balancer)
        known = use.listener.protocol in PROTOCOLS[balancer.type]
        if known and group.protocol is None and balancer.type != "application":
            message = (
                f"`{balancer.key}` is a {balancer.type} balancer, which does not call functions, as `{group.key}` does"
            )
            yield Finding(
                problem=OTHER_PROTOCOL, at=(*use.origin, "forward"), message=message, help="name a group with a port"
            )
        if known and group.protocol is not None and group.protocol not in takes:
            yield Finding(
                problem=OTHER_PROTOCOL,
                at=(*use.origin, "forward"),
                message=f"a listener for {use.listener.protocol} cannot forward to `{group.key}`, which speaks {group.protocol}",
                related=(Related(at=(*group.origin, group.protocol.lower()), label="its protocol", on_key=True),),
                help="write " + " or ".join(f"`{name.lower()}`" for name in takes) + f" in `{group.key}`",
                fixes=choices((*group.origin, group.protocol.lower()), (name.lower() for name in takes), How.RENAME),
            )


def _versions(graph: Graph) -> Iterator[Finding]:
    """HTTP/2 and gRPC are spoken to targets only where they are spoken to clients, which takes HTTPS."""
    for use in forwards(graph):
        group = graph.get(use.target_group)
        if group.protocol_version in ("HTTP2", "GRPC") and use.listener.protocol == "HTTP":
            spoken = "gRPC" if group.protocol_version == "GRPC" else "HTTP/2"
            yield Finding(
                problem=OTHER_PROTOCOL,
                at=(*use.origin, "forward"),
                message=f"`{group.key}` speaks {spoken}, which needs a listener for HTTPS",
                related=(Related(at=(*group.origin, "protocol_version"), label="its protocol"),),
                help="write `https` with a certificate",
            )


FAR_TARGET = Problem(
    code="ELB116",
    name="public-target",
    level=Level.ERROR,
    title="A target with a public address",
    explanation="Targets by address stand in the VPC's own blocks, or in private networks behind it: 10.0.0.0/8, "
    "172.16.0.0/12, 192.168.0.0/16 and 100.64.0.0/10.",
    bad=NETWORK + _WEB + "target_groups:\n  web:\n    http: 80\n    targets:\n      - 192.0.2.10  # <- ELB116\n",
    good=NETWORK + _WEB + "target_groups:\n  web:\n    http: 80\n    targets:\n      - 10.0.0.10\n",
    source=_SOURCE,
)
_PRIVATE = [IPv4Network(block) for block in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10")]


def far_target(graph: Graph) -> Iterator[Finding]:
    """Look for a private block, or one of the VPC, that holds each address."""
    blocks: dict[str, list[IPv4Network]] = defaultdict(lambda: list(_PRIVATE))
    for vpc in graph.of(Vpc):
        blocks[vpc.key].append(vpc.cidr)
    for block in graph.of(VpcCidrBlock):
        blocks[block.vpc.key].append(block.cidr)
    for group in graph.of(TargetGroup):
        for target in group.targets:
            own = group.vpc.key if group.vpc else ""
            if target.address is not None and not _inside(target.address, blocks[own]):
                yield Finding(
                    problem=FAR_TARGET,
                    at=target.origin,
                    message=f"{target.address} is neither in VPC `{own}` nor private",
                    help="write a private address",
                )


def _inside(address: IPv4Address, blocks: list[IPv4Network]) -> bool:
    return any(address in block for block in blocks)


SHARED_GROUP = Problem(
    code="ELB117",
    name="shared-target-group",
    level=Level.ERROR,
    title="Two balancers forward to one target group",
    explanation="A target group belongs to one load balancer. The same machines may be targets of several groups.",
    bad=NETWORK
    + "target_groups:\n  web: {http: 80, targets: [10.0.0.10]}  # <- ELB117\n"
    + _WEB
    + "  web-2: {type: application, subnets: tier:app, security_groups: [web], listeners: [{http: 80, forward: web}]}\n",
    good=NETWORK
    + "target_groups:\n  web: {http: 80, targets: [10.0.0.10]}\n  web-2: {http: 80, targets: [10.0.0.10]}\n"
    + _WEB
    + "  web-2: {type: application, subnets: tier:app, security_groups: [web], listeners: [{http: 80, forward: web-2}]}\n",
    source="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html",
)


def shared_group(graph: Graph) -> Iterator[Finding]:
    """Collect the balancers of each target group."""
    users: dict[TargetGroup, dict[str, Use]] = defaultdict(dict)
    for use in forwards(graph):
        users[graph.get(use.target_group)].setdefault(use.load_balancer.key, use)
    for group, uses in users.items():
        if len(uses) > 1:
            named = " and ".join(f"`{name}`" for name in uses)
            yield Finding(
                problem=SHARED_GROUP,
                at=group.origin,
                on_key=True,
                message=f"{named} forward to target group `{group.key}`, which belongs to one balancer",
                related=tuple(Related(at=(*use.origin, "forward"), label="forwards to it") for use in uses.values()),
                help="give each balancer a target group with the same targets",
            )


NO_TARGETS = Problem(
    code="ELB123",
    name="idle-target-group",
    level=Level.WARNING,
    title="A target group without targets, or that nothing forwards to",
    explanation="A balancer answers 503 where a group has no targets, and a group that nothing forwards to is not even "
    "asked for its health. Where something else registers the targets, this is fine.",
    bad=NETWORK + _WEB + "target_groups:\n  web: {http: 80}  # <- ELB123\n",
    good=NETWORK + _WEB + "target_groups:\n  web: {http: 80, targets: [10.0.0.10]}\n",
    source="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html",
)


def no_targets(graph: Graph) -> Iterator[Finding]:
    """Look for targets and for users of each target group."""
    used = {use.target_group for use in forwards(graph)}
    filled = {address for group in graph.of(AutoScalingGroup) for address in group.target_groups}
    for group in graph.of(TargetGroup):
        if group.existing is None and not group.targets and group.address not in filled:
            message = f"target group `{group.key}` has no targets"
            help_ = "add `targets:`, or name it in an Auto Scaling group"
            yield Finding(problem=NO_TARGETS, at=group.origin, on_key=True, message=message, help=help_)
        if group.existing is None and group.address not in used:
            message = f"no listener forwards to target group `{group.key}`"
            help_ = "name it in `forward:` of a listener, or remove it"
            fixes = may_go(graph, group.origin)
            yield Finding(problem=NO_TARGETS, at=group.origin, on_key=True, message=message, help=help_, fixes=fixes)


RULES = (
    Rule(TARGET_GROUP_NAME, target_group_name),
    Rule(OTHER_PROTOCOL, other_protocol),
    Rule(FAR_TARGET, far_target),
    Rule(SHARED_GROUP, shared_group),
    Rule(NO_TARGETS, no_targets, needs_whole=True),
)
