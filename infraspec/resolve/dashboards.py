"""`dashboards:` to nodes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from infraspec.data.alarm_sets import SETS, Watch
from infraspec.diagnostic import SpecPath
from infraspec.graph.cloudwatch import Alarm, CompositeAlarm, Dashboard
from infraspec.graph.logs import LogGroup
from infraspec.graph.resource import Ref, Resource
from infraspec.graph.values import Joined, Value, document
from infraspec.resolve.metrics import Metrics, Of, watches_of
from infraspec.resolve.network import Network
from infraspec.spec.document import Entry
from infraspec.spec.forms.alarms import STATISTICS
from infraspec.spec.kinds import DASHBOARD

if TYPE_CHECKING:
    from infraspec.spec.dashboards import Dashboard as DashboardModel
    from infraspec.spec.dashboards import Line, Widget

_COLUMNS = 24
_VIEWS = {"lines": "timeSeries", "stacked": "timeSeries", "number": "singleValue"}
"""CloudWatch's words, by ours, where they differ."""
_USUAL = (12, 6)
_HIGH_ALARMS = 3
Built = tuple[int, int, dict[str, Any]]
"""The width and height of a widget, and the widget."""


def dashboards(scope: Network, nodes: Iterable[Resource]) -> Iterator[Resource]:
    """Every dashboard."""
    nodes = list(nodes)
    builder = Builder(scope, nodes)
    for name, entry in scope.of(DASHBOARD).items():
        widgets = list(builder.usual()) if entry.model.set else []
        written = list(builder.written(entry))
        if None not in written:
            widgets += [one for one in written if one is not None]
            yield Dashboard(
                key=name,
                origin=entry.path,
                dashboard_name=name,
                dashboard_body=document({"widgets": list(_placed(widgets))}),
            )


class Builder:
    """What the widgets of all dashboards are made from."""

    def __init__(self, scope: Network, nodes: list[Resource]) -> None:
        self._scope = scope
        self._nodes = nodes
        self._metrics = Metrics(scope, nodes)
        self._alarms = {node.alarm_name: node for node in nodes if isinstance(node, Alarm | CompositeAlarm)}

    def usual(self) -> Iterator[Built]:
        """The states of all alarms, and a graph of each metric that is usually watched."""
        if self._alarms:
            alarms = [self._alarms[name] for name in sorted(self._alarms)]
            high = _HIGH_ALARMS + len(alarms) // 8
            yield _COLUMNS, high, _alarm_states("Alarms", [one.address for one in alarms])
        for kind in sorted(set(SETS) - {"TargetGroup"}):  # its graphs are its balancer's
            measured = [node for node in self._nodes if type(node).__name__ == kind]
            graphs: dict[Watch, list[Of]] = {}
            for node in sorted(measured, key=lambda one: one.key):
                for watch in watches_of(node):
                    plain = watch._replace(name="", why="", threshold=0)
                    graphs.setdefault(plain, []).extend(self._metrics.behind(node, watch.per))
            for watch, lines in graphs.items():
                if lines:
                    yield (*_USUAL, self._graph(watch, lines))

    def _graph(self, watch: Watch, things: list[Of]) -> dict[str, Any]:
        stat = STATISTICS.get(watch.statistic, watch.statistic)
        lines: list[Any] = []
        for one in things:
            for metric in (watch.metric, *([watch.less] if watch.less else [])):
                for more in [(watch.each[0], value) for value in watch.each[1]] if watch.each else [()]:
                    label = {"label": " ".join((one.name, *more[1:], *([metric] if watch.less else [])))}
                    lines.append([one.namespace, metric, *_pairs(one), *more, label])
        title = f"{things[0].namespace.removeprefix('AWS/')} {watch.metric}"
        return self._metric_widget(title, lines, {"stat": stat, "period": watch.period})

    def written(self, entry: Entry[DashboardModel]) -> Iterator[Built | None]:
        """The widgets that are written; None for one that names what is not there."""
        for position, widget in enumerate(entry.model.widgets):
            made = self._widget(widget, (*entry.path, "widgets", position))
            yield None if made is None else (widget.width, widget.height, made)

    def _widget(self, widget: Widget, at: SpecPath) -> dict[str, Any] | None:
        if widget.text is not None:
            return {"type": "text", "properties": {"markdown": widget.text}}
        if widget.logs:
            return self._logs(widget, at)
        if widget.alarm is not None or widget.alarms:
            return self._of_alarms(widget, at)
        lines = [self._line(line, (*at, "metrics", position)) for position, line in enumerate(widget.metrics)]
        if None in lines:
            return None
        more: dict[str, Any] = {"period": widget.period or 300}
        bounds = {"min": widget.minimum, "max": widget.maximum}
        axis = {name: value for name, value in bounds.items() if value is not None}
        more |= {"yAxis": {"left": axis}} if axis else {}
        return self._metric_widget(widget.title, lines, more, widget.view)

    def _metric_widget(
        self, title: str | None, lines: list[Any], more: Mapping[str, Any], view: str = "lines"
    ) -> dict[str, Any]:
        properties = {
            "metrics": lines,
            "view": _VIEWS.get(view, view),
            "stacked": view == "stacked",
            "region": self._scope.region,
            **({"title": title} if title else {}),
            **more,
        }
        return {"type": "metric", "properties": properties}

    def _line(self, line: Line, at: SpecPath) -> list[Any] | None:
        """A line as CloudWatch writes it: namespace, metric, dimensions, and how it is drawn."""
        more = {
            "expression": line.expression,
            "id": line.id,
            "label": line.label,
            "color": line.color,
            "period": line.period,
            "yAxis": "right" if line.axis == "right" else None,
            "visible": None if line.visible else False,
            "stat": STATISTICS.get(line.statistic, line.statistic) if line.expression is None else None,
        }
        drawn = {name: value for name, value in more.items() if value is not None}
        if line.expression is not None:
            return [drawn]
        of: Of | None = None
        if line.of:
            named = self._metrics.named(line.of, (*at, "of"))
            of = self._metrics.together([one[0] for one in named], (*at, "of")) if named else None
            if of is None:
                return None
        own = [part for pair in sorted(line.dimensions.items()) for part in pair]
        namespace = line.namespace or (of.namespace if of else "")
        return [namespace, line.metric, *(_pairs(of) if of else []), *own, drawn]

    def _of_alarms(self, widget: Widget, at: SpecPath) -> dict[str, Any] | None:
        names, field = ([widget.alarm], "alarm") if widget.alarm is not None else (widget.alarms, "alarms")
        found = []
        for position, name in enumerate(names):
            if name in self._alarms:
                found.append(self._alarms[name].address)
            else:
                self._scope.find(name, ("alarm",), (*at, field) if field == "alarm" else (*at, field, position))
        if len(found) < len(names):
            return None
        if widget.alarm is None:
            return _alarm_states(widget.title or "Alarms", found)
        properties = {"annotations": {"alarms": [Value(found[0], "arn")]}, "region": self._scope.region}
        properties |= {"title": widget.title or widget.alarm, "view": _VIEWS.get(widget.view, widget.view)}
        return {"type": "metric", "properties": properties}

    def _logs(self, widget: Widget, at: SpecPath) -> dict[str, Any] | None:
        each = self._scope.each(widget.logs, (*at, "logs"))
        groups = [self._scope.ref(LogGroup, "log_group", value, where) for value, where in each]
        if None in groups:
            return None
        sources: list[Any] = []
        for group in groups:
            sources += [" | " if sources else "", "SOURCE '", Value(group, "name"), "'"] if group else []
        query = Joined((*sources, f" | {widget.query}"))
        view = "table" if widget.view == "lines" else _VIEWS.get(widget.view, widget.view)
        title = {"title": widget.title} if widget.title else {}
        return {"type": "log", "properties": {"query": query, "region": self._scope.region, "view": view, **title}}


def _alarm_states(title: str, alarms: list[Ref[Any]]) -> dict[str, Any]:
    return {"type": "alarm", "properties": {"title": title, "alarms": [Value(one, "arn") for one in alarms]}}


def _pairs(of: Of) -> list[Any]:
    return [part for dimension in of.dimensions for part in (dimension.name, dimension.value)]


def _placed(widgets: list[Built]) -> Iterator[dict[str, Any]]:
    """The widgets side by side, each row as high as its highest."""
    x = y = high = 0
    for width, height, widget in widgets:
        if x + width > _COLUMNS:
            x, y, high = 0, y + high, 0
        yield {"x": x, "y": y, "width": width, "height": height, **widget}
        x, high = x + width, max(high, height)
