"""Advice about certificates: whether anything shows them, and whether anything comes by their names."""

from collections import defaultdict
from collections.abc import Iterator

from infraspec.diagnostic import Finding, Level, Problem
from infraspec.graph.acm import Certificate
from infraspec.graph.graph import Graph
from infraspec.graph.listeners import Listener, ListenerCertificate
from infraspec.graph.route53 import RecordSet
from infraspec.rules.mends import may_go
from infraspec.rules.rule import Rule
from infraspec.rules.services.examples import BALANCER, NETWORK, TARGETS

_ZONE = "dns:\n  zones: {example.com: {existing: Z0123456789EXAMPLE}}\n"
_SHOWN = NETWORK + TARGETS + BALANCER + "      - {https: 443, certificate: www.example.com, forward: web}\n" + _ZONE
_ALIAS = "  records: {www.example.com: {zone: example.com, alias: web}}\n"

UNUSED = Problem(
    code="ACM105",
    name="unused-certificate",
    level=Level.NOTE,
    title="A certificate that no listener shows",
    explanation="ACM renews a certificate by itself only while something uses it. One that is for something outside this "
    "spec may stay: an output shows its ARN.",
    bad=NETWORK
    + TARGETS
    + BALANCER
    + "      - {http: 80, forward: web}\n"
    + _ZONE
    + "certificates:\n  www.example.com: {zone: example.com}  # <- ACM105\n",
    good=_SHOWN + _ALIAS + "certificates:\n  www.example.com: {zone: example.com}\n",
    source="https://docs.aws.amazon.com/acm/latest/userguide/managed-renewal.html",
)
UNUSED_NAME = Problem(
    code="ACM106",
    name="unused-certificate-name",
    level=Level.NOTE,
    title="A name of a certificate that no record leads to its balancer by",
    explanation="Each name is proved and renewed on its own, and one that can no longer be proved keeps the certificate from "
    "being renewed. Where the record stands outside this spec, this is fine.",
    bad=_SHOWN
    + _ALIAS
    + "certificates:\n  www.example.com:\n    zone: example.com\n    names: [shop.example.com]  # <- ACM106\n",
    good=_SHOWN + _ALIAS + "certificates:\n  www.example.com:\n    zone: example.com\n",
    source="https://docs.aws.amazon.com/acm/latest/userguide/managed-renewal.html",
)


def _balancers(graph: Graph) -> dict[str, set[str]]:
    """The balancers that show each certificate, by the certificate's key."""
    found: dict[str, set[str]] = defaultdict(set)
    for listener in graph.of(Listener):
        if listener.certificate is not None:
            found[listener.certificate.key].add(listener.load_balancer.key)
    for more in graph.of(ListenerCertificate):
        found[more.certificate.key].add(graph.get(more.listener).load_balancer.key)
    return found


def unused(graph: Graph) -> Iterator[Finding]:
    """Look for a listener or an output with each certificate."""
    shown = _balancers(graph)
    exported = {ref for output in graph.outputs for ref in output.refs}
    for certificate in graph.of(Certificate):
        if certificate.existing is None and certificate.key not in shown and certificate.address not in exported:
            yield Finding(
                problem=UNUSED,
                at=certificate.origin,
                on_key=True,
                message=f"no listener shows certificate `{certificate.key}`",
                help="name it in `certificate:` of a listener, or remove it",
                fixes=may_go(graph, certificate.origin),
            )


def _by_other_names(graph: Graph, came_by: set[str]) -> None:
    """Add the names that stand for one of these: those of a CNAME, and of an alias of another record."""
    leads = [
        (record.name.lower(), target.rstrip(".").lower())
        for record in graph.of(RecordSet)
        for target in (
            *(record.records if record.type == "CNAME" else ()),
            *([record.alias.dns_name] if record.alias is not None and record.alias.dns_name is not None else []),
        )
    ]
    while found := {name for name, target in leads if target in came_by} - came_by:
        came_by |= found


def unused_name(graph: Graph) -> Iterator[Finding]:
    """Look for an alias by each name, where the balancers of its certificate have aliases at all."""
    names: dict[str, set[str]] = defaultdict(set)
    for record in graph.of(RecordSet):
        if record.alias is not None and record.alias.load_balancer is not None:
            names[record.alias.load_balancer.key].add(record.name.lower())
    for came_by in names.values():
        _by_other_names(graph, came_by)
    shown = _balancers(graph)
    for certificate in graph.of(Certificate):
        came_by = {name for balancer in shown.get(certificate.key, ()) for name in names[balancer]}
        exact = came_by | {f"*.{name.partition('.')[2]}" for name in came_by}
        for one in certificate.validations:
            if came_by and one.domain_name.lower() not in exact:
                yield Finding(
                    problem=UNUSED_NAME,
                    at=one.origin,
                    message=f"no record leads to the balancer of this certificate by `{one.domain_name}`",
                    help="add a record, or remove the name",
                    fixes=may_go(graph, one.origin, "remove the name") if one.origin != certificate.origin else (),
                )


RULES = (Rule(UNUSED, unused, needs_whole=True), Rule(UNUSED_NAME, unused_name, needs_whole=True))
