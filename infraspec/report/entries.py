"""What every document of a run is made of: findings as seen from the root of the repository, in one order."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from infraspec.diagnostic import Diagnostic, Level, Mark, SpanEdit
from infraspec.report.source import Sources
from infraspec.triage.fingerprint import below, fingerprint
from infraspec.triage.outcome import Outcome, Suppressed

NAME = "infraspec"
HOME = "https://github.com/infraspec/infraspec"


class Region(NamedTuple):
    """A span by its lines and columns: from 1, in code points, end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def is_on_one_line(self) -> bool:
        """Whether it ends on the line that it starts on."""
        return self.line == self.end_line


class Entry(NamedTuple):
    """One diagnostic, with the texts that it points into; silenced where `suppressed` says so."""

    diagnostic: Diagnostic
    sources: Sources
    suppressed: Suppressed | None = None

    def region(self, of: Mark | SpanEdit) -> Region:
        """Where a mark or an edit stands."""
        source = self.sources.of(of.file)
        return Region(*source.position(of.span.start), *source.position(max(of.span.start, of.span.end)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a run has to say, and what the documents say of the run."""

    found: tuple[Entry, ...]
    """What counts, by file, line, column and code."""
    suppressed: tuple[Entry, ...]
    files: tuple[str, ...]
    """Every spec that was checked."""
    version: str
    """Of infraspec."""
    fail_on: Level | None
    """The least level that fails the run; None where nothing does."""


def report_of(outcomes: Sequence[Outcome], *, root: Path, version: str, fail_on: Level | None) -> Report:
    """Gather what was found; files are named from `root`."""
    found: list[Entry] = []
    suppressed: list[Entry] = []
    for outcome in outcomes:
        sources = Sources({below(file, root): text for file, text in outcome.texts.items()})
        found += [Entry(_rooted(one, root), sources) for one in outcome.diagnostics]
        suppressed += [Entry(_rooted(one.diagnostic, root), sources, one) for one in outcome.suppressed]
    return Report(
        found=tuple(sorted(found, key=_order)),
        suppressed=tuple(sorted(suppressed, key=_order)),
        files=tuple(sorted({below(outcome.file, root) for outcome in outcomes})),
        version=version,
        fail_on=fail_on,
    )


def _order(entry: Entry) -> tuple[str, int, int, str, str, str]:
    one = entry.diagnostic
    span = one.primary.span
    return one.file, span.start, span.end, one.problem.code, one.message, one.fingerprint


def _rooted(diagnostic: Diagnostic, root: Path) -> Diagnostic:
    """The diagnostic with its files as seen from `root`, and with its fingerprint."""
    return replace(
        diagnostic,
        primary=replace(diagnostic.primary, file=below(diagnostic.file, root)),
        related=tuple(replace(mark, file=below(mark.file, root)) for mark in diagnostic.related),
        fixes=tuple(
            fix._replace(edits=tuple(edit._replace(file=below(edit.file, root)) for edit in fix.edits))
            for fix in diagnostic.fixes
        ),
        fingerprint=diagnostic.fingerprint or fingerprint(diagnostic, root),
    )
