"""The stages in order: text to a checked graph, and a sound one to its documents."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from infraspec.diagnosing import diagnose
from infraspec.diagnostic import Diagnostic, Finding, Level, SpecPath
from infraspec.graph.graph import Graph
from infraspec.source.document import read
from infraspec.source.files import Files
from infraspec.source.located import Document

if TYPE_CHECKING:
    from infraspec.resolve.resolve import Index
    from infraspec.rules.rule import Rule
    from infraspec.spec.document import Parsed
    from infraspec.spec.draft import Draft
    from infraspec.spec.written_out import Part


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
    draft: "Draft | None" = None
    """The spec with what its keys stand for, where that is more than is written."""

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

    graph, more, draft = _resolved(document, files, whole=not findings)
    findings.extend(more)
    whole = graph is not None and not any(finding.leaves_out for finding in findings)
    if graph is not None:
        findings.extend(_judged(document, graph, findings, advice=advice, whole=whole))
    if draft is not None:
        findings = [one for one in findings if one.problem.level is Level.ERROR or not _is_among(one, draft.added)]
    return Checked(file, texts, graph, diagnose(findings, document, texts), document, whole, draft)


def _judged(
    document: Document, graph: Graph, findings: Iterable[Finding], *, advice: bool, whole: bool
) -> "Iterator[Finding]":
    """What the rules say of a graph; those about what is absent are not asked where a part could not be read."""
    found = [
        finding
        for rule in _rules(graph, advice=advice)
        if whole or not rule.needs_whole
        for finding in rule.check(graph)
    ]
    yield from found
    yield from _of_documents(document, graph, (*findings, *found))


def _resolved(
    document: Document, files: Callable[[str], str | None] | None, *, whole: bool
) -> "tuple[Graph | None, list[Finding], Draft | None]":
    """The graph of a spec; where a key of it stands for more, that of the spec in which this is written out."""
    from infraspec.resolve.resolve import resolve
    from infraspec.resolve.scope import no_files
    from infraspec.spec.parser import parse

    parsed, misread = parse(document.data, is_whole=document.is_whole)
    graph, found = resolve(parsed, files or no_files)
    if graph is None or not whole or misread or found or not _asks_for_more(parsed):
        return graph, [*misread, *found], None
    from infraspec.session_manager import completed

    draft = completed(document.data, parsed, graph)
    parsed, misread = parse(draft.data, is_whole=document.is_whole)
    graph, found = resolve(parsed, files or no_files)
    return graph, [*misread, *found], draft


def _asks_for_more(parsed: "Parsed") -> bool:
    """Whether a key of the spec stands for more than itself."""
    from infraspec.spec.kinds import TIER

    return any(entry.model.session_manager for entry in parsed.of(TIER).values())


def _is_among(finding: Finding, added: Mapping[SpecPath, SpecPath]) -> bool:
    """Whether a finding is about what nobody wrote, and so can change."""
    at = finding.at
    return isinstance(at, tuple) and any(at[:end] in added for end in range(1, len(at) + 1))


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


def _rules(graph: Graph, *, advice: bool) -> "Iterator[Rule]":
    from infraspec.rules.catalogue import RULES
    from infraspec.rules.rule import concerned

    if not advice:
        yield from (rule for rule in concerned(RULES, graph) if rule.problem.level is Level.ERROR)
        return
    from infraspec.rules.advice.catalogue import ADVICE

    yield from concerned((*RULES, *ADVICE), graph)


def to_cloudformation(checked: Checked, *, yaml: bool = False, source: bool = True) -> tuple[Checked, str]:
    """The template of a sound spec as text, and the spec with what CloudFormation's own limits have to say."""
    from infraspec.backends import places
    from infraspec.cloudformation.emit import emit, to_yaml
    from infraspec.cloudformation.limits import over_the_limits, without_type
    from infraspec.json_text import json_text

    assert checked.graph is not None  # noqa: S101 - a sound spec has a graph
    template = emit(checked.graph, places(checked.document) if source else None)
    text = to_yaml(template) if yaml else json_text(template)
    found = (*without_type(checked.graph), *over_the_limits(template, text))
    more = diagnose(found, checked.document, checked.files)
    return replace(checked, diagnostics=(*checked.diagnostics, *more)), text


def to_terraform(checked: Checked, *, source: bool = True) -> str:
    """The Terraform configuration of a sound spec as text; with `source` each block says which line makes it."""
    from infraspec.backends import places
    from infraspec.json_text import json_text
    from infraspec.terraform.emit import emit

    assert checked.graph is not None  # noqa: S101 - a sound spec has a graph
    return json_text(emit(checked.graph, places(checked.document) if source else None))


def shown(checked: Checked) -> "Part":
    """A sound spec with every shorthand and default written out, each part with the path that says it."""
    from infraspec.resolve.derived import derived
    from infraspec.spec.written_out import written_out

    assert checked.graph is not None  # noqa: S101 - a sound spec has a graph
    assert checked.document is not None  # noqa: S101 - as above
    data = checked.draft.data if checked.draft is not None else checked.document.data
    whole = written_out(cast("Mapping[str, object]", data), derived(checked.graph))
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
