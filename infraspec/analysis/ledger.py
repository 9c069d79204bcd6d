"""Every address of a subnet: the five that AWS keeps, those that are taken and by whom, and what is free."""

from collections import defaultdict
from collections.abc import Iterator
from ipaddress import IPv4Address, IPv4Network
from typing import NamedTuple

from infraspec.aws import RESERVED_FIRST
from infraspec.diagnostic import SpecPath
from infraspec.graph.ec2 import Instance, NetworkInterface
from infraspec.graph.elbv2 import LoadBalancer
from infraspec.graph.endpoints import GatewayLoadBalancerEndpoint, InterfaceEndpoint
from infraspec.graph.graph import Graph
from infraspec.graph.resource import Ref, Resource
from infraspec.graph.vpc import NatGateway, Subnet

_RESERVED_FOR = ("the network's own address", "the router", "the resolver", "kept for future use")
_LAST = "the last address, which networks broadcast to"


class Holder(NamedTuple):
    """A thing with a fixed address, or with one that AWS chooses."""

    subnet: Ref[Subnet]
    address: IPv4Address | None
    """None where AWS chooses."""
    what: str
    """As people say it: ``instance `web-1` ``."""
    at: SpecPath
    """Where the address is written, or the thing that takes one."""


class Ledger(NamedTuple):
    """The addresses of one subnet."""

    subnet: Subnet
    fixed: dict[IPv4Address, list[Holder]]
    """Addresses inside the block that the spec gives away; one that is given twice is a mistake."""
    chosen: list[Holder]
    """What takes one more address each, which AWS chooses."""


class Row(NamedTuple):
    """Addresses of a subnet that have one and the same use."""

    first: IPv4Address
    last: IPv4Address
    use: str
    """What it is kept for or who has it; empty for free addresses."""


def reserved(block: IPv4Network) -> dict[IPv4Address, str]:
    """The addresses that AWS keeps in a subnet, and what for."""
    count = min(RESERVED_FIRST, block.num_addresses)
    kept = {block.network_address + offset: _RESERVED_FOR[offset] for offset in range(count)}
    return kept if block.broadcast_address in kept else {**kept, block.broadcast_address: _LAST}


def usable(block: IPv4Network) -> int:
    """How many addresses of a subnet can be given away."""
    return block.num_addresses - len(reserved(block))


def holders(graph: Graph) -> Iterator[Holder]:
    """Everything that takes an address of a subnet, each address once."""
    for instance in graph.of(Instance):
        if instance.network_interface is None:
            yield _holder(instance, instance.subnet, instance.private_ip, "instance")
    for interface in graph.of(NetworkInterface):
        yield _holder(interface, interface.subnet, interface.private_ip, "network interface")
    for gateway in graph.of(NatGateway):
        yield _holder(gateway, gateway.subnet, gateway.private_ip, "NAT gateway")
    for balancer in graph.of(LoadBalancer):
        for mapping in balancer.subnets:
            at = (*mapping.origin, "private_ip") if mapping.private_ip else balancer.origin
            yield Holder(mapping.subnet, mapping.private_ip, f"load balancer `{balancer.key}`", at)
    for endpoint in graph.of(InterfaceEndpoint):
        for subnet in endpoint.subnets:
            yield _holder(endpoint, subnet, None, "endpoint")
    for door in graph.of(GatewayLoadBalancerEndpoint):
        yield _holder(door, door.subnet, None, "endpoint")


def _holder(node: Resource, subnet: Ref[Subnet], address: IPv4Address | None, word: str) -> Holder:
    at = (*node.origin, "private_ip") if address else node.origin
    return Holder(subnet, address, f"{word} `{node.key}`", at)


def ledgers(graph: Graph) -> dict[str, Ledger]:
    """The ledger of each subnet, by its name. Addresses outside their subnet are in none."""
    found = {subnet.key: Ledger(subnet, defaultdict(list), []) for subnet in graph.of(Subnet)}
    for holder in holders(graph):
        ledger = found[holder.subnet.key]
        if holder.address is None:
            ledger.chosen.append(holder)
        elif holder.address in ledger.subnet.cidr:
            ledger.fixed[holder.address].append(holder)
    return found


def free(ledger: Ledger) -> int:
    """How many addresses are left; below zero where more are needed than there are."""
    kept = reserved(ledger.subnet.cidr)
    return usable(ledger.subnet.cidr) - sum(address not in kept for address in ledger.fixed) - len(ledger.chosen)


def free_addresses(ledger: Ledger) -> Iterator[IPv4Address]:
    """Each address that is neither kept nor given away, the lowest first."""
    block = ledger.subnet.cidr
    for number in range(int(block.network_address) + RESERVED_FIRST, int(block.broadcast_address)):
        if (address := IPv4Address(number)) not in ledger.fixed:
            yield address


def lowest_free(ledger: Ledger) -> IPv4Address | None:
    """The lowest address that is neither kept nor given away."""
    return next(free_addresses(ledger), None)


def rows(ledger: Ledger) -> Iterator[Row]:
    """Every address of the subnet once, in order, as runs of one use."""
    block = ledger.subnet.cidr
    uses = {address: f"reserved: {why}" for address, why in reserved(block).items()}
    for address, owners in ledger.fixed.items():
        uses.setdefault(address, " and ".join(owner.what for owner in owners))
    following = block.network_address
    for address in sorted(uses):
        if address > following:
            yield Row(following, address - 1, "")
        yield Row(address, address, uses[address])
        if address == block.broadcast_address:
            return
        following = address + 1
