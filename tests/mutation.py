"""Nodes of the graph that differ from one another in a single value."""

import dataclasses
import importlib
import ipaddress
import json
import pkgutil
from collections.abc import Collection, Iterator
from ipaddress import IPv4Address, IPv4Network, IPv6Network
from typing import Any, NamedTuple

import infraspec.graph
from infraspec.graph.graph import Graph, build
from infraspec.graph.launch_templates import UserData
from infraspec.graph.resource import Ref, Resource, references
from infraspec.graph.values import Value


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
    "statements_at": "where the spec says each statement",
}
"""Fields of any kind that are not AWS's."""

CHOICES: dict[str, tuple[Any, ...]] = {
    "NetworkInterface.on_delete": ("retain", "delete"),
    "on_delete": ("retain", "delete", "snapshot"),
    "tenancy": ("default", "dedicated"),
    "scheme": ("internal", "internet-facing"),
    "protocol": ("tcp", "udp", "-1"),
    "engine": ("mysql", "postgres", "mariadb", "aurora-mysql", "aurora-postgresql"),
    "license_model": ("license-included", "general-public-license"),
    "redirect.status_code": ("HTTP_301", "HTTP_302"),
    "content_type": ("text/plain", "text/html", "application/json"),
    "health_check.port": ("traffic-port", "8080"),
    "target_type": ("instance", "ip"),
    "type": ("STATEFUL", "STATELESS"),
    "state": ("ENABLED", "DISABLED"),
    "interval_hours": (12, 24),
    "strategy": ("cluster", "spread", "partition"),
    "spread_level": ("rack", "host"),
    "directory_type": ("SimpleAD", "MicrosoftAD"),
    "retention_in_days": (30, 90, 365),
    "az_mode": ("single-az", "cross-az"),
    "table_class": ("STANDARD", "STANDARD_INFREQUENT_ACCESS"),
    "projection.type": ("ALL", "KEYS_ONLY", "INCLUDE"),
    "treat_missing_data": ("missing", "notBreaching", "ignore"),
    "unit": ("Count", "Percent"),
    "ip_address_version": ("IPV4", "IPV6"),
    "action.type": ("allow", "block", "count"),
    "default_action.type": ("allow", "block"),
    "transformations": ("NONE", "LOWERCASE", "URL_DECODE"),
    "field.part": ("uri_path", "query_string", "method", "all_query_arguments"),
    "looked.field.part": ("headers", "cookies"),
    "redacted_fields.part": ("uri_path", "query_string", "method"),
    "custom_keys.part": ("ip", "http_method"),
    "operator": ("and", "or"),
    "positional_constraint": ("CONTAINS", "STARTS_WITH", "ENDS_WITH", "EXACTLY"),
    "statements.comparison_operator": ("GT", "LT"),
    "statement.comparison_operator": ("GT", "LT"),
    "overrides.action": ("count", "block"),
    "override_action": ("none", "count"),
    "response_bodies.content_type": ("APPLICATION_JSON", "TEXT_PLAIN"),
}
"""Fields that take a few words alone, by the end of where they stand."""


LAST_PORT = 65535


class Change(NamedTuple):
    """One value of a node, replaced by another of its type."""

    where: str
    """`NetworkAclEntry.protocol`, `Listener.default_action.redirect.port`."""
    node: Resource
    """The node with the other value."""
    also: tuple[Resource, ...]
    """Nodes that must stand for it: what a changed reference leads to."""


def changes(node: Resource, graph: Graph, exempt: Collection[str]) -> Iterator[Change]:
    """The node with each of its values changed, one at a time; what is absent or empty is not a value."""
    for field in dataclasses.fields(node):
        if field.name not in NOT_AWS:
            where = f"{type(node).__name__}.{field.name}"
            for found, other, also in _others(getattr(node, field.name), where, graph):
                if found not in exempt:
                    yield Change(found, dataclasses.replace(node, **{field.name: other}), also)


Other = tuple[str, Any, tuple[Resource, ...]]


def _others(value: Any, where: str, graph: Graph) -> Iterator[Other]:
    if value is None or (isinstance(value, Value) and value.node.kind == "Account"):
        return
    if isinstance(value, Ref):
        led = graph.get(value)
        existing = led.existing and f"{led.existing}0"
        other = dataclasses.replace(led, key=f"{value.key}-other", existing=existing)
        yield where, other.address, (other,)
    elif isinstance(value, tuple):
        for name, item in _parts(value):
            for deeper, other, also in _others(item, f"{where}.{name}" if isinstance(name, str) else where, graph):
                yield deeper, _with(value, name, other), also
    else:
        yield where, another(value, where), ()


def _parts(value: tuple[Any, ...]) -> Iterator[tuple[str | int, Any]]:
    """The items of a tuple, by their names where they have some; another name of a value is no value of the node."""
    for position, item in enumerate(value):
        name = value._fields[position] if hasattr(value, "_fields") else position
        if name not in NOT_AWS and (name != "name" or not isinstance(value, Value)):
            yield name, item


def _with(value: Any, name: str | int, item: Any) -> Any:
    """A tuple with another item."""
    return value._replace(**{name: item}) if isinstance(name, str) else (*value[:name], item, *value[name + 1 :])


def another(value: Any, where: str) -> Any:
    """A different value of the same type, which may stand in the same place."""
    if isinstance(value, bool):
        return not value
    choices = next((words for end, words in CHOICES.items() if f".{where}".endswith(f".{end}") and value in words), ())
    if choices:
        return next(one for one in choices if one != value)
    if isinstance(value, int | float | IPv4Address):
        return value - 1 if value == LAST_PORT else value + 1
    if isinstance(value, IPv4Network | IPv6Network):
        return type(value)(
            (int(value.network_address) ^ (1 << (value.max_prefixlen - value.prefixlen)), value.prefixlen)
        )
    if isinstance(value, UserData):
        return UserData(f"{value.text}# other\n")
    return _other_text(value)


def _other_text(text: str) -> str:
    if text.isdecimal():
        return str(int(text) + 1)
    if text.startswith("/") and text.endswith("/"):
        return f"{text}other/"
    if text.startswith('{"'):
        return json.dumps({**json.loads(text), "Id": "other"})
    try:
        return str(another(ipaddress.ip_network(text), ""))
    except ValueError:
        return f"{text}0"


def values(node: Resource) -> Iterator[tuple[str, bool]]:
    """Each field of a node and of the parts in it, `Kind.field`, and whether it says something there."""
    for field in dataclasses.fields(node):
        if field.name not in NOT_AWS and field.name != "depends_on":
            yield from _values(getattr(node, field.name), f"{type(node).__name__}.{field.name}")


def _values(value: Any, where: str) -> Iterator[tuple[str, bool]]:
    parts = value if isinstance(value, tuple) and not hasattr(value, "_fields") else (value,)
    yield where, value is not None and value != ()
    for part in parts:
        if hasattr(part, "_fields") and not isinstance(part, Ref):
            for name in part._fields:
                if name not in NOT_AWS:
                    yield from _values(getattr(part, name), f"{where}.{name}")


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
