"""Write `infraspec/data/instance_types.json` anew from the answers of AWS that moto has recorded.

Run it after moto has been updated: `python tools/refresh_instance_types.py 2026-05`, where the argument is the month
in which moto recorded DescribeInstanceTypes and DescribeInstanceTypeOfferings.
"""

import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parent.parent / "infraspec" / "data" / "instance_types.json"
Offers = dict[str, str]
"""Type to the letters of the zones that offer it, sorted."""
Facts = dict[str, dict[str, Any]]
"""What DescribeInstanceTypes says of each type."""
DEVICES = 12
"""A root volume, and data volumes from /dev/sdf to /dev/sdp."""


def main(date: str) -> None:
    """Families with their sizes and processors, and where they are offered."""
    recorded = files("moto.ec2") / "resources"
    types = json.loads(gzip.decompress((recorded / "instance_types.json.gz").read_bytes()))
    families: dict[str, list[str]] = defaultdict(list)
    for name in sorted(types):
        family, _, size = name.partition(".")
        families[family].append(size)
    offered = {}
    for file in sorted((recorded / "instance_type_offerings" / "availability-zone").iterdir(), key=str):
        region = file.name.partition(".")[0]
        offers: Offers = defaultdict(str)
        for one in json.loads(gzip.decompress(file.read_bytes())):
            offers[one["InstanceType"]] += one["Location"].removeprefix(region)
        offered[region] = by_zones(families, {name: "".join(sorted(zones)) for name, zones in offers.items()})
    lines = {
        "date": date,
        "script": "tools/refresh_instance_types.py",
        "families": {family: " ".join(sizes) for family, sizes in sorted(families.items())},
        "architectures": architectures(types),
        "previous": marked(families, types, lambda facts: not facts["CurrentGeneration"]),
        "never_spot": marked(families, types, lambda facts: "spot" not in facts["SupportedUsageClasses"]),
        "hibernates": marked(families, types, lambda facts: facts["HibernationSupported"]),
        "few_volumes": few_volumes(types),
        "offered": offered,
    }
    TARGET.write_text(json.dumps(lines, indent=1) + "\n", encoding="utf-8")


def by_zones(families: dict[str, list[str]], offers: Offers) -> dict[str, str]:
    """Letters of zones to the families offered there; only some sizes of a family stand as `family.size,size`."""
    found: dict[str, list[str]] = defaultdict(list)
    for family, sizes in sorted(families.items()):
        zones: dict[str, list[str]] = defaultdict(list)
        for size in sizes:
            zones[offers.get(f"{family}.{size}", "")].append(size)
        for letters, same in sorted(zones.items()):
            if letters:
                found[letters].append(family if len(zones) == 1 else f"{family}.{','.join(same)}")
    return {letters: " ".join(names) for letters, names in sorted(found.items())}


def marked(families: dict[str, list[str]], types: Facts, is_marked: Callable[[dict[str, Any]], bool]) -> str:
    """The types of which something holds, written as in `by_zones`."""
    return by_zones(families, {name: "x" for name, facts in types.items() if is_marked(facts)}).get("x", "")


def few_volumes(types: Facts) -> dict[str, int]:
    """How many volumes each type takes, the root volume among them, where there are fewer than device names."""
    found = {name: facts["EbsInfo"].get("MaximumEbsAttachments", DEVICES) for name, facts in types.items()}
    return {name: most for name, most in sorted(found.items()) if most < DEVICES}


def architectures(types: Facts) -> dict[str, str]:
    """Each architecture but `x86_64`, and the families that have it."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, facts in types.items():
        for architecture in facts["ProcessorInfo"]["SupportedArchitectures"]:
            if architecture not in ("x86_64", "i386"):
                found[architecture].add(name.partition(".")[0])
    return {name: " ".join(sorted(families)) for name, families in sorted(found.items())}


if __name__ == "__main__":
    main(sys.argv[1])
