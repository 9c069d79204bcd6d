"""`parameters:` to nodes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from infraspec.diagnostic import Finding, Related, SpecPath, choices
from infraspec.graph.resource import Ref, Resource
from infraspec.graph.ssm import Parameter
from infraspec.graph.values import Joined, Value
from infraspec.resolve.exported import VALUES, address_of, alarms_of, attribute_of, values_of
from infraspec.resolve.network import Network
from infraspec.resolve.problems import NO_SUCH_VALUE
from infraspec.resolve.scope import Found
from infraspec.spec.document import Entry
from infraspec.spec.kinds import PARAMETER

if TYPE_CHECKING:
    from infraspec.spec.parameters import Parameter as ParameterModel

_SEVERAL: Final = frozenset({"tier", "nat_gateway", "route_table", "endpoint"})
"""Kinds whose names may mean several things, or things of several kinds."""


def parameters(scope: Network, nodes: Sequence[Resource]) -> Iterator[Resource]:
    """Every parameter with its value, or with that of another entry, of which `nodes` were made."""
    by_address = {node.address: node for node in nodes}
    for name, entry in scope.of(PARAMETER).items():
        model = entry.model
        value = model.value if model.value is not None else _of(scope, entry, by_address)
        if value is None:
            continue
        yield Parameter(
            key=name,
            origin=entry.path,
            name=name,
            type=model.type,
            value=value,
            description=model.description,
            tier=model.tier,
            allowed_pattern=model.allowed_pattern,
            data_type=model.data_type,
            tags=scope.tags(name, model.tags),
        )


def _of(scope: Network, entry: Entry[ParameterModel], nodes: Mapping[Ref[Resource], Resource]) -> Joined | None:
    """The value of another entry."""
    at = (*entry.path, "of")
    words = tuple(word for word in VALUES if word not in _SEVERAL and word != PARAMETER.word)
    found = scope.find(entry.model.of or "", words, at)
    if found is None:
        return None
    address = address_of(found.word, found.name, nodes)
    if address is None:
        _report_several(scope, found, at, nodes)
        return None
    offered, node = VALUES[found.word], nodes[address]
    exists = node.existing is not None
    usual = (offered.of_existing or offered.values[0]) if exists else offered.values[0]
    known = [usual] if exists else [one for one in values_of(found.word, node) if one != "public_ip"]
    value = entry.model.attribute or usual
    if value in known:
        return Joined((Value(address, attribute_of(node, value)),))
    scope.report(
        Finding(
            problem=NO_SUCH_VALUE,
            at=(*entry.path, "attribute"),
            message=f"`{found.name}` has no value `{value}` for a parameter to hold",
            related=(Related(at=scope.names[found.word][found.name], label="defined here", on_key=True),),
            help=f"write {', '.join(f'`{one}`' for one in known)}",
            fixes=choices((*entry.path, "attribute"), known),
        )
    )
    return None


def _report_several(scope: Network, found: Found, at: SpecPath, nodes: Mapping[Ref[Resource], Resource]) -> None:
    """An alarm that stands once for each thing that it watches has not one value; what was not made is reported."""
    defined = scope.names[found.word][found.name]
    made = alarms_of(nodes.values(), defined)
    if made:
        scope.report(
            Finding(
                problem=NO_SUCH_VALUE,
                at=at,
                message=f"`{found.name}` is {len(made)} alarms, and a parameter holds the value of one thing",
                related=(Related(at=defined, label=f"makes {', '.join(f'`{one}`' for one in made)}", on_key=True),),
                help="write an alarm that watches one thing",
            )
        )
