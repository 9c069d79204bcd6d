"""Diagnostics for people: the message, both sides of a conflict underlined in their lines, and what to write.

Drawing is ASCII, so that any encoding and any font shows it.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from infraspec.diagnostic import Diagnostic, Level, Mark, Span

_WIDTH = 160
"""Columns of a source line that are shown; a longer one is cut around what is marked."""
_TAB = 4

_COLOURS = {Level.ERROR: "31", Level.WARNING: "33", Level.NOTE: "36"}


class Source:
    """A text with the places of its lines."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0]
        at = text.find("\n")
        while at >= 0:
            self._starts.append(at + 1)
            at = text.find("\n", at + 1)

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column, both from 1, in code points."""
        line = bisect_right(self._starts, offset) - 1
        return line + 1, offset - self._starts[line] + 1

    def line(self, number: int) -> str:
        """A line by its number, without its end."""
        start = self._starts[number - 1]
        end = self._starts[number] - 1 if number < len(self._starts) else len(self.text)
        return self.text[start:end].rstrip("\r")

    def start_of(self, number: int) -> int:
        """Where a line starts."""
        return self._starts[number - 1]


def full(diagnostics: Iterable[Diagnostic], source: Source, *, colour: bool = False) -> str:
    """Every diagnostic with its lines, one below another with a blank line behind each."""
    paint = _Paint(on=colour)
    return "".join(_one(diagnostic, source, paint) + "\n" for diagnostic in diagnostics)


def summary(diagnostics: Sequence[Diagnostic], files: int) -> str:
    """How many of each level were found, in one line."""
    counts = [(level, sum(one.problem.level is level for one in diagnostics)) for level in Level]
    said = [f"{count} {level}{'s' if count != 1 else ''}" for level, count in counts if count]
    where = f"{files} spec{'s' if files != 1 else ''}"
    return f"Found {', '.join(said)} in {where}." if said else f"Found nothing wrong in {where}."


class _Paint:
    """Colour, where it is wanted; meaning never rests on it."""

    def __init__(self, *, on: bool) -> None:
        self._on = on

    def __call__(self, text: str, *codes: str) -> str:
        return f"\033[{';'.join(codes)}m{text}\033[0m" if self._on and text else text


def _one(diagnostic: Diagnostic, source: Source, paint: _Paint) -> str:
    problem, colour = diagnostic.problem, _COLOURS[diagnostic.problem.level]
    line, column = source.position(diagnostic.primary.span.start)
    rows = [
        paint(f"{problem.level}[{problem.code}]", "1", colour) + paint(f": {printable(diagnostic.message)}", "1"),
        paint("  --> ", "34") + f"{printable(diagnostic.file)}:{line}:{column}",
    ]
    marks = [(diagnostic.primary, True), *((mark, False) for mark in diagnostic.related)]
    if source.text:
        rows += _frame(marks, source, paint, colour)
    if diagnostic.help:
        rows.append(paint("   = ", "34") + paint("help", "1") + f": {printable(diagnostic.help)}")
    return "\n".join(rows) + "\n"


def _frame(marks: list[tuple[Mark, bool]], source: Source, paint: _Paint, colour: str) -> list[str]:
    """The marked lines with what is marked underlined."""
    by_line: dict[int, list[tuple[Mark, bool]]] = {}
    for mark, primary in marks:
        by_line.setdefault(source.position(mark.span.start)[0], []).append((mark, primary))
    gutter = max(2, len(str(max(by_line))))
    bar = paint(" " * gutter + " |", "34")
    rows, previous = [bar], 0
    for number in sorted(by_line):
        if previous and number > previous + 1:
            rows.append(paint("...", "34"))
        rows += _line(number, by_line[number], source, paint, colour, gutter)
        previous = number
    return [*rows, bar]


def _line(
    number: int, marks: list[tuple[Mark, bool]], source: Source, paint: _Paint, colour: str, gutter: int
) -> list[str]:
    """One source line, and below it a row for each mark, the one that is blamed last."""
    text, start = source.line(number), source.start_of(number)
    first = min(max(0, mark.span.start - start) for mark, _ in marks)
    cut = max(0, first - _WIDTH // 2) if len(text) > _WIDTH else 0
    shown = text[cut : cut + _WIDTH]
    lead, tail = "..." if cut else "", "..." if cut + _WIDTH < len(text) else ""
    rows = [paint(f"{number:>{gutter}} |", "34") + f" {lead}{printable(shown)}{tail}".rstrip()]
    for mark, primary in sorted(marks, key=lambda item: (item[1], item[0].span.start)):
        span = Span(mark.span.start - start - cut, mark.span.end - start - cut)
        before = shown[: max(0, span.start)]
        under = shown[max(0, span.start) : max(0, span.end)]
        pen = ("^" if primary else "-") * max(1, width(under))
        label = f" {printable(mark.label)}" if mark.label else ""
        codes = ("1", colour) if primary else ("34",)
        indent = " " * (len(lead) + width(before))
        rows.append(paint(" " * gutter + " |", "34") + f" {indent}" + paint(pen + label, *codes))
    return rows


def width(text: str) -> int:
    """Columns that a text takes on a terminal."""
    return sum(_columns(character) for character in printable(text))


def _columns(character: str) -> int:
    if character.isascii():
        return 1
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def printable(text: str) -> str:
    """Text without what would move the cursor or colour the terminal; tabs become spaces."""
    if text.isprintable():
        return text
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    if character == "\t":
        return " " * _TAB
    if character.isprintable() or unicodedata.category(character) in ("Mn", "Me", "Zs") or character == "\u200d":
        return character
    return f"\\u{ord(character):04x}" if ord(character) > 0xFF else f"\\x{ord(character):02x}"
