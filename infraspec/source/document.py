"""Text to located data: plain dicts, lists and scalars, and beside them the characters of each.

The reader works on YAML's events, with its limits checked before anything recursive runs. It never uses a
loader's own mapping constructor, which keeps the last of two equal keys.
"""

from dataclasses import dataclass
from typing import NamedTuple

import yaml

from infraspec.diagnostic import Finding, Related, Span, SpecPath
from infraspec.source.problems import (
    AMBIGUOUS_SCALAR,
    DUPLICATE_KEY,
    NOT_YAML,
    TOO_LARGE,
    UNSUPPORTED_YAML,
)
from infraspec.source.scalars import hazard, plain_value
from infraspec.source.syntax import decode, not_yaml

MAX_BYTES = 4 * 1024 * 1024
MAX_DEPTH = 64
MAX_VALUES = 250_000

Data = dict[str, "Data"] | list["Data"] | str | int | float | bool | None

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Located(NamedTuple):
    """The characters of one value, and of what it holds."""

    start: int
    end: int
    children: "dict[str, Child] | list[Located] | None"


class Child(NamedTuple):
    """An entry of a mapping: its key, its value, and the `<<` or `*alias` that brought it here, if any."""

    key_start: int
    key_end: int
    value: Located
    via: Span | None


@dataclass(frozen=True, slots=True)
class Document:
    """A spec as plain data, and where each part of it stands."""

    text: str
    data: Data
    root: Located

    def locate(self, path: SpecPath, *, on_key: bool = False) -> tuple[Span, Span | None]:
        """The characters of what `path` leads to, and the place that brought them in if they stand elsewhere.

        A path to something missing leads to the nearest entry that should hold it.
        """
        here, key, via = self.root, None, None
        for part in path:
            child: Child | Located | None
            if isinstance(here.children, dict):
                child = here.children.get(str(part))
            elif isinstance(here.children, list) and isinstance(part, int) and part < len(here.children):
                child = here.children[part]
            elif here.children is None and part == 0:
                continue  # one value where a list may stand
            else:
                child = None
            if child is None:
                on_key = True
                break
            if isinstance(child, Child):
                here, key, via = child.value, Span(child.key_start, child.key_end), child.via or via
            else:
                here, key = child, None
        if key is not None and (on_key or here.children is not None or here.start == here.end):
            return key, via
        return Span(here.start, self._end_of(here)), via

    def _end_of(self, here: Located) -> int:
        """Where to stop underlining: a block collection shows its first line only."""
        if here.children is None:
            return here.end
        line_end = self.text.find("\n", here.start, here.end)
        end = here.end if line_end < 0 else line_end
        return max(here.start + 1, here.start + len(self.text[here.start : end].rstrip()))


class _Stop(Exception):  # noqa: N818 - not an error: the reading ends here, with a finding
    """Reading cannot go on."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def read(raw: bytes) -> tuple[Document | None, tuple[Finding, ...], str]:
    """The document in `raw`, what is wrong with its text, and the text itself as far as it could be decoded."""
    if len(raw) > MAX_BYTES:
        size = f"{len(raw) / 1024 / 1024:.1f} MiB"
        return None, (_finding(TOO_LARGE, 0, 0, f"the file has {size}; a spec has at most 4 MiB"),), ""
    text, broken = decode(raw)
    if broken is not None:
        return None, (broken,), text
    reader = _Reader(text)
    try:
        document = reader.document()
    except _Stop as stop:
        return None, (*reader.findings, stop.finding), text
    except yaml.YAMLError as error:
        return None, (*reader.findings, not_yaml(text, error)), text
    return document, tuple(reader.findings), text


def _finding(problem: object, start: int, end: int, message: str, label: str = "", help_: str = "") -> Finding:
    return Finding(problem=problem, at=Span(start, end), message=message, label=label, help=help_)  # type: ignore[arg-type]


class _Anchored(NamedTuple):
    data: Data
    where: Located
    size: int


class _Reader:
    """One pass over the events of a text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.findings: list[Finding] = []
        self.anchors: dict[str, _Anchored | None] = {}
        self.values = 0
        loader = _LOADER(text)
        self.next = loader.get_event

    def document(self) -> Document | None:
        """The one document of the text; None when it cannot be used."""
        self.next()  # StreamStart
        event = self.next()
        if isinstance(event, yaml.StreamEndEvent):
            raise _Stop(_finding(NOT_YAML, 0, 0, "the file holds no spec", help_="`version: 1` is a spec's first line"))
        data, root = self.value(self.next(), 0)
        self.next()  # DocumentEnd
        event = self.next()
        if not isinstance(event, yaml.StreamEndEvent):
            start = event.start_mark.index
            message = "a file holds one spec, but a second document starts here"
            self.findings.append(_finding(UNSUPPORTED_YAML, start, start + 3, message, help_="remove this `---`"))
            return None
        return Document(self.text, data, root)

    def value(self, event: yaml.Event, depth: int) -> tuple[Data, Located]:
        """Read one value, whose first event is `event`."""
        self.values += 1
        if self.values > MAX_VALUES:
            raise self.too_many(event)
        kind = type(event)
        if kind is yaml.ScalarEvent:
            return self.scalar(event)
        if kind is yaml.AliasEvent:
            return self.alias(event)
        if depth >= MAX_DEPTH:
            raise _Stop(self.at(TOO_LARGE, event, "nested more than 64 levels deep"))
        if event.tag is not None:
            self.tag(event)
        before = self.values
        if event.anchor is not None:
            self.anchors[event.anchor] = None  # an alias inside its own anchor has no end
        data, where = self.mapping(event, depth) if kind is yaml.MappingStartEvent else self.sequence(event, depth)
        if event.anchor is not None:
            self.anchors[event.anchor] = _Anchored(data, where, self.values - before + 1)
        return data, where

    def scalar(self, event: yaml.ScalarEvent) -> tuple[Data, Located]:
        """A scalar: quoted and block ones are text, plain ones what YAML 1.2 says."""
        where = Located(event.start_mark.index, event.end_mark.index, None)
        text: str = event.value
        if event.tag is not None and event.tag != "!":
            self.tag(event)
        data: Data = text
        if not event.style and event.tag is None:
            data = plain_value(text)
            if data is text and (found := hazard(text)):
                self.findings.append(_finding(AMBIGUOUS_SCALAR, where.start, where.end, *found))
        if event.anchor is not None:
            self.anchors[event.anchor] = _Anchored(data, where, 1)
        return data, where

    def alias(self, event: yaml.AliasEvent) -> tuple[Data, Located]:
        """What the anchor of this name held; each use counts as if it were written out."""
        if event.anchor not in self.anchors:
            raise _Stop(self.at(NOT_YAML, event, f"no anchor `&{event.anchor}` stands above this alias"))
        anchored = self.anchors[event.anchor]
        if anchored is None:
            raise _Stop(self.at(NOT_YAML, event, f"`*{event.anchor}` stands inside its own anchor"))
        self.values += anchored.size - 1
        if self.values > MAX_VALUES:
            raise self.too_many(event)
        return anchored.data, anchored.where

    def sequence(self, start: yaml.Event, depth: int) -> tuple[Data, Located]:
        """The items up to the end of the sequence."""
        items: list[Data] = []
        places: list[Located] = []
        while type(event := self.next()) is not yaml.SequenceEndEvent:
            data, where = self.value(event, depth + 1)
            items.append(data)
            places.append(where)
        return items, Located(start.start_mark.index, event.end_mark.index, places)

    def mapping(self, start: yaml.Event, depth: int) -> tuple[Data, Located]:
        """The entries up to the end of the mapping, with `<<` merged in below what is written."""
        entries: dict[str, Data] = {}
        places: dict[str, Child] = {}
        merged: list[tuple[Span, Data, Located]] = []
        while type(event := self.next()) is not yaml.MappingEndEvent:
            key_start, key_end = event.start_mark.index, event.end_mark.index
            key = self.key(event, depth)
            value = self.next()
            data, where = self.value(value, depth + 1)
            if key is None:
                continue
            if key == "<<" and not event.style:
                merged.append((Span(key_start, key_end), data, where))
                continue
            via = Span(value.start_mark.index, value.end_mark.index) if type(value) is yaml.AliasEvent else None
            if key in places:
                self.duplicate(key, key_start, key_end, places[key])
                continue
            entries[key] = data
            places[key] = Child(key_start, key_end, where, via)
        for site, data, where in merged:
            self.merge(entries, places, site, data, where)
        return entries, Located(start.start_mark.index, event.end_mark.index, places)

    def key(self, event: yaml.Event, depth: int) -> str | None:
        """A key as written; None, with a finding, for one that is not plain text."""
        if type(event) is yaml.ScalarEvent:
            if event.tag is not None and event.tag != "!":
                self.tag(event)
            if not event.style and (found := hazard(event.value)) and not event.value[0].isdigit():
                self.findings.append(
                    _finding(AMBIGUOUS_SCALAR, event.start_mark.index, event.end_mark.index, *found)
                )
            return str(event.value)
        self.value(event, depth + 1)
        self.findings.append(self.at(UNSUPPORTED_YAML, event, "a key is a plain word here, not a list, mapping or alias"))
        return None

    def merge(
        self, entries: dict[str, Data], places: dict[str, Child], site: Span, data: Data, where: Located
    ) -> None:
        """Lay the entries of `<<` below those that are written."""
        sources = (
            list(zip(data, where.children, strict=True))
            if isinstance(data, list) and isinstance(where.children, list)
            else [(data, where)]
        )
        for mapping, place in sources:
            if not isinstance(mapping, dict) or not isinstance(place.children, dict):
                message = "`<<` takes a mapping, or a list of mappings"
                self.findings.append(_finding(UNSUPPORTED_YAML, site.start, site.end, message))
                return
            for key, value in mapping.items():
                if key not in entries:
                    entries[key] = value
                    places[key] = place.children[key]._replace(via=site)

    def duplicate(self, key: str, start: int, end: int, first: Child) -> None:
        """Say that `key` is written twice."""
        self.findings.append(
            Finding(
                problem=DUPLICATE_KEY,
                at=Span(start, end),
                message=f"`{key}` is written twice in one mapping",
                label="a YAML reader would keep only this one",
                related=(
                    Related(at=Span(first.key_start, first.key_end), label="and drop this one without a word"),
                ),
                help="keep one of the two",
            )
        )

    def tag(self, event: yaml.Event) -> None:
        """Say that tags mean nothing here."""
        tag = str(event.tag)
        shown = "!!" + tag.rsplit(":", 1)[-1] if tag.startswith("tag:yaml.org,2002:") else tag
        help_ = "write the bare name of what is meant" if not shown.startswith("!!") else f"remove `{shown}`"
        self.findings.append(self.at(UNSUPPORTED_YAML, event, f"a spec has no YAML tags, so `{shown}` means nothing", help_))

    def too_many(self, event: yaml.Event) -> _Stop:
        """The stop for a text whose aliases multiply without end."""
        return _Stop(self.at(TOO_LARGE, event, "more than 250,000 values once aliases are followed"))

    def at(self, problem: object, event: yaml.Event, message: str, help_: str = "") -> Finding:
        """A finding at the first line of an event."""
        start, end = event.start_mark.index, max(event.end_mark.index, event.start_mark.index + 1)
        newline = self.text.find("\n", start, end)
        return _finding(problem, start, end if newline < 0 else newline, message, help_=help_)


