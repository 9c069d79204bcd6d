"""`dns:` to nodes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from infraspec.diagnostic import SpecPath
from infraspec.graph.elbv2 import LoadBalancer
from infraspec.graph.resource import Ref, Resource, ref
from infraspec.graph.route53 import Alias, GeoLocation, HealthCheck, HostedZone, RecordSet, Routing, ZoneVpc
from infraspec.graph.vpc import Vpc
from infraspec.resolve.hosted_zones import bare_zones_of_records, hosted_zone
from infraspec.resolve.network import Network
from infraspec.resolve.scope import bare
from infraspec.spec.document import Entry
from infraspec.spec.forms.dns import values_of
from infraspec.spec.kinds import LOAD_BALANCER, RECORD, ZONE

if TYPE_CHECKING:
    from infraspec.spec.dns import Answer, Record, Values

DEFAULT_TTL = 300
DISTRIBUTIONS = "Z2FDTNDATAQYW2"
"""The zone of every CloudFront distribution.
https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html"""
_DISTRIBUTION = ".cloudfront.net"
_MAX_STRING = 255
"""Characters of one string of a TXT record. https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html"""


def zones(scope: Network) -> Iterator[Resource]:
    """Every zone that is named."""
    for name, entry in scope.of(ZONE).items():
        model = entry.model
        refs = [scope.ref(Vpc, "vpc", vpc, at) for vpc, at in scope.each(model.vpcs or (), (*entry.path, "vpcs"))]
        found = sorted({vpc.key for vpc in refs if vpc is not None})
        if None in refs:
            continue
        yield HostedZone(
            key=name,
            origin=entry.path,
            existing=model.existing,
            name=name,
            comment=model.comment,
            vpcs=tuple(ZoneVpc(ref(Vpc, vpc), scope.region) for vpc in found),
            tags=scope.tags(name, model.tags),
        )


def records(scope: Network) -> Iterator[Resource]:
    """A set of records for each type of each answer of each name."""
    found: list[RecordSet] = []
    for name, entry in scope.of(RECORD).items():
        zone = hosted_zone(scope, entry.model.zone, (*entry.path, "zone"))
        if zone is not None:
            found += _name(scope, name, entry, zone)
    yield from _after_their_targets(found)
    yield from bare_zones_of_records(scope)


def _after_their_targets(records: list[RecordSet]) -> Iterator[RecordSet]:
    """Every set; one that is an alias of others waits for them: Route 53 takes no alias of what it does not find."""
    standing: dict[tuple[str, str], list[str]] = {}
    for record in records:
        standing.setdefault((record.name, record.type), []).append(record.key)
    for record in records:
        target = record.alias.dns_name if record.alias else None
        waits = standing.get((target, record.type), ()) if target not in (None, record.name) else ()
        yield replace(record, depends_on=tuple(ref(RecordSet, key) for key in waits)) if waits else record


def _name(scope: Network, name: str, entry: Entry[Record], zone: Ref[HostedZone]) -> Iterator[RecordSet]:
    """What one name answers."""
    model = entry.model
    yield from _answer(scope, _Answered(name, zone, entry.path, None, None), model)
    if model.delegate is not None:
        below = scope.ref(HostedZone, "zone", model.delegate, (*entry.path, "delegate"))
        if below is not None:
            one = _Answered(name, zone, entry.path, None, None)
            yield one.record("NS", ttl=DEFAULT_TTL if model.ttl is None else model.ttl, name_servers_of=below)
    families = _shared_families(scope, model)
    for key, answer in sorted(model.answers.items()):
        at = (*entry.path, "answers", key)
        check = None
        if answer.health_check is not None:
            check = scope.ref(HealthCheck, "health_check", answer.health_check, (*at, "health_check"))
            if check is None:
                continue
        yield from _answer(scope, _Answered(name, zone, at, _routing(key, answer), check, families), answer)


def _shared_families(scope: Network, model: Record) -> tuple[str, ...]:
    """The types that aliases among several answers have: AAAA only where each answer has IPv6 addresses.

    Who asks for IPv6 would else be given the answers that have it, whatever their weight, place or health.
    """
    each = [_addresses_of(scope, answer) for answer in model.answers.values()]
    return _FAMILIES if all("AAAA" in one for one in each) else ("A",)


def _routing(key: str, answer: Answer) -> Routing:
    where = answer.location
    country = None if where is None or where.continent else where.country or "*"
    return Routing(
        set_identifier=key,
        weight=answer.weight,
        region=answer.region,
        failover=None if answer.failover is None else answer.failover.upper(),
        geo_location=None if where is None else GeoLocation(where.continent, country, where.subdivision),
        multi_value_answer=answer.multivalue,
    )


_FAMILIES = ("A", "AAAA")


class _Answered(NamedTuple):
    """A name, and which of its answers."""

    name: str
    zone: Ref[HostedZone]
    origin: SpecPath
    routing: Routing | None
    health_check: Ref[HealthCheck] | None
    families: tuple[str, ...] = _FAMILIES
    """The types that an alias has, where what it leads to has addresses of both."""

    def record(self, kind: str, **values: Any) -> RecordSet:
        """The records of one type."""
        found = {"ttl": None, "records": (), "name_servers_of": None, "alias": None, **values}
        return RecordSet(
            key=f"{self.name} {kind}" + (f" {self.routing.set_identifier}" if self.routing else ""),
            origin=self.origin,
            zone=self.zone,
            name=self.name,
            type=kind,
            routing=self.routing,
            health_check=self.health_check,
            **found,
        )


def _answer(scope: Network, one: _Answered, model: Values) -> Iterator[RecordSet]:
    if model.alias is not None:
        yield from _alias(scope, one, model.alias, is_watched=model.evaluate_target_health or False)
    ttl = DEFAULT_TTL if model.ttl is None else model.ttl
    for kind, values in values_of(model).items():
        found = tuple(quoted(value) for value in values) if kind in {"TXT", "SPF"} else tuple(values)
        yield one.record(kind, ttl=ttl, records=found)


def _alias(scope: Network, one: _Answered, value: str, *, is_watched: bool) -> Iterator[RecordSet]:
    """An A record of an alias; where what it leads to has IPv6 addresses too, an AAAA record beside it."""
    kinds = [kind for kind in _families(scope, value) if kind in one.families]
    if value.endswith(_DISTRIBUTION):
        everywhere = Alias(None, value, DISTRIBUTIONS, is_watched)
        yield from (one.record(kind, alias=everywhere) for kind in kinds)
        return
    found = scope.find(value, ("load_balancer", "record"), (*one.origin, "alias"))
    if found is None:
        return
    if found.word == "record":
        yield from (one.record(kind, alias=Alias(None, found.name, None, is_watched)) for kind in kinds)
        return
    balancer: Ref[Resource] = Ref(LoadBalancer.__name__, found.name)
    yield from (one.record(kind, alias=Alias(balancer, None, None, is_watched)) for kind in kinds)


def _families(scope: Network, alias: str, seen: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The types of addresses that an alias leads to."""
    if alias.endswith(_DISTRIBUTION):
        return _FAMILIES
    balancer = scope.of(LOAD_BALANCER).get(bare(alias, "load_balancer"))
    if balancer is not None:
        is_dual_stack = str(getattr(balancer.model, "ip_address_type", "ipv4")).startswith("dualstack")
        return _FAMILIES if is_dual_stack else ("A",)
    name = bare(alias, "record")
    entry = scope.of(RECORD).get(name)
    if entry is None or name in seen:
        return ("A",)
    answers = (entry.model, *entry.model.answers.values())
    each = {kind for answer in answers for kind in _addresses_of(scope, answer, seen | {name})}
    return tuple(kind for kind in _FAMILIES if kind in each) or ("A",)


def _addresses_of(scope: Network, model: Values, seen: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The types of addresses that a record, or one of its answers, has."""
    if model.alias is not None:
        return _families(scope, model.alias, seen)
    return tuple(kind for kind, values in (("A", model.A), ("AAAA", model.AAAA)) if values is not None)


def quoted(text: str) -> str:
    """Text as Route 53 takes it: strings in quotes, with what is neither plain nor printable ASCII as octal numbers."""
    strings = [""]
    for octet in text.encode():
        character = _escaped(octet)
        if len(strings[-1]) + len(character) > _MAX_STRING:
            strings.append("")
        strings[-1] += character
    return " ".join(f'"{string}"' for string in strings)


def _escaped(octet: int) -> str:
    character = chr(octet)
    return character if " " <= character <= "~" and character not in '"\\' else f"\\{octet:03o}"
