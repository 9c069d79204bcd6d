"""Fixes that several rules offer."""

import re
from collections import Counter
from collections.abc import Sequence

from infraspec.data.zones import canonical
from infraspec.diagnostic import Edit, Fix, How, Safety, SpecPath, fix
from infraspec.graph.graph import Graph
from infraspec.graph.security_groups import EgressRule, IngressRule, SecurityGroup
from infraspec.graph.vpc import Subnet

_PLAIN = re.compile(r"(?!(?:y|n|yes|no|on|off|true|false|null)\Z)[a-z][\w./:-]*\Z", re.IGNORECASE | re.ASCII)
"""Names that no YAML reader takes for anything else."""


def named(name: str) -> str:
    """A name as a fix writes it: in quotes where it could be read as something else."""
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return name if _PLAIN.match(name) else f'"{escaped}"'


def may_go(graph: Graph, at: SpecPath, title: str = "remove it") -> tuple[Fix, ...]:
    """What nothing uses can be removed, unless it is all that is made; that it shall be used is as likely."""
    is_all = all(node.existing is not None or node.origin[: len(at)] == at for node in graph)
    return () if is_all else fix(title, Edit(at, how=How.REMOVE), safety=Safety.CHOICE)


def rule_added(group: SecurityGroup, direction: str, traffic: str, peer: str, *others: str) -> tuple[Fix, ...]:
    """A rule for a group that is made here: `{tcp: 443, to: web}`, with a list where there are several peers."""
    if group.existing is not None:
        return ()
    word = "from" if direction == "ingress" else "to"
    whom = f"[{', '.join((peer, *others))}]" if others else peer
    title = f"add `{{{traffic}, {word}: {whom}}}` to the {direction} of `{group.key}`"
    text = f"[{', '.join(_peer(one) for one in (peer, *others))}]" if others else _peer(peer)
    return fix(title, Edit((*group.origin, direction), f"{{{traffic}, {word}: {text}}}", How.ADD))


def peers_of(graph: Graph) -> Counter[SpecPath]:
    """How many peers each written rule of a security group has."""
    found = {(one.origin, one.peer) for group in graph.of(SecurityGroup) for one in (*group.ingress, *group.egress)}
    found |= {(one.origin, one.source_group.key) for one in graph.of(IngressRule)}
    found |= {(one.origin, one.destination_group.key) for one in graph.of(EgressRule)}
    return Counter(origin for origin, _ in found)


def elsewhere(graph: Graph, subnets: Sequence[Subnet]) -> list[str]:
    """The subnets of a VPC that stand in none of the zones of these, those of the same tiers first and alone."""
    if not subnets:
        return []
    zones, tiers = {canonical(one.zone) for one in subnets}, {one.tier for one in subnets}
    others = [one for one in graph.of(Subnet) if one.vpc == subnets[0].vpc and canonical(one.zone) not in zones]
    alike = [one for one in others if one.tier in tiers]
    return [named(one.key) for one in alike or others]


def _peer(name: str) -> str:
    return name if re.match(r"[0-9.]+/[0-9]+\Z", name) else named(name)
