"""Where the parts of a spec stand, as people write it: `network.yaml:12`, and `vpcs.main.tiers.app`."""

import posixpath
import re
from array import array
from bisect import bisect_right
from functools import cache
from typing import NamedTuple, cast

from infraspec.diagnostic import Span, SpecPath
from infraspec.source.files import File
from infraspec.source.located import Document

_LINE_END = re.compile("\r\n|\n|\r")
_BARE = r"[\w/-]+\Z"


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
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def line_of(self, offset: int) -> int:
        """The line alone."""
        return bisect_right(self._starts, offset)

    def line(self, number: int) -> str:
        """A line by its number, without its end."""
        return self.text[self._starts[number - 1] : self._ends[number - 1]]


class Position(NamedTuple):
    """Characters of a spec as people count them."""

    file: str
    """Its file, as it is called in diagnostics."""
    line: int
    column: int
    length: int
    text: str
    """The line."""
    used_at: int | None
    """The line of the alias or the variable that brought them in, if any."""


class Places:
    """The lines of one spec's entries, each file's found once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._read: dict[int, tuple[str, Source]] = {}
        self._said: dict[SpecPath, tuple[str, str]] = {}
        self._folder = posixpath.dirname(document.files.all[0].name)

    def of(self, path: SpecPath) -> tuple[str, str]:
        """`file:line` of what a path leads to, the file seen from the folder of the spec, and the path as text."""
        known = self._said.get(path)
        if known is None:
            start = self._start(path)
            file = self._document.files.at(start)
            name, source = self._source(file)
            known = self._said[path] = f"{name}:{source.line_of(start - file.base)}", path_text(path)
        return known

    def _start(self, path: SpecPath) -> int:
        """The first character of the key that a path ends with: as `Document.locate`, for thousands of resources."""
        here, start = self._document.root, self._document.root.start
        for part in path:
            children = here.children
            if type(children) is dict and (child := children.get(cast("str", part))):  # no key is a number
                here, start = child.value, child.key_start
            elif type(children) is list and type(part) is int and part < len(children):
                here = children[part]
                start = here.start
            elif children is not None or part != 0:  # one value may stand where a list may
                break
        return start

    def position(self, path: SpecPath) -> Position:
        """Where the characters of what a path leads to stand."""
        span, via = self._document.locate(path, on_key=True)
        file, local = self._document.files.local(span)
        _, source = self._source(file)
        line, column = source.position(local.start)
        used_at = None if via is None else self._line(via)
        return Position(file.name, line, column, local.end - local.start, source.line(line), used_at)

    def _line(self, span: Span) -> int:
        file, local = self._document.files.local(span)
        return self._source(file)[1].line_of(local.start)

    def _source(self, file: File) -> tuple[str, Source]:
        """The name of a file as the spec could write it, and its lines."""
        if file.base not in self._read:
            self._read[file.base] = (self._seen(file), Source(file.text))
        return self._read[file.base]

    def _seen(self, file: File) -> str:
        """The name of a file as the spec could write it: nothing of where the spec stands, or was read from."""
        return posixpath.relpath(file.name, self._folder or ".") if file.name else file.name


def path_text(path: SpecPath) -> str:
    """A path as it is read: `vpcs.main.ingress[0]`, with quotes round keys that a dot would tear apart."""
    return "".join(map(_step_text, path)).removeprefix(".")


@cache
def _step_text(step: str | int) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    if re.match(_BARE, step):
        return f".{step}"
    quoted = step.replace("\\", "\\\\").replace('"', '\\"')
    return f'."{quoted}"'
