"""Write `infraspec/data/managed_policies.json` anew from AWS's own policies as moto has recorded them.

Run it after moto has been updated: `python tools/refresh_managed_policies.py 2026-05`, where the argument is the month
in which moto recorded them. Policies of service-linked roles are left out, since nobody can attach them.
"""

import json
import sys
from collections import defaultdict
from pathlib import Path

from moto.iam.aws_managed_policies import aws_managed_policies_data

TARGET = Path(__file__).parent.parent / "infraspec" / "data" / "managed_policies.json"
UNATTACHABLE = "/aws-service-role/"


def main(date: str) -> None:
    """The names of each path."""
    names: dict[str, list[str]] = defaultdict(list)
    for name, policy in sorted(json.loads(aws_managed_policies_data).items()):
        if policy["Path"] != UNATTACHABLE:
            names[policy["Path"]].append(name)
    paths = {path: " ".join(found) for path, found in sorted(names.items())}
    table = {"date": date, "script": "tools/refresh_managed_policies.py", "paths": paths}
    TARGET.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
