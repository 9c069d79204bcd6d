"""Several answers of a name."""

from collections import defaultdict
from collections.abc import Iterator

from infraspec.data.regions import ZONES
from infraspec.diagnostic import Edit, Finding, Level, Problem, Related, fix
from infraspec.graph.graph import Graph
from infraspec.graph.route53 import RecordSet, Routing
from infraspec.rules.rule import Rule
from infraspec.rules.services.examples import HEAD

_ROUTING = "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy.html"
_NAME = (
    HEAD
    + "dns:\n  zones:\n    example.com: {existing: Z0123456789EXAMPLE}\n  records:\n"
    + "    www.example.com:\n      zone: example.com\n      answers:\n"
)
_LONGEST_SET = 128


def _policy(routing: Routing) -> str:
    """The key that says when an answer is given."""
    written = {
        "weight": routing.weight,
        "region": routing.region,
        "failover": routing.failover,
        "location": routing.geo_location,
        "multivalue": routing.multi_value_answer,
    }
    return next(name for name, value in written.items() if value is not None)


def _sets(graph: Graph) -> Iterator[list[tuple[RecordSet, Routing]]]:
    """The answers of each name and type."""
    found: dict[tuple[str, str, str], list[tuple[RecordSet, Routing]]] = defaultdict(list)
    for record in graph.of(RecordSet):
        if record.routing is not None:
            found[record.zone.key, record.name.lower(), record.type].append((record, record.routing))
    yield from found.values()


MIXED = Problem(
    code="DNS119",
    name="mixed-routing",
    level=Level.ERROR,
    title="Answers of one name that are chosen in different ways",
    explanation="All answers of a name and type have one routing policy: weights, latency, failover, location or several "
    "values. To choose twice, let one name's answers be aliases of other names.",
    bad=_NAME
    + "        one: {weight: 10, A: 192.0.2.1}\n"
    + "        two: {failover: secondary, A: 192.0.2.2}  # <- DNS119\n",
    good=_NAME + "        one: {weight: 10, A: 192.0.2.1}\n        two: {weight: 90, A: 192.0.2.2}\n",
    source=_ROUTING,
)


def mixed(graph: Graph) -> Iterator[Finding]:
    """Compare the policy of each answer with that of the first."""
    for answers in _sets(graph):
        first, routing = answers[0]
        expected = _policy(routing)
        for record, other in answers[1:]:
            found = _policy(other)
            if found != expected:
                yield Finding(
                    problem=MIXED,
                    at=(*record.origin, found),
                    on_key=True,
                    message=f"`{record.name}` is routed by `{expected}`, and this answer by `{found}`",
                    related=(Related(at=(*first.origin, expected), label="the first answer", on_key=True),),
                    help=f"write `{expected}:` here too",
                )


ALIKE = Problem(
    code="DNS120",
    name="answers-for-one-case",
    level=Level.ERROR,
    title="Two answers for one case",
    explanation="A name has one answer for each region, each location, and each of primary and secondary.",
    bad=_NAME
    + "        one: {region: eu-west-1, A: 192.0.2.1}\n"
    + "        two: {region: eu-west-1, A: 192.0.2.2}  # <- DNS120\n",
    good=_NAME + "        one: {region: eu-west-1, A: 192.0.2.1}\n        two: {region: us-east-1, A: 192.0.2.2}\n",
    source="https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html",
)


def alike(graph: Graph) -> Iterator[Finding]:
    """Look for a second answer of each case."""
    for answers in _sets(graph):
        seen: dict[object, RecordSet] = {}
        for record, routing in answers:
            case = routing.region or routing.failover or routing.geo_location
            if case is None:
                continue
            other = seen.setdefault(case, record)
            if other is not record:
                key = _policy(routing)
                yield Finding(
                    problem=ALIKE,
                    at=(*record.origin, key),
                    message=f"`{other.origin[-1]}` answers `{record.name}` in the same case",
                    related=(Related(at=(*other.origin, key), label="the same here"),),
                    help="write another, or all values in one answer",
                    fixes=fix("write `secondary`", Edit((*record.origin, key), "secondary"))
                    if routing.failover == "PRIMARY" and len(answers) == len((other, record))
                    else (),
                )


UNKNOWN_REGION = Problem(
    code="DNS121",
    name="answer-region",
    level=Level.ERROR,
    title="A region that AWS does not have",
    explanation="Latency routing measures the way to a region of AWS.",
    bad=_NAME + "        one: {region: eu-west-9, A: 192.0.2.1}  # <- DNS121\n",
    good=_NAME + "        one: {region: eu-west-1, A: 192.0.2.1}\n",
    source="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-latency.html",
)


def unknown_region(graph: Graph) -> Iterator[Finding]:
    """Look each region up."""
    for answers in _sets(graph):
        for record, routing in answers:
            if routing.region is not None and routing.region not in ZONES:
                yield Finding(
                    problem=UNKNOWN_REGION,
                    at=(*record.origin, "region"),
                    message=f"`{routing.region}` is not a region of AWS",
                    help="write one such as eu-west-1",
                )


SET_NAME = Problem(
    code="DNS122",
    name="answer-name",
    level=Level.ERROR,
    title="A name of an answer that Route 53 does not take",
    explanation="The name of an answer is its set identifier: 1 to 128 characters.",
    bad=_NAME + "        " + "a" * 129 + ": {weight: 1, A: 192.0.2.1}  # <- DNS122\n",
    good=_NAME + "        blue: {weight: 1, A: 192.0.2.1}\n",
    source="https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html",
)


def set_name(graph: Graph) -> Iterator[Finding]:
    """Measure each name."""
    for answers in _sets(graph):
        for record, routing in answers:
            if len(routing.set_identifier) > _LONGEST_SET:
                message = (
                    f"the answer's name has {len(routing.set_identifier)} characters; Route 53 takes {_LONGEST_SET}"
                )
                yield Finding(problem=SET_NAME, at=record.origin, on_key=True, message=message, help="shorten it")


RULES = (
    Rule(MIXED, mixed),
    Rule(ALIKE, alike),
    Rule(UNKNOWN_REGION, unknown_region),
    Rule(SET_NAME, set_name),
)
