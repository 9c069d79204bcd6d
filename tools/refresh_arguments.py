"""Writes `infraspec/data/terraform_arguments.json`: the arguments of the `aws_*` types that infraspec writes.

    terraform providers schema -json > aws-5.100.0.json
    python3 tools/refresh_arguments.py 2025-12 aws-5.100.0.json terraform-aws-6.25-arguments.json

The month is that of the newest version. Each file holds the arguments of one version of the AWS provider, which its
name says: what `terraform providers schema` prints, or a table `{"resources": {type: {argument: {"required": …, "type":
…}}}, "data-sources": …}`. Run it when infraspec writes a new type, or for another version of the provider.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
HELD = ROOT / "infraspec" / "data" / "terraform_arguments.json"
KINDS = {"resources": r"(?<!data\.)\b(aws_[a-z0-9_]+)", "data-sources": r"\bdata\.(aws_[a-z0-9_]+)"}
SECTIONS = {"resources": "resource_schemas", "data-sources": "data_source_schemas"}


def main(month: str, sources: list[Path]) -> None:
    """Keep the types whose names stand in `infraspec/terraform/`."""
    code = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "infraspec/terraform").glob("*.py")))
    versions = []
    for source in sources:
        table = arguments_of(json.loads(source.read_text(encoding="utf-8")))
        sections = []
        for section, pattern in KINDS.items():
            written = sorted(set(re.findall(pattern, code)) & set(table[section]))
            types = [f"  {json.dumps(kind)}: {{\n{lines(table[section][kind])}\n  }}" for kind in written]
            sections.append(f" {json.dumps(section)}: {{\n" + ",\n".join(types) + "\n }")
        versions.append(f"{json.dumps(version_of(source))}: {{\n" + ",\n".join(sections) + "\n}")
    head = f'"date": "{month}",\n"script": "tools/refresh_arguments.py",\n"versions": '
    HELD.write_text("{\n" + head + "{\n" + ",\n".join(versions) + "\n}\n}\n", encoding="utf-8", newline="\n")


def version_of(source: Path) -> str:
    """The version in a file's name."""
    found = re.search(r"\d+\.\d+(?:\.\d+)?", source.name)
    return found[0] if found else sys.exit(f"{source.name} names no version")


def arguments_of(table: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The table, made of the provider's schema where it is one."""
    if "provider_schemas" not in table:
        return table
    (schema,) = table["provider_schemas"].values()
    return {
        section: {kind: block(one["block"]) for kind, one in schema[name].items()} for section, name in SECTIONS.items()
    }


AGAIN = "statement"
"""A block that may stand in itself; the provider's schema writes it out for each depth."""


def block(schema: dict[str, Any], *, inside: bool = False) -> dict[str, Any]:
    """The arguments of a block: what may be written in it, so not what the provider alone computes."""
    arguments = {}
    for name, one in schema.get("attributes", {}).items():
        if one.get("required") or one.get("optional"):
            kind = {"block": block(one["nested_type"])} if "nested_type" in one else typed(one["type"])
            arguments[name] = {"required": one.get("required", False), "type": kind}
    for name, one in schema.get("block_types", {}).items():
        required = one.get("min_items", 0) > 0
        again = inside and name == AGAIN
        kind = {"again": name} if again else {"block": block(one["block"], inside=inside or name == AGAIN)}
        arguments[name] = {"required": required, "type": {"array": kind}}
    return arguments


def typed(kind: Any) -> Any:
    """A type in the words of the table: `["set", "string"]` is an array of strings."""
    if isinstance(kind, str):
        return {"bool": "boolean"}.get(kind, kind)
    name, inside = kind
    if name == "object":
        return {"block": {key: {"required": False, "type": typed(one)} for key, one in inside.items()}}
    return {"map" if name == "map" else "array": typed(inside)}


def lines(arguments: dict[str, Any]) -> str:
    """One argument to a line, so that another version shows what it changes."""
    return ",\n".join(f"   {json.dumps(name)}: {json.dumps(one)}" for name, one in sorted(arguments.items()))


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(sys.argv[1], [Path(one) for one in sys.argv[2:]])
