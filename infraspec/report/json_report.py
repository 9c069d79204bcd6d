"""`json` and `json-lines`: every field of every diagnostic, for programs.

`format_version` is the promise: fields may be added in a minor version, and go or change in a major one alone.
"""

import json

from infraspec.diagnostic import Level, Mark, SpanEdit, SpanFix
from infraspec.json_text import json_text
from infraspec.report.entries import HOME, NAME, Entry, Region, Report
from infraspec.report.summary import is_fixable
from infraspec.report.width import printable
from infraspec.source.places import path_text

FORMAT_VERSION = "1.0"


def json_report(report: Report) -> str:
    """One document of the whole run."""
    found = [entry.diagnostic for entry in report.found]
    levels = {str(level): sum(one.level is level for one in found) for level in Level}
    return escaped(
        json_text(
            {
                "format_version": FORMAT_VERSION,
                "tool": {"name": NAME, "version": report.version, "url": HOME},
                "valid": not any(one.is_error for one in found),
                "summary": {
                    "files": len(report.files),
                    **levels,
                    "fixable": sum(map(is_fixable, found)),
                    "suppressed": len(report.suppressed),
                },
                "files": list(report.files),
                "diagnostics": [_diagnostic(entry) for entry in report.found],
                "suppressed": [_diagnostic(entry) for entry in report.suppressed],
            }
        )
    )


def json_lines(report: Report) -> str:
    """One diagnostic a line; those that were silenced have `suppressed`."""
    lines = (json.dumps(_diagnostic(one), ensure_ascii=False) for one in (*report.found, *report.suppressed))
    return escaped("".join(f"{line}\n" for line in lines))


def escaped(text: str) -> str:
    """JSON in which whatever cannot be seen is an escape, as line ends between its parts are not."""
    if text.replace("\n", "").isprintable():
        return text
    return "".join(one if one == "\n" or one.isprintable() else json.dumps(one)[1:-1] for one in text)


def _diagnostic(entry: Entry) -> dict[str, object]:
    one = entry.diagnostic
    made: dict[str, object] = {
        "code": one.problem.code,
        "name": one.problem.name,
        "level": str(one.level),
        "message": printable(one.message),
        "primary": _mark(entry, one.primary),
        "related": [_mark(entry, mark) for mark in one.related],
        "notes": [printable(note) for note in one.notes],
        "help": printable(one.help),
        "fixes": [_fix(entry, fix) for fix in one.fixes],
        "path": path_text(one.path),
        "keys": list(one.path),
        "fingerprint": one.fingerprint,
    }
    if entry.suppressed is not None:
        made["suppressed"] = {"by": str(entry.suppressed.by), "reason": printable(entry.suppressed.reason)}
    return made


def _mark(entry: Entry, mark: Mark) -> dict[str, object]:
    return {
        "file": mark.file,
        **_span(entry.region(mark), mark),
        "label": printable(mark.label),
        "path": path_text(mark.path),
    }


def _fix(entry: Entry, fix: SpanFix) -> dict[str, object]:
    edits = [{"file": edit.file, **_span(entry.region(edit), edit), "text": edit.text} for edit in fix.edits]
    return {"title": printable(fix.title), "safety": str(fix.safety), "edits": edits}


def _span(region: Region, of: Mark | SpanEdit) -> dict[str, object]:
    """Lines and columns from 1, offsets from 0, all in code points; the end is exclusive."""
    return {
        "start": {"line": region.line, "column": region.column, "offset": of.span.start},
        "end": {"line": region.end_line, "column": region.end_column, "offset": of.span.end},
    }
