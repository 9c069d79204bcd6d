"""`alarms:`: what is watched, and who is told."""

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field

from infraspec.spec.base import Checks, EntryModel, Names, SpecModel, Tags, Text
from infraspec.spec.forms import alarms as forms

Statistic = Annotated[str, BeforeValidator(forms.statistic)]
"""`average`, `sum`, `minimum`, `maximum`, `sample-count`, a percentile such as `p99`, or `tm95` and the like."""


class Metric(SpecModel):
    """A metric, or what is computed from others."""

    checks: ClassVar[Checks] = (forms.is_one_query,)

    of: Names = []
    """The thing that is measured, by name; its namespace and dimensions follow from it."""
    metric: str | None = Field(default=None, min_length=1, max_length=255)
    """The name of the metric, such as `CPUUtilization`."""
    namespace: str | None = Field(default=None, min_length=1, max_length=255)
    """Its namespace, where `of` does not tell, or a metric is not AWS's own."""
    dimensions: dict[str, Text] = {}
    """Its dimensions beside those of `of`."""
    statistic: Statistic = "average"
    """How the values of a period become one: `average`, `sum`, `minimum`, `maximum`, `sample-count`, or `p99`."""
    period: int | None = None
    """Seconds of a data point: 10, 20, 30 or a multiple of 60; without it those of the alarm."""
    unit: str | None = None
    """The unit, where a metric is reported in several."""
    expression: str | None = None
    """What is computed from the other metrics by their names: `errors / requests * 100`."""
    label: str | None = None
    """What it is called in graphs."""


class Suppressor(SpecModel):
    """An alarm that keeps a composite alarm from acting."""

    alarm: str
    """The alarm, by name."""
    wait: int = Field(default=60, ge=0, le=2_147_483_647)
    """Seconds that the composite alarm waits for it before it acts."""
    extension: int = Field(default=60, ge=0, le=2_147_483_647)
    """Seconds that it goes on waiting after it has ended."""


class Alarm(EntryModel):
    """An alarm on a metric, on what is computed from several, or on other alarms."""

    checks: ClassVar[Checks] = (forms.watches_one, forms.compares_once, forms.is_composite_or_not)

    description: Text | None = None
    """What it means and what to do: at most 1,024 characters."""
    of: Names = []
    """The thing that is watched, by name; its namespace and dimensions follow from it. A target group is watched
    behind its balancer; where it has several, name one beside it."""
    metric: str | None = Field(default=None, min_length=1, max_length=255)
    """The name of the metric, such as `CPUUtilization`."""
    namespace: str | None = Field(default=None, min_length=1, max_length=255)
    """Its namespace, where `of` does not tell, or a metric is not AWS's own."""
    dimensions: dict[str, Text] = {}
    """Its dimensions beside those of `of`."""
    statistic: Statistic = "average"
    """How the values of a period become one: `average`, `sum`, `minimum`, `maximum`, `sample-count`, or `p99`."""
    unit: str | None = None
    """The unit, where a metric is reported in several."""
    metrics: dict[str, Metric] = {}
    """Metrics by names in lower case, and expressions over them; the last is watched, unless `watch` says which."""
    watch: str | None = None
    """Which of `metrics` is watched."""
    period: int = 60
    """Seconds of a data point: 10, 20, 30 or a multiple of 60."""
    above: float | None = None
    """It goes off above this."""
    at_least: float | None = None
    """It goes off at this and above."""
    below: float | None = None
    """It goes off below this."""
    at_most: float | None = None
    """It goes off at this and below."""
    anomaly: Literal["above", "below", "outside"] | None = None
    """It goes off where the metric leaves the band that CloudWatch expects, upwards, downwards or either way."""
    band: float = Field(default=2, gt=0)
    """How wide that band is, in standard deviations."""
    evaluation_periods: int = Field(default=1, ge=1)
    """How many data points are looked at."""
    datapoints: int | None = Field(default=None, ge=1)
    """How many of them must be beyond the threshold; all by default."""
    treat_missing_data: Literal["missing", "ignore", "breaching", "not-breaching"] = "missing"
    """What a period without data counts as."""
    low_samples: Literal["evaluate", "ignore"] | None = None
    """Whether a percentile of few samples is evaluated all the same; it is, unless written."""
    any: Names = []
    """Alarms of which one must be on: a composite alarm."""
    all: Names = []
    """Alarms that must all be on: a composite alarm."""
    rule: str | None = None
    """A composite alarm's rule in CloudWatch's words: `ALARM(a) AND NOT (ALARM(b) OR OK(c))`."""
    suppressed_by: Suppressor | None = None
    """An alarm that keeps a composite alarm from acting while it is on."""
    to: Names | None = None
    """Who is told when it goes off: topics by name, or ARNs; without it those of `alarm_topics` at the top."""
    ok_to: Names = []
    """Who is told when it is over."""
    no_data_to: Names = []
    """Who is told when there are too few data to say."""
    ec2_action: Literal["recover", "reboot", "stop", "terminate"] | None = None
    """What EC2 does with the instance that is watched."""
    actions_enabled: bool = True
    """Whether it tells and does anything."""
    tags: Tags = {}
