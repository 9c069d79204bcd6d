"""Bytes to text, and text to events: the parsers, and what cannot be decoded."""

import codecs
import re
from dataclasses import replace
from typing import Protocol

import yaml
from yaml.scanner import ScannerError

from infraspec.diagnostic import Edit, Finding, Safety, Span, fix
from infraspec.source.problems import NOT_YAML

_NOT_PRINTABLE = "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
_LINE_BREAKS = {"\x85": "next line", "\u2028": "line separator", "\u2029": "paragraph separator"}


class Mark(Protocol):
    """A place in the text, in code points."""

    index: int


class Event(Protocol):
    """What the parser's events have, each kind some of it."""

    start_mark: Mark
    end_mark: Mark
    tag: str | None
    anchor: str | None
    value: str
    style: str | None


class Parser(Protocol):
    """What reads a text as events."""

    def __init__(self, stream: str) -> None: ...

    def get_event(self) -> Event:
        """The next event."""


class _PythonParser(yaml.SafeLoader):
    """The parser in Python, taking and refusing what libyaml takes and refuses."""

    def scan_to_next_token(self) -> None:
        """Skip white space: a tab may stand where it does not indent."""
        super().scan_to_next_token()
        while self.peek() == "\t" and (self.flow_level or not self.allow_simple_key):
            while self.peek() in "\t ":
                self.forward()
            super().scan_to_next_token()

    def scan_flow_scalar_non_spaces(self, double: bool, start_mark: yaml.Mark) -> list[str]:  # noqa: FBT001 - yaml's
        """Text between quotes: an escape beyond Unicode is the user's mistake."""
        try:
            return super().scan_flow_scalar_non_spaces(double, start_mark)
        except (ValueError, OverflowError):
            context = "while scanning a double-quoted scalar"
            raise ScannerError(context, start_mark, "found unknown escape character", self.get_mark()) from None


SLOW_PARSER: type[Parser] = _PythonParser
PARSER: type[Parser] = getattr(yaml, "CSafeLoader", _PythonParser)
"""libyaml's where it is installed, ten times as fast."""


def decode(raw: bytes) -> tuple[str, Finding | None]:
    """The text of a file, or why it is not text in UTF-8."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or 0 in raw[:2]:
        return "", _at(0, 0, "the file is in UTF-16; a spec is in UTF-8", "save the file as UTF-8")
    raw = raw.removeprefix(codecs.BOM_UTF8)
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        start = len(raw[: error.start].decode())
        message = f"byte 0x{raw[error.start]:02x} is not UTF-8"
        return raw.decode(errors="replace"), _at(start, start + 1, message, "save the file as UTF-8")
    # What Python can print stands in YAML too; looking at each character for itself is dear, and seldom needed.
    found = None if text.replace("\n", "").isprintable() else re.search(_NOT_PRINTABLE, text)
    if found is None:
        return text, None
    start, code = found.start(), f"U+{ord(found.group()):04X}"
    if name := _LINE_BREAKS.get(found.group()):
        message = f"the {name} {code} ends the line to some YAML readers only"
        return text, _at(start, start + 1, message, f'delete it, or write "\\u{code[2:].lower()}" in double quotes')
    if found.group() == "\ufeff":
        help_ = "delete it; no editor shows it"
        fixes = fix("delete it", Edit(Span(start, start + 1)), safety=Safety.SAFE)
        return text, replace(_at(start, start + 1, "a byte order mark inside the text", help_), fixes=fixes)
    control = _at(start, start + 1, f"the control character {code} cannot stand in YAML", "delete it")
    return text, replace(control, fixes=fix("delete it", Edit(Span(start, start + 1))))


def not_yaml(text: str, error: yaml.YAMLError) -> Finding:
    """The finding for what a parser could not read."""
    from infraspec.source.complaints import complaint  # noqa: PLC0415 - needed by a broken text alone
    from infraspec.source.saying import Complaint  # noqa: PLC0415 - as above

    problem_mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    context_mark = getattr(error, "context_mark", None)
    return complaint(
        text,
        Complaint(
            problem=(getattr(error, "problem", None) or "").lower(),
            context=(getattr(error, "context", None) or "").lower(),
            at=min(problem_mark.index if problem_mark is not None else 0, len(text)),
            since=min(context_mark.index, len(text)) if context_mark is not None else None,
        ),
    )


def _at(start: int, end: int, message: str, help_: str) -> Finding:
    return Finding(problem=NOT_YAML, at=Span(start, end), message=message, help=help_)
