"""Write `infraspec/data/database_classes.json` anew from what cfn-lint knows of RDS.

Run it after cfn-lint has been updated: `python tools/refresh_database_classes.py 2026-05`, where the argument is the
month in which cfn-lint recorded DescribeOrderableDBInstanceOptions.
"""

import json
import sys
from collections import defaultdict
from importlib.resources import files
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parent.parent / "infraspec" / "data" / "database_classes.json"
RECORDED = "data/schemas/extensions/aws_rds_dbinstance/dbinstanceclass_enum.json"
OF_CLUSTERS = "data/schemas/extensions/aws_rds_dbcluster/dbclusterinstanceclass_enum.json"
ENGINES = ("aurora-mysql", "aurora-postgresql", "mariadb", "mysql", "oracle-ee", "oracle-se2", "postgres", "sqlserver-")
"""What the names of the engines begin with that a spec can have."""


def main(date: str) -> None:
    """The classes of each engine that some region has: family, and its sizes."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for recorded, key, ending in (
        (RECORDED, "DBInstanceClass", ""),
        (OF_CLUSTERS, "DBClusterInstanceClass", "-cluster"),
    ):
        regions: dict[str, Any] = json.loads((files("cfnlint") / recorded).read_text(encoding="utf-8"))
        for region in regions.values():
            for one in region["allOf"]:
                engine = one["if"]["properties"]["Engine"].get("const", "")
                if engine.startswith(ENGINES):
                    for name in one["then"]["properties"][key]["enum"]:
                        family, _, size = name.removeprefix("db.").partition(".")
                        found[engine + ending][family].add(size)
    engines = {
        engine: {family: " ".join(sorted(sizes)) for family, sizes in sorted(families.items())}
        for engine, families in sorted(found.items())
    }
    table = {"date": date, "script": "tools/refresh_database_classes.py", "engines": engines}
    TARGET.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
