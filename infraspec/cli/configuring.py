"""The configuration of each spec: the file that is named, or the nearest from the spec's folder upwards."""

import os
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from infraspec.cli.failure import Failure
from infraspec.cli.files import repository
from infraspec.triage.settings import Settings

if TYPE_CHECKING:
    from infraspec.triage.codes import Codes

_FILE = "infraspec.toml"
_PROJECT = "pyproject.toml"
_TABLE = ("tool", "infraspec")
_NAMED = "INFRASPEC_CONFIG"
_MOST = 1024 * 1024


class Configuration:
    """The settings of a run, each file read once."""

    def __init__(self, options: Namespace) -> None:
        self._stdin = options.stdin_filename
        self._select = self._codes_of(options, "select")
        self._ignore = self._codes_of(options, "ignore")
        self._by_folder: dict[Path, Settings] = {}
        if options.isolated and options.config is not None:
            raise Failure("--isolated reads no configuration, and --config names one: write one of the two")
        named = options.config if options.config is not None else os.environ.get(_NAMED) or None
        self._fixed: Settings | None = None
        if options.isolated:
            self._fixed = self._with_options(_none())
        elif named is not None:
            self._fixed = self._with_options(_named(named, "--config" if options.config is not None else _NAMED))

    def of(self, path: str) -> Settings:
        """The settings of a spec."""
        if self._fixed is not None:
            return self._fixed
        place = Path(self._stdin if path == "-" else path)
        return self._of_folder(Path(os.path.abspath(place.parent)))  # noqa: PTH100 - as it is named, not where links lead

    def _of_folder(self, folder: Path) -> Settings:
        if folder not in self._by_folder:
            found = _in_folder(folder)
            if found is not None:
                settings = self._with_options(found)
            elif folder.parent == folder:
                settings = self._with_options(_none())
            else:
                settings = self._of_folder(folder.parent)
            self._by_folder[folder] = settings
        return self._by_folder[folder]

    def excludes(self, path: str) -> str:
        """The file that says a spec is to be passed over; nothing where none does."""
        settings = self.of(path)
        if not settings.exclude:
            return ""
        from infraspec.triage.fingerprint import below
        from infraspec.triage.patterns import matches

        place = below(path, settings.root)
        return settings.file if any(matches(pattern, place) for pattern in settings.exclude) else ""

    def _with_options(self, settings: Settings) -> Settings:
        """What the options of the run make of a file's settings."""
        if self._select:
            return replace(settings, select=self._select, ignore=self._ignore)
        if not self._ignore:
            return settings
        from infraspec.triage.codes import prefix

        less = tuple(prefix(word) for word in self._ignore)
        select = tuple(word for word in settings.select if not prefix(word).startswith(less))
        return replace(settings, select=select, ignore=(*settings.ignore, *self._ignore))

    def _codes_of(self, options: Namespace, name: str) -> tuple[str, ...]:
        """The codes and prefixes behind an option, which may stand several times."""
        written: Sequence[str] | None = getattr(options, name, None)
        if written is None:
            return ()
        from infraspec.triage.configuration import wrong_code

        words = tuple(word.strip() for one in written for word in one.split(",") if word.strip())
        if not words:
            raise Failure(f"--{name} names no code")
        for word in words:
            if why := wrong_code(word, catalogue(), may_be_fact=name == "select"):
                raise Failure(f"--{name}: {why}")
        return words


def catalogue() -> "Codes":
    """The codes of all problems, which only those need who name some."""
    from infraspec.catalogue import PROBLEMS
    from infraspec.triage.codes import Codes

    return Codes(PROBLEMS)


def _none() -> Settings:
    """The settings where there is no configuration: findings are known by their files' places in the repository."""
    return Settings(root=repository())


def _named(name: str, by: str) -> Settings:
    """The settings of a file that is named: by its own name where it is a pyproject.toml."""
    if not name:
        raise Failure(f"{by} names no file")
    file = Path(name)
    text = _read(file)
    if file.name != _PROJECT:
        return _settings(text, file, ())
    from infraspec.triage.configuration import has_table, tables_of

    data, mistake = tables_of(text, _shown(file))
    if mistake or not has_table(data, _TABLE):
        raise Failure(mistake or f"{_shown(file)} has no table `[{'.'.join(_TABLE)}]`")
    return _settings(text, file, _TABLE)


def _in_folder(folder: Path) -> Settings | None:
    """The settings that a folder has a file for."""
    own, project = folder / _FILE, folder / _PROJECT
    if os.path.isfile(own):  # noqa: PTH113 - where Path asks, a folder that may not be entered is an error
        return _settings(_read(own), own, ())
    if not os.path.isfile(project):  # noqa: PTH113
        return None
    text = _read(project)
    if not _speaks_of_us(text):
        return None
    from infraspec.triage.configuration import has_table, tables_of

    data, mistake = tables_of(text, _shown(project))
    if mistake:
        raise Failure(mistake)
    return _settings(text, project, _TABLE) if has_table(data, _TABLE) else None


def _speaks_of_us(text: str) -> bool:
    """Whether a text can hold our table: seldom, and then reading it as TOML can be left out."""
    if "infraspec" not in text:
        return False
    import re

    table = (
        r"""tool["']?[ \t]*\.[ \t]*["']?infraspec|^[ \t]*\[[ \t]*["']?tool["']?[ \t]*\]|^[ \t]*["']?tool["']?[ \t]*="""
    )
    return re.search(table, text, re.MULTILINE) is not None


def _settings(text: str, file: Path, above: tuple[str, ...]) -> Settings:
    from infraspec.triage.configuration import settings_of

    settings, mistakes = settings_of(text, _shown(file), Path(os.path.abspath(file.parent)), catalogue, above)  # noqa: PTH100
    if mistakes:
        raise Failure("\n  ".join(("the configuration cannot be used:", *mistakes)) if mistakes[1:] else mistakes[0])
    return settings


def _read(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            raw = stream.read(_MOST + 1)
        if len(raw) > _MOST:
            raise Failure(f"cannot read {_shown(file)}: it is larger than 1 MiB, which a configuration never is")
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Failure(f"cannot read {_shown(file)}: it is not text in UTF-8") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise Failure(f"cannot read {_shown(file)}: {getattr(error, 'strerror', None) or error}") from None


def _shown(file: Path) -> str:
    """A file as it is named to the user: from here where it lies below, with `/`."""
    here = Path.cwd()
    return (file.relative_to(here) if file.is_relative_to(here) else file).as_posix()
