"""Making fixes: texts in, texts out, and nothing changed but what was meant.

Each round makes the fixes that touch one another nowhere, and checks the spec again. A fix after which other data has
changed, its finding still stands, or there is an error that was not there before, is dropped.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from infraspec.compiler import Checked
from infraspec.diagnostic import Diagnostic, Safety, SpanEdit, SpanFix
from infraspec.triage.edited import Edited

ROUNDS = 10
"""Fixes that make room for others do so this often at most."""

Look = Callable[[Mapping[str, str]], Checked]
"""Checks a spec with these texts in place of those of their files."""


class Chosen(NamedTuple):
    """A finding, and the fix of it that is to be made."""

    diagnostic: Diagnostic
    fix: SpanFix

    @property
    def key(self) -> tuple[str, str, str]:
        """What it is known by from one round to the next."""
        return self.diagnostic.problem.code, self.diagnostic.message, self.fix.title


@dataclass(frozen=True, slots=True)
class Mended:
    """A spec after its fixes."""

    checked: Checked
    """What is left to be said."""
    texts: Mapping[str, str]
    """The new text of each file that has changed."""
    made: tuple[Chosen, ...]
    dropped: tuple[Chosen, ...]
    """What was not made, since more would have changed."""


def mend(look: Look, safeties: Collection[Safety], may_change: Callable[[str], bool]) -> Mended:
    """The spec with every fix made that is as safe as these, in files that may be changed."""
    texts: dict[str, str] = {}
    made: list[Chosen] = []
    dropped: dict[tuple[str, str, str], Chosen] = {}
    spec = look(texts)
    for _ in range(ROUNDS):
        chosen = list(_choose(spec.diagnostics, safeties, may_change, dropped))
        if not chosen:
            break
        this = _Round(look, spec, texts)
        this.make(chosen)
        texts, spec = this.texts, this.spec
        made += this.made
        dropped.update((one.key, one) for one in chosen if one not in this.made)
    return Mended(spec, texts, tuple(made), tuple(dropped.values()))


def _choose(
    diagnostics: Iterable[Diagnostic],
    safeties: Collection[Safety],
    may_change: Callable[[str], bool],
    dropped: Collection[tuple[str, str, str]],
) -> Iterator[Chosen]:
    """The first fix of each finding, unless it touches one that is chosen already."""
    taken: list[SpanEdit] = []
    for diagnostic in diagnostics:
        for fix in diagnostic.fixes:
            chosen = Chosen(diagnostic, fix)
            if fix.safety not in safeties or chosen.key in dropped or not all(may_change(e.file) for e in fix.edits):
                continue
            if not any(_touch(edit, other) for edit in fix.edits for other in taken):
                taken += fix.edits
                yield chosen
            break


def _touch(one: SpanEdit, other: SpanEdit) -> bool:
    """Whether two edits share characters, or stand side by side."""
    return one.file == other.file and one.span.start <= other.span.end and other.span.start <= one.span.end


class _Round:
    """Fixes of one text that touch one another nowhere: all of them, or as many as leave the spec right."""

    def __init__(self, look: Look, before: Checked, texts: Mapping[str, str]) -> None:
        self.look = look
        self.before = before
        self.before_texts = texts
        self.made: list[Chosen] = []
        self.texts: dict[str, str] = dict(texts)
        self.spec = before

    def make(self, chosen: list[Chosen]) -> None:
        """Make these too; where they go wrong together, the halves by themselves."""
        every = [*self.made, *chosen]
        edited = Edited(edit for one in every for edit in one.fix.edits)
        texts = {**self.before_texts, **edited.texts(self.before.files.texts())}
        spec = self.look(texts)
        if is_mended(self.before, spec, edited, every):
            self.made, self.texts, self.spec = every, texts, spec
        elif len(chosen) > 1:
            middle = len(chosen) // 2
            self.make(chosen[:middle])
            self.make(chosen[middle:])


def is_mended(before: Checked, after: Checked, edited: Edited, chosen: Collection[Chosen]) -> bool:
    """Whether the findings are gone, and nothing else has changed for the worse."""
    gone = {_moved(one.diagnostic, edited) for one in chosen}
    if any(_place(one) in gone for one in after.diagnostics):
        return False
    if before.document is None:
        first = min((one.primary.span.start for one in after.diagnostics), default=0)
        last = max(place[2] for place in gone)
        return after.document is not None or first > last
    if after.document is None or not edited.keeps_the_rest(before.document, after.document):
        return False
    known = {_moved(one, edited)[:3] for one in before.diagnostics if _moved(one, edited) not in gone}
    new = [one for one in after.diagnostics if one.is_error and _place(one)[:3] not in known]
    return not any(before.is_whole or _is_blamed(error, edited, one) for error in new for one in chosen)


def _is_blamed(error: Diagnostic, edited: Edited, chosen: Chosen) -> bool:
    """Whether an error comes of a fix where the spec was not judged as a whole.

    What a broken entry had hidden was there all along. A safe fix writes what the text meant already, so it makes none.
    """
    if chosen.fix.safety is Safety.SAFE:
        return False
    for edit in chosen.fix.edits:
        start = edited.moved(edit.file, edit.span.start)
        end = start + len(edit.text)
        marks = (error.primary, *error.related)
        if any(one.file == edit.file and one.span.start <= end and start <= one.span.end for one in marks):
            return True
        if error.path and error.path == (*chosen.diagnostic.path[:-1], edit.text):
            return True  # the value of a key that was renamed
    return False


Place = tuple[str, str, int, str]


def _place(diagnostic: Diagnostic) -> Place:
    """What a diagnostic is known by in one text."""
    return diagnostic.problem.code, diagnostic.file, diagnostic.primary.span.start, diagnostic.message


def _moved(diagnostic: Diagnostic, edited: Edited) -> Place:
    """The same in the text afterwards."""
    code, file, start, message = _place(diagnostic)
    return code, file, edited.moved(file, start), message
