"""How many rules a group has, and how many groups an interface."""

from collections import Counter
from collections.abc import Iterator

from infraspec.analysis.databases import databases
from infraspec.analysis.stores import stores
from infraspec.aws import GROUP_RULES, GROUPS_OF_INTERFACE
from infraspec.diagnostic import Finding, Level, Problem, SpecPath
from infraspec.graph.ec2 import Instance, NetworkInterface
from infraspec.graph.elbv2 import LoadBalancer
from infraspec.graph.endpoints import InterfaceEndpoint
from infraspec.graph.graph import Graph
from infraspec.graph.launch_templates import LaunchTemplate
from infraspec.graph.security_groups import EgressRule, IngressRule, SecurityGroup
from infraspec.rules.rule import Rule
from infraspec.rules.security.examples import GROUP

GROUPS_AT_MOST = 16
"""Groups of an interface where the quota of the account was raised."""
_PORTS = ", ".join(str(port) for port in range(2000, 2000 + 2 * GROUP_RULES, 2))
_PAGE = "https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html"

TOO_MANY = Problem(
    code="SEC114",
    name="security-group-quota",
    level=Level.WARNING,
    title="More rules in a group, or groups on an interface, than accounts have by default",
    explanation=f"A security group has {GROUP_RULES} rules in each direction, counted apart for IPv4 and IPv6, and an interface "
    f"{GROUPS_OF_INTERFACE} groups, unless AWS raised the quota of the account. A rule for several ports or peers is one for "
    "each of them; a rule that names a group counts for both families, and one that names a prefix list as often as the "
    "list has entries.",
    bad=GROUP + f"        ingress: [{{tcp: [{_PORTS}, 3000], from: 10.0.0.0/16}}]  # <- SEC114\n        egress: []\n",
    good=GROUP + f"        ingress: [{{tcp: [{_PORTS}], from: 10.0.0.0/16}}]\n        egress: []\n",
    source=_PAGE,
)


def too_many(graph: Graph) -> Iterator[Finding]:
    """Count the rules of each group and direction, and the groups of each interface."""
    yield from _rules(graph)
    for origin, groups in _interfaces(graph):
        if GROUPS_OF_INTERFACE < groups <= GROUPS_AT_MOST:
            yield Finding(
                problem=TOO_MANY,
                at=(*origin, "security_groups"),
                message=f"{groups} groups on one interface, and accounts have {GROUPS_OF_INTERFACE} by default",
                help="name fewer groups, or have the quota raised before it is deployed",
                on_key=True,
            )


_GROUPS = "".join(f"      g{n:02}: {{egress: []}}\n" for n in range(GROUPS_AT_MOST + 1))
_NAMES = [f"g{n:02}" for n in range(GROUPS_AT_MOST + 1)]


def _interface(names: list[str], mark: str = "") -> str:
    head = GROUP.partition("    security_groups:\n")[0]
    tier = "    tiers: {app: {subnets: {app-a: {zone: a, cidr: 10.0.0.0/24}}}}\n"
    lines = f"network_interfaces:\n  probe:\n    subnet: app-a\n    security_groups: [{', '.join(names)}]{mark}\n"
    return head + tier + "    security_groups:\n" + _GROUPS + lines


TOO_MANY_GROUPS = Problem(
    code="SEC120",
    name="too-many-groups",
    level=Level.ERROR,
    title="More groups on an interface than it can have",
    explanation=f"An interface has {GROUPS_OF_INTERFACE} groups, and {GROUPS_AT_MOST} where the quota of the account was raised; never "
    "more.",
    bad=_interface(_NAMES, "  # <- SEC120"),
    good=_interface(_NAMES[:GROUPS_OF_INTERFACE]),
    source=_PAGE,
)


def too_many_groups(graph: Graph) -> Iterator[Finding]:
    """Count the groups of each interface."""
    for origin, groups in _interfaces(graph):
        if groups > GROUPS_AT_MOST:
            message = f"{groups} groups on one interface, which takes {GROUPS_AT_MOST} at most"
            at = (*origin, "security_groups")
            yield Finding(problem=TOO_MANY_GROUPS, at=at, message=message, help="join groups", on_key=True)


def _rules(graph: Graph) -> Iterator[Finding]:
    incoming = Counter(rule.group.key for rule in graph.of(IngressRule))
    outgoing = Counter(rule.group.key for rule in graph.of(EgressRule))
    for group in graph.of(SecurityGroup):
        for direction, inside, beside in (
            ("ingress", group.ingress, incoming[group.key]),
            ("egress", group.egress, outgoing[group.key]),
        ):
            ipv4 = sum(one.cidr_ipv4 is not None for one in inside)
            ipv6 = sum(one.cidr_ipv6 is not None or one.ipv6 is not None for one in inside)
            lists = [graph.get(one.prefix_list).max_entries - 1 for one in inside if one.prefix_list is not None]
            count = len(inside) - ipv4 - ipv6 + sum(lists) + beside + max(ipv4, ipv6)
            if count > GROUP_RULES:
                yield Finding(
                    problem=TOO_MANY,
                    at=(*group.origin, direction),
                    message=f"`{group.key}` has {count} rules in its {direction}, and accounts have {GROUP_RULES} by default",
                    help="join ranges and blocks, or have the quota raised before it is deployed",
                    on_key=True,
                )


def _interfaces(graph: Graph) -> Iterator[tuple[SpecPath, int]]:
    """Whatever has interfaces, and how many groups they have."""
    yield from ((one.origin, len(one.security_groups)) for one in graph.of(Instance) if not one.network_interface)
    yield from ((one.origin, len(one.security_groups)) for one in graph.of(NetworkInterface))
    yield from ((one.origin, len(one.launch.security_groups)) for one in graph.of(LaunchTemplate) if one.launch)
    yield from ((one.origin, len(one.security_groups)) for one in graph.of(LoadBalancer))
    yield from ((one.origin, len(one.security_groups)) for one in graph.of(InterfaceEndpoint))
    yield from ((one.origin, len(one.security_groups)) for one in databases(graph))
    yield from ((one.node.origin, len(one.security_groups)) for one in stores(graph))


RULES = (Rule(TOO_MANY, too_many), Rule(TOO_MANY_GROUPS, too_many_groups))
