"""Load balancers: their names, settings and way to the internet."""

import re
from collections import defaultdict
from collections.abc import Iterator

from infraspec.analysis.routing import has_internet_route, routing
from infraspec.diagnostic import Edit, Finding, Level, Problem, Related, SpecPath, fix, nearest_bound
from infraspec.graph.elbv2 import LoadBalancer
from infraspec.graph.graph import Graph
from infraspec.graph.listeners import Listener
from infraspec.graph.trust_stores import TrustStore
from infraspec.rules.rule import Rule
from infraspec.rules.services.examples import HEAD, NETWORK, TARGETS

NAME = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,30}[A-Za-z0-9])?\Z"
"""The name of a balancer or a target group."""
_BODY = """    type: application
    subnets: tier:app
    security_groups: [web]
    listeners: [{http: 80, forward: web}]
"""

BALANCER_NAME = Problem(
    code="NAM107",
    name="balancer-name",
    level=Level.ERROR,
    title="A name that a load balancer cannot have",
    explanation="The entry's key is the balancer's name: 1 to 32 letters, digits and hyphens, no hyphen at either end, "
    "and not starting with `internal-`, which AWS puts before the DNS name of internal balancers.",
    bad=NETWORK + TARGETS + "load_balancers:\n  web_shop:  # <- NAM107\n" + _BODY,
    good=NETWORK + TARGETS + "load_balancers:\n  web-shop:\n" + _BODY,
    source="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html",
)


def balancer_name(graph: Graph) -> Iterator[Finding]:
    """Match each name."""
    for balancer in graph.of(LoadBalancer):
        name = balancer.name
        if name is not None and (not re.match(NAME, name) or name.startswith("internal-")):
            yield Finding(
                problem=BALANCER_NAME,
                at=balancer.origin,
                on_key=True,
                message=f"a load balancer cannot be called `{name}`",
                help="use 1 to 32 letters, digits and hyphens, not starting with `internal-`",
            )
    for store in graph.of(TrustStore):
        if store.existing is None and not re.match(NAME, store.key):
            message, help_ = f"a trust store cannot be called `{store.key}`", "use 1 to 32 letters, digits and hyphens"
            yield Finding(problem=BALANCER_NAME, at=store.origin, on_key=True, message=message, help=help_)


IDLE_TIMEOUT = Problem(
    code="ELB113",
    name="balancer-idle-timeout",
    level=Level.ERROR,
    title="A timeout that a balancer cannot have",
    explanation="An application balancer closes a connection that is silent for 1 to 4,000 seconds, and a client's after 60 to "
    "604,800. A listener for TCP, or of a gateway balancer, forgets a silent connection after 60 to 6,000.",
    bad=NETWORK + TARGETS + "load_balancers:\n  web:\n    idle_timeout: 0  # <- ELB113\n" + _BODY,
    good=NETWORK + TARGETS + "load_balancers:\n  web:\n    idle_timeout: 60\n" + _BODY,
    source="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html",
)


def idle_timeout(graph: Graph) -> Iterator[Finding]:
    """Compare with the bounds."""
    timed: list[tuple[SpecPath, int | None, int, int, str]] = []
    for balancer in graph.of(LoadBalancer):
        timed.append(((*balancer.origin, "idle_timeout"), balancer.idle_timeout, 1, 4000, "an application balancer"))
        at = (*balancer.origin, "client_keep_alive")
        timed.append((at, balancer.client_keep_alive, 60, 604_800, "an application balancer"))
    listeners = graph.of(Listener)
    timed += [((*one.origin, "idle_timeout"), one.idle_timeout, 60, 6000, "a listener") for one in listeners]
    for at, value, low, high, who in timed:
        if value is not None and not low <= value <= high:
            yield Finding(
                problem=IDLE_TIMEOUT,
                at=at,
                message=f"{value} seconds is outside what {who} takes",
                help=f"write {low} to {high}",
                fixes=nearest_bound(at, value, low, high),
            )


_PUBLIC = (
    HEAD
    + """vpcs:
  main:
    cidr: 10.0.0.0/16
    internet_gateway: igw
    route_tables:
      public: {routes: {0.0.0.0/0: igw}}
    tiers:
      edge:
        route_table: public
        subnets: {edge-a: {zone: a, cidr: 10.0.8.0/24}, edge-c: {zone: c, cidr: 10.0.9.0/24}}
      app:
        subnets: {app-a: {zone: a, cidr: 10.0.0.0/24}, app-c: {zone: c, cidr: 10.0.1.0/24}}
    security_groups:
      web:
        description: Load balancers
        ingress: [{tcp: 80, from: 10.0.0.0/16}]
        egress: [{tcp: 80, to: 10.0.0.0/16}]
"""
    + TARGETS.replace("http: 80", "tcp: 80")
    + """load_balancers:
  web:
    type: network
    scheme: internet-facing
    security_groups: [web]
    listeners: [{tcp: 80, forward: web}]
"""
)

NO_WAY_IN = Problem(
    code="NET310",
    name="balancer-without-internet",
    level=Level.ERROR,
    title="A balancer that faces the internet stands in a subnet without a route to it",
    explanation="The subnets of an internet-facing balancer need a route to the VPC's internet gateway; its answers go "
    "that way. A subnet without a route table of its own follows the VPC's main table, which has no such route.",
    bad=_PUBLIC + "    subnets: tier:app  # <- NET310\n",
    good=_PUBLIC + "    subnets: tier:edge\n",
    source="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html",
)


def no_way_in(graph: Graph) -> Iterator[Finding]:
    """Ask for the route of each subnet of each internet-facing balancer."""
    facing = [one for one in graph.of(LoadBalancer) if one.scheme == "internet-facing"]
    found = routing(graph) if facing else None
    for balancer in facing:
        closed = defaultdict(list)
        for mapping in balancer.subnets:
            if found and has_internet_route(graph, found, graph.get(mapping.subnet)) is False:
                closed[mapping.origin].append(mapping.subnet.key)
        for origin, subnets in closed.items():
            named = " and ".join(f"`{name}`" for name in subnets)
            verb = "has" if len(subnets) == 1 else "have"
            yield Finding(
                problem=NO_WAY_IN,
                at=origin,
                message=f"`{balancer.key}` faces the internet, but {named} {verb} no route to an internet gateway",
                related=(Related(at=(*balancer.origin, "scheme"), label="faces the internet"),),
                help="name public subnets, or write `scheme: internal`",
                fixes=fix("write `scheme: internal`", Edit((*balancer.origin, "scheme"), "internal")),
            )


_WITHOUT = _BODY + "    ip_address_type: dualstack-without-public-ipv4"

NO_PUBLIC_IPV4 = Problem(
    code="ELB119",
    name="balancer-without-public-ipv4",
    level=Level.ERROR,
    title="A balancer does without public IPv4 addresses that it cannot have anyway",
    explanation="`dualstack-without-public-ipv4` is for application balancers that face the internet. An internal one has "
    "no public addresses of IPv4, and a network balancer always has both.",
    bad=NETWORK + TARGETS + "load_balancers:\n  web:\n" + _WITHOUT + "  # <- ELB119\n",
    good=NETWORK + TARGETS + "load_balancers:\n  web:\n" + _BODY + "    ip_address_type: ipv4\n",
    source="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html",
)


_NO_PUBLIC = "dualstack-without-public-ipv4"


def _may_be_without(balancer: LoadBalancer) -> bool:
    return balancer.type == "application" and balancer.scheme == "internet-facing"


def no_public_ipv4(graph: Graph) -> Iterator[Finding]:
    """Compare the kind of addresses with the type and the scheme."""
    for balancer in graph.of(LoadBalancer):
        if balancer.ip_address_type == _NO_PUBLIC and not _may_be_without(balancer):
            at = (*balancer.origin, "ip_address_type")
            yield Finding(
                problem=NO_PUBLIC_IPV4,
                at=at,
                message=f"`{balancer.key}` is an {balancer.scheme} {balancer.type} balancer, and cannot be without them",
                help="write `ipv4`, or `dualstack` in subnets that have IPv6",
                fixes=fix("write `ipv4`", Edit(at, "ipv4")),
            )


_FOUR = """    type: network
    subnets: tier:app
    listeners: [{tcp: 80, forward: data}]
    ip_address_type: dualstack"""
_DATA = "target_groups: {data: {tcp: 80, targets: [10.0.0.10, 10.0.1.10]}}\nload_balancers:\n  web:\n"

NO_IPV6 = Problem(
    code="ELB142",
    name="balancer-without-ipv6",
    level=Level.ERROR,
    title="A balancer has addresses of IPv6 in a subnet that has none",
    explanation="A balancer that is `dualstack` has an IPv6 address in each of its subnets, so each needs an IPv6 block: `ipv6: true` at the "
    "VPC gives them one.",
    bad=NETWORK + _DATA + _FOUR + "  # <- ELB142\n",
    good=NETWORK.replace("    cidr: 10.0.0.0/16\n", "    cidr: 10.0.0.0/16\n    ipv6: true\n", 1)
    + _DATA
    + _FOUR
    + "\n",
    source="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html",
)


def no_ipv6(graph: Graph) -> Iterator[Finding]:
    """Look for the IPv6 block of each subnet; what one that exists has is not known."""
    for balancer in graph.of(LoadBalancer):
        subnets = [graph.get(one.subnet) for one in balancer.subnets]
        without = next((one for one in subnets if one.existing is None and one.ipv6_index is None), None)
        wanted = balancer.ip_address_type == "dualstack" or (
            balancer.ip_address_type == _NO_PUBLIC and _may_be_without(balancer)
        )
        if wanted and without is not None:
            yield Finding(
                problem=NO_IPV6,
                at=(*balancer.origin, "ip_address_type"),
                message=f"`{balancer.key}` is to have addresses of IPv6, and subnet `{without.key}` has none",
                related=(Related(at=without.origin, label="the subnet", on_key=True),),
                help=f"write `ipv6: true` at VPC `{without.vpc.key}`, or `ip_address_type: ipv4`",
            )


RULES = (
    Rule(BALANCER_NAME, balancer_name),
    Rule(IDLE_TIMEOUT, idle_timeout),
    Rule(NO_PUBLIC_IPV4, no_public_ipv4),
    Rule(NO_IPV6, no_ipv6),
    Rule(NO_WAY_IN, no_way_in, needs_whole=True),
)
