"""Finding specs, reading them, and writing files whole or not at all."""

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from errno import ELOOP
from pathlib import Path
from typing import NoReturn

from infraspec.cli.failure import Failure

_NAMES = ("infraspec.yaml", "infraspec.yml")
_ENDINGS = (".infraspec.yaml", ".infraspec.yml")
_SKIPPED = frozenset({"node_modules", "cdk.out"})
_MOST = 4 * 1024 * 1024 + 1
"""One byte more than a spec may have: enough to know that a file is too large without reading it."""


def find(paths: Sequence[str], excludes: Callable[[str], str] = lambda _: "") -> list[str]:
    """The specs that these paths mean, each once, in the order in which they were named.

    `excludes` gives what passes over a spec, where something does; a spec that is named itself is not asked about.
    """
    found: dict[str, None] = {}
    for path in paths or (".",):
        if not path:
            raise Failure("a path is empty")
        if path != "-" and Path(path).is_dir():
            found.update(dict.fromkeys(_searched(path, excludes)))
        else:
            found[path] = None
    return list(found)


def _searched(folder: str, excludes: Callable[[str], str]) -> list[str]:
    """The specs in a folder and below it that nothing excludes: one at least."""
    below = list(_below(folder))
    if not below:
        raise Failure(f"no specs found in {folder}: {_other_names(folder)}")
    by = [excludes(path) for path in below]
    kept = [path for path, excluding in zip(below, by, strict=True) if not excluding]
    if not kept:
        raise Failure(f"no specs found in {folder}: `lint.exclude` of {by[0]} excludes all that are there")
    return kept


def _other_names(folder: str) -> str:
    """What a folder without specs holds instead, and what to do."""
    others = sorted(path.name for path in Path(folder).iterdir() if path.suffix in (".yaml", ".yml"))
    if not others:
        return "name a file, or call one infraspec.yaml or *.infraspec.yaml"
    count = f"{others[0]} has" if len(others) == 1 else f"{len(others)} files such as {others[0]} have"
    return f"{count} another name; name the files, or call them *.infraspec.yaml"


def _below(folder: str) -> Iterator[str]:
    """The specs in a folder and below it, by name. Links to folders are not followed."""
    for here, folders, files in os.walk(folder, onerror=_unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _SKIPPED)
        for name in sorted(files):
            path = Path(here, name)
            if is_spec_name(name) and path.is_file():
                yield str(path)


def is_spec_name(name: str) -> bool:
    """Whether a file is a spec by its name."""
    return name in _NAMES or name.endswith(_ENDINGS)


def _unreadable(error: OSError) -> NoReturn:
    raise Failure(f"cannot read {error.filename}: {error.strerror or error}") from None


def read(path: str) -> bytes:
    """The bytes of a spec, no more of them than are needed to see that it is too large."""
    try:
        if path != "-":
            with Path(path).open("rb") as file:
                return file.read(_MOST)
        if sys.stdin is None:
            raise Failure("cannot read standard input: it is closed")
        return sys.stdin.buffer.read(_MOST)
    except OSError as error:
        raise Failure(f"cannot read {path}: {error.strerror or error}") from None
    except ValueError as error:  # a NUL in the path
        raise Failure(f"cannot read {path!r}: {error}") from None


def read_written(path: Path) -> str:
    """What a file holds that may have been rendered before; nothing, where there is none."""
    try:
        return path.read_bytes().decode("utf-8", "replace") if path.exists() else ""
    except (OSError, ValueError) as error:
        raise Failure(f"cannot read {path}: {getattr(error, 'strerror', None) or error}") from None


def shown(path: str, stdin_filename: str) -> str:
    """A path as it is reported: with slashes, relative to here where it can be."""
    if path == "-":
        return stdin_filename
    relative = os.path.relpath(path) if Path(path).is_absolute() else path
    return Path(path if relative.startswith("..") else relative).as_posix()


def repository(folder: Path | None = None) -> Path:
    """The repository that a folder, or else the current one, is in; the folder itself where it is in none."""
    here = Path.cwd() if folder is None else folder.resolve()
    return next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)


def write(files: Mapping[Path, str]) -> None:
    """Write all of these files, or none: each is made beside its place and moved there when all are made."""
    made: dict[Path, Path] = {}
    before: dict[Path, bytes | None] = {}
    path = Path()
    try:
        for path, text in files.items():
            if path.exists() and not path.is_file() and not path.is_dir():
                path.write_bytes(text.encode())  # a pipe or a device, which must stay what it is
            else:
                made[path] = _made_beside(_behind(path), text)  # a link stays a link
        for path, new in made.items():
            place = _behind(path)
            before[place] = place.read_bytes() if place.is_file() else None
            new.replace(place)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        for place, old in before.items():
            _put_back(place, old)
        raise Failure(f"cannot write {path}: {getattr(error, 'strerror', None) or error}") from None
    finally:
        for new in made.values():
            new.unlink(missing_ok=True)


def _behind(path: Path) -> Path:
    """The place that a path leads to. Raises `OSError` where links lead in a circle."""
    try:
        return path.resolve()
    except RuntimeError:  # until Python 3.13
        raise OSError(ELOOP, os.strerror(ELOOP)) from None


def _made_beside(place: Path, text: str) -> Path:
    """A new file in the folder of `place`, with the mode that `place` has or a new file gets."""
    import tempfile

    place.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name[:100]}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode())
        mask = os.umask(0)
        os.umask(mask)
        Path(name).chmod(place.stat().st_mode & 0o777 if place.exists() else 0o666 & ~mask)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def _put_back(place: Path, old: bytes | None) -> None:
    """Undo one file of several, as far as that can be done."""
    if old is None:
        if place.is_file():
            place.unlink()
    elif place.read_bytes() != old:
        place.write_bytes(old)
