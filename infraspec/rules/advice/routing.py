"""Answers that are never given, or given although they are not well."""

from collections.abc import Iterator

from infraspec.diagnostic import Edit, Finding, Level, Problem, fix
from infraspec.graph.graph import Graph
from infraspec.graph.route53 import HealthCheck, RecordSet
from infraspec.rules.rule import Rule
from infraspec.rules.services.examples import HEAD

_SOURCE = "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover.html"
_ZONES = HEAD + "dns:\n  zones:\n    example.com: {existing: Z0123456789EXAMPLE}\n"
_ANSWERS = "  records:\n    www.example.com:\n      zone: example.com\n      answers:\n"
_SECOND = "        far: {failover: secondary, A: 192.0.2.2}\n"

UNWATCHED = Problem(
    code="DNS110",
    name="failover-without-health",
    level=Level.WARNING,
    title="A primary answer that nobody watches",
    explanation="Failover leaves the primary answer when its health check fails, or when the alias sees no healthy target. "
    "Without either the secondary answer is never given.",
    bad=_ZONES + _ANSWERS + "        near: {failover: primary, A: 192.0.2.1}  # <- DNS110\n" + _SECOND,
    good=_ZONES
    + "  health_checks:\n    near: {https: near.example.com}\n"
    + _ANSWERS
    + "        near: {failover: primary, A: 192.0.2.1, health_check: near}\n"
    + _SECOND,
    source=_SOURCE,
)


def unwatched(graph: Graph) -> Iterator[Finding]:
    """Look for what says that a primary answer is unwell."""
    for record in graph.of(RecordSet):
        routing, alias = record.routing, record.alias
        if routing is None or routing.failover != "PRIMARY" or record.health_check is not None:
            continue
        if alias is None or not alias.evaluate_target_health:
            watch = (*record.origin, "evaluate_target_health")
            yield Finding(
                problem=UNWATCHED,
                at=(*record.origin, "failover"),
                message=f"nothing says when `{record.origin[-1]}` is unwell, so `{record.name}` never fails over",
                help="add `health_check:`" if alias is None else "add `evaluate_target_health: true`",
                fixes=() if alias is None else fix("watch the targets", Edit(watch, "true")),
            )


NO_DEFAULT = Problem(
    code="DNS123",
    name="no-default-location",
    level=Level.WARNING,
    title="Nothing for those who ask from elsewhere",
    explanation="Those whose location no answer has, and those whose location is not known, get no answer at all unless "
    "one has `location: default`.",
    bad=_ZONES + _ANSWERS + "        asia: {location: {continent: AS}, A: 192.0.2.1}  # <- DNS123\n",
    good=_ZONES
    + _ANSWERS
    + "        asia: {location: {continent: AS}, A: 192.0.2.1}\n        rest: {location: default, A: 192.0.2.2}\n",
    source="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-geo.html",
)


def no_default(graph: Graph) -> Iterator[Finding]:
    """Look for a default among the answers of each name."""
    first: dict[tuple[str, str, str], RecordSet] = {}
    has_default: set[tuple[str, str, str]] = set()
    for record in graph.of(RecordSet):
        where = record.routing.geo_location if record.routing else None
        if where is not None:
            key = (record.zone.key, record.name.lower(), record.type)
            first.setdefault(key, record)
            if where.country == "*":
                has_default.add(key)
    for key, record in first.items():
        if key not in has_default:
            message = f"who asks for `{record.name}` from elsewhere gets no answer"
            at = (*record.origin, "location")
            yield Finding(problem=NO_DEFAULT, at=at, message=message, help="add an answer with `location: default`")


UNUSED = Problem(
    code="DNS124",
    name="unused-health-check",
    level=Level.NOTE,
    title="A health check that decides nothing",
    explanation="A health check costs by the month. It is of use where an answer or another check names it, or where its "
    "metric has an alarm.",
    bad=_ZONES + "  health_checks:\n    web: {https: www.example.com}  # <- DNS124\n",
    good=_ZONES
    + "  health_checks:\n    web: {https: www.example.com}\n"
    + _ANSWERS
    + "        web: {multivalue: true, A: 192.0.2.1, health_check: web}\n",
    source="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-types.html",
)


def unused(graph: Graph) -> Iterator[Finding]:
    """Look for whoever names each check."""
    named = {record.health_check.key for record in graph.of(RecordSet) if record.health_check}
    named |= {child.key for one in graph.of(HealthCheck) for child in one.child_health_checks}
    for one in graph.of(HealthCheck):
        if one.key not in named and one.existing is None:
            message = f"no answer and no other check asks for `{one.key}`"
            help_ = "name it in `health_check:` of an answer, or remove it"
            yield Finding(problem=UNUSED, at=one.origin, on_key=True, message=message, help=help_)


RULES = (Rule(UNWATCHED, unwatched), Rule(NO_DEFAULT, no_default), Rule(UNUSED, unused, needs_whole=True))
