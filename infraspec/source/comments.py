"""The comments of a text, and the entries that start on its lines.

Nothing inside a string is a comment: the tokens of YAML's own scanner say where the strings are.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple, cast

import yaml

from infraspec.diagnostic import Span
from infraspec.source.document import read
from infraspec.source.files import File, Files
from infraspec.source.lines import line_at, line_start
from infraspec.source.located import Child, Document, Located
from infraspec.source.syntax import PARSER

_HASH = r"(?:(?<=[ \t\r\n])|\A)#"
_ONLY_DASHES = r"[ \t]*(?:[-?][ \t]*)*"


class Comment(NamedTuple):
    """A comment, from its `#` to the end of its line."""

    span: Span
    text: str
    is_alone: bool
    """Whether nothing stands before it in its line."""
    is_on_top: bool
    """Whether it stands above the first key of its file."""


def comments(file: File, word: str) -> Iterator[Comment]:
    """The comments of one file that have this word in them, with spans among the characters of all files."""
    text = file.text
    try:
        scalars = _scalars(text)
    except yaml.YAMLError:  # a text that the spec takes in as it stands
        return
    starts = [scalar.start for scalar in scalars]
    lines = dict.fromkeys(line_start(text, found.start()) for found in re.finditer(re.escape(word), text))
    for start in lines:
        line = line_at(text, start)
        for found in re.compile(_HASH).finditer(text, start, start + len(line)):
            at = found.start()
            before = bisect_right(starts, at) - 1
            if before >= 0 and at < scalars[before].end:
                continue
            if word in (said := text[at : start + len(line)].rstrip()):
                span = Span(file.base + at, file.base + at + len(said))
                yield Comment(span, said, not text[start:at].strip(), at < (starts or [0])[0])
            break


def _scalars(text: str) -> list[Span]:
    """Where no `#` starts a comment: in order, keys and values, but for the first line of those that begin with `|`."""
    found: list[Span] = []
    # The parser of the reader is one of yaml's loaders, of which its type says only what the reader needs.
    for token in yaml.scan(text, Loader=cast("type[yaml.SafeLoader]", PARSER)):
        if isinstance(token, yaml.ScalarToken):
            start, end = token.start_mark.index, token.end_mark.index
            if token.style in ("|", ">"):
                start = min(end, line_start(text, start) + len(line_at(text, start)))
            found.append(Span(start, end))
    return found


def spoken_of(files: Files, comment: Comment) -> Span | None:
    """The line whose entries a comment speaks of: its own, or the next that says something where it stands alone."""
    file, local = files.local(comment.span)
    text, at = file.text, line_start(file.text, local.start)
    indent = local.start - at
    own = text[at : local.start]
    if own.strip() and not _is(_ONLY_DASHES, own):
        return Span(file.base + at, file.base + at + len(line_at(text, at)))
    while at < len(text):
        at = _next_line(text, at)
        line = line_at(text, at)
        said = line.strip()
        if said and not said.startswith("#") and not _is(_ONLY_DASHES, line.partition(" #")[0]):
            stands_below = bool(own.strip()) or len(line) - len(line.lstrip()) >= indent
            return Span(file.base + at, file.base + at + len(line)) if stands_below else None
    return None


def _is(pattern: str, text: str) -> bool:
    return re.fullmatch(pattern, text) is not None


def _next_line(text: str, at: int) -> int:
    """Where the line below the one that starts at `at` starts."""
    end = at + len(line_at(text, at))
    return end + (2 if text.startswith("\r\n", end) else 1)


def entries(document: Document, file: File) -> Iterator[Span]:
    """Every entry of a mapping in one file, from its key, and every item of a list, where it is written and once."""
    root, base = (document.root, 0) if len(document.files.all) == 1 else (_alone(file), file.base)
    waiting = [root] if root is not None else []
    seen: set[int] = set()
    while waiting:
        here = waiting.pop()
        if id(here.children) in seen:  # an anchor's children are those of each alias
            continue
        seen.add(id(here.children))
        for child in here.children.values() if isinstance(here.children, dict) else here.children or ():
            if isinstance(child, Child):
                yield Span(base + child.key_start, base + _end(child))
                value = child.value
            else:
                yield Span(base + child.start, base + max(child.end, child.start + 1))
                value = child
            if value.children:
                waiting.append(value)


def _alone(file: File) -> Located | None:
    """What a file holds by itself: where several make one spec, an entry is written in more than one of them."""
    document, _, _ = read(file.text.encode(), file.name)
    return document.root if document is not None else None


def _end(child: Child) -> int:
    """Where an entry ends: behind its value, or behind the alias or the key where the value is written elsewhere."""
    value: Located = child.value
    if child.key_end <= value.start:
        return max(value.end, child.key_end)
    return child.via.end if child.via is not None and child.via.start >= child.key_end else child.key_end
