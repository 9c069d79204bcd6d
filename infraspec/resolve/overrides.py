"""`cloudformation:` and `terraform:` of entries, with the nodes that they are for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, cast

from infraspec.diagnostic import Finding, SpecPath
from infraspec.graph.resource import Resource
from infraspec.resolve.scope import Scope
from infraspec.spec.kinds import KINDS, TIER, Kind
from infraspec.spec.names import words

if TYPE_CHECKING:
    from infraspec.graph.overrides import Override
    from infraspec.spec.base import EntryModel, SpecModel
    from infraspec.spec.document import Entry

BACKENDS = ("cloudformation", "terraform")
_DEEPEST_FIRST = sorted(KINDS, key=lambda kind: -len(kind.where))


def overrides(scope: Scope, nodes: Iterable[Resource]) -> tuple[Override, ...]:
    """What the spec says in a backend's own words; said of what makes nothing, it is reported."""
    written = list(_written(scope))
    if not written:
        return ()
    from infraspec.graph.overrides import Override  # noqa: PLC0415 - few specs speak of a backend

    made: dict[SpecPath, list[Resource]] = defaultdict(list)
    for node in nodes:
        made[entry_of(node.origin)[1]].append(node)
    found = []
    for kind, entry in written:
        model = cast("EntryModel", entry.model)
        refs = tuple(node.address for node in made[entry.path] if node.existing is None)
        if kind is TIER or not refs:
            _refuse(scope, kind, entry)
            continue
        what = f"{words(kind.word)} `{entry.name}`"
        found.append(Override(entry.path, what, kind.makes, refs, model.cloudformation, model.terraform))
    return tuple(found)


def _written(scope: Scope) -> Iterator[tuple[Kind[SpecModel], Entry[SpecModel]]]:
    for kind in KINDS:
        if kind.makes or kind is TIER:
            for entry in scope.of(kind).values():
                model = cast("EntryModel", entry.model)
                if model.cloudformation or model.terraform:
                    yield kind, entry


def entry_of(origin: SpecPath) -> tuple[str, SpecPath]:
    """The word and the path of the entry that a path leads into; of none, both are empty."""
    for kind in _DEEPEST_FIRST:
        where = kind.where
        if len(origin) >= len(where) and all(one in ("*", part) for one, part in zip(where, origin, strict=False)):
            return kind.word, origin[: len(where)]
    return "", ()


def _refuse(scope: Scope, kind: Kind[SpecModel], entry: Entry[SpecModel]) -> None:
    """Report properties of what makes nothing; an entry that has another mistake is not judged again."""
    exists = getattr(entry.model, "existing", None) is not None
    if kind is not TIER and not exists:
        return
    from infraspec.graph.problems import NOT_MADE  # noqa: PLC0415 - as above

    why = "exists already: nothing is emitted for it" if exists else "makes nothing by itself"
    message = f"{words(kind.word)} `{entry.name}` {why}"
    for backend in BACKENDS:
        if getattr(entry.model, backend):
            help_ = f"remove `{backend}`" if exists else f"write `{backend}` at its subnets"
            at = (*entry.path, backend)
            scope.report(Finding(problem=NOT_MADE, at=at, message=message, help=help_, on_key=True, leaves_out=False))
