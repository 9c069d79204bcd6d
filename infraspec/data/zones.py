"""Zones by one spelling, whether the spec gives their letter, their name or their identifier.

The table is transcribed: `tools/refresh_transcribed.py` names its page.
"""

from typing import Final

ZONE_IDS_DATE: Final = "2026-07"
"""When the identifiers below were looked up."""

_IDENTIFIERS: Final = {
    "apne2-az1": "ap-northeast-2a",
    "apne2-az2": "ap-northeast-2b",
    "apne2-az3": "ap-northeast-2c",
    "apne2-az4": "ap-northeast-2d",
}
"""The name of a zone by its identifier, where that is the same for every account and known: in Seoul alone. Elsewhere a
name and an identifier may mean one zone or two. https://docs.aws.amazon.com/global-infrastructure/latest/regions/az-ids.html"""


def canonical(zone: str) -> str:
    """A zone's name where that is known from its identifier; otherwise as it is written."""
    return _IDENTIFIERS.get(zone, zone)


def may_be_one(one: str, other: str) -> bool:
    """Whether two zones are the same, or may be: a name and an identifier whose mapping is not known."""
    first, second = canonical(one), canonical(other)
    return first == second or ("-az" in first) != ("-az" in second)
