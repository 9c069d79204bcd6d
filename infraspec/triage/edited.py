"""Texts with edits made in them, and what must be the same before and after: all data outside of the edits."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from infraspec.diagnostic import SpanEdit
from infraspec.source.files import Files
from infraspec.source.located import Child, Data, Document, Located

Place = tuple[str, int]
"""A file and a character of it."""
Leaf = tuple[tuple[tuple[str, int, str], ...], str, str]
"""The places that lead to a scalar with the keys that stand there, its kind, and its value."""


class Edited:
    """Edits of texts that touch one another nowhere, and where the characters around them are afterwards."""

    def __init__(self, edits: Iterable[SpanEdit]) -> None:
        self._edits: dict[str, list[SpanEdit]] = {}
        for edit in edits:
            self._edits.setdefault(edit.file, []).append(edit)
        for made in self._edits.values():
            made.sort(key=lambda edit: edit.span.start)
        self._new = {file: list(_ranges(made)) for file, made in self._edits.items()}

    def texts(self, before: Mapping[str, str]) -> dict[str, str]:
        """The changed files' new texts."""
        return {file: _made(before[file], edits) for file, edits in self._edits.items()}

    def moved(self, file: str, at: int) -> int:
        """Where a character stands afterwards; one that was replaced, where its replacement starts."""
        shift = 0
        for edit in self._edits.get(file, ()):
            if edit.span.end <= at:
                shift += len(edit.text) - edit.span.end + edit.span.start
            elif edit.span.start < at:
                return edit.span.start + shift
            else:
                break
        return at + shift

    def touches(self, file: str, start: int, end: int) -> bool:
        """Whether an edit changes any of these characters of the text before."""
        return any(
            (edit.span.start < end and start < edit.span.end)
            or start < edit.span.start == edit.span.end < end
            or start == end == edit.span.start
            for edit in self._edits.get(file, ())
        )

    def made(self, file: str, start: int, end: int) -> bool:
        """Whether characters of the text afterwards are, or stand beside, what an edit wrote."""
        return any(first <= end and start <= last for first, last in self._new.get(file, ()))

    def writes_at(self, file: str, at: int) -> bool:
        """Whether a character of the text afterwards is one that an edit wrote."""
        return any(first <= at < last for first, last in self._new.get(file, ()))

    def keeps_the_rest(self, before: Document, after: Document) -> bool:
        """Whether all data that no edit touches is the same and in the same place, and no other has come."""
        old, new = set(self._kept(before)), dict(self._found(after))
        return old <= new.keys() and all(self.made(*new[leaf]) for leaf in new.keys() - old)

    def _kept(self, document: Document) -> Iterator[Leaf]:
        """What the edits leave alone, at the places where it stands afterwards."""
        for trail, value, (file, start, end) in _leaves(document):
            if not self.touches(file, start, end):
                moved = tuple(
                    (name, self.moved(name, first), "" if self.touches(name, first, last) else key)
                    for name, first, last, key in trail
                )
                yield moved, type(value).__name__, str(value)

    def _found(self, document: Document) -> Iterator[tuple[Leaf, tuple[str, int, int]]]:
        """What stands in the text afterwards, and its characters."""
        for trail, value, place in _leaves(document):
            keys = tuple((name, first, "" if self.writes_at(name, first) else key) for name, first, _, key in trail)
            yield (keys, type(value).__name__, str(value)), place


def _ranges(edits: Sequence[SpanEdit]) -> Iterator[tuple[int, int]]:
    """The characters that each edit wrote, in the text afterwards."""
    shift = 0
    for edit in edits:
        yield edit.span.start + shift, edit.span.start + shift + len(edit.text)
        shift += len(edit.text) - edit.span.end + edit.span.start


def _made(text: str, edits: Sequence[SpanEdit]) -> str:
    parts, at = [], 0
    for edit in edits:
        parts += [text[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join((*parts, text[at:]))


Step = tuple[str, int, int, str]
"""A file, the characters of a key or the start of an item, and the key."""


def _leaves(document: Document) -> Iterator[tuple[tuple[Step, ...], Data, tuple[str, int, int]]]:
    """Each scalar, empty list and empty mapping: the steps to it, its value, and its characters."""
    todo: list[tuple[tuple[Step, ...], Data, Located]] = [((), document.data, document.root)]
    while todo:
        trail, data, here = todo.pop()
        if isinstance(data, dict) and data and isinstance(here.children, dict):
            for key, value in data.items():
                child = here.children[key]
                if child.via is not None:
                    continue  # an alias brings it in: it is looked at where it is written
                todo.append(((*trail, _step(document.files, child, key)), value, child.value))
        elif isinstance(data, list) and data and isinstance(here.children, list) and here.start not in document.uses:
            for value, item in zip(data, here.children, strict=True):
                file, local = _local(document.files, item.start)
                todo.append(((*trail, (file, local, local, "")), value, item))
        elif not _is_of_variables(data, here, document):
            file, local = _local(document.files, here.start)
            yield trail, data, (file, local, local + here.end - here.start)


def _is_of_variables(data: Data, here: Located, document: Document) -> bool:
    """Whether a value is, or could be, another's: it changes with what is edited there."""
    return here.start in document.uses or here.start in document.unread or (isinstance(data, str) and "${" in data)


def _step(files: Files, child: Child, key: str) -> Step:
    file, local = _local(files, child.key_start)
    return file, local, local + child.key_end - child.key_start, key


def _local(files: Files, at: int) -> Place:
    file = files.at(at)
    return file.name, at - file.base
