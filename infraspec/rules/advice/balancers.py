"""Advice about load balancers, their listeners and rules."""

from collections import defaultdict
from collections.abc import Iterator

from infraspec.diagnostic import Edit, Finding, Fix, How, Level, Problem, Related, SpecPath, choices, fix
from infraspec.graph.elbv2 import LoadBalancer
from infraspec.graph.graph import Graph
from infraspec.graph.listeners import Conditions, Listener, ListenerRule
from infraspec.rules.mends import may_go
from infraspec.rules.rule import Rule
from infraspec.rules.services.examples import BALANCER, CERTIFICATE, NETWORK, TARGETS
from infraspec.rules.services.forwarding import actions, groups_of
from infraspec.rules.services.listeners import protocol_path

_PUBLIC = NETWORK.replace(
    "    tiers:\n      app:\n",
    "    internet_gateway: igw\n    route_tables: {public: {routes: {0.0.0.0/0: igw}}}\n"
    "    tiers:\n      app:\n        route_table: public\n",
)
_FACING = BALANCER.replace("    type: application\n", "    type: application\n    scheme: internet-facing\n")
_SECURE = "      - {https: 443, certificate: www.example.com, forward: web}\n"

CLEAR_TEXT = Problem(
    code="ELB120",
    name="clear-text-listener",
    level=Level.WARNING,
    title="A balancer that faces the internet speaks HTTP alone",
    explanation="What is sent over HTTP can be read and changed on its way. Let the HTTP listener redirect to HTTPS, and "
    "an HTTPS listener with a certificate forward.",
    bad=_PUBLIC + TARGETS + _FACING + "      - {http: 80, forward: web}  # <- ELB120\n",
    good=_PUBLIC + TARGETS + CERTIFICATE + _FACING + "      - {http: 80, redirect: https}\n" + _SECURE,
    source="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html",
)


def clear_text(graph: Graph) -> Iterator[Finding]:
    """Look for HTTP listeners that forward, or have a rule that does, on internet-facing balancers without HTTPS."""
    secure = {one.load_balancer for one in graph.of(Listener) if one.protocol == "HTTPS"}
    seen = set()
    for acting in actions(graph):
        listener = acting.listener
        balancer = graph.get(listener.load_balancer)
        facing = balancer.scheme == "internet-facing" and listener.load_balancer not in secure
        if not facing or listener.protocol != "HTTP" or not groups_of(acting.action):
            continue
        if listener.key not in seen:
            seen.add(listener.key)
            yield Finding(
                problem=CLEAR_TEXT,
                at=protocol_path(listener),
                message=f"`{balancer.key}` serves the internet over HTTP, in clear text",
                related=(Related(at=(*balancer.origin, "scheme"), label="faces the internet"),),
                help="write `redirect: https`, and forward from an `https:` listener",
            )


UNPROTECTED = Problem(
    code="ELB126",
    name="balancer-unprotected",
    level=Level.NOTE,
    title="A balancer for the internet that one call may delete",
    explanation="A balancer that is made anew has another DNS name and other addresses. `deletion_protection: true` makes "
    "AWS refuse to delete it; deploy once with `false` before it is to go.",
    bad=_PUBLIC + TARGETS + CERTIFICATE + _FACING.replace("  web:\n", "  web:  # <- ELB126\n") + _SECURE,
    good=_PUBLIC
    + TARGETS
    + CERTIFICATE
    + _FACING.replace("    listeners:\n", "    deletion_protection: true\n    listeners:\n")
    + _SECURE,
    source="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html",
)


def unprotected(graph: Graph) -> Iterator[Finding]:
    """Read the setting of each balancer that faces the internet."""
    for balancer in graph.of(LoadBalancer):
        if balancer.scheme == "internet-facing" and not balancer.deletion_protection:
            yield Finding(
                problem=UNPROTECTED,
                at=balancer.origin,
                on_key=True,
                message=f"load balancer `{balancer.key}` may be deleted by one call",
                help="write `deletion_protection: true`",
                fixes=fix("write `deletion_protection: true`", Edit((*balancer.origin, "deletion_protection"), "true")),
            )


ODD_HEADERS = Problem(
    code="ELB127",
    name="odd-headers-passed-on",
    level=Level.WARNING,
    title="A balancer passes on headers with odd names",
    explanation="Headers whose names are no names are how one request is smuggled inside another. Balancers made here drop "
    "them unless the spec says otherwise.",
    bad=NETWORK
    + TARGETS
    + BALANCER.replace("    listeners:\n", "    drop_invalid_header_fields: false  # <- ELB127\n    listeners:\n")
    + "      - {http: 80, forward: web}\n",
    good=NETWORK + TARGETS + BALANCER + "      - {http: 80, forward: web}\n",
    source="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html",
)


def odd_headers(graph: Graph) -> Iterator[Finding]:
    """Look for the setting."""
    for balancer in graph.of(LoadBalancer):
        if balancer.drop_invalid_header_fields is False:
            at = (*balancer.origin, "drop_invalid_header_fields")
            message = f"`{balancer.key}` passes on headers whose names are no names"
            fixes = fix("remove it", Edit(at, how=How.REMOVE))
            yield Finding(problem=ODD_HEADERS, at=at, message=message, help="remove it", fixes=fixes)


_RULES = NETWORK + TARGETS + BALANCER + "      - http: 80\n        forward: web\n        rules:\n"

SHADOWED = Problem(
    code="ELB133",
    name="listener-rule-never-applies",
    level=Level.WARNING,
    title="A rule of a listener that an earlier one keeps from ever applying",
    explanation="Rules are asked in the order of their priorities, and the first that fits decides. A rule whose every host "
    "and path an earlier rule takes already is never reached.",
    bad=_RULES
    + "          - {priority: 10, path: [/api/*, /v1/*], forward: web}\n"
    + "          - {priority: 20, path: /v1/*, respond: 410}  # <- ELB133\n",
    good=_RULES
    + "          - {priority: 10, path: /v1/*, respond: 410}\n"
    + "          - {priority: 20, path: [/api/*, /v1/*], forward: web}\n",
    source="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html",
)
_ANY = "*"


def shadowed(graph: Graph) -> Iterator[Finding]:
    """Take each listener's rules in order, and remember every pair of host and path that one takes."""
    by_listener: dict[str, list[ListenerRule]] = defaultdict(list)
    for rule in graph.of(ListenerRule):
        by_listener[rule.listener.key].append(rule)
    for rules in by_listener.values():
        taken: dict[tuple[str, str], ListenerRule] = {}
        for rule in sorted(rules, key=lambda one: one.priority):
            pairs = _pairs(rule)
            earlier = [_taker(taken, host, path) for host, path in pairs]
            first = earlier[0]
            if first is not None and all(earlier):
                if first.priority != rule.priority:
                    yield Finding(
                        problem=SHADOWED,
                        at=rule.origin,
                        message=f"this rule never applies: priority {first.priority} takes all of its requests",
                        related=(Related(at=first.origin, label="is asked before it"),),
                        help="give it a lower priority, or remove it",
                        fixes=_earlier(graph, rules, first, rule),
                    )
                continue
            nothing = Conditions((), ())
            if rule.conditions != nothing and rule.conditions[2:] == nothing[2:]:
                for pair in pairs:
                    taken.setdefault(pair, rule)


def _earlier(graph: Graph, rules: list[ListenerRule], first: ListenerRule, rule: ListenerRule) -> tuple[Fix, ...]:
    """The rule goes, or stands at the nearest priority before the one that takes its requests."""
    taken = {one.priority for one in rules}
    free = next((priority for priority in range(first.priority - 1, 0, -1) if priority not in taken), None)
    lower = choices((*rule.origin, "priority"), [str(free)]) if free is not None else ()
    return (*lower, *may_go(graph, rule.origin))


def _pairs(rule: ListenerRule) -> list[tuple[str, str]]:
    """What a rule takes: each of its hosts, without regard to capitals, with each of its paths."""
    hosts = [host.lower() for host in rule.conditions.hosts] or [_ANY]
    return [(host, path) for host in hosts for path in rule.conditions.paths or (_ANY,)]


def _taker(taken: dict[tuple[str, str], ListenerRule], host: str, path: str) -> ListenerRule | None:
    """The rule that takes a host and path already, by the same words or by a `*` alone."""
    for one in ((host, path), (host, _ANY), (host, "/*"), (_ANY, path), (_ANY, _ANY), (_ANY, "/*")):
        if one in taken:
            return taken[one]
    return None


CLOSED = Problem(
    code="ELB134",
    name="redirect-to-closed-port",
    level=Level.WARNING,
    title="A redirect to a port that the balancer does not listen on",
    explanation="The balancer sends the client to another port of its own name, and nothing answers there. This is fine "
    "where something else stands in front of it and speaks HTTPS.",
    bad=NETWORK
    + TARGETS
    + BALANCER
    + "      - {http: 80, redirect: https}  # <- ELB134\n      - {http: 81, forward: web}\n",
    good=NETWORK + TARGETS + CERTIFICATE + BALANCER + "      - {http: 80, redirect: https}\n" + _SECURE,
    source="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-action-types.html",
)


def closed(graph: Graph) -> Iterator[Finding]:
    """Look for a listener at the end of each redirect that keeps the host."""
    ports: dict[str, set[int]] = defaultdict(set)
    for listener in graph.of(Listener):
        ports[listener.load_balancer.key].add(listener.port)
    for acting in actions(graph):
        redirect, listener = acting.action.redirect, acting.listener
        if redirect is None or redirect.host != "#{host}" or not redirect.port.isdigit():
            continue
        if int(redirect.port) not in ports[listener.load_balancer.key]:
            at: SpecPath = (*acting.origin, "redirect")
            yield Finding(
                problem=CLOSED,
                at=at,
                message=f"`{listener.load_balancer.key}` does not listen on port {redirect.port}, where this redirect leads",
                help=f"add a listener on port {redirect.port}",
            )


RULES = (
    Rule(CLEAR_TEXT, clear_text),
    Rule(UNPROTECTED, unprotected),
    Rule(ODD_HEADERS, odd_headers),
    Rule(SHADOWED, shadowed),
    Rule(CLOSED, closed, needs_whole=True),
)
