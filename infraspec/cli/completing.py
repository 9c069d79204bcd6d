"""What may stand where on the command line, for shells to complete: read off the parsers, which are the truth."""

import argparse
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from infraspec.cli.arguments import COMMANDS, parsers
from infraspec.report.rule_table import rows

SHELLS: Final = ("bash", "zsh", "fish")
_FILES: Final = ("PATH", "FILE", "DIR")
"""How arguments are called that name files or folders."""


def _codes() -> tuple[str, ...]:
    return tuple(word for row in rows() for word in (row.code, row.name))


def _prefixes() -> tuple[str, ...]:
    return tuple(dict.fromkeys(row.code.rstrip("0123456789") for row in rows()))


def _regions() -> tuple[str, ...]:
    from infraspec.data.regions import ZONES

    return tuple(ZONES)


_WORDS: Final[dict[str, Callable[[], tuple[str, ...]]]] = {"CODE": _codes, "PREFIX": _prefixes, "REGION": _regions}
"""What arguments take by what they are called, where the parser does not say it."""


class Argument(NamedTuple):
    """An option, or a word that stands by its place."""

    names: tuple[str, ...]
    """An option as it is written, the short form first; nothing for a word that stands by its place."""
    said: str
    metavar: str
    takes: bool
    """Whether something stands behind the option."""
    words: tuple[str, ...]
    """What may stand there, where that is known."""
    files: bool
    """Whether a file or a folder may stand there."""
    repeats: bool
    """Whether there may be more than one."""


class Line(NamedTuple):
    """What may stand behind a command, or before all commands."""

    name: str
    said: str
    options: tuple[Argument, ...]
    places: tuple[Argument, ...]


def script(shell: str) -> str:
    """What a shell reads to complete the command line."""
    from jinja2 import Environment, StrictUndefined

    from infraspec.shipped import text

    whole, made = parsers()
    top = _line("", "", whole.ask())
    commands = [_line(name, COMMANDS[name], parser.ask()) for name, parser in made.items()]
    environment = Environment(  # noqa: S701 - what is written is no page
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    environment.filters |= {"zsh": _zsh, "fish": _fish}
    takes = sorted({name for line in (top, *commands) for one in line.options if one.takes for name in one.names})
    template = environment.from_string(text("templates", "completion", f"{shell}.j2"))
    return template.render(top=top, commands=commands, takes=takes)


def _line(name: str, said: str, actions: Iterable[argparse.Action]) -> Line:
    known = [_argument(one) for one in actions if not isinstance(one.choices, dict)]
    options = tuple(one for one in known if one.names)
    return Line(name, said, options, tuple(one for one in known if not one.names))


def _argument(action: argparse.Action) -> Argument:
    metavar = str(action.metavar or "")
    choices = tuple(str(one) for one in action.choices or ())
    return Argument(
        names=tuple(sorted(action.option_strings, key=len)),
        said="" if action.help in (None, argparse.SUPPRESS) else str(action.help),
        metavar=metavar,
        takes=action.nargs != 0,
        words=choices or _WORDS.get(metavar, tuple)(),
        files=metavar in _FILES,
        repeats=action.nargs in ("*", "+") or isinstance(action, argparse._AppendAction),  # noqa: SLF001
    )


def _zsh(said: str) -> str:
    """Text inside a specification of zsh that stands in single quotes."""
    for character in "\\[]:":
        said = said.replace(character, f"\\{character}")
    return said.replace("'", "'\\''")


def _fish(said: str) -> str:
    """Text that stands in single quotes of fish."""
    return said.replace("\\", "\\\\").replace("'", "\\'")
