"""Settings of listeners that one protocol has and others have not, and balancers as targets of others."""

from collections.abc import Iterator

from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, SpecPath, fix
from infraspec.graph.elbv2 import LoadBalancer, Target, TargetGroup
from infraspec.graph.graph import Graph
from infraspec.graph.listeners import Listener
from infraspec.rules.rule import Rule
from infraspec.rules.services.examples import BALANCER, NETWORK, TARGETS
from infraspec.rules.services.forwarding import actions

_HTTP = NETWORK + TARGETS + BALANCER + "      - http: 80\n        forward: web\n"

LISTENER_SETTINGS = Problem(
    code="ELB136",
    name="listener-setting-of-another-protocol",
    level=Level.ERROR,
    title="A setting that a listener of this protocol cannot have",
    explanation="Clients show certificates and sign in on listeners for HTTPS alone. ALPN is for TLS, and an idle timeout of a listener "
    "for TCP and for gateway balancers; that of an application balancer stands beside its `listeners`.",
    bad=_HTTP + "        mutual_authentication: passthrough  # <- ELB136\n",
    good=_HTTP,
    source="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html",
)


def listener_settings(graph: Graph) -> Iterator[Finding]:
    """Compare each setting with the protocol."""
    for listener in graph.of(Listener):
        for field, value, takes in (
            ("mutual_authentication", listener.mutual_authentication, ("HTTPS",)),
            ("alpn", listener.alpn_policy, ("TLS",)),
            ("idle_timeout", listener.idle_timeout, ("TCP", "GENEVE")),
        ):
            if value is not None and listener.protocol not in takes:
                yield _foreign(listener, (*listener.origin, field), " and ".join(takes))
    for acting in actions(graph):
        if acting.action.cognito is not None and acting.listener.protocol != "HTTPS":
            yield _foreign(acting.listener, (*acting.origin, "authenticate"), "HTTPS")


def _foreign(listener: Listener, at: SpecPath, takes: str) -> Finding:
    help_ = f"remove `{at[-1]}`"
    return Finding(
        problem=LISTENER_SETTINGS,
        at=at,
        message=f"`{at[-1]}` is for listeners for {takes}, and this one is for {listener.protocol}",
        help=help_,
        fixes=fix(help_, Edit(at, how=How.REMOVE)),
        on_key=True,
    )


_BEHIND = (
    NETWORK
    + TARGETS
    + BALANCER
    + "      - {http: 80, forward: web}\n"
    + "  front: {type: network, subnets: tier:app, security_groups: [web], listeners: [{tcp: 80, forward: inner}]}\n"
)

BALANCER_TARGET = Problem(
    code="ELB141",
    name="balancer-as-target",
    level=Level.ERROR,
    title="A balancer that cannot be a target as it is written",
    explanation="A network balancer sends to an application balancer through a target group for `tcp` that holds it alone, on a port that "
    "the application balancer listens on.",
    bad=_BEHIND.replace(
        "target_groups:\n", "target_groups:\n  inner: {tcp: 8080, targets: [{load_balancer: web}]}  # <- ELB141\n"
    ),
    good=_BEHIND.replace("target_groups:\n", "target_groups:\n  inner: {tcp: 80, targets: [{load_balancer: web}]}\n"),
    source="https://docs.aws.amazon.com/elasticloadbalancing/latest/network/application-load-balancer-target.html",
)


def balancer_target(graph: Graph) -> Iterator[Finding]:
    """Compare the group with the balancer in it."""
    ports: dict[str, set[int]] = {}
    for listener in graph.of(Listener):
        ports.setdefault(listener.load_balancer.key, set()).add(listener.port)
    for group in graph.of(TargetGroup):
        for target in group.targets:
            if target.load_balancer is not None:
                balancer = graph.get(target.load_balancer)
                yield from _wrong_target(group, target, balancer, ports.get(balancer.key, set()))


def _wrong_target(group: TargetGroup, target: Target, balancer: LoadBalancer, ports: set[int]) -> Iterator[Finding]:
    related = (Related(at=balancer.origin, label="the balancer", on_key=True),)
    said: tuple[str, str] | None = None
    if balancer.type != "application":
        said = (
            f"`{balancer.key}` is a {balancer.type} balancer, which cannot be a target",
            "name an application balancer",
        )
    elif group.protocol != "TCP":
        said = f"a balancer is a target over TCP, and `{group.key}` is for {group.protocol}", "write `tcp`"
    elif len(group.targets) > 1:
        said = f"`{group.key}` holds several balancers, and AWS takes one", "make a target group for each"
    elif target.port not in ports:
        listed = " or ".join(str(port) for port in sorted(ports)) or "a port that it listens on"
        said = f"`{balancer.key}` does not listen on port {target.port}", f"write {listed}"
    if said is not None:
        yield Finding(problem=BALANCER_TARGET, at=target.origin, message=said[0], help=said[1], related=related)


RULES = (Rule(LISTENER_SETTINGS, listener_settings), Rule(BALANCER_TARGET, balancer_target, needs_whole=True))
