"""Baselines: read, written, and taken from what was found."""

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from infraspec.cli import files
from infraspec.cli.configuring import catalogue
from infraspec.cli.failure import Failure
from infraspec.triage.baseline import Baseline, Judged, against, read, written
from infraspec.triage.outcome import Outcome
from infraspec.triage.settings import Settings

_MOST = 64 * 1024 * 1024


def without_known(outcomes: Sequence[Outcome], settings: Sequence[Settings], options: Namespace) -> list[Outcome]:
    """What counts beyond the baseline of each spec; with `--write-baseline`, beyond the one that is written here."""
    judged = [Judged(outcome, its) for outcome, its in zip(outcomes, settings, strict=True)]
    if options.write_baseline:
        return _written(judged, options)
    by_file: dict[str, list[int]] = {}
    for number, its in enumerate(settings):
        file = options.baseline or (str(its.root / its.baseline) if its.baseline else "")
        by_file.setdefault(file, []).append(number)
    told = list(outcomes)
    for file, numbers in by_file.items():
        if file:
            these = [judged[number] for number in numbers]
            baseline = _read(file)
            missing = _missing(baseline, these[0].settings.root)
            found = against(baseline, these, catalogue(), tells_gone=True, missing=missing)
            for number, outcome in zip(numbers, found, strict=True):
                told[number] = outcome
    return told


def _written(judged: Sequence[Judged], options: Namespace) -> list[Outcome]:
    """Write what counts as a baseline; it does not count any more."""
    text, name = written(judged), files.shown(options.write_baseline, "")
    specs = {Path(file).resolve() for one in judged for file in one.outcome.texts}
    if Path(name).resolve() in specs:
        raise Failure(f"{name} is a spec: a baseline would be written over it")
    baseline, _ = read(text, name)
    files.write({Path(options.write_baseline): text})
    if not options.quiet:
        count = len(baseline.entries)
        sys.stderr.write(f"Wrote {count} finding{'s' if count != 1 else ''} to {name}.\n")
    return against(baseline, judged, catalogue(), tells_gone=False)


def _read(file: str) -> Baseline:
    name = files.shown(file, "")
    try:
        with Path(file).open("rb") as stream:
            raw = stream.read(_MOST)
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Failure(f"cannot read {name}: it is not text in UTF-8, so it is no baseline") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise Failure(f"cannot read {name}: {getattr(error, 'strerror', None) or error}") from None
    baseline, mistake = read(text, name)
    if mistake:
        raise Failure(mistake)
    return baseline


def _missing(baseline: Baseline, root: Path) -> set[str]:
    """The files of a baseline that are not there any more."""
    named = {entry.file for entry in baseline.entries}
    # A path that no system takes is not there either: this asks without raising.
    return {name for name in named if not name.startswith("<") and not os.path.exists(root / name)}  # noqa: PTH110
