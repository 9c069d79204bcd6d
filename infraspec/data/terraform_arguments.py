"""The arguments of the `aws_*` types that are written, by version of the provider: read once, when first asked for.

`tools/refresh_arguments.py` writes the table.
"""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

Arguments = dict[str, dict[str, Any]]
"""By name, each with `required` and `type`: `string`, `number`, `boolean`, `{"array": …}`, `{"map": …}` or
`{"block": arguments}`."""


@lru_cache(maxsize=1)
def versions() -> dict[str, dict[str, dict[str, Arguments]]]:
    """For each version its `resources` and `data-sources`, by type."""
    text = Path(__file__).with_name("terraform_arguments.json").read_text(encoding="utf-8")
    found: dict[str, dict[str, dict[str, Arguments]]] = json.loads(text)["versions"]
    return found


def arguments_of(kind: str) -> Arguments:
    """What may be written of a resource in any version that is known; the first that has an argument describes it."""
    found: Arguments = {}
    for sections in versions().values():
        for name, one in sections["resources"].get(kind, {}).items():
            found.setdefault(name, one)
    return found
