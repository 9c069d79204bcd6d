"""Reading the files that a spec names: those in its folder, and below it."""

from collections.abc import Callable
from pathlib import Path

_MOST = 1024 * 1024
"""Bytes: what a spec takes in is user data, which EC2 takes 16 KiB of."""


Reader = Callable[[str], str | None]


def reader(spec: str) -> Reader:
    """What reads a file by its path from the folder of `spec`; from here where the spec is standard input.

    It gives None for what is not there, and raises `Unreadable` for what lies outside the folder (also through a
    link), is no file, is not text in UTF-8, or is too large for anything that a spec could take it in for.
    """
    folder = (Path() if spec == "-" else Path(spec).parent).resolve()

    def read(name: str) -> str | None:
        try:
            path = (folder / name).resolve()
            exists = path.exists()
            wrong = _why_not(folder, path) if exists or not path.is_relative_to(folder) else ""
            raw = path.read_bytes() if exists and not wrong else None
        except (OSError, ValueError):  # a broken link, no right to read, a NUL in the name
            return None
        try:
            text = None if raw is None else raw.decode("utf-8")
        except UnicodeDecodeError:
            wrong = "is not text in UTF-8"
        if wrong:
            from infraspec.spec.refusal import Unreadable

            raise Unreadable(wrong)
        return text

    return read


def _why_not(folder: Path, path: Path) -> str:
    """Why a file is not taken in, if it is not."""
    if not path.is_relative_to(folder):
        return "lies outside the folder of the spec"
    if not path.is_file():
        return "is not a file"
    return "is larger than 1 MiB" if path.stat().st_size > _MOST else ""
