"""Printing diagnostics, and whether in colour."""

import os
import sys
from collections.abc import Sequence
from typing import TextIO

from infraspec.compiler import Checked


def wants_colour(choice: str, stream: TextIO) -> bool:
    """The option, then the environment, then whether a person is looking."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if any(os.environ.get(name, "0") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def tell(checked: Sequence[Checked], stream: TextIO, *, colour: str, quiet: bool) -> None:
    """Print every diagnostic to `stream`, and a summary to standard error."""
    found = [one for spec in checked for one in spec.diagnostics]
    if quiet and not found:
        return
    from infraspec.report.source import Source
    from infraspec.report.terminal import full, summary

    painted = wants_colour(colour, stream)
    for spec in checked:
        if spec.diagnostics:
            stream.write(full(spec.diagnostics, Source(spec.text), colour=painted))
    stream.flush()
    if not quiet:
        sys.stderr.write(summary(found, len(checked)) + "\n")
