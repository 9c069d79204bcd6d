"""The security groups between clients, a load balancer and its targets."""

from collections.abc import Iterator
from ipaddress import IPv4Network
from typing import Final, NamedTuple

from infraspec.analysis.admission import Admission, Party, party_of
from infraspec.analysis.blocks import runs
from infraspec.analysis.coverage import Flow, said, written
from infraspec.analysis.interfaces import Interface
from infraspec.analysis.one_sided import halves
from infraspec.diagnostic import Finding, Level, Problem, Related, Safety
from infraspec.graph.elbv2 import LoadBalancer, Target, TargetGroup
from infraspec.graph.graph import Graph
from infraspec.graph.listeners import Listener
from infraspec.graph.security_groups import SecurityGroup
from infraspec.rules.mends import rule_added
from infraspec.rules.rule import Rule
from infraspec.rules.services.forwarding import forwards

_PAGE = "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-update-security-groups.html"
_TCP: Final = ("tcp",)
_PROTOCOLS: Final[dict[str, tuple[str, ...]]] = {"UDP": ("udp",), "TCP_UDP": ("tcp", "udp")}
"""What a listener or target group of each protocol is to a security group; TCP unless it says otherwise."""


def _example(
    out: str, into: str, *, listener: str = "80", mark: str = "", kind: str = "application", top: str = ""
) -> str:
    """A balancer with one machine behind it."""
    groups = "    security_groups: [edge]\n" if kind == "application" else ""
    protocol = "http" if kind == "application" else "tcp"
    return f"""version: 1
name: demo
region: ap-northeast-2
vpcs:
  main:
    cidr: 10.0.0.0/16
    tiers: {{app: {{subnets: {{app-a: {{zone: a, cidr: 10.0.0.0/24}}, app-c: {{zone: c, cidr: 10.0.1.0/24}}}}}}}}
    security_groups:
      edge: {{ingress: [{{tcp: 80, from: 10.0.0.0/8}}], egress: [{{{out}}}]}}
      back: {{ingress: [{{{into}}}], egress: []}}
load_balancers:
  web:
    type: {kind}
    subnets: tier:app
{groups}    listeners:
      - {{{protocol}: {listener}, forward: app}}{top}
target_groups:
  app: {{{protocol}: 8080, targets: [app-1]}}{mark}
instances:
  app-1: {{image: ubuntu-24.04, type: t3.micro, subnet: app-a, security_groups: [back]}}
"""


CUT_OFF = Problem(
    code="SEC208",
    name="targets-cut-off-from-balancer",
    level=Level.WARNING,
    title="A load balancer whose targets no group lets it reach",
    explanation="The balancer's groups must let out the port of the targets and that of the health check, and the targets' groups must let "
    "them in. Otherwise every target is unwell, and requests are answered by 502, 503 or 504.",
    bad=_example("tcp: 80, to: 10.0.0.0/16", "tcp: 8080, from: 10.0.0.0/16", mark="  # <- SEC208"),
    good=_example("tcp: 8080, to: 10.0.0.0/16", "tcp: 8080, from: 10.0.0.0/16"),
    source=_PAGE,
)
DEAD_LISTENER = Problem(
    code="SEC209",
    name="listener-port-not-let-in",
    level=Level.NOTE,
    title="A listener on a port that the balancer's groups let nobody in on",
    explanation="Clients reach a listener only if a group of the balancer lets its port in.",
    bad=_example("tcp: 8080, to: back", "tcp: 8080, from: edge", listener="81", top="  # <- SEC209"),
    good=_example("tcp: 8080, to: back", "tcp: 8080, from: edge"),
    source=_PAGE,
)
NO_GROUPS = Problem(
    code="SEC211",
    name="network-balancer-not-let-in",
    level=Level.WARNING,
    title="Targets of a network balancer without groups that let no address of it in",
    explanation="A network balancer without security groups sends its health checks from its own addresses, so a rule of the targets that "
    "names a group matches none of them. Let in the block of the balancer's subnets, and the clients' addresses.",
    bad=_example("tcp: 8080, to: back", "tcp: 8080, from: edge", kind="network", mark="  # <- SEC211"),
    good=_example("tcp: 8080, to: back", "tcp: 8080, from: vpc", kind="network"),
    source="https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-register-targets.html",
)


class _Path(NamedTuple):
    """A balancer, and a target whose interface is known."""

    balancer: LoadBalancer
    group: TargetGroup
    interface: Interface
    flows: list[Flow]
    """The port that it serves, and the port of its health check."""


def _paths(graph: Graph, admission: Admission) -> Iterator[list[_Path]]:
    """The paths of each balancer to each of its target groups."""
    seen = set()
    for use in forwards(graph):
        group, balancer = graph.get(use.target_group), graph.get(use.load_balancer)
        if (group.key, balancer.key) in seen or group.existing is not None or balancer.existing is not None:
            continue
        seen.add((group.key, balancer.key))
        found = [_path(graph, admission, balancer, group, target) for target in group.targets]
        known = [one for one in found if one is not None and one.interface.groups]
        if known:
            yield known


def _path(
    graph: Graph, admission: Admission, balancer: LoadBalancer, group: TargetGroup, target: Target
) -> _Path | None:
    if target.port is None or group.vpc is None or group.protocol is None:
        return None
    if target.instance is not None:
        one = graph.get(target.instance)
        interface = Interface(one.key, one.origin, graph.get(one.subnet), one.private_ip, one.security_groups)
    else:
        found = admission.host(group.vpc.key, f"{target.address}/32") if target.address else None
        if found is None:
            return None
        interface = found
    protocols = _PROTOCOLS.get(group.protocol, _TCP)
    asked = group.health_check.port
    check = target.port if asked in (None, "traffic-port") else int(asked)
    flows = [Flow(protocol, target.port, target.port, "") for protocol in protocols]
    flows.append(Flow("tcp", check, check, ""))
    return _Path(balancer, group, interface, list(dict.fromkeys(flows)))


def cut_off(graph: Graph) -> Iterator[Finding]:
    """Ask for a way from each balancer to any target of each of its groups, on each port."""
    admission = Admission(graph)
    one_sided = {(half.group, holder) for half in halves(graph, admission) for holder in half.holders}
    for paths in _paths(graph, admission):
        balancer = paths[0].balancer
        if not balancer.security_groups or any(_is_told(one_sided, path) for path in paths):
            continue
        sender = _sender(graph, balancer)
        for asked in paths[0].flows:
            open_in = [admission.allows("ingress", party_of(path.interface), sender, asked) for path in paths]
            open_out = [admission.allows("egress", sender, party_of(path.interface), asked) for path in paths]
            if not any(into and out for into, out in zip(open_in, open_out, strict=True)):
                yield _cut(graph, admission, paths[0], asked, sends=any(open_out))
                break


def _is_told(one_sided: set[tuple[str, str]], path: _Path) -> bool:
    """Whether another rule says that half of the path is missing."""
    pairs = ((one.key, other.key) for one in path.balancer.security_groups for other in path.interface.groups)
    return any(pair in one_sided or pair[::-1] in one_sided for pair in pairs)


def _sender(graph: Graph, balancer: LoadBalancer) -> Party:
    """A balancer as it calls its targets: from any of its subnets."""
    groups = frozenset(one.key for one in balancer.security_groups)
    fixed = (IPv4Network(one.private_ip) if one.private_ip else graph.get(one.subnet).cidr for one in balancer.subnets)
    return Party(groups, runs(fixed))


def _cut(graph: Graph, admission: Admission, path: _Path, asked: Flow, *, sends: bool) -> Finding:
    balancer, group = path.balancer, path.group
    theirs = path.interface.groups[0]
    is_check = asked == path.flows[-1] and len(path.flows) > 1
    what = f"health checks on {said(asked)}" if is_check else said(asked)
    if sends:
        message = f"no target of `{group.key}` lets {what} in from load balancer `{balancer.key}`"
        holder, word, peer = graph.get(theirs), "ingress", balancer.security_groups[0].key
    else:
        message = f"load balancer `{balancer.key}` may not send {what} to any target of `{group.key}`"
        holder, word, peer = graph.get(balancer.security_groups[0]), "egress", theirs.key
    related = Related(at=(*holder.origin, word), label=f"{word} of `{holder.key}`", on_key=True)
    traffic, whom = written(asked), admission.name(peer)
    return Finding(
        problem=CUT_OFF,
        at=group.origin,
        message=message,
        related=(related,),
        help=f"add `{{{traffic}, {'to' if word == 'egress' else 'from'}: {whom}}}` to the {word} of `{holder.key}`",
        fixes=rule_added(holder, word, traffic, whom),
        on_key=True,
    )


def dead_listener(graph: Graph) -> Iterator[Finding]:
    """Ask the groups of each balancer about each of its listeners."""
    admission = Admission(graph)
    anyone = Party(frozenset(one.key for one in graph.of(SecurityGroup)), runs([IPv4Network("0.0.0.0/0")]))
    for listener in graph.of(Listener):
        balancer = graph.get(listener.load_balancer)
        if not balancer.security_groups or balancer.existing is not None:
            continue
        party = Party(frozenset(one.key for one in balancer.security_groups), runs([]))
        flows = [Flow(one, listener.port, listener.port, "") for one in _PROTOCOLS.get(listener.protocol, _TCP)]
        shut = [one for one in flows if not admission.allows("ingress", party, anyone, one)]
        if shut:
            group = graph.get(balancer.security_groups[0])
            yield Finding(
                problem=DEAD_LISTENER,
                at=listener.origin,
                message=f"the groups of `{balancer.key}` let nobody in on {said(shut[0])}",
                help=f"add `{{{written(shut[0])}, from: …}}` with the clients to the ingress of `{group.key}`",
                fixes=tuple(
                    one._replace(safety=Safety.CHOICE)
                    for peer in ("vpc", "0.0.0.0/0")
                    if peer == "vpc" or balancer.scheme == "internet-facing"
                    for one in rule_added(group, "ingress", written(shut[0]), peer)
                ),
            )


def no_groups(graph: Graph) -> Iterator[Finding]:
    """Ask the targets of each network balancer without groups about the blocks of its subnets."""
    admission = Admission(graph)
    for paths in _paths(graph, admission):
        balancer, group, asked = paths[0].balancer, paths[0].group, paths[0].flows[-1]
        if balancer.security_groups or balancer.type != "network":
            continue
        sender = _sender(graph, balancer)
        if any(admission.allows("ingress", party_of(path.interface), sender, asked) for path in paths):
            continue
        holder = graph.get(paths[0].interface.groups[0])
        blocks = [str(graph.get(one.subnet).cidr) for one in balancer.subnets]
        yield Finding(
            problem=NO_GROUPS,
            at=group.origin,
            message=f"no target of `{group.key}` lets the health checks of `{balancer.key}` in, {said(asked)}",
            related=(Related(at=(*holder.origin, "ingress"), label=f"ingress of `{holder.key}`", on_key=True),),
            help=f"add `{{{written(asked)}, from: [{', '.join(blocks)}]}}` to the ingress of `{holder.key}`",
            fixes=rule_added(holder, "ingress", written(asked), *blocks),
            on_key=True,
        )


RULES = (
    Rule(CUT_OFF, cut_off, needs_whole=True),
    Rule(DEAD_LISTENER, dead_listener, needs_whole=True),
    Rule(NO_GROUPS, no_groups, needs_whole=True),
)
