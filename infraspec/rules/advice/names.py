"""Advice about zones, records and certificates."""

import re
from collections.abc import Iterator
from ipaddress import IPv4Address

from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, fix, nearest_bound
from infraspec.graph.elbv2 import LoadBalancer
from infraspec.graph.graph import Graph
from infraspec.graph.route53 import HostedZone, RecordSet
from infraspec.rules.rule import Rule
from infraspec.rules.services.examples import HEAD

_DNS = HEAD + "dns:\n  zones:\n"
_OURS = HEAD + "dns:\n  zones:\n    example.com: {existing: Z0123456789EXAMPLE}\n  records:\n"
_NEW = "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/CreatingHostedZone.html"


def _made(graph: Graph) -> dict[str, HostedZone]:
    """Public zones that are made here, by their names in lower case."""
    return {one.name.lower(): one for one in graph.of(HostedZone) if one.existing is None and one.name and not one.vpcs}


def _parent(name: str, zones: dict[str, HostedZone]) -> HostedZone | None:
    """The nearest zone above a name."""
    while "." in name:
        name = name.partition(".")[2]
        if name in zones:
            return zones[name]
    return None


UNDELEGATED = Problem(
    code="DNS111",
    name="zone-not-delegated",
    level=Level.WARNING,
    title="A zone that the zone above it does not know",
    explanation="Both zones are made here, and the upper one has no NS records for the lower one's name: whoever asks is "
    "told that nothing is there, and the records of the lower zone are never read. Its name servers are chosen when it is "
    "made: export them, and write them in the upper zone.",
    bad=_DNS + "    example.com: {}\n    lab.example.com: {}  # <- DNS111\n",
    good=_DNS
    + "    example.com: {}\n    lab.example.com: {}\n  records:\n    lab.example.com:\n      zone: example.com\n"
    + "      NS: [ns-1.awsdns-01.org, ns-2.awsdns-02.com]\n",
    source="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-routing-traffic-for-subdomains.html",
)
AT_REGISTRAR = Problem(
    code="DNS114",
    name="new-zone-unannounced",
    level=Level.NOTE,
    title="A new public zone whose name servers are not exported",
    explanation="Nobody asks a new zone until the registrar of the domain, or the zone above, names its four name servers. "
    "Route 53 chooses them when it makes the zone; an output shows them.",
    bad=_DNS + "    example.com: {}  # <- DNS114\n",
    good=_DNS + "    example.com: {}\noutputs:\n  name-servers: {of: zone:example.com, value: name_servers}\n",
    source=_NEW,
)


def undelegated(graph: Graph) -> Iterator[Finding]:
    """Look for NS records of each zone that is made below another."""
    zones = _made(graph)
    delegated = {(one.zone.key, one.name.lower()) for one in graph.of(RecordSet) if one.type == "NS"}
    for name, zone in zones.items():
        parent = _parent(name, zones)
        if parent is not None and (parent.key, name) not in delegated:
            yield Finding(
                problem=UNDELEGATED,
                at=zone.origin,
                on_key=True,
                message=f"zone `{parent.key}` has no NS records for `{zone.key}`, so nobody finds it",
                related=(Related(at=parent.origin, label="answers for it instead", on_key=True),),
                help=f"write its records in `{parent.key}`, or its name servers as `NS:`",
            )


def at_registrar(graph: Graph) -> Iterator[Finding]:
    """Look for an output with the name servers of each new zone that stands below no other."""
    zones = _made(graph)
    shown = {ref for output in graph.outputs if output.attribute == "name_servers" for ref in output.refs}
    for name, zone in zones.items():
        if zone.address not in shown and _parent(name, zones) is None:
            key = f"name-servers-of-{re.sub('[^a-z0-9]+', '-', name).strip('-')}"
            shown_as = f"{key}: {{of: zone:{zone.key}, value: name_servers}}"
            yield Finding(
                problem=AT_REGISTRAR,
                at=zone.origin,
                on_key=True,
                message=f"the registrar has to be told the name servers of `{zone.key}`, and no output shows them",
                help=f"add `{shown_as}` to the `outputs`",
                fixes=fix(f"add `{shown_as}` to the `outputs`", Edit(("outputs",), shown_as, How.ADD)),
            )


TTL = Problem(
    code="DNS115",
    name="unusual-ttl",
    level=Level.NOTE,
    title="A record that is kept for very long, or hardly at all",
    explanation="What stands in caches for days cannot be taken back when an address changes. Below half a minute every "
    "client asks again, which is slow, and billed by the query.",
    bad=_OURS + "    www.example.com: {zone: example.com, A: 192.0.2.1, ttl: 604800}  # <- DNS115\n",
    good=_OURS + "    www.example.com: {zone: example.com, A: 192.0.2.1, ttl: 300}\n",
    source="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/best-practices-dns.html",
)
_DAY, _LEAST = 86_400, 30
_LASTING = ("NS", "DS")


def ttl(graph: Graph) -> Iterator[Finding]:
    """Compare each TTL with half a minute and a day; name servers may stand for two."""
    for record in graph.of(RecordSet):
        most = 2 * _DAY if record.type in _LASTING else _DAY
        if record.ttl is not None and not _LEAST <= record.ttl <= most:
            kept = f"for {record.ttl / _DAY:.3g} days" if record.ttl > most else f"for {record.ttl} seconds"
            message = f"answers for `{record.name}` are kept {kept}"
            at = (*record.origin, "ttl")
            fixes = nearest_bound(at, record.ttl, 60, _DAY)
            yield Finding(problem=TTL, at=at, message=message, help=f"write 60 to {_DAY}", fixes=fixes)


BY_CNAME = Problem(
    code="DNS116",
    name="balancer-by-cname",
    level=Level.NOTE,
    title="A CNAME to a load balancer where an alias could stand",
    explanation="An alias answers with the addresses at once, costs nothing to ask, and may stand at the top of a zone. A "
    "CNAME makes clients ask twice, and names a balancer that a later deployment may replace.",
    bad=_OURS
    + "    www.example.com:\n      zone: example.com\n"
    + "      CNAME: web-123.ap-northeast-2.elb.amazonaws.com  # <- DNS116\n",
    good=_OURS + "    www.example.com:\n      zone: example.com\n      CNAME: www.example.net\n",
    source="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-choosing-alias-non-alias.html",
)


def by_cname(graph: Graph) -> Iterator[Finding]:
    """Look for names of balancers."""
    for record in graph.of(RecordSet):
        value = record.records[0].lower().rstrip(".") if record.type == "CNAME" and record.records else ""
        if value.endswith((".elb.amazonaws.com", ".elb.amazonaws.com.cn")):
            message = f"`{record.name}` leads to a load balancer by CNAME"
            help_ = "write `alias:` with a balancer of `load_balancers`"
            yield Finding(problem=BY_CNAME, at=(*record.origin, "CNAME"), message=message, help=help_)


TO_CNAME = Problem(
    code="DNS117",
    name="mail-or-name-server-by-cname",
    level=Level.WARNING,
    title="A mail or name server that is a CNAME",
    explanation="MX, NS and SRV records name hosts that have addresses. Where the host is a CNAME, mail servers and "
    "resolvers may give up; RFC 2181 (10.3) forbids it for MX and NS.",
    bad=_OURS
    + "    example.com: {zone: example.com, MX: 10 mail.example.com}  # <- DNS117\n"
    + "    mail.example.com: {zone: example.com, CNAME: mail.example.net}\n",
    good=_OURS + "    example.com: {zone: example.com, MX: 10 mail.example.net}\n",
    source="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html",
)


def to_cname(graph: Graph) -> Iterator[Finding]:
    """Look the host of each MX, NS and SRV record up among the CNAMEs."""
    names = {one.name.lower(): one for one in graph.of(RecordSet) if one.type == "CNAME"}
    for record in graph.of(RecordSet):
        if record.type not in ("MX", "NS", "SRV"):
            continue
        for position, value in enumerate(record.records):
            host = (value.split() or [""])[-1].rstrip(".")
            other = names.get(host.lower())
            if other is not None:
                yield Finding(
                    problem=TO_CNAME,
                    at=(*record.origin, record.type),
                    message=f"`{host}`, a host of {record.type} records, is a CNAME",
                    related=(Related(at=(*other.origin, "CNAME"), label="stands for another name"),),
                    help=f"write {other.records[0]}",
                    fixes=fix(
                        f"write {other.records[0]}",
                        Edit(
                            (*record.origin, record.type, position), " ".join((*value.split()[:-1], other.records[0]))
                        ),
                    ),
                )


INSIDE = Problem(
    code="DNS118",
    name="private-address-in-public-zone",
    level=Level.NOTE,
    title="A public zone that answers with private addresses",
    explanation="Everyone may ask, only the inside can use the answer, and some resolvers drop it as an attack. A private "
    "zone (`vpcs:`) answers inside the VPC alone.",
    bad=_DNS + "    example.com: {}\n  records:\n    db.example.com: {zone: example.com, A: 10.0.0.5}  # <- DNS118\n",
    good=_DNS + "    example.com: {}\n  records:\n    db.example.com: {zone: example.com, A: 192.0.2.5}\n",
    source="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zones-private.html",
)


def inside(graph: Graph) -> Iterator[Finding]:
    """Look at the addresses in the public zones that are made here, and at the balancers that aliases lead to."""
    for record in graph.of(RecordSet):
        zone = graph.get(record.zone)
        if zone.existing is not None or zone.vpcs:
            continue
        balancer = graph.get(record.alias.load_balancer) if record.alias and record.alias.load_balancer else None
        if isinstance(balancer, LoadBalancer) and balancer.scheme == "internal" and record.type == "A":
            at, what = (*record.origin, "alias"), f"leads to the internal balancer `{balancer.key}`"
        elif record.type == "A" and any(_is_inside(one) for one in record.records):
            at, what = (*record.origin, "A"), "has a private address"
        else:
            continue
        message = f"`{record.name}` {what}, and zone `{zone.key}` is public"
        yield Finding(problem=INSIDE, at=at, message=message, help="write it in a zone with `vpcs:`")


_PRIVATE = ("10.", "192.168.", *(f"172.{n}." for n in range(16, 32)))


def _is_inside(text: str) -> bool:
    try:
        return str(IPv4Address(text)).startswith(_PRIVATE)
    except ValueError:
        return False


RULES = (
    Rule(UNDELEGATED, undelegated, needs_whole=True),
    Rule(AT_REGISTRAR, at_registrar, needs_whole=True),
    Rule(TTL, ttl),
    Rule(BY_CNAME, by_cname),
    Rule(TO_CNAME, to_cname),
    Rule(INSIDE, inside),
)
