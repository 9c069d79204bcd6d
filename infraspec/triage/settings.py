"""What the user's configuration says: which findings count, and how much."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from infraspec.diagnostic import Level

Levels = Mapping[Level, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """One configuration file, or none."""

    file: str = ""
    """The file, as it is named to the user; empty without one."""
    root: Path = field(default_factory=Path)
    """The folder of the file, which its paths and patterns start from; without a file, the repository's."""
    select: tuple[str, ...] = ("ALL",)
    ignore: tuple[str, ...] = ()
    levels: Levels = field(default_factory=dict)
    """Codes and prefixes of advice that has another level than its own."""
    fail_on: str = ""
    format: str = ""
    baseline: str = ""
    require_reason: bool = False
    exclude: tuple[str, ...] = ()
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    output: str = ""


DEFAULTS = Settings()
