"""Listeners: their ports, protocols and certificates."""

from collections.abc import Iterator

from infraspec.data.tls_policies import POLICIES, POLICIES_DATE
from infraspec.diagnostic import Edit, Finding, Fix, How, Level, Problem, Related, choices, fix
from infraspec.graph.acm import Certificate
from infraspec.graph.graph import Graph
from infraspec.graph.listeners import Listener, ListenerCertificate
from infraspec.rules.mends import named
from infraspec.rules.rule import Rule
from infraspec.rules.services.examples import BALANCER, CERTIFICATE, NETWORK, TARGETS
from infraspec.rules.services.forwarding import actions

PROTOCOLS = {
    "application": ("HTTP", "HTTPS"),
    "network": ("TCP", "TLS", "UDP", "TCP_UDP"),
    "gateway": ("GENEVE",),
}
"""What each type of balancer listens for."""
GENEVE_PORT = 6081
"""The port of appliances behind a gateway balancer.
https://docs.aws.amazon.com/elasticloadbalancing/latest/gateway/target-groups.html"""
_ENCRYPTED = ("HTTPS", "TLS")
_SOURCE = "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html"

LISTENER_FORM = Problem(
    code="ELB106",
    name="listener-form",
    level=Level.ERROR,
    title="A listener that this kind of balancer cannot have",
    explanation="An application balancer listens for `http` and `https`, a network balancer for `tcp`, `tls`, `udp` and "
    "`tcp_udp`, each on a port of 1 to 65535 that no other listener has. A gateway balancer has one listener, `geneve: "
    "6081`, which takes packets for every port. Rules, redirects and answers of its own are for application balancers.",
    bad=NETWORK
    + TARGETS
    + BALANCER
    + "      - {http: 80, forward: web}\n      - {http: 80, respond: 404}  # <- ELB106\n",
    good=NETWORK + TARGETS + BALANCER + "      - {http: 80, forward: web}\n      - {http: 8080, respond: 404}\n",
    source=_SOURCE,
)


def listener_form(graph: Graph) -> Iterator[Finding]:
    """Compare each listener with its balancer's type, and with the balancer's other listeners."""
    first: dict[str, Listener] = {}
    for listener in graph.of(Listener):
        at = protocol_path(listener)
        balancer = graph.get(listener.load_balancer)
        if listener.protocol not in PROTOCOLS[balancer.type]:
            takes = ", ".join(f"`{name.lower()}`" for name in PROTOCOLS[balancer.type])
            message = f"`{balancer.key}` is of type {balancer.type}, which does not listen for {listener.protocol}"
            yield Finding(problem=LISTENER_FORM, at=at, message=message, on_key=True, help=f"it takes {takes}")
        elif wrong := _wrong_port(listener):
            message, help_, fixes = wrong
            yield Finding(problem=LISTENER_FORM, at=at, message=message, help=help_, fixes=fixes)
        other = first.setdefault(listener.key, listener)
        if other is not listener:
            early, late = sorted((other, listener), key=lambda one: one.origin[-1])
            yield Finding(
                problem=LISTENER_FORM,
                at=protocol_path(late),
                message=f"`{balancer.key}` has two listeners on port {listener.port}",
                related=(Related(at=protocol_path(early), label="and here"),),
                help="give each a port of its own"
                + ("; for TCP and UDP on one write `tcp_udp`" if _both(early, late) else ""),
            )
    yield from _only_forwards(graph)


def _wrong_port(listener: Listener) -> tuple[str, str, tuple[Fix, ...]] | None:
    """What is wrong with a port, what to write, and what mends it."""
    if listener.protocol == "GENEVE" and listener.port != GENEVE_PORT:
        help_ = f"write {GENEVE_PORT}"
        fixes = fix(help_, Edit(protocol_path(listener), str(GENEVE_PORT)))
        return f"GENEVE is spoken on port {GENEVE_PORT}, not on {listener.port}", help_, fixes
    return None if 1 <= listener.port <= 65535 else (f"{listener.port} is not a port", "write 1 to 65535", ())


def protocol_path(listener: Listener) -> tuple[str | int, ...]:
    """Where the port stands."""
    return (*listener.origin, listener.protocol.lower())


def _both(one: Listener, other: Listener) -> bool:
    return {one.protocol, other.protocol} == {"TCP", "UDP"}


def _only_forwards(graph: Graph) -> Iterator[Finding]:
    for acting in actions(graph):
        balancer = graph.get(acting.listener.load_balancer)
        is_rule = acting.origin != acting.listener.origin
        other = "redirect" if acting.action.redirect else "respond" if acting.action.fixed_response else None
        if balancer.type != "application" and (is_rule or other):
            what = "rules" if is_rule else f"`{other}`"
            message = (
                f"`{balancer.key}` is a {balancer.type} balancer, which knows nothing of requests and has no {what}"
            )
            at = acting.origin if is_rule else (*acting.origin, str(other))
            yield Finding(problem=LISTENER_FORM, at=at, message=message, on_key=not is_rule, help="write `forward`")


NO_CERTIFICATE = Problem(
    code="ELB107",
    name="listener-certificate",
    level=Level.ERROR,
    title="A listener that needs a certificate, or cannot have one",
    explanation="A listener for HTTPS or TLS shows a certificate; one for other protocols has none, and no TLS policy.",
    bad=NETWORK + TARGETS + CERTIFICATE + BALANCER + "      - {https: 443, forward: web}  # <- ELB107\n",
    good=NETWORK
    + TARGETS
    + CERTIFICATE
    + BALANCER
    + "      - {https: 443, certificate: www.example.com, forward: web}\n",
    source=_SOURCE,
)


def no_certificate(graph: Graph) -> Iterator[Finding]:
    """Compare the certificate of each listener with its protocol, unless that is wrong itself."""
    with_more = {one.listener.key for one in graph.of(ListenerCertificate)}
    for listener in graph.of(Listener):
        at = protocol_path(listener)
        if listener.protocol not in PROTOCOLS[graph.get(listener.load_balancer).type]:
            continue
        if listener.protocol in _ENCRYPTED:
            if listener.certificate is None:
                message = f"{_article(listener.protocol)} listener needs a `certificate`"
                help_ = "write `certificate:` and an entry of `certificates`, or an ARN"
                names = (named(one.key) for one in graph.of(Certificate))
                fixes = choices((*listener.origin, "certificate"), names)
                yield Finding(problem=NO_CERTIFICATE, at=at, message=message, on_key=True, help=help_, fixes=fixes)
            continue
        written = {"certificate": listener.certificate, "ssl_policy": listener.ssl_policy}
        written["certificates"] = listener.key if listener.key in with_more else None
        for field, value in written.items():
            if value is not None:
                message = f"{_article(listener.protocol)} listener takes no `{field}`"
                help_ = "write `https`" if listener.protocol == "HTTP" else "write `tls`"
                yield Finding(
                    problem=NO_CERTIFICATE,
                    at=(*listener.origin, field),
                    message=message,
                    on_key=True,
                    help=f"remove it, or {help_}",
                    fixes=fix("remove it", Edit((*listener.origin, field), how=How.REMOVE)),
                )


def _article(protocol: str) -> str:
    """A protocol with its article, as it is said letter by letter."""
    return f"{'an' if protocol.startswith('H') else 'a'} {protocol}"


_RECOMMENDED = "ELBSecurityPolicy-TLS13-1-2-2021-06"
_POLICY = (
    NETWORK
    + TARGETS
    + CERTIFICATE
    + BALANCER
    + "      - https: 443\n        certificate: www.example.com\n        forward: web\n"
)

OLD_POLICY = Problem(
    code="ELB121",
    name="old-tls-policy",
    level=Level.WARNING,
    title="A TLS policy that lets old protocols in",
    explanation="TLS 1.0 and 1.1 are broken, and no browser of today asks for them. Without `ssl_policy` a policy for TLS "
    "1.2 and 1.3 is written; AWS itself would take one from 2016.",
    bad=_POLICY + "        ssl_policy: ELBSecurityPolicy-2016-08  # <- ELB121\n",
    good=_POLICY + f"        ssl_policy: {_RECOMMENDED}\n",
    source="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html",
)
UNKNOWN_POLICY = Problem(
    code="ELB122",
    name="unknown-tls-policy",
    level=Level.ERROR,
    title="A TLS policy that AWS does not have",
    explanation="The policies of Elastic Load Balancing have fixed names, which start with `ELBSecurityPolicy-`.",
    bad=_POLICY + "        ssl_policy: TLSv1.2  # <- ELB122\n",
    good=_POLICY + f"        ssl_policy: {_RECOMMENDED}\n",
    source="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html",
)


def old_policy(graph: Graph) -> Iterator[Finding]:
    """Look each policy up."""
    for listener in graph.of(Listener):
        if listener.ssl_policy is not None and not POLICIES.get(listener.ssl_policy, True):
            yield Finding(
                problem=OLD_POLICY,
                at=(*listener.origin, "ssl_policy"),
                message=f"`{listener.ssl_policy}` takes connections with TLS 1.0 or 1.1",
                help=f"write {_RECOMMENDED}",
                fixes=fix(f"write {_RECOMMENDED}", Edit((*listener.origin, "ssl_policy"), _RECOMMENDED)),
            )


def unknown_policy(graph: Graph) -> Iterator[Finding]:
    """Look each policy up."""
    for listener in graph.of(Listener):
        if listener.ssl_policy is not None and listener.ssl_policy not in POLICIES:
            yield Finding(
                problem=UNKNOWN_POLICY,
                at=(*listener.origin, "ssl_policy"),
                message=f"there is no TLS policy `{listener.ssl_policy}`",
                label=f"not among those of {POLICIES_DATE}",
                help=f"write {_RECOMMENDED}",
                fixes=fix(f"write {_RECOMMENDED}", Edit((*listener.origin, "ssl_policy"), _RECOMMENDED)),
            )


_ARN = "arn:aws:acm:{}:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef"
_BY_ARN = NETWORK + TARGETS + BALANCER + "      - https: 443\n        forward: web\n"

OTHER_REGION = Problem(
    code="ELB125",
    name="certificate-in-another-region",
    level=Level.ERROR,
    title="A certificate of another region",
    explanation="A load balancer shows certificates of its own region alone. Ask for one there; the same record proves it.",
    bad=_BY_ARN + f"        certificate: {_ARN.format('us-east-1')}  # <- ELB125\n",
    good=_BY_ARN + f"        certificate: {_ARN.format('ap-northeast-2')}\n",
    source="https://docs.aws.amazon.com/acm/latest/userguide/acm-regions.html",
)


def other_region(graph: Graph) -> Iterator[Finding]:
    """Read the region of each ARN."""
    shown = [(one.certificate, (*one.origin, "certificate")) for one in graph.of(Listener) if one.certificate]
    shown += [(one.certificate, one.origin) for one in graph.of(ListenerCertificate)]
    for certificate, at in shown:
        arn = graph.get(certificate).existing
        region = arn.split(":")[3] if arn else graph.region
        if region != graph.region:
            message = f"the certificate is of {region}, and the balancer of {graph.region}"
            yield Finding(problem=OTHER_REGION, at=at, message=message, help=f"name a certificate of {graph.region}")


RULES = (
    Rule(LISTENER_FORM, listener_form),
    Rule(NO_CERTIFICATE, no_certificate),
    Rule(OLD_POLICY, old_policy),
    Rule(UNKNOWN_POLICY, unknown_policy),
    Rule(OTHER_REGION, other_region),
)
