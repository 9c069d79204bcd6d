"""The language server: the editor's requests to the functions of `editor/`, and their answers back."""

from __future__ import annotations

from lsprotocol import types as lsp

from infraspec.cli.language_server.session import Server
from infraspec.diagnostic import Span
from infraspec.editor import names, outline
from infraspec.editor.actions import actions
from infraspec.editor.completion import complete
from infraspec.editor.hover import hover


def server() -> Server:
    """A server that knows its features."""
    made = Server()
    _watch(made)
    _names(made)
    _offers(made)
    _outline(made)
    return made


def _watch(server: Server) -> None:
    """Diagnostics as the text changes; what includes a text that changed is looked at again."""

    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def did_open(params: lsp.DidOpenTextDocumentParams) -> None:
        server.look(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def did_change(params: lsp.DidChangeTextDocumentParams) -> None:
        uri = params.text_document.uri
        server.look(uri)
        for spec, known in list(server.views.items()):
            files = {server.uri_of(spec, file.name) for file in known.checked.files.all}
            if spec != uri and uri in files:
                server.look(spec)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def did_close(params: lsp.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        for file in server.told.pop(uri, set()):
            server.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(file, []))
        server.views.pop(uri, None)
        server.sound.pop(uri, None)


def _names(server: Server) -> None:
    """Hover, definition, references and rename."""

    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    def on_hover(params: lsp.HoverParams) -> lsp.Hover | None:
        found = server.place(params.text_document.uri, params.position)
        text = hover(found[1], found[2]) if found else None
        return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, text)) if text else None

    @server.feature(lsp.TEXT_DOCUMENT_DEFINITION)
    def on_definition(params: lsp.DefinitionParams) -> lsp.Location | None:
        found = server.place(params.text_document.uri, params.position)
        where = names.definition(found[1], found[2]) if found else None
        return _location(server, found[0], where) if found and where else None

    @server.feature(lsp.TEXT_DOCUMENT_REFERENCES)
    def on_references(params: lsp.ReferenceParams) -> list[lsp.Location]:
        found = server.place(params.text_document.uri, params.position)
        if found is None:
            return []
        every = names.references(found[1], found[2], with_definition=params.context.include_declaration)
        return [_location(server, found[0], where) for where in every]

    @server.feature(lsp.TEXT_DOCUMENT_PREPARE_RENAME)
    def on_prepare_rename(params: lsp.PrepareRenameParams) -> lsp.Range | None:
        found = server.place(params.text_document.uri, params.position)
        if found is None or found[1].name_at(found[2]) is None:
            return None
        (file, span) = found[1].span_of(found[2].path, on_key=found[2].on_key)
        return server.range_of(found[0], file, span)

    @server.feature(lsp.TEXT_DOCUMENT_RENAME, lsp.RenameOptions(prepare_provider=True))
    def on_rename(params: lsp.RenameParams) -> lsp.WorkspaceEdit | None:
        return _renamed(server, params)


def _renamed(server: Server, params: lsp.RenameParams) -> lsp.WorkspaceEdit | None:
    """The edits of a rename; None, with a message, where it cannot be."""
    found = server.place(params.text_document.uri, params.position)
    edits = names.rename(found[1], found[2], params.new_name) if found else "no name stands here"
    if found is None or isinstance(edits, str):
        server.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Error, str(edits)))
        return None
    return server.edit(found[0], edits)


def _location(server: Server, spec: str, where: names.Where) -> lsp.Location:
    file, span = where
    return lsp.Location(server.uri_of(spec, file), server.range_of(spec, file, span))


def _offers(server: Server) -> None:
    """Completion and quick fixes."""

    @server.feature(lsp.TEXT_DOCUMENT_COMPLETION, lsp.CompletionOptions(trigger_characters=[" ", "[", ":", ","]))
    def on_completion(params: lsp.CompletionParams) -> lsp.CompletionList:
        uri = params.text_document.uri
        if not server.is_spec(uri):
            return lsp.CompletionList(is_incomplete=False, items=[])
        offset = server.offset(uri, params.position)
        choices = complete(server.text_of(uri), server.name_of(uri), offset, server.reader(uri))
        items = [
            lsp.CompletionItem(
                label=one.text,
                detail=one.detail,
                kind=lsp.CompletionItemKind.Reference,
                sort_text=f"{position:04}",
                text_edit=lsp.TextEdit(server.range_of(uri, server.name_of(uri), one.span), one.text),
            )
            for position, one in enumerate(choices)
        ]
        return lsp.CompletionList(is_incomplete=False, items=items)

    @server.feature(
        lsp.TEXT_DOCUMENT_CODE_ACTION, lsp.CodeActionOptions(code_action_kinds=[lsp.CodeActionKind.QuickFix])
    )
    def on_code_action(params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        return _quick_fixes(server, params.text_document.uri, params.range)


def _quick_fixes(server: Server, uri: str, where: lsp.Range) -> list[lsp.CodeAction]:
    """What is offered for the diagnostics that touch a range."""
    found = []
    for spec, known in sorted(server.views.items()):
        for one in known.checked.diagnostics:
            said = server.diagnostic(spec, one)
            if server.uri_of(spec, one.file) != uri or not _touch(said.range, where):
                continue
            found += [
                lsp.CodeAction(
                    title=offer.title,
                    kind=lsp.CodeActionKind.QuickFix,
                    diagnostics=[said],
                    is_preferred=offer.is_preferred,
                    edit=server.edit(spec, offer.edits),
                )
                for offer in actions(one, known.checked.files.texts()[one.file])
            ]
    return found


def _touch(one: lsp.Range, other: lsp.Range) -> bool:
    return one.start <= other.end and other.start <= one.end


def _outline(server: Server) -> None:
    """The outline, folding, and hints behind blocks."""

    @server.feature(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def on_symbols(params: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol]:
        known = server.views.get(params.text_document.uri)
        return [_symbol(server, params.text_document.uri, one) for one in outline.outline(known)] if known else []

    @server.feature(lsp.TEXT_DOCUMENT_FOLDING_RANGE)
    def on_folding(params: lsp.FoldingRangeParams) -> list[lsp.FoldingRange]:
        uri = params.text_document.uri
        known = server.views.get(uri)
        ranges = [server.range_of(uri, server.name_of(uri), span) for span in outline.folds(known)] if known else []
        return [lsp.FoldingRange(one.start.line, one.end.line) for one in ranges if one.end.line > one.start.line]

    @server.feature(lsp.TEXT_DOCUMENT_INLAY_HINT)
    def on_hints(params: lsp.InlayHintParams) -> list[lsp.InlayHint]:
        uri = params.text_document.uri
        known = server.views.get(uri)
        made = []
        for offset, text in outline.hints(known) if known else ():
            at = server.range_of(uri, server.name_of(uri), Span(offset, offset)).start
            if params.range.start <= at <= params.range.end:
                made.append(lsp.InlayHint(at, text, padding_left=True))
        return made


def _symbol(server: Server, uri: str, one: outline.Symbol) -> lsp.DocumentSymbol:
    return lsp.DocumentSymbol(
        name=one.name or " ",
        detail=one.detail or None,
        kind=lsp.SymbolKind.Object if one.detail else lsp.SymbolKind.Namespace,
        range=server.range_of(uri, server.name_of(uri), one.span),
        selection_range=server.range_of(uri, server.name_of(uri), one.key),
        children=[_symbol(server, uri, inside) for inside in one.inside] or None,
    )
