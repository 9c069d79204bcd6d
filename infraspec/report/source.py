"""The texts that diagnostics speak of."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Mapping

from infraspec.source.places import Source


class Source:
    """A text with the places of its lines, which end as YAML's and every editor's do."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts, self._ends = array("L", [0]), array("L")  # a text may be nothing but ends of lines
        for found in _LINE_END.finditer(text):
            self._ends.append(found.start())
            self._starts.append(found.end())
        self._ends.append(len(text))

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column, both from 1, in code points."""
        line = bisect_right(self._starts, offset) - 1
        return line + 1, offset - self._starts[line] + 1

    def line(self, number: int) -> str:
        """A line by its number, without its end."""
        return self.text[self._starts[number - 1] : self._ends[number - 1]]
__all__ = ["Source", "Sources"]


class Sources:
    """The texts that diagnostics speak of, by file."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._read: dict[str, Source] = {}

    def of(self, file: str) -> Source:
        """The text of one file; empty for one that could not be read."""
        if file not in self._read:
            self._read[file] = Source(self._texts.get(file, ""))
        return self._read[file]
