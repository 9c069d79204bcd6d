"""One pass over YAML's events: values with their characters, and what a spec does not take.

The limits are checked here, before anything recursive runs. A loader's own mapping constructor is never used: it keeps
the last of two equal keys.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

import yaml

from infraspec.diagnostic import Edit, Finding, Fix, Misread, Problem, Span, fix
from infraspec.source.located import Child, Data, Located
from infraspec.source.problems import AMBIGUOUS_SCALAR, NOT_YAML, TOO_LARGE, UNSUPPORTED_YAML
from infraspec.source.scalars import hazard, plain_value
from infraspec.source.slips import slip_in_key, written_twice
from infraspec.source.syntax import Event, Parser

MAX_DEPTH = 64
MAX_VALUES = 250_000
MAX_FINDINGS = 100
"""A text with more is not a spec with mistakes but something else, and reading it ends."""

# The kinds of event, compared by identity: several times faster than isinstance over a long text.
_STREAM_END: type[object] = yaml.StreamEndEvent
_SCALAR: type[object] = yaml.ScalarEvent
_ALIAS: type[object] = yaml.AliasEvent
_MAPPING: type[object] = yaml.MappingStartEvent
_SEQUENCE_END: type[object] = yaml.SequenceEndEvent
_MAPPING_END: type[object] = yaml.MappingEndEvent

_SURROGATE = "[\ud800-\udfff]"


class Stop(Exception):  # noqa: N818 - not an error: the reading ends here, with a finding
    """Reading cannot go on."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


class _Anchored(NamedTuple):
    data: Data
    where: Located
    size: int


class Reader:
    """One pass over the events of a text. Raises `yaml.YAMLError` where the text is not YAML."""

    def __init__(self, text: str, parser: type[Parser], values: int = 0) -> None:
        self.text = text
        self.findings: list[Finding] = []
        self.anchors: dict[str, _Anchored | None] = {}
        self.values = values
        self.next: Callable[[], Event] = parser(text).get_event

    def document(self) -> tuple[Data, Located] | None:
        """The one document of the text; None when it cannot be used. Raises `Stop`."""
        self.next()  # StreamStart
        if type(self.next()) is _STREAM_END:
            raise Stop(_finding(NOT_YAML, 0, 0, "the file holds no spec", help_="`version: 1` is a spec's first line"))
        data, root = self.value(self.next(), 0)
        self.next()  # DocumentEnd
        event = self.next()
        if type(event) is not _STREAM_END:
            at = Span(event.start_mark.index, event.start_mark.index + 3)
            message, help_ = "a file holds one spec, but a second document starts here", "remove this `---`"
            fixes = fix(help_, Edit(at))
            self.report(Finding(problem=UNSUPPORTED_YAML, at=at, message=message, help=help_, fixes=fixes))
            return None
        return data, root

    def value(self, event: Event, depth: int) -> tuple[Data, Located]:
        """Read one value, whose first event is `event`."""
        self.values += 1
        if self.values > MAX_VALUES:
            raise self.too_many(event)
        kind = type(event)
        if kind is _SCALAR:
            return self.scalar(event)
        if kind is _ALIAS:
            return self.alias(event)
        if depth >= MAX_DEPTH:
            raise Stop(self.at(TOO_LARGE, event, "nested more than 64 levels deep"))
        if event.tag is not None:
            self.tag(event)
        before = self.values
        if event.anchor is not None:
            self.anchors[event.anchor] = None  # an alias inside its own anchor has no end
        data, where = self.mapping(event, depth) if kind is _MAPPING else self.sequence(event, depth)
        if event.anchor is not None:
            self.anchors[event.anchor] = _Anchored(data, where, self.values - before + 1)
        return data, where

    def scalar(self, event: Event) -> tuple[Data, Located]:
        """A scalar: quoted and block ones are text, plain ones what YAML 1.2 says."""
        where = Located(event.start_mark.index, event.end_mark.index, None)
        text: str = event.value
        data: Data = text
        if event.tag is not None and event.tag != "!":
            self.tag(event)
            data = Misread(text)
        if event.style:
            self.escapes(event)
        elif event.tag is None:
            data = plain_value(text)
            if data is text and (found := hazard(text)):
                self.report(_finding(AMBIGUOUS_SCALAR, where.start, where.end, *found[:3]))
                data = Misread(text, found.readings(text))
        if event.anchor is not None:
            self.anchors[event.anchor] = _Anchored(data, where, 1)
        return data, where

    def escapes(self, event: Event) -> None:
        """Stop at an escape that is half a character."""
        if not event.value.isascii() and (found := re.search(_SURROGATE, event.value)):
            message = f"the escape `\\u{ord(found.group()):04x}` is half a character"
            raise Stop(self.at(NOT_YAML, event, message, "write the character itself"))

    def alias(self, event: Event) -> tuple[Data, Located]:
        """What the anchor of this name held; each use counts as if it were written out."""
        name = str(event.anchor)
        if name not in self.anchors:
            message = f"no anchor `&{name}` stands above this alias"
            help_ = f'put "*{name}" in quotes if it is text'
            from infraspec.source import quoting  # noqa: PLC0415 - nothing is to be mended while a spec is right

            raise Stop(self.at(NOT_YAML, event, message, help_, quoting.in_quotes(event, f'"*{name}"')))
        anchored = self.anchors[name]
        if anchored is None:
            raise Stop(self.at(NOT_YAML, event, f"`*{name}` stands inside its own anchor"))
        self.values += anchored.size - 1
        if self.values > MAX_VALUES:
            raise self.too_many(event)
        return anchored.data, anchored.where

    def sequence(self, start: Event, depth: int) -> tuple[Data, Located]:
        """The items up to the end of the sequence."""
        items: list[Data] = []
        places: list[Located] = []
        while type(event := self.next()) is not _SEQUENCE_END:
            data, where = self.value(event, depth + 1)
            items.append(data)
            places.append(where)
        return items, Located(start.start_mark.index, event.end_mark.index, places)

    def mapping(self, start: Event, depth: int) -> tuple[Data, Located]:
        """The entries up to the end of the mapping, with `<<` merged in below what is written."""
        entries: dict[str, Data] = {}
        places: dict[str, Child] = {}
        merged: tuple[Data, Child] | None = None
        while type(event := self.next()) is not _MAPPING_END:
            key_start, key_end = event.start_mark.index, event.end_mark.index
            key = self.key(event, depth)
            value = self.next()
            data, where = self.value(value, depth + 1)
            if key is None:
                continue
            via = Span(value.start_mark.index, value.end_mark.index) if type(value) is _ALIAS else None
            child = Child(key_start, key_end, where, via)
            if key == "<<" and not event.style:
                if merged is not None:
                    self.report(written_twice(key, child, merged[1], self.text))
                else:
                    merged = (data, child)
            elif key in places:
                self.report(written_twice(key, child, places[key], self.text))
            else:
                entries[key] = data
                places[key] = child
        if merged is not None:
            self.merge(entries, places, *merged)
        return entries, Located(start.start_mark.index, event.end_mark.index, places)

    def key(self, event: Event, depth: int) -> str | None:
        """A key as written; None, with a finding, for one that is not plain text."""
        if type(event) is not _SCALAR:
            self.value(event, depth + 1)
            self.report(self.at(UNSUPPORTED_YAML, event, "a key is a plain word here, not a list, mapping or alias"))
            return None
        if event.tag is not None and event.tag != "!":
            self.tag(event)
        if event.style:
            self.escapes(event)
        elif not event.value:
            self.report(self.at(NOT_YAML, event, "a key is missing before this `:`", "write `key: value`"))
            return None
        elif not event.value[0].isalnum() and (slip := slip_in_key(self.text, event.start_mark.index)):
            raise Stop(slip)
        elif not event.value[0].isdigit() and (found := hazard(event.value)):
            from infraspec.source import quoting  # noqa: PLC0415 - nothing is to be mended while a spec is right

            help_, fixes = f'put "{event.value}" in quotes', quoting.in_quotes(event)
            self.report(self.at(AMBIGUOUS_SCALAR, event, found.message, help_, fixes))
        return str(event.value)

    def merge(self, entries: dict[str, Data], places: dict[str, Child], data: Data, site: Child) -> None:
        """Lay the entries of `<<` below those that are written."""
        where, span = site.value, Span(site.key_start, site.key_end)
        sources = (
            list(zip(data, where.children, strict=True))
            if isinstance(data, list) and isinstance(where.children, list)
            else [(data, where)]
        )
        for mapping, place in sources:
            if not isinstance(mapping, dict) or not isinstance(place.children, dict):
                message = "`<<` takes a mapping, or a list of mappings"
                self.report(_finding(UNSUPPORTED_YAML, span.start, span.end, message, help_="write `<<: *anchor`"))
                return
            for key, value in mapping.items():
                if key not in entries:
                    entries[key] = value
                    places[key] = place.children[key]._replace(via=span)

    def tag(self, event: Event) -> None:
        """Say that tags mean nothing here."""
        tag = str(event.tag)
        shown = tag.replace("tag:yaml.org,2002:", "!!", 1)
        help_ = "write the bare name of what is meant" if not shown.startswith("!!") else f"remove `{shown}`"
        message = f"a spec has no YAML tags, so `{shown}` means nothing"
        from infraspec.source import quoting  # noqa: PLC0415 - nothing is to be mended while a spec is right

        self.report(self.at(UNSUPPORTED_YAML, event, message, help_, quoting.without_tag(self.text, event, shown)))

    def too_many(self, event: Event) -> Stop:
        """The stop for a text whose aliases multiply without end."""
        return Stop(self.at(TOO_LARGE, event, "more than 250,000 values once aliases are followed"))

    def report(self, finding: Finding) -> None:
        """Add a finding; raises `Stop` with the last one that is worth reading."""
        if len(self.findings) + 1 >= MAX_FINDINGS:
            raise Stop(finding)
        self.findings.append(finding)

    def at(self, problem: Problem, event: Event, message: str, help_: str = "", fixes: tuple[Fix, ...] = ()) -> Finding:
        """A finding at the first line of an event."""
        start, end = event.start_mark.index, max(event.end_mark.index, event.start_mark.index + 1)
        newline = self.text.find("\n", start, end)
        end = min(end, len(self.text)) if newline < 0 else newline
        return replace(_finding(problem, start, end, message, help_=help_), fixes=fixes)


def _finding(problem: Problem, start: int, end: int, message: str, label: str = "", help_: str = "") -> Finding:
    return Finding(problem=problem, at=Span(start, end), message=message, label=label, help=help_)
