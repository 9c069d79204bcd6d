"""The actions that policies can name, by service: read once, when first asked for.

AWS adds actions every week. `tools/refresh_iam_actions.py` writes the table.
"""

import json
import re
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=1)
def _table() -> tuple[str, dict[str, str]]:
    text = Path(__file__).with_name("iam_actions.json").read_text(encoding="utf-8")
    table = json.loads(text)
    return table["date"], table["services"]


def date() -> str:
    """The month in which the table was read."""
    return _table()[0]


def services() -> frozenset[str]:
    """What stands before the colon of an action, for every service."""
    return frozenset(_table()[1])


@lru_cache(maxsize=64)
def actions(service: str) -> dict[str, str]:
    """The actions of a service that is known, by their names in lower case: IAM does not look at capitals."""
    packed = (word.partition(":") for word in _table()[1][service].split())
    names = (f"{word}{rest}" for word, _, rests in packed for rest in rests.split(","))
    return {name.lower(): name for name in names}


def matched(service: str, pattern: str) -> bool:
    """Whether a name, in which `*` and `?` may stand, is one of the service's actions, or stands for some."""
    lower = pattern.lower()
    if not re.search(r"[*?]", lower):
        return lower in actions(service)
    form = re.compile(re.escape(lower).replace(r"\*", ".*").replace(r"\?", "."))
    return any(form.fullmatch(name) for name in actions(service))
