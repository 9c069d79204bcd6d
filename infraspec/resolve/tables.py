"""`tables:` to nodes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from infraspec.diagnostic import Finding, Related, SpecPath
from infraspec.graph.dynamodb import Capacity, GlobalIndex, Key, LocalIndex, Projection, Table, Throughput
from infraspec.graph.resource import Resource
from infraspec.resolve.network import Network
from infraspec.resolve.problems import TYPE_TWICE
from infraspec.spec.document import Entry
from infraspec.spec.forms.tables import MANAGED
from infraspec.spec.kinds import TABLE

if TYPE_CHECKING:
    from infraspec.spec.tables import Capacity as Units
    from infraspec.spec.tables import GlobalIndex as GlobalIndexModel
    from infraspec.spec.tables import LocalIndex as LocalIndexModel
    from infraspec.spec.tables import Table as Model

_TYPES = {"string": "S", "number": "N", "binary": "B"}
_VIEWS = {
    "keys": "KEYS_ONLY",
    "new-image": "NEW_IMAGE",
    "old-image": "OLD_IMAGE",
    "new-and-old-images": "NEW_AND_OLD_IMAGES",
}
_CLASSES = {"standard": "STANDARD", "infrequent-access": "STANDARD_INFREQUENT_ACCESS"}


def tables(scope: Network) -> Iterator[Resource]:
    """Every table with its indexes."""
    for name, entry in scope.of(TABLE).items():
        attributes = _attributes(scope, entry)
        if attributes is not None:
            yield _table(scope, name, entry, attributes)


def _table(scope: Network, name: str, entry: Entry[Model], attributes: tuple[tuple[str, str], ...]) -> Table:
    model = entry.model
    return Table(
        key=name,
        origin=entry.path,
        name=name,
        attributes=attributes,
        keys=_keys(model),
        local_indexes=tuple(_local_index(*one) for one in sorted(model.local_indexes.items())),
        global_indexes=tuple(_global_index(model, *one) for one in sorted(model.global_indexes.items())),
        throughput=_throughput(model, model),
        table_class=_CLASSES[model.table_class],
        ttl_attribute=model.ttl,
        recovery_days=model.recovery_days,
        stream_view_type=_VIEWS[model.stream] if model.stream else None,
        contributor_insights=model.contributor_insights,
        managed_key=model.kms_key is not None,
        kms_key_id=None if model.kms_key == MANAGED else scope.kms_key(model.kms_key, (*entry.path, "kms_key")),
        deletion_protection=model.deletion_protection,
        on_delete=model.on_delete,
        tags=scope.tags(name, model.tags),
    )


def _attributes(scope: Network, entry: Entry[Model]) -> tuple[tuple[str, str], ...] | None:
    """Every attribute of a key; None, with a finding, where one has two types."""
    found: dict[str, tuple[str, SpecPath]] = {}
    whole = True
    for key, at in _written_keys(entry):
        for name, kind in key.items():
            first, where = found.setdefault(name, (kind, at))
            if first == kind:
                continue
            whole = False
            scope.report(
                Finding(
                    problem=TYPE_TWICE,
                    at=at,
                    message=f"`{name}` is a {kind} here, and a {first} elsewhere in `{entry.name}`",
                    related=(Related(at=where, label=f"a {first}"),),
                    help="an attribute has one type in all keys of a table",
                )
            )
    return tuple(sorted((name, _TYPES[kind]) for name, (kind, _) in found.items())) if whole else None


def _written_keys(entry: Entry[Model]) -> Iterator[tuple[dict[str, str], SpecPath]]:
    """Every key of a table and its indexes, and where it is written."""
    model = entry.model
    yield dict(model.partition_key), (*entry.path, "partition_key")
    if model.sort_key:
        yield dict(model.sort_key), (*entry.path, "sort_key")
    for name, local in model.local_indexes.items():
        yield dict(local.sort_key), (*entry.path, "local_indexes", name, "sort_key")
    for name, index in model.global_indexes.items():
        yield dict(index.partition_key), (*entry.path, "global_indexes", name, "partition_key")
        if index.sort_key:
            yield dict(index.sort_key), (*entry.path, "global_indexes", name, "sort_key")


def _keys(model: Model | GlobalIndexModel) -> Key:
    return Key(next(iter(model.partition_key)), next(iter(model.sort_key)) if model.sort_key else None)


def _projection(index: LocalIndexModel | GlobalIndexModel) -> Projection:
    if index.include:
        return Projection("INCLUDE", tuple(sorted(set(index.include))))
    return Projection("KEYS_ONLY" if index.projection == "keys" else "ALL", ())


def _local_index(name: str, index: LocalIndexModel) -> LocalIndex:
    return LocalIndex(name, next(iter(index.sort_key)), _projection(index))


def _global_index(table: Model, name: str, index: GlobalIndexModel) -> GlobalIndex:
    return GlobalIndex(name, _keys(index), _projection(index), _throughput(index, table))


def _throughput(own: Model | GlobalIndexModel, table: Model) -> Throughput:
    """How much can be read and written: an index has what it says, and else what its table has."""
    return Throughput(
        _capacity(own.read_capacity or table.read_capacity),
        _capacity(own.write_capacity or table.write_capacity),
        table.max_reads if own.max_reads is None else own.max_reads,
        table.max_writes if own.max_writes is None else own.max_writes,
    )


def _capacity(units: Units | None) -> Capacity | None:
    """A capacity of one number has no bounds to move in."""
    if units is None or units.min == units.max:
        return Capacity(units.min, None, None) if units else None
    return Capacity(units.min, units.max, units.target)
