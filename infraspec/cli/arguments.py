"""Words of the command line to options.

Each command is a module of `cli/commands/` with its own arguments; only the one that is asked for is imported.
"""

import argparse
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from typing import Final, NoReturn, Protocol, cast

COMMANDS: Final = {
    "validate": "check that specs are right: facts alone",
    "lint": "check specs for facts and advice: what CI runs",
    "render": "check a spec and emit it",
    "show": "write a spec out: every shorthand and default, each with the line it came from",
    "locate": "say which line of a spec makes a resource, and what an entry makes",
    "lsp": "serve an editor: diagnostics, hover, names, completion and fixes while typing",
    "explain": "why something is wrong, with a bad and a good example, and how to silence it",
    "rules": "list everything that infraspec can say",
    "schema": "print the JSON Schema of specs, which editors complete and check with",
    "init": "write a first spec that passes `lint`",
    "completion": "print what makes a shell complete commands and options",
}
"""Each command with what it does, in the order of the help."""

_EXIT = "Exit codes: 0 nothing wrong, 1 findings, 2 could not be done as asked, 3 a defect of infraspec."


class Command(Protocol):
    """A module of `cli/commands/`."""

    def arguments(self, parser: "Parser") -> None:
        """Say what stands behind the command."""

    def run(self, options: Namespace) -> int:
        """Do it; gives the exit code."""


class Parser(argparse.ArgumentParser):
    """A parser that says what may have been meant, and asks for its arguments only when it is used."""

    fill: "Callable[[Parser], None] | None" = None

    def parse_known_args(  # type: ignore[override] # argparse declares overloads for namespaces of other types
        self, args: Sequence[str] | None = None, namespace: Namespace | None = None
    ) -> tuple[Namespace, list[str]]:
        """Parse, after the arguments were asked for."""
        self.ask()
        return super().parse_known_args(args, namespace)

    def ask(self) -> list[argparse.Action]:
        """All arguments, which are asked for when they are first wanted."""
        if self.fill is not None:
            self.fill(self)
            self.fill = None
        return self._actions

    def error(self, message: str) -> NoReturn:
        """Exit with 2, the nearest word and where help is."""
        sys.stderr.write(f"infraspec: {_in_our_words(message)}\nSee `{self.prog} --help`.\n")
        sys.exit(2)

    def options(self) -> list[str]:
        """The options that it takes."""
        return [word for action in self._actions for word in action.option_strings]


def command(name: str) -> Command:
    """The module of a command."""
    return cast("Command", import_module(f"infraspec.cli.commands.{name}"))


def parsers() -> tuple[Parser, dict[str, Parser]]:
    """What reads the whole line, and what reads the words behind each command."""
    parser = Parser(
        prog="infraspec",
        description="One YAML spec of an AWS network, checked, and emitted as CloudFormation and as Terraform.",
        epilog=f"`infraspec COMMAND --help` explains a command. {_EXIT}",
        allow_abbrev=False,
    )
    shared(parser)
    commands = parser.add_subparsers(dest="command", title="commands", metavar="COMMAND", prog="infraspec")
    return parser, {name: _parser(commands, name, text) for name, text in COMMANDS.items()}


def parse_arguments(arguments: Sequence[str] | None) -> Namespace:
    """The options of one run; `command` says which."""
    parser, made = parsers()
    options, rest = parser.parse_known_args(arguments)
    if options.command is None and not rest:
        parser.print_help(sys.stderr)
        sys.exit(2)
    asked = made.get(options.command, parser)
    if rest:
        asked.error(_too_many(rest[0], asked.options()))
    for name, value in _DEFAULTS.items():
        setattr(options, name, getattr(options, name, value))
    return options


def _parser(commands: "argparse._SubParsersAction[Parser]", name: str, text: str) -> Parser:
    """The parser of one command."""
    made = commands.add_parser(name, help=text, description=sentence(text), epilog=_EXIT, allow_abbrev=False)

    def fill(parser: Parser) -> None:
        command(name).arguments(parser)
        shared(parser)

    made.fill = fill
    return made


_DEFAULTS: Final = {"quiet": False, "color": "auto"}
"""What the shared options are where nobody wrote them."""


def shared(parser: Parser) -> None:
    """The options that may stand before and behind the command; a default here would undo what stood before it."""
    unsaid = argparse.SUPPRESS
    parser.add_argument("-q", "--quiet", action="store_true", default=unsaid, help="no summary")
    colours = "colour of diagnostics: auto (the default), always or never"
    parser.add_argument("--color", choices=("auto", "always", "never"), default=unsaid, metavar="WHEN", help=colours)
    parser.add_argument("--version", action=_Version, nargs=0, default=unsaid, help="show the version and exit")


def sentence(text: str) -> str:
    """A phrase as a sentence."""
    return f"{text[0].upper()}{text[1:]}."


def _in_our_words(message: str) -> str:
    """A complaint of argparse, with the word that a mistyped one is nearest to."""
    import re

    if found := re.search(r"argument (\S+): invalid choice: '([^']*)' \(choose from (.*)\)", message):
        named = found[1].lower() if found[1].isupper() else f"value of {found[1].rpartition('/')[2]}"
        known = [word.strip(" '\"") for word in found[3].split(",")]
        return f"there is no {named} `{found[2]}`{nearest(found[2], known) or one_of(known)}"
    if found := re.fullmatch(r"argument \S+: ((?:`|there is |INFRASPEC_).*)", message):
        return found[1]
    if found := re.search(r"arguments are required: (.*)", message):
        return f"{found[1].replace(', ', ' and ')} missing"
    return message


def _too_many(word: str, known: Iterable[str]) -> str:
    """What to say of a word that nothing takes."""
    word = word.partition("=")[0]
    if word.startswith("-"):
        return f"there is no option `{word}`{nearest(word, known)}"
    return f"`{word}` is one word too many"


def one_of(known: Iterable[str]) -> str:
    """All of a few words, as what may stand there."""
    return f": it is one of {', '.join(known)}"


def nearest(word: str, known: Iterable[str]) -> str:
    """The nearest of some words, in any capitals, as a question; nothing where none is near."""
    from difflib import get_close_matches

    spelt = {one.lower(): one for one in known}
    close = get_close_matches(word.lower(), spelt, n=1)
    return f"; did you mean `{spelt[close[0]]}`?" if close else ""


class _Version(argparse.Action):
    """Looks the version up only when asked."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        sys.stdout.write(f"infraspec {version('infraspec')}\n")
        parser.exit()
