"""A spec as an editor sees it: what was found in it, and what stands at a place of its text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from infraspec.compiler import Checked, check, index_of
from infraspec.diagnostic import Span, SpecPath
from infraspec.source.located import Child, Located

if TYPE_CHECKING:
    from infraspec.resolve.resolve import Index
    from infraspec.resolve.scope import Found, Use
    from infraspec.source.located import Document

ReadFile = Callable[[str], str | None]


class Place(NamedTuple):
    """A key or a value of a file."""

    path: SpecPath
    span: Span
    """Its characters in its file."""
    on_key: bool


@dataclass(frozen=True, slots=True)
class View:
    """A spec that was checked, and its names."""

    checked: Checked
    index: Index | None
    """None where the text could not be read."""

    def document(self) -> Document:
        """The document; only a view with an index has one."""
        assert self.checked.document is not None  # noqa: S101 - as said
        return self.checked.document

    def place_at(self, file: str, offset: int) -> Place | None:
        """The smallest key or value that an offset of a file stands in or behind."""
        if self.index is None:
            return None
        document = self.document()
        base = next((one.base for one in document.files.all if one.name == file), None)
        if base is None:
            return None
        found = _place_in(document.root, base + offset, ())
        if found is None:
            return None
        start, end, path, on_key = found
        return Place(path, document.files.local(Span(start, end))[1], on_key)

    def span_of(self, path: SpecPath, *, on_key: bool) -> tuple[str, Span]:
        """The file and the characters of a key or value."""
        document = self.document()
        file, local = document.files.local(document.locate(path, on_key=on_key)[0])
        return file.name, local

    def name_at(self, place: Place) -> Found | None:
        """What a name means, where it is defined or where it is used."""
        if self.index is None:
            return None
        use = self.use_at(place)
        if use is not None:
            return use.found
        if not place.on_key and place.path[-1:] != ("internet_gateway",):
            return None
        return next((found for found, path in self.index.defined.items() if path == place.path), None)

    def use_at(self, place: Place) -> Use | None:
        """The use of a name at a place: a list that holds one name may stand as that name alone."""
        for use in self.index.uses if self.index is not None else ():
            if use.on_key == place.on_key and use.at in (place.path, (*place.path, 0)):
                return use
        return None


def view(raw: bytes, file: str, read_file: ReadFile, *, advice: bool = True) -> View:
    """Check a text, and find its names."""
    checked = check(raw, file, read_file, advice=advice)
    return View(checked, index_of(checked, read_file) if checked.document is not None else None)


def _place_in(where: Located, offset: int, path: SpecPath) -> tuple[int, int, SpecPath, bool] | None:
    """Start, end, path, and whether it is a key, of what holds an offset; what an alias brought in is elsewhere."""
    if isinstance(where.children, dict):
        for key, child in where.children.items():
            if child.key_start <= offset <= child.key_end and child.via is None:
                return child.key_start, child.key_end, (*path, key), True
            if found := _inside(child, offset, (*path, key)):
                return found
    elif isinstance(where.children, list):
        for position, one in enumerate(where.children):
            if one.start <= offset <= one.end:
                return _place_in(one, offset, (*path, position))
    elif where.start <= offset <= where.end:
        return where.start, where.end, path, False
    return None


def _inside(child: Child, offset: int, path: SpecPath) -> tuple[int, int, SpecPath, bool] | None:
    if child.via is not None or not child.value.start <= offset <= child.value.end:
        return None
    return _place_in(child.value, offset, path)
