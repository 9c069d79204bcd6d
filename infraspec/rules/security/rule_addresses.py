"""Rules that name one address of the VPC which nothing has, or which nobody can count on."""

from bisect import bisect_right
from collections.abc import Iterator
from ipaddress import IPv4Address, IPv4Network
from typing import NamedTuple

from infraspec.analysis.blocks import blocks_of
from infraspec.analysis.databases import originals
from infraspec.analysis.ledger import holders
from infraspec.analysis.stores import stores
from infraspec.diagnostic import Edit, Finding, Level, Problem, Related, SpecPath, fix
from infraspec.graph.graph import Graph
from infraspec.graph.rds import DbSubnetGroup
from infraspec.graph.resource import Resource
from infraspec.graph.security_groups import SecurityGroup
from infraspec.graph.vpc import Subnet
from infraspec.rules.mends import named as written
from infraspec.rules.mends import peers_of
from infraspec.rules.rule import Rule
from infraspec.rules.security.examples import HEAD

_RESOLVER = 2
_NETWORK = (
    HEAD
    + """vpcs:
  main:
    cidr: 10.0.0.0/16
    tiers:
      app: {subnets: {app-a: {zone: a, cidr: 10.0.1.0/24}}}
      data: {subnets: {data-a: {zone: a, cidr: 10.0.2.0/24}, data-c: {zone: c, cidr: 10.0.3.0/24}}}
    security_groups:
      db:
        ingress: [{tcp: 3306, from: web}]
        egress: []
      web:
        egress:
"""
)
_DATABASE = """databases:
  shop:
    engine: mysql
    version: "8.4"
    class: db.t3.medium
    storage_gib: 20
    multi_az: true
    subnets: tier:data
    security_groups: [db]
"""
_MACHINE = """instances:
  web-1:
    image: ubuntu-24.04
    type: t3.micro
    subnet: app-a
    private_ip: 10.0.1.10
    security_groups: [web]
"""

OF_DATABASE = Problem(
    code="SEC203",
    name="rule-to-chosen-address",
    level=Level.WARNING,
    title="A rule that names an address which AWS chooses",
    explanation="The address of a database or a cache cannot be chosen, and it changes when the database fails over. A rule that names one "
    "address of its subnets will not match it. Name the database, or its security group.",
    bad=_NETWORK + "          - {tcp: 3306, to: 10.0.2.21/32}  # <- SEC203\n" + _DATABASE,
    good=_NETWORK + "          - {tcp: 3306, to: shop}\n" + _DATABASE,
    source="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html",
)
OF_NOBODY = Problem(
    code="SEC204",
    name="rule-to-unassigned-address",
    level=Level.WARNING,
    title="A rule that names an address of the VPC which nothing has",
    explanation="Nothing in the spec has this fixed address, so the rule is for a machine that is gone, was moved, or is not managed "
    "here. Name the machine instead, and the rule follows its address.",
    bad=_NETWORK.replace("web}]", "10.0.1.11/32}]  # <- SEC204") + "          - {tcp: 3306, to: vpc}\n" + _MACHINE,
    good=_NETWORK.replace("web}]", "10.0.1.10/32}]") + "          - {tcp: 3306, to: vpc}\n" + _MACHINE,
    source="https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
)


class _Named(NamedTuple):
    """An address that a rule names and that nothing in the spec has."""

    address: IPv4Address
    at: SpecPath
    group: str
    subnet: Subnet | None
    vpc: str
    peer: SpecPath
    """Where the address is written, if the rule has no other peer."""


class _Subnets:
    """The subnets of each VPC by address, and what databases have."""

    def __init__(self, graph: Graph) -> None:
        self._of: dict[str, list[Subnet]] = {}
        for subnet in sorted(graph.of(Subnet), key=lambda one: int(one.cidr.network_address)):
            self._of.setdefault(subnet.vpc.key, []).append(subnet)
        self._firsts = {vpc: [int(one.cidr.network_address) for one in found] for vpc, found in self._of.items()}
        used = {holder.subnet for holder in holders(graph)}
        self.databases = {
            subnet.key: group.key for group in graph.of(DbSubnetGroup) for subnet in group.subnets if subnet not in used
        }
        for store in stores(graph):
            self.databases.update({one.key: store.node.key for one in store.subnets if one.address not in used})

    def holding(self, vpc: str, address: IPv4Address) -> Subnet | None:
        """The subnet of a VPC that an address lies in."""
        position = bisect_right(self._firsts.get(vpc, []), int(address)) - 1
        found = self._of[vpc][position] if position >= 0 else None
        return found if found is not None and address in found.cidr else None


def _unowned(graph: Graph, subnets: _Subnets) -> Iterator[_Named]:
    """Each address of its own VPC that a rule names and that nothing in the spec has."""
    owned = {holder.address for holder in holders(graph)}
    alone = peers_of(graph)
    blocks = {vpc: [block.cidr for block in found] for vpc, found in blocks_of(graph).items()}
    for group in graph.of(SecurityGroup):
        if graph.get(group.vpc).existing is not None:
            continue  # what else stands there is not known here
        for permission in (*group.ingress, *group.egress):
            block = permission.cidr_ipv4
            if not permission.origin or block is None or not block.endswith("/32"):
                continue
            address = IPv4Network(block).network_address
            holding = next((one for one in blocks[group.vpc.key] if address in one), None)
            if holding is None or address in owned or address == holding.network_address + _RESOLVER:
                continue
            subnet = subnets.holding(group.vpc.key, address)
            if subnet is None or subnet.existing is None:
                word = (*permission.origin, "from" if permission in group.ingress else "to")
                peer = word if alone[permission.origin] == 1 else ()
                yield _Named(address, permission.origin, group.key, subnet, group.vpc.key, peer)


def address_of_database(graph: Graph) -> Iterator[Finding]:
    """Look for addresses of subnets that databases alone use."""
    subnets = _Subnets(graph)
    databases: dict[str, Resource] = {
        one.subnet_group.key: one for one in originals(graph) if one.subnet_group is not None
    }
    databases.update({one.node.key: one.node for one in stores(graph)})
    for named in _unowned(graph, subnets):
        if named.subnet is None or named.subnet.key not in subnets.databases:
            continue
        database = databases.get(subnets.databases[named.subnet.key])
        meant = f"`{database.key}`" if database else "the database"
        yield Finding(
            problem=OF_DATABASE,
            at=named.at,
            message=f"{named.address} is in `{named.subnet.key}`, where AWS chooses the address of {meant}",
            related=(Related(at=database.origin, label="has no fixed address", on_key=True),) if database else (),
            help=f"write {meant if database else 'its security group'} in place of {named.address}/32",
            fixes=fix(f"write {meant} in place of {named.address}/32", Edit(named.peer, written(database.key)))
            if database and named.peer
            else (),
        )


def address_of_nobody(graph: Graph) -> Iterator[Finding]:
    """Look for the other addresses that nothing has."""
    subnets = _Subnets(graph)
    for named in _unowned(graph, subnets):
        if named.subnet is not None and named.subnet.key in subnets.databases:
            continue
        where = f"`{named.subnet.key}`" if named.subnet else f"`{named.vpc}`"
        yield Finding(
            problem=OF_NOBODY,
            at=named.at,
            message=f"nothing in the spec has the address {named.address} of {where}",
            help="name the instance, or give it this private_ip",
        )


RULES = (
    Rule(OF_DATABASE, address_of_database, needs_whole=True),
    Rule(OF_NOBODY, address_of_nobody, needs_whole=True),
)
