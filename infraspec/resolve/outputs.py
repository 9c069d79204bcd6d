"""What both documents export: what the spec asks for, and what everyone needs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from infraspec.diagnostic import Finding, Related, choices
from infraspec.graph.graph import Output
from infraspec.graph.resource import Ref, Resource
from infraspec.resolve.exported import ALWAYS, VALUES, address_of, alarms_of, attribute_of, values_of
from infraspec.resolve.network import Network
from infraspec.resolve.problems import NO_SUCH_VALUE, OUTPUT_NAME
from infraspec.spec.kinds import OUTPUT

_NAME = r"[A-Za-z][A-Za-z0-9_-]{0,200}\Z"


def outputs(scope: Network, nodes: Iterable[Resource]) -> Iterator[Output]:
    """Every output, each with a name that no other has in either document."""
    by_address = {node.address: node for node in nodes}
    taken: dict[str, str] = {}
    for output in _usual(by_address):
        name = output.name
        if _folded(name) in taken or not re.fullmatch(r"[A-Za-z0-9-]+", name):  # one of the documents would mix them up
            from hashlib import sha256  # noqa: PLC0415 - few specs need it

            name += "-" + sha256(name.encode()).hexdigest()[:8]
        taken[_folded(name)] = name
        yield output._replace(name=name)
    for name, entry in scope.of(OUTPUT).items():
        if not re.match(_NAME, name):
            message = f"an output cannot be called `{name}`"
            help_ = "write a letter, then letters, digits, hyphens and underscores"
            scope.report(Finding(problem=OUTPUT_NAME, at=entry.path, message=message, help=help_, on_key=True))
            continue
        if _folded(name) in taken:
            other = taken[_folded(name)]
            message = f"the outputs `{name}` and `{other}` have the same name in CloudFormation"
            message = f"`{name}` is exported without being asked for" if name == other else message
            help_ = "CloudFormation's names are letters and digits alone; choose another"
            scope.report(Finding(problem=OUTPUT_NAME, at=entry.path, message=message, help=help_, on_key=True))
            continue
        taken[_folded(name)] = name
        asked_for = _asked_for(scope, name, by_address)
        if asked_for is not None:
            yield asked_for


def _folded(name: str) -> str:
    """A name as CloudFormation holds it: letters and digits, here without regard to case."""
    return re.sub(r"[^a-z0-9]", "", name.lower())


def _usual(nodes: dict[Ref[Resource], Resource]) -> Iterator[Output]:
    """The identifiers that everyone needs: VPCs, subnets by tier, groups, balancers, databases."""
    tiers: dict[str, list[Ref[Resource]]] = {}
    for address, node in sorted(nodes.items()):
        if node.existing is not None:
            continue
        for kind, word, ending, attribute, description in ALWAYS:
            if address.kind == kind:
                name = f"{word}-{node.key}-{ending}"
                value = attribute_of(node, attribute)
                yield Output(name, description.format(node.key), value, (address,), many=False)
        if address.kind == "Subnet":
            tiers.setdefault(str(node.origin[3]), []).append(address)
    for tier, addresses in sorted(tiers.items()):
        yield Output(f"tier-{tier}-subnet-ids", f"The subnets of the tier `{tier}`", "id", tuple(addresses), many=True)


def _asked_for(scope: Network, name: str, nodes: dict[Ref[Resource], Resource]) -> Output | None:
    """One output of the spec."""
    entry = scope.of(OUTPUT)[name]
    found = scope.find(entry.model.of, tuple(VALUES), (*entry.path, "of"))
    if found is None:
        return None
    offered = VALUES[found.word]
    names = _names(scope, found.word, found.name, nodes)
    things = _present(address_of(found.word, one, nodes) for one in names)
    exists = any(nodes[ref].existing is not None for ref in things)
    usual = (offered.of_existing or offered.values[0]) if exists else offered.values[0]
    value = entry.model.value or usual
    values = values_of(found.word, nodes[things[0]]) if things else offered.values
    refs = things if value != "public_ip" else _present(_public(found.word, one, nodes) for one in names)
    if value not in values or (exists and value != usual) or not refs:
        if not things:
            return None  # what could not be read has been reported
        several = ", ".join(f"`{one}`" for one in ([usual] if exists else values) if one != value)
        scope.report(
            Finding(
                problem=NO_SUCH_VALUE,
                at=(*entry.path, "value"),
                message=f"`{found.name}` has no value `{value}` to export",
                related=(Related(at=scope.names[found.word][found.name], label="defined here", on_key=True),),
                help=f"write {several}",
                fixes=choices((*entry.path, "value"), (one for one in ([usual] if exists else values) if one != value)),
            )
        )
        return None
    description = entry.model.description or f"{value} of `{found.name}`"
    attribute, many = attribute_of(nodes[refs[0]], value), found.word == "tier" or names != [found.name]
    return Output(name, description, attribute, refs, many=many)


def _present(refs: Iterable[Ref[Resource] | None]) -> tuple[Ref[Resource], ...]:
    return tuple(ref for ref in refs if ref is not None)


def _public(word: str, name: str, nodes: dict[Ref[Resource], Resource]) -> Ref[Resource] | None:
    """What holds the public address of a NAT gateway or an instance: its Elastic IP address, if it has one."""
    key = name if word == "nat_gateway" else f"instance:{name}"
    own: Ref[Resource] = Ref("ElasticIp", key)
    if own in nodes:
        return own if nodes[own].existing is None else None
    instance: Ref[Resource] = Ref("Instance", name)
    return instance if word == "instance" and instance in nodes else None


def _names(scope: Network, word: str, name: str, nodes: dict[Ref[Resource], Resource]) -> list[str]:
    """The keys of the nodes that a name stands for: the subnets of a tier, and what stands once in each zone."""
    if word == "tier":
        return scope.subnets_of_tier(name)
    if word == "nat_gateway" and name in scope.zonal_nats:
        return [f"{name}-{suffix}" for suffix in sorted(scope.zonal_nats[name])]
    if word == "route_table" and name in scope.zonal_tables:
        return [f"{name}-{suffix}" for suffix in scope.zonal_tables[name]]
    if word == "alarm":
        return alarms_of(nodes.values(), scope.names[word][name]) or [name]
    return [name]
