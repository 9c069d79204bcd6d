"""Spec to graph: the sections in order."""

from collections.abc import Callable, Iterator
from importlib import import_module

from infraspec.diagnostic import Finding
from infraspec.graph.graph import Graph, build
from infraspec.graph.resource import Resource, references
from infraspec.resolve.network import Network
from infraspec.resolve.outputs import outputs
from infraspec.resolve.scope import ReadFile, no_files
from infraspec.spec.document import Parsed

Section = Callable[[Network], Iterator[Resource]]

SECTIONS: tuple[tuple[str, str, str], ...] = (
    ("vpc", "vpcs", "vpcs"),
    ("subnet", "vpcs", "subnets"),
    ("nat_gateway", "vpcs", "nat_gateways"),
    ("route_table", "routes", "route_tables"),
    ("peering", "vpcs", "peerings"),
    ("security_group", "security_groups", "security_groups"),
    ("subnet", "network_acls", "network_acls"),
    ("endpoint", "endpoints", "endpoints"),
    ("role", "iam", "roles"),
    ("policy", "iam", "policies"),
    ("instance", "instances", "instances"),
    ("network_interface", "instances", "network_interfaces"),
    ("load_balancer", "load_balancers", "load_balancers"),
    ("target_group", "target_groups", "target_groups"),
    ("certificate", "certificates", "certificates"),
    ("zone", "dns", "zones"),
    ("record", "dns", "records"),
    ("database", "databases", "databases"),
)
"""The kind of entry that asks for a section, its room and its function; a room that nothing asks for stays unread."""


def resolve(parsed: Parsed, read_file: ReadFile = no_files) -> tuple[Graph | None, tuple[Finding, ...]]:
    """Resolve every entry; one that cannot be is left out, and a finding says why."""
    if parsed.top is None:
        return None, ()
    scope = Network(parsed, parsed.top)
    scope.read_file = read_file
    nodes: list[Resource] = []
    for word, room, function in SECTIONS:
        if scope.names.get(word):
            section: Section = getattr(import_module(f"infraspec.resolve.{room}"), function)
            nodes.extend(section(scope))
    if scope.findings or parsed.broken or parsed.unread:
        nodes = _without_dangling(nodes)
    exported = tuple(outputs(scope, nodes))
    top = parsed.top
    return build(top.name, top.region, top.description, nodes, exported), tuple(scope.findings)


def _without_dangling(nodes: list[Resource]) -> list[Resource]:
    """The nodes whose references all lead somewhere: what refers to a broken entry is left out in silence."""
    while True:
        known = {node.address for node in nodes}
        kept = [node for node in nodes if all(address in known for address in references(node))]
        if len(kept) == len(nodes):
            return kept
        nodes = kept
