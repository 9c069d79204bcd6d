"""What may stand in `alarms:`: values, checks, and what they say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from infraspec.spec.forms.values import one_of
from infraspec.spec.problems import MISSING_FIELD, WRONG_VALUE
from infraspec.spec.refusal import Refusal, closest, instead, shown

if TYPE_CHECKING:
    from infraspec.spec.alarms import Alarm, Metric

STATISTICS = {
    "average": "Average",
    "sum": "Sum",
    "minimum": "Minimum",
    "maximum": "Maximum",
    "sample-count": "SampleCount",
}
"""CloudWatch's words, by ours."""
_NUMBER = r"[0-9]+(?:\.[0-9]+)?"
_PERCENT = r"(?:[0-9]{1,2}(?:\.[0-9]+)?|100(?:\.0+)?)"
_EXTENDED = rf"(?:(?:p|tm|tc|ts|wm){_PERCENT}|IQM|(?:PR|TM|TC|TS|WM)\({_NUMBER}?%?:{_NUMBER}?%?\))\Z"
_COMPOSITE = ("any", "all", "rule")
COMPARISONS = {
    "above": "GreaterThanThreshold",
    "at_least": "GreaterThanOrEqualToThreshold",
    "below": "LessThanThreshold",
    "at_most": "LessThanOrEqualToThreshold",
}
"""CloudWatch's words, by ours."""


def statistic(value: object) -> object:
    """One of five words, or one of the finer statistics."""
    if isinstance(value, str) and value not in STATISTICS and not re.match(_EXTENDED, value):
        meant = {"avg": "average", "min": "minimum", "max": "maximum", "samplecount": "sample-count"}
        near = meant.get(value.lower()) or closest(value, STATISTICS)
        help_ = f"write `{near}`" if near else "write `average`, `sum`, `minimum`, `maximum`, `sample-count`, or p99"
        fixes = instead(help_, near) if near else ()
        raise Refusal(WRONG_VALUE, f"{shown(value)} is not a statistic", help=help_, fixes=fixes)
    return value


def is_one_query(metric: Metric) -> None:
    """Refuse a metric that is also computed, or neither."""
    chosen = [name for name in ("metric", "expression") if getattr(metric, name) is not None]
    one_of("`metric` and `expression`", chosen, "a metric", "add `metric: NAME`, or `expression:`")
    if metric.metric is not None and not metric.of and metric.namespace is None:
        raise Refusal(MISSING_FIELD, "a metric does not say whose it is", help="add `of:`, or `namespace:`")


def kinds_of(alarm: Alarm) -> list[str]:
    """The keys that say what is watched."""
    return [name for name in ("metric", "metrics", *_COMPOSITE) if getattr(alarm, name)]


def watches_one(alarm: Alarm) -> None:
    """Refuse an alarm that watches nothing, or two things."""
    words = "`metric`, `metrics`, `any`, `all` and `rule`"
    one_of(words, kinds_of(alarm), "an alarm", "add `of:` with `metric:`, or `any:` with alarms")
    if alarm.metric is not None and not alarm.of and alarm.namespace is None:
        raise Refusal(
            MISSING_FIELD, "the alarm does not say whose metric it watches", help="add `of:`, or `namespace:`"
        )
    if alarm.watch is not None and alarm.watch not in alarm.metrics:
        near = closest(alarm.watch, alarm.metrics)
        message = f"`watch` names {shown(alarm.watch)}, which is none of `metrics`"
        raise Refusal(WRONG_VALUE, message, help=f"write `{near}`" if near else "write the name of one of them")


def compares_once(alarm: Alarm) -> None:
    """Refuse an alarm without a threshold, or with two, unless it is made of others."""
    chosen = [name for name in (*COMPARISONS, "anomaly") if getattr(alarm, name) is not None]
    if kinds_of(alarm)[0] not in _COMPOSITE:
        words = "`above`, `at_least`, `below`, `at_most` and `anomaly`"
        one_of(words, chosen, "an alarm", "add `above:` with the threshold, or another")


def is_composite_or_not(alarm: Alarm) -> None:
    """Refuse what alarms on alarms do not have, and what they alone have."""
    composite = kinds_of(alarm)[0] in _COMPOSITE
    foreign = ("of", *COMPARISONS, "anomaly", "datapoints", "ec2_action") if composite else ("suppressed_by",)
    for name in foreign:
        if getattr(alarm, name) not in (None, []):
            what = "an alarm on a metric" if composite else "an alarm on other alarms"
            raise Refusal(WRONG_VALUE, f"`{name}` is a key of {what}", help=f"remove `{name}`")
