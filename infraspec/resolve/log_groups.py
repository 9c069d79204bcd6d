"""`log_groups:` to nodes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from infraspec.graph.logs import LogGroup, MetricFilter, MetricTransformation
from infraspec.graph.resource import Resource, ref
from infraspec.resolve.network import Network
from infraspec.spec.document import Entry
from infraspec.spec.kinds import LOG_GROUP

if TYPE_CHECKING:
    from infraspec.spec.log_groups import LogGroup as LogGroupModel


def log_groups(scope: Network) -> Iterator[Resource]:
    """Every log group with its metric filters."""
    for name, entry in scope.of(LOG_GROUP).items():
        model = entry.model
        yield LogGroup(
            key=name,
            origin=entry.path,
            existing=model.existing,
            log_group_name=name,
            retention_in_days=_days(model),
            log_group_class=model.class_.upper().replace("-", "_"),
            kms_key_id=scope.kms_key(model.kms_key, (*entry.path, "kms_key")),
            on_delete=model.on_delete,
            tags=scope.tags(name, model.tags),
        )
        yield from _metric_filters(name, entry)


def _days(model: LogGroupModel) -> int | None:
    if model.class_ == "delivery":
        return None
    return (365 if model.retention_days is None else model.retention_days) or None


def _metric_filters(group: str, entry: Entry[LogGroupModel]) -> Iterator[MetricFilter]:
    for name, one in entry.model.metric_filters.items():
        yield MetricFilter(
            key=f"{group} {name}",
            origin=(*entry.path, "metric_filters", name),
            log_group=ref(LogGroup, group),
            filter_name=name,
            filter_pattern=one.pattern,
            transformation=MetricTransformation(
                metric_name=one.metric,
                metric_namespace=one.namespace,
                metric_value=one.value,
                default_value=one.default,
                unit=one.unit or "None",
                dimensions=tuple(sorted(one.dimensions.items())),
            ),
        )
