"""Addresses to logical ids, and references to what they lead to."""

import hashlib
import re
from collections.abc import Iterable
from typing import Any

from troposphere import GetAtt, Ref

from infraspec.graph.graph import Graph
from infraspec.graph.resource import Ref as Address
from infraspec.graph.resource import Resource

_PLAIN = r"[a-z][a-z0-9]*(?:-[a-z][a-z0-9]*)*\Z"
_PARTS = r"[A-Za-z0-9]+"
_MAX = 240
"""The most characters of a key."""
_LONGEST = 255
"""Characters that CloudFormation takes."""
_DIGEST = 8
CONTINUED: dict[str, tuple[str, ...]] = {
    "Firewall": ("Logging", "Policy", "RuleGroup"),
    "TransitGateway": ("Attachment", "Route"),
    "TransitGatewayRoute": ("Table",),
    "TransitGatewayRouteTable": ("Association", "Propagation"),
    "VpnConnection": ("Route",),
    "VpnGateway": ("Attachment", "RoutePropagation"),
    "DhcpOptions": ("Association",),
    "DbCluster": ("Instance", "ParameterGroup"),
    "CacheUser": ("Group",),
    "DocDbCluster": ("ParameterGroup",),
    "Bucket": ("Policy",),
    "Directory": ("Registration",),
    "ElasticIp": ("Association",),
    "Instance": ("Profile",),
    "InternetGateway": ("Attachment",),
    "Listener": ("Certificate", "Rule"),
    "NetworkAcl": ("Association", "Entry"),
    "Route": ("Table",),
    "RouteTable": ("Association",),
    "Topic": ("Policy",),
    "Volume": ("Attachment",),
    "Vpc": ("CidrBlock", "Ipv6Block", "PeeringConnection"),
    "WebAcl": ("Association", "Logging"),
}
"""Kinds whose name begins another's, and how that one goes on."""


def logical_id(kind: str, key: str) -> str:
    """Letters and digits made of kind and key: equal keys give equal ids, different keys different ones.

    A key of lower-case words joined by hyphens can be read back from its words in capitals, so it stands as it is,
    unless its first words could be the rest of a longer kind: the instance `profile-web` is not the profile of `web`.
    Any other key has eight hexadecimal digits of its hash behind it.
    """
    words = "".join(part[0].upper() + part[1:] for part in re.findall(_PARTS, key))
    most = min(_MAX, _LONGEST - len(kind) - _DIGEST)
    if re.match(_PLAIN, key) and len(words) <= most and not words.startswith(CONTINUED.get(kind, ())):
        return kind + words
    digest = hashlib.sha256(f"{kind} {key}".encode()).hexdigest()[:_DIGEST]
    return f"{kind}{words[:most]}{digest}"


class LogicalIds:
    """The logical ids of one graph."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._ids: dict[tuple[str, str], str] = {}
        self._refs: dict[tuple[str, str], Ref | str] = {}
        self._attributes: dict[tuple[tuple[str, str], str], GetAtt | str] = {}

    def of(self, node: Resource) -> str:
        """The logical id of a node."""
        return self.at(node.address)

    def at(self, address: "Address[Any]") -> str:
        """The logical id at an address."""
        if address not in self._ids:
            self._ids[address] = logical_id(*address)
        return self._ids[address]

    def ipv6_block(self, vpc: "Address[Any]") -> str:
        """The logical id of the IPv6 block of a VPC, which is a resource of its own here alone."""
        return logical_id("VpcIpv6Block", vpc.key)

    def ref(self, address: "Address[Any]") -> Ref | str:
        """What CloudFormation's `Ref` gives for a node, or the identifier of one that exists already."""
        if address not in self._refs:
            self._refs[address] = self._graph.get(address).existing or Ref(self.at(address))
        return self._refs[address]

    def attribute(self, address: "Address[Any]", name: str) -> GetAtt | str:
        """An attribute of a node; for one that exists already, its identifier."""
        if (address, name) not in self._attributes:
            found = self._graph.get(address).existing or GetAtt(self.at(address), name)
            self._attributes[address, name] = found
        return self._attributes[address, name]

    def refs(self, addresses: "tuple[Address[Any], ...]") -> list[Ref | str]:
        """`Ref` of each."""
        return [self.ref(address) for address in addresses]

    def depends_on(self, node: Resource, more: Iterable[str] = ()) -> dict[str, list[str]]:
        """`DependsOn`, where something must stand first that no property refers to; `more` are ids of such things."""
        waits = [self._graph.get(one) for one in node.depends_on]
        ids = sorted({*more, *(self.of(one) for one in waits if one.existing is None and one.instead is None)})
        return {"DependsOn": ids} if ids else {}
