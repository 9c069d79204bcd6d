"""Diagnostics for people: the message, both sides of a conflict underlined in their lines, and what to write.

Drawing is ASCII, so that any encoding and any font shows it.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from infraspec.diagnostic import Diagnostic, Level, Mark, Safety
from infraspec.report.source import Source, Sources
from infraspec.report.width import printable, width

_WIDTH = 160
"""Characters of a source line that are shown; a longer one is cut around what is marked."""
_LEAD = 60
"""Characters shown before the first mark of a line that is cut."""
_GUTTER = 2

_COLOURS = {Level.ERROR: "31", Level.WARNING: "33", Level.NOTE: "36"}
_BLUE = "34"
_BOLD = "1"


class Paint:
    """Colour, where it is wanted; meaning never rests on it."""

    def __init__(self, *, on: bool) -> None:
        self._on = on

    def __call__(self, text: str, *codes: str) -> str:
        """The text in these colours."""
        return f"\033[{';'.join(codes)}m{text}\033[0m" if self._on and text else text


class _Piece(NamedTuple):
    """What one mark underlines of one line: columns from 0 in the line, end exclusive."""

    start: int
    end: int
    label: str
    primary: bool


def full(diagnostics: Iterable[Diagnostic], sources: Sources, *, colour: bool = False) -> str:
    """Every diagnostic with its lines, one below another with a blank line behind each."""
    paint = Paint(on=colour)
    return "".join("\n".join(_one(diagnostic, sources, paint)) + "\n\n" for diagnostic in diagnostics)


def concise(diagnostic: Diagnostic, sources: Sources, *, colour: bool = False) -> str:
    """One diagnostic in one line, without its end."""
    paint = Paint(on=colour)
    line, column = sources.of(diagnostic.file).position(diagnostic.primary.span.start)
    head = paint(f"{diagnostic.level}[{diagnostic.problem.code}]", _BOLD, _COLOURS[diagnostic.level])
    return f"{printable(diagnostic.file)}:{line}:{column}: {head} {printable(diagnostic.message)}"


def _one(diagnostic: Diagnostic, sources: Sources, paint: Paint) -> Iterator[str]:
    """The rows of one diagnostic."""
    colour = _COLOURS[diagnostic.level]
    source = sources.of(diagnostic.file)
    line, column = source.position(diagnostic.primary.span.start)
    head = f"{diagnostic.level}[{diagnostic.problem.code}]"
    yield paint(head, _BOLD, colour) + paint(f": {printable(diagnostic.message)}", _BOLD)
    frames = _pieces(diagnostic, sources)
    gutter = max(_GUTTER, *(len(str(max(pieces))) for pieces in frames.values()), 0)
    yield paint(f"{'-->':>{gutter + 3}} ", _BLUE) + f"{printable(diagnostic.file)}:{line}:{column}"
    bar = paint(" " * gutter + " |", _BLUE)
    for file, pieces in frames.items():
        if file != diagnostic.file:
            first = sources.of(file).position(_first_of(diagnostic, file))
            yield paint(f"{':::':>{gutter + 3}} ", _BLUE) + f"{printable(file)}:{first[0]}:{first[1]}"
        yield bar
        yield from _frame(pieces, sources.of(file), paint, colour, gutter)
    said = [("note", note) for note in diagnostic.notes] + list(advice(diagnostic))
    if said and frames:
        yield bar
    for word, text in said:
        yield paint(" " * gutter + " = ", _BLUE) + paint(word, _BOLD) + f": {printable(text)}"


def _first_of(diagnostic: Diagnostic, file: str) -> int:
    return min(mark.span.start for mark in diagnostic.related if mark.file == file)


def advice(diagnostic: Diagnostic) -> Iterator[tuple[str, str]]:
    """What to write: the fix that `--fix` would make, and the help where it says more."""
    made = next((fix for fix in diagnostic.fixes if fix.safety is not Safety.CHOICE), None)
    if diagnostic.help and (made is None or made.title != diagnostic.help):
        yield "help", diagnostic.help
    if made is not None:
        yield "fix", f"{made.title} ({made.safety})"


def _pieces(diagnostic: Diagnostic, sources: Sources) -> dict[str, dict[int, list[_Piece]]]:
    """What is underlined, by file and line, the blamed file first; a mark over lines underlines its first."""
    marks: list[tuple[Mark, bool]] = [(diagnostic.primary, True), *((mark, False) for mark in diagnostic.related)]
    by_file: dict[str, dict[int, list[_Piece]]] = {}
    for mark, primary in marks:
        source = sources.of(mark.file)
        if not source.text:
            continue
        number, column = source.position(mark.span.start)
        start, length = column - 1, max(1, mark.span.end - mark.span.start)
        end = max(start + 1, min(start + length, len(source.line(number))))
        piece = _Piece(start, end, mark.label, primary)
        by_file.setdefault(mark.file, {}).setdefault(number, []).append(piece)
    return by_file


def _frame(pieces: dict[int, list[_Piece]], source: Source, paint: Paint, colour: str, gutter: int) -> Iterator[str]:
    """The marked lines with what is marked underlined."""
    previous = 0
    for number in sorted(pieces):
        if previous and number > previous + 1:
            yield paint("...", _BLUE)
        previous = number
        text = source.line(number)
        for window in _windows(text, sorted(pieces[number])):
            yield from _line(number, text, window, paint, colour, gutter)


def _windows(text: str, pieces: list[_Piece]) -> Iterator[list[_Piece]]:
    """The pieces that are shown under one copy of their line: all of them, unless the line is too long."""
    window: list[_Piece] = []
    for piece in pieces:
        if window and len(text) > _WIDTH and piece.end > _cut(text, window) + _WIDTH:
            yield window
            window = []
        window.append(piece)
    yield window


def _cut(text: str, window: list[_Piece]) -> int:
    """How many characters at the start of a line are not shown."""
    return max(0, min(window[0].start - _LEAD, len(text) - _WIDTH)) if len(text) > _WIDTH else 0


def _line(number: int, text: str, window: list[_Piece], paint: Paint, colour: str, gutter: int) -> Iterator[str]:
    """One source line, and below it a row for each mark, the one that is blamed last."""
    cut = _cut(text, window)
    lead = "..." if cut else ""
    tail = "..." if cut + _WIDTH < len(text) else ""
    shown = text[cut : cut + _WIDTH]
    yield (paint(f"{number:>{gutter}} |", _BLUE) + f" {lead}{printable(shown)}{tail}").rstrip()
    for piece in sorted(window, key=lambda one: one.primary):
        indent = " " * (len(lead) + width(shown[: piece.start - cut]))
        under = width(shown[piece.start - cut : piece.end - cut])
        pen = ("^" if piece.primary else "-") * max(1, under)
        label = f" {printable(piece.label)}" if piece.label else ""
        codes = (_BOLD, colour) if piece.primary else (_BLUE,)
        yield paint(" " * gutter + " |", _BLUE) + f" {indent}" + paint(pen + label, *codes)
