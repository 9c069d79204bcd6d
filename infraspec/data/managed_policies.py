"""AWS's own managed policies by name: read once, when first asked for.

AWS adds policies every month. `tools/refresh_managed_policies.py` writes the table.
"""

import json
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=1)
def _table() -> tuple[str, dict[str, str]]:
    text = Path(__file__).with_name("managed_policies.json").read_text(encoding="utf-8")
    table = json.loads(text)
    return table["date"], {name: path for path, names in table["paths"].items() for name in names.split()}


def date() -> str:
    """The month in which the table was read from AWS."""
    return _table()[0]


def paths() -> dict[str, str]:
    """The path of each policy, `/`, `/service-role/` or another."""
    return _table()[1]
