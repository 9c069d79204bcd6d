"""Finding specs, reading them, and writing files whole or not at all."""

import os
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from infraspec.cli.failure import Failure

_NAMES = ("infraspec.yaml", "infraspec.yml")
_ENDINGS = (".infraspec.yaml", ".infraspec.yml")
_SKIPPED = frozenset({"node_modules", "cdk.out"})
_MOST = 4 * 1024 * 1024 + 1
"""One byte more than a spec may have: enough to know that a file is too large without reading it."""


def find(paths: Sequence[str]) -> list[str]:
    """The specs that these paths mean, each once, in the order in which they were named."""
    found: dict[str, None] = {}
    for path in paths or (".",):
        if path != "-" and Path(path).is_dir():
            found.update(dict.fromkeys(_below(Path(path))))
        else:
            found[path] = None
    if not found:
        raise Failure("no specs found: name a file, or call one infraspec.yaml or *.infraspec.yaml")
    return list(found)


def _below(folder: Path) -> Iterator[str]:
    """The specs in a folder and below it, by name."""
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _SKIPPED)
        for name in sorted(files):
            if name in _NAMES or name.endswith(_ENDINGS):
                yield str(Path(here) / name)


def read(path: str) -> bytes:
    """The bytes of a spec, no more of them than are needed to see that it is too large."""
    try:
        if path == "-":
            return sys.stdin.buffer.read(_MOST)
        with Path(path).open("rb") as file:
            return file.read(_MOST)
    except OSError as error:
        raise Failure(f"cannot read {path}: {error.strerror or error}") from None
    except ValueError as error:  # a NUL in the path
        raise Failure(f"cannot read {path!r}: {error}") from None


def shown(path: str, stdin_filename: str) -> str:
    """A path as it is reported: with slashes, relative to here where it can be."""
    if path == "-":
        return stdin_filename
    relative = os.path.relpath(path) if Path(path).is_absolute() else path
    return Path(path if relative.startswith("..") else relative).as_posix()


def write(files: Mapping[Path, str]) -> None:
    """Write all of these files, or none: each is made beside its place and moved there when all are made."""
    made: list[tuple[str, Path]] = []
    try:
        for path, text in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
            made.append((name, path))
            with os.fdopen(handle, "wb") as file:
                file.write(text.encode())
            _usual_mode(name, path)
        while made:
            name, path = made[0]
            Path(name).replace(path)
            made.pop(0)
    except OSError as error:
        raise Failure(f"cannot write {error.filename or ''}: {error.strerror or error}") from None
    finally:
        for name, _ in made:
            Path(name).unlink(missing_ok=True)


def _usual_mode(name: str, path: Path) -> None:
    """Temporary files are private; the file that is written keeps its mode, a new one gets the usual."""
    mask = os.umask(0)
    os.umask(mask)
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~mask
    Path(name).chmod(mode)
