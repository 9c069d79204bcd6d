"""Telling what was found: on standard output, in files, and whether in colour."""

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from infraspec.cli import files, formats
from infraspec.cli.arguments import Parser
from infraspec.cli.failure import Failure
from infraspec.triage.outcome import Outcome


def wants_colour(choice: str, stream: TextIO) -> bool:
    """The option, then the environment, then whether a person is looking."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if any(os.environ.get(name, "0") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def arguments(parser: Parser) -> None:
    """How diagnostics are told."""
    formats.arguments(parser)


def tell(outcomes: Sequence[Outcome], options: Namespace) -> None:
    """Tell what was found in every format that was asked for: in files first, all of them or none."""
    wanted = list(options.report)
    if options.output is not None:
        wanted.append((options.format, options.output))
    if wanted:
        _spare_the_specs(outcomes, wanted)
        files.write({Path(file): _told(name, outcomes, options, colour=False) for name, file in wanted})
    if options.output is None:
        colour = wants_colour(options.color, sys.stdout)
        sys.stdout.write(_told(options.format, outcomes, options, colour=colour))
        sys.stdout.flush()
    if options.statistics:
        from infraspec.report.summary import statistics

        sys.stderr.write(statistics(outcomes))
    _sum_up(outcomes, options)


def print_text(outcomes: Sequence[Outcome], stream: TextIO, options: Namespace) -> None:
    """Print every diagnostic to `stream`, and a summary to standard error."""
    stream.write(_text(formats.TEXTS[0], outcomes, 0, colour=wants_colour(options.color, stream)))
    stream.flush()
    _sum_up(outcomes, options)


def _told(name: str, outcomes: Sequence[Outcome], options: Namespace, *, colour: bool) -> str:
    """What was found, in one format."""
    if name in formats.TEXTS:
        return _text(name, outcomes, options.max_diagnostics, colour=colour)
    return formats.document(name, formats.report(outcomes, options.fail_on))


def _text(name: str, outcomes: Sequence[Outcome], most: int, *, colour: bool) -> str:
    """What was found, for people; where that is nothing, nothing is imported to say it."""
    if not any(outcome.diagnostics for outcome in outcomes):
        return ""
    return formats.text(name, outcomes, most, colour=colour)


def _sum_up(outcomes: Sequence[Outcome], options: Namespace) -> None:
    if not options.quiet:
        from infraspec.report.summary import summary

        sys.stderr.write(summary(outcomes) + "\n")


def _spare_the_specs(outcomes: Sequence[Outcome], wanted: Sequence[tuple[str, str]]) -> None:
    """Refuse to write a report over what it is a report of."""
    read = {os.path.realpath(file) for outcome in outcomes for file in (outcome.file, *outcome.texts)}
    for _, file in wanted:
        if os.path.realpath(file) in read:
            raise Failure(f"{file} is a spec: a report would be written over it")
