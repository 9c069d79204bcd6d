"""Certificates: their names, and the zones that prove them."""

import re
from collections import defaultdict
from collections.abc import Iterator

from infraspec.diagnostic import Edit, Finding, Fix, How, Level, Problem, Related, SpecPath, fix
from infraspec.graph.acm import Certificate, DomainValidation
from infraspec.graph.graph import Graph
from infraspec.graph.listeners import Listener, ListenerCertificate
from infraspec.graph.route53 import RecordSet
from infraspec.rules.rule import Rule
from infraspec.rules.services.examples import BALANCER, HEAD, NETWORK, TARGETS

_DOMAIN = r"(?:\*\.)?(?:(?!-)[a-z0-9-]{0,62}[a-z0-9]\.)+(?!-)[a-z0-9-]{1,62}[a-z0-9]\Z"
_MAX_NAMES = 10
_MAX_MAIN = 64
_ZONES = HEAD + "dns: {zones: {example.com: {existing: Z0123456789EXAMPLE}}}\ncertificates:\n"
_SOURCE = "https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html"

CERTIFICATE_NAMES = Problem(
    code="ACM101",
    name="certificate-names",
    level=Level.ERROR,
    title="A set of names that a certificate cannot have",
    explanation="The main domain has at most 64 characters, a certificate has ten names, and `*` stands alone in front: "
    "`*.example.com` covers one level below example.com.",
    bad=_ZONES + "  example.com:\n    zone: example.com\n    names:\n      - www.*.example.com  # <- ACM101\n",
    good=_ZONES + "  example.com:\n    zone: example.com\n    names:\n      - '*.example.com'\n",
    source=_SOURCE,
)


def certificate_names(graph: Graph) -> Iterator[Finding]:
    """Count names and characters, and look for stars."""
    for certificate in graph.of(Certificate):
        if certificate.existing is not None or certificate.domain_name is None:
            continue
        if len(certificate.domain_name) > _MAX_MAIN:
            message = f"the main domain has {len(certificate.domain_name)} characters, and a certificate takes 64"
            help_ = "take a shorter name for the entry, and write the long one in `names`"
            yield Finding(problem=CERTIFICATE_NAMES, at=certificate.origin, on_key=True, message=message, help=help_)
        if len(certificate.validations) > _MAX_NAMES:
            message = f"the certificate has {len(certificate.validations)} names, and AWS takes 10"
            at = (*certificate.origin, "names")
            yield Finding(
                problem=CERTIFICATE_NAMES, at=at, message=message, on_key=True, help="write a second certificate"
            )
        for one in certificate.validations:
            if "*" in one.domain_name.removeprefix("*."):
                message = f"`{one.domain_name}` has a `*` that does not stand alone in front"
                help_ = "write `*.` and a domain"
                yield Finding(problem=CERTIFICATE_NAMES, at=one.origin, message=message, help=help_)


DOMAIN_FORM = Problem(
    code="NAM149",
    name="certificate-domain",
    level=Level.ERROR,
    title="A domain that a certificate cannot have",
    explanation="A name of a certificate is a full domain in lower case, with two labels at least: letters, digits and "
    "hyphens, 253 characters in all, without a dot at the end.",
    bad=_ZONES + "  www_1.example.com: {zone: example.com}  # <- NAM149\n",
    good=_ZONES + "  www-1.example.com: {zone: example.com}\n",
    source=_SOURCE,
)


def domain_form(graph: Graph) -> Iterator[Finding]:
    """Match each name."""
    for certificate in graph.of(Certificate):
        for one in certificate.validations:
            name = one.domain_name
            if "*" not in name.removeprefix("*.") and not _is_domain(name):
                help_ = (
                    f"write `{name.lower()}`"
                    if re.match(_DOMAIN, name.lower())
                    else "write one such as www.example.com"
                )
                message = f"`{name}` is not the domain of a certificate"
                fixes = fix(help_, Edit(one.origin, name.lower())) if help_ == f"write `{name.lower()}`" else ()
                yield Finding(problem=DOMAIN_FORM, at=one.origin, message=message, help=help_, fixes=fixes)


def _is_domain(name: str) -> bool:
    return re.match(_DOMAIN, name) is not None and len(name) <= 253


OTHER_ZONE = Problem(
    code="ACM103",
    name="certificate-zone",
    level=Level.ERROR,
    title="A certificate is proved in a zone that does not answer for its name",
    explanation="ACM asks the public DNS for a record below the name. A record in a zone of another domain, or in a "
    "private zone, is never seen, and the deployment waits until it fails.",
    bad=_ZONES + "  www.example.org: {zone: example.com}  # <- ACM103\n",
    good=_ZONES + "  www.example.com: {zone: example.com}\n",
    source="https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html",
)


def other_zone(graph: Graph) -> Iterator[Finding]:
    """Compare each name with its zone's."""
    for certificate in graph.of(Certificate):
        for one in certificate.validations:
            zone = graph.get(one.zone)
            related = (Related(at=zone.origin, label="the zone", on_key=True),)
            base = one.domain_name.removeprefix("*.").lower()
            if zone.vpcs:
                message = f"zone `{zone.key}` is private, and ACM cannot see the record of `{one.domain_name}`"
                yield Finding(
                    problem=OTHER_ZONE, at=one.origin, message=message, related=related, help="name a public zone"
                )
            elif zone.name is not None and not f".{base}".endswith(f".{zone.name.lower()}") and _is_domain(base):
                message = f"zone `{zone.key}` does not answer for `{one.domain_name}`"
                help_ = "name the zone of that domain: `{name: …, zone: …}` where it is one of several"
                yield Finding(problem=OTHER_ZONE, at=one.origin, message=message, related=related, help=help_)


SAME_RECORD = Problem(
    code="DNS112",
    name="shared-validation-record",
    level=Level.WARNING,
    title="Two certificates are proved by the same record",
    explanation="ACM gives a name and its wildcard the same record in every certificate of an account. Both certificates "
    "write it, and removing one takes away the record that renews the other.",
    bad=_ZONES + "  example.com: {zone: example.com}\n  '*.example.com': {zone: example.com}  # <- DNS112\n",
    good=_ZONES + "  example.com: {zone: example.com, names: ['*.example.com']}\n",
    source="https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html",
)


def same_record(graph: Graph) -> Iterator[Finding]:
    """Collect the certificates of each name."""
    first: dict[str, tuple[Certificate, DomainValidation]] = {}
    certificates = sorted(graph.of(Certificate), key=lambda one: (one.key.removeprefix("*."), one.key.startswith("*")))
    for certificate in certificates:
        for one in certificate.validations:
            other, proved = first.setdefault(one.domain_name.removeprefix("*."), (certificate, one))
            if other is not certificate:
                yield Finding(
                    problem=SAME_RECORD,
                    at=one.origin,
                    message=f"`{one.domain_name}` has the same record as `{proved.domain_name}` of another certificate",
                    related=(Related(at=proved.origin, label="proved here"),),
                    help="write both names in one certificate",
                )


_HTTPS = NETWORK + TARGETS + BALANCER + "      - {https: 443, certificate: www.example.com, forward: web}\n"
_RECORDS = "dns:\n  zones:\n    example.com: {existing: Z0123456789EXAMPLE}\n  records:\n    www.example.com: {zone: example.com, alias: web}\n"

UNCOVERED_NAME = Problem(
    code="ELB124",
    name="name-without-certificate",
    level=Level.WARNING,
    title="A name leads to a balancer whose certificates do not cover it",
    explanation="A browser that comes by a name which no certificate of the listener has shows a warning instead of the "
    "page. `*.example.com` covers www.example.com, and neither example.com nor a.b.example.com.",
    bad=_HTTPS
    + "certificates: {www.example.com: {zone: example.com}}\n"
    + _RECORDS
    + "    shop.example.com: {zone: example.com, alias: web}  # <- ELB124\n",
    good=_HTTPS
    + "certificates: {www.example.com: {zone: example.com, names: [shop.example.com]}}\n"
    + _RECORDS
    + "    shop.example.com: {zone: example.com, alias: web}\n",
    source="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/https-listener-certificates.html",
)


def uncovered_name(graph: Graph) -> Iterator[Finding]:
    """Look for a certificate of the balancer that has the name of each alias."""
    shown: dict[str, list[Certificate]] = defaultdict(list)
    for listener in graph.of(Listener):
        if listener.certificate is not None:
            shown[listener.load_balancer.key].append(graph.get(listener.certificate))
    for more in graph.of(ListenerCertificate):
        shown[graph.get(more.listener).load_balancer.key].append(graph.get(more.certificate))
    for record in graph.of(RecordSet):
        balancer = record.alias.load_balancer if record.alias else None
        certificates = shown.get(balancer.key) if balancer else None
        if (
            balancer is None
            or not certificates
            or record.type != "A"
            or any(one.domain_name is None for one in certificates)
        ):
            continue
        names = [name for one in certificates for name in (one.domain_name or "", *one.subject_alternative_names)]
        if not any(covers(name, record.name) for name in names):
            listed = ", ".join(f"`{name}`" for name in sorted(set(names)))
            yield Finding(
                problem=UNCOVERED_NAME,
                at=_alias(record),
                message=f"`{record.name}` leads to `{balancer.key}`, and no certificate there has that name",
                related=(Related(at=certificates[0].origin, label=f"for {listed}", on_key=True),),
                help=f"add `{record.name}` to the `names` of the certificate",
                fixes=_added(graph, certificates, record.name),
            )


def _added(graph: Graph, certificates: list[Certificate], name: str) -> tuple[Fix, ...]:
    """The name in the one certificate of a balancer, where that one's zone answers for it."""
    only = certificates[0]
    zones = {graph.get(one.zone).name for one in only.validations if one.domain_name == only.domain_name}
    ours = any(zone and f".{name.lower()}".endswith(f".{zone.lower()}") for zone in zones)
    if len(certificates) > 1 or only.existing is not None or not ours:
        return ()
    edit = Edit((*only.origin, "names"), f'"{name}"' if "*" in name else name, How.ADD)
    return fix(f"add `{name}` to the `names` of the certificate", edit)


def _alias(record: RecordSet) -> SpecPath:
    return (*record.origin, "alias")


def covers(pattern: str, name: str) -> bool:
    """Whether a name of a certificate, which may begin with `*.`, is right for a host."""
    pattern, name = pattern.lower(), name.lower()
    return pattern == name or (pattern.startswith("*.") and pattern[2:] == name.partition(".")[2])


RULES = (
    Rule(CERTIFICATE_NAMES, certificate_names),
    Rule(DOMAIN_FORM, domain_form),
    Rule(OTHER_ZONE, other_zone),
    Rule(SAME_RECORD, same_record),
    Rule(UNCOVERED_NAME, uncovered_name, needs_whole=True),
)
