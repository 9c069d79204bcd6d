"""What stands at the other end of a rule: the words of `from` and `to` in AWS's terms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from ipaddress import IPv4Network, ip_address, ip_network
from itertools import product
from typing import Final, NamedTuple

from infraspec.diagnostic import Edit, Finding, Safety, SpecPath, fix
from infraspec.graph.prefix_lists import PrefixList
from infraspec.graph.resource import Ref, ref
from infraspec.graph.security_groups import SecurityGroup
from infraspec.graph.vpc import Ipv6Block
from infraspec.resolve.endpoint_types import is_of_gateway_balancer
from infraspec.resolve.hosts import GROUPED, host
from infraspec.resolve.ipv6 import blocks_of_subnets, blocks_of_vpc, is_dual_stack
from infraspec.resolve.problems import NO_PEER, UNKNOWN_PREFIX_LIST
from infraspec.resolve.scope import Found, Scope
from infraspec.spec.forms.traffic import Traffic
from infraspec.spec.forms.values import IPNetwork, parse_network
from infraspec.spec.kinds import ENDPOINT, SUBNET, VPC
from infraspec.spec.names import words
from infraspec.spec.problems import ID_FORM, NOT_AN_ADDRESS, UNKNOWN_NAME
from infraspec.spec.refusal import Refusal

_PREFIX_LIST = r"pl-(?:[0-9a-f]{8}|[0-9a-f]{17})\Z"
_GROUP = r"sg-(?:[0-9a-f]{8}|[0-9a-f]{17})\Z"
_DIGITS = r"[0-9.]+\Z"
_KINDS: Final = (
    "security_group",
    "instance",
    "network_interface",
    "auto_scaling_group",
    "load_balancer",
    "endpoint",
    *GROUPED,
    "tier",
    "subnet",
    "vpc",
    "prefix_list",
)


class Peer(NamedTuple):
    """One peer of a rule: exactly one of the first six is given."""

    block: IPNetwork | None = None
    ipv6: Ipv6Block | None = None
    """A block that is known once its VPC stands."""
    prefix_list: Ref[PrefixList] | None = None
    prefix_list_id: str | None = None
    """AWS's identifier of a list that is not managed here."""
    group_id: str | None = None
    """AWS's identifier of a group that is not managed here."""
    group: Ref[SecurityGroup] | None = None
    written: str = ""
    """What the user named, in one spelling."""

    @property
    def family(self) -> int:
        """4 or 6 for a block; 0 for what has no family of its own."""
        return 6 if self.ipv6 is not None else self.block.version if self.block is not None else 0


def peers(scope: Scope, group: str, values: Iterable[str], field: SpecPath) -> Iterator[tuple[Peer, SpecPath]]:
    """Every peer of a rule of `group`, and where it is named."""
    for position, value in enumerate(values):
        at = (*field, position)
        for peer in _peers_of(scope, group, value, at):
            yield peer, at


def of_one_family(
    found: Sequence[tuple[Peer, SpecPath]], traffic: Iterable[Traffic]
) -> Iterator[tuple[tuple[Peer, SpecPath], Traffic]]:
    """Every peer with all traffic; of one that has IPv4 and IPv6, `icmp` is about the one and `icmpv6` the other."""
    families: dict[SpecPath, set[int]] = {}
    for peer, at in found:
        families.setdefault(at, set()).add(peer.family)
    for one, spoken in product(found, traffic):
        peer, at = one
        other = {"icmp": 6, "icmpv6": 4}.get(spoken.protocol)
        if peer.family != other or len(families[at]) == 1:
            yield one, spoken


def _peers_of(scope: Scope, group: str, value: str, at: SpecPath) -> Iterable[Peer]:
    """What one word means: the words of the language, then addresses and identifiers, then names."""
    if value == "self":
        return (_of_group(group, f"security_group:{group}"),)
    if value == "vpc":
        return _of_vpc(scope, scope.vpc_of("security_group", group), "vpc")
    if value == "anywhere":
        dual = is_dual_stack(scope, scope.vpc_of("security_group", group))
        return _of_blocks([ip_network(block) for block in ("0.0.0.0/0", "::/0")[: 1 + dual]], value)
    if value in ("internet", "all"):
        message, help_ = f"`{value}` is not a peer", "write 0.0.0.0/0 for every IPv4 address"
        fixes = fix(help_, Edit(at, "0.0.0.0/0"))
        scope.report(Finding(problem=UNKNOWN_NAME, at=at, message=message, help=help_, fixes=fixes))
        return ()
    if is_address(value):
        block = block_at(scope, value, at)
        return () if block is None else (Peer(block=block, written=str(block)),)
    if value.startswith(("pl-", "sg-", "service:")):
        return _of_identifier(scope, value, at)
    found = scope.find(value, _KINDS, at)
    return () if found is None else _of_name(scope, found, at)


def is_address(value: str) -> bool:
    """Whether a word is meant as an address or a block, right or wrong."""
    if "/" in value or re.match(_DIGITS, value):
        return True
    try:
        ip_address(value)
    except ValueError:
        return False
    return True


def block_at(scope: Scope, value: str, at: SpecPath) -> IPNetwork | None:
    """The block that `value` writes; None, with a finding, if it writes none."""
    if "/" not in value:
        suffix = 128 if ":" in value else 32
        message, help_ = f"`{value}` is an address, but a rule takes a block", f"write {value}/{suffix}"
        written = f"{value}/{suffix}" if suffix == 32 else f'"{value}/{suffix}"'
        fixes = fix(help_, Edit(at, written), safety=Safety.SAFE)
        scope.report(Finding(problem=NOT_AN_ADDRESS, at=at, message=message, help=help_, fixes=fixes))
        return None
    try:
        return parse_network(value)
    except Refusal as why:
        fixes = why.fixes_at(at)
        found = Finding(problem=why.problem, at=at, message=why.message, label=why.label, help=why.help, fixes=fixes)
        scope.report(found)
        return None


def blocks_of(scope: Scope, vpc: str) -> list[IPv4Network]:
    """The IPv4 blocks of a VPC, the primary one first."""
    entry = scope.of(VPC).get(vpc)
    return [entry.model.cidr, *entry.model.secondary_cidrs] if entry else []


def _of_identifier(scope: Scope, value: str, at: SpecPath) -> Iterable[Peer]:
    """A prefix list or a group by AWS's own name for it."""
    if re.match(_PREFIX_LIST, value):
        return (Peer(prefix_list_id=value, written=value),)
    if re.match(_GROUP, value):
        return (Peer(group_id=value, written=value),)
    if value.startswith("sg-"):
        message, help_ = f"`{value}` is not the identifier of a group", "write one such as sg-0a1b2c3d4e5f67890"
        scope.report(Finding(problem=ID_FORM, at=at, message=message, help=help_))
        return ()
    message, help_ = f"`{value}` is not the identifier of a prefix list", "write one such as pl-78a54011"
    if value.startswith("service:"):
        service = value.partition(":")[2]
        message = f"the prefix list of {service} has another identifier in each region, which AWS alone knows"
        help_ = f"write the pl-… that AWS shows for com.amazonaws.{scope.region}.{service}"
    scope.report(Finding(problem=UNKNOWN_PREFIX_LIST, at=at, message=message, help=help_))
    return ()


def _of_name(scope: Scope, found: Found, at: SpecPath) -> Iterable[Peer]:
    """Something of the spec: its blocks, its fixed addresses, or its groups."""
    written = f"{found.word}:{found.name}"
    if found.word == "security_group":
        return (_of_group(found.name, written),)
    if found.word == "prefix_list":
        return (Peer(prefix_list=Ref("PrefixList", found.name), written=written),)
    if found.word == "vpc":
        return _of_vpc(scope, found.name, written)
    if found.word in ("subnet", "tier"):
        names = [found.name] if found.word == "subnet" else scope.subnets_of_tier(found.name)
        subnets = scope.of(SUBNET)
        blocks = _of_blocks([subnets[name].model.cidr for name in names], written)
        return (*blocks, *(Peer(ipv6=block, written=written) for block in blocks_of_subnets(scope, names)))
    addresses, groups, path = host(scope, found)
    if addresses:
        return _of_blocks(addresses, written)
    if not path:
        return ()  # it stands on something that is unknown, which is said there
    refs = scope.security_groups(groups, (*path, "security_groups"))
    if refs == ():
        _report_no_peer(scope, found, at)
    return tuple(_of_group(one.key, written) for one in refs or ())


def _report_no_peer(scope: Scope, found: Found, at: SpecPath) -> None:
    """Say that something has no address and no group. An interface endpoint without a group is reported as such."""
    if found.word == "endpoint" and not is_of_gateway_balancer(scope, scope.of(ENDPOINT)[found.name].model):
        message = f"endpoint `{found.name}` is a route, and what it leads to is a prefix list"
        help_ = "write the pl-… that AWS shows for its service"
        finding = Finding(problem=UNKNOWN_PREFIX_LIST, at=at, message=message, help=help_)
        if _is_gateway(scope, found.name):
            scope.report(finding)
        return
    message = f"{words(found.word)} `{found.name}` has neither a fixed address nor a security group"
    help_ = "give it one of the two, or write the block that it stands in"
    scope.report(Finding(problem=NO_PEER, at=at, message=message, help=help_))


def _is_gateway(scope: Scope, endpoint: str) -> bool:
    """Whether an endpoint is a route in tables."""
    return scope.of(ENDPOINT)[endpoint].model.route_tables is not None


def _of_vpc(scope: Scope, vpc: str, written: str) -> tuple[Peer, ...]:
    """Every block of a VPC."""
    ipv6 = (Peer(ipv6=block, written=written) for block in blocks_of_vpc(scope, vpc))
    return (*_of_blocks(blocks_of(scope, vpc), written), *ipv6)


def _of_group(name: str, written: str) -> Peer:
    return Peer(group=ref(SecurityGroup, name), written=written)


def _of_blocks(blocks: Iterable[IPNetwork], written: str) -> tuple[Peer, ...]:
    return tuple(Peer(block=block, written=written) for block in blocks)
