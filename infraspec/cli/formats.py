"""The formats of what was found, by name, and the files that they are asked for in."""

import argparse
import os
from argparse import ArgumentTypeError, Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from infraspec.cli import files
from infraspec.cli.arguments import Parser, nearest, one_of
from infraspec.triage.keys import FORMATS
from infraspec.triage.outcome import Outcome

if TYPE_CHECKING:
    from infraspec.report.entries import Report

TEXTS: Final = FORMATS[:2]
"""Formats for people."""
_MOST = 50
_DEFAULT = "INFRASPEC_FORMAT"


class _Report(argparse.Action):
    """Takes a file once, whether for a report or for what would go to standard output."""

    def __call__(self, parser: argparse.ArgumentParser, namespace: Namespace, values: object, *_: object) -> None:
        reports = list(namespace.report)
        if self.dest == "report":
            reports.append(values)
            namespace.report = reports
        else:
            namespace.output = values
        places = [os.path.realpath(file) for file in (namespace.output, *(file for _, file in reports)) if file]
        if len(set(places)) < len(places):
            file = values[1] if isinstance(values, tuple) else values
            parser.error(f"`{file}` is named twice: give each format a file of its own")


def arguments(parser: Parser) -> None:
    """Formats, and where to; a word that is no format is refused before anything is read."""
    formats = f"{', '.join(FORMATS[:-1])} or {FORMATS[-1]}; else what {_DEFAULT} says, or the configuration; else full"
    default = os.environ.get(_DEFAULT) or None
    parser.add_argument("--format", type=_format, default=default, metavar="FORMAT", help=formats)
    also = "write a format to a file as well; may stand several times"
    parser.add_argument("--report", action=_Report, type=_report, default=[], metavar="FORMAT=FILE", help=also)
    output = "a file for --format, instead of standard output"
    parser.add_argument("-o", "--output", action=_Report, type=_file, metavar="FILE", help=output)
    most = f"how many diagnostics the formats full and concise show; 0 for all ({_MOST} by default)"
    parser.add_argument("--max-diagnostics", type=_count, default=_MOST, metavar="N", help=most)
    parser.add_argument("--statistics", action="store_true", help="count what was found by code, on standard error")


def _format(word: str) -> str:
    if word not in FORMATS:
        where = f"{_DEFAULT}: " if word == os.environ.get(_DEFAULT) else ""
        raise ArgumentTypeError(f"{where}there is no format `{word}`{nearest(word, FORMATS) or one_of(FORMATS)}")
    return word


def _report(word: str) -> tuple[str, str]:
    name, equals, file = word.partition("=")
    if not equals and name in FORMATS:
        raise ArgumentTypeError(f"`{word}` names no file: write {name}=FILE")
    if not equals:
        raise ArgumentTypeError(f"`{word}` names no format{nearest(word, FORMATS) or ': write sarif=FILE'}")
    return _format(name), _file(file)


def _file(word: str) -> str:
    if word in ("", "-"):
        raise ArgumentTypeError(f"`{word}` is no file: without -o, --format goes to standard output")
    return word


def _count(word: str) -> int:
    if not (word.isascii() and word.isdigit()):
        raise ArgumentTypeError(f"`{word}` is no number of diagnostics: write 0 for all, or a whole number")
    return int(word)


def text(name: str, outcomes: Sequence[Outcome], most: int, *, colour: bool) -> str:
    """What was found as people read it, at most so many (0: all), and how many more there are."""
    from infraspec.report.source import Sources
    from infraspec.report.terminal import concise, full

    left = most or sum(len(outcome.diagnostics) for outcome in outcomes)
    made: list[str] = []
    more = 0
    for outcome in outcomes:
        shown, sources = outcome.diagnostics[:left], Sources(outcome.texts)
        left -= len(shown)
        more += len(outcome.diagnostics) - len(shown)
        if name == "concise":
            made += [concise(one, sources, colour=colour) + "\n" for one in shown]
        else:
            made.append(full(shown, sources, colour=colour))
    if more:
        made.append(f"... and {more} more: --max-diagnostics 0 shows all\n")
    return "".join(made)


def document(name: str, report: "Report") -> str:
    """What was found as programs read it."""
    match name:
        case "json":
            from infraspec.report.json_report import json_report as write
        case "json-lines":
            from infraspec.report.json_report import json_lines as write
        case "sarif":
            from infraspec.report.sarif import sarif as write
        case "github":
            from infraspec.report.github import github as write
        case "gitlab":
            from infraspec.report.gitlab import gitlab as write
        case _:
            from infraspec.report.junit import junit as write
    return write(report)


def report(outcomes: Sequence[Outcome], fail_on: str) -> "Report":
    """What the documents of this run are made of."""
    from importlib.metadata import version

    from infraspec.diagnostic import Level
    from infraspec.report.entries import NAME, report_of

    least = None if fail_on == "never" else Level(fail_on)
    return report_of(outcomes, root=files.repository(), version=version(NAME), fail_on=least)
