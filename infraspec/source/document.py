"""Text to located data, or to what is wrong with it as text."""

import yaml

from infraspec.diagnostic import Finding, Span
from infraspec.source.files import Files
from infraspec.source.located import Document
from infraspec.source.problems import TOO_LARGE
from infraspec.source.reader import Reader, Stop
from infraspec.source.syntax import PARSER, SLOW_PARSER, Parser, decode, not_yaml

MAX_BYTES = 4 * 1024 * 1024
MOST_READ_TWICE = 256 * 1024
"""Characters of a broken text that are read again by the slower parser, whose complaint says more."""


def read(raw: bytes, name: str) -> tuple[Document | None, tuple[Finding, ...], Files]:
    """The document in `raw`, what is wrong with its text, and the text itself as far as it could be decoded."""
    files = Files([])
    document, found = read_into(files, raw, name)
    return document, found, files


def read_into(files: Files, raw: bytes, name: str, values: int = 0) -> tuple[Document | None, tuple[Finding, ...]]:
    """The same for one more file of a spec whose others hold `values` values; its spans start where its text does."""
    if len(raw) > MAX_BYTES:
        files.add(name, "")
        message = "the file is larger than 4 MiB, which a spec never is"
        return None, (Finding(problem=TOO_LARGE, at=Span(0, 0), message=message),)
    text, broken = decode(raw)
    files.add(name, text)
    if broken is not None:
        return None, (broken,)
    try:
        return _attempt(files, text, PARSER, values)
    except yaml.YAMLError as error:
        fault = error
    if PARSER is not SLOW_PARSER and len(text) <= MOST_READ_TWICE:
        # libyaml and the parser in Python complain in different words and places: Python's are heard in any build.
        try:
            return _attempt(files, text, SLOW_PARSER, values)
        except yaml.YAMLError as error:
            fault = error
    return None, (not_yaml(text, fault),)


def _attempt(files: Files, text: str, parser: type[Parser], values: int) -> tuple[Document | None, tuple[Finding, ...]]:
    reader = Reader(text, parser, values)
    try:
        found = reader.document()
    except Stop as stop:
        return None, (*reader.findings, stop.finding)
    return Document(files, *found, values=reader.values) if found else None, tuple(reader.findings)
