"""Words of the command line to options."""

import argparse
import sys
from collections.abc import Sequence
from typing import NoReturn

_EXIT = "exit codes: 0 nothing wrong, 1 findings, 2 could not be done as asked, 3 a defect of infraspec"
COMMANDS = ("validate", "render")
BACKENDS = ("cloudformation", "terraform", "all")


class _Parser(argparse.ArgumentParser):
    """A parser that says what may have been meant."""

    def error(self, message: str) -> NoReturn:
        """Exit with 2, the nearest word and where help is."""
        sys.stderr.write(f"infraspec: {message}{_nearest(message)}\nSee `{self.prog} --help`.\n")
        sys.exit(2)


def _nearest(message: str) -> str:
    """The word that a mistyped one is nearest to."""
    import re
    from difflib import get_close_matches

    found = re.search(r"invalid choice: '([^']*)'|unrecognized arguments: (\S+)", message)
    if found is None:
        return ""
    known = (
        *COMMANDS,
        *BACKENDS,
        "--quiet",
        "--color",
        "--output",
        "--yaml",
        "--check",
        "--stdin-filename",
        "--help",
    )
    close = get_close_matches(found[1] or found[2], known, n=1)
    return f"; did you mean `{close[0]}`?" if close else ""


def parse_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The options of one run; `command` says which."""
    parser = _Parser(
        prog="infraspec",
        description="One YAML spec of an AWS network, checked, and emitted as CloudFormation and as Terraform.",
        epilog=_EXIT,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version and exit")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=_Parser)
    validate = commands.add_parser(
        "validate", help="check specs, and say what is wrong where", epilog=_EXIT, allow_abbrev=False
    )
    validate.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="a spec, a folder, or - for standard input; without one, every infraspec.yaml and *.infraspec.yaml below here",
    )
    _shared(validate)
    render = commands.add_parser("render", help="check a spec and emit it", epilog=_EXIT, allow_abbrev=False)
    render.add_argument("backend", choices=BACKENDS, metavar="BACKEND", help="cloudformation, terraform or all")
    render.add_argument("path", metavar="PATH", help="a spec, or - for standard input")
    render.add_argument(
        "-o", "--output", metavar="PATH", help="a file, or with `all` a folder, instead of standard output"
    )
    render.add_argument("--yaml", action="store_true", help="CloudFormation in YAML instead of JSON")
    render.add_argument(
        "--check",
        action="store_true",
        help="write nothing; exit 1 if the files are not what would be written",
    )
    _shared(render)
    return parser.parse_args(arguments)


def _shared(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-q", "--quiet", action="store_true", help="no summary")
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="default: auto")
    parser.add_argument("--stdin-filename", metavar="NAME", default="<stdin>", help="what standard input is called")


class _Version(argparse.Action):
    """Looks the version up only when asked."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        sys.stdout.write(f"infraspec {version('infraspec')}\n")
        parser.exit()
