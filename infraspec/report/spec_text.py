"""A spec that is written out, as YAML with the place of each line behind it."""

import json
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from infraspec.diagnostic import SpecPath
from infraspec.source.places import path_text
from infraspec.source.scalars import hazard, plain_value

if TYPE_CHECKING:
    from infraspec.spec.written_out import Part

_PLAIN = r"[A-Za-z0-9_./](?:[A-Za-z0-9_./:@%+=*~ -]*[A-Za-z0-9_./@%+=*~-])?\Z"
_COLUMN = 56
"""Where the places stand, unless a line is longer."""


def spec_text(part: "Part", place: Callable[[SpecPath], str]) -> str:
    """The text; `place` says where a path is written."""
    return "".join(_with_place(line, said) for line, said in _mapping(part.value, "", place))


def spec_json(part: "Part", place: Callable[[SpecPath], dict[str, object]]) -> dict[str, object]:
    """The spec as plain data, and beside it where each path of it is written; a default is written nowhere."""
    origins: dict[str, object] = {}
    data = _plain(part, (), place, origins)
    return {"spec": data, "origins": origins}


def _plain(part: "Part", path: SpecPath, place: Callable[[SpecPath], dict[str, object]], to: dict[str, object]) -> Any:
    if path:
        to[path_text(path)] = {"default": True} if part.at is None else place(part.at)
    if isinstance(part.value, dict):
        return {key: _plain(one, (*path, key), place, to) for key, one in part.value.items()}
    if isinstance(part.value, list):
        return [_plain(one, (*path, i), place, to) for i, one in enumerate(part.value)]
    return part.value


def _with_place(line: str, said: str) -> str:
    return f"{line:<{_COLUMN}}  # {said}\n" if said else f"{line}\n"


Lines = Iterator[tuple[str, str]]


def _mapping(value: Any, indent: str, place: Callable[[SpecPath], str]) -> Lines:
    for key, part in value.items():
        yield from _entry(f"{indent}{scalar(key)}:", part, f"{indent}  ", place)


def _entry(head: str, part: "Part", indent: str, place: Callable[[SpecPath], str]) -> Lines:
    """A key or a dash, and what stands behind or below it."""
    said = "default" if part.at is None else place(part.at)
    value = part.value
    if isinstance(value, dict) and value:
        yield head, said
        yield from _mapping(value, indent, place)
    elif isinstance(value, list) and any(isinstance(one.value, dict | list) for one in value):
        yield head, said
        for one in value:
            yield from _list_item(one, indent, place)
    elif isinstance(value, list):
        yield f"{head} [{', '.join(scalar(one.value) for one in value)}]", said
    elif isinstance(value, str) and _is_block(value):
        yield f"{head} |", said
        yield from ((f"{indent}{line}" if line else "", "") for line in value.split("\n")[:-1])
    else:
        yield f"{head} {'{}' if value == {} else scalar(value)}", said


def _list_item(one: "Part", indent: str, place: Callable[[SpecPath], str]) -> Lines:
    """An item behind its dash: a mapping begins on the line of the dash."""
    if not isinstance(one.value, dict) or not one.value:
        yield from _entry(f"{indent}-", one, f"{indent}  ", place)
        return
    lines = list(_mapping(one.value, f"{indent}  ", place))
    first, said = lines[0]
    yield f"{indent}- {first.removeprefix(indent + '  ')}", said
    yield from lines[1:]


def _is_block(text: str) -> bool:
    """Whether a text can stand below `|` as it is."""
    lines = text.split("\n")
    whole = len(lines) > 2 and not lines[-1] and bool(lines[-2]) and not lines[0].startswith(" ")
    return whole and bool(lines[0]) and all(line.isprintable() for line in lines)


def scalar(value: Any) -> str:
    """A scalar that every YAML reader takes for the same."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return str(value)
    return value if _is_plain(value) else json.dumps(value, ensure_ascii=False)


def _is_plain(text: str) -> bool:
    unambiguous = re.match(_PLAIN, text) is not None and ": " not in text
    return unambiguous and plain_value(text) is text and hazard(text) is None
