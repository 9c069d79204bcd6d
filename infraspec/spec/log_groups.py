"""`log_groups:`: where logs are kept, in CloudWatch Logs."""

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field

from infraspec.spec.base import LATER, Checks, EntryModel, KmsKeyName, SpecModel, Tags
from infraspec.spec.forms import log_groups as forms

Days = Annotated[int, BeforeValidator(forms.retention, json_schema_input_type=int | Literal["never"])]
"""Days, or `never`."""


class MetricFilter(SpecModel):
    """A count of lines: each that matches the pattern adds to a metric."""

    checks: ClassVar[Checks] = (forms.no_default_with_dimensions,)

    pattern: str
    """What a line must have, in the language of CloudWatch Logs: `ERROR`, or `{ $.status >= 500 }`."""
    metric: Annotated[str, BeforeValidator(forms.metric)]
    """The name of the metric."""
    namespace: Annotated[str, BeforeValidator(forms.namespace)]
    """The namespace of the metric, such as `my-app`; those of AWS (`AWS/…`) are refused."""
    value: Annotated[str, BeforeValidator(forms.number_as_text, json_schema_input_type=int | float | str)] = "1"
    """What each line adds: a number, or a field of the line such as `$.bytes`."""
    default: float | None = None
    """What is reported while no line matches; without it, nothing."""
    unit: str | None = None
    """The metric's unit, such as `Count` or `Milliseconds`."""
    dimensions: dict[str, str] = {}
    """Dimensions from fields of the line: `{path: $.path}`, at most three."""


class LogGroup(EntryModel):
    """A log group. Its name is the entry's, such as `/my-app/web`."""

    checks: ClassVar[Checks] = (forms.no_days_of_delivery,)

    retention_days: Days | None = None
    """Days that logs are kept, one of those that CloudWatch Logs knows, 365 by default; `never` lets none expire, at a
    growing cost. For the class `delivery` AWS says how long."""
    class_: Literal["standard", "infrequent-access", "delivery"] = Field(default="standard", alias="class")
    """`infrequent-access` costs half and has neither metric filters nor live tail; it cannot be changed later."""
    kms_key: KmsKeyName = None
    """The key that encrypts it, by its ARN or by name; without it, a key of CloudWatch Logs' own."""
    metric_filters: dict[str, MetricFilter] = {}
    """Counts of lines as metrics, by the name of the filter."""
    on_delete: Literal["retain", "delete"] = "retain"
    """What becomes of the logs when the entry goes: the group is kept, or all is lost."""
    existing: Annotated[str | None, BeforeValidator(forms.group_name), LATER] = None
    """The name of a log group that exists and is not managed here."""
    tags: Tags = {}
