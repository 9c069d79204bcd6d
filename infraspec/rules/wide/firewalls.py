"""Network firewalls: groups of rules, and where the endpoints stand."""

from collections.abc import Iterator

from infraspec.diagnostic import Edit, Finding, Level, Problem, Related, fix
from infraspec.graph.ec2 import Instance, NetworkInterface
from infraspec.graph.graph import Graph
from infraspec.graph.network_firewall import Firewall, FirewallPolicy, FirewallRuleGroup
from infraspec.graph.routes import Route
from infraspec.graph.vpc import NatGateway
from infraspec.rules.rule import Rule

_PAGE = "https://docs.aws.amazon.com/network-firewall/latest/developerguide/rule-groups.html"
_HEAD = "version: 1\nname: demo\nregion: ap-northeast-2\n"
_VPC = (
    _HEAD
    + "vpcs:\n  main:\n    cidr: 10.0.0.0/16\n    route_tables: {web: {routes: {0.0.0.0/0: wall}}}\n    tiers:\n"
    + "      wall: {subnets: {wall-a: {zone: a, cidr: 10.0.1.0/28}}}\n"
    + "      web: {route_table: web, subnets: {web-a: {zone: a, cidr: 10.0.2.0/24}}}\n"
)
_RULE = "      - {action: drop, protocol: tcp, to_port: 23, sid: 1}\n"

SAME_NUMBER = Problem(
    code="NFW101",
    name="firewall-rule-number-twice",
    level=Level.ERROR,
    title="Two rules of a group with one number",
    explanation="Each stateful rule of a group has a `sid` of its own, and each stateless rule a `priority` of its own.",
    bad=_HEAD
    + "firewall_rule_groups:\n  no-telnet:\n    capacity: 10\n    rules:\n"
    + _RULE
    + "      - {action: drop, protocol: tcp, to_port: 21, sid: 1}  # <- NFW101\n",
    good=_HEAD
    + "firewall_rule_groups:\n  no-telnet:\n    capacity: 10\n    rules:\n"
    + _RULE
    + "      - {action: drop, protocol: tcp, to_port: 21, sid: 2}\n",
    source="https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_RuleOption.html",
)


def same_number(graph: Graph) -> Iterator[Finding]:
    """Collect the numbers of each group."""
    for group in graph.of(FirewallRuleGroup):
        numbers = [one.sid for one in group.stateful_rules]
        for position, number in enumerate(numbers):
            if number in numbers[:position]:
                at = (*group.origin, "rules", position, "sid")
                help_ = f"write {max(numbers) + 1}"
                message = f"another rule of `{group.key}` is number {number}"
                fixes = fix(help_, Edit(at, str(max(numbers) + 1)))
                yield Finding(problem=SAME_NUMBER, at=at, message=message, help=help_, fixes=fixes)
        priorities = [one.priority for one in group.stateless_rules]
        if len(set(priorities)) < len(priorities):
            message = f"two stateless rules of `{group.key}` have one priority"
            at = (*group.origin, "stateless")
            yield Finding(problem=SAME_NUMBER, at=at, message=message, on_key=True, help="write each priority once")


TOO_SMALL = Problem(
    code="NFW102",
    name="firewall-capacity",
    level=Level.ERROR,
    title="More rules than a group has room for",
    explanation="Each stateful rule takes one unit of a group's capacity, each domain at least one for each place where it is read, "
    "and a stateless rule the product of what it lists. The capacity cannot be changed later.",
    bad=_HEAD
    + "firewall_rule_groups:\n  domains:\n    capacity: 1  # <- NFW102\n    domains: {allow: [.example.com, .example.org]}\n",
    good=_HEAD
    + "firewall_rule_groups:\n  domains:\n    capacity: 100\n    domains: {allow: [.example.com, .example.org]}\n",
    source="https://docs.aws.amazon.com/network-firewall/latest/developerguide/rule-group-managing.html",
)


def _needed(group: FirewallRuleGroup) -> int:
    """The least capacity that the rules of a group need."""
    if group.domains is not None:
        return len(group.domains.targets)
    if group.stateless_rules:
        return sum(
            max(1, len(one.protocols)) * len(one.sources) * len(one.destinations) * max(1, len(one.destination_ports))
            for one in group.stateless_rules
        )
    return len(group.stateful_rules)


def too_small(graph: Graph) -> Iterator[Finding]:
    """Count what the rules of each group need."""
    for group in graph.of(FirewallRuleGroup):
        needed = _needed(group)
        if group.existing is None and needed > group.capacity:
            at, help_ = (*group.origin, "capacity"), f"write {needed * 2}, which leaves room"
            message = f"the rules of `{group.key}` need a capacity of {needed} at least"
            fixes = fix(help_, Edit(at, str(needed * 2)))
            yield Finding(problem=TOO_SMALL, at=at, message=message, help=help_, fixes=fixes)


OTHER_ORDER = Problem(
    code="NFW103",
    name="firewall-rule-order",
    level=Level.ERROR,
    title="A rule group with another order than its firewall",
    explanation="A policy has one order of evaluation, `strict` or `default`, and takes groups of that order alone.",
    bad=_VPC
    + "firewall_rule_groups:\n  no-telnet:\n    capacity: 10\n    order: default  # <- NFW103\n    rules:\n"
    + _RULE
    + "firewalls:\n  wall: {subnets: tier:wall, rule_groups: [no-telnet]}\n",
    good=_VPC
    + "firewall_rule_groups:\n  no-telnet:\n    capacity: 10\n    rules:\n"
    + _RULE
    + "firewalls:\n  wall: {subnets: tier:wall, rule_groups: [no-telnet]}\n",
    source="https://docs.aws.amazon.com/network-firewall/latest/developerguide/suricata-rule-evaluation-order.html",
)


def other_order(graph: Graph) -> Iterator[Finding]:
    """Compare the order of each policy with those of its groups."""
    for policy in graph.of(FirewallPolicy):
        for use in policy.rule_groups:
            group = graph.get(use.group) if use.group else None
            if group is None or group.existing is not None or group.rule_order in (None, policy.rule_order):
                continue
            order = "strict" if policy.rule_order == "STRICT_ORDER" else "default"
            at = (*group.origin, "order")
            yield Finding(
                problem=OTHER_ORDER,
                at=at,
                message=f"the firewall `{policy.key}` evaluates in `{order}` order, and `{group.key}` does not",
                related=(Related(at=policy.origin, label="uses it", on_key=True),),
                help=f"write `order: {order}`",
                fixes=fix(f"write `order: {order}`", Edit(at, order)),
            )


SHARED = Problem(
    code="NFW104",
    name="firewall-subnet-shared",
    level=Level.WARNING,
    title="Something else in the subnet of a firewall",
    explanation="A firewall cannot inspect what is sent from or to its own subnet, so nothing else should stand there.",
    bad=_VPC.replace("    tiers:", "    security_groups: {probe: {egress: all}}\n    tiers:")
    + "firewalls:\n  wall: {subnets: tier:wall}\nnetwork_interfaces:\n  probe: {subnet: wall-a, security_groups: [probe]}  # <- NFW104\n",
    good=_VPC + "firewalls:\n  wall: {subnets: tier:wall}\n",
    source="https://docs.aws.amazon.com/network-firewall/latest/developerguide/vpc-config-subnets.html",
)


def shared(graph: Graph) -> Iterator[Finding]:
    """Look for machines and gateways in the subnets of each firewall."""
    kept = {subnet.key: one for one in graph.of(Firewall) for subnet in one.subnets}
    for kind in (Instance, NetworkInterface, NatGateway):
        for node in graph.of(kind):
            subnet = getattr(node, "subnet", None)
            if subnet is not None and subnet.key in kept:
                wall = kept[subnet.key]
                yield Finding(
                    problem=SHARED,
                    at=node.origin,
                    on_key=True,
                    message=f"`{node.key}` stands in `{subnet.key}`, where the firewall `{wall.key}` inspects nothing",
                    related=(Related(at=(*wall.origin, "subnets"), label="its subnets"),),
                    help="give it a subnet of its own",
                )


BYPASSED = Problem(
    code="NFW105",
    name="firewall-without-routes",
    level=Level.WARNING,
    title="A firewall that no route leads to",
    explanation="A firewall inspects what routes lead through its endpoints, and nothing else.",
    bad=_VPC.replace("{routes: {0.0.0.0/0: wall}}", "{}") + "firewalls:\n  wall: {subnets: tier:wall}  # <- NFW105\n",
    good=_VPC + "firewalls:\n  wall: {subnets: tier:wall}\n",
    source="https://docs.aws.amazon.com/network-firewall/latest/developerguide/architectures.html",
)


def bypassed(graph: Graph) -> Iterator[Finding]:
    """Look for a route to each firewall."""
    used = {route.firewall.firewall.key for route in graph.of(Route) if route.firewall}
    for wall in graph.of(Firewall):
        if wall.key not in used:
            message = f"no route leads to `{wall.key}`, so it inspects nothing"
            help_ = f"lead a route to it: `0.0.0.0/0: {wall.key}` in the table of the subnets to be inspected"
            yield Finding(problem=BYPASSED, at=wall.origin, on_key=True, message=message, help=help_)


RULES = (
    Rule(SAME_NUMBER, same_number),
    Rule(TOO_SMALL, too_small),
    Rule(OTHER_ORDER, other_order),
    Rule(SHARED, shared),
    Rule(BYPASSED, bypassed, needs_whole=True),
)
