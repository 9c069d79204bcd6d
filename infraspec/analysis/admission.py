"""Who may send what to whom, as far as security groups decide it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from ipaddress import IPv4Address, IPv4Network
from typing import Literal, NamedTuple

from infraspec.analysis.blocks import Runs, blocks_of, merged, runs, touches
from infraspec.analysis.coverage import ALL, Flow, flow
from infraspec.analysis.interfaces import Interface, interfaces
from infraspec.graph.docdb import DocDbCluster
from infraspec.graph.ec2 import Instance, NetworkInterface
from infraspec.graph.elasticache import CacheCluster, ReplicationGroup
from infraspec.graph.elbv2 import LoadBalancer
from infraspec.graph.endpoints import GatewayEndpoint, InterfaceEndpoint
from infraspec.graph.graph import Graph
from infraspec.graph.rds import DbInstance
from infraspec.graph.rds_cluster import DbCluster
from infraspec.graph.resource import ref
from infraspec.graph.security_groups import EgressRule, IngressRule, SecurityGroup
from infraspec.graph.vpc import Subnet, Vpc

Direction = Literal["ingress", "egress"]


class Party(NamedTuple):
    """One end of a connection: the groups on it, and where it stands."""

    groups: frozenset[str]
    places: Runs


class _Gate:
    """What one group lets through in one direction, by what stands at the other end."""

    __slots__ = ("blocks", "groups", "other")

    def __init__(self) -> None:
        self.groups: dict[str, list[Flow]] = defaultdict(list)
        self.blocks: list[Flow] = []
        self.other: list[Flow] = []
        """Prefix lists and groups by identifier: who has them is not known here."""


class Admission:
    """The rules of every group, to be asked about one connection at a time."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._gates: dict[tuple[str, str], _Gate] = defaultdict(_Gate)
        for one in graph.of(IngressRule):
            found = flow(one.protocol, one.from_port, one.to_port, one.source_group.key)
            self._gates[one.group.key, "ingress"].groups[one.source_group.key].append(found)
        for other in graph.of(EgressRule):
            found = flow(other.protocol, other.from_port, other.to_port, other.destination_group.key)
            self._gates[other.group.key, "egress"].groups[other.destination_group.key].append(found)
        for group in graph.of(SecurityGroup):
            for word, permissions in (("ingress", group.ingress), ("egress", group.egress)):
                gate = self._gates[group.key, word]
                for each in permissions:
                    if each.ipv6 is not None:  # the same peer has IPv4 addresses, which are what is asked about here
                        continue
                    found = flow(each.protocol, each.from_port, each.to_port, each.peer)
                    (gate.other if isinstance(found.peer, str) else gate.blocks).append(found)
        self._unmanaged = {group.key for group in graph.of(SecurityGroup) if group.existing is not None}
        self._blocks = {vpc: runs(block.cidr for block in found) for vpc, found in blocks_of(graph).items()}
        self.members: dict[str, list[Interface]] = defaultdict(list)
        self._at: dict[tuple[str, IPv4Address], Interface] = {}
        for interface in interfaces(graph):
            for address in interface.groups:
                self.members[address.key].append(interface)
            if interface.address is not None:
                self._at.setdefault((interface.subnet.vpc.key, interface.address), interface)
        self._parties: dict[str, Party] = {}
        self._opened: dict[tuple[str, Direction, int], tuple[Party, _Open]] = {}
        """By the identity of the party, which is kept beside so that no other takes its place."""
        self._others: frozenset[str] = frozenset()

    def party(self, group: str) -> Party:
        """The members of a group with all that they have; without members, anything in its VPC."""
        if group not in self._parties:
            members = self.members.get(group, [])
            vpc = self._graph.get(ref(SecurityGroup, group)).vpc.key
            self._parties[group] = Party(
                frozenset({group, *(one.key for member in members for one in member.groups)}),
                runs(_place(member) for member in members) if members else self._blocks[vpc],
            )
        return self._parties[group]

    def name(self, group: str) -> str:
        """A group as a rule of the spec names it: with its kind, where something else that rules name is called so."""
        if not self._others:
            kinds = (
                Instance,
                NetworkInterface,
                LoadBalancer,
                InterfaceEndpoint,
                GatewayEndpoint,
                DbInstance,
                DbCluster,
                DocDbCluster,
                ReplicationGroup,
                CacheCluster,
                Subnet,
                Vpc,
            )
            named = (one.key for kind in kinds for one in self._graph.of(kind))
            self._others = frozenset((*named, *(one.tier for one in self._graph.of(Subnet))))
        return f"security_group:{group}" if group in self._others else group

    def host(self, vpc: str, block: str | None) -> Interface | None:
        """What has the one address that a block is, in a VPC."""
        if block is None or not block.endswith("/32"):
            return None
        return self._at.get((vpc, IPv4Network(block).network_address))

    def allows(self, direction: Direction, party: Party, other: Party, asked: Flow) -> bool:
        """Whether any rule of a party's groups lets some of this through to or from another; so too if it may be."""
        for group in party.groups:
            if group in self._unmanaged:
                return True
            if (group, direction) in self._gates and self._open(group, direction, other).holds_any(asked):
                return True
        return False

    def _open(self, group: str, direction: Direction, other: Party) -> "_Open":
        """What a group lets through to or from a party, gathered once for each party that is asked about again."""
        key = (group, direction, id(other))
        if key not in self._opened:
            self._opened[key] = other, _Open(_meant(self._gates[group, direction], other))
        return self._opened[key][1]


class _Open:
    """Flows, to be asked whether any of them is about some protocol and port."""

    __slots__ = ("_runs",)

    def __init__(self, flows: Iterable[Flow]) -> None:
        ranges: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for one in flows:
            ranges[one.protocol].append((one.first, one.last))
        self._runs = {protocol: merged(pairs) for protocol, pairs in ranges.items()}

    def holds_any(self, asked: Flow) -> bool:
        """Whether some of what is asked is among the flows."""
        if ALL in self._runs or (asked.protocol == ALL and self._runs):
            return True
        found = self._runs.get(asked.protocol)
        return found is not None and touches(found, asked.first, asked.last)


def _meant(gate: _Gate, other: Party) -> Iterator[Flow]:
    """The rules that speak of a party, or may."""
    for group in other.groups:
        yield from gate.groups.get(group, ())
    yield from gate.other
    yield from (one for one in gate.blocks if isinstance(one.peer, IPv4Network) and _is_among(one.peer, other.places))


def party_of(interface: Interface) -> Party:
    """One interface as an end of a connection."""
    return Party(frozenset(one.key for one in interface.groups), runs([_place(interface)]))


def _place(interface: Interface) -> IPv4Network:
    """The address of an interface, or the subnet that it is chosen from."""
    return interface.subnet.cidr if interface.address is None else IPv4Network(interface.address)


def _is_among(block: IPv4Network, places: Runs) -> bool:
    """Whether any address of a block is among these."""
    return touches(places, int(block.network_address), int(block.broadcast_address))
