"""What may stand in `dashboards:`: checks, and what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from infraspec.spec.forms.values import one_of
from infraspec.spec.problems import MISSING_FIELD, WRONG_VALUE
from infraspec.spec.refusal import Refusal, instead, shown

if TYPE_CHECKING:
    from infraspec.spec.dashboards import Widget

_KINDS = ("text", "metrics", "alarm", "alarms", "logs")


def named_set(value: object) -> object:
    """There is one set."""
    if isinstance(value, str) and value != "default":
        fixes = instead("write `default`", "default")
        raise Refusal(WRONG_VALUE, f"no set is called {shown(value)}", help="write `default`", fixes=fixes)
    return value


def is_one_widget(widget: Widget) -> None:
    """Refuse a widget of nothing, or of two kinds, and a query without groups."""
    chosen = [name for name in _KINDS if getattr(widget, name)]
    one_of("`text`, `metrics`, `alarm`, `alarms` and `logs`", chosen, "a widget", "add `metrics:`, or another")
    if (widget.query is None) == (chosen == ["logs"]):
        message = "`logs` needs a `query`" if widget.query is None else "`query` is asked of `logs`"
        help_ = "add `query:`, such as fields @timestamp, @message" if widget.query is None else "add `logs:`"
        raise Refusal(MISSING_FIELD, message, help=help_)
    if widget.view == "gauge" and (widget.minimum is None or widget.maximum is None):
        help_ = "add `minimum: 0` and `maximum: 100`"
        raise Refusal(MISSING_FIELD, "a gauge needs both its ends", help=help_)
