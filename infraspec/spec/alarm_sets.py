"""`alarms:` of an entry: the usual alarms of a thing of its kind."""

from typing import Annotated, Literal

from pydantic import BeforeValidator

from infraspec.spec.base import Names, SpecModel
from infraspec.spec.forms import alarm_sets as forms


class AlarmSet(SpecModel):
    """Which of the usual alarms a thing has, and who is told."""

    set: Literal["default"] = "default"
    """`default`: those that `infraspec show` lists for it, such as the processor, storage and memory of a database."""
    to: Names | None = None
    """Topics that are told, by name or ARN; without it those of `alarm_topics` at the top."""
    without: Names = []
    """Alarms of the set that are not made, by the last words of their names: `[cpu]`."""
    thresholds: dict[str, float] = {}
    """Other thresholds than the usual ones, by the same words: `{cpu: 90}`."""


Alarms = Annotated[
    AlarmSet | None, BeforeValidator(forms.alarm_set, json_schema_input_type=Literal["default"] | AlarmSet)
]
"""`default`, or a mapping that says more."""
