"""The addresses and the security groups of what has network interfaces."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network
from typing import Any, Final

from infraspec.diagnostic import SpecPath
from infraspec.resolve.scope import Found, Scope, bare
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
    Kind,
)

Host = tuple[list[IPv4Network], list[str], SpecPath]
"""Fixed addresses, groups, and where the groups are written: nowhere, where what has them is unknown."""

_GROUPS_ALONE: Final[dict[str, Kind[Any]]] = {
    kind.word: kind for kind in (ENDPOINT, DATABASE, DATABASE_CLUSTER, DOCUMENT_CLUSTER, CACHE)
}
"""Kinds whose addresses AWS chooses, and changes."""


def host(scope: Scope, found: Found) -> Host:
    """The fixed addresses and the groups of something that has interfaces, and where it stands."""
    if found.word == "load_balancer":
        return _load_balancer(scope, found)
    if found.word == "auto_scaling_group":
        return _group(scope, found)
    if found.word in _GROUPS_ALONE:
        entry = scope.of(_GROUPS_ALONE[found.word])[found.name]
        return [], entry.model.security_groups or [], entry.path
    plugged = scope.of(INSTANCE)[found.name].model.interface if found.word == "instance" else found.name
    if plugged is None:
        return _fixed(scope.of(INSTANCE)[found.name])
    interface = scope.of(NETWORK_INTERFACE).get(bare(plugged, "network_interface"))
    return _fixed(interface) if interface else ([], [], ())


def _fixed(machine: Any) -> Host:
    """The fixed address of an instance or an interface, if it has one, and its groups."""
    address = machine.model.private_ip
    blocks = [IPv4Network(address)] if isinstance(address, IPv4Address) else []
    return blocks, machine.model.security_groups, machine.path


def _group(scope: Scope, found: Found) -> Host:
    """A group of machines is the security groups of its launch template."""
    named = bare(scope.of(AUTO_SCALING_GROUP)[found.name].model.launch_template, "launch_template")
    template = scope.of(LAUNCH_TEMPLATE).get(named)
    return ([], template.model.security_groups, template.path) if template else ([], [], ())


def _load_balancer(scope: Scope, found: Found) -> Host:
    """A network load balancer whose every address is fixed is its addresses; any other is its groups."""
    entry = scope.of(LOAD_BALANCER)[found.name]
    mapped = [one.private_ip if one is not None else None for one in entry.model.subnets.values()]
    fixed = [IPv4Network(address) for address in mapped if address is not None]
    return fixed if len(fixed) == len(mapped) else [], entry.model.security_groups, entry.path
