"""The instance classes that RDS offers for each engine: read once, when first asked for.

RDS adds classes every month, so what is not listed is only unknown to this table.
`tools/refresh_database_classes.py` writes the table.
"""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

PREVIOUS = frozenset({"m1", "m2", "m3", "m4", "r3", "r4", "t1", "t2", "x1", "x1e"})
"""Families that RDS calls a previous generation.
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.Types.html"""


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    text = Path(__file__).with_name("database_classes.json").read_text(encoding="utf-8")
    table: dict[str, Any] = json.loads(text)
    return table


def date() -> str:
    """The month in which the table was read from AWS."""
    return str(_table()["date"])


@lru_cache(maxsize=16)
def classes(engine: str) -> frozenset[str]:
    """The classes that some region has for an engine; container databases have those of their edition.

    The Multi-AZ clusters of an engine are asked for as `mysql-cluster`.
    """
    families: dict[str, str] = _table()["engines"].get(engine.removesuffix("-cdb"), {})
    sized = frozenset(f"db.{family}.{size}" for family, sizes in families.items() for size in sizes.split())
    return sized | ({"db.serverless"} if "serverless" in families else set())
