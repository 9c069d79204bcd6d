"""What an editor says of the thing below the pointer, in Markdown."""

from collections.abc import Iterator

from infraspec.analysis.blocks import span
from infraspec.analysis.ledger import Ledger, free, ledgers, reserved, usable
from infraspec.editor.view import Place, View
from infraspec.graph.graph import Graph
from infraspec.graph.security_groups import EgressRule, IngressRule, Permission, SecurityGroup
from infraspec.graph.vpc import Subnet, Vpc
from infraspec.resolve.scope import Found
from infraspec.spec.names import words

_SHOWN = 8
"""Lines of addresses or rules that are shown of each."""


def hover(view: View, place: Place) -> str | None:
    """What is known of a place; None where there is nothing to say."""
    graph = view.checked.graph
    if graph is None:
        return None
    found = view.name_at(place) or _entry_of(view, place)
    if found is None:
        return None
    lines = [f"**{words(found.word)} `{found.name}`**", *_about(graph, found)]
    return "\n\n".join(lines)


def _entry_of(view: View, place: Place) -> Found | None:
    """The subnet or VPC whose block stands at a place."""
    if view.index is None or place.path[-1:] != ("cidr",):
        return None
    at = place.path[:-1]
    return next((found for found, path in view.index.defined.items() if path == at), None)


def _about(graph: Graph, found: Found) -> Iterator[str]:
    """Paragraphs of one thing."""
    match found.word:
        case "subnet":
            if ledger := ledgers(graph).get(found.name):
                yield from _of_subnet(ledger)
        case "tier":
            yield from (_in_a_line(subnet) for subnet in graph.of(Subnet) if found.name in subnet.origin[3:4])
        case "vpc":
            for vpc in graph.of(Vpc):
                if vpc.key == found.name:
                    yield f"{vpc.cidr}: {span(vpc.cidr)}, {vpc.cidr.num_addresses:,} addresses"
        case "security_group":
            for group in graph.of(SecurityGroup):
                if group.key == found.name:
                    yield from _of_group(graph, group)


def _in_a_line(subnet: Subnet) -> str:
    return f"`{subnet.key}`: {subnet.cidr}, {subnet.availability_zone}, {usable(subnet.cidr):,} usable"


def _of_subnet(ledger: Ledger) -> Iterator[str]:
    """The block, its range, and what is taken of it."""
    subnet = ledger.subnet
    yield f"{subnet.cidr} in {subnet.availability_zone}: {span(subnet.cidr)}"
    yield f"{usable(subnet.cidr):,} usable addresses, {max(0, free(ledger)):,} of them free"
    taken = [f"`{address}` {owner.what}" for address in sorted(ledger.fixed) for owner in ledger.fixed[address]]
    taken += [f"{owner.what}, whose address AWS chooses" for owner in ledger.chosen]
    if taken:
        yield _listed("Taken", taken)
    yield _listed("Kept by AWS", [f"`{address}` {why}" for address, why in sorted(reserved(subnet.cidr).items())])


def _of_group(graph: Graph, group: SecurityGroup) -> Iterator[str]:
    """Who may send to its members, and to whom they may send."""
    incoming = [f"{_ports(one)} from `{one.peer}`" for one in group.ingress]
    incoming += [
        f"{_ports(one)} from `{one.source_group.key}`" for one in graph.of(IngressRule) if one.group == group.address
    ]
    outgoing = [f"{_ports(one)} to `{one.peer}`" for one in group.egress if one.origin]
    outgoing += [
        f"{_ports(one)} to `{one.destination_group.key}`" for one in graph.of(EgressRule) if one.group == group.address
    ]
    yield _listed("Lets in", incoming or ["nothing"])
    yield _listed("Lets out", outgoing or ["nothing"])


def _ports(rule: Permission | IngressRule | EgressRule) -> str:
    if rule.protocol == "-1":
        return "everything"
    if rule.from_port is None:
        return rule.protocol
    return f"{rule.protocol} {rule.from_port}" + ("" if rule.from_port == rule.to_port else f"-{rule.to_port}")


def _listed(title: str, items: list[str]) -> str:
    more = [f"- and {len(items) - _SHOWN} more"] if len(items) > _SHOWN else []
    return "\n".join([f"{title}:", *(f"- {item}" for item in items[:_SHOWN]), *more])
