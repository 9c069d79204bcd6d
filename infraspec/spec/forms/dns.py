"""What may stand in `dns:`: values and checks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from infraspec.diagnostic import Edit, How, fix
from infraspec.spec.problems import ALIAS_OR_VALUES, ID_FORM, WRONG_VALUE
from infraspec.spec.refusal import Refusal

if TYPE_CHECKING:
    from infraspec.spec.dns import Record, Zone

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


def values_of(record: Record) -> dict[str, list[str]]:
    """The values that a record has written, by type."""
    found = {"A": record.A, "AAAA": record.AAAA, "CAA": record.CAA, "DS": record.DS, "MX": record.MX}
    found |= {"NAPTR": record.NAPTR, "NS": record.NS, "PTR": record.PTR, "SRV": record.SRV, "TXT": record.TXT}
    found["CNAME"] = None if record.CNAME is None else [record.CNAME]
    return {kind: values for kind, values in found.items() if values is not None}


def alias_or_values(record: Record) -> None:
    """Refuse a record without a value, and one with values that exclude each other."""
    written = values_of(record)
    if record.alias is None and not written:
        raise Refusal(ALIAS_OR_VALUES, "the record has no value", help="write `alias:`, or a type such as `A:`")
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
