"""`sarif`: SARIF 2.1.0, as GitHub's code scanning and many a viewer read it.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

from infraspec.diagnostic import Diagnostic, Level, Mark, SpanEdit, SpanFix
from infraspec.json_text import json_text
from infraspec.report.entries import HOME, NAME, Entry, Report
from infraspec.report.json_report import escaped
from infraspec.report.sarif_rules import rule
from infraspec.report.terminal import advice
from infraspec.report.width import printable
from infraspec.source.places import path_text
from infraspec.triage.outcome import By

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MOST = 5_000
"""Results of one run that code scanning keeps."""
_ROOT = "%SRCROOT%"
_KIND = {By.COMMENT: "inSource", By.BASELINE: "external"}
_LINK = re.compile(r"\[(?=[^\]]*\]\()")
"""The bracket of what a viewer would take for a link."""


def sarif(report: Report) -> str:
    """One run; errors stand first, so that what a forge cuts off weighs least."""
    by_weight = [entry for level in Level for entry in report.found if entry.diagnostic.level is level]
    entries = [*by_weight, *report.suppressed]
    kept = entries[:MOST]
    problems = sorted({entry.diagnostic.problem for entry in kept}, key=lambda problem: problem.code)
    indices = {problem.code: index for index, problem in enumerate(problems)}
    run = {
        "tool": {
            "driver": {
                "name": NAME,
                "version": report.version,
                "semanticVersion": re.sub(r"^(\d+\.\d+\.\d+)\.?([a-z].*)$", r"\1-\2", report.version),
                "informationUri": HOME,
                "rules": [rule(problem) for problem in problems],
            }
        },
        "invocations": [_invocation(len(entries))],
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "the root of the repository"}}},
        "results": [_result(entry, indices, told=bool(report.suppressed)) for entry in kept],
    }
    return escaped(json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}))


def _invocation(count: int) -> dict[str, object]:
    """The run itself, and what was cut of it."""
    if count <= MOST:
        return {"executionSuccessful": True}
    text = (
        f"{count - MOST:,} of {count:,} results are left out, those that weigh least: a forge keeps {MOST:,} of a run"
    )
    return {
        "executionSuccessful": True,
        "toolExecutionNotifications": [{"level": "warning", "message": {"text": text}}],
    }


def _result(entry: Entry, indices: dict[str, int], *, told: bool) -> dict[str, object]:
    """One finding; where any was silenced, each tells by what (`told`)."""
    one = entry.diagnostic
    place: dict[str, object] = {"physicalLocation": _physical(entry, one.primary)}
    if one.path:
        place["logicalLocations"] = [{"name": str(one.path[-1]), "fullyQualifiedName": path_text(one.path)}]
    made: dict[str, object] = {
        "ruleId": one.problem.code,
        "ruleIndex": indices[one.problem.code],
        "level": str(one.level),
        "message": {"text": _message(one)},
        "locations": [place],
        "partialFingerprints": {f"{NAME}/v1": one.fingerprint},
    }
    if one.related:
        made["relatedLocations"] = [_related(entry, mark, number) for number, mark in enumerate(one.related, 1)]
    if one.fixes:
        made["fixes"] = [_fix(entry, fix) for fix in one.fixes]
    if told:
        made["suppressions"] = [_suppression(entry)] if entry.suppressed else []
    return made


def _message(one: Diagnostic) -> str:
    """What is wrong, then what stands where, as sentences: where there is little room the first alone is shown."""
    return " ".join(text if text.endswith((".", "?", "!")) else f"{text}." for text in _sentences(one))


def _sentences(one: Diagnostic) -> Iterator[str]:
    yield _plain(one.message)
    if one.primary.label:
        yield f"Here: {_plain(one.primary.label)}"
    if one.related:
        links = [f"[{_link(mark.label)}]({number})" for number, mark in enumerate(one.related, 1)]
        yield f"See {', '.join(links)}"
    yield from (f"Note: {_plain(note)}" for note in one.notes)
    for word, text in advice(one):
        yield f"{word.capitalize()}: {_plain(text)}"


def _plain(text: str) -> str:
    return _LINK.sub(r"\\[", printable(text))


def _link(text: str) -> str:
    return re.sub(r"([\[\]\\])", r"\\\1", printable(text)) or "here"


def _physical(entry: Entry, of: Mark) -> dict[str, object]:
    return {"artifactLocation": _artifact(of.file), "region": _region(entry, of)}


def _artifact(file: str) -> dict[str, object]:
    """A file below the root by its way from there; any other by its address."""
    if Path(file).is_absolute():
        return {"uri": Path(file).as_uri()}
    return {"uri": quote(file, safe="/", errors="surrogateescape"), "uriBaseId": _ROOT}


def _region(entry: Entry, of: Mark | SpanEdit) -> dict[str, object]:
    region = entry.region(of)
    return {
        "startLine": region.line,
        "startColumn": region.column,
        "endLine": region.end_line,
        "endColumn": region.end_column,
    }


def _related(entry: Entry, mark: Mark, number: int) -> dict[str, object]:
    text = printable(mark.label) or "here"
    return {"id": number, "physicalLocation": _physical(entry, mark), "message": {"text": text}}


def _fix(entry: Entry, fix: SpanFix) -> dict[str, object]:
    files = dict.fromkeys(edit.file for edit in fix.edits)
    return {
        "description": {"text": printable(fix.title)},
        "artifactChanges": [_change(entry, file, [one for one in fix.edits if one.file == file]) for file in files],
        "properties": {"safety": str(fix.safety)},
    }


def _change(entry: Entry, file: str, edits: Sequence[SpanEdit]) -> dict[str, object]:
    replacements = [{"deletedRegion": _region(entry, edit), "insertedContent": {"text": edit.text}} for edit in edits]
    return {"artifactLocation": _artifact(file), "replacements": replacements}


def _suppression(entry: Entry) -> dict[str, object]:
    assert entry.suppressed is not None  # noqa: S101 - asked of what was silenced alone
    made: dict[str, object] = {"kind": _KIND[entry.suppressed.by], "status": "accepted"}
    if entry.suppressed.reason:
        made["justification"] = printable(entry.suppressed.reason)
    return made
