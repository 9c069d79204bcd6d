"""Zones, and where records stand."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from infraspec.diagnostic import Edit, Finding, How, Level, Problem, Related, SpecPath, choices, fix
from infraspec.graph.graph import Graph
from infraspec.graph.resource import Resource
from infraspec.graph.route53 import HostedZone, RecordSet
from infraspec.rules.mends import named
from infraspec.rules.rule import Rule
from infraspec.rules.services.examples import HEAD

_ZONE = HEAD + "dns:\n  zones:\n    example.com: {existing: Z0123456789EXAMPLE}\n  records:\n"
_LABEL = r"[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\Z"
_MAX_NAME = 255
_SOURCE = "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html"

NAME_FORM = Problem(
    code="NAM148",
    name="dns-name",
    level=Level.ERROR,
    title="A name that a zone or record cannot have",
    explanation="A name is whole, from its first label to its last, without a dot at the end: labels of 1 to 63 letters, "
    "digits, hyphens and underscores, 255 characters in all. `*` is the whole first label of a record.",
    bad=_ZONE + "    www..example.com: {zone: example.com, A: 192.0.2.1}  # <- NAM148\n",
    good=_ZONE + "    www.example.com: {zone: example.com, A: 192.0.2.1}\n",
    source="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html",
)


def _entry(node: Resource) -> SpecPath:
    """The entry of a zone or a name; that of an answer is the name's."""
    return node.origin[:-2] if "answers" in node.origin[-2:-1] else node.origin


def _once(graph: Graph) -> Iterator[RecordSet]:
    """The records, those of several answers of a name once."""
    seen: set[SpecPath] = set()
    for record in graph.of(RecordSet):
        if _entry(record) not in seen:
            seen.add(_entry(record))
            yield record


def name_form(graph: Graph) -> Iterator[Finding]:
    """Match each label of each name."""
    zones = [(one, one.name) for one in graph.of(HostedZone) if one.name is not None]
    records = [(one, one.name.removeprefix("*.")) for one in _once(graph)]
    for node, name in (*zones, *records):
        at = _entry(node)
        if len(name) > _MAX_NAME or not all(re.match(_LABEL, label) for label in name.split(".")):
            help_ = f"write {name.rstrip('.')}" if name.endswith(".") else "write one such as www.example.com"
            message = f"`{at[-1]}` is not a DNS name"
            fixes = fix(help_, Edit(at, str(at[-1]).rstrip("."), How.RENAME)) if name.endswith(".") else ()
            yield Finding(problem=NAME_FORM, at=at, on_key=True, message=message, help=help_, fixes=fixes)


CNAME_BESIDE = Problem(
    code="DNS102",
    name="cname-beside-others",
    level=Level.ERROR,
    title="A CNAME at the top of a zone, or beside other records",
    explanation="A name with a CNAME has no other record, and the top of a zone always has some. Write `alias:` for a "
    "load balancer, which may stand anywhere.",
    bad=_ZONE + "    example.com: {zone: example.com, CNAME: www.example.net}  # <- DNS102\n",
    good=_ZONE + "    www.example.com: {zone: example.com, CNAME: www.example.net}\n",
    source=_SOURCE,
)


def cname_beside(graph: Graph) -> Iterator[Finding]:
    """Collect the types of each name."""
    types: dict[tuple[str, str], list[RecordSet]] = defaultdict(list)
    for record in graph.of(RecordSet):
        types[record.zone.key, record.name.lower()].append(record)
    for record in graph.of(RecordSet):
        if record.type != "CNAME":
            continue
        others = [one.type for one in types[record.zone.key, record.name.lower()] if one.type != "CNAME"]
        at_top = record.name.lower() == (graph.get(record.zone).name or "").lower()
        if others or at_top:
            what = f"`{others[0]}` beside it" if others else "the records of its zone beside it"
            yield Finding(
                problem=CNAME_BESIDE,
                at=(*record.origin, "CNAME"),
                on_key=True,
                message=f"`{record.name}` cannot be a CNAME: it has {what}",
                help="write `alias:` for a load balancer, or A records",
            )


OUTSIDE_ZONE = Problem(
    code="DNS103",
    name="record-outside-zone",
    level=Level.ERROR,
    title="A record whose name is not in its zone",
    explanation="A zone answers for its own domain and what lies below it. A record's key is its whole name.",
    bad=_ZONE + "    www.example.org: {zone: example.com, A: 192.0.2.1}  # <- DNS103\n",
    good=_ZONE + "    www.example.com: {zone: example.com, A: 192.0.2.1}\n",
    source="https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeResourceRecordSets.html",
)


def _answering(graph: Graph, name: str) -> list[str]:
    """The zone that answers for a name, the nearest above it."""
    zones = [one for one in graph.of(HostedZone) if one.name and f".{name.lower()}".endswith(f".{one.name.lower()}")]
    return [named(max(zones, key=lambda one: len(one.name or "")).key)] if zones else []


def outside_zone(graph: Graph) -> Iterator[Finding]:
    """Compare the end of each name with the zone's."""
    for record in _once(graph):
        zone = graph.get(record.zone)
        if zone.name is not None and not f".{record.name.lower()}".endswith(f".{zone.name.lower()}"):
            bare = "." not in record.name
            yield Finding(
                problem=OUTSIDE_ZONE,
                at=_entry(record),
                on_key=True,
                message=f"`{record.name}` is not in zone `{zone.name}`",
                related=(Related(at=zone.origin, label="the zone", on_key=True),),
                help=f"write {record.name}.{zone.name}" if bare else "name the zone of that domain",
                fixes=fix(
                    f"write {record.name}.{zone.name}",
                    Edit(_entry(record), f"{record.name}.{zone.name}", How.RENAME),
                )
                if bare
                else choices((*_entry(record), "zone"), _answering(graph, record.name)),
            )


RECORD_TWICE = Problem(
    code="DNS106",
    name="record-twice",
    level=Level.ERROR,
    title="Two records with the same name and type",
    explanation="Capitals mean nothing in DNS, so two entries that differ in them alone are one name. A type stands once "
    "for each name, with all its values.",
    bad=_ZONE
    + "    WWW.example.com: {zone: example.com, A: 192.0.2.1}\n"
    + "    www.example.com: {zone: example.com, A: 192.0.2.2}  # <- DNS106\n",
    good=_ZONE + "    www.example.com: {zone: example.com, A: [192.0.2.1, 192.0.2.2]}\n",
    source="https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html",
)


def record_twice(graph: Graph) -> Iterator[Finding]:
    """Look for a second record of each name and type."""
    first: dict[tuple[str, str, str], RecordSet] = {}
    for record in graph.of(RecordSet):
        other = first.setdefault((record.zone.key, record.name.lower(), record.type), record)
        if _entry(other) != _entry(record):
            yield Finding(
                problem=RECORD_TWICE,
                at=_entry(record),
                on_key=True,
                message=f"`{record.name}` and `{other.name}` are one name, with two `{record.type}` records",
                related=(Related(at=_entry(other), label="and here", on_key=True),),
                help="write one entry with all values",
            )


APEX_NS = Problem(
    code="DNS113",
    name="name-servers-of-a-new-zone",
    level=Level.ERROR,
    title="Name servers for the top of a zone that is made here",
    explanation="Route 53 writes the NS records of a zone's own name when it makes the zone, and refuses a second set. Those of a name "
    "below it hand that part of the zone on, and are written here.",
    bad=HEAD
    + "dns:\n  zones:\n    example.com: {}\n  records:\n    example.com:\n      zone: example.com\n"
    + "      NS: [ns1.example.net, ns2.example.net]  # <- DNS113\n",
    good=HEAD
    + "dns:\n  zones:\n    example.com: {}\n  records:\n    lab.example.com:\n      zone: example.com\n"
    + "      NS: [ns1.example.net, ns2.example.net]\n",
    source="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/SOA-NSrecords.html",
)


def apex_ns(graph: Graph) -> Iterator[Finding]:
    """Compare the name of each set of name servers with its zone's."""
    kinds = Counter(record.origin for record in graph.of(RecordSet))
    for record in graph.of(RecordSet):
        zone = graph.get(record.zone)
        if record.type == "NS" and zone.existing is None and record.name.lower() == (zone.name or "").lower():
            yield Finding(
                problem=APEX_NS,
                at=(*record.origin, "NS"),
                on_key=True,
                message=f"zone `{zone.name}` gets its name servers from Route 53",
                related=(Related(at=zone.origin, label="is made here", on_key=True),),
                help="remove `NS`",
                fixes=fix(
                    "remove `NS`",
                    Edit((*record.origin, "NS") if kinds[record.origin] > 1 else record.origin, how=How.REMOVE),
                ),
            )


_PRIVATE = "dns:\n  zones:\n    corp.example:\n"

NO_DNS_SUPPORT = Problem(
    code="DNS107",
    name="private-zone-unanswered",
    level=Level.WARNING,
    title="A private zone in a VPC whose DNS is off",
    explanation="A private zone is answered by the resolver of its VPCs, which needs both `dns_support` and "
    "`dns_hostnames`.",
    bad=HEAD
    + "vpcs:\n  main: {cidr: 10.0.0.0/16, dns_support: false}\n"
    + _PRIVATE
    + "      vpcs: [main]  # <- DNS107\n",
    good=HEAD + "vpcs:\n  main: {cidr: 10.0.0.0/16, dns_support: true}\n" + _PRIVATE + "      vpcs: [main]\n",
    source="https://docs.aws.amazon.com/vpc/latest/userguide/vpc-dns.html",
)


def no_dns_support(graph: Graph) -> Iterator[Finding]:
    """Read both settings of each VPC of each private zone."""
    for zone in graph.of(HostedZone):
        for one in zone.vpcs:
            vpc = graph.get(one.vpc)
            off = "dns_support" if not vpc.dns_support else "dns_hostnames" if not vpc.dns_hostnames else None
            if off is not None and vpc.existing is None:
                yield Finding(
                    problem=NO_DNS_SUPPORT,
                    at=(*zone.origin, "vpcs"),
                    message=f"VPC `{vpc.key}` does not answer for zone `{zone.key}`: `{off}` is false",
                    related=(Related(at=(*vpc.origin, off), label="switched off here"),),
                    help=f"write `{off}: true`",
                    fixes=fix(f"write `{off}: true`", Edit((*vpc.origin, off), "true")),
                )


RULES = (
    Rule(NAME_FORM, name_form),
    Rule(CNAME_BESIDE, cname_beside),
    Rule(OUTSIDE_ZONE, outside_zone),
    Rule(RECORD_TWICE, record_twice),
    Rule(APEX_NS, apex_ns),
    Rule(NO_DNS_SUPPORT, no_dns_support),
)
