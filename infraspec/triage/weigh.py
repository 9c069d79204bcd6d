"""Which findings count, and how much: what the settings and the comments of a spec make of what was found."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from infraspec.compiler import Checked
from infraspec.diagnostic import Diagnostic
from infraspec.triage.codes import Codes
from infraspec.triage.outcome import Outcome, Suppressed
from infraspec.triage.selection import asked
from infraspec.triage.settings import Settings

_WORD = "infraspec"
_SIGNS = (f"{_WORD}:", f"{_WORD} ignore")
"""What a text has in it where it has a comment that silences, or one that is meant to."""


def weigh(checked: Checked, settings: Settings, codes: Callable[[], Codes], *, advice: bool) -> Outcome:
    """What is said of a spec by these settings; without `advice` its comments are heard and not judged."""
    found: tuple[Diagnostic, ...] = asked(checked.diagnostics, settings)
    suppressed: tuple[Suppressed, ...] = ()
    texts = checked.files.texts()
    if checked.document is not None and any(sign in text for text in texts.values() for sign in _SIGNS):
        from infraspec.triage.hearing import hear  # noqa: PLC0415 - most specs have no such comment

        found, suppressed = hear(checked, checked.document, found, settings, codes(), advice=advice)
    if found or suppressed:
        found = known(found, settings.root)
        silent = known((one.diagnostic for one in suppressed), settings.root)
        suppressed = tuple(one._replace(diagnostic=its) for one, its in zip(suppressed, silent, strict=True))
    return Outcome(checked.file, texts, found, suppressed)


def known(diagnostics: Iterable[Diagnostic], root: Path) -> tuple[Diagnostic, ...]:
    """Diagnostics with their fingerprints."""
    from infraspec.triage.fingerprint import fingerprint  # noqa: PLC0415 - a clean spec needs none

    return tuple(replace(one, fingerprint=fingerprint(one, root)) for one in diagnostics)
