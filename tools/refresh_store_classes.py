"""Write `infraspec/data/store_classes.json` anew from what cfn-lint knows of DocumentDB and ElastiCache.

Run it after cfn-lint has been updated: `python tools/refresh_store_classes.py 2026-05`, where the argument is the month
in which cfn-lint recorded the prices and the versions.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parent.parent / "infraspec" / "data" / "store_classes.json"
RECORDED = {
    "documents": "data/schemas/extensions/aws_docdb_dbinstance/dbinstanceclass_enum.json",
    "caches": "data/schemas/extensions/aws_elasticache_cachecluster/cachenodetype_enum.json",
}
VERSIONS = "data/schemas/extensions/aws_elasticache_cachecluster/engine_version.json"


def main(date: str) -> None:
    """The classes that some region has, by service: family, and its sizes; and the versions of each engine."""
    classes = {service: _families(set(_enums(_recorded(path)))) for service, path in RECORDED.items()}
    versions = {
        rule["if"]["properties"]["Engine"]["const"]: rule["then"]["properties"]["EngineVersion"]["enum"]
        for rule in _recorded(VERSIONS)["allOf"]
        if "const" in rule["if"]["properties"]["Engine"]
    }
    table = {"date": date, "script": "tools/refresh_store_classes.py", "classes": classes, "versions": versions}
    TARGET.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


def _recorded(path: str) -> Any:
    return json.loads((files("cfnlint") / path).read_text(encoding="utf-8"))


def _enums(value: Any) -> Iterator[str]:
    """Every word of every `enum`, wherever it stands."""
    if isinstance(value, dict):
        for name, item in value.items():
            yield from item if name == "enum" else _enums(item)


def _families(names: set[str]) -> dict[str, str]:
    found: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        _, family, size = name.split(".")
        found[family].append(size)
    return {family: " ".join(sizes) for family, sizes in sorted(found.items())}


if __name__ == "__main__":
    main(sys.argv[1])
