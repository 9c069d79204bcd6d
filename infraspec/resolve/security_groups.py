"""`security_groups:` to groups and rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from ipaddress import IPv4Network, IPv6Network
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, cast

from infraspec.diagnostic import Edit, Finding, Fix, How, Related, Safety, SpecPath, choices, fix
from infraspec.graph.resource import Ref, Resource, ref
from infraspec.graph.security_groups import EgressRule, IngressRule, Permission, SecurityGroup, content
from infraspec.graph.vpc import Vpc, VpcPeeringConnection
from infraspec.resolve.network import Network
from infraspec.resolve.peers import Peer, of_one_family, peers
from infraspec.resolve.problems import EGRESS_UNSAID, NO_PEER, RULE_TWICE
from infraspec.resolve.scope import bare
from infraspec.spec.document import Entry
from infraspec.spec.forms.traffic import Traffic, traffic_of
from infraspec.spec.kinds import PEERING, SECURITY_GROUP
from infraspec.spec.problems import WRONG_VALUE

if TYPE_CHECKING:
    from infraspec.spec.security_groups import EgressRule as EgressModel
    from infraspec.spec.security_groups import IngressRule as IngressModel
    from infraspec.spec.security_groups import SecurityGroup as SecurityGroupModel

Direction = Literal["ingress", "egress"]

NOTHING: Final = Permission(
    protocol="icmp",
    from_port=252,
    to_port=86,
    cidr_ipv4="255.255.255.255/32",
    cidr_ipv6=None,
    prefix_list_id=None,
    group_id=None,
    description="Lets nothing out",
    origin=(),
)
"""An ICMP type that nobody sends to an address that nobody has: with it CloudFormation leaves EC2's allow-all out.
https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ec2-securitygroup.html"""


class _Line(NamedTuple):
    """One AWS rule, and where it is written."""

    traffic: Traffic
    peer: Peer
    description: str | None
    origin: SpecPath
    at: SpecPath
    """Where its peer is named."""


def security_groups(scope: Network) -> Iterator[Resource]:
    """Every group with the rules that name no other group, and the other rules beside it."""
    peered = _peerings(scope)
    for name, entry in scope.of(SECURITY_GROUP).items():
        model = entry.model
        if model.existing is not None:
            _refuse_rules(scope, entry)
        elif model.egress is None:
            _refuse_silence(scope, entry)
        incoming = [] if model.existing is not None else _lines(scope, entry, "ingress")
        outgoing = [] if model.existing is not None else _lines(scope, entry, "egress")
        yield SecurityGroup(
            key=name,
            origin=entry.path,
            existing=model.existing,
            vpc=ref(Vpc, scope.vpc_of("security_group", name)),
            group_name=name,
            group_description=name if model.description is None else model.description,
            ingress=_permissions(incoming),
            egress=_permissions(outgoing) or (() if model.existing is not None else (NOTHING,)),
            tags=scope.tags(name, model.tags),
        )
        for line in incoming:
            if line.peer.group is not None:
                yield _ingress_rule(scope, name, line, line.peer.group, peered)
        for line in outgoing:
            if line.peer.group is not None:
                yield _egress_rule(scope, name, line, line.peer.group, peered)


def _refuse_silence(scope: Network, entry: Entry[SecurityGroupModel]) -> None:
    """A group that does not say what it lets out would let out what each backend likes."""
    message = f"security group `{entry.name}` does not say what it lets out"
    help_ = "write `egress: []` for nothing, `egress: all` for everything, or rules"
    fixes = choices((*entry.path, "egress"), ("[]", "all"))
    finding = Finding(problem=EGRESS_UNSAID, at=entry.path, message=message, help=help_, fixes=fixes, on_key=True)
    scope.report(replace(finding, leaves_out=False))


def _refuse_rules(scope: Network, entry: Entry[SecurityGroupModel]) -> None:
    """A group that is not managed here has no rules here."""
    for field, written in (("ingress", entry.model.ingress), ("egress", entry.model.egress)):
        if written:
            message = f"`{entry.name}` exists already, so its rules are not managed here"
            help_ = f"remove `{field}`, or `existing`"
            scope.report(
                Finding(problem=WRONG_VALUE, at=(*entry.path, field), message=message, help=help_, on_key=True)
            )


def _lines(scope: Network, entry: Entry[SecurityGroupModel], direction: Direction) -> list[_Line]:
    """The AWS rules of one direction. What two words mean alike is one rule; what is written twice is reported."""
    lines: dict[tuple[object, ...], _Line] = {}
    word = "from" if direction == "ingress" else "to"
    for path, rule in _rules(entry, direction):
        field = (*path, word)
        if not rule.peers:
            message, help_ = f"the rule names nobody in `{word}`", "write whom it is about, or remove the rule"
            scope.report(Finding(problem=NO_PEER, at=field, message=message, help=help_, on_key=True))
        found = list(peers(scope, entry.name, rule.peers, field))
        every = list(of_one_family(found, traffic_of(rule)))
        for (peer, at), traffic in every:
            line = _Line(traffic, peer, rule.description, path, at)
            first = lines.setdefault((traffic, peer[:-1]), line)
            if first is line:
                continue
            if first.peer.written == peer.written:
                _report_twice(scope, line, first, is_all=len(every) == 1, is_peer=len(every) == len(rule.peers))
            elif (line.description or "") < (first.description or ""):
                lines[traffic, peer[:-1]] = line  # so that the order of the rules changes nothing
    return list(lines.values())


def _rules(
    entry: Entry[SecurityGroupModel], direction: Direction
) -> Iterator[tuple[SpecPath, IngressModel | EgressModel]]:
    """The sound rules of one direction with their paths."""
    if direction == "egress" and entry.model.egress is None:
        return
    for path, rule in entry.items(direction):
        yield path, cast("IngressModel | EgressModel", rule)


def _report_twice(scope: Network, line: _Line, first: _Line, *, is_all: bool, is_peer: bool) -> None:
    """Say that a rule stands twice, in one item or in two.

    `is_all` says that its item says no more, and `is_peer` that each peer of the item is one rule.
    """
    is_other = line.origin != first.origin
    fixes: tuple[Fix, ...] = ()
    if is_all and is_other:
        fixes = fix("remove this one", Edit(line.origin, how=How.REMOVE), safety=Safety.SAFE)
    elif is_peer and not is_other:
        fixes = fix("name it once", Edit(line.at, how=How.REMOVE), safety=Safety.SAFE)
    peer = line.peer.group.key if line.peer.group else line.peer.written
    apart = "remove one of the two; a description does not tell them apart"
    scope.report(
        Finding(
            problem=RULE_TWICE,
            at=line.at,
            message=f"{spoken(line.traffic)} with `{peer}` stands twice",
            label="and here again",
            related=(Related(at=first.at, label="first here"),),
            help=apart if is_other else "name it once",
            fixes=fixes,
        )
    )


def spoken(traffic: Traffic) -> str:
    """Traffic as people write it."""
    protocol, first, last = traffic
    if protocol == "-1":
        return "all traffic"
    if first is None:
        return f"protocol {protocol}"
    if protocol in ("tcp", "udp"):
        return f"{protocol} {first}" if first == last else f"{protocol} {first}-{last}"
    return protocol if first == -1 else f"{protocol} {first}" if last == -1 else f"{protocol} {first}/{last}"


def _permissions(lines: list[_Line]) -> tuple[Permission, ...]:
    """The rules that name no group of the spec, in the order of their content."""
    found = [_permission(line) for line in lines if line.peer.group is None]
    return tuple(sorted(found, key=lambda one: (one.protocol, one.from_port or 0, one.content)))


def _permission(line: _Line) -> Permission:
    block = line.peer.block
    return Permission(
        protocol=line.traffic.protocol,
        from_port=line.traffic.first,
        to_port=line.traffic.last,
        cidr_ipv4=str(block) if isinstance(block, IPv4Network) else None,
        cidr_ipv6=block.compressed if isinstance(block, IPv6Network) else None,
        prefix_list_id=line.peer.prefix_list_id,
        group_id=line.peer.group_id,
        description=line.description,
        origin=line.origin,
        ipv6=line.peer.ipv6,
        prefix_list=line.peer.prefix_list,
    )


def _key(group: str, line: _Line, peer: Ref[SecurityGroup]) -> str:
    """What a rule is made of beside its direction."""
    return f"{group}:{content(*line.traffic, peer.key)}"


def _ingress_rule(
    scope: Network, group: str, line: _Line, source: Ref[SecurityGroup], peered: dict[frozenset[str], str]
) -> IngressRule:
    return IngressRule(
        key=_key(group, line, source),
        origin=line.origin,
        depends_on=_peering_of(scope, group, source, peered),
        group=ref(SecurityGroup, group),
        protocol=line.traffic.protocol,
        from_port=line.traffic.first,
        to_port=line.traffic.last,
        source_group=source,
        description=line.description,
    )


def _egress_rule(
    scope: Network, group: str, line: _Line, destination: Ref[SecurityGroup], peered: dict[frozenset[str], str]
) -> EgressRule:
    return EgressRule(
        key=_key(group, line, destination),
        origin=line.origin,
        depends_on=_peering_of(scope, group, destination, peered),
        group=ref(SecurityGroup, group),
        protocol=line.traffic.protocol,
        from_port=line.traffic.first,
        to_port=line.traffic.last,
        destination_group=destination,
        description=line.description,
    )


def _peerings(scope: Network) -> dict[frozenset[str], str]:
    """Peering connections by the two VPCs that they join."""
    found = scope.of(PEERING).items()
    ends = {name: (entry.model.requester, entry.model.accepter) for name, entry in sorted(found, reverse=True)}
    return {frozenset(bare(end, "vpc") for end in both): name for name, both in ends.items()}


def _peering_of(
    scope: Network, group: str, peer: Ref[SecurityGroup], peered: dict[frozenset[str], str]
) -> tuple[Ref[VpcPeeringConnection], ...]:
    """A group of another VPC can be named once the two are peered."""
    ends = frozenset({scope.vpc_of("security_group", group), scope.vpc_of("security_group", peer.key)})
    return (ref(VpcPeeringConnection, peered[ends]),) if len(ends) == 2 and ends in peered else ()
