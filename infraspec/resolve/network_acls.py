"""`network_acls:` to ACLs, entries and associations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from ipaddress import IPv4Network, IPv6Network
from typing import TYPE_CHECKING, Literal, cast

from infraspec.aws import ACL_NUMBERS, PROTOCOLS
from infraspec.diagnostic import Edit, Finding, How, Related, SpecPath, choices, fix
from infraspec.graph.network_acls import NetworkAcl, NetworkAclAssociation, NetworkAclEntry
from infraspec.graph.resource import Resource, ref
from infraspec.graph.vpc import Ipv6Block, Subnet, Vpc
from infraspec.resolve.ipv6 import blocks_of_subnets, blocks_of_vpc
from infraspec.resolve.network import Network
from infraspec.resolve.peers import block_at, blocks_of, is_address
from infraspec.resolve.problems import DIRECTION_UNSAID, NO_IPV6, NOT_ONE_BLOCK, NUMBER_TWICE
from infraspec.spec.document import Entry
from infraspec.spec.forms.traffic import traffic_of
from infraspec.spec.forms.values import IPNetwork
from infraspec.spec.kinds import NETWORK_ACL, SUBNET
from infraspec.spec.problems import WRONG_VALUE

if TYPE_CHECKING:
    from infraspec.spec.network_acls import EgressEntry, IngressEntry
    from infraspec.spec.network_acls import NetworkAcl as NetworkAclModel

Direction = Literal["ingress", "egress"]


def network_acls(scope: Network) -> Iterator[Resource]:
    """Every ACL with its entries, and the subnets that name it."""
    for name, entry in scope.of(NETWORK_ACL).items():
        yield NetworkAcl(
            key=name,
            origin=entry.path,
            existing=entry.model.existing,
            vpc=ref(Vpc, scope.vpc_of("network_acl", name)),
            tags=scope.tags(name, entry.model.tags),
        )
        if entry.model.existing is not None:
            _refuse_entries(scope, entry)
            continue
        if entry.model.ingress is not None:
            yield from _entries(scope, entry, "ingress")
        if entry.model.egress is not None:
            yield from _entries(scope, entry, "egress")
        _report_unsaid(scope, entry)
    yield from _associations(scope)


def _refuse_entries(scope: Network, entry: Entry[NetworkAclModel]) -> None:
    """An ACL that is not managed here has no entries here."""
    for field, written in (("ingress", entry.model.ingress), ("egress", entry.model.egress)):
        if written:
            message = f"`{entry.name}` exists already, so its entries are not managed here"
            help_ = f"remove `{field}`, or `existing`"
            scope.report(
                Finding(problem=WRONG_VALUE, at=(*entry.path, field), message=message, help=help_, on_key=True)
            )


def _report_unsaid(scope: Network, entry: Entry[NetworkAclModel]) -> None:
    """Warn of a direction that nothing is said of: all of it is denied."""
    for field, written, verb in (("ingress", entry.model.ingress, "in"), ("egress", entry.model.egress, "out")):
        if written is None:
            message = f"network ACL `{entry.name}` lets nothing {verb}, not even answers"
            help_ = f"add `{field}:` with entries, or write `{field}: []` if that is meant"
            finding = Finding(
                problem=DIRECTION_UNSAID,
                at=entry.path,
                message=message,
                help=help_,
                fixes=choices((*entry.path, field), ("[]",)),
                on_key=True,
            )
            scope.report(replace(finding, leaves_out=False))


def _entries(scope: Network, acl: Entry[NetworkAclModel], direction: Direction) -> Iterator[NetworkAclEntry]:
    """The entries of one direction; a number that stands there already is reported."""
    first: dict[int, SpecPath] = {}
    taken = {cast("IngressEntry | EgressEntry", found).number for _, found in acl.items(direction)}
    for path, found in acl.items(direction):
        item = cast("IngressEntry | EgressEntry", found)
        if item.number in first:
            message = f"number {item.number} stands twice in the {direction} of `{acl.name}`"
            related = (Related(at=(*first[item.number], "number"), label="first here"),)
            free = next(
                number for number in range(item.number + 1, item.number + 2 + len(taken)) if number not in taken
            )
            at, help_ = (*path, "number"), f"write {free}, which is free"
            fixes = fix(help_, Edit(at, str(free))) if free <= ACL_NUMBERS[1] else ()
            scope.report(
                Finding(problem=NUMBER_TWICE, at=at, message=message, related=related, help=help_, fixes=fixes)
            )
            continue
        first[item.number] = path
        at = (*path, "from" if direction == "ingress" else "to")
        known = _ipv6_block if item.ipv6 else _block
        block = known(scope, acl.name, item.peer, at)
        if block is not None:
            yield _entry(acl.name, direction, item, block, path)


def _entry(
    acl: str, direction: Direction, item: IngressEntry | EgressEntry, block: IPNetwork | Ipv6Block, path: SpecPath
) -> NetworkAclEntry:
    protocol, first, last = next(traffic_of(item))
    number = PROTOCOLS["all"] if protocol == "-1" else PROTOCOLS.get(protocol) or int(protocol)
    ported = protocol in ("tcp", "udp")
    icmp = protocol in ("icmp", "icmpv6")
    # Terraform sends the ports 0 to 0 where a protocol has none, and EC2 ignores them: both say so.
    ports = (first, last) if ported else (None, None) if protocol == "-1" else (0, 0)
    return NetworkAclEntry(
        key=f"{acl}:{direction}:{item.number}",
        origin=path,
        acl=ref(NetworkAcl, acl),
        egress=direction == "egress",
        rule_number=item.number,
        protocol=number,
        rule_action=item.action,
        cidr_block=str(block) if isinstance(block, IPv4Network) else None,
        ipv6_cidr_block=block.compressed if isinstance(block, IPv6Network) else None,
        ipv6=block if isinstance(block, Ipv6Block) else None,
        from_port=ports[0],
        to_port=ports[1],
        icmp_type=first if icmp else None,
        icmp_code=last if icmp else None,
    )


def _block(scope: Network, acl: str, value: str, at: SpecPath) -> IPNetwork | None:
    """The one block of an entry: written, a subnet's, or the VPC's where it has one only."""
    if is_address(value):
        return block_at(scope, value, at)
    if value != "vpc":
        found = scope.find(value, ("subnet",), at)
        return scope.of(SUBNET)[found.name].model.cidr if found else None
    vpc = scope.vpc_of("network_acl", acl)
    blocks = blocks_of(scope, vpc)
    if len(blocks) == 1:
        return blocks[0]
    if blocks:
        message = f"`{vpc}` has {len(blocks)} blocks, and an entry is about one"
        help_ = "write one entry for each of " + ", ".join(str(block) for block in blocks)
        scope.report(Finding(problem=NOT_ONE_BLOCK, at=at, message=message, help=help_))
    return None


def _ipv6_block(scope: Network, acl: str, value: str, at: SpecPath) -> Ipv6Block | None:
    """The IPv6 block of the subnet or VPC that an entry names."""
    vpc, found = scope.vpc_of("network_acl", acl), None
    if value == "vpc":
        blocks = blocks_of_vpc(scope, vpc)
    elif is_address(value):
        help_ = "remove `ipv6`: a block says by itself which family it is of"
        fixes = fix("remove `ipv6`", Edit((*at[:-1], "ipv6"), how=How.REMOVE))
        message = f"`{value}` is a block, and `ipv6: true` asks for the one of a subnet or VPC"
        scope.report(Finding(problem=WRONG_VALUE, at=at, message=message, help=help_, fixes=fixes))
        return None
    elif (found := scope.find(value, ("subnet",), at)) is not None:
        blocks = blocks_of_subnets(scope, [found.name])
    else:
        return None
    block = next(blocks, None)
    if block is None:
        message = f"{f'subnet `{found.name}`' if found else f'VPC `{vpc}`'} has no IPv6 block here"
        scope.report(
            Finding(problem=NO_IPV6, at=at, message=message, help="remove the entry, or write `ipv6: true` there")
        )
    return block


def _associations(scope: Network) -> Iterator[NetworkAclAssociation]:
    """One association a subnet; a name that is wrong in a tier is reported once."""
    seen: set[SpecPath] = set()
    for name, entry in scope.of(SUBNET).items():
        written = scope.acl_of(name)
        if written is None or (written[1] in seen and written[0] not in scope.names.get("network_acl", ())):
            continue
        seen.add(written[1])
        acl = scope.ref(NetworkAcl, "network_acl", written[0], written[1])
        if acl is not None and entry.model.existing is None:
            yield NetworkAclAssociation(key=name, origin=written[1], subnet=ref(Subnet, name), acl=acl)
