"""Write specs/config.schema.json: the JSON Schema of `infraspec.toml`, from the table of its keys.

    .venv/bin/python tools/config_schema.py

tests/test_project.py holds the file to what this writes, and tests/test_config_schema.py to what infraspec takes.
"""

import sys
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from infraspec.json_text import json_text  # noqa: E402
from infraspec.triage.keys import KEYS, Key, Takes  # noqa: E402

ADDRESS = "https://raw.githubusercontent.com/infraspec/infraspec/main/specs/config.schema.json"
Schema = dict[str, Any]

_CODES: Schema = {"type": "array", "items": {"type": "string", "pattern": "^(ALL|[A-Z]{2,3}[0-9]{0,3})$"}}
_PATTERNS: Schema = {"type": "array", "items": {"type": "string", "minLength": 1}}
_SHAPES: dict[Takes, Schema] = {
    Takes.CODES: _CODES,
    Takes.PATTERNS: _PATTERNS,
    Takes.CODES_BY_PATTERN: {"type": "object", "additionalProperties": _CODES},
    Takes.FLAG: {"type": "boolean"},
    Takes.PATH: {"type": "string", "minLength": 1},
    Takes.WORD: {"type": "string"},
}
_EXAMPLES: dict[Takes, object] = {
    Takes.CODES: ["NET401", "SEC"],
    Takes.PATTERNS: ["examples/**"],
    Takes.CODES_BY_PATTERN: {"sandbox/**": ["SEC", "NET401"]},
    Takes.FLAG: True,
}
_PATHS = {"lint.baseline": "baseline.json", "render.output": "build"}
_TABLES = {"lint": "What is looked for, and how much it weighs.", "render": "What `infraspec render` writes."}


def schema() -> Schema:
    """The schema of the whole file."""
    tables: dict[str, dict[str, Schema]] = {}
    for key in KEYS:
        table, _, name = key.name.partition(".")
        tables.setdefault(table, {})[name] = _key(key)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": ADDRESS,
        "title": "infraspec.toml",
        "description": "Which findings of infraspec count, and what it writes.",
        "type": "object",
        "additionalProperties": False,
        "properties": {name: _table(name, keys) for name, keys in tables.items()},
    }


def _table(name: str, keys: dict[str, Schema]) -> Schema:
    shown = {key: one["examples"][0] for key, one in list(keys.items())[:2]}
    return {
        "description": _TABLES[name],
        "type": "object",
        "additionalProperties": False,
        "properties": keys,
        "examples": [shown],
    }


def _key(key: Key) -> Schema:
    default = tomllib.loads(f"value = {key.default}")["value"] if key.default else None
    example = key.words[0] if key.words else _PATHS.get(key.name) or _EXAMPLES[key.takes]
    return {
        "description": key.meaning,
        **_SHAPES[key.takes],
        **({"enum": list(key.words)} if key.words else {}),
        **({"default": default} if key.default else {}),
        "examples": [example],
    }


FILES = {"specs/config.schema.json": json_text(schema())}


if __name__ == "__main__":
    for path, text in FILES.items():
        (ROOT / path).write_text(text, encoding="utf-8", newline="\n")
        print(path)
