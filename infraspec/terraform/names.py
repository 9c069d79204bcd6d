"""Addresses to types and labels, and references to what they lead to."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from infraspec.graph.graph import Graph
from infraspec.graph.resource import Ref, Resource
from infraspec.terraform.block import Block, Expression
from infraspec.terraform.types import TYPES

N = TypeVar("N", bound=Resource)

_PLAIN = r"[A-Za-z_][A-Za-z0-9_-]{0,199}\Z"
_OTHER = r"[^A-Za-z0-9_-]+"


def label(key: str) -> str:
    """A name that Terraform takes: the key itself where it does, else its letters and a hash of it."""
    if re.match(_PLAIN, key):
        return key
    digest = hashlib.sha256(key.encode()).hexdigest()[:8]
    cleaned = re.sub(_OTHER, "-", key).strip("-")[:180]
    return f"{cleaned}-{digest}" if cleaned[:1].isalpha() else f"_{cleaned}-{digest}"


class Labels:
    """The addresses of one graph's blocks."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._names: dict[tuple[str, str], str] = {}

    def at(self, address: "Ref[Any]") -> str:
        """`type.label` of a node."""
        if address not in self._names:
            self._names[address] = f"{TYPES[address.kind]}.{label(address.key)}"
        return self._names[address]

    def ref(self, address: "Ref[Any]", attribute: str = "id") -> Expression | str:
        """An attribute of a node; for one that exists already, its identifier."""
        return self._graph.get(address).existing or Expression(f"${{{self.at(address)}.{attribute}}}")

    def refs(self, addresses: "tuple[Ref[Any], ...]", attribute: str = "id") -> list[Expression | str]:
        """The same attribute of each."""
        return [self.ref(address, attribute) for address in addresses]

    def node(self, address: "Ref[N]") -> N:
        """The node at an address."""
        return self._graph.get(address)

    def block(
        self,
        node: Resource,
        body: Mapping[str, Any],
        lifecycle: Mapping[str, Any] | None = None,
        after: Iterable[Block] = (),
    ) -> Block:
        """The block of a node, with what it waits for; `after` are blocks that CloudFormation has inside another."""
        waits = sorted(
            {
                *(self.at(one) for one in node.depends_on if self._graph.get(one).existing is None),
                *(f"{block.type}.{block.label}" for block in after),
            }
        )
        kind, name = self.at(node.address).split(".", 1)
        # What Terraform reads as addresses and settings is never a template, so it is not escaped.
        more = {"depends_on": [Expression(one) for one in waits] or None, "lifecycle": lifecycle}
        return Block("resource", kind, name, {**body, **more})
