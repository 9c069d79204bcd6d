"""Why a text cannot be read at all, in words that do not depend on which YAML parser is installed."""

import codecs
import re

import yaml

from infraspec.diagnostic import Finding, Span
from infraspec.source.problems import NOT_YAML

_NOT_PRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def decode(raw: bytes) -> tuple[str, Finding | None]:
    """The text of a file, or why it is not text in UTF-8."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "", _at(0, 0, "the file is in UTF-16; a spec is in UTF-8", help_="save the file as UTF-8")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        text = raw[: error.start].decode("utf-8-sig", "replace")
        message = f"byte 0x{raw[error.start]:02x} is not UTF-8"
        return text, _at(len(text), len(text), message, help_="save the file as UTF-8")
    found = _NOT_PRINTABLE.search(text)
    if found is None:
        return text, None
    start = found.start()
    character = f"U+{ord(found.group()):04X}"
    return text, _at(start, start + 1, f"the control character {character} cannot stand in YAML", help_="delete it")


def not_yaml(text: str, error: yaml.YAMLError) -> Finding:
    """The finding for what the parser could not read."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    start = min(mark.index if mark is not None else 0, len(text))
    problem = (getattr(error, "problem", None) or "").lower()
    context = (getattr(error, "context", None) or "").lower()
    opened = getattr(error, "context_mark", None)
    message, help_ = _words(text, start, problem, context)
    if start >= len(text) and opened is not None:
        start = opened.index
    end = start + 1 if start < len(text) and text[start] not in "\r\n" else start
    return _at(start, end, message, help_=help_)


def _words(text: str, start: int, problem: str, context: str) -> tuple[str, str]:
    """The message and the help for a parser's complaint."""
    character = text[start] if start < len(text) else ""
    if character == "\t" or (character and "\t" in text[text.rfind("\n", 0, start) + 1 : start + 1]):
        return "a tab cannot indent YAML", "indent by spaces"
    if "cannot start any token" in problem:
        return f"a plain value cannot start with `{character}`", "put the value in quotes"
    if "mapping values are not allowed" in problem:
        return "a `: ` cannot stand here", "put the value in quotes, or start the inner mapping on its own line"
    if "quoted scalar" in context or "quoted scalar" in problem:
        return "a quote is opened and never closed", "close the quote"
    if "flow sequence" in context or "flow mapping" in context:
        bracket = "]" if "sequence" in context else "}"
        return f"expected `,` or `{bracket}` before this", f"close the bracket with `{bracket}`"
    if "simple key" in context or "expected ':'" in problem:
        return "a key without its `:`", "write `key: value`"
    if "block mapping" in context or "block collection" in context or "block sequence" in context:
        return "this line does not fit the indentation above it", "give lines of one mapping the same indentation"
    return "this is not YAML", "see the line above: indentation, quotes and brackets are what usually breaks"


def _at(start: int, end: int, message: str, *, help_: str) -> Finding:
    return Finding(problem=NOT_YAML, at=Span(start, end), message=message, help=help_)
