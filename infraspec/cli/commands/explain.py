"""`infraspec explain`: the manual pages of problems."""

import sys
from argparse import Namespace
from collections.abc import Sequence

from infraspec.cli.arguments import Parser, nearest
from infraspec.cli.failure import Failure
from infraspec.cli.talk import wants_colour
from infraspec.report.rule_table import Row, rows

FORMATS = ("text", "markdown", "json")


def arguments(parser: Parser) -> None:
    """Which pages, and in which form."""
    parser.add_argument("codes", nargs="+", metavar="CODE", help="a code such as NET101, or the name of a problem")
    form = "text (the default), markdown or json"
    parser.add_argument("--format", choices=FORMATS, default="text", metavar="FORMAT", help=form)


def run(options: Namespace) -> int:
    """Print the pages in the order in which they were asked for, each once."""
    asked = list(dict.fromkeys(_row_of(word) for word in options.codes))
    from infraspec.catalogue import PROBLEMS
    from infraspec.report import pages

    problems = {one.code: one for one in PROBLEMS}
    painted = options.format == "text" and wants_colour(options.color, sys.stdout)
    made = [pages.page(problems[one.code], one.fixable, colour=painted) for one in asked]
    if options.format == "json":
        from infraspec.json_text import json_text

        sys.stdout.write(json_text({"format_version": "1.0", "rules": [pages.as_data(one) for one in made]}))
    elif options.format == "markdown":
        sys.stdout.write("\n".join(pages.markdown(one) for one in made))
    else:
        sys.stdout.write("\n\n".join(pages.text(one, colour=painted) for one in made))
    return 0


def _row_of(word: str) -> Row:
    """The problem of this code or name, in whichever case."""
    every = rows()
    for one in every:
        if word.lower() in (one.code.lower(), one.name):
            return one
    raise Failure(f"no problem is called `{word}`{_nearest(word, every)}")


def _nearest(word: str, every: Sequence[Row]) -> str:
    """The code or name that may be meant; where none is near, how to see all."""
    known = (spelling for one in every for spelling in (one.code, one.name))
    return nearest(word, known) or "; `infraspec rules` lists all"
