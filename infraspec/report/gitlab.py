"""`gitlab`: the report that GitLab calls Code Quality.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from collections import Counter

from infraspec.diagnostic import Level, Mark
from infraspec.json_text import json_text
from infraspec.report.entries import Entry, Report
from infraspec.report.json_report import escaped
from infraspec.report.width import printable

_SEVERITY = {Level.ERROR: "critical", Level.WARNING: "minor", Level.NOTE: "info"}


def gitlab(report: Report) -> str:
    """An array of what counts; GitLab compares it with that of the target branch by the fingerprints."""
    seen: Counter[str] = Counter()
    issues: list[object] = []
    for entry in report.found:
        seen[entry.diagnostic.fingerprint] += 1
        issues.append(_issue(entry, seen[entry.diagnostic.fingerprint]))
    return escaped(json_text(issues))


def _issue(entry: Entry, ordinal: int) -> dict[str, object]:
    one = entry.diagnostic
    made: dict[str, object] = {
        "description": f"{one.problem.code}: {printable(one.message)}",
        "check_name": one.problem.name,
        "fingerprint": one.fingerprint if ordinal == 1 else f"{one.fingerprint}-{ordinal}",
        "severity": _SEVERITY[one.level],
        "location": _location(entry, one.primary),
    }
    if one.related:
        made["otherLocations"] = [_location(entry, mark) for mark in one.related]
    return made


def _location(entry: Entry, mark: Mark) -> dict[str, object]:
    region = entry.region(mark)
    return {
        "path": mark.file,
        "lines": {"begin": region.line, "end": region.end_line},
        "positions": {
            "begin": {"line": region.line, "column": region.column},
            "end": {"line": region.end_line, "column": region.end_column},
        },
    }
