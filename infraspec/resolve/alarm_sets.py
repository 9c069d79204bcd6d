"""`alarms: default` of entries to nodes: the usual alarms of each thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from infraspec.data.alarm_sets import SETS, Watch
from infraspec.diagnostic import Finding, SpecPath, choices
from infraspec.graph.cloudwatch import Alarm, Dimension, MetricQuery, MetricStat
from infraspec.graph.resource import Resource
from infraspec.graph.values import Joined
from infraspec.resolve.metrics import Metrics, Of, watches_of
from infraspec.resolve.network import Network
from infraspec.resolve.problems import NO_SUCH_ALARM
from infraspec.spec.forms.alarms import COMPARISONS, STATISTICS
from infraspec.spec.kinds import KINDS

if TYPE_CHECKING:
    from infraspec.graph.cloudwatch import Action
    from infraspec.spec.alarm_sets import AlarmSet


def alarm_sets(scope: Network, nodes: Iterable[Resource]) -> Iterator[Resource]:
    """The alarms of every entry that asks for its set."""
    metrics = Metrics(scope, nodes)
    for kind in KINDS:
        for entry in scope.of(kind).values():
            chosen: AlarmSet | None = getattr(entry.model, "alarms", None)
            if chosen is None:
                continue
            at = (*entry.path, "alarms")
            to = scope.alarm_topics if chosen.to is None else scope.topics(chosen.to, (*at, "to"))
            made = [node for node in metrics.nodes_of(kind.word, entry.path) if type(node).__name__ in SETS]
            if to is None or not _are_known(scope, made, chosen, at):
                continue
            for node in made:
                for watch in watches_of(node):
                    if watch.name not in chosen.without:
                        threshold = chosen.thresholds.get(watch.name, watch.threshold)
                        yield from _alarms(scope, metrics, node, watch._replace(threshold=threshold), (at, to))


def _are_known(scope: Network, made: list[Resource], chosen: AlarmSet, at: SpecPath) -> bool:
    """Whether the set has the alarms of which something is said; what it does not have is reported."""
    if not made:
        return True
    names = sorted({watch.name for watch in watches_of(made[0])})
    said = [((*at, "without", position), name) for position, name in enumerate(chosen.without)]
    said += [((*at, "thresholds", name), name) for name in chosen.thresholds]
    wrong = [(path, name) for path, name in said if name not in names]
    for path, name in wrong:
        message = f"`{at[-2]}` has no usual alarm `{name}`"
        help_ = f"write one of {', '.join(f'`{one}`' for one in names)}"
        on_key = path[-2] == "thresholds"
        fixes = () if on_key else choices(path, names)
        scope.report(Finding(problem=NO_SUCH_ALARM, at=path, message=message, help=help_, fixes=fixes, on_key=on_key))
    return not wrong


def _alarms(
    scope: Network, metrics: Metrics, node: Resource, watch: Watch, told: tuple[SpecPath, tuple[Action, ...]]
) -> Iterator[Alarm]:
    """One usual alarm; or one for each group that a balancer sends to."""
    for of in metrics.behind(node, watch.per):
        name = f"{of.name}-{watch.name}" if watch.per is None else f"{node.key}-{of.name}-{watch.name}"
        together = metrics.together([of], told[0])
        if together is not None:
            yield _alarm(scope, name, together, watch, told)


def _alarm(scope: Network, name: str, of: Of, watch: Watch, told: tuple[SpecPath, tuple[Action, ...]]) -> Alarm:
    alone, queries = _queries(of, watch)
    anomaly = watch.comparison == "anomaly"
    share: Any = getattr(of.node, watch.times[0]) * watch.times[1] if watch.times else 1
    return Alarm(
        key=name,
        origin=told[0],
        alarm_name=name,
        alarm_description=f"{of.name}: {watch.why}",
        actions_enabled=True,
        alarm_actions=tuple(sorted(told[1], key=str)),
        ok_actions=tuple(sorted(told[1], key=str)),
        insufficient_data_actions=(),
        metric=alone,
        metrics=queries,
        comparison_operator="GreaterThanUpperThreshold" if anomaly else COMPARISONS[watch.comparison],
        threshold=None if anomaly else watch.threshold * share,
        threshold_metric_id="band" if anomaly else None,
        evaluation_periods=watch.periods,
        datapoints_to_alarm=watch.periods,
        treat_missing_data="notBreaching" if watch.missing == "not-breaching" else watch.missing,
        evaluate_low_sample_count_percentile=None,
        tags=scope.tags(name),
    )


def _queries(of: Of, watch: Watch) -> tuple[MetricStat | None, tuple[MetricQuery, ...]]:
    """What a usual alarm watches: a metric, one less another, a sum over a dimension, or one beside its band."""
    stat = MetricStat(
        of.namespace, watch.metric, of.dimensions, STATISTICS.get(watch.statistic, watch.statistic), watch.period, None
    )
    if watch.each is not None:
        name, values = watch.each
        each = [
            stat._replace(dimensions=tuple(sorted((*of.dimensions, Dimension(name, Joined((one,))))))) for one in values
        ]
        parts = tuple(MetricQuery(f"m{i}", one, None, None, return_data=False) for i, one in enumerate(each, 1))
        return None, (*parts, MetricQuery("total", None, "SUM(METRICS())", None, return_data=True))
    if watch.less is not None:
        pair = (stat, stat._replace(metric_name=watch.less))
        parts = tuple(MetricQuery(f"m{i}", one, None, None, return_data=False) for i, one in enumerate(pair, 1))
        return None, (*parts, MetricQuery("missing", None, "m1 - m2", None, return_data=True))
    if watch.comparison == "anomaly":
        band = f"ANOMALY_DETECTION_BAND(m1, {watch.threshold:g})"
        return None, (
            MetricQuery("m1", stat, None, None, return_data=True),
            MetricQuery("band", None, band, None, return_data=True),
        )
    return stat, ()
