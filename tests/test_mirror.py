"""The two documents of a graph say the same, and all that the graph says."""

import dataclasses
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import cloudformation_facts
import pytest
import terraform_facts
from examples import SPECS, Documents, documents, emitted, graph_of
from mutation import KINDS, around, changes, graph_with, values

from infraspec.graph.graph import Graph
from infraspec.graph.resource import Ref, Resource, references

NOT_SAID = {
    "InternetGateway.vpc": "the attachment says it, which is a node of its own",
    "Subnet.tier": "a word of the spec, for rules and outputs",
    "DbCluster.publicly_accessible": "Terraform has no word for it: neither document says it, and a rule does",
    "Instance.root_volume.device_name": "Terraform's provider takes the root device from the image",
}
"""Fields that neither document holds, with the reason."""

_OF_A_SOURCE = "a replica has it from its source, and neither document repeats it"

ONCE_IS_ENOUGH = {
    "Instance.subnet": "an interface of its own says it for its instance",
    "Instance.security_groups": "an interface of its own says it for its instance",
    "Instance.source_dest_check": "an interface of its own says it for its instance",
    "DbInstance.engine": _OF_A_SOURCE,
    "DbInstance.engine_version": _OF_A_SOURCE,
    "DbInstance.license_model": _OF_A_SOURCE,
    "DbInstance.allocated_storage": _OF_A_SOURCE,
    "DbInstance.storage_type": _OF_A_SOURCE,
    "DbInstance.iops": _OF_A_SOURCE,
    "DbInstance.storage_throughput": _OF_A_SOURCE,
    "DbInstance.storage_encrypted": "a copy has that of what it is a copy of, and Terraform alone compares it",
    "DbCluster.storage_encrypted": "a cluster that is restored has that of its snapshot",
    "Certificate.validations.zone": "a name and its wildcard are proved by the same record, in the zone of the first",
}
"""Fields that a document may be silent of in one place, if it speaks of them in another, with the reason."""

NOT_IN_TEMPLATE = {
    "Workspace.depends_on": "it waits for the registration of its directory, for which CloudFormation has no type",
}
"""Fields of which Terraform's document alone speaks, with the reason."""

NOT_SHOWN: dict[str, str] = {
    "Instance.root_volume.throughput": "an instance that has one has its root volume in its launch template",
}
"""Fields that no spec gives a value, with the reason."""

OVERRIDDEN = {
    ("escape-hatches", "DbInstance", "orders"): {Ref("Role", "monitoring")},
}
"""What a node refers to in the words of both backends alone, by spec, kind and key."""

NOT_MADE = {"ImageLookup", "ImageParameter"}
"""Kinds that the documents ask for, and make nothing of."""

ENOUGH = 3
"""Nodes in which each field is changed."""

each_spec = pytest.mark.parametrize("name", SPECS)
each_kind = pytest.mark.parametrize(
    "kind", sorted(kind for kind, one in KINDS.items() if kind != "Account" and one.instead is None)
)


@each_spec
def test_both_documents_say_the_same(name: str) -> None:
    template, terraform = documents(name)
    assert cloudformation_facts.read(template) == terraform_facts.read(terraform)


@each_spec
def test_the_edges_of_both_documents_are_the_graphs(name: str) -> None:
    graph, owned = graph_of(name), owners(name)
    expected = {
        node.address: edges(graph, node) | OVERRIDDEN.get((name, *node.address), set()) for node in managed(graph)
    }
    for side, document in zip(Documents._fields, documents(name), strict=True):
        found: dict[Ref[Any], set[Ref[Any]]] = {address: set() for address in expected}
        for address, named in edges_of(side, document):
            if address in owned[side]:
                here = owned[side][address]
                found[here] |= {owned[side][one] for one in named if one in owned[side]} - {here}
        assert found == expected, side


@each_kind
def test_a_kind_stands_in_some_spec(kind: str) -> None:
    assert any(node for name in SPECS for node in managed(graph_of(name)) if type(node).__name__ == kind)


def test_every_field_says_something_in_some_spec() -> None:
    said: dict[str, bool] = {}
    for name in SPECS:
        for node in managed(graph_of(name)):
            for where, says in values(node):
                said[where] = said.get(where, False) or says
    assert sorted(where for where, says in said.items() if not says and where not in NOT_SHOWN) == []


@each_kind
def test_no_field_is_forgotten(kind: str) -> None:
    tried: dict[str, int] = {}
    said: set[tuple[str, str]] = set()
    forgotten: set[tuple[str, str]] = set()
    for name in SPECS:
        graph = graph_of(name)
        for node in (one for one in managed(graph) if type(one).__name__ == kind):
            for change in changes(node, graph, NOT_SAID):
                if tried.setdefault(change.where, 0) < ENOUGH and (after := alone(graph, change.node, *change.also)):
                    tried[change.where] += 1
                    before = alone(graph, node, *change.also)
                    for side in Documents._fields:
                        same = getattr(before, side) == getattr(after, side)
                        (forgotten if same else said).add((change.where, side))
    forgiven = {(where, side) for where, side in said if where in ONCE_IS_ENOUGH}
    forgiven |= {(where, "template") for where in NOT_IN_TEMPLATE}
    assert sorted(forgotten - forgiven) == []
    assert [where for where, times in tried.items() if not times] == [], "no other value is accepted there"


def managed(graph: Graph) -> Iterator[Resource]:
    """The nodes that both documents make; the account is there without being made."""
    return (node for node in graph if _is_made(node))


def _is_made(node: Resource) -> bool:
    return node.existing is None and node.instead is None and node.address.kind != "Account"


def alone(graph: Graph, node: Resource, *also: Resource) -> Documents | None:
    """Both documents of a node and of what it leads to; None where troposphere refuses such a node, or two of its
    parts are now the same."""
    every = {one.address: one for other in (node, *also) for one in around(Joined(graph, also), other)}
    try:
        return emitted(graph_with(graph, list(every.values())))
    except (ValueError, TypeError, AttributeError, KeyError, AssertionError):
        return None


class Joined:
    """A graph in which a few more nodes can be found."""

    def __init__(self, graph: Graph, also: tuple[Resource, ...]) -> None:
        self._graph = graph
        self._also = {node.address: node for node in also}

    def get(self, address: Ref[Any]) -> Resource:
        return self._also.get(address) or self._graph.get(address)


def edges(graph: Graph, node: Resource) -> set[Ref[Any]]:
    """What the graph says that a node needs, among what is emitted."""
    kind = type(node).__name__
    unsaid = [getattr(node, one.removeprefix(f"{kind}."), None) for one in NOT_SAID if one.startswith(f"{kind}.")]
    if (plugged := getattr(node, "network_interface", None)) is not None:
        unsaid += [*references(graph.get(plugged))]
    named = {address for address in references(node) if address not in unsaid}
    return {one for one in named if _is_made(graph.get(one))} - {node.address}


@cache
def owners(name: str) -> dict[str, dict[str, Ref[Any]]]:
    """For each side, the node that each thing in its document comes from."""
    graph = graph_of(name)
    owned: dict[str, dict[str, Ref[Any]]] = {side: {} for side in Documents._fields}
    for node in managed(graph):
        near = around(graph, node)
        whole = emitted(graph_with(graph, near))
        rest = emitted(graph_with(graph, [one for one in near if one is not node]))
        for side, of_whole, of_rest in zip(Documents._fields, whole, rest, strict=True):
            for thing in set(things(side, of_whole)) - set(things(side, of_rest)):
                owned[side][thing] = node.address
    return owned


def things(side: str, document: dict[str, Any]) -> dict[str, Any]:
    """What a document makes, by the name that it gives it."""
    if side == "template":
        parameters = document.get("Parameters", {})
        looked_up = {name: body for name, body in parameters.items() if body["Type"] not in {"String", "Number"}}
        return {**looked_up, **document["Resources"]}
    found = {}
    for mode, prefix in (("resource", ""), ("data", "data.")):
        for kind, labels in document.get(mode, {}).items():
            found.update({f"{prefix}{kind}.{label}": body for label, body in labels.items()})
    return found


def edges_of(side: str, document: dict[str, Any]) -> Iterator[tuple[str, set[str]]]:
    """Each thing of a document, with the things that it names."""
    read = named_in_template if side == "template" else named_in_terraform
    every = things(side, document)
    return ((thing, set(read(body)) & set(every)) for thing, body in every.items())


def named_in_template(value: Any) -> Iterator[str]:
    """What a piece of a template refers to."""
    if isinstance(value, list):
        for item in value:
            yield from named_in_template(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key == "Ref" and isinstance(item, str):
                yield item
            elif key == "Fn::GetAtt":
                yield item[0]
            elif key == "DependsOn":
                yield from [item] if isinstance(item, str) else item
            else:
                yield from named_in_template(item)


_EXPRESSION = re.compile(r"(?<!\$)\$\{(.*)\}", re.DOTALL)
_ADDRESS = re.compile(rf"(?<![\w.]){terraform_facts.ADDRESS}")


def named_in_terraform(value: Any) -> Iterator[str]:
    """What a piece of a document refers to."""
    if isinstance(value, list):
        for item in value:
            yield from named_in_terraform(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from item if key == "depends_on" else named_in_terraform(item)
    elif isinstance(value, str):
        for inside in _EXPRESSION.findall(value):
            yield from _ADDRESS.findall(inside)


@each_kind
def test_what_a_kind_waits_for_stands_in_both_documents(kind: str) -> None:
    if kind in NOT_MADE:
        return  # a parameter of one document and a question of the other: neither is made, so neither waits
    graph, node = next(
        (graph, node)
        for graph in map(graph_of, SPECS)
        for node in managed(graph)
        if type(node).__name__ == kind and any(one for one in managed(graph) if one is not node)
    )
    other = next(one for one in managed(graph) if one is not node and type(one).__name__ not in NOT_MADE)
    rest = [one for one in graph if one is not node]
    alone, waiting = (
        emitted(graph_with(graph, [*rest, dataclasses.replace(node, depends_on=found)]))
        for found in ((), (other.address,))
    )
    assert alone.template != waiting.template
    assert alone.terraform != waiting.terraform
