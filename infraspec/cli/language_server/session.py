"""What the language server knows of the specs that an editor has open, in the editor's terms.

Columns are counted in the units that the editor asked for; here they are code points.
"""

from __future__ import annotations

import re
from argparse import Namespace
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path
from pygls.workspace import PositionCodec, TextDocument

from infraspec.cli import beside
from infraspec.cli.configuring import Configuration, catalogue
from infraspec.cli.failure import Failure
from infraspec.cli.files import is_spec_name
from infraspec.diagnostic import Diagnostic, Level, Span, SpanEdit
from infraspec.editor.view import Place, View, view
from infraspec.report.source import Source
from infraspec.triage.settings import Settings
from infraspec.triage.weigh import weigh

_LEVELS = {
    Level.ERROR: lsp.DiagnosticSeverity.Error,
    Level.WARNING: lsp.DiagnosticSeverity.Warning,
    Level.NOTE: lsp.DiagnosticSeverity.Information,
}
_VERSION_LINE = r"(?m)^version[ \t]*:"


class Server(LanguageServer):
    """The server with what it knows of each open spec."""

    def __init__(self) -> None:
        super().__init__("infraspec", version("infraspec"), max_workers=1)
        self.views: dict[str, View] = {}
        self.sound: dict[str, View] = {}
        """Each spec as it was when its text could last be read."""
        self.lines: dict[tuple[str, str], tuple[Source, list[str]]] = {}
        """The lines of each file of each spec, by the spec's address and the file's name."""
        self.told: dict[str, set[str]] = {}
        """The files that diagnostics of a spec were published for."""

    def is_spec(self, uri: str) -> bool:
        """Whether a document is a spec by its name, or by its first key."""
        name = Path(to_fs_path(uri) or uri).name
        return is_spec_name(name) or re.search(_VERSION_LINE, self.text_of(uri)) is not None

    def text_of(self, uri: str) -> str:
        """The text of a document as the editor has it."""
        return str(self.workspace.get_text_document(uri).source)

    def reader(self, uri: str) -> beside.Reader:
        """What reads a file beside a spec: as the editor has it, where it is open."""
        path = to_fs_path(uri) or "-"
        read, folder = beside.reader(path), Path(path).parent

        def read_open(name: str) -> str | None:
            other = from_fs_path(str((folder / name).resolve()))
            if other is not None and other in self.workspace.text_documents:
                return self.text_of(other)
            return read(name)

        return read_open

    def settings(self, uri: str) -> Settings:
        """The settings of a spec; as if there were none, with a message, where they cannot be used."""
        options = Namespace(stdin_filename="-", select=None, ignore=None, config=None, isolated=False)
        try:
            return Configuration(options).of(to_fs_path(uri) or "-")
        except Failure as failure:
            self.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Error, f"infraspec: {failure}"))
            options.isolated = True
            return Configuration(options).of("-")

    def look(self, uri: str) -> None:
        """Check a spec, and publish what is found in it and in the files that it is read from."""
        if not self.is_spec(uri):
            return
        found = view(self.text_of(uri).encode("utf-8", "surrogatepass"), self.name_of(uri), self.reader(uri))
        weighed = weigh(found.checked, self.settings(uri), catalogue, advice=True)
        found = replace(found, checked=replace(found.checked, diagnostics=weighed.diagnostics))
        self.views[uri] = found
        self.lines = {key: known for key, known in self.lines.items() if key[0] != uri}
        if found.index is not None:
            self.sound[uri] = found
        told = {self.uri_of(uri, one.file) for one in found.checked.diagnostics} | {uri}
        for file in sorted(told | self.told.get(uri, set())):
            own = [one for one in found.checked.diagnostics if self.uri_of(uri, one.file) == file]
            said = [self.diagnostic(uri, one) for one in own]
            document = self.workspace.text_documents.get(file)
            self.text_document_publish_diagnostics(
                lsp.PublishDiagnosticsParams(file, said, document.version if document is not None else None)
            )
        self.told[uri] = told

    def name_of(self, uri: str) -> str:
        """What a document is called in diagnostics: its path, where it has one."""
        return to_fs_path(uri) or uri

    def uri_of(self, spec: str, file: str) -> str:
        """The address of a file of a spec: its own, or one beside it."""
        return spec if file == self.name_of(spec) else from_fs_path(file) or file

    def range_of(self, spec: str, file: str, span: Span) -> lsp.Range:
        """Characters of a file of a spec as the editor counts them."""
        if (spec, file) not in self.lines:
            text = self.views[spec].checked.files.texts().get(file, "")
            self.lines[spec, file] = Source(text), text.splitlines(keepends=True) or [""]
        source, lines = self.lines[spec, file]
        ends = [lsp.Position(line - 1, column - 1) for line, column in map(source.position, (span.start, span.end))]
        return self.codec(spec).range_to_client_units(lines, lsp.Range(*ends))

    def codec(self, uri: str) -> PositionCodec:
        """What converts columns."""
        return self.workspace.get_text_document(uri).position_codec

    def diagnostic(self, spec: str, one: Diagnostic) -> lsp.Diagnostic:
        """A diagnostic as the editor takes it."""
        said = [one.message, *([one.primary.label] if one.primary.label else []), *one.notes]
        related = [
            lsp.DiagnosticRelatedInformation(
                lsp.Location(self.uri_of(spec, mark.file), self.range_of(spec, mark.file, mark.span)), mark.label
            )
            for mark in one.related
        ]
        return lsp.Diagnostic(
            range=self.range_of(spec, one.file, one.primary.span),
            message="\n".join(said + ([f"help: {one.help}"] if one.help else [])),
            severity=_LEVELS[one.level],
            code=one.problem.code,
            source="infraspec",
            related_information=related or None,
            code_description=lsp.CodeDescription(one.problem.source) if one.problem.source else None,
        )

    def place(self, uri: str, position: lsp.Position) -> tuple[str, View, Place] | None:
        """The spec, as it was last read, and what stands at a position of it."""
        for spec in (uri, *sorted(self.sound)):
            known = self.sound.get(spec)
            if known is None:
                continue
            for file in known.checked.files.all:
                if self.uri_of(spec, file.name) == uri:
                    place = known.place_at(file.name, self.offset(uri, position))
                    return None if place is None else (spec, known, place)
        return None

    def offset(self, uri: str, position: lsp.Position) -> int:
        """A position in code points from the start."""
        document: TextDocument = self.workspace.get_text_document(uri)
        return document.offset_at_position(position)

    def edit(self, spec: str, edits: tuple[SpanEdit, ...] | list[SpanEdit]) -> lsp.WorkspaceEdit:
        """Edits of a spec's files as the editor takes them."""
        changes: dict[str, list[lsp.TextEdit]] = {}
        for one in edits:
            made = lsp.TextEdit(self.range_of(spec, one.file, one.span), one.text)
            changes.setdefault(self.uri_of(spec, one.file), []).append(made)
        return lsp.WorkspaceEdit(changes=changes)
