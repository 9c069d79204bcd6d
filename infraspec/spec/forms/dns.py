"""What may stand in `dns:`: values and checks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from infraspec.diagnostic import Edit, How, Safety, fix
from infraspec.spec.problems import ALIAS_OR_VALUES, ID_FORM, WRONG_VALUE
from infraspec.spec.refusal import Refusal, instead

if TYPE_CHECKING:
    from infraspec.spec.dns import Answer, Location, Record, Values, Zone

_ZONE = r"Z[A-Z0-9]{9,31}\Z"


def is_zone_id(value: str) -> bool:
    """Whether this is the identifier of a zone."""
    return re.match(_ZONE, value) is not None


def zone_id(value: object) -> object:
    """The identifier of a zone."""
    if isinstance(value, str) and not is_zone_id(value):
        raise Refusal(
            ID_FORM, f"`{value}` is not the identifier of a zone", help="write one such as Z0123456789EXAMPLE"
        )
    return value


def private_zones_have_vpcs(zone: Zone) -> None:
    """Refuse a private zone that nobody can ask."""
    if zone.vpcs == []:
        help_ = "name a VPC, or remove `vpcs` for a public zone"
        fixes = fix("remove `vpcs`", Edit(("vpcs",), how=How.REMOVE))
        raise Refusal(WRONG_VALUE, "`vpcs` is empty", help=help_, fixes=fixes)


TYPES = (
    "A",
    "AAAA",
    "CAA",
    "CNAME",
    "DS",
    "HTTPS",
    "MX",
    "NAPTR",
    "NS",
    "PTR",
    "SPF",
    "SRV",
    "SSHFP",
    "SVCB",
    "TLSA",
    "TXT",
)
"""The types of records that a spec writes.
https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html"""
REASONS = ("weight", "region", "failover", "location", "multivalue")
"""The keys of an answer that say when it is given; each is a routing policy.
https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy.html"""


def values_of(record: Values) -> dict[str, list[str]]:
    """The values that a record has written, by type."""
    found = {kind: getattr(record, kind) for kind in TYPES}
    return {
        kind: [values] if isinstance(values, str) else values for kind, values in found.items() if values is not None
    }


def alias_or_values(record: Values) -> None:
    """Refuse values that exclude each other."""
    written = values_of(record)
    if record.alias is not None and ("A" in written or "CNAME" in written):
        kind = "A" if "A" in written else "CNAME"
        raise Refusal(ALIAS_OR_VALUES, f"`alias` is an A record, and `{kind}` is written beside it", help="keep one")
    if record.alias is not None and not written and record.ttl is not None:
        raise Refusal(
            ALIAS_OR_VALUES,
            "an alias has the TTL of what it leads to",
            help="remove `ttl`",
            fixes=fix("remove `ttl`", Edit(("ttl",), how=How.REMOVE)),
        )
    if record.alias is None and record.evaluate_target_health is not None:
        raise Refusal(
            ALIAS_OR_VALUES,
            "`evaluate_target_health` speaks of an alias",
            help="remove it",
            fixes=fix("remove it", Edit(("evaluate_target_health",), how=How.REMOVE)),
        )
    if any(not found for found in written.values()):
        raise Refusal(WRONG_VALUE, "a type of record has no value", help="remove it, or write a value")


def has_answers(record: Record) -> None:
    """Refuse a record without a value, and one that answers in two ways."""
    written = record.alias is not None or bool(values_of(record)) or record.delegate is not None
    if record.answers and written:
        help_ = "write all that is answered below `answers`"
        raise Refusal(ALIAS_OR_VALUES, "`answers` and values of the name's own exclude each other", help=help_)
    if record.answers and record.ttl is not None:
        raise Refusal(
            ALIAS_OR_VALUES,
            "each answer has a `ttl` of its own",
            help="write `ttl` below `answers`",
            fixes=fix("remove `ttl`", Edit(("ttl",), how=How.REMOVE)),
        )
    if not record.answers and not written:
        raise Refusal(ALIAS_OR_VALUES, "the record has no value", help="write `alias:`, or a type such as `A:`")
    if record.delegate is not None and record.NS is not None:
        raise Refusal(ALIAS_OR_VALUES, "`delegate` writes the `NS` records", help="keep one of the two")


def one_reason(answer: Answer) -> None:
    """Refuse an answer that does not say when it is given, or says it in two ways."""
    if answer.alias is None and not values_of(answer):
        raise Refusal(ALIAS_OR_VALUES, "the answer has no value", help="write `alias:`, or a type such as `A:`")
    reasons = [name for name in REASONS if getattr(answer, name) is not None]
    if not reasons or answer.multivalue is False:
        listed = "`weight`, `region`, `failover`, `location` or `multivalue: true`"
        raise Refusal(WRONG_VALUE, "the answer does not say when it is given", help=f"add one of {listed}")
    if len(reasons) > 1:
        message = f"`{reasons[0]}` and `{reasons[1]}` are two ways of routing"
        raise Refusal(WRONG_VALUE, message, help="keep one of them")
    if answer.multivalue and answer.alias is not None:
        help_ = "write addresses, or route by `weight`"
        raise Refusal(ALIAS_OR_VALUES, "an alias is not one of several values", help=help_)


def location(value: object) -> object:
    """`default` is everywhere else."""
    return {} if value == "default" else value


def country(value: object) -> object:
    """The code of a country."""
    if isinstance(value, str) and not re.match(r"[A-Z]{2}\Z", value):
        meant = value.upper()
        fixes = instead(f"write `{meant}`", meant, Safety.SAFE) if re.match(r"[A-Z]{2}\Z", meant) else ()
        help_ = "write its two letters of ISO 3166-1, such as `KR`"
        raise Refusal(WRONG_VALUE, f"`{value}` is not the code of a country", help=help_, fixes=fixes)
    return value


def subdivision(value: object) -> object:
    """The code of a part of a country."""
    if isinstance(value, str) and not re.match(r"[A-Z0-9]{1,3}\Z", value):
        help_ = "write its code, such as `WA` for Washington"
        raise Refusal(WRONG_VALUE, f"`{value}` is not the code of a subdivision", help=help_)
    return value


def one_place(where: Location) -> None:
    """Refuse a continent with a country, and a subdivision without one."""
    if where.continent is not None and (where.country or where.subdivision):
        raise Refusal(WRONG_VALUE, "a location is a continent or a country", help="keep one of them")
    if where.subdivision is not None and where.country not in {"US", "UA"}:
        help_ = "add `country: US` or `country: UA`, or remove `subdivision`"
        raise Refusal(WRONG_VALUE, "Route 53 knows subdivisions of the US and of Ukraine alone", help=help_)
