"""Printing diagnostics, and whether in colour."""

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from typing import TextIO

from infraspec.cli.arguments import Parser
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


def tell(outcomes: Sequence[Outcome], options: Namespace) -> None:
    """Print what was found to standard output, and a summary to standard error."""
    print_text(outcomes, sys.stdout, options)


def print_text(outcomes: Sequence[Outcome], stream: TextIO, options: Namespace) -> None:
    """Print every diagnostic to `stream`, and a summary to standard error."""
    found = [one for outcome in outcomes for one in outcome.diagnostics]
    if options.quiet and not found:
        return
    from infraspec.report.source import Sources
    from infraspec.report.terminal import full, summary

    painted = wants_colour(options.color, stream)
    for outcome in outcomes:
        if outcome.diagnostics:
            stream.write(full(outcome.diagnostics, Sources(outcome.texts), colour=painted))
    stream.flush()
    if not options.quiet:
        sys.stderr.write(summary(found, len(outcomes)) + "\n")
