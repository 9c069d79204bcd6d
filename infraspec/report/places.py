"""Places of a spec for people and for tools: the line with its characters underlined, and what is made there."""

from collections.abc import Sequence
from typing import NamedTuple

from infraspec.report.width import printable, width

_WIDTH = 160
"""Characters of a line that are shown."""


class Row(NamedTuple):
    """Something that is made, and where."""

    backend: str
    id: str
    type: str
    path: str
    file: str
    line: int
    column: int


class Place(NamedTuple):
    """A place of a spec with what is made there, and its line."""

    path: str
    file: str
    line: int
    column: int
    length: int
    text: str
    rows: Sequence[Row]


def as_text(place: Place) -> str:
    """The place as `file:line:column`, its line, and a row for each thing."""
    gutter = max(2, len(str(place.line)))
    bar = " " * gutter + " |"
    start = place.column - 1
    shown = place.text[:_WIDTH]
    pen = "^" * max(1, width(shown[start : start + place.length]))
    head = [
        f"{printable(place.file)}:{place.line}:{place.column}",
        bar,
        f"{place.line:>{gutter}} | {printable(shown)}".rstrip(),
        f"{bar} {' ' * width(shown[:start])}{pen} {printable(place.path)}",
        bar,
    ]
    columns = [(row.backend, row.id, row.type, f"{row.file}:{row.line}:{row.column}") for row in place.rows]
    wide = [max((width(one[column]) for one in columns), default=0) for column in range(3)]
    rows = [
        f"{' ' * gutter} = " + "  ".join([one[at].ljust(wide[at]) for at in range(3)] + [printable(one[3])])
        for one in columns
    ]
    return "\n".join([*head, *(rows or [f"{' ' * gutter} = nothing is emitted for it"])]) + "\n"


def as_json(asked: str, places: Sequence[Place]) -> str:
    """The places as JSON: `format_version`, what was asked for, and each place with what is made there."""
    import json  # noqa: PLC0415 - for those alone who ask for it

    found = [
        {
            **{name: value for name, value in place._asdict().items() if name not in ("length", "text", "rows")},
            "made": [row._asdict() for row in place.rows],
        }
        for place in places
    ]
    return json.dumps({"format_version": "1.0", "id": asked, "places": found}, indent=2, ensure_ascii=False) + "\n"
