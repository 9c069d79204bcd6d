"""The stages in order: text to a checked graph, and findings to the characters they speak of."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from infraspec.diagnostic import Diagnostic, Finding, Level, Mark, Span, SpanFix, SpecPath
from infraspec.graph.graph import Graph
from infraspec.source.document import read
from infraspec.source.files import Files
from infraspec.source.located import Document

if TYPE_CHECKING:
    from infraspec.resolve.resolve import Index
    from infraspec.rules.rule import Rule
    from infraspec.spec.written_out import Part

_LONG = 200
"""Characters of a value above which it is cut where it is quoted."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A spec that was read as far as it could be."""

    file: str
    files: Files
    """The texts that it was read from, its own first."""
    graph: Graph | None
    """None when the text could not be read at all."""
    diagnostics: tuple[Diagnostic, ...]
    document: Document | None = None
    is_whole: bool = True
    """Whether every rule was asked: nothing was left out of the graph that one might speak of."""

    @property
    def text(self) -> str:
        """The spec's own text."""
        return self.files.all[0].text

    @property
    def is_sound(self) -> bool:
        """Whether it may be emitted."""
        return self.graph is not None and not any(one.is_error for one in self.diagnostics)


def check(
    raw: bytes,
    file: str,
    files: Callable[[str], str | None] | None = None,
    *,
    advice: bool = True,
    overlays: tuple[tuple[str, bytes], ...] = (),
    settings: Mapping[str, str] | None = None,
) -> Checked:
    """Read a spec, resolve it and ask every rule: each mistake is reported once, and all of them in one run.

    Without `advice` only facts are looked for: what is no error is not asked about.
    `files` gives the text of a file that the spec names, by its path from the spec's folder, and None for one that is
    not there; without it the spec can name none. `overlays` are files that are laid over the spec in this order, by
    name and content; `settings` are values of its variables, and `NotSettable` is raised for one that cannot be.
    """
    document, found, texts = read(raw, file)
    findings = list(found)
    if document is not None and (overlays or settings or _has_layers(document)):
        from infraspec.environments import Layers, laid_out
        from infraspec.resolve.scope import no_files

        layers = Layers(overlays, settings or {})
        document, found = laid_out(document, files or no_files, layers, advice=advice)
        findings.extend(found)
    if document is None:
        return Checked(file, texts, None, diagnose(findings, None, texts), is_whole=False)

    from infraspec.spec.parser import parse

    parsed, found = parse(document.data, is_whole=document.is_whole)
    findings.extend(found)

    from infraspec.resolve.resolve import resolve
    from infraspec.resolve.scope import no_files

    graph, found = resolve(parsed, files or no_files)
    findings.extend(found)
    whole = graph is not None and not any(finding.leaves_out for finding in findings)
    if graph is not None:
        for rule in _rules(advice=advice):
            if whole or not rule.needs_whole:
                findings.extend(rule.check(graph))
        findings.extend(_of_documents(document, graph, findings))
    return Checked(file, texts, graph, diagnose(findings, document, texts), document, whole)


def _has_layers(document: Document) -> bool:
    """Whether a spec is made of more than its own text."""
    return isinstance(document.data, dict) and ("include" in document.data or "variables" in document.data)


def _of_documents(document: Document, graph: Graph, findings: Iterable[Finding]) -> "Iterator[Finding]":
    """What is wrong with a sound spec that its documents alone can tell."""
    if any(finding.problem.level is Level.ERROR for finding in findings):
        return
    if graph.variables:
        from infraspec.environments import lost

        yield from lost(document, graph)
    if graph.overrides:
        from infraspec.backends import wrong_overrides

        yield from wrong_overrides(graph)


def _rules(*, advice: bool) -> "Iterator[Rule]":
    from infraspec.rules.catalogue import RULES

    if not advice:
        yield from (rule for rule in RULES if rule.problem.level is Level.ERROR)
        return
    from infraspec.rules.advice.catalogue import ADVICE

    yield from (*RULES, *ADVICE)


def to_cloudformation(checked: Checked, *, yaml: bool = False, source: bool = True) -> tuple[Checked, str]:
    """The template of a sound spec as text, and the spec with what CloudFormation's own limits have to say."""
    from infraspec.backends import places
    from infraspec.cloudformation.emit import emit, to_yaml
    from infraspec.cloudformation.limits import over_the_limits
    from infraspec.json_text import json_text

    assert checked.graph is not None  # noqa: S101 - a sound spec has a graph
    template = emit(checked.graph, places(checked.document) if source else None)
    text = to_yaml(template) if yaml else json_text(template)
    found = tuple(over_the_limits(template, text))
    more = diagnose(found, checked.document, checked.files)
    return replace(checked, diagnostics=(*checked.diagnostics, *more)), text


def to_terraform(checked: Checked, *, source: bool = True) -> str:
    """The Terraform configuration of a sound spec as text; with `source` each block says which line makes it."""
    from infraspec.backends import places
    from infraspec.json_text import json_text
    from infraspec.terraform.emit import emit

    assert checked.graph is not None  # noqa: S101 - a sound spec has a graph
    return json_text(emit(checked.graph, places(checked.document) if source else None))


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
        text = re.sub("`([^`]*)`", lambda found: f"`{_shortened(found[1])}`", text)
    return text.replace("\r", "\\r").replace("\n", "\\n")


def _shortened(value: str) -> str:
    """A value as it is quoted: its beginning where it is long."""
    return value if len(value) <= _LONG else f"{value[: _LONG - 3]}..."


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


def shown(checked: Checked) -> "Part":
    """A sound spec with every shorthand and default written out, each part with the path that says it."""
    from infraspec.resolve.derived import derived
    from infraspec.spec.written_out import written_out

    assert checked.graph is not None  # noqa: S101 - a sound spec has a graph
    assert checked.document is not None  # noqa: S101 - as above
    whole = written_out(cast("Mapping[str, object]", checked.document.data), derived(checked.graph))
    if not isinstance(whole.value, dict) or "variables" not in whole.value:
        return whole
    from infraspec.environments import put_in

    return put_in(whole, frozenset(one.name for one in checked.graph.variables))


def index_of(checked: Checked, files: Callable[[str], str | None] | None = None) -> "Index":
    """Where each name of a spec is defined and used, as far as the spec can be read."""
    from infraspec.resolve.resolve import index
    from infraspec.resolve.scope import no_files
    from infraspec.spec.parser import parse

    assert checked.document is not None  # noqa: S101 - for a text that could be read
    parsed, _ = parse(checked.document.data, is_whole=checked.document.is_whole)
    return index(parsed, files or no_files)
