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
    if found or not quiet:
        from infraspec.report.terminal import Source, full, summary

        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        for spec in checked:
            if spec.diagnostics:
                stream.write(full(spec.diagnostics, Source(spec.text), colour=wants_colour(colour, stream)))
        stream.flush()
        if not quiet:
            sys.stderr.write(summary(found, len(checked)) + "\n")
