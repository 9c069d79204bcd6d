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
    for sections in found.values():
        for types in sections.values():
            for arguments in types.values():
                _with_itself(arguments, {})
    return found


def _with_itself(arguments: Arguments, around: dict[str, Any]) -> None:
    """Put a block in the place where it may stand in itself: of `{"again": name}`, the one of that name around it."""
    for name, one in arguments.items():
        kind = one["type"]
        while isinstance(kind, dict) and "array" in kind:
            if isinstance(kind["array"], dict) and "again" in kind["array"]:
                kind["array"] = around[kind["array"]["again"]]
                break
            kind = kind["array"]
        else:
            if isinstance(kind, dict) and "block" in kind:
                _with_itself(kind["block"], {**around, name: kind})


def arguments_of(kind: str) -> Arguments:
    """What may be written of a resource in any version that is known; the first that has an argument describes it."""
    found: Arguments = {}
    for sections in versions().values():
        for name, one in sections["resources"].get(kind, {}).items():
            found.setdefault(name, one)
    return found
