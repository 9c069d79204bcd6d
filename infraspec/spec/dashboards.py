"""`dashboards:`: what is shown together in CloudWatch."""

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field

from infraspec.spec.alarms import Metric
from infraspec.spec.base import Checks, EntryModel, Names, SpecModel
from infraspec.spec.forms import dashboards as forms


class Line(Metric):
    """A line of a graph: a metric, or what is computed from others."""

    id: str | None = None
    """The name by which expressions of the same graph speak of it."""
    axis: Literal["left", "right"] = "left"
    """The axis that it is read on."""
    color: str | None = None
    """Its colour, `"#d62728"`."""
    visible: bool = True
    """Whether it is drawn; what an expression alone needs is not."""


class Widget(SpecModel):
    """One part of a dashboard. Parts stand side by side from left to right while they have room."""

    checks: ClassVar[Checks] = (forms.is_one_widget,)

    text: str | None = None
    """Text in Markdown."""
    metrics: list[Line] = []
    """Lines of a graph."""
    alarm: str | None = None
    """An alarm as a graph with its threshold, by name."""
    alarms: Names = []
    """Alarms with their states, by name."""
    logs: Names = []
    """Log groups that a query is asked of, by name."""
    query: str | None = None
    """The query, in the language of CloudWatch Logs Insights."""
    title: str | None = None
    """What stands above it."""
    view: Literal["lines", "stacked", "number", "bar", "pie", "gauge", "table"] = "lines"
    """How metrics or the answer to a query are drawn."""
    period: int | None = None
    """Seconds of a data point, where a line does not say; 300 unless written."""
    minimum: float | None = None
    """The lowest value of the left axis; a gauge needs it."""
    maximum: float | None = None
    """The highest value of the left axis; a gauge needs it."""
    width: int = Field(default=12, ge=1, le=24)
    """Its width, of 24."""
    height: int = Field(default=6, ge=1, le=1000)
    """Its height, in the same units."""


class Dashboard(EntryModel):
    """A dashboard, in this region's CloudWatch."""

    set: Annotated[Literal["default"] | None, BeforeValidator(forms.named_set)] = None
    """`default`: the alarms of the spec, and the usual metrics of all that it makes, before the widgets."""
    widgets: list[Widget] = []
    """Its parts."""
