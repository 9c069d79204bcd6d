"""The comments of a spec heard: what they silence taken out, and what is wrong with them added."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from infraspec.compiler import Checked
from infraspec.diagnosing import diagnose
from infraspec.diagnostic import Diagnostic, Finding, Level
from infraspec.source.files import Files
from infraspec.source.located import Document
from infraspec.triage.codes import Codes
from infraspec.triage.directives import Directive, directives
from infraspec.triage.outcome import Suppressed
from infraspec.triage.problems import FACT_IGNORED
from infraspec.triage.selection import asked, counts
from infraspec.triage.settings import Settings
from infraspec.triage.suppressions import OWN, Silenced, idle, silence, unused, without_reason


@dataclass(frozen=True, slots=True)
class _Comments:
    """The comments of one spec, and who reads them."""

    written: Sequence[Directive]
    document: Document
    settings: Settings
    codes: Codes

    def idle(self) -> Iterator[Finding]:
        """Codes that can never silence."""
        for directive in self.written:
            yield from idle(directive, self.codes)

    def unexplained(self) -> Iterator[Finding]:
        """Those without a reason, where the settings ask for one."""
        for directive in self.written if self.settings.require_reason else ():
            yield from without_reason(directive)

    def unused(self, silenced: Silenced, *, of_comments: bool) -> Iterator[Finding]:
        """Those that silenced nothing, by the codes of what is said of comments or by all others."""
        for directive in self.written:
            file = self.document.files.at(directive.span.start).name
            can_be_said = {
                code
                for code, _ in directive.codes
                if self._is_advice(code) and (code in OWN) is of_comments and counts(code, file, self.settings)
            }
            yield from unused(directive, silenced.used, can_be_said)

    def _is_advice(self, code: str) -> bool:
        known = self.codes.of(code)
        return known is not None and known.level is not Level.ERROR

    def silence(self, found: Iterable[Finding]) -> Silenced:
        """What is left of findings about the comments themselves."""
        return silence(self.told(found), self.written, self.document.files)

    def told(self, found: Iterable[Finding]) -> tuple[Diagnostic, ...]:
        """Findings about the comments, as far as they count."""
        return asked(diagnose(found, self.document, self.document.files), self.settings)


def hear(
    checked: Checked,
    document: Document,
    found: Sequence[Diagnostic],
    settings: Settings,
    codes: Codes,
    *,
    advice: bool,
) -> tuple[tuple[Diagnostic, ...], tuple[Suppressed, ...]]:
    """What counts of the findings of a spec, what its comments silence, and what is to be said of these.

    Where advice was not asked for, only what would silence a fact is told. Where there are facts, nothing is unused:
    what is broken was not looked at for advice.
    """
    written, malformed = directives(document)
    comments = _Comments(written, document, settings, codes)
    heard = [silence(found, written, document.files)]
    if advice:
        is_whole = not any(one.is_fact for one in checked.diagnostics)
        wrong = [*malformed, *comments.idle(), *comments.unexplained()]
        heard.append(comments.silence([*wrong, *(comments.unused(heard[0], of_comments=False) if is_whole else ())]))
        if is_whole:
            heard.append(Silenced(comments.told(comments.unused(heard[1], of_comments=True)), (), frozenset()))
    else:
        heard.append(comments.silence(one for one in comments.idle() if one.problem is FACT_IGNORED))
    kept = _in_order((one for part in heard for one in part.kept), document.files)
    return kept, tuple(one for part in heard for one in part.suppressed)


def _in_order(diagnostics: Iterable[Diagnostic], files: Files) -> tuple[Diagnostic, ...]:
    """In the order of the text, as all diagnostics are."""
    bases = {file.name: file.base for file in files.all}

    def place(one: Diagnostic) -> tuple[int, int, str, str]:
        span, base = one.primary.span, bases.get(one.file, 0)
        return base + span.start, base + span.end, one.problem.code, one.message

    return tuple(sorted(diagnostics, key=place))
