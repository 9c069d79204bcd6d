"""What listeners and their rules do with a request."""

import re
from collections import Counter
from collections.abc import Iterator

from infraspec.diagnostic import Edit, Finding, Level, Problem, Related, SpecPath, choices, fix, nearest_bound
from infraspec.graph.graph import Graph
from infraspec.graph.listeners import FixedResponse, Listener, ListenerRule, Redirect
from infraspec.rules.mends import named
from infraspec.rules.rule import Rule
from infraspec.rules.services.conditions import values, wrong
from infraspec.rules.services.examples import BALANCER, NETWORK, TARGETS
from infraspec.rules.services.forwarding import actions, groups_of

_STATUS = r"[245][0-9]{2}\Z"
_MAX_PRIORITY = 50_000
_MAX_WILDCARDS = 5
_MAX_BODY = 1024
_MAX_WEIGHT = 999
_HTTP = BALANCER + "      - http: 80\n"

ACTION_FORM = Problem(
    code="ELB114",
    name="listener-rule-form",
    level=Level.ERROR,
    title="A rule or an action that AWS refuses",
    explanation="A rule has a priority of 1 to 50,000 that no other rule of its listener has, and a host, a path or "
    "another condition of at most 128 characters; a host has a dot, and neither has a space. An answer has a status 2xx, 4xx or 5xx and at most 1,024 characters. A redirect leads "
    "somewhere else than the request came to, or it would go round for ever.",
    bad=NETWORK
    + TARGETS
    + _HTTP
    + "        forward: web\n        rules:\n"
    + "          - {priority: 10, path: /old/*, respond: 410}\n"
    + "          - {priority: 10, path: /new/*, respond: 404}  # <- ELB114\n",
    good=NETWORK
    + TARGETS
    + _HTTP
    + "        forward: web\n        rules:\n"
    + "          - {priority: 10, path: /old/*, respond: 410}\n"
    + "          - {priority: 20, path: /new/*, respond: 404}\n",
    source="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html",
)


def action_form(graph: Graph) -> Iterator[Finding]:
    """Read each rule and each action."""
    yield from _rules(graph)
    for acting in actions(graph):
        if acting.action.redirect is not None:
            yield from _redirect(acting.origin, acting.listener, acting.action.redirect)
        if acting.action.fixed_response is not None:
            yield from _response(acting.origin, acting.action.fixed_response)


def _rules(graph: Graph) -> Iterator[Finding]:
    first: dict[str, ListenerRule] = {}
    for rule in graph.of(ListenerRule):
        at = (*rule.origin, "priority")
        if not 1 <= rule.priority <= _MAX_PRIORITY:
            message = f"{rule.priority} is not a priority"
            fixes = nearest_bound(at, rule.priority, 1, _MAX_PRIORITY)
            yield Finding(problem=ACTION_FORM, at=at, message=message, help="write 1 to 50000", fixes=fixes)
        other = first.setdefault(rule.key, rule)
        if other is not rule:
            related = (Related(at=(*other.origin, "priority"), label="and here"),)
            message = f"two rules of one listener have priority {rule.priority}"
            taken = {one.priority for one in graph.of(ListenerRule) if one.listener == rule.listener}
            free = next(number for number in range(rule.priority + 1, 2 * _MAX_PRIORITY) if number not in taken)
            help_ = f"write {free}, which is free"
            fixes = fix(help_, Edit(at, str(free))) if free <= _MAX_PRIORITY else ()
            yield Finding(problem=ACTION_FORM, at=at, message=message, related=related, help=help_, fixes=fixes)
        asked = list(values(rule.conditions))
        if not asked:
            message = "the rule asks for nothing: it says neither `host` nor `path` nor any other condition"
            help_ = "add one, or let the listener itself do it"
            yield Finding(problem=ACTION_FORM, at=rule.origin, message=message, help=help_)
        for one in asked:
            if found := wrong(one):
                yield Finding(problem=ACTION_FORM, at=(*rule.origin, *one.keys), message=found[0], help=found[1])


def _redirect(origin: SpecPath, listener: Listener, redirect: Redirect) -> Iterator[Finding]:
    own = {"#{protocol}": listener.protocol, "#{port}": str(listener.port)}
    same_way = own.get(redirect.protocol, redirect.protocol) == listener.protocol
    same_port = own.get(redirect.port, redirect.port) == str(listener.port)
    kept = (redirect.host, redirect.path, redirect.query) == ("#{host}", "/#{path}", "#{query}")
    at = (*origin, "redirect")
    if same_way and same_port and kept:
        message = f"the redirect leads back to {listener.protocol} on port {listener.port}, for ever"
        yield Finding(
            problem=ACTION_FORM, at=at, message=message, help="change the protocol, port, host, path or query"
        )
    if not redirect.path.startswith("/"):
        message = f"`{redirect.path}` is not a path"
        yield Finding(
            problem=ACTION_FORM,
            at=(*at, "path"),
            message=message,
            help=f"write /{redirect.path}",
            fixes=fix(f"write /{redirect.path}", Edit((*at, "path"), f"/{redirect.path}")),
        )


def _response(origin: SpecPath, response: FixedResponse) -> Iterator[Finding]:
    at = (*origin, "respond")
    if not re.match(_STATUS, response.status_code):
        message = f"a balancer does not answer with status {response.status_code}"
        yield Finding(problem=ACTION_FORM, at=(*at, "status"), message=message, help="write 2xx, 4xx or 5xx")
    if len(response.message_body) > _MAX_BODY:
        message = f"an answer of {len(response.message_body):,} characters"
        yield Finding(problem=ACTION_FORM, at=(*at, "body"), message=message, help="write 1,024 at most")


_GREEN = TARGETS.replace("  web:", "  green: {http: 80, targets: [10.0.0.11]}\n  web:")

WEIGHTS = Problem(
    code="ELB115",
    name="target-group-weights",
    level=Level.ERROR,
    title="Weights that send requests nowhere",
    explanation="A target group's weight is 0 to 999, its share of the sum of all. Where all are 0 nothing answers.",
    bad=NETWORK + _GREEN + _HTTP + "        forward: {web: 0, green: 0}  # <- ELB115\n",
    good=NETWORK + _GREEN + _HTTP + "        forward: {web: 100, green: 0}\n",
    source="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupTuple.html",
)


def weights(graph: Graph) -> Iterator[Finding]:
    """Compare each weight with its bounds, and their sum with 0."""
    for acting in actions(graph):
        at = (*acting.origin, "forward")
        shares = acting.action.forward
        for one in shares:
            if not 0 <= one.weight <= _MAX_WEIGHT:
                message = f"{one.weight} is not a weight"
                yield Finding(
                    problem=WEIGHTS,
                    at=(*at, one.target_group.key),
                    message=message,
                    help="write 0 to 999",
                    fixes=nearest_bound((*at, one.target_group.key), one.weight, 0, _MAX_WEIGHT),
                )
        if shares and not any(one.weight for one in shares):
            yield Finding(problem=WEIGHTS, at=at, message="every weight is 0", help="give one target group a share")


APPLICATION_LIMITS = Problem(
    code="QUO111",
    name="application-balancer-limits",
    level=Level.ERROR,
    title="More than an application balancer takes",
    explanation="An action of an application balancer forwards to five target groups at most, and a rule asks for five "
    "values together, hosts, paths and all others, with five of `*` and `?`. AWS does not raise these limits.",
    bad=NETWORK
    + TARGETS
    + _HTTP
    + "        forward: web\n        rules:\n          - priority: 10\n            respond: 404\n"
    + "            path: [/a, /b, /c, /d, /e, /f]  # <- QUO111\n",
    good=NETWORK
    + TARGETS
    + _HTTP
    + "        forward: web\n        rules:\n          - priority: 10\n            respond: 404\n"
    + "            path: [/a, /b, /c, /d, /e]\n",
    source="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html",
)


def application_limits(graph: Graph) -> Iterator[Finding]:
    """Count target groups and conditions."""
    for rule in graph.of(ListenerRule):
        asked = list(values(rule.conditions))
        if len(asked) > 5:
            fields = Counter(one.keys[0] for one in reversed(asked))
            message = f"the rule asks for {len(asked)} values, such as hosts and paths, and AWS takes 5"
            at = (*rule.origin, fields.most_common(1)[0][0])
            yield Finding(problem=APPLICATION_LIMITS, at=at, message=message, help="write a second rule for the rest")
        wild = sum(letter in "*?" for one in asked if one.keys[0] != "method" for letter in one.text)
        if wild > _MAX_WILDCARDS:
            message = f"the rule has {wild} of `*` and `?`, and AWS takes {_MAX_WILDCARDS}"
            yield Finding(problem=APPLICATION_LIMITS, at=rule.origin, message=message, help="write fewer")
    for acting in actions(graph):
        count = len(groups_of(acting.action))
        if count > 5 and graph.get(acting.listener.load_balancer).type == "application":
            message = f"the action forwards to {count} target groups, and AWS takes 5"
            yield Finding(problem=APPLICATION_LIMITS, at=(*acting.origin, "forward"), message=message)


_TCP = """load_balancers:
  web:
    type: network
    subnets: tier:app
    security_groups: [web]
    listeners:
      - tcp: 80
"""
_TWO = "target_groups:\n  web: {tcp: 80, targets: [10.0.0.10]}\n"

NETWORK_LIMITS = Problem(
    code="QUO112",
    name="network-balancer-limits",
    level=Level.ERROR,
    title="More than a network balancer takes",
    explanation="A listener of a network or gateway balancer forwards to one target group.",
    bad=NETWORK
    + _TWO
    + "  new: {tcp: 80, targets: [10.0.0.11]}\n"
    + _TCP
    + "        forward: {web: 90, new: 10}  # <- QUO112\n",
    good=NETWORK + _TWO + _TCP + "        forward: web\n",
    source="https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-limits.html",
)


def network_limits(graph: Graph) -> Iterator[Finding]:
    """Count target groups."""
    for acting in actions(graph):
        balancer = graph.get(acting.listener.load_balancer)
        if balancer.type != "application" and len(acting.action.forward) > 1:
            message = f"{balancer.type} balancer `{balancer.key}` forwards to {len(acting.action.forward)} target groups, and AWS takes 1"
            at = (*acting.origin, "forward")
            fixes = choices(at, (named(one.target_group.key) for one in acting.action.forward))
            yield Finding(problem=NETWORK_LIMITS, at=at, message=message, help="name one", fixes=fixes)


RULES = (
    Rule(ACTION_FORM, action_form),
    Rule(WEIGHTS, weights),
    Rule(APPLICATION_LIMITS, application_limits),
    Rule(NETWORK_LIMITS, network_limits),
)
