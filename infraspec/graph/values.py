"""Values of things that are known once they stand, inside texts and documents of others."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from infraspec.graph.resource import Ref

_OPEN, _CLOSE = "\ue000", "\ue001"
"""Around the place of a value in a document's text: characters of the private use area, which no document has."""
_PLACE = re.compile(f"{_OPEN}([0-9]+){_CLOSE}")


class Value(NamedTuple):
    """One value of a node."""

    node: Ref[Any]
    name: str
    """The word of the graph for it, such as `id`, `arn`, `dns_name`: the words of `Output.attribute`."""


class Joined(NamedTuple):
    """A text of which some parts are values of nodes."""

    parts: tuple[str | Value, ...]


class Document(NamedTuple):
    """A JSON document, such as a policy, in whose texts values of nodes stand."""

    text: str
    """JSON text, with the places of the values."""
    values: tuple[Value, ...] = ()


def document(data: Mapping[str, Any]) -> Document:
    """A document of data whose texts may be `Joined`, or values by themselves."""
    values: list[Value] = []
    text = json.dumps(_placed(data, values), ensure_ascii=False, separators=(",", ":"))
    return Document(text, tuple(values))


def _placed(data: Any, values: list[Value]) -> Any:
    if isinstance(data, Joined):
        return "".join(_placed(part, values) for part in data.parts)
    if isinstance(data, Value):
        values.append(data)
        return f"{_OPEN}{len(values) - 1}{_CLOSE}"
    if isinstance(data, Mapping):
        return {key: _placed(item, values) for key, item in data.items()}
    return [_placed(item, values) for item in data] if isinstance(data, list | tuple) else data


def pieces(text: str, values: tuple[Value, ...]) -> Iterator[str | Value]:
    """The parts of a text of a document, in their order."""
    for position, part in enumerate(_PLACE.split(text)):
        if position % 2:
            yield values[int(part)]
        elif part:
            yield part
