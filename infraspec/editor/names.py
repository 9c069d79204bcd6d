"""Where a name is defined, where it is used, and what changes when it becomes another."""

from infraspec.diagnostic import Span, SpanEdit
from infraspec.editor.view import Place, View
from infraspec.report.spec_text import scalar
from infraspec.resolve.scope import Found
from infraspec.spec.names import unusable

Where = tuple[str, Span]
"""A file, and characters of it."""


def definition(view: View, place: Place) -> Where | None:
    """Where the name at a place is defined."""
    found = view.name_at(place)
    return None if found is None or view.index is None else _defined(view, found)


def references(view: View, place: Place, *, with_definition: bool) -> list[Where]:
    """Every place where the name at a place is used, in the order of the text."""
    found = view.name_at(place)
    if found is None or view.index is None:
        return []
    places = {view.span_of(use.at, on_key=use.on_key) for use in view.index.uses if use.found == found}
    if with_definition:
        places.add(_defined(view, found))
    return sorted(places, key=lambda where: (where[0], where[1].start))


def rename(view: View, place: Place, new: str) -> list[SpanEdit] | str:
    """The edits that give the name at a place another word everywhere, or why that cannot be."""
    found = view.name_at(place)
    if found is None or view.index is None:
        return "no name stands here"
    if why := unusable(new, found.word):
        return f"{new} cannot be a name: {why}"
    if Found(found.word, new) in view.index.defined:
        return f"there is a {found.word.replace('_', ' ')} called {new} already"
    texts = view.checked.files.texts()
    edits = []
    for file, span in references(view, place, with_definition=True):
        written = texts[file][span.start : span.end]
        edits.append(SpanEdit(file, span, _renamed(written, found.name, new)))
    return edits


def _defined(view: View, found: Found) -> Where:
    assert view.index is not None  # noqa: S101 - a name was found in it
    path = view.index.defined[found]
    return view.span_of(path, on_key=found.word != "internet_gateway")


def _renamed(written: str, old: str, new: str) -> str:
    """A key or value with its name exchanged: `kind:` in front of it, quotes around it and what follows it stay."""
    if written[:1] in ("'", '"'):
        return scalar(new) if written[1:-1] == old else written.replace(old, new)
    kind, colon, rest = written.partition(":")
    return f"{kind}:{new}{rest[len(old) :]}" if colon and rest.startswith(old) else scalar(new)
