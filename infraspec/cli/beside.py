"""Reading the files that a spec names: those in its folder, and below it."""

from collections.abc import Callable
from pathlib import Path

_MOST = 1024 * 1024
"""Bytes: what a spec takes in is user data, which EC2 takes 16 KiB of."""


def reader(spec: str) -> Callable[[str], str | None]:
    """What reads a file by its path from the folder of `spec`; from here where the spec is standard input.

    It gives None for what is not there, lies outside the folder (also through a link), is not text in UTF-8, or is
    too large for anything that a spec could take it in for.
    """
    folder = (Path() if spec == "-" else Path(spec).parent).resolve()

    def read(name: str) -> str | None:
        try:
            path = (folder / name).resolve()
            if not path.is_relative_to(folder) or not path.is_file() or path.stat().st_size > _MOST:
                return None
            return path.read_bytes().decode("utf-8")
        except (OSError, ValueError):  # a broken link, bytes that are no text, a NUL in the name
            return None

    return read
