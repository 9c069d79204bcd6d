"""`github`: commands that GitHub Actions turns into annotations of a run and of the lines of a pull request.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from collections import Counter
from collections.abc import Iterator

from infraspec.diagnostic import Level
from infraspec.report.entries import NAME, Entry, Report
from infraspec.report.summary import counted
from infraspec.report.terminal import advice, concise
from infraspec.report.width import printable

_COMMAND = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}
_MOST = 10
"""Annotations of one level that GitHub shows of one step."""


def github(report: Report) -> str:
    """As many annotations as are shown, then the rest as lines of the log, and how many those are."""
    seen: Counter[Level] = Counter()
    annotations: list[str] = []
    rest: list[Entry] = []
    for entry in report.found:
        level = entry.diagnostic.level
        # Where something is left over, the note that says so is an annotation too.
        if seen[level] < _MOST - (level is Level.NOTE and _is_cut(report)):
            seen[level] += 1
            annotations.append(_annotation(entry))
        else:
            rest.append(entry)
    return "".join(f"{line}\n" for line in (*annotations, *_more(rest)))


def _is_cut(report: Report) -> bool:
    return any(count > _MOST for count in Counter(entry.diagnostic.level for entry in report.found).values())


def _annotation(entry: Entry) -> str:
    one = entry.diagnostic
    region = entry.region(one.primary)
    where: dict[str, object] = {"file": one.file, "line": region.line, "endLine": region.end_line}
    if region.is_on_one_line:
        where |= {"col": region.column, "endColumn": region.end_column}
    where["title"] = f"{NAME} {one.problem.code}"
    properties = ",".join(f"{key}={_property(str(value))}" for key, value in where.items())
    head = f"{one.file}:{region.line}:{region.column}: {one.problem.code} {one.message}"
    lines = [head, *(f"{word}: {text}" for word, text in advice(one))]
    return f"::{_COMMAND[one.level]} {properties}::" + "%0A".join(map(_data, lines))


def _more(rest: list[Entry]) -> Iterator[str]:
    """What GitHub would drop, as lines that it takes for no command."""
    for entry in rest:
        line = concise(entry.diagnostic, entry.sources).replace("##[", "## [")
        yield f"./{line}" if line.lstrip().startswith("::") else line
    if rest:
        yield f"::notice title={NAME}::{counted(len(rest), 'more finding')} in the log of this step"


def _data(text: str) -> str:
    return printable(_percent(text))


def _property(text: str) -> str:
    return printable(_percent(text).replace(":", "%3A").replace(",", "%2C"))


def _percent(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
