"""Rules that open one half of a path: what a group lets in that nobody may send it, and the reverse."""

from collections.abc import Iterator
from typing import NamedTuple

from infraspec.analysis.admission import Admission, Direction, Party, party_of
from infraspec.analysis.coverage import Flow, flow
from infraspec.analysis.interfaces import Interface
from infraspec.diagnostic import SpecPath
from infraspec.graph.graph import Graph
from infraspec.graph.resource import Ref
from infraspec.graph.security_groups import EgressRule, IngressRule, SecurityGroup
from infraspec.graph.vpc import VpcPeeringConnection


class Half(NamedTuple):
    """A rule whose other half is missing."""

    direction: Direction
    """Of the rule that stands."""
    group: str
    """The group that has it."""
    peer: str
    """The group, or the owner of the address, that would have the other half."""
    holders: tuple[str, ...]
    """The groups in which the other half could stand."""
    flow: Flow
    origin: SpecPath


class _Asked(NamedTuple):
    """A rule that names someone of the spec."""

    direction: Direction
    group: Ref[SecurityGroup]
    peer: Ref[SecurityGroup] | None
    host: Interface | None
    flow: Flow
    origin: SpecPath


def halves(graph: Graph, admission: Admission) -> Iterator[Half]:
    """Every rule that names a group or a machine of the spec, where that one's own groups do not agree to any of it."""
    peered = {frozenset({one.vpc, one.peer_vpc}) for one in graph.of(VpcPeeringConnection)}
    for asked in _asked(graph, admission):
        holders = (asked.peer,) if asked.peer else asked.host.groups if asked.host else ()
        vpcs = frozenset({graph.get(asked.group).vpc, *(graph.get(one).vpc for one in holders)})
        if not holders or (len(vpcs) > 1 and vpcs not in peered):
            continue
        here = admission.party(asked.group.key)
        there = _there(asked, admission)
        other: Direction = "egress" if asked.direction == "ingress" else "ingress"
        if not admission.allows(other, there, here, asked.flow):
            name = asked.peer.key if asked.peer else asked.host.owner if asked.host else ""
            names = tuple(one.key for one in holders)
            yield Half(asked.direction, asked.group.key, name, names, asked.flow, asked.origin)


def _there(asked: _Asked, admission: Admission) -> Party:
    if asked.host is not None:
        return party_of(asked.host)
    assert asked.peer is not None  # noqa: S101 - a rule names one of the two
    return admission.party(asked.peer.key)


def _asked(graph: Graph, admission: Admission) -> Iterator[_Asked]:
    for one in graph.of(IngressRule):
        traffic = flow(one.protocol, one.from_port, one.to_port, one.source_group.key)
        yield _Asked("ingress", one.group, one.source_group, None, traffic, one.origin)
    for other in graph.of(EgressRule):
        traffic = flow(other.protocol, other.from_port, other.to_port, other.destination_group.key)
        yield _Asked("egress", other.group, other.destination_group, None, traffic, other.origin)
    directions: tuple[Direction, Direction] = ("ingress", "egress")
    for group in graph.of(SecurityGroup):
        for direction, permissions in zip(directions, (group.ingress, group.egress), strict=True):
            for each in permissions:
                host = admission.host(group.vpc.key, each.cidr_ipv4)
                if host is not None:
                    traffic = flow(each.protocol, each.from_port, each.to_port, each.peer)
                    yield _Asked(direction, group.address, None, host, traffic, each.origin)
