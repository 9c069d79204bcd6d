"""The texts that one spec is read from, laid end to end: a span of any of them is two numbers."""

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from infraspec.diagnostic import Span


class File(NamedTuple):
    """One text."""

    name: str
    text: str
    base: int
    """Where its first character stands among those of all files."""


class Files:
    """Every text of a spec in the order of reading, the spec's own first."""

    def __init__(self, texts: Iterable[tuple[str, str]]) -> None:
        self.all: list[File] = []
        for name, text in texts:
            self.add(name, text)

    def add(self, name: str, text: str) -> File:
        """One more text, behind all others."""
        last = self.all[-1] if self.all else None
        base = last.base + len(last.text) + 1 if last else 0  # an end of one file is no start of the next
        self.all.append(File(name, text, base))
        return self.all[-1]

    def at(self, offset: int) -> File:
        """The file that a character stands in."""
        if len(self.all) == 1:
            return self.all[0]
        return self.all[bisect_right(self.all, offset, key=lambda file: file.base) - 1]

    def local(self, span: Span) -> tuple[File, Span]:
        """A span as characters of its own file."""
        file = self.at(span.start)
        return file, Span(span.start - file.base, span.end - file.base) if file.base else span

    def texts(self) -> dict[str, str]:
        """Each file's text by its name."""
        return {file.name: file.text for file in self.all}
