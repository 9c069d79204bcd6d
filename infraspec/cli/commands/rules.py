"""`infraspec rules`: everything that infraspec can say, as a table."""

import sys
from argparse import Namespace
from collections.abc import Sequence

from infraspec.cli.arguments import Parser, one_of
from infraspec.cli.failure import Failure
from infraspec.report.rule_table import Row, rows

LEVELS = ("error", "warning", "note")
FORMATS = ("text", "json")
_HEAD = ("CODE", "NAME", "LEVEL", "FIXABLE", "TITLE")


def arguments(parser: Parser) -> None:
    """Which problems, and how they are listed."""
    codes = "what their codes start with, such as SEC or NET3; by default all are listed"
    parser.add_argument("prefixes", nargs="*", metavar="PREFIX", help=codes)
    level = "only those of one level: error, warning or note; may be given more than once"
    parser.add_argument("--level", action="append", choices=LEVELS, default=[], metavar="LEVEL", help=level)
    parser.add_argument(
        "--format", choices=FORMATS, default="text", metavar="FORMAT", help="text (the default) or json"
    )


def run(options: Namespace) -> int:
    """List what was asked for."""
    found = [one for one in _starting(options.prefixes) if not options.level or one.level in options.level]
    if options.format == "json":
        from infraspec.json_text import json_text

        told = [{**one._asdict(), "kind": one.kind} for one in found]
        sys.stdout.write(json_text({"format_version": "1.0", "rules": told}))
        return 0
    sys.stdout.write("".join(f"{line}\n" for line in _table(found)))
    return 0


def _starting(prefixes: Sequence[str]) -> list[Row]:
    """The problems whose codes start with any of these; each of these must start some code."""
    every = rows()
    for prefix in prefixes:
        if not any(one.code.startswith(prefix.upper()) for one in every):
            known = sorted({one.code.rstrip("0123456789") for one in every})
            raise Failure(f"no code starts with `{prefix}`{one_of(known)}")
    wanted = tuple(prefix.upper() for prefix in prefixes)
    return [one for one in every if not wanted or one.code.startswith(wanted)]


def _table(found: Sequence[Row]) -> list[str]:
    """The problems in columns."""
    lines = [_HEAD, *found]
    widths = [max(len(line[column]) for line in lines) for column in range(len(_HEAD) - 1)]
    return [
        "  ".join([*(cell.ljust(width) for cell, width in zip(line, widths, strict=False)), line[-1]]) for line in lines
    ]
