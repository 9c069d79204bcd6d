"""Findings to the characters that they speak of."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from infraspec.diagnostic import Diagnostic, Finding, Mark, Span, SpanFix, SpecPath
from infraspec.source.files import Files
from infraspec.source.located import Document

_LONG = 200
"""Characters of a value above which it is cut where it is quoted."""


def diagnose(findings: Iterable[Finding], document: Document | None, files: Files) -> tuple[Diagnostic, ...]:
    """Findings with their characters, in the order of the text.

    What cannot be read as text is not judged again: a finding of a later stage at the same characters is dropped. So is
    a finding at characters that an alias brought in, where the same is found of them already.
    """
    found = tuple(findings)
    misread = {one.at.start for one in found if isinstance(one.at, Span)} | (document.unread if document else set())
    lent: dict[int, tuple[SpanFix, ...]] = {}
    diagnostics: dict[tuple[int, int, str, str], Diagnostic] = {}
    brought: dict[tuple[int, int, str], Diagnostic] = {}
    for finding in found:
        primary, via = _span(finding.at, document, on_key=finding.on_key)
        if isinstance(finding.at, tuple) and primary.start in misread:
            if finding.fixes:  # that nobody could know who saw the text alone
                lent.setdefault(primary.start, tuple(_fixes(finding, via, document, files)))
            continue
        diagnostic = _diagnostic(finding, primary, via, document, files)
        place = (primary.start, primary.end, finding.problem.code)
        if via is None or (document is not None and via.start in document.uses):
            diagnostics[*place, finding.message] = diagnostic
        else:
            brought.setdefault(place, diagnostic)
    own = {key[:3] for key in diagnostics}
    for place, diagnostic in brought.items():
        if place not in own:
            diagnostics[*place, diagnostic.message] = diagnostic
    ordered = ((key[0], diagnostics[key]) for key in sorted(diagnostics))
    return tuple(one if one.fixes else replace(one, fixes=lent.get(start, ())) for start, one in ordered)


def _diagnostic(
    finding: Finding, primary: Span, via: Span | None, document: Document | None, files: Files
) -> Diagnostic:
    """A finding with its characters; `via` is where an alias or a variable brings them in."""
    path = finding.at if isinstance(finding.at, tuple) else ()
    related = [
        _mark(files, _span(one.at, document, on_key=one.on_key)[0], one.label, one.at) for one in finding.related
    ]
    uses = document.uses.get(via.start, ()) if document is not None and via is not None else ()
    if via is not None and not uses:
        related.append(_mark(files, via, "used here", ()))
    related += [_mark(files, one.default, f"the value of `{one.variable}`", ()) for one in uses if one.default]
    return Diagnostic(
        problem=finding.problem,
        level=finding.problem.level,
        message=_readable(finding.message),
        primary=_mark(files, primary, finding.label, path),
        related=tuple(related),
        notes=tuple(map(_readable, (*finding.notes, *(one.note for one in uses if one.note)))),
        help=_readable(finding.help),
        fixes=tuple(_fixes(finding, via, document, files)),
        path=path,
    )


def _readable(text: str) -> str:
    """A text in one line, with no more of each value that it quotes than tells which one it is."""
    if len(text) > _LONG:
        text = _shortened(re.sub("`([^`]*)`", lambda found: f"`{_shortened(found[1], _LONG)}`", text), 10 * _LONG)
    return text.replace("\r", "\\r").replace("\n", "\\n")


def _shortened(text: str, most: int) -> str:
    """The beginning of a text that is long."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _mark(files: Files, span: Span, label: str, at: SpecPath | Span) -> Mark:
    """Characters of one file."""
    file, local = files.local(span)
    return Mark(file=file.name, span=local, label=_readable(label), path=at if isinstance(at, tuple) else ())


def _fixes(finding: Finding, via: Span | None, document: Document | None, files: Files) -> Iterator[SpanFix]:
    """The fixes of a finding that can be made where it stands: what came from elsewhere may be right there."""
    if via is not None or not finding.fixes:
        return
    from infraspec.source.editing import in_characters

    for fix in finding.fixes:
        edits = in_characters(fix.edits, document, files)
        if edits is not None:
            yield SpanFix(_readable(fix.title), fix.safety, edits)


def _span(at: SpecPath | Span, document: Document | None, *, on_key: bool) -> tuple[Span, Span | None]:
    if isinstance(at, Span):
        return at, None
    return document.locate(at, on_key=on_key) if document else (Span(0, 0), None)
