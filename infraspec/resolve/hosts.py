"""What a rule of a security group means by something that has interfaces: its fixed addresses, or its groups."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network
from typing import Any, Final

from infraspec.diagnostic import SpecPath
from infraspec.resolve.scope import Found, Scope, bare
from infraspec.spec.document import Entry
from infraspec.spec.kinds import (
    AUTO_SCALING_GROUP,
    CACHE,
    DATABASE,
    DATABASE_CLUSTER,
    DOCUMENT_CLUSTER,
    ENDPOINT,
    INSTANCE,
    LAUNCH_TEMPLATE,
    LOAD_BALANCER,
    NETWORK_INTERFACE,
)

GROUPED: Final = {kind.word: kind for kind in (DATABASE, DATABASE_CLUSTER, DOCUMENT_CLUSTER, CACHE)}
"""Kinds whose addresses change, so that a rule names their groups."""


def host(scope: Scope, found: Found) -> tuple[list[IPv4Network], list[str], SpecPath]:
    """The fixed addresses and the groups of something that has interfaces, and where it stands.

    A model is imported where an entry of its kind is named: a run loads only the rooms that its spec uses.
    """
    if found.word == "load_balancer":
        return _load_balancer(scope, found)
    if found.word == "endpoint":
        endpoint = scope.of(ENDPOINT)[found.name]
        return [], endpoint.model.security_groups or [], endpoint.path
    if found.word in GROUPED:
        entry: Entry[Any] = scope.of(GROUPED[found.word])[found.name]
        return [], entry.model.security_groups, entry.path
    if found.word == "auto_scaling_group":
        return _group(scope, found)
    if found.word == "instance" and (plugged := scope.of(INSTANCE)[found.name].model.interface) is not None:
        found = Found("network_interface", bare(plugged, "network_interface"))
        if found.name not in scope.of(NETWORK_INTERFACE):
            return [], [], ()  # said of the instance
    machine = scope.of(INSTANCE)[found.name] if found.word == "instance" else scope.of(NETWORK_INTERFACE)[found.name]
    fixed = machine.model.private_ip
    return [IPv4Network(fixed)] if isinstance(fixed, IPv4Address) else [], machine.model.security_groups, machine.path


def _group(scope: Scope, found: Found) -> tuple[list[IPv4Network], list[str], SpecPath]:
    """A group of machines is the security groups of its launch template."""
    named = bare(scope.of(AUTO_SCALING_GROUP)[found.name].model.launch_template, "launch_template")
    template = scope.of(LAUNCH_TEMPLATE).get(named)
    return ([], template.model.security_groups, template.path) if template else ([], [], ())


def _load_balancer(scope: Scope, found: Found) -> tuple[list[IPv4Network], list[str], SpecPath]:
    """A network load balancer whose every address is fixed is its addresses; any other is its groups."""
    entry = scope.of(LOAD_BALANCER)[found.name]
    mapped = [one.private_ip if one is not None else None for one in entry.model.subnets.values()]
    fixed = [IPv4Network(address) for address in mapped if address is not None]
    return fixed if len(fixed) == len(mapped) else [], entry.model.security_groups, entry.path
