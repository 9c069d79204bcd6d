"""Graph to Terraform JSON: the table of kinds, and the text."""

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from typing import Any

from infraspec.deploy_time import referring, sites_in
from infraspec.diagnostic import Finding, SpecPath
from infraspec.graph.graph import Graph
from infraspec.graph.overrides import Override
from infraspec.graph.resource import Resource, builder
from infraspec.terraform import overrides
from infraspec.terraform.block import Block, to_json
from infraspec.terraform.names import Labels
from infraspec.terraform.outputs import output
from infraspec.terraform.variables import reference, variable

Places = Callable[[SpecPath], tuple[str, str]]
"""Where a path stands, as `file:line`, and the path as text."""

REQUIRED_VERSION = ">= 1.5"
WITH_EPHEMERAL = ">= 1.11"
"""Where a value is made anew in each run, and kept in no state."""
SINCE = (5, 76)
"""The first version of the AWS provider that takes what most specs need; a block may need a later one."""


def emit(graph: Graph, places: Places | None = None) -> dict[str, Any]:
    """The document as data; with `places`, each block says where the spec makes it."""
    document = _document(graph, places)
    if graph.variables:
        document = {
            name: referring(section, reference) if name in _OPEN else section for name, section in document.items()
        }
        document["variable"] = dict(variable(one) for one in graph.variables)
    return document


def sites(graph: Graph) -> frozenset[int]:
    """Where in the spec the texts stand that are left to the deployment, those that the document holds whole."""
    document = _document(graph)
    return frozenset(sites_in([document.get(section, {}) for section in _OPEN]))


_OPEN = ("resource", "data", "output")
"""The sections that may refer to variables."""


def _document(graph: Graph, places: Places | None = None) -> dict[str, Any]:
    """The document, in which what is left to the deployment has its default."""
    labels = Labels(graph)
    overriding = graph.overriding()
    modes: dict[str, dict[str, dict[str, Any]]] = {"data": {}, "ephemeral": {}, "resource": {}}
    since = SINCE
    for node in graph:
        if node.existing is None:
            for position, block in enumerate(_blocks(node, labels)):
                labelled = modes[block.mode].setdefault(block.type, {})
                since = max(since, block.since)
                assert block.label not in labelled  # noqa: S101 - the second would take the first one's place in silence
                if overriding and block.mode == "resource" and (override := overriding.get(node.address)):
                    block = overrides.merged(override, overrides.Made(block, _is_main(node, position, override)))  # noqa: PLW2901
                said = {} if places is None else {"//": " ".join(places(_origin(block, node)))}
                labelled[block.label] = to_json({**said, **block.body})
    document: dict[str, Any] = {
        "//": graph.description or f"{graph.name} in {graph.region}",
        "terraform": {
            "required_version": WITH_EPHEMERAL if modes["ephemeral"] else REQUIRED_VERSION,
            "required_providers": {"aws": {"source": "hashicorp/aws", "version": f">= {since[0]}.{since[1]}, < 7.0"}},
        },
        "provider": {"aws": {"region": graph.region}},
    }
    for mode, types in modes.items():
        if types:
            document[mode] = {kind: dict(sorted(types[kind].items())) for kind in sorted(types)}
    if graph.outputs:
        document["output"] = dict(
            sorted((name, to_json(body)) for name, body in (output(one, labels) for one in graph.outputs))
        )
    return document


def _is_main(node: Resource, position: int, override: Override) -> bool:
    """Whether arguments without a type are the own ones of a node's block at this position: the first is the thing."""
    return position == 0 and type(node).__name__ in override.makes


def _origin(block: Block, node: Resource) -> SpecPath:
    """Where the spec makes a block: with what it comes from, or in a line of its own there."""
    return block.origin or node.origin


def wrong_overrides(graph: Graph) -> Iterator[Finding]:
    """What is wrong with what the spec says in Terraform's words."""
    labels = Labels(graph)
    for override in graph.overrides:
        if override.terraform:
            nodes = [graph.get(address) for address in override.nodes]
            made = [
                overrides.Made(block, _is_main(node, position, override))
                for node in nodes
                for position, block in enumerate(_blocks(node, labels))
            ]
            yield from overrides.check(override, made)


def made(graph: Graph, only: Resource | None = None) -> Iterator[tuple[str, str, SpecPath]]:
    """The address and the type of everything that is emitted, or of one node, and where it comes from."""
    labels = Labels(graph)
    for node in graph if only is None else (only,):
        if node.existing is None:
            for block in _blocks(node, labels):
                kind = block.type if block.mode == "resource" else f"{block.mode}.{block.type}"
                yield f"{kind}.{block.label}", kind, _origin(block, node)


def _blocks(node: Resource, labels: Labels) -> Iterator[Block]:
    kind: Any = type(node)
    built = _builder(kind)(node, labels)
    if isinstance(built, Block):
        yield built
    else:
        yield from built


@cache
def _builder(kind: Any) -> Callable[[Resource, Labels], Block | Iterator[Block]]:
    """What builds a kind of node: the function that has its name, in the room that has the name of its own."""
    room, function = builder(kind)
    found: Callable[[Resource, Labels], Block | Iterator[Block]]
    found = getattr(import_module(f"infraspec.terraform.{room}"), function)
    return found
