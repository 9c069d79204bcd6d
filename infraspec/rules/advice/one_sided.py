"""Rules of which only one half stands."""

from collections.abc import Iterable, Iterator

from infraspec.analysis.admission import Admission
from infraspec.analysis.coverage import key_of, said, written
from infraspec.analysis.one_sided import Half, halves
from infraspec.diagnostic import Finding, Level, Problem, Related, SpecPath
from infraspec.graph.graph import Graph
from infraspec.graph.resource import ref
from infraspec.graph.security_groups import SecurityGroup
from infraspec.rules.mends import rule_added
from infraspec.rules.rule import Rule

_PAGE = "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html"
_STATEFUL = "A security group lets answers through by itself, but a request passes two groups: it must be let out of its sender's and "


def _example(web: str, db: str) -> str:
    """Two groups that speak of each other."""
    return f"""version: 1
name: demo
region: ap-northeast-2
vpcs:
  main:
    cidr: 10.0.0.0/16
    security_groups:
      web:
        egress: {web}
      db:
        ingress: {db}
        egress: []
"""


NOT_SENT = Problem(
    code="SEC201",
    name="let-in-but-not-sent",
    level=Level.WARNING,
    title="A rule lets in what its senders may not send",
    explanation=_STATEFUL
    + "into its receiver's. Here the receiver's half stands alone. It is right where the senders get another group "
    "outside this spec.",
    bad=_example("[]", "[{tcp: 3306, from: web}]  # <- SEC201"),
    good=_example("[{tcp: 3306, to: db}]", "[{tcp: 3306, from: web}]"),
    source=_PAGE,
)
NOT_LET_IN = Problem(
    code="SEC202",
    name="sent-but-not-let-in",
    level=Level.WARNING,
    title="A rule lets out what its receivers do not let in",
    explanation=_STATEFUL
    + "into its receiver's. Here the sender's half stands alone. It is right where the receivers get another group "
    "outside this spec.",
    bad=_example("[{tcp: 3306, to: db}]  # <- SEC202", "[]"),
    good=_example("[{tcp: 3306, to: db}]", "[{tcp: 3306, from: web}]"),
    source=_PAGE,
)


def not_sent(graph: Graph) -> Iterator[Finding]:
    """Ask the senders of each rule of ingress whether they may send."""
    admission = Admission(graph)
    for half, others in _by_rule(one for one in halves(graph, admission) if one.direction == "ingress"):
        message = f"`{half.group}` lets {_all(others)} in, but {_who(half)} may not send it"
        yield _finding(graph, admission, half, message)


def not_let_in(graph: Graph) -> Iterator[Finding]:
    """Ask the receivers of each rule of egress whether they let it in."""
    admission = Admission(graph)
    for half, others in _by_rule(one for one in halves(graph, admission) if one.direction == "egress"):
        message = f"`{half.group}` may send {_all(others)}, but {_who(half)} does not let it in"
        yield _finding(graph, admission, half, message)


def _by_rule(found: Iterable[Half]) -> Iterator[tuple[Half, list[Half]]]:
    """What one rule says of one peer, together."""
    together: dict[tuple[SpecPath, str], list[Half]] = {}
    for half in found:
        together.setdefault((half.origin, half.peer), []).append(half)
    for group in together.values():
        yield group[0], group


def _all(found: list[Half]) -> str:
    return " and ".join(dict.fromkeys(said(one.flow) for one in found))


def _who(half: Half) -> str:
    return "its members" if half.peer == half.group else f"`{half.peer}`"


def _finding(graph: Graph, admission: Admission, half: Half, message: str) -> Finding:
    missing, word = ("egress", "to") if half.direction == "ingress" else ("ingress", "from")
    holder = graph.get(ref(SecurityGroup, half.holders[0]))
    other = "self" if half.group == holder.key else admission.name(half.group)
    return Finding(
        problem=NOT_SENT if half.direction == "ingress" else NOT_LET_IN,
        at=(*half.origin, key_of(half.flow)),
        message=message,
        label=f"{half.direction} of `{half.group}`",
        related=(Related(at=(*holder.origin, missing), label=f"{missing} of `{holder.key}`", on_key=True),),
        help=f"add `{{{written(half.flow)}, {word}: {other}}}` to the {missing} of `{holder.key}`",
        fixes=rule_added(holder, missing, written(half.flow), other),
    )


RULES = (
    Rule(NOT_SENT, not_sent, needs_whole=True),
    Rule(NOT_LET_IN, not_let_in, needs_whole=True),
)
