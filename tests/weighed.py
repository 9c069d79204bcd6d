"""A spec, read and judged, but for notes: small specs, as tests have them, earn a dozen each."""

from collections.abc import Callable
from dataclasses import replace

from infraspec.compiler import Checked
from infraspec.compiler import check as check_whole
from infraspec.diagnostic import Level


def check(raw: bytes, file: str, files: Callable[[str], str | None] | None = None) -> Checked:
    """What is wrong with a spec, and what probably is."""
    checked = check_whole(raw, file, files)
    kept = [one for one in checked.diagnostics if one.problem.level is not Level.NOTE]
    return replace(checked, diagnostics=tuple(kept))
