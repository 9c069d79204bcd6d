"""Reading a configuration file: its settings, or everything that is wrong with it."""

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from pathlib import Path

from infraspec.diagnostic import Level
from infraspec.triage.codes import Codes
from infraspec.triage.keys import KEYS, Key, Takes
from infraspec.triage.patterns import unusable
from infraspec.triage.settings import Settings
from infraspec.triage.toml_lines import line_of

_CODE = 5
"""Characters of the shortest code; what is shorter is meant as a prefix."""
_TABLES = tuple(dict.fromkeys(key.name.partition(".")[0] for key in KEYS))
_BY_NAME = {key.name: key for key in KEYS}
_FACT = "is a fact: what is built would be refused or wrong, so it can be neither ignored nor lowered"
_KINDS = {bool: "`true` or `false`", str: "text", list: "a list", dict: "a table"}
_LEVELS = {"lint.error": Level.ERROR, "lint.warn": Level.WARNING, "lint.note": Level.NOTE}
_MAY_BE_FACTS = ("lint.select", "lint.error")


class _Reader:
    """One file, read from its top to its last key."""

    def __init__(self, text: str, file: str, above: tuple[str, ...], codes: Callable[[], Codes]) -> None:
        self.text = text
        self.file = file
        self.above = above
        self.codes = codes
        self.mistakes: list[str] = []
        self.values: dict[str, object] = {}

    def tables(self, data: Mapping[str, object]) -> None:
        """Read every table and key."""
        for name, table in data.items():
            if name not in _TABLES:
                self.unknown((name,), "table" if isinstance(table, dict) else "key", _TABLES)
            elif not isinstance(table, dict):
                self.wrong((name,), f"`{name}` is a table, not {_shown(table)}")
            else:
                for key, value in table.items():
                    self.key(name, key, value)

    def key(self, table: str, name: str, value: object) -> None:
        """Read one key."""
        known = _BY_NAME.get(f"{table}.{name}")
        if known is None:
            self.unknown((table, name), "key", tuple(key.name for key in KEYS))
        elif self.is_right(known, value):
            self.values[known.name] = value

    def is_right(self, key: Key, value: object) -> bool:
        """Whether a value is what its key takes; if not, the mistakes say so."""
        before = len(self.mistakes)
        path = tuple(key.name.split("."))
        if key.takes is Takes.CODES_BY_PATTERN:
            if isinstance(value, dict):
                for pattern, codes in value.items():
                    self.pattern((*path, pattern), pattern)
                    self.listed(key, (*path, pattern), codes)
            else:
                self.wrong(path, f"`{key.name}` takes {key.takes}, not {_shown(value)}")
        elif key.takes in (Takes.CODES, Takes.PATTERNS):
            self.listed(key, path, value)
        elif not isinstance(value, bool if key.takes is Takes.FLAG else str) or value == "":
            self.wrong(path, f"`{key.name}` takes {_taken(key)}, not {_shown(value)}")
        elif key.words and value not in key.words:
            close = get_close_matches(str(value).lower(), key.words, n=1)
            meant = f"; did you mean `{close[0]}`?" if close else f": it is one of {', '.join(key.words)}"
            self.wrong(path, f"`{key.name}` takes no `{_printable(str(value))}`{meant}")
        return len(self.mistakes) == before

    def listed(self, key: Key, path: tuple[str, ...], value: object) -> None:
        """A list of codes or patterns."""
        takes = Takes.PATTERNS if key.takes is Takes.PATTERNS else Takes.CODES
        name = _printable(".".join(path))
        if not isinstance(value, list):
            self.wrong(path, f"`{name}` takes {takes}, not {_shown(value)}")
            return
        for item in value:
            if not isinstance(item, str):
                self.wrong(path, f"`{name}` takes {takes}, not {_shown(item)} in it")
            elif takes is Takes.PATTERNS:
                self.pattern(path, item)
            elif why := wrong_code(item, self.codes(), may_be_fact=key.name in _MAY_BE_FACTS):
                self.wrong(path, f"`{name}`: {why}", item)

    def pattern(self, path: tuple[str, ...], pattern: str) -> None:
        """A pattern of paths."""
        if why := unusable(pattern):
            self.wrong(path, f"the pattern `{_printable(pattern)}` {why}")

    def unknown(self, path: tuple[str, ...], word: str, known: tuple[str, ...]) -> None:
        """A key or table that nothing reads."""
        name = ".".join(path)
        ends = {one.rpartition(".")[2]: one for one in known}
        close = get_close_matches(path[-1].lower().replace("_", "-"), ends, n=1) or (
            get_close_matches(name.lower(), known, n=1)
        )
        meant = f"; did you mean `{ends.get(close[0], close[0])}`?" if close else ""
        listed = f": there is {', '.join(f'`{one}`' for one in known)}" if not close and len(known) < 5 else ""
        self.wrong(path, f"there is no {word} `{_printable(name)}`{meant}{listed}")

    def wrong(self, path: tuple[str, ...], message: str, word: str = "") -> None:
        """Add a mistake, at its line where that is known."""
        line = line_of(self.text, (*self.above, *path), word)
        self.mistakes.append(f"{self.file}:{line}: {message}" if line else f"{self.file}: {message}")

    def levels(self) -> dict[Level, tuple[str, ...]]:
        """The codes of each level; one that stands in two is a mistake."""
        found = {level: self.texts(name) for name, level in _LEVELS.items() if name in self.values}
        first: dict[str, str] = {}
        for name in _LEVELS:
            for code in self.texts(name):
                other = first.setdefault(code, name)
                if other != name:
                    self.wrong(tuple(name.split(".")), f"`{code}` stands in `{other}` and in `{name}`", code)
        return found

    def texts(self, name: str) -> tuple[str, ...]:
        """The value of a key that takes a list."""
        found = self.values.get(name)
        return tuple(str(item) for item in found) if isinstance(found, list) else ()

    def text_of(self, name: str) -> str:
        """The value of a key that takes text."""
        return str(self.values.get(name, ""))


def settings_of(
    text: str, file: str, root: Path, codes: Callable[[], Codes], above: tuple[str, ...] = ()
) -> tuple[Settings, tuple[str, ...]]:
    """The settings that a text in TOML holds below the keys `above`, and all that is wrong with it."""
    data, mistake = tables_of(text, file)
    reader = _Reader(text, file, above, codes)
    for key in above:
        inner = data.get(key, {})
        if not isinstance(inner, dict):
            return Settings(), (f"{file}:{line_of(text, above)}: `{'.'.join(above)}` is a table, not {_shown(inner)}",)
        data = inner
    reader.tables(data)
    by_pattern = reader.values.get("lint.per-file-ignores")
    settings = Settings(
        file=file,
        root=root,
        select=reader.texts("lint.select") if "lint.select" in reader.values else Settings().select,
        ignore=reader.texts("lint.ignore"),
        levels=reader.levels(),
        fail_on=reader.text_of("lint.fail-on"),
        format=reader.text_of("lint.format"),
        baseline=reader.text_of("lint.baseline"),
        require_reason=reader.values.get("lint.require-reason") is True,
        exclude=reader.texts("lint.exclude"),
        per_file_ignores={name: tuple(of) for name, of in by_pattern.items()} if isinstance(by_pattern, dict) else {},
        output=reader.text_of("render.output"),
    )
    return settings, (mistake,) if mistake else tuple(reader.mistakes)


def tables_of(text: str, file: str) -> tuple[Mapping[str, object], str]:
    """The data of a text in TOML, or why it is not TOML."""
    import tomllib  # noqa: PLC0415 - most runs have no configuration

    try:
        return tomllib.loads(text.replace("\r\n", "\n")), ""
    except RecursionError:
        return {}, f"{file}: this is nested too deep"
    except ValueError as error:  # also a number of more digits than Python reads
        said = str(error)
        at, _, column = said.rpartition("(at line ")[2].rstrip(")").partition(", column ")
        place = f":{at}:{column}" if at.isdigit() and column.isdigit() else ""
        what = said.rpartition(" (at ")[0] or said
        return {}, f"{file}{place}: this is not TOML: {what[0].lower()}{what[1:]}"


def has_table(data: Mapping[str, object], path: tuple[str, ...]) -> bool:
    """Whether something stands at a path, table or not."""
    here: object = data
    for key in path:
        if not isinstance(here, dict) or key not in here:
            return False
        here = here[key]
    return True


def wrong_code(word: str, codes: Codes, *, may_be_fact: bool) -> str:
    """What is wrong with a word that should be a code or a prefix; nothing where it is one."""
    if not codes.begun_by(word):
        meant = codes.nearest(word) if len(word) >= _CODE else codes.nearest_prefix(word)
        return f"no code is or begins with `{_printable(word)}`" + (f"; did you mean `{meant}`?" if meant else "")
    if may_be_fact or not codes.are_facts(word):
        return ""
    return f"{word} {_FACT}" if codes.of(word) else f"every code of {word} {_FACT}"


def _taken(key: Key) -> str:
    """What a key takes, in words."""
    return f"one of {', '.join(key.words)}" if key.words else str(key.takes)


def _shown(value: object) -> str:
    """A value of the wrong kind."""
    if isinstance(value, str):
        return f"the text `{_printable(value)}`" if value else "an empty text"
    if type(value) in _KINDS and not isinstance(value, bool):
        return _KINDS[type(value)]
    return f"`{_printable(str(value).lower() if isinstance(value, bool) else str(value))}`"


def _printable(text: str) -> str:
    """Text of the file in one short line."""
    shown = "".join(char if char.isprintable() else "?" for char in text[:80])
    return shown + ("..." if len(text) > 80 else "")
