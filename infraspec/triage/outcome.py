"""What a run has to say of one spec: the diagnostics that count, and those that were silenced."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from infraspec.diagnostic import Diagnostic


class By(StrEnum):
    """What silenced a diagnostic."""

    COMMENT = "comment"
    """`# infraspec: ignore[CODE] reason` in the spec."""
    BASELINE = "baseline"
    """It was there before: the baseline has its fingerprint."""


class Suppressed(NamedTuple):
    """A diagnostic that does not count, and why."""

    diagnostic: Diagnostic
    by: By
    reason: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is said of one spec."""

    file: str
    """The spec, as it was named: relative where it can be, with `/`."""
    texts: Mapping[str, str]
    """Every text that its diagnostics point into, by file."""
    diagnostics: tuple[Diagnostic, ...]
    suppressed: tuple[Suppressed, ...] = ()
