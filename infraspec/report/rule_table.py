"""What infraspec can say, as a table: read in a moment, where the problems themselves are hundreds of examples.

`tools/reference.py` writes the table from the problems.
"""

import json
from pathlib import Path
from typing import NamedTuple


class Row(NamedTuple):
    """One problem in short."""

    code: str
    name: str
    level: str
    """`error`, `warning` or `note`, unless the user's settings weigh it otherwise."""
    fixable: str
    """`safe`, `unsafe`, `choice` (an editor offers several) or `no`: what becomes of its bad example."""
    title: str

    @property
    def kind(self) -> str:
        """`fact` for what cannot be silenced, `advice` for what can."""
        return "fact" if self.level == "error" else "advice"


def rows() -> tuple[Row, ...]:
    """Every problem, in the order of the codes."""
    table = json.loads(Path(__file__).with_name("rules.json").read_text(encoding="utf-8"))
    return tuple(Row(code, *rest) for code, rest in table.items())
