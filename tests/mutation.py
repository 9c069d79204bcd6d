"""Nodes of the graph that differ from one another in a single value."""

import dataclasses
import importlib
import ipaddress
import json
import pkgutil
from collections.abc import Iterator
from ipaddress import IPv4Address, IPv4Network, IPv6Network
from typing import Any, NamedTuple

import infraspec.graph
from infraspec.graph.graph import Graph, build
from infraspec.graph.resource import Ref, Resource, references


def _kinds() -> dict[str, type[Resource]]:
    rooms = [
        importlib.import_module(f"infraspec.graph.{one.name}") for one in pkgutil.iter_modules(infraspec.graph.__path__)
    ]
    found = [kind for room in rooms for kind in vars(room).values() if isinstance(kind, type)]
    return {kind.__name__: kind for kind in found if issubclass(kind, Resource) and kind is not Resource}


KINDS = _kinds()
"""Every kind of node, by name."""

NOT_AWS = {
    "key": "the address: another key is another thing",
    "origin": "where the spec says it",
    "existing": "a thing that exists is referred to and never emitted",
}
"""Fields of any kind that are not AWS's."""

CHOICES = {
    "on_delete": ("snapshot", "retain", "delete"),
}
"""Fields that take a few words alone."""


class Change(NamedTuple):
    """One value of a node, replaced by another of its type."""

    where: str
    """`NetworkAclEntry.protocol`, `Listener.default_action.redirect.port`."""
    node: Resource
    """The node with the other value."""
    also: tuple[Resource, ...]
    """Nodes that must stand for it: what a changed reference leads to."""


def changes(node: Resource, graph: Graph, exempt: frozenset[tuple[str, str]]) -> Iterator[Change]:
    """The node with each of its values changed, one at a time; what is absent or empty is not a value."""
    kind = type(node).__name__
    for field in dataclasses.fields(node):
        if field.name in NOT_AWS or (kind, field.name) in exempt:
            continue
        value = getattr(node, field.name)
        for where, other, also in _others(value, field.name, graph, exempt):
            yield Change(f"{kind}.{where}", dataclasses.replace(node, **{field.name: other}), also)


Other = tuple[str, Any, tuple[Resource, ...]]


def _others(value: Any, where: str, graph: Graph, exempt: frozenset[tuple[str, str]]) -> Iterator[Other]:
    if value is None:
        return
    if isinstance(value, Ref):
        other = dataclasses.replace(graph.get(value), key=f"{value.key}-other", existing=None)
        yield where, other.address, (other,)
    elif hasattr(value, "_fields"):
        for name in value._fields:
            if name not in NOT_AWS and (type(value).__name__, name) not in exempt:
                for deeper, other, also in _others(getattr(value, name), f"{where}.{name}", graph, exempt):
                    yield deeper, value._replace(**{name: other}), also
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            for deeper, other, also in _others(item, where, graph, exempt):
                yield deeper, (*value[:position], other, *value[position + 1 :]), also
    else:
        yield where, another(value, where.rpartition(".")[2]), ()


def another(value: Any, name: str) -> Any:
    """A different value of the same type."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | IPv4Address):
        return value + 1
    if isinstance(value, IPv4Network | IPv6Network):
        return type(value)(
            (int(value.network_address) ^ (1 << (value.max_prefixlen - value.prefixlen)), value.prefixlen)
        )
    if name in CHOICES:
        return next(choice for choice in CHOICES[name] if choice != value)
    return _other_text(value)


def _other_text(text: str) -> str:
    if text.startswith("{"):
        return json.dumps({**json.loads(text), "Id": "other"})
    try:
        return str(another(ipaddress.ip_network(text), ""))
    except ValueError:
        return f"{text}0"


def values(node: Resource, exempt: frozenset[tuple[str, str]]) -> Iterator[tuple[str, bool]]:
    """Each field of a node and of the parts in it, `Kind.field`, and whether it says something there."""
    kind = type(node).__name__
    for field in dataclasses.fields(node):
        if field.name not in NOT_AWS and (kind, field.name) not in exempt:
            yield from _values(getattr(node, field.name), f"{kind}.{field.name}", exempt)


def _values(value: Any, where: str, exempt: frozenset[tuple[str, str]]) -> Iterator[tuple[str, bool]]:
    yield where, value is not None and value != ()
    if hasattr(value, "_fields") and not isinstance(value, Ref):
        for name in value._fields:
            if name not in NOT_AWS and (type(value).__name__, name) not in exempt:
                yield from _values(getattr(value, name), f"{where}.{name}", exempt)
    elif isinstance(value, tuple) and not isinstance(value, Ref):
        for item in value:
            if hasattr(item, "_fields"):
                for found, said in _values(item, where, exempt):
                    if found != where:
                        yield found, said


def around(graph: Graph, node: Resource) -> list[Resource]:
    """A node, and all that it leads to: the least graph in which it can stand."""
    found: dict[tuple[str, str], Resource] = {}
    todo = [node.address]
    while todo:
        address = todo.pop()
        if address not in found:
            found[address] = node if address == node.address else graph.get(address)
            todo.extend(references(found[address]))
    return list(found.values())


def graph_with(graph: Graph, nodes: list[Resource]) -> Graph:
    """A graph of these nodes alone."""
    return build(graph.name, graph.region, graph.description, nodes, ())
