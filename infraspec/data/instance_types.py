"""Which instance types there are, their processors, and the zones that offer them: read once, when first asked for.

AWS adds types every month, so what is listed here is sure, and what is not listed is only unknown to this table.
`tools/refresh_instance_types.py` writes the table.
"""

import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final

UNIFORM_LETTERS_EXCEPT: Final = frozenset(
    {
        "us-east-1",
        "us-west-1",
        "us-west-2",
        "eu-west-1",
        "ap-northeast-1",
        "ap-southeast-1",
        "ap-southeast-2",
        "sa-east-1",
    }
)
"""Regions where each account has letters of its own for the zones; in all others `a` is one place for everyone.
https://docs.aws.amazon.com/global-infrastructure/latest/regions/az-ids.html"""
BURSTABLE = frozenset({"t2", "t3", "t3a", "t4g"})
"""Families that earn and spend CPU credits.
https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-performance-instances.html"""


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, str]]:
    text = Path(__file__).with_name("instance_types.json").read_text(encoding="utf-8")
    table: dict[str, dict[str, str]] = json.loads(text)
    return table


def date() -> str:
    """The month in which the table was read from AWS."""
    return str(_table()["date"])


@lru_cache(maxsize=1)
def types() -> frozenset[str]:
    """Every type of every region."""
    families = _table()["families"].items()
    return frozenset(f"{family}.{size}" for family, sizes in families for size in sizes.split())


@lru_cache(maxsize=1)
def _architectures() -> dict[str, str]:
    return {family: name for name, families in _table()["architectures"].items() for family in families.split()}


def architecture(instance_type: str) -> str:
    """`x86_64`, `arm64`, `x86_64_mac` or `arm64_mac`, by the type's family."""
    return _architectures().get(instance_type.partition(".")[0], "x86_64")


def _spread(written: str) -> Iterator[str]:
    """Types that are written as families, or as `family.size,size` where only some sizes are meant."""
    for name in written.split():
        family, _, sizes = name.partition(".")
        for size in sizes.split(",") if sizes else _table()["families"][family].split():
            yield f"{family}.{size}"


@lru_cache(maxsize=1)
def previous() -> frozenset[str]:
    """The families that EC2 calls a previous generation."""
    return frozenset(str(_table()["previous"]).split())


@lru_cache(maxsize=1)
def never_spot() -> frozenset[str]:
    """The types that are not sold as Spot instances."""
    return frozenset(_spread(str(_table()["never_spot"])))


@lru_cache(maxsize=1)
def hibernates() -> frozenset[str]:
    """The types that can hibernate."""
    return frozenset(_spread(str(_table()["hibernates"])))


def few_volumes() -> dict[str, int]:
    """How many volumes a type takes, the root volume among them, where there are fewer than 12."""
    found: dict[str, int] = _table()["few_volumes"]  # type: ignore[assignment]
    return found


@lru_cache(maxsize=4)
def offers(region: str) -> dict[str, str]:
    """The letters of the zones that offer each type in a region; empty for a region that the table does not know."""
    table = _table()
    offered: dict[str, dict[str, str]] = table["offered"]  # type: ignore[assignment]
    found: dict[str, str] = {}
    for letters, names in offered.get(region, {}).items():
        found.update(dict.fromkeys(_spread(names), letters))
    return found
