"""A baseline: the advice that stood in the specs when somebody began to look, and that does not count.

It is a JSON list with an entry for each finding, in an order of its own, so that a change of a spec changes the lines
of what it mends and no others. Facts never go in.
"""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from infraspec.diagnosing import diagnose
from infraspec.diagnostic import Diagnostic, Finding, Problem, Span
from infraspec.source.files import Files
from infraspec.source.places import path_text
from infraspec.triage.codes import Codes
from infraspec.triage.fingerprint import below
from infraspec.triage.outcome import By, Outcome, Suppressed
from infraspec.triage.problems import FACT_IGNORED, GONE
from infraspec.triage.selection import asked, counts
from infraspec.triage.settings import Settings
from infraspec.triage.weigh import known

_FIELDS = ("file", "path", "code", "fingerprint")


class Entry(NamedTuple):
    """One finding: `file` is seen from the folder of the configuration."""

    file: str
    path: str
    code: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Baseline:
    """A baseline that was read."""

    name: str
    text: str
    entries: tuple[Entry, ...]


class Judged(NamedTuple):
    """What is said of one spec, and by which settings."""

    outcome: Outcome
    settings: Settings


def read(text: str, name: str) -> tuple[Baseline, str]:
    """The baseline in a text, or what is wrong with it."""
    nothing = Baseline(name, text, ())
    try:
        data = json.loads(text)
    except RecursionError:
        return nothing, f"{name}: this is nested too deep for a baseline"
    except ValueError as error:  # also a number of more digits than Python reads
        where = f":{error.lineno}:{error.colno}" if isinstance(error, json.JSONDecodeError) else ""
        return nothing, f"{name}{where}: this is not JSON, so it is no baseline: write it anew with --write-baseline"
    if not isinstance(data, list):
        return nothing, f"{name}: a baseline is a list, as --write-baseline writes it"
    entries: list[Entry] = []
    for number, item in enumerate(data, 1):
        fields = [item.get(field) if isinstance(item, dict) else None for field in _FIELDS]
        texts = [field for field in fields if isinstance(field, str)]
        if len(texts) < len(_FIELDS):
            lacking = [f"`{field}`" for field, value in zip(_FIELDS, fields, strict=True) if not isinstance(value, str)]
            return nothing, f"{name}: entry {number} has no text as its {lacking[0]}"
        entries.append(Entry(*texts))
    return Baseline(name, text, tuple(entries)), ""


def written(judged: Iterable[Judged]) -> str:
    """The text of a baseline of all advice that counts."""
    entries = sorted(
        Entry(below(one.file, settings.root), path_text(one.path), one.problem.code, one.fingerprint)
        for outcome, settings in judged
        for one in outcome.diagnostics
        if not one.is_fact and one.problem is not GONE
    )
    lines = [json.dumps(dict(zip(_FIELDS, entry, strict=True)), ensure_ascii=False) for entry in entries]
    return "[\n  " + ",\n  ".join(lines) + "\n]\n" if lines else "[]\n"


def against(
    baseline: Baseline, judged: Sequence[Judged], codes: Codes, *, tells_gone: bool, missing: Collection[str] = ()
) -> list[Outcome]:
    """What counts beyond the baseline: each of its entries silences one finding.

    With `tells_gone`, entries that silenced nothing are told of where their spec was looked at and has no facts, and
    where their file is one of the `missing`.
    """
    left = Counter(entry.fingerprint for entry in baseline.entries if not codes.are_facts(entry.code))
    outcomes = [_without(one.outcome, left, baseline.name) for one in judged]
    if not tells_gone or not judged:
        return outcomes
    found: list[list[Finding]] = [[] for _ in judged]
    homes = [{below(file, one.settings.root) for file in one.outcome.texts} for one in judged]
    for entry, at in _located(baseline, left):
        code_counts = codes.of(entry.code) is None or codes.are_facts(entry.code)
        for one, home, told in zip(judged, homes, found, strict=True):
            if entry.file in home or entry.file in missing:
                whole = entry.file in missing or not any(each.is_fact for each in one.outcome.diagnostics)
                if whole and (code_counts or counts(entry.code, str(one.settings.root / entry.file), one.settings)):
                    told.append(_gone(entry, at, codes.of(entry.code) if codes.are_facts(entry.code) else None))
                break
    return [
        _told(outcome, baseline, told, one.settings) if told else outcome
        for outcome, told, one in zip(outcomes, found, judged, strict=True)
    ]


def _without(outcome: Outcome, left: Counter[str], name: str) -> Outcome:
    """What a spec has beyond the entries that are left; those that it uses are taken from them."""
    kept: list[Diagnostic] = []
    silenced: list[Suppressed] = []
    for one in outcome.diagnostics:
        if one.is_fact or left[one.fingerprint] <= 0:
            kept.append(one)
        else:
            left[one.fingerprint] -= 1
            silenced.append(Suppressed(one, By.BASELINE, f"in {name}"))
    return replace(outcome, diagnostics=tuple(kept), suppressed=(*outcome.suppressed, *silenced))


def _located(baseline: Baseline, left: Counter[str]) -> Iterable[tuple[Entry, Span]]:
    """The entries that silenced nothing, with the characters of their fingerprints."""
    from_: dict[str, int] = {}
    unused = left.copy()
    for entry in baseline.entries:
        quoted = json.dumps(entry.fingerprint)
        start = max(baseline.text.find(quoted, from_.get(quoted, 0)), 0)
        from_[quoted] = start + len(quoted)
        is_fact = entry.fingerprint not in left
        if is_fact or unused[entry.fingerprint] > 0:
            unused[entry.fingerprint] -= 1
            yield entry, Span(start, start + len(quoted))


def _gone(entry: Entry, at: Span, fact: Problem | None) -> Finding:
    where = f"{entry.file}, `{entry.path}`" if entry.path else entry.file
    if fact is not None:
        message = f"{entry.code} is a fact, which no baseline silences ({where})"
        return Finding(problem=FACT_IGNORED, at=at, message=message, help="mend it, and write the baseline anew")
    message = f"{entry.code} is gone from {where}"
    return Finding(problem=GONE, at=at, message=message, help="write the baseline anew with --write-baseline")


def _told(outcome: Outcome, baseline: Baseline, found: Iterable[Finding], settings: Settings) -> Outcome:
    """With what is to be said of the baseline itself, which points into its text."""
    told = asked(diagnose(found, None, Files([(baseline.name, baseline.text)])), settings)
    diagnostics = (*outcome.diagnostics, *known(told, settings.root))
    return replace(outcome, texts={**outcome.texts, baseline.name: baseline.text}, diagnostics=diagnostics)
