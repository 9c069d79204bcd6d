"""Comments that silence, as they are written: `# infraspec: ignore[NET401] reason`."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from itertools import pairwise
from typing import NamedTuple

from infraspec.diagnostic import Edit, Finding, Fix, Safety, Span
from infraspec.source.comments import Comment, comments, entries, spoken_of
from infraspec.source.files import Files
from infraspec.source.lines import line_at, line_start
from infraspec.source.located import Document
from infraspec.triage.problems import MALFORMED

_START = re.compile(r"(?:\A|(?<=[ \t]))#+[ \t]*infraspec\b", re.IGNORECASE)
_RIGHT = re.compile(r"#+[ \t]*infraspec:[ \t]+(?P<word>ignore-file|ignore)\[(?P<codes>[^\][]*)\](?P<reason>.*)\Z")
_ALIKE = re.compile(r"#+[ \t]*infraspec[ \t]*(?P<colon>:?)[ \t]*(?P<word>[a-z][a-z_-]*)(?P<rest>.*)\Z", re.IGNORECASE)
_CODE = r"[A-Z]{2,3}[0-9]{3}\b"
_CODES = re.compile(rf"[\s:=\[(]*(?P<codes>{_CODE}(?:[\s,]+{_CODE})*)[\s,]*[\])]?[\s:,-]*(?P<reason>.*)\Z")
_WORDS = ("ignore", "ignore-file", "ignore-line", "ignore-next-line", "noqa", "nolint", "suppress", "disable")
_FORM = "write `# infraspec: ignore[CODE] reason`"


class Directive(NamedTuple):
    """One such comment. Its spans are among the characters of all files."""

    span: Span
    gone: Span
    """What is deleted to be rid of it: with its line where it has one for itself."""
    between: Span
    """What stands between the brackets."""
    codes: tuple[tuple[str, Span], ...]
    reason: str
    covers: tuple[Span, ...]
    """The entries, or the one file, whose findings it silences."""
    lines: tuple[Span, ...]
    """Its own line and the one that it speaks of: what is said of the comments there it silences too."""


class _Piece(NamedTuple):
    """A part of a comment that speaks to infraspec: several may stand in one line."""

    comment: Comment
    span: Span
    gone: Span
    text: str


def directives(document: Document) -> tuple[list[Directive], list[Finding]]:
    """All of a spec in the order of its files, and what is written nearly so."""
    found: list[tuple[_Piece, re.Match[str]]] = []
    wrong: list[Finding] = []
    for file in document.files.all:
        for comment in comments(file, "infraspec"):
            for piece in _pieces(comment, document.files):
                if (right := _RIGHT.match(piece.text)) and (mistake := _misplaced(piece, right)) is None:
                    found.append((piece, right))
                else:
                    wrong += [mistake] if right and mistake else _malformed(piece)
    covered = _covered(document, [piece.comment for piece, right in found if right["word"] == "ignore"])
    return [_directive(piece, right, document.files, covered) for piece, right in found], wrong


def _pieces(comment: Comment, files: Files) -> Iterator[_Piece]:
    """The parts of a comment that speak to infraspec, each with what deleting it takes away."""
    base = comment.span.start
    starts = [found.start() for found in _START.finditer(comment.text)]
    for start, following in pairwise([*starts, len(comment.text)]):
        text = comment.text[start:following].rstrip()
        span = Span(base + start, base + start + len(text))
        if following < len(comment.text):
            gone = Span(span.start, base + following)
        elif comment.is_alone and start == 0:
            gone = _line(span, files)
        else:
            file, local = files.local(span)
            gone = Span(file.base + len(file.text[: local.start].rstrip(" \t")), span.end)
        yield _Piece(comment, span, gone, text)


def _line(span: Span, files: Files) -> Span:
    """The whole line, with its end."""
    file, local = files.local(span)
    start = line_start(file.text, local.start)
    end = start + len(line_at(file.text, start))
    end += 2 if file.text.startswith("\r\n", end) else 1
    return Span(file.base + start, file.base + min(end, len(file.text)))


def _misplaced(piece: _Piece, right: re.Match[str]) -> Finding | None:
    """What is wrong with one of the right form: without codes, or for a file and not on its top."""
    if not right["codes"].strip(" ,\t"):
        return Finding(problem=MALFORMED, at=piece.span, message="this comment names no code", help=_FORM)
    if right["word"] == "ignore" or piece.comment.is_on_top:
        return None
    message = "`ignore-file` stands above the first key of a file"
    return Finding(problem=MALFORMED, at=piece.span, message=message, help="move it there, or write `ignore`")


def _malformed(piece: _Piece) -> Iterator[Finding]:
    """The finding for what is meant to silence and is written in another way."""
    said = _ALIKE.match(piece.text)
    if said is None:
        return
    word, codes = said["word"].lower(), _CODES.match(said["rest"])
    if not (get_close_matches(word, _WORDS, n=1, cutoff=0.75) or word.startswith("disable")):
        return
    if codes is None:
        if said["colon"]:
            yield Finding(problem=MALFORMED, at=piece.span, message="this comment silences nothing", help=_FORM)
        return
    listed = ", ".join(re.findall(_CODE, codes["codes"]))
    head = f"# infraspec: {'ignore-file' if 'file' in word else 'ignore'}[{listed}]"
    text = f"{head} {codes['reason']}".rstrip()
    fix = Fix(f"write `{head}`", Safety.SAFE, (Edit(piece.span, text),))
    message = "this comment silences nothing: it is not in the form for that"
    yield Finding(problem=MALFORMED, at=piece.span, message=message, help=fix.title, fixes=(fix,))


def _covered(document: Document, asking: Iterable[Comment]) -> dict[Span, tuple[Span, ...]]:
    """For each comment, by its characters, the entries that start in the line that it speaks of."""
    lines = {comment.span: spoken_of(document.files, comment) for comment in asking}
    wanted: dict[Span, list[Span]] = {line: [] for line in lines.values() if line is not None}
    if not wanted:
        return {}
    ordered = sorted(wanted, key=lambda line: line.start)
    starts = [line.start for line in ordered]
    for file in {document.files.at(start): None for start in starts}:
        for entry in entries(document, file):
            at = bisect_right(starts, entry.start) - 1
            if at >= 0 and entry.start <= ordered[at].end:
                wanted[ordered[at]].append(entry)
    return {comment: tuple(wanted[line]) for comment, line in lines.items() if line is not None}


def _directive(piece: _Piece, right: re.Match[str], files: Files, covered: dict[Span, tuple[Span, ...]]) -> Directive:
    base = piece.span.start
    first = base + right.start("codes")
    if right["word"] == "ignore":
        covers = covered.get(piece.comment.span, ())
    else:
        file = files.at(base)
        covers = (Span(file.base, file.base + len(file.text) + 1),)
    return Directive(
        span=piece.span,
        gone=piece.gone,
        between=Span(first, base + right.end("codes")),
        codes=tuple(
            (found.group(), Span(first + found.start(), first + found.end()))
            for found in re.finditer(r"[^,\s](?:[^,]*[^,\s])?", right["codes"])
        ),
        reason=right["reason"].strip(" \t:-"),
        covers=covers,
        lines=(_line(piece.span, files), spoken_of(files, piece.comment) or piece.span),
    )
