"""`alarms:` to nodes: on a metric, on what is computed from several, and on other alarms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from infraspec.aws import partition
from infraspec.diagnostic import Finding, SpecPath
from infraspec.graph.cloudwatch import Alarm, CompositeAlarm, Dimension, MetricQuery, MetricStat
from infraspec.graph.resource import Ref, Resource
from infraspec.graph.values import Joined, Value
from infraspec.resolve.metrics import Metrics, Of, low_samples
from infraspec.resolve.network import Network
from infraspec.resolve.problems import NOT_MEASURED
from infraspec.spec.document import Entry
from infraspec.spec.forms.alarms import COMPARISONS, STATISTICS
from infraspec.spec.kinds import ALARM
from infraspec.spec.problems import MISSING_FIELD

if TYPE_CHECKING:
    from infraspec.graph.cloudwatch import Action
    from infraspec.spec.alarms import Alarm as AlarmModel
    from infraspec.spec.alarms import Metric

MISSING = {"missing": "missing", "ignore": "ignore", "breaching": "breaching", "not-breaching": "notBreaching"}
"""CloudWatch's words, by ours."""
_BANDS = {
    "above": "GreaterThanUpperThreshold",
    "below": "LessThanLowerThreshold",
    "outside": "LessThanLowerOrGreaterThanUpperThreshold",
}
_STATE = re.compile(r"\b(ALARM|OK|INSUFFICIENT_DATA)\(\s*([\"']?)([^\"')]+?)\2\s*\)")


class Watched(NamedTuple):
    """What an alarm compares, and with what."""

    metric: MetricStat | None
    metrics: tuple[MetricQuery, ...]
    comparison: str
    threshold: float | None
    threshold_metric: str | None


def alarms(scope: Network, nodes: Iterable[Resource]) -> Iterator[Resource]:
    """Every alarm of the section; those on other alarms are behind those on metrics."""
    nodes = list(nodes)
    metrics = Metrics(scope, nodes)
    known = {node.alarm_name: node.address for node in nodes if isinstance(node, Alarm)}
    composite = []
    for entry in scope.of(ALARM).values():
        if entry.model.metric is None and not entry.model.metrics:
            composite.append(entry)
            known[entry.name] = Ref("CompositeAlarm", entry.name)
            continue
        for one in _on_metrics(scope, metrics, entry):
            known[one.alarm_name] = one.address
            yield one
    for entry in composite:
        yield from _composite(scope, entry, known)


def _on_metrics(scope: Network, metrics: Metrics, entry: Entry[AlarmModel]) -> Iterator[Alarm]:
    """An alarm of the section: one for each thing where the one that is named stands in each zone."""
    model = entry.model
    if not model.of:
        watched = _computed(metrics, entry) if model.metrics else _stat(None, model, model.period)
        if watched is not None:
            yield from _alarm(scope, entry, entry.name, _compared(model, watched), None)
        return
    found = metrics.named(model.of, (*entry.path, "of"))
    for of in found[0] if found else ():
        several = len(found[0]) > 1 if found else False
        together = metrics.together([of, *(one[0] for one in found[1:])] if found else [], (*entry.path, "of"))
        if together is not None:
            name = f"{entry.name}-{of.name}" if several else entry.name
            stat = _stat(together, model, model.period)
            yield from _alarm(scope, entry, name, _compared(model, stat), together.node)


def _alarm(scope: Network, entry: Entry[AlarmModel], name: str, found: Watched, on: Resource | None) -> Iterator[Alarm]:
    model = entry.model
    actions = _actions(scope, entry, on)
    if actions is None:
        return
    yield Alarm(
        key=name,
        origin=entry.path,
        alarm_name=name,
        alarm_description=model.description,
        actions_enabled=model.actions_enabled,
        alarm_actions=actions[0],
        ok_actions=actions[1],
        insufficient_data_actions=actions[2],
        metric=found.metric,
        metrics=found.metrics,
        comparison_operator=found.comparison,
        threshold=found.threshold,
        threshold_metric_id=found.threshold_metric,
        evaluation_periods=model.evaluation_periods,
        datapoints_to_alarm=model.datapoints or model.evaluation_periods,
        treat_missing_data=MISSING[model.treat_missing_data],
        evaluate_low_sample_count_percentile=model.low_samples or low_samples(found.metric),
        tags=scope.tags(name, model.tags),
    )


def _actions(scope: Network, entry: Entry[AlarmModel], on: Resource | None) -> list[tuple[Action, ...]] | None:
    """Who is told when it goes off, when it is over, and when nothing can be said; None if one is unknown."""
    model = entry.model
    to = scope.alarm_topics if model.to is None else scope.topics(model.to, (*entry.path, "to"))
    found = [to, scope.topics(model.ok_to, (*entry.path, "ok_to"))]
    found.append(scope.topics(model.no_data_to, (*entry.path, "no_data_to")))
    if None in found:
        return None
    actions = [tuple(sorted(one, key=str)) for one in cast("list[tuple[Action, ...]]", found)]
    if model.ec2_action is not None:
        if on is None or type(on).__name__ != "Instance":
            message = f"`{entry.name}` watches no instance on which EC2 could act"
            at, help_ = (*entry.path, "ec2_action"), "name an instance in `of`, or remove `ec2_action`"
            scope.report(Finding(problem=NOT_MEASURED, at=at, message=message, help=help_))
            return None
        arn = f"arn:{partition(scope.region)}:automate:{scope.region}:ec2:{model.ec2_action}"
        actions[0] = (*actions[0], arn)
    return actions


def _stat(of: Of | None, model: AlarmModel | Metric, period: int) -> MetricStat:
    """A metric of a thing, or one that is named whole."""
    dimensions = {one.name: one for one in (of.dimensions if of else ())}
    dimensions |= {name: Dimension(name, Joined((value,))) for name, value in model.dimensions.items()}
    return MetricStat(
        namespace=model.namespace or (of.namespace if of else ""),
        metric_name=model.metric or "",
        dimensions=tuple(dimensions[name] for name in sorted(dimensions)),
        stat=STATISTICS.get(model.statistic, model.statistic),
        period=period,
        unit=model.unit,
    )


def _computed(metrics: Metrics, entry: Entry[AlarmModel]) -> tuple[MetricQuery, ...] | None:
    """The metrics that an alarm computes with, and which of them it watches; None if a thing is unknown."""
    model, found = entry.model, []
    watched = model.watch or list(model.metrics)[-1]
    for name, one in sorted(model.metrics.items()):
        at = (*entry.path, "metrics", name)
        of: Of | None = None
        if one.of:
            named = metrics.named(one.of, (*at, "of"))
            of = metrics.together([each[0] for each in named], (*at, "of")) if named else None
            if of is None:
                return None
        stat = _stat(of, one, one.period or model.period) if one.expression is None else None
        found.append(MetricQuery(name, stat, one.expression, one.label, return_data=name == watched))
    return tuple(found)


def _compared(model: AlarmModel, found: MetricStat | tuple[MetricQuery, ...]) -> Watched:
    """What is watched with its threshold, or with the band of what is expected."""
    alone = found if isinstance(found, MetricStat) else None
    queries = () if isinstance(found, MetricStat) else found
    if model.anomaly is not None:
        return with_band(alone, queries, model.anomaly, model.band)
    (word,) = [word for word in COMPARISONS if getattr(model, word) is not None]
    return Watched(alone, queries, COMPARISONS[word], getattr(model, word), None)


def with_band(alone: MetricStat | None, queries: tuple[MetricQuery, ...], way: str, band: float) -> Watched:
    """A metric beside the band of what CloudWatch expects of it."""
    queries = (MetricQuery("m1", alone, None, None, return_data=True),) if alone else queries
    (watched,) = [one.id for one in queries if one.return_data]
    expected = MetricQuery("band", None, f"ANOMALY_DETECTION_BAND({watched}, {band:g})", None, return_data=True)
    return Watched(None, (*queries, expected), _BANDS[way], None, "band")


def _composite(scope: Network, entry: Entry[AlarmModel], known: dict[str, Ref[Any]]) -> Iterator[CompositeAlarm]:
    model, actions = entry.model, _actions(scope, entry, None)
    rule = _rule(scope, entry, known)
    suppressor = None
    if model.suppressed_by is not None:
        suppressor = _named(scope, model.suppressed_by.alarm, (*entry.path, "suppressed_by", "alarm"), known)
    if actions is None or rule is None or (model.suppressed_by is not None and suppressor is None):
        return
    yield CompositeAlarm(
        key=entry.name,
        origin=entry.path,
        alarm_name=entry.name,
        alarm_description=model.description,
        actions_enabled=model.actions_enabled,
        alarm_actions=actions[0],
        ok_actions=actions[1],
        insufficient_data_actions=actions[2],
        alarm_rule=rule,
        actions_suppressor=suppressor,
        actions_suppressor_wait_period=model.suppressed_by.wait if model.suppressed_by else None,
        actions_suppressor_extension_period=model.suppressed_by.extension if model.suppressed_by else None,
        tags=scope.tags(entry.name, model.tags),
    )


def _rule(scope: Network, entry: Entry[AlarmModel], known: dict[str, Ref[Any]]) -> Joined | None:
    """The rule of a composite alarm, in which alarms stand by their names; None if one is unknown."""
    model, at = entry.model, (*entry.path, "rule")
    if model.rule is None:
        word = "any" if model.any else "all"
        between = " OR " if model.any else " AND "
        pieces = between.join(f"ALARM({name})" for name in (model.any or model.all))
        places: dict[str, SpecPath] = {name: (*entry.path, word, i) for i, name in enumerate(model.any or model.all)}
    else:
        pieces, places = model.rule, {}
    parts: list[str | Value] = []
    end = 0
    for found in _STATE.finditer(pieces):
        alarm = _named(scope, found[3], places.get(found[3], at), known)
        if alarm is None:
            return None
        parts += [f'{pieces[end : found.start()]}{found[1]}("', Value(alarm, "name"), '")']
        end = found.end()
    if not parts:
        message, help_ = f"the rule of `{entry.name}` names no alarm", "write one such as ALARM(a) AND NOT ALARM(b)"
        scope.report(Finding(problem=MISSING_FIELD, at=at, message=message, help=help_))
        return None
    return Joined((*parts, pieces[end:])) if pieces[end:] else Joined(tuple(parts))


def _named(scope: Network, name: str, at: SpecPath, known: dict[str, Ref[Any]]) -> Ref[Any] | None:
    """An alarm of the section by name, or one of those that a set makes."""
    if name in known:
        return known[name]
    if not _is_lost(scope, name, known):
        scope.find(name, ("alarm",), at)
    return None


def _is_lost(scope: Network, name: str, known: dict[str, Ref[Any]]) -> bool:
    """Whether a set, or an alarm of each zone, may make an alarm of this name where all could be read."""
    if not (scope.findings or scope.broken or scope.parsed.unread):
        return False
    asking = [
        one
        for word, entries in scope.parsed.entries.items()
        for one, entry in entries.items()
        if word == ALARM.word or getattr(entry.model, "alarms", None) is not None
    ]
    lost = [one for one in asking if not any(f"{other}-".startswith(f"{one}-") for other in known)]
    return any(name.startswith(f"{one}-") for one in (*lost, *(one for _, one in scope.broken)))
