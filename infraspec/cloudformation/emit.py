"""Graph to a CloudFormation template: the table of kinds, and the text."""

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from typing import Any

from troposphere import AWSObject, Parameter

from infraspec.cloudformation import overrides
from infraspec.cloudformation.names import LogicalIds
from infraspec.cloudformation.outputs import output
from infraspec.cloudformation.properties import to_data
from infraspec.cloudformation.variables import parameter, reference
from infraspec.deploy_time import referring, sites_in
from infraspec.diagnostic import Finding, SpecPath
from infraspec.graph.graph import Graph
from infraspec.graph.overrides import Override
from infraspec.graph.resource import Resource, builder

Places = Callable[[SpecPath], tuple[str, str]]
"""Where a path stands, as `file:line`, and the path as text."""


def emit(graph: Graph, places: Places | None = None) -> dict[str, Any]:
    """The template as data; with `places`, each resource says where the spec makes it."""
    template = _template(graph, places)
    if graph.variables:
        made = (parameter(one) for one in graph.variables)
        template["Parameters"] = dict(sorted([*template.get("Parameters", {}).items(), *made]))
        for section in _OPEN:
            template[section] = referring(template.get(section, {}), reference)
        order = ("AWSTemplateFormatVersion", "Description", "Parameters", *_OPEN)
        template = {section: template[section] for section in order if template[section]}
    return template


def sites(graph: Graph) -> frozenset[int]:
    """Where in the spec the texts stand that are left to the deployment, those that the template holds whole."""
    template = _template(graph)
    return frozenset(sites_in([template.get(section, {}) for section in _OPEN]))


_OPEN = ("Resources", "Outputs")
"""The sections that may refer to parameters."""


def _template(graph: Graph, places: Places | None = None) -> dict[str, Any]:
    """The template, in which what is left to the deployment has its default."""
    ids = LogicalIds(graph)
    overriding = graph.overriding()
    parameters: dict[str, Any] = {}
    resources: dict[str, Any] = {}
    for node in graph:
        if node.existing is None:
            for one in _resources(node, ids):
                body = to_data(one)
                section = parameters if isinstance(one, Parameter) else resources
                assert one.title not in section  # noqa: S101 - the second would take the first one's place in silence
                body = {"Type": body.pop("Type"), **body, **ids.depends_on(node, body.get("DependsOn", ()))}
                if overriding and section is resources and (override := overriding.get(node.address)):
                    body = overrides.merged(override, overrides.Made(one, body, _is_main(node, override)))
                if places is not None and section is resources:
                    source, path = places(node.origin)
                    ours = {"infraspec": {"source": source, "path": path}}
                    body["Metadata"] = {**body["Metadata"], **ours} if "Metadata" in body else ours
                section[one.title] = body
    template: dict[str, Any] = {
        "AWSTemplateFormatVersion": "2010-09-09",
        "Description": graph.description or f"{graph.name} in {graph.region}",
    }
    if parameters:
        template["Parameters"] = dict(sorted(parameters.items()))
    template["Resources"] = dict(sorted(resources.items()))
    if graph.outputs:
        template["Outputs"] = dict(sorted((output(one, ids) for one in graph.outputs), key=lambda named: named[0]))
    return template


def _is_main(node: Resource, override: Override) -> bool:
    """Whether properties without a type are a node's own."""
    return type(node).__name__ in override.makes


def wrong_overrides(graph: Graph) -> Iterator[Finding]:
    """What is wrong with what the spec says in CloudFormation's words."""
    ids = LogicalIds(graph)
    known = frozenset(ids.of(node) for node in graph if node.existing is None)
    for override in graph.overrides:
        if override.cloudformation:
            nodes = [graph.get(address) for address in override.nodes]
            made = [
                overrides.Made(one, to_data(one), _is_main(node, override))
                for node in nodes
                for one in _resources(node, ids)
                if isinstance(one, AWSObject)
            ]
            yield from overrides.check(override, made, known)


def made(graph: Graph, only: Resource | None = None) -> Iterator[tuple[str, str, SpecPath]]:
    """The logical id and the type of everything that is emitted, or of one node, and where it comes from."""
    ids = LogicalIds(graph)
    for node in graph if only is None else (only,):
        if node.existing is None:
            for one in _resources(node, ids):
                kind = "parameter" if isinstance(one, Parameter) else str(one.resource_type)
                yield str(one.title), kind, node.origin


def to_yaml(template: dict[str, Any]) -> str:
    """The template as YAML, with its functions in their long form."""
    import yaml  # noqa: PLC0415 - only for those who ask for YAML

    return yaml.safe_dump(template, sort_keys=False, allow_unicode=True, width=110)


def _resources(node: Resource, ids: LogicalIds) -> Iterator[AWSObject | Parameter]:
    if node.instead is not None:
        return
    kind: Any = type(node)
    built = _builder(kind)(node, ids)
    if isinstance(built, AWSObject | Parameter):
        yield built
    else:
        yield from built


@cache
def _builder(kind: Any) -> Callable[[Resource, LogicalIds], Any]:
    """What builds a kind of node: the function that has its name, in the room that has the name of its own."""
    room, function = builder(kind)
    found: Callable[[Resource, LogicalIds], Any] = getattr(import_module(f"infraspec.cloudformation.{room}"), function)
    return found
