"""What rules of listeners ask for, value by value."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from infraspec.graph.listeners import Conditions

_MAX_PATTERN = 128
_MAX_NAME = 40
_HOST = r"[A-Za-z0-9.*?-]+\Z"
_PATH = r"[A-Za-z0-9*?_.$/~\"'@:+&-]+\Z"
_HEADER = r"[A-Za-z0-9!#$%&'*+.^_`|~-]+\Z"
_METHOD = r"[A-Z_-]+\Z"


class Asked(NamedTuple):
    """One value that a rule asks for."""

    keys: tuple[str | int, ...]
    """Where it stands in the rule; the first is the key of the condition."""
    text: str


def values(conditions: Conditions) -> Iterator[Asked]:
    """Every value of a rule's conditions."""
    for position, host in enumerate(conditions.hosts):
        yield Asked(("host", position), host)
    for position, path in enumerate(conditions.paths):
        yield Asked(("path", position), path)
    for header in conditions.headers:
        for position, value in enumerate(header.values):
            yield Asked(("header", header.name, position), value)
    for position, method in enumerate(conditions.methods):
        yield Asked(("method", position), method)
    for position, query in enumerate(conditions.queries):
        yield Asked(("query", position), query.value if query.key is None else f"{query.key}={query.value}")
    for position, block in enumerate(conditions.source_ips):
        yield Asked(("source_ip", position), block)


def wrong(asked: Asked) -> tuple[str, str] | None:
    """What is wrong with a value, and what to write."""
    field, value = str(asked.keys[0]), asked.text
    most = _MAX_NAME if field == "method" else _MAX_PATTERN
    longest = max(len(part) for part in value.split("=", 1)) if field == "query" else len(value)
    if not 1 <= longest <= most:
        return f"a {field} of {longest} characters", f"write 1 to {most}"
    if field == "header":
        return _wrong_header(str(asked.keys[1]))
    if field == "method" and not re.match(_METHOD, value):
        return f"`{value}` is not a method", f"write capitals, such as {value.upper()}"
    if field == "path" and not re.match(_PATH, value):
        return f"`{value}` is not a path of a rule", "write letters, digits, `*`, `?` and _ - . $ / ~ \" ' @ : + &"
    return _wrong_host(value) if field == "host" else None


def _wrong_header(name: str) -> tuple[str, str] | None:
    if name.lower() == "host":
        return "`Host` is no header of a rule", "write `host:`"
    if not re.match(_HEADER, name) or len(name) > _MAX_NAME:
        return f"`{name[:60]}` is not the name of a header", f"write at most {_MAX_NAME} letters, digits and hyphens"
    return None


def _wrong_host(value: str) -> tuple[str, str] | None:
    if not re.match(_HOST, value):
        return f"`{value}` is not a host of a rule", "write letters, digits, hyphens, dots, `*` and `?`"
    if not re.search(r"\.[A-Za-z*?]+\Z", value):
        return f"`{value}` is not a whole host name", f"write one with a dot, such as {value.strip('.')}.example.com"
    return None
