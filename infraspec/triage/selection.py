"""Which advice is asked for, and how much it weighs: codes and prefixes, of which the longest that fits decides."""

from collections.abc import Iterable
from dataclasses import replace

from infraspec.diagnostic import Diagnostic, Level
from infraspec.triage.codes import prefix
from infraspec.triage.settings import Settings


def asked(diagnostics: Iterable[Diagnostic], settings: Settings) -> tuple[Diagnostic, ...]:
    """Those that count, at the level that the settings give them. Facts count as they are."""
    return tuple(
        one if one.is_fact else replace(one, level=level_of(one.problem.code, one.level, settings))
        for one in diagnostics
        if one.is_fact or counts(one.problem.code, one.file, settings)
    )


def counts(code: str, file: str, settings: Settings) -> bool:
    """Whether advice of this code is asked for in this file: the longest code or prefix that fits decides."""
    if _fit(code, settings.select) <= _fit(code, settings.ignore):
        return False
    if not settings.per_file_ignores:
        return True
    from infraspec.triage.fingerprint import below  # noqa: PLC0415 - only these settings speak of files
    from infraspec.triage.patterns import matches  # noqa: PLC0415

    path = below(file, settings.root)
    return not any(
        _fit(code, words) >= 0 and matches(pattern, path) for pattern, words in settings.per_file_ignores.items()
    )


def level_of(code: str, own: Level, settings: Settings) -> Level:
    """The level that the settings give a code: by the longest code or prefix that fits, else its own."""
    fits = [(_fit(code, words), level) for level, words in settings.levels.items()]
    best = max((fit for fit, _ in fits), default=-1)
    return own if best < 0 else next(level for fit, level in fits if fit == best)


def _fit(code: str, words: Iterable[str]) -> int:
    """The length of the longest of these prefixes that a code begins with; -1 where it begins with none."""
    return max((len(prefix(word)) for word in words if code.startswith(prefix(word))), default=-1)
