"""`parameters:` to nodes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from infraspec.diagnostic import Finding, Related, choices
from infraspec.graph.resource import Ref, Resource
from infraspec.graph.ssm import Parameter
from infraspec.graph.values import Joined, Value
from infraspec.resolve.exported import VALUES
from infraspec.resolve.network import Network
from infraspec.resolve.problems import NO_SUCH_VALUE
from infraspec.spec.document import Entry
from infraspec.spec.kinds import KINDS, PARAMETER

if TYPE_CHECKING:
    from infraspec.spec.parameters import Parameter as ParameterModel

_SEVERAL: Final = frozenset({"tier", "nat_gateway", "route_table", "endpoint"})
"""Kinds whose names may mean several things, or things of several kinds."""
_KINDS = {kind.word: kind for kind in KINDS}


def parameters(scope: Network) -> Iterator[Resource]:
    """Every parameter with its value, or with that of another entry."""
    for name, entry in scope.of(PARAMETER).items():
        model = entry.model
        value = model.value if model.value is not None else _of(scope, entry)
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


def _of(scope: Network, entry: Entry[ParameterModel]) -> Joined | None:
    """The value of another entry."""
    at = (*entry.path, "of")
    words = tuple(word for word in VALUES if word not in _SEVERAL and word != PARAMETER.word)
    found = scope.find(entry.model.of or "", words, at)
    if found is None:
        return None
    offered = VALUES[found.word]
    kind = _KINDS.get(found.word)
    exists = kind is not None and getattr(scope.of(kind)[found.name].model, "existing", None) is not None
    usual = (offered.of_existing or offered.values[0]) if exists else offered.values[0]
    known = [usual] if exists else [one for one in offered.values if one != "public_ip"]
    value = entry.model.attribute or usual
    if value in known:
        return Joined((Value(Ref(offered.node, found.name), value),))
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
