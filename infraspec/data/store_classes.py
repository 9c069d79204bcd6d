"""The classes of DocumentDB and ElastiCache, and ElastiCache's versions: read once, when first asked for.

Classes are added every few months, so what is not listed is only unknown to this table.
`tools/refresh_store_classes.py` writes the table.
"""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

DOCUMENT_VERSIONS: Final = ("3.6.0", "4.0.0", "5.0.0", "8.0.0")
"""DocumentDB's versions. https://docs.aws.amazon.com/documentdb/latest/developerguide/release-notes.html"""


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    text = Path(__file__).with_name("store_classes.json").read_text(encoding="utf-8")
    table: dict[str, Any] = json.loads(text)
    return table


def date() -> str:
    """The month in which the table was read from AWS."""
    return str(_table()["date"])


@lru_cache(maxsize=2)
def _classes(service: str, prefix: str) -> frozenset[str]:
    families: dict[str, str] = _table()["classes"][service]
    return frozenset(f"{prefix}.{family}.{size}" for family, sizes in families.items() for size in sizes.split())


def document_classes() -> frozenset[str]:
    """The classes of DocumentDB that some region has."""
    return _classes("documents", "db")


def cache_classes() -> frozenset[str]:
    """The classes of ElastiCache that some region has."""
    return _classes("caches", "cache")


def cache_versions(engine: str) -> tuple[str, ...]:
    """The versions of an engine of ElastiCache, the oldest first."""
    found: list[str] = _table()["versions"][engine]
    return tuple(sorted(found, key=lambda version: [int(part) for part in version.split(".")]))
