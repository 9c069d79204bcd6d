"""Words of the command line to options."""

import argparse
import sys
from collections.abc import Sequence
from typing import NoReturn

_EXIT = "Exit codes: 0 no errors, 1 errors, 2 could not be done as asked, 3 a defect of infraspec."
COMMANDS = ("validate", "render")
BACKENDS = ("cloudformation", "terraform", "all")
_OPTIONS = ("--help", "--version", "--quiet", "--color", "--stdin-filename", "--output", "--yaml", "--check")


class _Parser(argparse.ArgumentParser):
    """A parser that says what may have been meant."""

    def error(self, message: str) -> NoReturn:
        """Exit with 2, the nearest word and where help is."""
        sys.stderr.write(f"infraspec: {_in_our_words(message)}\nSee `{self.prog} --help`.\n")
        sys.exit(2)


def _in_our_words(message: str) -> str:
    """A complaint of argparse, with the word that a mistyped one is nearest to."""
    import re

    if found := re.search(r"argument (\S+): invalid choice: '([^']*)'", message):
        what = {"COMMAND": "command", "BACKEND": "backend"}.get(found[1], f"value of {found[1]}")
        known = {"COMMAND": COMMANDS, "BACKEND": BACKENDS}.get(found[1], ("auto", "always", "never"))
        return f"there is no {what} `{found[2]}`{_meant(found[2], known)}"
    if found := re.search(r"unrecognized arguments: (\S+)", message):
        word = found[1].partition("=")[0]
        if word.startswith("-"):
            return f"there is no option `{word}`{_nearest(word, _OPTIONS)}"
        return f"`{word}` is one word too many"
    if found := re.search(r"arguments are required: (.*)", message):
        return f"{found[1].replace(', ', ' and ')} missing"
    return message


def _meant(word: str, known: Sequence[str]) -> str:
    """The nearest of few words, or all of them."""
    return _nearest(word, known) or f": it is one of {', '.join(known)}"


def _nearest(word: str, known: Sequence[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(word.lower(), known, n=1)
    return f"; did you mean `{close[0]}`?" if close else ""


def parse_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The options of one run; `command` says which."""
    parser = _Parser(
        prog="infraspec",
        description="One YAML spec of an AWS network, checked, and emitted as CloudFormation and as Terraform.",
        epilog=f"`infraspec COMMAND --help` explains a command. {_EXIT}",
        allow_abbrev=False,
    )
    _shared(parser)
    commands = parser.add_subparsers(
        dest="command",
        title="commands",
        metavar="COMMAND",
        parser_class=_Parser,
        prog="infraspec",  # what argparse would find by formatting a usage that nobody reads
    )
    _validate(commands)
    _render(commands)
    options = parser.parse_args(arguments)
    if options.command is None:
        parser.print_help(sys.stderr)
        sys.exit(2)
    for name, value in _DEFAULTS.items():
        setattr(options, name, getattr(options, name, value))
    return options


def _validate(commands: "argparse._SubParsersAction[_Parser]") -> None:
    text = "check specs, and say what is wrong where"
    parser = commands.add_parser("validate", help=text, description=_sentence(text), epilog=_EXIT, allow_abbrev=False)
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="a spec, a folder, or - for standard input; "
        "by default every infraspec.yaml and *.infraspec.yaml below here",
    )
    _shared(parser)


def _render(commands: "argparse._SubParsersAction[_Parser]") -> None:
    text = "check a spec and emit it"
    parser = commands.add_parser(
        "render",
        help=text,
        description=f"{_sentence(text)} Nothing is written while anything is wrong.",
        epilog=_EXIT,
        allow_abbrev=False,
    )
    parser.add_argument("backend", choices=BACKENDS, metavar="BACKEND", help="cloudformation, terraform or all")
    parser.add_argument("path", metavar="PATH", help="a spec, or - for standard input")
    output = "a file or a folder, instead of standard output; `all` needs a folder"
    parser.add_argument("-o", "--output", metavar="PATH", help=output)
    parser.add_argument("--yaml", action="store_true", help="CloudFormation in YAML instead of JSON")
    check = "write nothing; exit with 1 if the files are not what would be written"
    parser.add_argument("--check", action="store_true", help=check)
    _shared(parser)


_DEFAULTS = {"quiet": False, "color": "auto", "stdin_filename": "<stdin>"}
"""What the shared options are where nobody wrote them."""


def _shared(parser: argparse.ArgumentParser) -> None:
    """The options that may stand before and behind the command; a default here would undo what stood before it."""
    unsaid = argparse.SUPPRESS
    parser.add_argument("-q", "--quiet", action="store_true", default=unsaid, help="no summary")
    colours = "colour of diagnostics: auto (the default), always or never"
    parser.add_argument("--color", choices=("auto", "always", "never"), default=unsaid, metavar="WHEN", help=colours)
    parser.add_argument("--stdin-filename", metavar="NAME", default=unsaid, help="what standard input is called")
    parser.add_argument("--version", action=_Version, nargs=0, default=unsaid, help="show the version and exit")


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."


class _Version(argparse.Action):
    """Looks the version up only when asked."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        sys.stdout.write(f"infraspec {version('infraspec')}\n")
        parser.exit()
